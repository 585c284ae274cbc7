"""An assistant over the shipped fiches, on a fixed day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.guidance.guide import Guide
from assistant.pipeline import Assistant
from corpus.settings import CorpusSettings
from corpus.vocabulary import Vocabulary
from indexing.analysis import Analyser
from indexing.index import Index
from indexing.settings import IndexingSettings
from indexing.synchronise import synchronise

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def fiche_index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """The index of the shipped fiches."""
    folder: Path = tmp_path_factory.mktemp("fiches")
    settings = IndexingSettings(folder=folder / "index", vectors=False)
    synchronise(settings, CorpusSettings(downloads=folder / "downloads"))
    with Index.open(settings) as index:
        yield index


@pytest.fixture(scope="session")
def guide(fiche_index: Index) -> Guide:
    """The guide to the shipped fiches."""
    analyser = Analyser(lambda word: fiche_index.word_count(word, "nl"))
    return Guide(fiche_index, analyser.terms, Vocabulary.load())


@pytest.fixture(scope="session")
def adviser(fiche_index: Index) -> Assistant:
    """An assistant over the shipped fiches."""
    return Assistant(fiche_index, Vocabulary.load(), today=lambda: TODAY)
