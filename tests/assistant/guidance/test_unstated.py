"""What a statement of a fiche lacks though it has the words of a question, and what it does not."""

from __future__ import annotations

import pytest

from assistant.answer import AnswerStatus, Question
from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "Sinds wanneer bestaat Culture Hub Poland?",  # the year is that of the source
        "How many projects did the 2019 Flemish call for Japan support?",  # only euros are counted
        "Who represented Flanders at the Venice Biennale in 2024?",  # nobody is named
        "Hoeveel procent houdt het kanton Zürich in op een gage?",  # another canton's
        "Which showcase festival in the UK is the cheapest to get into?",
        "Wat is het Vlaams Garantiefonds voor Tournees?",  # no statement has the name
        "What is the phone number of Cultuurloket?",  # an address is none
        "What are the opening hours of deBuren?",
        "Since when has the writers' residency Paris of deBuren existed?",  # when we knew it
        "Wie ontwierp het Belgische paviljoen in Venetië?",  # communities are nobody
        "Op welke dag opent de volgende oproep van Perform Europe?",  # one has closed
        "Welk land kreeg het meeste geld van Perform Europe?",
        "Ik lees dat er bij VI.BE 25 mensen werken, klopt dat?",  # others' figures say nothing
    ],
)
def test_what_a_statement_lacks_is_no_answer(adviser: Assistant, question: str) -> None:
    answer = adviser.ask(Question(question))
    assert answer.status is AnswerStatus.NOT_IN_CORPUS


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hoeveel procent houdt het kanton Thurgau in op een gage?", "16 %"),
        ("Wie richtte Italia Music Export op?", "SIAE"),
        ("Who normally takes out insurance for artworks in an exhibition?", "organiser"),
        ("Wat is het hoogste bedrag van een IP?", "50.000"),
        ("By when does a Belgian employer have to hand in UNI_DISTACCO_UE?", "midnight"),
        ("What does the support for international heritage exchange pay for?", "nights"),
    ],
)
def test_what_it_does_tell_is(adviser: Assistant, question: str, said: str) -> None:
    answer = adviser.ask(Question(question))
    assert answer.status is AnswerStatus.ANSWERED
    assert said in answer.text
