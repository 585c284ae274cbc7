"""What narrows a question down, and what a text tells of instead."""

from __future__ import annotations

import pytest

from assistant.understanding.qualifiers import contrary, precision, rate


@pytest.mark.parametrize(
    ("question", "exact"),
    [
        ("Op welke datum sluit de oproep?", "day"),
        ("On what exact date does it open?", "day"),
        ("In welke maand valt het festival?", "month"),
        ("In which year was it founded?", "year"),
        ("Wanneer sluit de oproep?", ""),
    ],
)
def test_how_exact_a_date_has_to_be(question: str, exact: str) -> None:
    assert precision(question) == exact


def test_the_unit_of_time_is_known_in_both_languages() -> None:
    assert "month" in rate("Hoeveel krijg ik per maand?")
    assert "dag" in rate("How much do they pay a day?")
    assert rate("Hoeveel krijg ik per jaar?") == ()


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hoeveel krijgt een klein project?", "A large project gets two million."),
        ("When does the next call close?", "De eerste oproep sloot in maart."),
        ("Sinds wanneer geldt het nieuwe decreet?", "Het oude decreet gold tot 2024."),
    ],
)
def test_the_other_one_of_two_is_contrary(question: str, text: str) -> None:
    assert contrary(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hoeveel krijgt een klein project?", "A small project gets less than a large one."),
        ("Hoeveel krijgt een project?", "A large project gets two million."),
        ("What do small and large projects get?", "A large project gets two million."),
        ("Hoeveel krijgt een klein project?", "Elk project krijgt evenveel."),
    ],
)
def test_what_tells_of_it_too_or_of_neither_is_not(question: str, text: str) -> None:
    assert not contrary(question, text)
