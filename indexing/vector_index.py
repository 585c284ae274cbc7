"""The vector index: Chroma, embedded, with our own vectors only and its telemetry off.

Chroma is imported when a store is opened, not before: it takes about a second, and questions do
not need it as long as the dense arm has no weight.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from indexing.embedding import Embedder, Vectors
from indexing.errors import DataNotWritable, IndexCorrupt
from indexing.passage import Passage

COLLECTION = "passages"
_BATCH = 2_000


class VectorIndex:
    """Vectors of one generation's passages, with the row and document of each.

    Raises:
        IndexCorrupt: the folder does not hold a whole store.
    """

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        import chromadb
        from chromadb.config import Settings

        try:
            self._client = chromadb.PersistentClient(
                path=str(folder), settings=Settings(anonymized_telemetry=False, allow_reset=False)
            )
            self._collection: Any = (
                self._client.get_or_create_collection(
                    COLLECTION,
                    configuration={"hnsw": {"space": "cosine"}},
                    embedding_function=None,
                )
                if create
                else self._client.get_collection(COLLECTION, embedding_function=None)
            )
        except Exception as error:  # Chroma raises its own, SQLite's and Rust's errors
            raise IndexCorrupt(
                f"The vector index cannot be opened ({error}).",
                hint="Build it anew: wegwijs index --rebuild",
            ) from error

    @property
    def collection(self) -> Any:
        """The Chroma collection, for LlamaIndex's own Chroma store."""
        return self._collection

    @property
    def count(self) -> int:
        """How many passages it holds."""
        return int(self._collection.count())

    def add(self, passages: Sequence[tuple[int, Passage]], vectors: Vectors) -> None:
        """Add passages, given with their rows, and their vectors in the same order."""
        for start in range(0, len(passages), _BATCH):
            self._put(passages[start : start + _BATCH], vectors[start : start + _BATCH])

    def _put(self, batch: Sequence[tuple[int, Passage]], vectors: Vectors) -> None:
        try:
            self._collection.upsert(
                ids=[passage.id for _, passage in batch],
                embeddings=vectors,
                metadatas=[
                    {
                        "row": row,
                        "document": passage.document,
                        "digest": passage.digest,
                        "kind": passage.kind.value,
                        "language": passage.language,
                    }
                    for row, passage in batch
                ],
                documents=[passage.text for _, passage in batch],
            )
        except Exception as error:  # Chroma raises its own, SQLite's and Rust's errors
            raise DataNotWritable(
                f"The vector index cannot be written ({error}).",
                hint="Check the folder's rights and the free space.",
            ) from error

    def vectors(self, ids: Sequence[str]) -> dict[str, tuple[str, Vectors]]:
        """Per passage id that it holds, the digest and the vector: to reuse what did not change."""
        found: dict[str, tuple[str, Vectors]] = {}
        for start in range(0, len(ids), _BATCH):
            batch = self._collection.get(
                ids=list(ids[start : start + _BATCH]), include=["embeddings", "metadatas"]
            )
            for identity, vector, metadata in zip(
                batch["ids"], batch["embeddings"], batch["metadatas"], strict=True
            ):
                found[identity] = (str(metadata["digest"]), np.asarray(vector, np.float32))
        return found

    def remove_document(self, identity: str) -> None:
        self._collection.delete(where={"document": identity})

    def nearest(
        self, vector: Vectors, limit: int, *, documents: Iterable[str] | None = None
    ) -> list[tuple[int, float]]:
        """Rows and cosine likeness (-1 to 1) of the nearest passages, nearest first."""
        where = None if documents is None else {"document": {"$in": sorted(documents)}}
        found = self._collection.query(
            query_embeddings=[vector],
            n_results=limit,
            where=where,
            include=["metadatas", "distances"],
        )
        return [
            (int(metadata["row"]), 1.0 - float(distance))
            for metadata, distance in zip(found["metadatas"][0], found["distances"][0], strict=True)
        ]

    def close(self) -> None:
        """Let go of the files."""
        close = getattr(self._client, "close", None)
        if close is not None:
            close()


class VectorSearch:
    """The dense arm of retrieval: embeds a question and asks the vector index."""

    def __init__(self, index: VectorIndex, embedder: Embedder, weight: float) -> None:
        self._index = index
        self._embedder = embedder
        self.weight = weight

    def search(
        self, text: str, limit: int, *, documents: Iterable[str] | None = None
    ) -> dict[int, float]:
        """Per row, the cosine likeness to the question, of the nearest ``limit`` passages."""
        vector = self._embedder.embed([text])[0]
        return dict(self._index.nearest(vector, limit, documents=documents))

    def close(self) -> None:
        """Let go of the files."""
        self._index.close()
