"""Documents of the kinds that users add are read, searched and answered from, wherever tests run.

They and the questions over them were written before any answer was seen; half of the questions
stays sealed (``made-sealed``) and is only ever counted.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assembly import assemble
from assistant.settings import WegwijsSettings
from corpus.document import BlockKind
from evals.running import run_suite
from evals.suite import load_suite
from evals.targets import InProcess
from evals.validating import validate
from indexing.index import Index
from indexing.synchronise import synchronise
from tests.made_documents.building import build
from tests.made_documents.source import texts

SUITES = Path(__file__).parent.parent.parent / "evals" / "suites"
# A few points below what was measured, so that a loss shows and a question more or less does not.
_RIGHT = 0.73
_REFUSED = 0.12


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> WegwijsSettings:
    folder = tmp_path_factory.mktemp("made")
    build(folder / "documents")
    settings = WegwijsSettings(
        data=folder / "data",
        corpus=(folder / "documents",),
        with_fiches=False,
        engine="extractive",
    )
    synchronise(settings.indexing_settings, settings.corpus_settings)
    return settings


@pytest.fixture(scope="module")
def outcome(
    settings: WegwijsSettings, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, float | None]]:
    """Every measure of every development question."""
    target = InProcess(assemble(settings))
    try:
        run = run_suite(
            load_suite(SUITES / "made-development"), target, tmp_path_factory.mktemp("run")
        )
    finally:
        target.close()
    return {scored.item.id: dict(scored.scores) for scored in run.scored}


def test_every_kind_of_document_is_there(settings: WegwijsSettings) -> None:
    with Index.open(settings.indexing_settings) as index:
        assert {source.id for source in index.sources()} == {text.name for text in texts()}


def test_a_note_whose_own_number_is_raised_is_a_note(settings: WegwijsSettings) -> None:
    with Index.open(settings.indexing_settings) as index:
        blocks = index.document("landschapsstudie-letteren").blocks
    notes = [block.marker for block in blocks if block.kind is BlockKind.FOOTNOTE]
    assert notes == ["1", "2", "3"]
    assert {mark for block in blocks for mark in block.notes} == {"1", "2", "3"}


@pytest.mark.parametrize("name", ["made-development", "made-sealed"])
def test_the_questions_can_be_answered_from_them(settings: WegwijsSettings, name: str) -> None:
    suite = load_suite(SUITES / name)
    with Index.open(settings.indexing_settings) as index:
        documents = {source.id: index.document(source.id) for source in index.sources()}
    assert validate(suite, documents) == ()


def test_most_questions_are_answered_rightly(
    outcome: dict[str, dict[str, float | None]],
) -> None:
    right = [float(values["correct"] or 0) for values in outcome.values()]
    refused = [
        float(values["false_refusal"])
        for values in outcome.values()
        if values["false_refusal"] is not None
    ]
    assert sum(right) / len(right) >= _RIGHT
    assert sum(refused) / len(refused) <= _REFUSED


@pytest.mark.parametrize(
    ("identity", "tells"),
    [
        ("made-circus-1", "an article by its number"),
        ("made-circus-4", "when something holds, by its conditions"),
        ("made-translation-6", "when, counted from another day"),
        ("made-school-7", "until when, counted from another day"),
        ("made-visual-7", "a sum of money in a table that names its unit once"),
        ("made-letters-2", "a column that a year heads"),
        ("made-slovenia-5", "an amount in euros"),
        ("made-translation-8", "the list that its heading announces"),
        ("made-travel-10", "what stands under a heading that asks"),
        ("made-travel-3", "the term that one clause sets apart from another"),
        ("made-school-4", "a length in a table, in minutes by their short name"),
        ("made-festivals-1", "a figure of a table without rulings"),
        ("made-volunteers-1", "a share that the next sentence gives"),
        ("made-ateliers-6", "of a city, in what that city publishes"),
        ("made-crews-2", "an age that has no unit"),
        ("made-studios-12", "no area, where only a price per area is told"),
        ("made-festivals-12", "nothing of a name by its parts"),
        ("made-volunteers-15", "what each of two kinds of text says"),
        ("made-ateliers-15", "what each of two cities asks"),
        ("made-circus-11", "a text in the reader's language before one in the other"),
    ],
)
def test_what_is_asked_is_told(
    outcome: dict[str, dict[str, float | None]], identity: str, tells: str
) -> None:
    assert outcome[identity]["correct"] == 1.0, tells
