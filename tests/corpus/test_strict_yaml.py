"""YAML as people edit it: what is taken as text, and what is refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import CatalogueError
from corpus.strict_yaml import load


def test_countries_and_dates_stay_text() -> None:
    assert load("a: [no, 2024-05-01, yes, 12]", where="x") == {"a": ["no", "2024-05-01", "yes", 12]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3", "line 13: this is not valid YAML: the key 'a' stands here twice"),
        ("a:\n  b: 1\n  b: 2", "line 13"),
        ("a: [", "not valid YAML"),
        ("a: &x [1]\nb: *x", "aliases"),
        ("a: 0x_", "not valid YAML"),
        ("[" * 5000, "not valid YAML"),
        ("a: !!python/object/apply:os.system ['true']", "not valid YAML"),
    ],
)
def test_mistakes_name_the_line_of_the_file(text: str, said: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        load(text, where="some.md", first_line=11)
    assert "some.md" in str(caught.value)
    assert said in str(caught.value)


def test_signs_that_look_like_aliases_are_taken_in_text() -> None:
    assert load("a: 'R&D *'\nb: VI.BE & co", where="x") == {"a": "R&D *", "b": "VI.BE & co"}


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(CatalogueError):
        load(text, where="x")
