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
_ONLY_JOINED = 2  # words between two that say nothing of either: "and in"


def each_country(text: str, places: Sequence[Place], known: Container[str]) -> tuple[str, ...]:
    """The question for each of the countries that it sets side by side; empty for one, or for one
    that is not ``known``."""
    if len({code for _, _, code in places}) < 2:
        return ()
    between = [text[one[1] : other[0]] for one, other in pairwise(places)]
    if any(not _JOINED.fullmatch(one) or len(one.split()) > _MOST_BETWEEN for one in between):
        return ()
    codes = dict.fromkeys(code for _, _, code in places)
    if any(code not in known for code in codes):
        return ()
    if any(len(words.split()) > _ONLY_JOINED for words in between):
        return tuple(_without(text, [p for p in places if p[2] != code]) for code in codes)
    named = {code: text[start:end] for start, end, code in places[::-1]}
    before, behind = text[: places[0][0]], text[places[-1][1] :]
    return tuple(" ".join(f"{before}{named[code]}{behind}".split()) for code in codes)


def _without(text: str, places: Sequence[Place]) -> str:
    for start, end, _ in sorted(places, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return " ".join(text.split())
