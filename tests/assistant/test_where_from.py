"""Where the answer before stands."""

from __future__ import annotations

import pytest

from assistant.answer import AnswerStatus
from assistant.pipeline import Assistant
from tests.assistant.small_corpus import REPORT
from tests.assistant.test_pipeline import ask, check_grounded

ASKED = "Hoeveel werkplaatsen waren er in 2023?"


@pytest.fixture(name="turns")
def said_before(assistant: Assistant) -> tuple[str, str]:
    return ASKED, ask(assistant, ASKED).text


@pytest.mark.parametrize("question", ["op welke bladzijde?", "waar komt dat cijfer vandaan?"])
def test_document_maker_and_page_are_told(
    assistant: Assistant, turns: tuple[str, str], question: str
) -> None:
    answer = ask(assistant, question, *turns)
    first = ask(assistant, ASKED).citations[0]
    check_grounded(answer)
    assert answer.status is AnswerStatus.ANSWERED
    assert {citation.document for citation in answer.citations} == {REPORT}
    assert answer.citations[0].quote == first.quote
    assert first.title in answer.text


def test_thanks_in_between_change_nothing(assistant: Assistant, turns: tuple[str, str]) -> None:
    answer = ask(assistant, "where does that come from?", *turns, "merci", "Graag gedaan!")
    assert answer.lang == "en"
    assert {citation.document for citation in answer.citations} == {REPORT}


def test_what_was_refused_has_no_source(assistant: Assistant) -> None:
    lottery = "Welk nummer won de loterij van Bolivia?"
    answer = ask(assistant, "wat is je bron?", lottery, ask(assistant, lottery).text)
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert not answer.citations


def test_what_is_asked_next_goes_on_from_the_question(
    assistant: Assistant, turns: tuple[str, str]
) -> None:
    told = ask(assistant, "op welke bladzijde?", *turns)
    answer = ask(assistant, "en in 2022?", *turns, "op welke bladzijde?", told.text)
    assert answer.standalone_question == "Hoeveel werkplaatsen waren er in 2022?"
