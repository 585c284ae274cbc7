"""Over which documents words are spread: in how many passages of each they stand."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from indexing.keyword_index import KeywordIndex

_KEPT = 10_000  # terms whose passages are kept
_MOST = 2_000  # passages in which a term may stand that tells anything of where it does
_NOWHERE = -1


class Spread:
    """Counts the passages of documents in which terms stand, or in the title or a heading above
    them. Safe for several threads."""

    def __init__(self, keywords: KeywordIndex, documents_by_row: Iterable[tuple[int, str]]) -> None:
        """``documents_by_row``: the row of each passage and the id of its document, rows
        ascending."""
        self._keywords = keywords
        self._places = array("l")
        known: dict[str, int] = {}
        for row, document in documents_by_row:
            self._places.extend([_NOWHERE] * (row + 1 - len(self._places)))
            self._places[row] = known.setdefault(document, len(known))
        sizes = Counter(self._places)
        self._sizes = {document: sizes[place] for document, place in known.items()}
        self._documents = tuple(known)
        self._rows = lru_cache(maxsize=_KEPT)(self._rows_of)

    def size(self, document: str) -> int:
        """How many passages a document has; 0 when there is no such document."""
        return self._sizes.get(document, 0)

    def counts(self, forms: Iterable[tuple[str, ...]]) -> Mapping[str, int]:
        """In how many passages of each document one of ``forms`` stands: index terms that are all
        there. Of a form that stands nearly everywhere: nothing."""
        held: set[int] = set()
        for form in forms:
            told = [term for term in form if self._keywords.frequency(term) <= _MOST]
            if not told:
                return {}
            held |= frozenset.intersection(*map(self._rows, told))
        places = Counter(self._places[row] for row in held)
        return {self._documents[place]: count for place, count in places.items()}

    def _rows_of(self, term: str) -> frozenset[int]:
        found = self._keywords.search({("body", term): 1.0}, _MOST)
        return frozenset(row for row, _ in found)
