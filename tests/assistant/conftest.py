"""An assistant over the small corpus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.pipeline import Assistant
from corpus.document import Document
from corpus.settings import CorpusSettings
from corpus.vocabulary import Vocabulary
from indexing.index import Index
from indexing.settings import IndexingSettings
from indexing.synchronise import synchronise
from tests.assistant.small_corpus import DOCUMENTS


def indexed(folder: Path, documents: Mapping[str, Document]) -> Index:
    """An index of documents (by id) that were written for a test."""
    settings = IndexingSettings(folder=folder / "index", vectors=False)
    synchronise(
        settings,
        CorpusSettings(with_fiches=False),
        gather=lambda _: SimpleNamespace(  # type: ignore[arg-type,return-value]
            sources=tuple(document.source for document in documents.values()), problems=()
        ),
        read=lambda source, _: documents[source.id],
    )
    return Index.open(settings)


@pytest.fixture(scope="session")
def small_index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """The index of the small corpus."""
    with indexed(tmp_path_factory.mktemp("small"), DOCUMENTS) as index:
        yield index


@pytest.fixture(scope="session")
def assistant(small_index: Index) -> Assistant:
    """An assistant over the small corpus, on a fixed day."""
    return Assistant(small_index, Vocabulary.load(), today=lambda: date(2026, 1, 15))
