"""A linear model of what questions are after: how likely each label is, and which words say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.guidance.arrays import as_bytes, as_text, read_arrays, write_arrays
from assistant.guidance.intent.features import GROUPS, LISTED, Feature
from assistant.guidance.intent.settings import FittingSettings

WEIGHTS = Path(__file__).parent / "weights.npz"
Numbers = npt.NDArray[np.float32]
Key = tuple[str, str]
"""A feature: its group and name."""


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """Weights of features for labels.

    ``labels`` and ``features`` (group and name) name the columns and rows of ``weights``;
    ``rarity`` is the worth of each feature, ``bias`` the score of each label without any,
    ``lengths`` what each group of features counts together, ``checksum`` that of what it was
    fitted to.
    """

    labels: tuple[str, ...]
    features: tuple[Key, ...]
    rarity: Numbers
    weights: Numbers
    bias: Numbers
    lengths: dict[str, float]
    checksum: str

    def index(self) -> dict[Key, int]:
        """The row of each feature."""
        return {key: row for row, key in enumerate(self.features)}


class Reading:
    """Reads labels with a model. Safe for several threads."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._index = model.index()
        self._rarity = model.rarity.tolist()  # numbers of Python's own are looked up faster

    def probabilities(self, features: Iterable[Feature]) -> dict[str, float]:
        """How likely each label is (0 to 1)."""
        model = self._model
        seen = list(values(features, self._index, self._rarity, model.lengths))
        scores = model.bias.astype(float)
        if seen:
            rows = np.fromiter((row for row, _, _ in seen), int)
            worth = np.fromiter((value for _, value, _ in seen), np.float32)
            scores = scores + worth @ model.weights[rows]
        likely = 1.0 / (1.0 + np.exp(-scores))
        return dict(zip(model.labels, likely.tolist(), strict=True))

    def reasons(self, features: Iterable[Feature], label: str) -> list[tuple[str, float]]:
        """What each word of a question, or each find of the lists of words, adds to the score of a
        label (log-odds), the weightiest first.

        Raises:
            ValueError: the model has no such label.
        """
        model = self._model
        column = model.labels.index(label)
        found: dict[str, float] = {}
        for row, value, feature in values(features, self._index, self._rarity, model.lengths):
            added = value * float(model.weights[row, column])
            found[feature.word] = found.get(feature.word, 0.0) + added
        return sorted(found.items(), key=lambda pair: -abs(pair[1]))


def values(
    features: Iterable[Feature],
    index: Mapping[Key, int],
    rarity: Sequence[float],
    lengths: Mapping[str, float],
) -> Iterator[tuple[int, float, Feature]]:
    """The rows of known features, each with its value.

    The features of a group make a vector of the group's length, weighted by rarity; what the lists
    of words found counts the same however much they found.
    """
    known: dict[str, list[tuple[int, float, Feature]]] = {}
    for one in features:
        row = index.get((one.group, one.name))
        if row is not None:
            known.setdefault(one.group, []).append((row, one.value * rarity[row], one))
    for group, found in known.items():
        total = 1.0 if group == LISTED else sqrt(sum(value * value for _, value, _ in found))
        for row, value, one in found:
            yield row, lengths[group] * value / total, one


def lengths(settings: FittingSettings) -> dict[str, float]:
    """What each group of features counts together."""
    return {group: float(getattr(settings, group)) for group in GROUPS}


def save(model: Model, file: Path = WEIGHTS) -> None:
    """Writes a model; only the weights that are not 0, in half precision."""
    kept = np.flatnonzero(np.abs(model.weights).sum(1))
    rows, columns = np.nonzero(model.weights[kept])
    groups = [model.features[row][0] for row in kept]
    names = "\n".join(model.features[row][1] for row in kept)
    content: dict[str, npt.NDArray[np.generic]] = {
        "labels": as_bytes("\n".join(model.labels)),
        "features": as_bytes(names),
        "groups": np.array([GROUPS.index(group) for group in groups], np.uint8),
        "rarity": model.rarity[kept].astype(np.float16),
        "counts": np.bincount(rows, minlength=len(kept)).astype(np.uint8),
        "columns": columns.astype(np.uint8),
        "weights": model.weights[kept][rows, columns].astype(np.float16),
        "bias": model.bias,
        "lengths": np.array([model.lengths[group] for group in GROUPS], np.float32),
        "checksum": as_bytes(model.checksum),
    }
    write_arrays(content, file)


@cache
def load_model(file: Path = WEIGHTS) -> Model:
    """The model in a file.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no model.
    """
    with read_arrays(file, "model") as content:
        labels = tuple(as_text(content["labels"]).split("\n"))
        names = as_text(content["features"]).split("\n")
        groups = [GROUPS[number] for number in content["groups"].tolist()]
        features = tuple(zip(groups, names, strict=True))
        weights = np.zeros((len(features), len(labels)), np.float32)
        rows = np.repeat(np.arange(len(features)), content["counts"])
        weights[rows, content["columns"]] = content["weights"]
        return Model(
            labels,
            features,
            content["rarity"].astype(np.float32),
            weights,
            content["bias"],
            dict(zip(GROUPS, content["lengths"].tolist(), strict=True)),
            as_text(content["checksum"]),
        )
