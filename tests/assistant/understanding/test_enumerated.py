"""Rules in a row: each is asked about by itself, as far as its words name one."""

from __future__ import annotations

import pytest

from assistant.understanding.parts import parts

_NAMED = {"zegel": "seal", "tol": "toll", "pas": "pass", "seal": "seal", "toll": "toll"}


def matters(words: str) -> frozenset[str]:
    """What stands for the rules of the fiches: a few made-up ones by their names."""
    return frozenset(_NAMED[word] for word in words.lower().split() if word in _NAMED)


def asked(question: str) -> list[str]:
    return [part.label for part in parts(question, matters)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Wat met zegel, tol voor de kar en pas? Is er ook steun?",
            ["Wat met zegel", "Wat met tol voor de kar", "Wat met pas", "Is er ook steun"],
        ),
        (
            "What about a seal and the toll?",
            ["What about a seal", "What about the toll"],
        ),
        (
            "We bring a cart to the fair: seal, toll for the cart, and who pays the driver?",
            ["seal", "toll for the cart", "who pays the driver"],
        ),
        ("Seal, toll: how does that work?", ["Seal", "toll"]),
        (
            "How do we seal and toll the cart?",
            ["How do we seal the cart", "How do we toll the cart"],
        ),
    ],
)
def test_each_rule_in_a_row_is_a_question(question: str, expected: list[str]) -> None:
    assert asked(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Wat met de boten, de sluizen en de kaaien?",  # no rules
        "What about the seal, the seal of the town and the old seal?",  # one rule
        "How do we paint and seal the cart?",
    ],
)
def test_what_names_no_rules_stays_one_question(question: str) -> None:
    assert len(asked(question)) == 1


def test_nothing_is_a_rule_where_nothing_tells_of_rules() -> None:
    assert len(parts("Wat met zegel, tol voor de kar en pas?")) == 1


def test_five_questions_are_five_parts() -> None:
    found = parts(
        "Who owns the boat, where is it, when does it leave, what does it cost, and may I come?"
    )
    assert len(found) == 5


def test_a_question_behind_wat_met_is_no_thing_in_a_row() -> None:
    assert asked("Wat met de zegel, en hoelang duurt dat?") == [
        "Wat met de zegel",
        "hoelang duurt dat",
    ]
