"""What an answer still owes is told whoever words it: nobody, a model that fails, or one that
does not."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.answer import Answer, AnswerStatus, Question
from assistant.generating.choosing import OllamaSource
from assistant.generating.engine import GenerativeEngine
from assistant.generating.settings import GeneratingSettings
from assistant.pipeline import Assistant
from corpus.language import detect
from corpus.vocabulary import Vocabulary
from indexing.index import Index
from tests.assistant.generating.conftest import QUICK
from tests.assistant.guidance.conftest import TODAY
from tests.ollama.server import ScriptedOllama, drafts, says

NOBODY = "http://127.0.0.1:9"  # the discard port: nothing listens there
PARTLY = (
    "Vzw uit Brugge, vijf muzikanten in dienst bij ons, een maand Marseille. Moeten we die melding"
    " in SIPSI doen en wat is de boete als we ze vergeten?"
)
OPEN = "Het antwoord op “wat is de boete als we ze vergeten” vond ik niet"
WHOLE = (
    "vzw uit gent, drie dansers met een contract bij ons, twee weken lyon. moeten wij die melding"
    " in SIPSI doen?"
)
REFUSED = (
    "Wij zijn een circusfestival in Hasselt en willen bij een internationaal netwerk. Welk netwerk"
    " past en wat kost het lidmaatschap?"
)
QUESTIONS = (WHOLE, PARTLY, REFUSED)


def adviser(index: Index, url: str | None) -> Assistant:
    """An assistant over the shipped fiches, whose model is at ``url``; without one for None."""
    vocabulary, settings = Vocabulary.load(), GeneratingSettings(**QUICK)
    engine = None
    if url is not None:
        source: Any = OllamaSource(url, "tiny:1b", settings, quiet=True)
        engine = GenerativeEngine(source, vocabulary, settings, detect)
    return Assistant(index, vocabulary, today=lambda: TODAY, generation=engine)


def told(answer: Answer) -> tuple[str, AnswerStatus]:
    """What an answer says, and how it ends."""
    return answer.text, answer.status


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_model_reached_is_no_model(fiche_index: Index, question: str) -> None:
    expected = adviser(fiche_index, None).ask(Question(question))
    assert told(adviser(fiche_index, NOBODY).ask(Question(question))) == told(expected)
    assert "**Eerste contact.**" in expected.text


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_model_that_fails_takes_nothing_away(
    fiche_index: Index, server: ScriptedOllama, question: str
) -> None:
    server.plays = [says("Natuurlijk! Dat moet.")]
    expected = adviser(fiche_index, None).ask(Question(question))
    assert told(adviser(fiche_index, server.url).ask(Question(question))) == told(expected)


def test_a_part_stays_open_whoever_words_the_others(
    fiche_index: Index, server: ScriptedOllama
) -> None:
    expected = adviser(fiche_index, None).ask(Question(PARTLY))
    assert OPEN in expected.text
    assert expected.status is AnswerStatus.PARTLY_ANSWERED
    quote = expected.citations[0].quote
    server.plays = [drafts((quote, quote))]
    answer = adviser(fiche_index, server.url).ask(Question(PARTLY))
    assert answer.engine == "ollama:tiny:1b"
    assert answer.status is AnswerStatus.PARTLY_ANSWERED
    assert answer.text.count(OPEN) == 1
    assert answer.text.count("**Eerste contact.**") == 1


def test_no_model_words_what_is_not_known(fiche_index: Index, server: ScriptedOllama) -> None:
    answer = adviser(fiche_index, server.url).ask(Question(REFUSED))
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert not server.chats


def test_a_comparison_that_its_sides_answer_is_told_without_a_model(small_index: Index) -> None:
    question = "Wat is hoger: het aantal werkplaatsen of het aantal concerten in 2018?"
    expected = adviser(small_index, None).ask(Question(question))
    assert told(adviser(small_index, NOBODY).ask(Question(question))) == told(expected)
    assert expected.status is AnswerStatus.ANSWERED
