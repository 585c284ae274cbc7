"""How well the judgements of a writer are foretold by those of the others."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.guidance.relevance.model import Numbers
from assistant.guidance.relevance.settings import RelevanceFitting
from assistant.guidance.relevance.training import Row, fit, matrix

RECALLS = (0.4, 0.5, 0.6, 0.7)
"""Shares of what an adviser tells at which precision is measured."""


@dataclass(frozen=True, slots=True)
class Measured:
    """``area`` is the area under the ROC curve of statements beside parts, ``precision`` at each of
    :data:`RECALLS`, ``first`` in which share of the parts that have an answer an adviser would tell
    what comes first, ``fair`` the same or holds it true and useful beside the question."""

    parts: int
    area: float
    precision: tuple[float, ...]
    first: float
    fair: float


def held_out(
    names: tuple[str, ...],
    rows: Sequence[Row],
    settings: RelevanceFitting,
    apart: Callable[[Row], Hashable] = lambda row: row.writer,
) -> Numbers:
    """How likely each row's statement belongs, by trees that were fitted without the rows that are
    taken ``apart`` with it: by default those of its writer."""
    groups = [apart(row) for row in rows]
    found = np.zeros(len(rows))
    for group in dict.fromkeys(groups):
        own = np.array([one == group for one in groups])
        others = [row for row, mine in zip(rows, own, strict=True) if not mine]
        asked = [row for row, mine in zip(rows, own, strict=True) if mine]
        found[own] = fit(names, others, settings).probability(matrix(asked))
    return found


def measured(rows: Sequence[Row], likely: Numbers) -> Measured:
    """What probabilities are worth, of those that answer against those that do not belong; what is
    only fine counts as neither."""
    told = [at for at, row in enumerate(rows) if row.answers or not row.fine]
    wanted = np.array([rows[at].answers for at in told])
    order = np.argsort(-likely[told], kind="stable")
    hits = wanted[order].cumsum()
    recall = hits / max(1, hits[-1])
    precision = hits / np.arange(1, len(hits) + 1)
    best: dict[tuple[int, int], int] = {}
    for at, row in enumerate(rows):
        key = (row.question, row.part)
        if key not in best or likely[at] > likely[best[key]]:
            best[key] = at
    answered = {(row.question, row.part) for row in rows if row.answers}
    firsts = [rows[best[key]] for key in answered]
    return Measured(
        len(answered),
        _area(wanted, likely[told]),
        tuple(float(precision[np.searchsorted(recall, share)]) for share in RECALLS),
        float(np.mean([row.answers for row in firsts])),
        float(np.mean([row.answers or row.fine for row in firsts])),
    )


def _area(wanted: np.ndarray[tuple[int], np.dtype[np.bool_]], likely: Numbers) -> float:
    """The area under the ROC curve (Mann and Whitney's U, ties at half)."""
    _, place, count = np.unique(likely, return_inverse=True, return_counts=True)
    rank = (np.cumsum(count) - (count - 1) / 2)[place]
    yes = int(wanted.sum())
    no = len(wanted) - yes
    return float((rank[wanted].sum() - yes * (yes + 1) / 2) / max(1, yes * no))
