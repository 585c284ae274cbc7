from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexing import compounds
from indexing.analysis import Analyser, stop_words, words

KNOWN = {"cultuur": 9, "beleid": 9, "plan": 5, "muziek": 9, "export": 3, "onder": 50, "wijs": 5}


def frequency(word: str) -> int:
    return KNOWN.get(word, 0)


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("nl", "vergunningen", "vergunning"),
        ("nl", "subsidies", "subsidie"),
        ("nl", "gesubsidieerde", "subsidiëren"),
        ("nl", "foto's", "foto"),
        ("nl", "één", "een"),
        ("en", "companies", "company"),
        ("en", "artist's", "artists"),
        ("fr", "l'artiste", "artistes"),
        ("fr", "subventions", "subvention"),
        ("xx", "Théâtre", "theatre"),
    ],
)
def test_forms_of_a_word_share_a_term(lang: str, one: str, other: str) -> None:
    analyser = Analyser()
    assert analyser.terms(one, lang) == analyser.terms(other, lang)


def test_a_stem_is_never_a_stop_word_by_accident() -> None:
    assert Analyser().terms("overheid", "nl") == ["overheid"]


def test_a_compound_keeps_its_whole_before_its_parts() -> None:
    terms = Analyser(frequency).terms("cultuurbeleidsplan", "nl")
    assert terms[0] == "cultuurbeleidsplan"
    assert len(terms) == 4


def test_a_name_is_no_compound() -> None:
    analyser = Analyser(lambda word: 5 if len(word) == 4 else 0, names={"oostende"})
    assert analyser.terms("oostende", "nl") == [analyser.stem("oostende", "nl")]
    assert len(analyser.terms("oostkant", "nl")) == 3


def test_a_hyphenated_word_is_found_whole_and_in_parts() -> None:
    terms = Analyser().terms("EU-lidstaat", "nl")
    assert terms[:2] == ["eulidstat", "eu"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("muziekexport", ("muziek", "export")),
        ("cultuurbeleidsplan", ("cultuur", "beleid", "plan")),
        ("onderwijs", ()),
        ("muziek", ()),
        ("covid19covid", ()),
        ("onbekendwoord", ()),
    ],
)
def test_compounds_split_only_into_words_that_are_known(
    word: str, expected: tuple[str, ...]
) -> None:
    found = compounds.split(word, lambda part: 0 if part in stop_words("nl") else frequency(part))
    assert found == expected


@given(st.text(alphabet="abcdefgs", min_size=1, max_size=30))
def test_parts_of_a_compound_stand_in_it_in_order(word: str) -> None:
    at = 0
    for part in compounds.split(word, lambda _: 5):
        at = word.index(part, at) + len(part)


def test_english_is_not_split() -> None:
    assert Analyser(lambda _: 9).terms("government", "en") == ["govern"]


def test_the_vocabulary_has_words_and_no_numbers() -> None:
    assert words("Het 2e Théâtre-plan, 70 %") == {"het", "theatreplan", "theatre", "plan"}


@pytest.mark.parametrize("lang", ["nl", "en", "fr"])
def test_stop_words_exist_for_every_language_of_the_corpus(lang: str) -> None:
    assert len(stop_words(lang)) > 50


@given(st.text(), st.sampled_from(["nl", "en", "fr", "de", ""]))
def test_terms_never_hold_white_space_or_are_empty(text: str, lang: str) -> None:
    for term in Analyser(frequency).terms(text, lang):
        assert term
        assert not any(sign.isspace() for sign in term)
