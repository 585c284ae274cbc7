"""A question that is put to two things asks each of them."""

from __future__ import annotations

import pytest

from assistant.understanding.parts import parts
from assistant.understanding.sides import sides


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "How many seats are there: the organ hall in Veldbeek and the new one in Zandoever?",
            [
                "How many seats are there: the organ hall in Veldbeek?",
                "How many seats are there: the new one in Zandoever?",
            ],
        ),
        (
            "Hoelang moet je wachten: bij de Koorbond tegenover de Dansbond?",
            ["Hoelang moet je wachten bij de Koorbond?", "Hoelang moet je wachten: de Dansbond?"],
        ),
        (
            "Hoeveel stemmen heeft een lid? Bij de Koorbond en bij de Dansbond, ik zit bij beide.",
            [
                "Hoeveel stemmen heeft een lid bij de Koorbond?",
                "Hoeveel stemmen heeft een lid bij de Dansbond?",
            ],
        ),
        (
            "I choose between a room at Zeezicht and a stipend of the Koorbond."
            " How long does each last?",
            [
                "How long does a room at Zeezicht last?",
                "How long does a stipend of the Koorbond last?",
            ],
        ),
    ],
)
def test_each_of_two_is_asked(question: str, asked: list[str]) -> None:
    assert [part.text for part in parts(question)] == asked


@pytest.mark.parametrize(
    "question",
    [
        "Which two parts does the plan have: singing and dancing?",
        "What do they say about the plan: singing and dancing?",
        "How many more members are there: the Koorbond versus the Dansbond?",
        "Wie zingt er: in het havenrapport en in het dossier over koren?",
        # No joint, in English, and no end of a question.
        "What counts as the end of what a singer can bear?",
        "Why did the large, funded choirs want a hall of their own?",
    ],
)
def test_what_two_things_are_asked_together_stays_whole(question: str) -> None:
    assert [part.text for part in parts(question)] == [question]


def test_in_what_is_a_question_of_its_own() -> None:
    question = "Should I split the choir up, and into groups of what size?"
    assert [part.asked for part in parts(question)] == [
        "Should I split the choir up",
        "into groups of what size?",
    ]


def test_something_else_is_no_side() -> None:
    assert sides("De Koorbond, is dat een vzw, een wet of iets anders?") == ()
    assert sides("That hall, is it a club, a firm or something else?") == ()
    assert sides("Wie is groter, de Koorbond of de Dansbond?") == ("de Koorbond", "de Dansbond")
