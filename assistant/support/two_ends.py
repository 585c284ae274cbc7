"""Words for the two ends of one relation: employer and employee, landlord and tenant.

They share a stem more often than not, and each names who is not the other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache, lru_cache

from assistant.support.tagging import tables

_ENGLISH = re.compile(r"(\w{4,})(?:(er|or)|(ee))s?")
_DUTCH = re.compile(r"(\w{4,})(?:(gever)|(nemer))s?")

End = tuple[str, int]


def are_opposite(words: Collection[str], others: Collection[str]) -> bool:
    """Whether some words, in small letters, name one end of a relation and others the other one,
    and none of them the same."""
    mine, theirs = _ends_of(words), _ends_of(others)
    return any((line, 1 - side) in theirs and (line, side) not in theirs for line, side in mine)


def _ends_of(words: Collection[str]) -> set[End]:
    return {end for word in words for end in _ends(word)}


@lru_cache(maxsize=20_000)
def _ends(word: str) -> tuple[End, ...]:
    """In which relations a word names an end, and which of the two."""
    found = list(_listed().get(word, ()))
    for pattern in (_ENGLISH, _DUTCH):
        match = pattern.fullmatch(word)
        if match is not None:
            # "Trainer" and "trainee", "licentiegever" and "licentienemer".
            found.append((match[1], 0 if match[2] else 1))
    return tuple(found)


@cache
def _listed() -> Mapping[str, tuple[End, ...]]:
    found: dict[str, tuple[End, ...]] = {}
    for line, sides in enumerate(tables()["two-ends"]):
        for side, words in enumerate(sides):
            for word in words.split():
                found[word] = (*found.get(word, ()), (f"line {line}", side))
    return found
