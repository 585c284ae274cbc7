"""The gate: does a run lose against the baseline, or let go wrong what must be right?"""

from __future__ import annotations

from dataclasses import dataclass

from evals.comparing import compare
from evals.measures import MEASURES
from evals.running import Run

GATED = ("correct", "false_answer", "document_precision", "quote_fidelity")
"""Measures on which a significant loss closes the gate."""

LEVEL = 0.05
"""Two-sided level, after Holm's correction over all measures."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the gate is open, and each reason why it is not."""

    reasons: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.reasons


def gate(baseline: Run, run: Run) -> Verdict:
    """Holds ``run`` against ``baseline``.

    It fails on a significant loss on a gated measure, on any question marked ``must`` that is not
    right, and on any question that crashed.

    Raises:
        RunError: the runs are of different suites.
    """
    comparison = compare(baseline, run)
    reasons = []
    for measure in MEASURES:
        difference = comparison.differences[measure.name]
        if measure.name not in GATED or difference.mean is None or difference.adjusted_p is None:
            continue
        loss = -difference.mean if measure.higher_is_better else difference.mean
        if loss > 0 and difference.adjusted_p < LEVEL:
            reasons.append(
                f"{measure.title}: {difference.mean:+.1%} against the baseline over "
                f"{difference.n} questions (p = {difference.adjusted_p:.3f})."
            )
    for one in run.scored:
        if one.result.error:
            reasons.append(f"{one.item.id}: crashed: {one.result.error}")
        elif one.item.must and one.scores.get("correct") != 1.0:
            reasons.append(f"{one.item.id}: must be right, and is not: {one.item.question}")
    return Verdict(tuple(reasons))
