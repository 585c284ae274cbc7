"""What every index of passages must do: hold what was put in, forget what was taken out, rank."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import pytest

from indexing.embedding import HashedGramEmbedder
from indexing.keyword_index import Entry, KeywordIndex, KeywordWriter
from indexing.passage import Passage
from indexing.settings import IndexingSettings
from indexing.splitting import split
from indexing.vector_index import VectorIndex
from tests.indexing.factories import P, document

TEXTS = {
    "dans": "subsidie voor dans",
    "muziek": "export van muziek",
    "film": "steun aan film en muziek",
}


class Store(Protocol):
    """What the contract needs of an index."""

    def put(self, passages: Sequence[tuple[int, Passage]]) -> None: ...
    def forget(self, name: str) -> None: ...
    def count(self) -> int: ...
    def best(self, question: str, documents: frozenset[str] | None = None) -> list[int]: ...


class Keywords:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, passages: Sequence[tuple[int, Passage]]) -> None:
        writer = KeywordWriter(self.folder)
        for row, passage in passages:
            writer.add(Entry(row, passage.document, (), passage.text.split(), (), ()))
        writer.commit()

    def forget(self, name: str) -> None:
        writer = KeywordWriter(self.folder)
        writer.remove_document(name)
        writer.commit()

    def count(self) -> int:
        with KeywordIndex(self.folder) as index:
            return index.count

    def best(self, question: str, documents: frozenset[str] | None = None) -> list[int]:
        with KeywordIndex(self.folder) as index:
            weights = {("body", term): 1.0 for term in question.split()}
            return [row for row, _ in index.search(weights, 10, documents=documents)]


class Vectors:
    def __init__(self, folder: Path) -> None:
        self.index = VectorIndex(folder, create=True)
        self.embed = HashedGramEmbedder().embed

    def put(self, passages: Sequence[tuple[int, Passage]]) -> None:
        self.index.add(passages, self.embed([passage.text for _, passage in passages]))

    def forget(self, name: str) -> None:
        self.index.remove_document(name)

    def count(self) -> int:
        return self.index.count

    def best(self, question: str, documents: frozenset[str] | None = None) -> list[int]:
        vector = self.embed([question])[0]
        return [row for row, _ in self.index.nearest(vector, 10, documents=documents)]


@pytest.fixture(params=[Keywords, Vectors])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    kind: Callable[[Path], Store] = request.param
    made = kind(tmp_path / "store")
    made.put(
        [
            (row, passage)
            for row, (name, text) in enumerate(TEXTS.items())
            for passage in split(document(name, [(P, text)]), IndexingSettings())
        ]
    )
    return made


def test_it_counts_what_was_put_in(store: Store) -> None:
    assert store.count() == 3


def test_the_passage_that_says_it_comes_first(store: Store) -> None:
    assert store.best("subsidie dans")[0] == 0
    assert store.best("export muziek")[0] == 1


def test_what_was_taken_out_is_not_found(store: Store) -> None:
    store.forget("dans")
    assert store.count() == 2
    assert 0 not in store.best("subsidie dans")


def test_taking_out_what_is_not_there_changes_nothing(store: Store) -> None:
    store.forget("niets")
    assert store.count() == 3


def test_only_the_named_documents_are_searched(store: Store) -> None:
    assert store.best("muziek", frozenset({"film"})) == [2]
    assert store.best("muziek", frozenset({"niets"})) == []
