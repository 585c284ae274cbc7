"""What the fiches among the passages found were drawn from, looked up in the publication itself."""

from __future__ import annotations

from dataclasses import replace

from assistant.extracting.asked import Candidate
from assistant.fiche_pairs import FichePairs
from assistant.primary_sources import PrimarySources
from indexing.index import Index
from indexing.passage import Passage, RetrievedPassage

_MOST_FOLLOWED = 3  # statements that are followed to their source


class Origins:
    """Knows the publications behind fiches, in one generation of an index."""

    def __init__(self, index: Index, pairs: FichePairs) -> None:
        self._index = index
        self._pairs = pairs
        self._primary = PrimarySources(index.sources())
        self._followed: dict[tuple[str, str], tuple[RetrievedPassage, ...]] = {}

    def bring_in(self, candidates: dict[str, Candidate]) -> None:
        """Bring in what the fiches among the best were drawn from, and let those step back."""
        ranked = sorted(candidates.values(), key=lambda candidate: -candidate.standing)
        followed = 0
        for candidate in ranked:
            origins = self._primary.of(candidate.passage)
            if not origins:
                continue
            candidates[candidate.passage.id] = replace(
                candidate, passed_over=frozenset(origins), bonus=min(0.0, candidate.bonus)
            )
            if followed == _MOST_FOLLOWED:
                continue
            followed += 1
            primary = next(iter(origins.values()))
            hits = self._source_passages(candidate.passage, primary)
            top = hits[0].score if hits else 1.0
            for hit in hits:
                standing = candidate.standing * max(0.0, hit.score / (top or 1.0))
                known = candidates.get(hit.passage.id)
                if known is None or known.standing < standing:
                    candidates[hit.passage.id] = Candidate(
                        hit.passage,
                        self._index.source(hit.passage.document),
                        standing,
                        candidate.found,
                    )

    def _source_passages(self, passage: Passage, primary: str) -> tuple[RetrievedPassage, ...]:
        """Where the source says what a fiche's passage sums up; kept, for it never changes."""
        key = (passage.id, primary)
        if key not in self._followed:
            self._followed[key] = tuple(
                self._index.retriever.retrieve(
                    self._in_language_of(passage, primary),
                    lang=self._index.source(primary).language or "nl",
                    k=3,
                    documents=frozenset({primary}),
                ).hits
            )
        return self._followed[key]

    def _in_language_of(self, passage: Passage, document: str) -> str:
        """The statement in the language of the document it comes from, when the pair has it."""
        twin = self._pairs.twin(passage, self._index.source(document).language or "")
        return (twin or passage).text
