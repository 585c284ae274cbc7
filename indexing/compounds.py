"""Dutch and German compounds split into parts that the corpus itself knows as words.

``cultuurbeleidsplan`` becomes ``cultuur``, ``beleid``, ``plan``. The whole word stays a term beside
its parts, so a split can add a match and never takes one away.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp, log

SPLIT_LANGUAGES = frozenset({"nl", "de"})
MIN_WORD = 8
MIN_PART = 4
MAX_PARTS = 4
LINKS = ("", "s", "en", "e", "n")
NO_SUFFIX = """
    heid heden lijk lijke schap schappen achtig achtige baar bare loos loze ling lingen atie aties
    eren erend ende isch ische iteit ment keit lich liche sche lijkst
"""
NO_PREFIX = """
    over onder voor tegen door achter binnen buiten tussen boven samen terug naar mede
    unter uber gegen durch zwischen
"""
NO_PART = frozenset(f"{NO_SUFFIX} {NO_PREFIX}".split())
"""Suffixes that also occur as words, and prefixes with which a word means something else."""

Frequency = Callable[[str], int]


def split(word: str, frequency: Frequency, least: int = 2) -> tuple[str, ...]:
    """The parts of a compound, or nothing when it does not split.

    Args:
        word: lower case, without accents.
        frequency: in how many passages a word stands; 0 when unknown.
        least: a part counts as known from this frequency.

    The split with the fewest parts wins, then the one whose parts are together most frequent
    (geometric mean); a word more frequent than that mean stays whole. After Koehn & Knight 2003,
    "Empirical methods for compound splitting".
    """
    if len(word) < MIN_WORD or not word.isalpha():
        return ()
    known: dict[str, int] = {}

    def count(part: str) -> int:
        if part not in known:
            known[part] = 0 if part in NO_PART else frequency(part)
        return known[part]

    best = _best(word, count, least, MAX_PARTS)
    if len(best) < 2:
        return ()
    mean = exp(sum(log(count(part)) for part in best) / len(best))
    # A word more usual than its parts is a word of its own: "Duitsland" is not about land.
    return best if frequency(word) <= mean else ()


def _best(word: str, count: Frequency, least: int, room: int) -> tuple[str, ...]:
    """The best parts of ``word`` in at most ``room`` parts, the word whole excluded at the top."""
    candidates: list[tuple[str, ...]] = []
    for end in range(MIN_PART, len(word) - MIN_PART + 1):
        right = word[end:]
        known = count(right) >= least
        if not known and (room <= 2 or len(right) < 2 * MIN_PART):
            continue
        head = _head(word[:end], count, least)
        if not head:
            continue
        if known:
            candidates.append((head, right))
        elif rest := _best(right, count, least, room - 1):
            candidates.append((head, *rest))
    if not candidates:
        return ()
    return min(
        candidates,
        key=lambda parts: (len(parts), -sum(log(1 + count(part)) for part in parts) / len(parts)),
    )


def _head(left: str, count: Frequency, least: int) -> str:
    """The word that ``left`` is, apart from a linking letter; nothing when it is none."""
    for link in LINKS:
        stem = left[: len(left) - len(link)] if link else left
        if left.endswith(link) and len(stem) >= MIN_PART and count(stem) >= least:
            return stem
    return ""
