"""Two whose texts a question sets side by side: "what do Northby and Southby ask for a studio?"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.document import Source
from corpus.vocabulary import Vocabulary
from indexing.tokenising import folded

_NAME = r"[A-ZÀ-Þ][\w'’-]{2,}"
_PAIR = re.compile(
    rf"(?P<first>(?<![\w.])(?:(?P<where>in|te|at)\s)?(?P<a>{_NAME}))"
    rf"(?P<join>,?\s(?:en|and|of|or|dan|than|versus|vs\.?|tegenover)\s(?:(?:dat|die|that)\s)?)"
    rf"(?P<second>(?:(?:in|te|at|van|of)\s)?(?P<b>{_NAME}))(?!\s{_NAME})"
)


class Owners:
    """Knows of whom the documents of an index are: by their makers, titles and files' names."""

    def __init__(self, sources: Iterable[Source], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._held: dict[str, set[str]] = {}
        for source in sources:
            if source.pair:
                continue
            said = f"{source.title} {source.publisher} {source.author} {source.id}"
            for word in re.findall(r"[^\W\d_]{3,}", folded(said)):
                self._held.setdefault(word, set()).add(source.id)

    def each(self, text: str) -> tuple[tuple[str, frozenset[str]], ...]:
        """The question for each of two names that it joins, with the documents that are the other
        one's alone; empty without two names that different documents are said to be of."""
        for match in _PAIR.finditer(text):
            first, second = (self._of(match[name]) for name in ("a", "b"))
            if first - second and second - first:
                before, after = text[: match.start()], text[match.end() :]
                other = match["second"]
                if match["where"] and other == match["b"]:
                    other = f"{match['where']} {other}"
                return (
                    (" ".join(f"{before}{match['first']}{after}".split()), second - first),
                    (" ".join(f"{before}{other}{after}".split()), first - second),
                )
        return ()

    def _of(self, name: str) -> frozenset[str]:
        known = self._vocabulary.knows(name, "nl") or self._vocabulary.knows(name, "en")
        return frozenset() if known else frozenset(self._held.get(folded(name), ()))
