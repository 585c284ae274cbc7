from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing.tokenising import folded, number, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("70,6 %", "70.6%"),
        ("70,6 procent", "70.6 percent"),
        ("5.900 euro", "€ 5900"),
        ("10 000 bezoekers", "10.000 bezoekers"),
        ("1,234,567", "1.234.567"),
        ("1.234,50", "1,234.50"),
        ("b.v.", "bv."),
    ],
)
def test_two_spellings_of_a_number_give_the_same_tokens(one: str, other: str) -> None:
    assert sorted(tokens(one)) == sorted(
        token for token in tokens(other.replace("bv.", "b.v.")) if token
    )


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("zie § 4.1.1 hierboven", "4.1.1"),
        ("artikel 2:24 BW", "2:24"),
        ("artikel 31a", "31a"),
        ("een 2e aanvraag", "2e"),
        ("op 12 maart 2021", "2021-03-12"),
        ("op 12/3/2021", "2021-03-12"),
        ("op 12/3/2021", "2021"),
        ("on March 12, 2021", "2021-03-12"),
        ("2,5 miljoen", "2500000"),
        ("€ 1.2 billion", "1200000000"),
        ("2021-2025", "2025"),
        ("versie 2.24", "2.24"),
    ],
)
def test_whole_numbers_dates_and_sections_are_tokens(text: str, token: str) -> None:
    assert token in tokens(text)


def test_two_years_are_not_one_number() -> None:
    assert tokens("2024 2025") == ["2024", "2025"]


def test_an_impossible_date_is_no_date() -> None:
    assert not [token for token in tokens("45/13/2021") if token.startswith("2021-")]


@given(st.integers(min_value=1_000, max_value=10**12))
def test_grouping_signs_do_not_change_a_number(value: int) -> None:
    with_commas = f"{value:,}"
    assert number(with_commas) == str(value)
    assert number(with_commas.replace(",", ".")) == str(value)
    assert tokens(with_commas.replace(",", " "))[0] == str(value)


@given(st.text())
def test_any_text_has_tokens_without_white_space(text: str) -> None:
    for token in tokens(text):
        assert token
        assert not any(sign.isspace() for sign in token)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
