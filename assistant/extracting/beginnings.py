"""How words in a text begin that are made of a stem: an index term is not always one of them."""

from __future__ import annotations

_VOWELS = frozenset("aeiouy")
_DOUBLED = frozenset("aeou")
_NEVER_DOUBLED_BEFORE = frozenset("wxyj")
_SHORTEST = 3


def beginnings(stem: str) -> tuple[str, ...]:
    """The ways in which words of ``stem`` (lower case) begin, itself first.

    The Dutch stemmer writes one vowel where a closed syllable has two ("jar" of "jaar", "kunstenar"
    of "kunstenaar"), the English one an i for a y ("compani" of "company").
    """
    if len(stem) < _SHORTEST:
        return (stem,)
    before, vowel, last = stem[-3], stem[-2], stem[-1]
    if last == "i":
        return (stem, f"{stem[:-1]}y")
    if (
        vowel in _DOUBLED
        and before not in _VOWELS
        and last not in _VOWELS
        and last not in _NEVER_DOUBLED_BEFORE
    ):
        return (stem, f"{stem[:-1]}{vowel}{last}")
    return (stem,)
