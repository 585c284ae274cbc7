"""What leans on the turn before, and what stands by itself whatever was said before it."""

from __future__ import annotations

import pytest

from assistant.answer import Question, Turn
from assistant.understanding import understand
from assistant.understanding.standing_alone import points_back, says_what
from corpus.vocabulary import Vocabulary

VAGUE = (
    Turn("user", "Ik wil iets doen in het buitenland"),
    Turn(
        "assistant",
        "Met welke discipline wil je gaan, en naar welk land?\n\n- Waar begin ik met muziek in het"
        " buitenland?\n- Waar begin ik met dans in het buitenland?",
    ),
)
OTHER = (Turn("user", "Wie leest de kranten voor?"), Turn("assistant", "De omroeper [1]."))


@pytest.mark.parametrize("before", [VAGUE, OTHER])
@pytest.mark.parametrize(
    "question",
    [
        "Wat is het jaarloon van de directeur van VI.BE?",
        "Wie is de burgemeester van Leuven?",
        "is een residentie in Spanje betaald?",
        "Welke subsidies zijn er voor illustratoren?",
        "Are there grants for circus artists in France?",
        "Is there a travel grant for authors?",
        "What is a permit and which kinds are there?",
        "wat bewijst een A1 eigenlijk en wie vraagt dat aan?",
        "Wat staat er in dat verdrag van 1995 over cultuur?",
        "Heeft de sector dat Econopolis-plan ook uitgevoerd?",
        "Klopt het dat de oproep voor schrijvers dit jaar niet doorgaat?",
        "Wat vragen ze in de muzieksector over de tax shelter?",
        "We want to go by train instead of by plane, is there extra money for it?",
        "Welke steun krijgt een band die in Noorwegen drie concerten speelt?",
        "Why is it hard for museums to hire people with digital skills?",
        "How much does the museum pay its guides in the summer?",
    ],
)
def test_a_question_that_says_everything_takes_nothing_along(
    question: str, before: tuple[Turn, ...]
) -> None:
    found = understand(Question(question, before), Vocabulary.load())
    assert found.standalone == question
    assert not found.follow_up.leans


@pytest.mark.parametrize(
    "question",
    [
        "Sinds wanneer bestaat die?",
        "hoe vraag ik die subsidie nu aan?",
        "welke landen doen daaraan mee?",
        "kan ik die subsidie in Frankrijk gebruiken?",
        "Wanneer was Antwerpen het?",
        "How many acts and professionals does it have?",
        "What is their project about?",
        "ik woon in Gent, kan ik die ook krijgen?",
        "welke kosten zitten er in?",
    ],
)
def test_a_word_without_anything_to_stand_for_points_back(question: str) -> None:
    assert points_back(question)


def test_they_are_people_in_general_only_where_nobody_was_spoken_of() -> None:
    question = "What do they ask of small companies abroad?"
    assert points_back(question)
    assert not points_back(question, people=True)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Hoeveel leden heeft IETM?", True),
        ("wat is een carnet?", True),
        ("Hoeveel inwoners heeft Kortrijk?", True),
        ("Hoeveel leden in Duitsland?", False),
        ("Wat is het budget?", False),
        ("Wie is de directeur?", False),
        ("do Flemish dates count?", False),
    ],
)
def test_a_place_only_tells_where(question: str, says: bool) -> None:
    assert says_what(question) is says
