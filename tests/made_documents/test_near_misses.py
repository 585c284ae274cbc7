"""Facts that are nearly there, over documents made for it: a hard suite, and whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.settings import WegwijsSettings
from evals.suite import Suite, load_suite
from evals.validating import validate
from indexing.index import Index
from indexing.synchronise import synchronise

DOCUMENTS = Path(__file__).parent / "near_misses"
SUITES = Path(__file__).parent.parent.parent / "evals" / "suites"


@pytest.fixture(scope="module")
def suite() -> Suite:
    return load_suite(SUITES / "near-misses-made")


def test_every_fact_stands_in_the_documents(suite: Suite, tmp_path: Path) -> None:
    settings = WegwijsSettings(
        data=tmp_path, corpus=(DOCUMENTS,), with_fiches=False, engine="extractive"
    )
    synchronise(settings.indexing_settings, settings.corpus_settings)
    with Index.open(settings.indexing_settings) as index:
        documents = {source.id: index.document(source.id) for source in index.sources()}
    assert validate(suite, documents) == ()


@pytest.mark.parametrize(
    "name", ["near-misses-made", "near-misses-published", "near-misses-fiches"]
)
def test_absent_facts_have_their_like_among_those_that_are_there(name: str) -> None:
    items = load_suite(SUITES / name).items
    absent = [one for one in items if not one.answerable]
    assert 0.5 <= len(absent) / len(items) < 0.6
    assert {one.lang for one in absent} == {"nl", "en"}
