"""What is kept of the anticipated questions: a direction for each statement and each group."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.guidance.arrays import as_bytes, as_text, read_arrays, write_arrays
from assistant.guidance.intent.features import MEANING, WORD, Feature

DIRECTIONS = Path(__file__).parent / "directions.npz"
GROUPS = (WORD, MEANING)
Numbers = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Directions:
    """Directions in the space of features, each of length 1: ``weights[starts[i]:starts[i + 1]]``
    are the ``i``-th feature's, for the things at the same places of ``things``."""

    starts: Places
    things: Places
    weights: Numbers
    count: int

    def likeness(self, rows: Places, values: Numbers) -> Numbers:
        """The cosine of each direction with a question: ``rows`` are its features, ``values`` what
        each is worth in it, of length 1 together."""
        found = np.zeros(self.count, np.float32)
        for row, value in zip(rows.tolist(), values.tolist(), strict=True):
            here = slice(int(self.starts[row]), int(self.starts[row + 1]))
            found[self.things[here]] += value * self.weights[here]
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Everything that is kept.

    ``features`` are numbers that stand for a group and a name (:func:`number`), ascending;
    ``rarity`` what each is worth. ``texts`` are numbers that stand for the texts of the statements
    (:func:`number_of_text`), one column for each language of ``languages``; ``fiche_of`` tells of
    which fiche of ``pairs`` each is, ``group_of`` to which group it belongs. ``checksum`` is that
    of what it was fitted to.
    """

    features: npt.NDArray[np.uint32]
    rarity: Numbers
    statements: Directions
    groups: Directions
    texts: npt.NDArray[np.uint32]
    fiche_of: Places
    group_of: Places
    pairs: tuple[str, ...]
    checksum: str

    def likeness(self, features: Iterable[Feature]) -> tuple[Numbers, Numbers]:
        """How much a question is like those of each statement, and those of each group (0 to 1)."""
        seen = {number(one): one.value for one in features if one.group in GROUPS}
        asked = np.fromiter(seen, np.uint32)
        if not len(self.features) or not len(asked):
            return np.zeros(self.statements.count, np.float32), np.zeros(
                self.groups.count, np.float32
            )
        rows = np.minimum(np.searchsorted(self.features, asked), len(self.features) - 1)
        known = self.features[rows] == asked
        rows = rows[known].astype(np.int64)
        values = np.fromiter(seen.values(), np.float32)[known] * self.rarity[rows]
        length = float(np.sqrt(values @ values)) or 1.0
        values /= np.float32(length)
        return self.statements.likeness(rows, values), self.groups.likeness(rows, values)


def number(feature: Feature) -> int:
    """The number that stands for a feature."""
    return zlib.crc32(f"{feature.group} {feature.name}".encode())


def number_of_text(text: str) -> int:
    """The number that stands for the text of a statement."""
    return zlib.crc32(" ".join(text.split()).encode())


def directions(vectors: Iterable[Mapping[int, float]], features: int) -> Directions:
    """Directions of vectors (feature row to weight) in a space of so many features."""
    rows: list[int] = []
    things: list[int] = []
    weights: list[float] = []
    count = 0
    for vector in vectors:
        length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        for row, weight in vector.items():
            rows.append(row)
            things.append(count)
            weights.append(weight / length)
        count += 1
    order = np.lexsort((np.array(things, np.int64), np.array(rows, np.int64)))
    sizes = np.bincount(np.array(rows, np.int64), minlength=features)
    return Directions(
        np.concatenate(([0], np.cumsum(sizes))).astype(np.int64),
        np.array(things, np.int64)[order],
        np.array(weights, np.float32)[order],
        count,
    )


def save(model: Model, file: Path = DIRECTIONS) -> None:
    """Writes a model, in half precision."""
    content: dict[str, npt.NDArray[np.generic]] = {
        "features": model.features,
        "rarity": model.rarity.astype(np.float16),
        "texts": model.texts,
        "fiche_of": model.fiche_of.astype(np.uint16),
        "group_of": model.group_of.astype(np.uint16),
        "pairs": as_bytes("\n".join(model.pairs)),
        "checksum": as_bytes(model.checksum),
    }
    for name, part in (("statements", model.statements), ("groups", model.groups)):
        content[f"{name}_sizes"] = np.diff(part.starts).astype(np.uint16)
        content[f"{name}_things"] = part.things.astype(np.uint16)
        content[f"{name}_weights"] = part.weights.astype(np.float16)
        content[f"{name}_count"] = np.array([part.count], np.uint32)
    write_arrays(content, file)


@cache
def load_model(file: Path = DIRECTIONS) -> Model:
    """The model in a file.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no model.
    """
    with read_arrays(file, "anticipated questions") as content:
        parts = [
            Directions(
                np.concatenate(([0], np.cumsum(content[f"{name}_sizes"], dtype=np.int64))),
                content[f"{name}_things"].astype(np.int64),
                content[f"{name}_weights"].astype(np.float32),
                int(content[f"{name}_count"][0]),
            )
            for name in ("statements", "groups")
        ]
        return Model(
            content["features"],
            content["rarity"].astype(np.float32),
            parts[0],
            parts[1],
            content["texts"],
            content["fiche_of"].astype(np.int64),
            content["group_of"].astype(np.int64),
            tuple(as_text(content["pairs"]).split("\n")),
            as_text(content["checksum"]),
        )
