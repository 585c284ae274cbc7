"""Which figures of a question are claims that a source can go against."""

from __future__ import annotations

import pytest

from assistant.answer import Question
from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel concerten op festivals betaalde het reisfonds? Onze band van 12 wil ook.",
        "We are 12 musicians. How many concerts at festivals abroad did the travel fund pay for?",
    ],
)
def test_the_own_case_of_who_asks_goes_against_no_source(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(Question(question))
    assert "75" in answer.text
    assert "niet 12" not in answer.text
    assert "not say 12" not in answer.text


def test_what_a_question_takes_for_granted_is_corrected(assistant: Assistant) -> None:
    answer = assistant.ask(
        Question("Why did the travel fund pay for 90 concerts at festivals abroad?")
    )
    assert "The source does not say 90, but 75." in answer.text
