"""Questions in French are read in English, those after them as well."""

from __future__ import annotations

import pytest

from assistant.answer import Question, Turn
from assistant.understanding.french import read_in_english

FRENCH = "Quel est le taux de TVA en Suisse ?"


def test_a_french_question_is_put_into_english() -> None:
    read = read_in_english(Question(FRENCH))
    assert read is not None
    assert read.text == "what is the VAT rate in Switzerland?"


def test_what_follows_a_french_question_is_french_with_what_came_before() -> None:
    history = (Turn("user", FRENCH), Turn("assistant", "In Switzerland it is 8.1 %."))
    read = read_in_english(Question("Et en Allemagne ?", history))
    assert read is not None
    assert read.text == "and in Germany?"
    assert [turn.content for turn in read.history] == [
        "what is the VAT rate in Switzerland?",
        "In Switzerland it is 8.1 %.",
    ]


@pytest.mark.parametrize("text", ["En in Duitsland?", "And in Germany?", "Hoe vraag ik dat aan?"])
def test_who_goes_on_in_another_language_is_read_in_that(text: str) -> None:
    assert read_in_english(Question(text, (Turn("user", FRENCH),))) is None


@pytest.mark.parametrize(
    "text", ["Wat is het btw-tarief in Zwitserland?", "What is the VAT rate?", "A1", ""]
)
def test_another_language_is_left(text: str) -> None:
    assert read_in_english(Question(text)) is None
