"""Who asks where in the documents something stands."""

from __future__ import annotations

import pytest

from assistant.understanding.place_asked import asks_place, place_words, without_place


@pytest.mark.parametrize(
    "question",
    [
        "Op welke pagina staat het cijfer van 31 ateliers?",
        "op welke bladzijde gaat het over de haven",
        "Which page cites the harbour board?",
        "On what page is table 5?",
        "welke pagina's gaan over makers",
        "Waar staat dat percentage van een derde minder leden?",
        "where does it say that 70% of makers had never been there?",
        "Where is the figure of 31 studios given?",
        "Waar in het dossier vind ik iets over Zeezicht?",
        "Waar haal je dat 12 makers vertrokken?",
    ],
)
def test_a_place_is_asked_for(question: str) -> None:
    assert asks_place(question)


@pytest.mark.parametrize(
    "question",
    [
        "Waar staat VAF voor?",
        "Waar staat dat woord voor?",
        "Waar staat het beeld van de visser?",
        "Waar vind ik een residentie?",
        "Where does the board meet?",
        "Welke pagina's moet ik invullen?",
        "Hoeveel pagina's telt het dossier?",
    ],
)
def test_other_places_are_no_pages(question: str) -> None:
    assert not asks_place(question)
    assert not place_words(question)


def test_words_that_ask_for_the_place_are_not_looked_up() -> None:
    assert place_words("Which page cites the harbour board?") == {"which", "page", "cites"}


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        (
            "Klopt het dat er 31 ateliers zijn? Waar staat dat?",
            "Klopt het dat er 31 ateliers zijn?",
        ),
        ("Hoeveel leden zijn er, en op welke pagina staat dat?", "Hoeveel leden zijn er?"),
        ("How many members are there and where does it say so?", "How many members are there?"),
        (
            "Wat zegt het dossier over Zeezicht, op welke pagina?",
            "Wat zegt het dossier over Zeezicht?",
        ),
    ],
)
def test_the_question_for_its_place_is_taken_from_the_end(question: str, rest: str) -> None:
    assert without_place(question) == (rest, True)


@pytest.mark.parametrize(
    "question", ["Waar staat dat?", "Hoeveel kost het? En wie betaalt?", "Which page?"]
)
def test_nothing_is_taken_from_another_question(question: str) -> None:
    assert without_place(question) == (question, False)
