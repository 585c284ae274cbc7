"""A question in, passages out: keyword search, then the best candidates put in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import compress, islice

import numpy as np

from corpus.document import BlockKind, Source, Status
from indexing import reranking
from indexing.keyword_index import KeywordIndex
from indexing.passage import Feature, Passage, RetrievedPassage
from indexing.passage_store import PassageStore, Signals
from indexing.query import Query, QueryTerm
from indexing.querying import QueryAnalyser
from indexing.recent import Recent
from indexing.reranking import Scored, Statistics
from indexing.settings import RetrievalSettings
from indexing.vector_index import VectorSearch

_KIND_PRIORS = {
    BlockKind.REFERENCE.value: -1.0,
    BlockKind.CAPTION.value: -0.5,
    BlockKind.HEADING.value: -1.0,
    BlockKind.FOOTNOTE.value: -0.3,
}
_STATUS_PRIORS = {Status.ENDED: -0.5, Status.REPLACED: -1.0, Status.PROPOSAL: -0.2}
_FICHE_KINDS = frozenset({"country", "funding", "organisation", "practice", "policy", "study"})
_FICHE_PRIOR = -0.2
_AGE_PRIOR = -0.03
_MOST_AGE = 15
_ANALYSED = 16  # questions that are kept analysed


@dataclass(frozen=True, slots=True)
class Retrieval:
    """What was found for a question, and how the question was understood.

    ``corrections`` are pairs (as typed, as searched); ``reference`` is true when the question was
    answered as a look-up of a numbered thing.
    """

    hits: tuple[RetrievedPassage, ...]
    terms: tuple[QueryTerm, ...]
    corrections: tuple[tuple[str, str], ...] = ()
    reference: bool = False


class Retriever:
    """Finds passages in one generation of the index. Safe for several threads."""

    def __init__(
        self,
        *,
        analyser: QueryAnalyser,
        keywords: KeywordIndex,
        store: PassageStore,
        sources: Mapping[str, Source],
        statistics: Statistics,
        settings: RetrievalSettings,
        vectors: VectorSearch | None = None,
    ) -> None:
        self._analyser = analyser
        self._keywords = keywords
        self._store = store
        self._sources = sources
        self._statistics = statistics
        self._settings = settings
        self._vectors = vectors
        # One question is put to several documents by turns.
        self._analysed = lru_cache(maxsize=_ANALYSED)(self._analyse)
        self._kept = Recent[int, Passage](settings.kept_passages)
        self._signals = Recent[int, Signals](settings.kept_signals)
        today = date.today()  # noqa: DTZ011 - validity is in the reader's own days
        self._pairs: dict[str, dict[str, str]] = {}
        for source in sources.values():
            if source.pair:
                self._pairs.setdefault(source.pair, {})[source.language or ""] = source.id
        self._priors = {key: _document_prior(source, today) for key, source in sources.items()}

    def retrieve(
        self,
        text: str,
        *,
        lang: str,
        k: int = 10,
        documents: frozenset[str] | None = None,
        topics: frozenset[str] | None = None,
    ) -> Retrieval:
        """The ``k`` best passages for a question, best first.

        Args:
            text: the question, standalone.
            lang: its language; of a fiche in two languages only that one comes back.
            documents, topics: when given, only these documents, only documents on these topics.
        """
        query, weights = self._analysed(text, lang)
        ranked = self._ranked(query, weights, k, documents, topics)
        passages = self._passages([row for row, *_ in ranked])
        hits = tuple(
            RetrievedPassage(passages[row], score, features, matched)
            for row, score, features, matched in ranked
        )
        return Retrieval(hits, query.terms, query.corrections, query.reference_route)

    def _analyse(self, text: str, lang: str) -> tuple[Query, Mapping[tuple[str, str], float]]:
        query = self._analyser.analyse(text, lang)
        return query, self._weights(query)

    def _passages(self, rows: Sequence[int]) -> dict[int, Passage]:
        """Passages by row number, as they were kept or read anew."""
        found = self._kept.among(rows)
        read = self._store.by_rows([row for row in rows if row not in found])
        self._kept.put_all(read)
        return found | read

    def _signals_of(self, rows: Sequence[int]) -> dict[int, Signals]:
        """What reordering needs of passages, kept or read anew: the parts of one question have most
        of their candidates in common."""
        found = self._signals.among(rows)
        read = self._store.signals([row for row in rows if row not in found])
        self._signals.put_all(read)
        return found | read

    def _ranked(
        self,
        query: Query,
        weights: Mapping[tuple[str, str], float],
        k: int,
        documents: Iterable[str] | None,
        topics: Iterable[str] | None,
    ) -> list[tuple[int, float, tuple[Feature, ...], tuple[str, ...]]]:
        settings = self._settings
        limit = max(settings.candidates, k)
        found = self._keywords.search(weights, limit, documents=documents, topics=topics)
        likeness: dict[int, float] = {}
        if self._vectors is not None and not query.reference_route:
            allowed = self._allowed(documents, topics)
            likeness = self._vectors.search(query.text, limit, documents=allowed)
        rows = list(dict.fromkeys([*(row for row, _ in found), *likeness]))
        signals = self._signals_of(rows)
        candidates = [signals[row] for row in rows if row in signals]
        if not candidates:
            return []
        scored = reranking.score(query, candidates, self._statistics, settings)
        highest = max((value for _, value in found), default=1.0)
        first = {row: value / highest for row, value in found}
        features = self._features(query, candidates, scored, first, likeness)
        total = sum((values * weight for _, values, weight in features), np.zeros(len(candidates)))
        order = np.argsort(-total, kind="stable").tolist()
        best = islice(self._one_of_each_pair(query.lang, candidates, order), k)
        plain = [(name, values.tolist(), weight) for name, values, weight in features]
        surfaces = [term.surface for term in query.terms]
        return [
            (
                candidates[at].row,
                float(total[at]),
                tuple([Feature(name, values[at], weight) for name, values, weight in plain]),
                tuple(compress(surfaces, scored.matches[at].tolist())),
            )
            for at in best
        ]

    def _allowed(
        self, documents: Iterable[str] | None, topics: Iterable[str] | None
    ) -> frozenset[str] | None:
        """The documents that both filters leave; None when neither is given."""
        if documents is None and topics is None:
            return None
        wanted = None if topics is None else set(topics)
        return frozenset(
            identity
            for identity, source in self._sources.items()
            if (documents is None or identity in set(documents))
            and (wanted is None or wanted & set(source.topics))
        )

    def _weights(self, query: Query) -> dict[tuple[str, str], float]:
        """Per field and index term, what its BM25 score counts for in the first search."""
        settings = self._settings
        fields = {"context": 1.0, "body": settings.lookup_body_weight}
        if not query.reference_route:
            fields = {"body": 1.0}
        weights: dict[tuple[str, str], float] = {}
        for term in query.terms:
            for variant in term.variants:
                own = self._analyser.idf(self._keywords.frequency(variant.term))
                # A variant rarer than its word must not outweigh the word itself.
                weight = variant.weight * term.weight * min(1.0, term.idf / max(1e-9, own))
                for field, share in fields.items():
                    key = (field, variant.term)
                    weights[key] = max(weights.get(key, 0.0), weight * share)
        for reference in query.references:
            boost = settings.reference_boost if query.reference_route else 1.0
            weights["reference", reference.term] = boost
        return weights

    def _features(
        self,
        query: Query,
        candidates: Sequence[Signals],
        scored: Scored,
        first: Mapping[int, float],
        likeness: Mapping[int, float],
    ) -> list[tuple[str, reranking.Floats, float]]:
        settings = self._settings
        prior = np.array(
            [
                self._priors.get(one.document, 0.0) + _KIND_PRIORS.get(one.kind, 0.0)
                for one in candidates
            ]
        )
        if query.reference_route:
            lookup = np.array([first.get(one.row, 0.0) for one in candidates])
            return [
                ("lookup", lookup, settings.lookup_weight),
                ("keyword", scored.keyword, settings.lookup_keyword_weight),
            ]
        features = [
            ("keyword", scored.keyword, settings.keyword_weight),
            ("grams", scored.grams, settings.gram_weight),
            ("coverage", scored.coverage, settings.coverage_weight),
            ("proximity", scored.proximity, settings.proximity_weight),
            ("prior", prior, settings.prior_weight),
        ]
        if self._vectors is not None:
            values = np.array([likeness.get(one.row, 0.0) for one in candidates])
            features.append(("vector", values, self._vectors.weight))
        return features

    def _one_of_each_pair(
        self, lang: str, candidates: Sequence[Signals], order: Iterable[int]
    ) -> Iterator[int]:
        """The order without passages of a fiche whose translation suits the reader better."""
        better: dict[str, str] = {}
        for at in order:
            source = self._sources.get(candidates[at].document)
            if source is not None and source.pair:
                inside = self._pairs[source.pair]
                chosen = better.setdefault(source.pair, inside.get(lang, source.id))
                if chosen != source.id:
                    continue
            yield at


def _document_prior(source: Source, today: date) -> float:
    prior = _STATUS_PRIORS.get(source.validity.status_on(today), 0.0)
    if source.kind in _FICHE_KINDS:
        prior += _FICHE_PRIOR
    if source.date and source.date[:4].isdigit():
        prior += _AGE_PRIOR * min(_MOST_AGE, max(0, today.year - int(source.date[:4])))
    return prior
