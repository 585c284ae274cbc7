"""What is said to a counter-question: a choice, a fragment that fills it, or another question."""

from __future__ import annotations

import pytest

from assistant.answer import Question, Turn
from assistant.understanding import Understanding, understand
from assistant.understanding.choosing import asked_back
from corpus.vocabulary import Vocabulary

WHICH = (
    "Met welke discipline wil je naar het buitenland, en naar welk land?\n\n"
    "- Waar begin ik met muziek in het buitenland?\n"
    "- Waar begin ik met dans in het buitenland?\n"
    "- Waar begin ik met theater in het buitenland?"
)
COUNTRY = "Over welk land gaat het? Vraag bijvoorbeeld:\n\n- Heb ik een visum nodig in Frankrijk?"


def said(reply: str, earlier: str = "Waar begin ik?", answer: str = WHICH) -> Understanding:
    history = (Turn("user", earlier), Turn("assistant", answer))
    return understand(Question(reply, history), Vocabulary.load())


@pytest.mark.parametrize(
    "reply",
    [
        "dans",
        "met dans aub",
        "2",
        "de tweede",
        "doe maar de tweede",
        "dat tweede",
        "optie 2 graag",
        "en dans?",
        "Waar begin ik met dans in het buitenland?",
    ],
)
def test_a_reply_takes_a_choice(reply: str) -> None:
    found = said(reply)
    assert found.standalone == "Waar begin ik met dans in het buitenland?"
    assert not found.follow_up.dependent


def test_the_last_choice() -> None:
    assert said("the last one").standalone == "Waar begin ik met theater in het buitenland?"
    assert said("de laatste").lang == "nl"


@pytest.mark.parametrize(
    ("reply", "earlier", "answer", "standalone"),
    [
        ("japan", "visum", COUNTRY, "Visum in Japan?"),
        ("met circus in Spanje", "Waar begin ik?", WHICH, "Waar begin ik met circus in Spanje?"),
        (
            "circus",
            "Ik wil iets doen in het buitenland",
            WHICH,
            "Ik wil iets doen in het buitenland met circus?",
        ),
        (
            "ik ben muzikant uit Gent",
            "Ik wil iets doen in het buitenland",
            WHICH,
            "Ik wil iets doen in het buitenland. Ik ben muzikant uit Gent.",
        ),
        ("het Podiumfonds", "Wat is het budget?", WHICH, "Wat is het budget voor Podiumfonds?"),
    ],
)
def test_a_fragment_fills_the_question_before(
    reply: str, earlier: str, answer: str, standalone: str
) -> None:
    found = said(reply, earlier, answer)
    assert found.standalone == standalone
    assert not found.follow_up.dependent


@pytest.mark.parametrize(
    "reply",
    [
        "waarvoor staat de afkorting 3C?",
        "Wie betaalt de directeur?",
        "Duitsland houdt toch 25 % in op gages?",
        "Vergelijk de belasting op een gage in Duitsland en Italië.",
    ],
)
def test_a_question_of_its_own_fills_nothing(reply: str) -> None:
    assert said(reply).standalone == reply


def test_an_answer_with_sources_is_no_counter_question() -> None:
    assert asked_back(WHICH)
    assert not asked_back("Wie dit vraagt? De organisator [1].")
    assert not asked_back("Dit staat niet in de documenten die ik ken.\n\nIk zocht naar “Wat is?”")
    found = said("de tweede", "Welke fondsen zijn er?", "Fonds Noord en Fonds Zuid [1].")
    assert found.standalone == "Fonds Zuid?"


def test_a_number_beyond_the_choices_takes_none() -> None:
    assert said("7").standalone != WHICH
    assert "buitenland" not in said("7").standalone
