"""What a question wants to know of two figures together, or of two texts."""

from __future__ import annotations

import pytest

from assistant.understanding import AnswerKind
from assistant.understanding.agreement import asks_agreement, without_agreement
from assistant.understanding.relation import Relation, only_relates, relation, side_question


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Wat is het verschil tussen het budget van Gent en dat van Brugge?", Relation.DIFFERENCE),
        ("How many more halls does Gent have than Brugge?", Relation.DIFFERENCE),
        ("How many years are there between the two studies?", Relation.DIFFERENCE),
        ("Welk orkest krijgt meer, dat van Gent of dat van Brugge?", Relation.ORDER),
        ("Is the fee in Oslo higher than the fee in Bergen?", Relation.ORDER),
        ("Welk fonds werd het eerst opgericht?", Relation.TIME),
        ("Was the strike before or after the festival?", Relation.TIME),
        ("Hoeveel zalen hebben Gent en Brugge in totaal?", Relation.TOTAL),
        ("Add the dancers and the singers.", Relation.TOTAL),
        ("Hoeveel zalen heeft Gent?", None),
        ("Wie werkt samen met het orkest?", None),
        ("Welke eerste stappen zet een danser?", None),
    ],
)
def test_what_is_asked_of_two(question: str, expected: Relation | None) -> None:
    assert relation(question) is expected


def test_a_part_that_only_relates_the_others_asks_nothing_itself() -> None:
    assert only_relates("and what is the difference?")
    assert only_relates("welk van de twee is groter?")
    assert not only_relates("welk orkest heeft meer leden?")
    assert not only_relates("wat is het verschil in huur voor dansers en zangers?")


def test_a_side_is_asked_for_the_figure_that_is_compared() -> None:
    question = "Which group was bigger: the dancers who went to Oslo, or the singers who stayed?"
    assert side_question("the dancers who went to Oslo", Relation.ORDER, question, "en") == (
        "how many dancers who went to Oslo",
        AnswerKind.COUNT,
    )
    # Of what a bare name is compared by is not told, nor what a difference is of.
    assert side_question("Oslo", Relation.ORDER, "Which is larger, Oslo or Bergen?", "en") is None
    open_one = "What is the difference between a stage and a podium?"
    assert side_question("a stage", Relation.DIFFERENCE, open_one, "en") is None
    assert side_question("Oslo", Relation.TIME, "Which came first, Oslo or Bergen?", "en") == (
        "Oslo",
        AnswerKind.DATE,
    )


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("Do and agree on touring?", "touring?"),
        ("Zijn en het eens over de huur van zalen?", "de huur van zalen?"),
        ("Does contradict about touring by train?", "touring by train?"),
        ("Zeggen en hetzelfde over reizen?", "reizen?"),
    ],
)
def test_what_two_are_asked_to_agree_on(question: str, subject: str) -> None:
    assert asks_agreement(question)
    assert without_agreement(question).endswith(subject)
    assert "agree" not in without_agreement(question)
    assert "eens" not in without_agreement(question)


def test_others_are_not_asked_to_agree() -> None:
    assert not asks_agreement("Welke overeenkomst sluit het orkest af?")
    assert not asks_agreement("Kun je eens kijken wat het orkest doet?")
