"""A statement that has the words of a question for somebody, and nobody's name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer import Question
from assistant.answering_settings import AnsweringSettings
from assistant.finding import Finder
from assistant.guidance.unstated import unstated
from assistant.understanding import understand
from corpus.vocabulary import Vocabulary
from indexing.index import Index


@pytest.mark.parametrize(
    ("question", "statement", "lacking"),
    [
        (
            "Wie is de vertegenwoordiger bij Zeezicht?",
            "Schrijf eerst naar de vertegenwoordiger van de regio.",
            True,
        ),
        (
            "Wie is de vertegenwoordiger bij Zeezicht?",
            "De vertegenwoordiger van de regio is Tine Vermeersch.",
            False,
        ),
        ("Who is the grant for?", "The grant is for makers who live in the region.", False),
    ],
)
def test_who_has_a_role_is_told_by_a_name(
    small_index: Index, question: str, statement: str, lacking: bool
) -> None:
    vocabulary = Vocabulary.load()
    finder = Finder(small_index, vocabulary, AnsweringSettings())
    found = finder.find(understand(Question(question), vocabulary))
    assert found.best is not None
    passage = replace(found.best.unit.passage, text=statement)
    unit = replace(found.best.unit, passage=passage, start=0, end=len(statement))
    told = replace(found.best, unit=unit)
    assert unstated(found.asked, (told,), lambda _: "Zeezicht") is lacking
