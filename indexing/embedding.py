"""Text to vectors: a deterministic embedder of our own, or a model in Ollama."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from indexing.analysis import Analyser
from indexing.errors import EmbeddingFailed
from indexing.manifest import BUILT_IN_EMBEDDING
from indexing.settings import IndexingSettings

Vectors = NDArray[np.float32]

BUILT_IN_DIMENSION = 256
_BATCH = 32
_TIMEOUT_SECONDS = 120.0


class Embedder(Protocol):
    """Turns texts into vectors of length one, ``dimension`` numbers each, one row a text."""

    name: str
    dimension: int

    def embed(self, texts: Sequence[str]) -> Vectors: ...


class HashedGramEmbedder:
    """Character 3-grams of the analysed terms, hashed into signed slots.

    Feature hashing after Weinberger et al. 2009. Needs no training and no download, and the same
    text always gives the same vector, whatever else is in the index.
    """

    name = BUILT_IN_EMBEDDING
    dimension = BUILT_IN_DIMENSION

    def __init__(self) -> None:
        # Without compound parts: these depend on the corpus, a vector must not.
        self._analyser = Analyser()
        self._slots: dict[str, tuple[NDArray[np.int64], NDArray[np.float32]]] = {}

    def embed(self, texts: Sequence[str]) -> Vectors:
        found = np.zeros((len(texts), self.dimension), np.float32)
        for row, text in enumerate(texts):
            for term in self._analyser.terms(text, "nl"):
                slots, signs = self._of(term)
                np.add.at(found[row], slots, signs)
        norms = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.maximum(norms, 1e-9), np.float32)

    def _of(self, term: str) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        known = self._slots.get(term)
        if known is None:
            marked = f"_{term}_"
            codes = [
                zlib.crc32(marked[at : at + 3].encode()) for at in range(max(1, len(marked) - 2))
            ]
            slots = np.array([code % self.dimension for code in codes])
            signs = np.array([1.0 if code >> 31 else -1.0 for code in codes], np.float32)
            known = self._slots[term] = (slots, signs / np.float32(len(codes)))
        return known


class OllamaEmbedder:
    """An embedding model served by Ollama.

    Raises:
        EmbeddingFailed: Ollama does not answer, lacks the model, or gives vectors of another
            dimension than before.
    """

    def __init__(self, model: str, url: str, dimension: int = 0) -> None:
        import httpx
        import ollama  # half a second that only this embedder needs

        self.name = model
        # A connection per batch of texts costs nothing beside it, and leaves none open.
        self._client = ollama.Client(
            host=url,
            timeout=_TIMEOUT_SECONDS,
            trust_env=False,
            limits=httpx.Limits(max_keepalive_connections=0),
        )
        self.dimension = dimension

    def embed(self, texts: Sequence[str]) -> Vectors:
        rows: list[Sequence[float]] = []
        for start in range(0, len(texts), _BATCH):
            batch = list(texts[start : start + _BATCH])
            try:
                rows.extend(self._client.embed(model=self.name, input=batch).embeddings)
            except Exception as error:  # the client raises httpx, ollama and connection errors
                raise EmbeddingFailed(
                    f"The embedding model {self.name} did not answer ({error}).",
                    hint=f"Start Ollama and fetch the model: ollama pull {self.name}",
                ) from error
        found = np.array(rows, np.float32).reshape(len(texts), -1)
        if not self.dimension:
            self.dimension = found.shape[1]
        if len(texts) and found.shape[1] != self.dimension:
            raise EmbeddingFailed(
                f"{self.name} gave vectors of {found.shape[1]} numbers, "
                f"the index has {self.dimension}.",
                hint="Build the index anew: wegwijs index --rebuild",
            )
        norms = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.maximum(norms, 1e-9), np.float32)


def embedder(settings: IndexingSettings, dimension: int = 0) -> Embedder:
    """The embedder that the settings ask for; ``dimension`` is what the index has, 0 when new."""
    if settings.embed_model:
        return OllamaEmbedder(settings.embed_model, settings.ollama_url, dimension)
    return HashedGramEmbedder()
