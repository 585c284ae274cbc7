"""From a fiche's statement to the document it was drawn from, when that document is at hand.

A fiche is our summary; whoever asks is better served with the source itself. Where the source of a
statement is in the index, the source is looked up and the statement steps back.
"""

from __future__ import annotations

from collections.abc import Iterable

from corpus.document import Provenance, Source
from indexing.analysis import stop_words
from indexing.passage import Passage
from indexing.tokenising import folded, tokens

_SMALL = stop_words("nl") | stop_words("en")
_FEWEST_WORDS = 3


class PrimarySources:
    """The documents in an index that are no fiches, found by the titles that fiches give them."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._words = {
            source.id: (_words(source.title), (source.date or "")[:4])
            for source in sources
            if not source.pair
        }
        self._order = {identity: place for place, identity in enumerate(self._words)}
        self._holders: dict[str, list[str]] = {}
        for identity, (title, _) in self._words.items():
            for word in title:
                self._holders.setdefault(word, []).append(identity)
        self._by_rarest: dict[str, list[str]] = {}
        for identity, (title, _) in self._words.items():
            if title:
                self._by_rarest.setdefault(self._rarest(title), []).append(identity)
        self._known: dict[tuple[str, str], str | None] = {}

    def of(self, passage: Passage) -> dict[int, str]:
        """The parts of ``passage`` (from 0) whose source is here, and that source."""
        return {
            number: origin
            for number, part in enumerate(passage.parts)
            if part.provenance and (origin := self._match(part.provenance[0]))
        }

    def _match(self, origin: Provenance) -> str | None:
        if origin.document in self._words:
            return origin.document
        key = (origin.title, origin.date[:4])
        if key not in self._known:
            self._known[key] = self._find(_words(origin.title), origin.date[:4])
        return self._known[key]

    def _find(self, words: frozenset[str], year: str) -> str | None:
        """The document whose title holds the given one or is held by it, of the same year."""
        for identity in self._alike(words):
            title, dated = self._words[identity]
            shorter, longer = sorted((words, title), key=len)
            if not shorter or not shorter <= longer:
                continue
            if len(shorter) < _FEWEST_WORDS and shorter != longer:
                continue  # a title of two words stands in many others
            if year.isdecimal() and dated.isdecimal() and year != dated:
                continue
            return identity
        return None

    def _alike(self, words: frozenset[str]) -> list[str]:
        """Every document whose title holds all of ``words``, or nothing else, and some more; in the
        order of the index."""
        found = set(self._holders.get(self._rarest(words), ())) if words else set()
        for word in words:
            found.update(self._by_rarest.get(word, ()))
        return sorted(found, key=self._order.__getitem__)

    def _rarest(self, words: frozenset[str]) -> str:
        return min(words, key=lambda word: (len(self._holders.get(word, ())), word))


def _words(title: str) -> frozenset[str]:
    return frozenset(word for token in tokens(title) if (word := folded(token)) not in _SMALL)
