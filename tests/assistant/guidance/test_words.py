"""The words of guidance: whole, in both languages, and matched as written."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.guidance.needs import load_needs
from assistant.guidance.wording import load_wording
from assistant.guidance.words import load_words, pattern
from corpus.sections import load_sections


def test_every_section_that_can_be_asked_for_exists() -> None:
    assert set(load_words().sections) <= set(load_sections().names)


def test_a_star_is_the_rest_of_a_word_and_dots_are_words_between() -> None:
    tax = load_words().sections["tax"]
    assert tax.search("hoeveel houdt Noorwegen in?")
    assert tax.search("belastingen")
    assert not tax.search("ontbelasting")


@pytest.mark.parametrize(
    ("phrases", "found"),
    [
        ("kat; karper; karper fijn", "karper"),
        ("kat; Karper fijn; karper", "karper fijn"),
        ("kat; *per; karper fijn", "karper"),  # a star may begin with any letter
    ],
)
def test_the_first_phrase_that_fits_is_found(phrases: str, found: str) -> None:
    match = pattern(phrases).search("een karper fijn bereid")
    assert match is not None
    assert match.group() == found


def test_wording_needs_both_languages(tmp_path: Path) -> None:
    file = tmp_path / "wording.yaml"
    file.write_text("more: {nl: meer}\n")
    with pytest.raises(ValueError, match="more"):
        load_wording(file)


def test_words_need_every_group(tmp_path: Path) -> None:
    file = tmp_path / "words.yaml"
    file.write_text("sections: {tax: belasting}\n")
    with pytest.raises(ValueError, match="requests"):
        load_words(file)


def test_needs_that_the_same_words_tell_stay_in_the_order_of_the_file() -> None:
    needs = load_needs()
    order = list(needs.needs)
    for text in ("ben ik daar verzekerd", "waar ben je verzekerd", "blijf ik in België verzekerd"):
        asked = needs.asked(text)
        assert len(asked) > 1
        assert list(asked) == sorted(asked, key=order.index)
