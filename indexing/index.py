"""The index as readers see it: one whole generation, opened once, refreshed when a newer stands."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType

import numpy as np

from corpus.document import Document, Source
from corpus.lexicon.places import read_gazetteer
from indexing import generations
from indexing.analysis import REMEMBERED, Analyser
from indexing.embedding import embedder
from indexing.errors import IndexCorrupt
from indexing.keyword_index import KeywordIndex, WordIndex
from indexing.manifest import Manifest
from indexing.passage import Passage
from indexing.passage_store import PassageStore
from indexing.protocols import Vocabulary
from indexing.querying import LEAST_SHARE, QueryAnalyser
from indexing.reranking import GRAM_SLOTS, Statistics
from indexing.retriever import Retriever
from indexing.settings import IndexingSettings
from indexing.spelling import Spelled, Speller
from indexing.spread import Spread
from indexing.vector_index import VectorIndex, VectorSearch

GRAM_COUNTS = "gram-counts"
_COUNTED = 50_000  # words whose counts are remembered; some 250 bytes each
_LOG = logging.getLogger(__name__)
_REBUILD = "Build it anew: wegwijs index --rebuild"


def load_vocabulary() -> Vocabulary | None:
    """The shipped lexicon."""
    from corpus.errors import CorpusError
    from corpus.vocabulary import Vocabulary as Lexicon

    try:
        return Lexicon.load()
    except CorpusError as error:
        # Questions in the documents' own language still work; `wegwijs doctor` tells more.
        _LOG.warning("No translation: %s", error)
        return None


class _Generation:
    """Everything that is open of one generation."""

    def __init__(
        self,
        folder: Path,
        settings: IndexingSettings,
        vocabulary: Callable[[], Vocabulary | None],
    ) -> None:
        self.folder = folder
        self.manifest = Manifest.read(folder)
        self.manifest.check(settings)
        self.store = PassageStore(folder / generations.PASSAGES)
        self.keywords = KeywordIndex(folder / generations.KEYWORD)
        self.words = WordIndex(folder / generations.WORDS)
        counted = {
            "manifest": self.manifest.passages,
            "keywords": self.keywords.count,
            "passages": self.store.count(),
        }
        if len(set(counted.values())) > 1:
            raise IndexCorrupt(f"The index's parts do not agree ({counted}).", hint=_REBUILD)
        self.sources = {source.id: source for source in self.store.sources()}
        self.vectors = self._open_vectors(settings)
        retrieval = settings.retrieval
        # A question and the passages it is held against ask for the same words over and over.
        self.word_count = lru_cache(maxsize=_COUNTED)(self.store.word_count)
        plain = self.analyser = Analyser(
            lambda word: self.word_count(word, "nl"),
            remembered=REMEMBERED,
            names=read_gazetteer().certain,
        )
        self.speller = Speller(
            plain, self.keywords.frequency, self.word_count, self.words, vocabulary
        )
        analyser = QueryAnalyser(
            plain,
            self.keywords.frequency,
            self.word_count,
            self.manifest.passages,
            self.manifest.languages,
            retrieval,
            self.words,
            vocabulary,
        )
        self.retriever = Retriever(
            analyser=analyser,
            keywords=self.keywords,
            store=self.store,
            sources=self.sources,
            statistics=self._statistics(),
            settings=retrieval,
            vectors=self.vectors,
        )

    def _open_vectors(self, settings: IndexingSettings) -> VectorSearch | None:
        """The dense arm, when it has weight: opening it costs a second."""
        retrieval = settings.retrieval
        weight = retrieval.model_vector_weight if settings.embed_model else retrieval.vector_weight
        if not settings.vectors or weight <= 0 or not self.manifest.passages:
            return None
        index = VectorIndex(self.folder / generations.VECTORS)
        if index.count != self.manifest.passages:
            raise IndexCorrupt("The vector index is not whole.", hint=_REBUILD)
        return VectorSearch(index, embedder(settings, self.manifest.dimension), weight)

    def _statistics(self) -> Statistics:
        noted = self.store.note(GRAM_COUNTS)
        if noted is None or len(noted) != 4 * GRAM_SLOTS:
            raise IndexCorrupt("The index lacks its 4-gram counts.", hint=_REBUILD)
        return Statistics(
            passages=max(1, self.manifest.passages),
            mean_length=self.manifest.mean_length,
            mean_context=self.manifest.mean_context,
            mean_grams=self.manifest.mean_grams,
            gram_counts=np.frombuffer(noted, np.uint32).astype(np.float64),
        )

    @cached_property
    def spread(self) -> Spread:
        """Made when it is first asked for: who only searches needs none."""
        return Spread(self.keywords, self.store.documents_by_row())

    def close(self) -> None:
        self.store.close()
        self.keywords.close()
        self.words.close()
        if self.vectors is not None:
            self.vectors.close()


class Index:
    """A whole index, open for reading; a context manager. Safe for several threads."""

    def __init__(
        self,
        settings: IndexingSettings,
        vocabulary: Callable[[], Vocabulary | None] = load_vocabulary,
    ) -> None:
        """Open the current generation; see :meth:`open`."""
        self._settings = settings
        self._vocabulary = vocabulary
        self._refreshing = threading.Lock()
        self._open = _Generation(generations.current(settings.folder), settings, vocabulary)

    @classmethod
    def open(cls, settings: IndexingSettings) -> Index:
        """Open the index.

        Raises:
            IndexMissing: nothing was indexed yet.
            IndexMismatch: it was built with other settings.
            IndexCorrupt: its files do not make a whole index.
        """
        return cls(settings)

    def __enter__(self) -> Index:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._open.close()

    def refresh(self) -> bool:
        """Open a newer generation when there is one; whether there was.

        Whoever still works with the old one may finish: its files close when nobody holds it.
        """
        with self._refreshing:
            newest = generations.current(self._settings.folder)
            if newest == self._open.folder:
                return False
            self._open = _Generation(newest, self._settings, self._vocabulary)
            return True

    @property
    def manifest(self) -> Manifest:
        return self._open.manifest

    @property
    def retriever(self) -> Retriever:
        return self._open.retriever

    @property
    def analyser(self) -> Analyser:
        """Turns text into the terms that the index holds."""
        return self._open.analyser

    @property
    def spread(self) -> Spread:
        """Over which documents words are spread."""
        return self._open.spread

    @property
    def passage_count(self) -> int:
        return self._open.manifest.passages

    def spelled(self, text: str, lang: str) -> Spelled:
        """A question with its typing errors put right; ``lang`` is nl or en, else nothing is."""
        return self._open.speller.spelled(text, lang)

    def speaks(self, lang: str) -> bool:
        """Whether more than a stray passage is in this language."""
        manifest = self._open.manifest
        return manifest.languages.get(lang, 0) >= LEAST_SHARE * max(1, manifest.passages)

    def passage(self, identity: str) -> Passage:
        """The passage with this id. Raises KeyError when there is none."""
        return self._open.store.passage(identity)

    def passages(
        self, document_id: str, first_ordinal: int = 0, last_ordinal: int = 2**31
    ) -> tuple[Passage, ...]:
        """A document's passages with these ordinals (from 0, both included), in reading order."""
        return self._open.store.passages(document_id, first_ordinal, last_ordinal)

    def document(self, identity: str) -> Document:
        """A document as it was read, pages and blocks. Raises KeyError when there is none."""
        return self._open.store.document(identity)

    def sources(self) -> tuple[Source, ...]:
        """What the index holds, by document id."""
        return tuple(self._open.sources.values())

    @property
    def sources_by_id(self) -> dict[str, Source]:
        """The same by document id; not to be changed."""
        return self._open.sources

    def source(self, identity: str) -> Source:
        """A document's metadata. Raises KeyError when there is none."""
        return self._open.sources[identity]

    def frequency(self, term: str) -> int:
        """In how many passages an analysed term stands."""
        return self._open.keywords.frequency(term)

    def word_count(self, word: str, lang: str | None = None) -> int:
        """In how many passages a folded word stands, of one language or of all."""
        return self._open.word_count(word, lang)
