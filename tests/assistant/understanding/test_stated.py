"""What a question states and wants to see confirmed."""

from __future__ import annotations

import pytest

from assistant.understanding.stated import Stated, stated


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Klopt het dat er 48 werkplaatsen zijn?", "er 48 werkplaatsen zijn"),
        ("klopt da dat er 48 werkplaatsen zijn", "er 48 werkplaatsen zijn"),
        ("Is het waar dat de huur daalt?", "de huur daalt"),
        ("Is it true that rents are falling?", "rents are falling"),
        ("Can you confirm that rents are falling?", "rents are falling"),
        ("Ik lees dat er 48 werkplaatsen zijn, klopt dat?", "er 48 werkplaatsen zijn"),
        ("Volgens mijn tekst daalt de huur. Juist?", "daalt de huur"),
        ("De huur daalt elk jaar, toch?", "De huur daalt elk jaar"),
        ("There are 48 workspaces, right?", "There are 48 workspaces"),
        ("The rents are falling, aren't they?", "The rents are falling"),
    ],
)
def test_a_claim_is_read_without_the_words_that_ask_for_it(question: str, claim: str) -> None:
    assert stated(question) == Stated(claim)


@pytest.mark.parametrize(
    ("question", "claim", "source"),
    [
        ("Zegt het jaarverslag dat de huur daalt?", "de huur daalt", "het jaarverslag"),
        ("Does the report say that rents are falling?", "rents are falling", "the report"),
    ],
)
def test_who_is_to_have_said_it_is_told(question: str, claim: str, source: str) -> None:
    assert stated(question) == Stated(claim, source)


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel werkplaatsen zijn er?",
        "Waar vraag ik dat aan, toch?",
        "Is er steun voor werkplaatsen?",
        "Ik lees dat de huur daalt. Wie helpt mij met een contract?",
        "Klopt dat?",
        "Does the fund pay for travel?",
    ],
)
def test_other_questions_state_nothing(question: str) -> None:
    assert stated(question) is None


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Did 4 % of the members leave?", "4 % of the members leave"),
        ("Telt het netwerk 40 leden?", "Telt het netwerk 40 leden"),
        ("Was de markt in 2011 in Zeezicht?", "Was de markt in 2011 in Zeezicht"),
    ],
)
def test_a_figure_is_asked_for_by_a_verb_first(question: str, claim: str) -> None:
    assert stated(question) == Stated(claim, open=True)


def test_what_is_asked_of_oneself_states_nothing() -> None:
    assert stated("Is 600 euro voor mijn concert genoeg?") is None
    assert stated("Are there 40 members?") is None
