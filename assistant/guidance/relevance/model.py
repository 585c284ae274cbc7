"""What was learnt of judgements: small trees whose leaves add up to log-odds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.guidance.arrays import as_bytes, as_text, read_arrays, write_arrays

TREES = Path(__file__).parent / "trees.npz"
Matrix = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Complete binary trees of one depth.

    Node ``n`` of a tree sends a row whose number ``features[tree, n]`` is above ``limits[tree, n]``
    to node ``2n + 2``, else to ``2n + 1``; ``leaves`` are log-odds, ``base`` those before any tree.
    ``names`` are those of the features, ``checksum`` is that of what it was fitted to.
    """

    names: tuple[str, ...]
    features: npt.NDArray[np.int64]
    limits: Matrix
    leaves: Matrix
    base: float
    checksum: str

    def probability(self, rows: Matrix) -> Numbers:
        """How likely each row's statement belongs in the answer (0 to 1)."""
        total = self.base + self._leaves(rows).sum(1, dtype=np.float64)
        return np.asarray(1.0 / (1.0 + np.exp(-total)), np.float64)

    def reasons(self, row: Matrix) -> list[tuple[str, float]]:
        """What each feature adds to the log-odds of one row, the weightiest first: what the mean of
        the leaves below changes by at each question that a tree asks (Saabas 2014)."""
        added = np.zeros(len(self.names))
        inner = self.features.shape[1]
        for tree in range(len(self.features)):
            means = np.concatenate([np.zeros(inner), self.leaves[tree].astype(float)])
            for node in range(inner - 1, -1, -1):
                means[node] = (means[2 * node + 1] + means[2 * node + 2]) / 2
            node = 0
            while node < inner:
                feature = int(self.features[tree, node])
                below = 2 * node + 1 + int(row[feature] > self.limits[tree, node])
                added[feature] += means[below] - means[node]
                node = below
        told = ((name, float(value)) for name, value in zip(self.names, added, strict=True))
        return sorted(told, key=lambda one: -abs(one[1]))

    def _leaves(self, rows: Matrix) -> Matrix:
        trees, inner = self.features.shape
        every = np.arange(trees)
        first = (np.arange(len(rows)) * rows.shape[1])[:, None]
        node = np.zeros((len(rows), trees), np.int64)
        below = inner
        while below > 0:  # taken from what lies flat: a third of the time of two indices
            at = every * inner + node
            above = rows.ravel().take(first + self.features.ravel().take(at))
            node = 2 * node + 1 + (above > self.limits.ravel().take(at))
            below //= 2
        leaf = every * (inner + 1) + node - inner
        return np.asarray(self.leaves.ravel().take(leaf), np.float32)


def save(trees: Trees, file: Path = TREES) -> None:
    """Writes trees."""
    write_arrays(
        {
            "names": as_bytes("\n".join(trees.names)),
            "features": trees.features.astype(np.uint16),
            "limits": trees.limits,
            "leaves": trees.leaves,
            "base": np.array([trees.base], np.float64),
            "checksum": as_bytes(trees.checksum),
        },
        file,
    )


@cache
def load_trees(file: Path = TREES) -> Trees:
    """The trees in a file.

    Raises:
        OSError: the file cannot be read.
        ValueError: it holds no trees.
    """
    with read_arrays(file, "trees") as content:
        return Trees(
            tuple(as_text(content["names"]).split("\n")),
            content["features"].astype(np.int64),
            content["limits"].astype(np.float32),
            content["leaves"].astype(np.float32),
            float(content["base"][0]),
            as_text(content["checksum"]),
        )
