"""How often a question leads to its statement, when it is taken away from what was kept of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from assistant.guidance.anticipated.model import Directions, Numbers, directions
from assistant.guidance.anticipated.training import Asked, Said, Vector, vectors_of
from assistant.guidance.intent.features import FeatureReader
from assistant.guidance.settings import AnticipatedSettings

FIRST = (1, 3, 5)
"""Among how many statements the right one is looked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """Of ``asked`` questions in a language, which share had its own statement, and which its own
    group (fiche, or part of countries' fiches), among the first so many (:data:`FIRST`)."""

    lang: str
    asked: int
    statement: tuple[float, ...]
    group: tuple[float, ...]


def held_out(
    said: Sequence[Said], reader: FeatureReader, settings: AnticipatedSettings
) -> tuple[Found, ...]:
    """Asks every anticipated question without itself, one result a language.

    The other questions for the statement are by the same writer, and no scope is read: neither
    country nor discipline leaves anything out.
    """
    vectors = vectors_of(said, reader, settings)
    size = len(vectors.features)
    own, whole = directions(vectors.statements, size), directions(vectors.groups, size)
    group_of = np.zeros(own.count, np.int64)
    for one in vectors.asked:
        group_of[one.statement] = one.group
    places: dict[str, list[tuple[int, int]]] = {}
    for one in vectors.asked:
        if not one.question:
            continue
        likeness = _likeness(own, one)
        likeness[one.statement] = _without(vectors.statements[one.statement], one)
        of_group = _likeness(whole, one)
        of_group[one.group] = _without(vectors.groups[one.group], one)
        total = likeness + np.float32(settings.group) * of_group[group_of]
        best = np.zeros(whole.count, np.float32)
        np.maximum.at(best, group_of, total)
        # What is just as like stands before it.
        places.setdefault(one.lang, []).append(
            (
                int((total >= total[one.statement]).sum()) - 1,
                int((best >= best[one.group]).sum()) - 1,
            )
        )
    return tuple(
        Found(
            lang,
            len(found),
            tuple(sum(place < most for place, _ in found) / len(found) for most in FIRST),
            tuple(sum(place < most for _, place in found) / len(found) for most in FIRST),
        )
        for lang, found in sorted(places.items())
    )


def _likeness(known: Directions, one: Asked) -> Numbers:
    rows = np.fromiter(one.vector, np.int64)
    return known.likeness(rows, np.fromiter(one.vector.values(), np.float32))


def _without(total: Vector, one: Asked) -> float:
    """The cosine of a question with the sum of the others."""
    rest = {row: value - one.weight * one.vector.get(row, 0.0) for row, value in total.items()}
    length = sqrt(sum(value * value for value in rest.values()))
    if length < 1e-9:
        return 0.0
    return sum(value * rest[row] for row, value in one.vector.items()) / length
