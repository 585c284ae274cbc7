"""Why somebody asks changes no answer."""

from __future__ import annotations

import pytest

from assistant.answer import Question
from assistant.pipeline import Assistant

_QUESTIONS = (
    "Hoelang is een ATA-carnet geldig?",
    "Which fund pays for games in Flanders?",
    "Hoeveel werknemers heeft Sabam in Japan?",  # nothing is known of it
    "What is the name of the director of the VAF's accountant?",
)


@pytest.mark.parametrize("question", _QUESTIONS)
@pytest.mark.parametrize(
    "errand",
    [
        "Ik schrijf een nota voor de gemeenteraad.",
        "Mijn baas zit erop te wachten.",
        "My colleague and I had a bet about this.",
    ],
)
def test_an_errand_before_a_question_changes_nothing(
    adviser: Assistant, question: str, errand: str
) -> None:
    plain = adviser.ask(Question(question))
    told = adviser.ask(Question(f"{errand} {question}"))
    assert (told.status, told.text) == (plain.status, plain.text)


def test_what_guidance_goes_by_still_counts(adviser: Assistant) -> None:
    question = "Welke residenties zijn er in Wenen?"
    plain = adviser.ask(Question(question))
    told = adviser.ask(Question(f"Ik ben romanschrijver. {question}"))
    assert told.text != plain.text
