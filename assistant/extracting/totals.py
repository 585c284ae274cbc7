"""A sum and its parts: "USD 1,055 plus a fee of USD 600, together USD 1,655"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.extracting.numbers import Figure, FigureKind
from assistant.extracting.sentences import sentences

_FEWEST_PARTS = 2
_NEAR = 0.005  # of a sum, by which rounded parts may miss it
_REACH = 48  # characters before a sum in which it is said to be one
# A part that comes on top of the thing itself: "plus", against "a ticket 10 euro and a bed 20".
_ON_TOP = re.compile(
    r"\b(?:plus|bovenop|daarbovenop|vermeerderd|daarbij|bijkomende?|extra|toeslag|on\stop|additional"
    r"|surcharge|added)\b|\+",
    re.IGNORECASE,
)
# "10 euro for the ticket": what a part is for stands behind it.
_FOR = re.compile(r"\s(?:per\s\w+\s)?(?:for|voor|aan|as|als)\s", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:en|and|plus|,|\+|nog)(?:\s(?:nog|an?|een))?\s*", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\b(?:samen|tezamen|alles\ssamen|opgeteld|bij\selkaar|in\s(?:het\s)?totaal|totaal(?:bedrag)?"
    r"|together|altogether|in\s(?:total|all)|all\s(?:told|together)|total(?:s|ling|ing|led)?)\b"
    r"(?P<between>[^;:()\d]*)\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s(?:per\s\w+\s)?(?:samen|tezamen|in\s(?:het\s)?totaal|together|altogether|in\s(?:total|all))\b",
    re.IGNORECASE,
)


COSTS = re.compile(
    r"(?:(?:on)?kost(?:en|te|prijs)?|cost(?:s|ed)?|beta{1,2}l\w*|pay\w*|paid|prij[sz]\w*|prices?"
    r"|bedra(?:ag|g)\w*|tota(?:al|l)\w*)$",
    re.IGNORECASE,
)
"""Words that speak of a price, of whichever part."""


@dataclass(frozen=True, slots=True)
class Total:
    """A sum that a text gives after its ``parts``; all are sums of money. ``labels`` are the spans
    that tell what each part alone is for."""

    sum: Figure
    parts: tuple[Figure, ...]
    labels: tuple[tuple[int, int], ...]

    def asked(self, places: Iterable[Sequence[int]]) -> bool:
        """Whether who asks for what has those ``places`` in the text, one or more for each word,
        asks for the whole: no word is one part's own, or each part has one."""
        hit: set[int] = set()
        for spots in places:
            told = {self._part(place) for place in spots}
            if len(told) == 1:
                hit |= told
        hit.discard(-1)
        return not hit or len(hit) == len(self.parts)

    def _part(self, place: int) -> int:
        """The number of the part that ``place`` speaks of; -1 for none."""
        return next((n for n, (start, end) in enumerate(self.labels) if start <= place < end), -1)


def total(text: str, found: Sequence[Figure]) -> Total | None:
    """The first sum among the figures of ``text`` that is told as one, after parts that add up to
    it (the last before it that do); None without one. The parts may stand in the sentence before.
    """
    amounts = [figure for figure in found if figure.kind is FigureKind.AMOUNT]
    spans = sentences(text)
    for place, figure in enumerate(amounts):
        before = text[max(0, figure.start - _REACH) : figure.start]
        if not (_TOGETHER.search(before) or _BEHIND.match(text, figure.end)):
            continue
        own = next((n for n, span in enumerate(spans) if span.start <= figure.start < span.end), 0)
        first = spans[max(0, own - 1)].start if spans else 0
        earlier = [other for other in amounts[:place] if other.start >= first]
        for begin in range(len(earlier) - _FEWEST_PARTS, -1, -1):
            parts = earlier[begin:]
            if abs(sum(part.value for part in parts) - figure.value) <= _NEAR * figure.value:
                return Total(figure, tuple(parts), _labels(text, parts, figure))
    return None


def _labels(text: str, parts: Sequence[Figure], whole: Figure) -> tuple[tuple[int, int], ...]:
    """Where it stands what each of the parts is for."""
    ends = [*(part.start for part in parts[1:]), whole.start]
    listed = all(_JOINED.fullmatch(text, one.end, two.start) for one, two in pairwise(parts))
    if listed or all(_FOR.match(text, part.end) for part in parts):
        return tuple((part.end, end) for part, end in zip(parts, ends, strict=True))
    own = next(
        (span.start for span in sentences(text) if span.start <= parts[0].start < span.end), 0
    )
    begins = [max(own, text.rfind(":", own, parts[0].start) + 1), *(part.end for part in parts)]
    labels = [(begin, part.start) for begin, part in zip(begins, parts, strict=False)]
    if _ON_TOP.search(text, parts[0].end, parts[-1].end):
        # The first is of the thing itself.
        labels[0] = (parts[0].start, parts[0].start)
    return tuple(labels)
