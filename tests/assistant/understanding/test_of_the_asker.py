"""What people tell of themselves before they ask, and where it is no part of what they ask."""

from __future__ import annotations

import pytest

from assistant.understanding.of_the_asker import tells_of_asker, without_asker, without_errand


def nothing(_sentence: str) -> bool:
    return False


def everything(_sentence: str) -> bool:
    return True


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "Ik schrijf een stukje voor ons ledenblad. Hoeveel zalen telt de provincie?",
            "Hoeveel zalen telt de provincie?",
        ),
        (
            "I'm on the jury of a prize. My colleague asked me this. How many halls are there?",
            "How many halls are there?",
        ),
        ("onze baas wil dat weten. wie leidt het fonds?", "wie leidt het fonds?"),
        ("Even vragen voor een debat. Wie leidt het fonds?", "Wie leidt het fonds?"),
    ],
)
def test_sentences_of_who_asks_are_set_aside(text: str, rest: str) -> None:
    assert without_asker(text) == rest
    assert without_errand(text, nothing) == rest


@pytest.mark.parametrize(
    "text",
    [
        "Wij lazen iets over het Havenfonds. Hoeveel betaalt men?",  # a name
        "We are with five. How many may come?",  # a number in words
        "Ik ben 63. Tot welke leeftijd kan men aanvragen?",  # a figure
        "We kregen een brief. Wat staat daarin?",  # what is left points at it
        "Het fonds betaalt alleen reizen. Hoeveel is dat per jaar?",  # of a third
        "Ik zoek geld",
        "Zullen we gaan? Wie leidt het fonds?",
    ],
)
def test_what_may_be_asked_about_stays(text: str) -> None:
    assert without_asker(text) == text
    assert without_errand(text, nothing) == text


def test_what_guidance_goes_by_stays_and_so_does_what_who_asks_asks_of_themselves() -> None:
    text = "Ik ben fluitist. Welke beurzen zijn er?"
    assert without_errand(text, everything) == text
    own = "Mijn baas wil dit morgen weten. Waar kan ik aanvragen?"
    assert without_errand(own, nothing) == own
    assert without_asker(own) == "Waar kan ik aanvragen?"


def test_the_article_is_no_number_and_the_first_person_no_name() -> None:
    assert tells_of_asker("I'm preparing a note.")
    assert tells_of_asker("Ik schrijf een nota.")
    assert not tells_of_asker("Ik schrijf drie nota's.")
