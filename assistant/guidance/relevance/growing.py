"""Grows trees one after another, each on what the ones before leave wrong (gradient boosting,
Friedman 2001, with the second-order gain of Chen and Guestrin 2016)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.guidance.relevance.model import Matrix, Numbers, Trees
from assistant.guidance.relevance.settings import RelevanceFitting

_SMALLEST_GAIN = 1e-3
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class _Slopes:
    """First and second derivative of the loss for each row."""

    first: Numbers
    second: Numbers


def grow(
    names: tuple[str, ...],
    rows: Matrix,
    wanted: Numbers,
    weights: Numbers,
    settings: RelevanceFitting,
    checksum: str = "",
) -> Trees:
    """Trees for rows of numbers (one column for each of ``names``) whose probability should be
    ``wanted``; ``weights`` are what each row counts.

    Raises:
        ValueError: there is nothing to learn from.
    """
    if not len(rows):
        raise ValueError("There are no judgements to learn from.")
    shares = np.linspace(0, 1, settings.bins + 1)[1:-1]
    chance = np.random.default_rng(settings.seed)
    limits = [np.unique(np.quantile(column, shares).astype(np.float32)) for column in rows.T]
    binned = np.stack(
        [
            np.searchsorted(limit, column, side="left")
            for limit, column in zip(limits, rows.T, strict=True)
        ],
        axis=1,
    )
    share = float((weights * wanted).sum() / weights.sum())
    base = float(np.log(share / (1 - share)))
    scores = np.full(len(rows), base)
    inner, leaves = 2**settings.depth - 1, 2**settings.depth
    features = np.zeros((settings.trees, inner), np.int64)
    at = np.full((settings.trees, inner), np.inf, np.float32)
    values = np.zeros((settings.trees, leaves), np.float32)
    for tree in range(settings.trees):
        likely = 1 / (1 + np.exp(-scores))
        slopes = _Slopes(weights * (likely - wanted), weights * likely * (1 - likely))
        seen = np.flatnonzero(chance.random(len(rows)) < settings.rows)
        count = max(1, int(len(names) * settings.columns))
        columns = np.sort(chance.choice(len(names), count, replace=False))
        here = {0: seen}
        every = {0: np.arange(len(rows))}
        for node in range(inner):
            feature, step = _best(binned, here[node], columns, slopes, settings)
            features[tree, node] = max(feature, 0)
            if feature >= 0:
                at[tree, node] = limits[feature][step]
            for held in (here, every):
                above = (
                    binned[held[node], feature] > step
                    if feature >= 0
                    else np.zeros(len(held[node]), bool)
                )
                held[2 * node + 1], held[2 * node + 2] = held[node][~above], held[node][above]
        for leaf in range(leaves):
            own = here[inner + leaf]
            value = -slopes.first[own].sum() / (slopes.second[own].sum() + settings.ridge)
            values[tree, leaf] = settings.step * value
            scores[every[inner + leaf]] += values[tree, leaf]
    return Trees(names, features, at, values, base, checksum)


def _best(
    binned: Places, own: Places, columns: Places, slopes: _Slopes, settings: RelevanceFitting
) -> tuple[int, int]:
    """The feature and the step above which rows are sent on that gains most; -1 for none."""
    first, second = slopes.first[own], slopes.second[own]
    whole, curve = first.sum(), second.sum()
    best, found = _SMALLEST_GAIN, (-1, 0)
    if curve < 2 * settings.least:
        return found
    for column in columns.tolist():
        bins = binned[own, column]
        most = int(bins.max()) if len(bins) else 0
        if not most:
            continue
        below = np.bincount(bins, first, most + 1).cumsum()[:-1]
        held = np.bincount(bins, second, most + 1).cumsum()[:-1]
        gain = (
            below**2 / (held + settings.ridge)
            + (whole - below) ** 2 / (curve - held + settings.ridge)
            - whole**2 / (curve + settings.ridge)
        )
        gain[(held < settings.least) | (curve - held < settings.least)] = 0.0
        step = int(gain.argmax())
        if gain[step] > best:
            best, found = float(gain[step]), (column, step)
    return found
