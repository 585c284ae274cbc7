"""Words and their forms, by the rules of the spelling."""

from __future__ import annotations

import pytest

from corpus.lexicon.inflection import other_number


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("werkbeurs", "werkbeurzen"),
        ("archief", "archieven"),
        ("cursus", "cursussen"),
        ("cultuurhuis", "cultuurhuizen"),
        ("lid", "leden"),
        ("jurylid", "juryleden"),
        ("havenstad", "havensteden"),
        ("atrium", "atria"),
    ],
)
def test_singular_and_plural_lead_to_each_other(singular: str, plural: str) -> None:
    assert plural in other_number(singular)
    assert singular in other_number(plural)


def test_a_long_vowel_is_written_once_in_an_open_syllable() -> None:
    assert "vazen" in other_number("vaas")


@pytest.mark.parametrize("word", ["concert", "zalen", "project", "as"])
def test_a_word_whose_last_consonant_stays_has_no_other(word: str) -> None:
    assert not list(other_number(word))
