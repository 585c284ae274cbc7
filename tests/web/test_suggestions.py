"""Every question that the start page suggests is answered from the shipped fiches."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import AnswerStatus, Question
from assistant.pipeline import Assistant
from corpus.vocabulary import Vocabulary
from indexing.index import Index
from web.wording import LANGUAGES, wording

# The fiche on which an answer to each suggestion must rest, in the order of the page.
ON = (
    "organisation-vibe",
    "funding-tip",
    "practice-a1-employee",
    "country-fr",
    "country-nl",
    "funding-creative-europe-cooperation",
    "policy-flemish-framework-2021-2025",
    "policy-flemish-framework-2021-2025",
    "literat",
)
SUGGESTED = [
    (lang, question, on)
    for lang in LANGUAGES
    for question, on in zip(
        (q for group in wording(lang).items("start.examples") for q in group["questions"]),
        ON,
        strict=True,
    )
]


@pytest.fixture(scope="module")
def assistant(fiche_index: Index) -> Assistant:
    return Assistant(fiche_index, Vocabulary.load(), today=lambda: date(2026, 11, 22))


@pytest.mark.parametrize(("lang", "question", "on"), SUGGESTED)
def test_a_suggestion_is_answered_in_its_language(
    assistant: Assistant, lang: str, question: str, on: str
) -> None:
    answer = assistant.ask(Question(question))
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.lang == lang
    assert {citation.language for citation in answer.citations} == {lang}
    assert any(on in citation.document for citation in answer.citations)
