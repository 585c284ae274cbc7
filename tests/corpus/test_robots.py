"""What robots.txt allows; cases after RFC 9309."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.robots import parse

TEXT = """\ufeff# comment
Sitemap: https://example.org/map.xml
User-agent: other
User-agent: wegwijs   # two agents, one group
Disallow: /a
Allow: /a/public
Disallow: /*.pdf$
Disallow: /caf%C3%A9
crawl-delay: 2.5
Disallow:

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/a", False),
        ("/a/b", False),
        ("/ab", False),
        ("/a/public/x", True),
        ("/b/x.pdf", False),
        ("/b/x.pdf?y", True),
        ("/café", False),
        ("/caf%c3%a9/menu", False),
        ("/robots.txt", True),
    ],
)
def test_the_longest_rule_decides(path: str, allowed: bool) -> None:
    assert parse(TEXT, "Wegwijs").allows(f"https://example.org{path}") is allowed


def test_others_follow_the_rules_for_everybody() -> None:
    assert not parse(TEXT, "Somebody").allows("https://example.org/b")
    assert parse("User-agent: x\nDisallow: /", "Wegwijs").allows("https://example.org/b")
    assert parse("", "Wegwijs").allows("https://example.org/")


def test_the_delay_is_that_of_the_own_group() -> None:
    assert parse(TEXT, "Wegwijs").delay_seconds == 2.5
    assert parse(TEXT, "Somebody").delay_seconds == 0


def test_allowing_wins_a_tie() -> None:
    assert parse("User-agent: *\nDisallow: /x\nAllow: /x", "W").allows("https://e.org/x")


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    parse("User-agent: *\n" + text, "Wegwijs").allows("https://example.org/some/path?x=1")
