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


def split(word: str, lemmas: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """Parts of ``word`` as dictionary forms: as few as possible, the shortest as long as possible.

    ``lemmas`` gives the dictionary forms that a part may have, likeliest first, and nothing for
    what cannot be a part: subsidieaanvragen is subsidie and aanvraag.
    """
    if len(word) < 2 * _SHORTEST:
        return ()
    best: tuple[str, ...] = ()
    shortest = 0
    for parts, length in _splits(word, lemmas, 3):
        if not best or (len(parts), -length) < (len(best), -shortest):
            best, shortest = parts, length
    return best


def _splits(
    word: str, lemmas: Callable[[str], tuple[str, ...]], most: int
) -> Iterator[tuple[tuple[str, ...], int]]:
    """Ways to split ``word``, each with the length of its shortest part as written."""
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        tails = lemmas(word[cut:])
        if not tails:
            continue
        head, length = word[:cut], len(word) - cut
        for link in _LINKS:
            bare = head.removesuffix(link)
            if not head.endswith(link) or len(bare) < _SHORTEST:
                continue
            if known := lemmas(bare):
                yield (known[0], tails[0]), min(len(bare), length)
            elif most > 2:
                for parts, shortest in _splits(bare, lemmas, most - 1):
                    yield (*parts, tails[0]), min(shortest, length)


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
    for start in range(len(noun) - _SHORTEST + 1):
        # A compound links as its last part does: bioscoopbezoeker as bezoeker.
        if forms := linking.get(noun[start:]):
            return tuple(noun[:start] + form for form in forms)
    if noun.endswith(_TAKES_S):
        return (noun + "s", noun)
    if noun.endswith(("en", "e")) or noun[-1:] in "aeiouy":
        return (noun,)
    return (noun, noun + "s")
