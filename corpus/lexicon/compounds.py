"""Dutch compounds: take them apart into known words, and make them of two words.

The linking rules follow what is usual: -s after -ing, -heid, -teit, -schap, -dom and the like;
`linking.tsv` names nouns that do otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import product

_LINKS = ("", "s", "en", "e", "n", "-", "s-", "er")
_SHORTEST = 3
_TAKES_S = ("ing", "heid", "teit", "schap", "dom", "isme", "eling", "iteit", "aar", "ier")
_MOST_COMBINATIONS = 8


def split(
    word: str, is_part: Callable[[str], bool], lemmas: Callable[[str], tuple[str, ...]]
) -> tuple[str, ...]:
    """Parts of ``word`` as dictionary forms: fewest parts first, then the longest last part.

    ``is_part`` says whether a dictionary form may be part of a compound; ``lemmas`` gives the
    dictionary forms of an inflected last part or of a verb stem as first part.
    """
    if len(word) < 2 * _SHORTEST:
        return ()
    best: tuple[str, ...] = ()
    for parts in _splits(word, is_part, lemmas, 3):
        if not best or (len(parts), _shortest(best)) < (len(best), _shortest(parts)):
            best = parts
    return best


def _shortest(parts: tuple[str, ...]) -> int:
    return min(len(part) for part in parts)


def _splits(
    word: str,
    is_part: Callable[[str], bool],
    lemmas: Callable[[str], tuple[str, ...]],
    most: int,
) -> Iterator[tuple[str, ...]]:
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        tails = (word[cut:],) if is_part(word[cut:]) else lemmas(word[cut:])
        if not tails:
            continue
        head = word[:cut]
        for link in _LINKS:
            bare = head[: -len(link)] if link else head
            if not head.endswith(link) or len(bare) < _SHORTEST:
                continue
            if is_part(bare):
                yield (bare, tails[0])
            elif known := lemmas(bare):
                yield (known[0], tails[0])
            elif most > 2:
                for parts in _splits(bare, is_part, lemmas, most - 1):
                    yield (*parts, tails[0])


def compounds(
    meanings: Sequence[tuple[str, ...] | None],
    linking: Mapping[str, tuple[str, ...]],
    known: Set[str],
) -> Iterator[tuple[str, float]]:
    """Dutch compounds that successive English nouns may stand for, with their weights.

    ``meanings`` has the Dutch equivalents of each word; an empty tuple stands for "of" or "for",
    over which the order turns (export of music: muziekexport), None for what joins nothing.
    """
    pairs: list[tuple[tuple[str, ...], tuple[str, ...], float]] = []
    for position in range(len(meanings) - 1):
        first, second = meanings[position], meanings[position + 1]
        if first and second:
            pairs.append((first, second, 1.0))
        elif first and second == () and position + 2 < len(meanings):
            third = meanings[position + 2]
            if third:
                pairs.append((third, first, 0.7))
    for heads, tails, scale in pairs:
        options = [
            (form + tail, rank)
            for (rank, head), tail in product(enumerate(heads), tails)
            if (head + tail).isalpha() and (head + tail).islower()
            for form in linked(head, linking)
        ]
        for rank, (compound, likely) in enumerate(options[:_MOST_COMBINATIONS]):
            if compound in known:
                yield compound, scale
            elif not likely:
                yield compound, scale * (0.85 if rank == 0 else 0.5)


def linked(noun: str, linking: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The forms ``noun`` takes as first part of a compound, likeliest first."""
    if noun in linking:
        return linking[noun]
    if noun.endswith(_TAKES_S):
        return (noun + "s", noun)
    if noun.endswith(("en", "e")) or noun[-1:] in "aeiouy":
        return (noun,)
    return (noun, noun + "s")
