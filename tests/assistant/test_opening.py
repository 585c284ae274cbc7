"""Documents that are told from each other by their title and by their title page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer import Question
from assistant.answering_settings import AnsweringSettings
from assistant.finding import Finder
from assistant.opening import named_by_opening
from assistant.understanding import understand
from corpus.document import BlockKind, Document
from corpus.vocabulary import Vocabulary
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import DOCUMENTS, REPORT, Draft

VOCABULARY = Vocabulary.load()
HOUSES = {
    "harbour-annual-report": (
        "The Lantern: annual report",
        "Drawn up by Bureau Fairweather for the board",
        "The house has 312 seats and a bar. Of the visitors 41 percent came by bicycle.",
    ),
    "circuit-minutes": (
        "Minutes of the circuit of houses",
        "Meeting of 4 May, hosted by the city of Marrow",
        "The Lantern, Kiln House and The Weir took part. Kiln House counts 540 seats for visitors.",
    ),
}


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Finder:
    documents: dict[str, Document] = {}
    for identity, (title, opening, text) in HOUSES.items():
        draft = Draft(language="en")
        draft.block(BlockKind.PARAGRAPH, opening)
        draft.heading("1. The year", "1")
        draft.block(BlockKind.PARAGRAPH, text)
        source = replace(DOCUMENTS[REPORT].source, id=identity, title=title, language="en")
        documents[identity] = draft.document(source)
    index = indexed(tmp_path_factory.mktemp("houses"), documents)
    return Finder(index, VOCABULARY, AnsweringSettings())


def test_the_document_on_what_is_asked_about_goes_before_one_that_names_it(finder: Finder) -> None:
    found = finder.find(understand(Question("How many seats does The Lantern have?"), VOCABULARY))
    assert found.best is not None
    assert "312 seats" in found.best.unit.text


def test_a_study_is_named_by_who_made_it(finder: Finder) -> None:
    found = finder.find(
        understand(Question("What does the study by Fairweather say of bicycles?"), VOCABULARY)
    )
    assert found.asked.named == {"harbour-annual-report"}


OPENINGS = {"one": "Drawn up by Bureau Fairweather", "two": "Hosted by the city of Marrow"}


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("What share came by bicycle according to Fairweather?", {"one"}),
        ("Wat zegt de bevraging van Fairweather over fietsen?", {"one"}),
        # Nothing says that a document is meant.
        ("When was Fairweather founded?", set()),
        ("What does the Kingsley study say?", set()),
    ],
)
def test_only_a_word_for_a_document_makes_a_name_one(question: str, named: set[str]) -> None:
    assert named_by_opening(question, OPENINGS)[0] == named


def test_a_name_on_two_title_pages_names_neither() -> None:
    openings = {"one": "Made for Marrow", "two": "Made by Marrow"}
    assert named_by_opening("According to the Marrow report?", openings)[0] == frozenset()
