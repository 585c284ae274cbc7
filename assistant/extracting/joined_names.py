"""Nouns that Dutch joins to the last word of a name: "Blauw Licht-congres"."""

from __future__ import annotations

import re

from indexing.tokenising import folded

_JOINED = re.compile(r"\b([A-ZÀ-Þ][^\W\d_]+)-([a-zà-ÿ]{4,})\b")


def joined_to_names(text: str) -> tuple[str, frozenset[str]]:
    """The text with such nouns as words of their own, and the words (folded) of names before
    them."""
    names = frozenset(folded(match[1]) for match in _JOINED.finditer(text))
    return _JOINED.sub(r"\1 \2", text), names
