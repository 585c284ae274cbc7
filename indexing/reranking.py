"""The best candidates put in order by cheap features, computed for all of them at once.

Terms are compared as 32-bit hashes and text as character 4-grams in a table of 2^16 slots, with
numpy; nothing is learned here and every feature can be shown (:class:`indexing.passage.Feature`).
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexing.passage_store import Signals
from indexing.query import Query
from indexing.settings import RetrievalSettings
from indexing.tokenising import folded

GRAM_SLOTS = 1 << 16
_TERM_SLOTS = 1 << 16
_SPAN = 24

Floats = NDArray[np.float64]


def term_hashes(terms: Sequence[str]) -> bytes:
    """Terms as 32-bit numbers, one after the other."""
    return np.fromiter((zlib.crc32(term.encode()) for term in terms), np.uint32).tobytes()


def gram_text(text: str) -> bytes:
    """Text as reordering compares it: folded, letters and digits only, one byte a character."""
    plain = folded(text).encode("ascii", "replace")
    return b" " + b" ".join(plain.translate(_PLAIN).split()) + b" "


_PLAIN = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256))


def gram_slots(text: bytes) -> NDArray[np.uint16]:
    """The slot of the character 4-gram at each position but the last three."""
    if len(text) < 4:
        return np.zeros(0, np.uint16)
    # The four bytes from each position on, read as one number: a tenth of the time of putting them
    # together.
    packed = np.ndarray((len(text) - 3,), ">u4", text, strides=(1,)).astype(np.uint32)
    packed *= np.uint32(2654435761)
    packed >>= np.uint32(16)
    return packed.astype(np.uint16)


@dataclass(frozen=True, slots=True)
class Statistics:
    """What scoring needs to know of the whole index.

    ``gram_counts`` holds, per 4-gram slot, about how many passages have it.
    """

    passages: int
    mean_length: float
    mean_context: float
    mean_grams: float
    gram_counts: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scored:
    """Features of the candidates, one number a candidate, and which terms they match."""

    keyword: Floats
    grams: Floats
    coverage: Floats
    proximity: Floats
    matches: NDArray[np.bool_]


def score(
    query: Query, candidates: Sequence[Signals], statistics: Statistics, settings: RetrievalSettings
) -> Scored:
    """The features of the candidates for a query; each roughly between 0 and 1.

    ``keyword`` is BM25F over text and context (Robertson & Zaragoza 2009), divided by what a
    passage would get that repeats every term of the question for ever.
    """
    term_of, worth_of, idf, weight = _table(query)
    lengths_text = np.array([len(one.terms) // 4 for one in candidates])
    lengths_context = np.array([len(one.context) // 4 for one in candidates])
    text = np.frombuffer(b"".join(one.terms for one in candidates), np.uint32)
    context = np.frombuffer(b"".join(one.context for one in candidates), np.uint32)
    in_text, owner, where = _frequencies(text, lengths_text, query, term_of, worth_of)
    in_context, _, _ = _frequencies(context, lengths_context, query, term_of, worth_of)

    repeats = settings.context_repeats
    mean = statistics.mean_length + repeats * statistics.mean_context
    length = lengths_text + repeats * lengths_context
    frequency = in_text + repeats * in_context
    norm = settings.k1 * (1 - settings.b + settings.b * length / max(1.0, mean))
    saturated = frequency * (settings.k1 + 1) / (frequency + norm[:, None])
    rarity = idf * weight
    highest = max(1e-9, float(rarity.sum()) * (settings.k1 + 1))
    matches = frequency > 0
    held = np.minimum(1.0, frequency)
    return Scored(
        keyword=(saturated @ rarity) / highest,
        grams=_gram_likeness(query.likeness_text, candidates, statistics),
        coverage=(held @ rarity) / max(1e-9, float(rarity.sum())),
        proximity=_proximity(owner, where, len(candidates), rarity),
        matches=matches,
    )


def _table(
    query: Query,
) -> tuple[dict[int, int], dict[int, float], Floats, Floats]:
    term_of: dict[int, int] = {}
    worth_of: dict[int, float] = {}
    for at, term in enumerate(query.terms):
        for variant in term.variants:
            key = zlib.crc32(variant.term.encode())
            if worth_of.get(key, 0.0) < variant.weight * term.weight:
                term_of[key] = at
                worth_of[key] = variant.weight * term.weight
    for key, at in term_of.items():
        worth_of[key] /= max(1e-9, query.terms[at].weight)
    idf = np.array([term.idf for term in query.terms])
    weight = np.array([term.weight for term in query.terms])
    return term_of, worth_of, idf, weight


def _frequencies(
    hashes: NDArray[np.uint32],
    lengths: NDArray[np.int64],
    query: Query,
    term_of: dict[int, int],
    worth_of: dict[int, float],
) -> tuple[Floats, NDArray[np.int64], tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """How often each candidate holds each term of the question, variants at their worth.

    Also, for every hit in order, its term, and its candidate and position.
    """
    counts = np.zeros((len(lengths), max(1, len(query.terms))))
    keys = np.array(sorted(term_of), np.uint32)
    if not len(keys) or not len(hashes):
        empty = np.zeros(0, np.int64)
        return counts, empty, (empty, empty)
    slot = np.zeros(_TERM_SLOTS, np.bool_)
    slot[keys & (_TERM_SLOTS - 1)] = True
    positions = np.flatnonzero(slot[hashes & (_TERM_SLOTS - 1)])
    found = hashes[positions]
    at = np.minimum(np.searchsorted(keys, found), len(keys) - 1)
    right = keys[at] == found
    positions, at = positions[right], at[right]
    terms = np.array([term_of[int(key)] for key in keys])[at]
    worth = np.array([worth_of[int(key)] for key in keys])[at]
    candidate = _owners(positions, lengths)
    np.add.at(counts, (candidate, terms), worth)
    return counts, terms, (candidate, positions)


def _owners(positions: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """In which of several stretches, one behind the other, each of the rising positions falls."""
    # The few ends are looked up among the many positions, not the other way round.
    before = np.searchsorted(positions, np.cumsum(lengths), side="left")
    return np.repeat(np.arange(len(lengths)), np.diff(before, prepend=0))


def _proximity(
    terms: NDArray[np.int64],
    where: tuple[NDArray[np.int64], NDArray[np.int64]],
    size: int,
    rarity: Floats,
) -> Floats:
    """The rarity of different question words that follow each other closely, as a share.

    Sum over neighbouring hits of different terms of the lesser rarity over the square root of
    their distance, once per pair of terms.
    """
    found = np.zeros(size)
    candidate, position = where
    if len(terms) < 2 or len(rarity) < 2:
        return found
    distance = np.diff(position)
    usable = (np.diff(candidate) == 0) & (np.diff(terms) != 0) & (distance <= _SPAN)
    if not usable.any():
        return found
    first, second = terms[:-1][usable], terms[1:][usable]
    value = np.minimum(rarity[first], rarity[second]) / np.sqrt(np.maximum(1, distance[usable]))
    low, high = np.minimum(first, second), np.maximum(first, second)
    key = (candidate[:-1][usable] * len(rarity) + low) * len(rarity) + high
    order = np.lexsort((-value, key))
    key, value = key[order], value[order]
    once = np.concatenate(([True], key[1:] != key[:-1]))
    np.add.at(found, key[once] // (len(rarity) ** 2), value[once])
    ranked = np.sort(rarity)[::-1]
    return found / max(1e-9, float(ranked[1:].sum()))


def _gram_likeness(text: str, candidates: Sequence[Signals], statistics: Statistics) -> Floats:
    """BM25 over character 4-grams of the question, as a share of the highest possible."""
    wanted = np.unique(gram_slots(gram_text(text)))
    if not len(wanted) or not candidates:
        return np.zeros(len(candidates))
    total = statistics.passages
    counts = np.minimum(statistics.gram_counts[wanted], total)
    idf = np.log(1 + (total - counts + 0.5) / (counts + 0.5))
    index = np.zeros(GRAM_SLOTS, np.int16)
    index[wanted] = np.arange(1, len(wanted) + 1)
    lengths = np.array([len(one.text) for one in candidates])
    # Grams that run from one candidate into the next are few, and spaces at the ends harmless.
    slots = index[gram_slots(b"".join(one.text for one in candidates))]
    hits = np.flatnonzero(slots > 0)
    candidate = _owners(hits, lengths)
    width = len(wanted) + 1
    frequency = np.bincount(
        candidate * width + slots[hits], minlength=len(candidates) * width
    ).reshape(len(candidates), width)[:, 1:]
    norm = 1.2 * (0.25 + 0.75 * lengths / max(1.0, statistics.mean_grams))
    saturated = frequency * 2.2 / (frequency + norm[:, None])
    return np.asarray(saturated @ idf / max(1e-9, float(idf.sum()) * 2.2), np.float64)
