"""Countries that a question sets side by side, and the question for each of them."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from assistant.guidance.origin import Place

_JOINED = re.compile(
    r"[^.?!]*?(?:,|\b(?:en|and|of|or|dan|than|met|with|tegenover|versus|vs)\b)[^.?!]*"
)
_MOST_BETWEEN = 4  # words between two countries that are set side by side


def each_country(text: str, places: Sequence[Place], known: Container[str]) -> tuple[str, ...]:
    """The question for each of the countries that it sets side by side; empty for one, or for one
    that is not ``known``."""
    if len({code for _, _, code in places}) < 2:
        return ()
    for before, place in pairwise(places):
        between = text[before[1] : place[0]]
        if not _JOINED.fullmatch(between) or len(between.split()) > _MOST_BETWEEN:
            return ()
    codes = dict.fromkeys(code for _, _, code in places)
    if any(code not in known for code in codes):
        return ()
    return tuple(_without(text, [p for p in places if p[2] != code]) for code in codes)


def _without(text: str, places: Sequence[Place]) -> str:
    for start, end, _ in sorted(places, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return " ".join(text.split())
