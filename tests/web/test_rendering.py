"""Answers become HTML that is safe whatever documents and questions hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Citation, Claim
from web.rendering import claims_html, markdown_html


def citation(n: int) -> Citation:
    return Citation(n=n, document="d", title="T", page=1, quote="q")


def draw(cited: Citation) -> str:
    return f"<a>{cited.n}</a>"


def test_markers_stand_at_the_end_of_their_claim() -> None:
    html = claims_html(
        [Claim("Een zin.", (1, 2)), Claim("Nog een.", (2,))], [citation(1), citation(2)], draw
    )
    assert html == "<p>Een zin. <a>1</a><a>2</a></p>\n<p>Nog een. <a>2</a></p>\n"


def test_items_in_a_row_are_one_list() -> None:
    html = claims_html(
        [Claim("- a", (1,)), Claim("- b", (1,)), Claim("Slot.")], [citation(1)], draw
    )
    assert html.count("<ul>") == 1
    assert html.count("<li>") == 2
    assert "<p>Slot.</p>" in html


def test_a_marker_after_a_table_does_not_become_a_row() -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |"
    html = claims_html([Claim(table, (1,))], [citation(1)], draw)
    assert html.count("<tr>") == 2
    assert html.index("</table>") < html.index("<a>1</a>")


def test_a_claim_cannot_forge_a_marker() -> None:
    html = claims_html([Claim("Zie \ue0001\ue001.")], [citation(1)], draw)
    assert "<a>1</a>" not in html


def test_a_marker_without_citation_is_left_out() -> None:
    assert claims_html([Claim("Zin.", (7,))], [], draw) == "<p>Zin. </p>\n"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](https://example.org/track.png)",
        "[x](javascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "<svg/onload=alert(1)>",
        "<style>*{display:none}</style>",
        "<iframe src=https://example.org></iframe>",
    ],
)
def test_nothing_active_gets_through(text: str) -> None:
    html = markdown_html(text)
    assert not re.search(r"<(script|img|svg|style|iframe|object|form)\b", html)
    assert not re.search(r'href="(javascript|data):', html)


@given(st.text(max_size=300))
def test_only_known_tags_come_out_of_any_text(text: str) -> None:
    html = claims_html([Claim(text, (1,))], [citation(1)], draw)
    tags = set(re.findall(r"<\s*/?\s*([a-zA-Z0-9]+)", html))
    allowed = "p br strong em del code pre blockquote a hr ul ol li h3 h4 h5 h6"
    assert tags <= {*allowed.split(), *["table", "thead", "tbody", "tr", "th", "td"]}


def test_links_lead_away_without_telling_from_where() -> None:
    assert 'rel="noopener noreferrer nofollow"' in markdown_html("[x](https://example.org)")


def test_connecting_words_look_different_from_what_a_source_says() -> None:
    claims = [
        Claim("Volgens de gids:", frame=True),
        Claim("Een zin.", (1,)),
        Claim("Meer vond ik niet.", frame=True),
    ]
    assert claims_html(claims, [citation(1)], draw) == (
        '<p class="frame lead-in">Volgens de gids:</p>\n'
        "<p>Een zin. <a>1</a></p>\n"
        '<p class="frame">Meer vond ik niet.</p>\n'
    )


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Kijk op https://example.org/a.", "https://example.org/a"),
        ("(zie https://example.org)", "https://example.org"),
        ("<https://example.org>", "https://example.org"),
        ("[x](https://example.org/b)", "https://example.org/b"),
        ("https://example.org/a_b_c?d=1&e=2", "https://example.org/a_b_c?d=1&amp;e=2"),
    ],
)
def test_addresses_can_be_followed(text: str, address: str) -> None:
    html = markdown_html(text)
    assert html.count("<a ") == 1
    assert f'href="{address}"' in html
