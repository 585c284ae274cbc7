"""Where a text names a region of several countries: Scandinavia, Latin America, outside Europe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.guidance.disciplines import LANGUAGES
from corpus.vocabulary import Region, Vocabulary, fold

Span = tuple[int, int, Region]
"""Where a region is named: start and end in the text, and the region."""

_REMEMBERED = 1024  # texts: every step on the road asks for the same ones
_FROM = re.compile(r"\b(?:van|from)\s+$", re.IGNORECASE)
_OUTSIDE = re.compile(r"(?:buiten|outside|beyond)\b", re.IGNORECASE)


class RegionReader:
    """Finds regions in texts, Dutch or English. Safe for several threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._known: dict[str, Region] = {}
        self.adjectives: frozenset[str] = frozenset(
            form for region in vocabulary.regions for form in _adjectives(region)
        )
        for region in vocabulary.regions:
            for lang in LANGUAGES:
                self._known.update(dict.fromkeys(map(fold, region.names(lang)), region))
            for form in _adjectives(region):
                self._known.setdefault(form, region)
        longest = sorted(self._known, key=len, reverse=True)
        words = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest)
        self._pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)
        self._spans = lru_cache(maxsize=_REMEMBERED)(self._spans_anew)

    def spans(self, text: str) -> tuple[Span, ...]:
        """The regions that are named, in the order of the text. Who is "from outside the EU" is not
        going there."""
        return self._spans(text)

    def _spans_anew(self, text: str) -> tuple[Span, ...]:
        return tuple(
            (*match.span(), self._known[fold(" ".join(match.group().split()))])
            for match in self._pattern.finditer(text)
            if not (_OUTSIDE.match(match.group()) and _FROM.search(text[: match.start()]))
        )


def _adjectives(region: Region) -> Iterator[str]:
    """The adjectives of a region, folded, in Dutch as they are bent too."""
    for lang in LANGUAGES:
        for word in region.adjectives(lang):
            yield fold(word)
    for word in region.adjectives("nl"):
        yield fold(re.sub("ees$", "es", word) + "e")
