"""The gate: does a run lose against the baseline, or let go wrong what must be right?"""

from __future__ import annotations

from dataclasses import dataclass

from evals.comparing import corrected, difference, shared_questions
from evals.errors import RunError
from evals.measures import by_name
from evals.run_folder import Run
from evals.tabulating import p_value

GATED = ("correct", "false_answer", "false_refusal", "document_precision", "quote_fidelity")
"""Measures on which a significant loss closes the gate. No judge is among them."""

LEVEL = 0.05
"""Two-sided level, after Holm's correction over the gated measures."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the gate is open, and each reason why it is not."""

    reasons: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.reasons


def _equals(p: float) -> str:
    return p_value(p) if p < 0.001 else f"= {p_value(p)}"


def gate(baseline: Run, run: Run) -> Verdict:
    """Holds ``run`` against ``baseline``.

    It fails on a significant loss on a gated measure over the questions that both have, on any
    question marked ``must`` that is not right, and on any question that crashed. Questions that are
    new since the baseline take part only in the last two.

    Raises:
        RunError: the runs have no question in common.
    """
    pairs = shared_questions(baseline, run)
    if not pairs:
        raise RunError(
            "The run and its baseline have no question in common.",
            hint="Make a new baseline: wegwijs eval baseline RUN FOLDER",
        )
    reasons = []
    found = corrected({name: difference(pairs, name) for name in GATED})
    for name, change in found.items():
        if change.mean is None or change.adjusted_p is None:
            continue
        measure = by_name(name)
        loss = -change.mean if measure.higher_is_better else change.mean
        if loss > 0 and change.adjusted_p < LEVEL:
            reasons.append(
                f"{measure.title}: {change.mean:+.1%} against the baseline over {change.n} "
                f"questions, {change.worse if measure.higher_is_better else change.better} lost "
                f"(p {_equals(change.adjusted_p)})."
            )
    for one in run.scored:
        if one.result.error:
            reasons.append(f"{one.item.id}: crashed: {one.result.error}")
        elif one.item.must and one.scores.get("correct") != 1.0:
            reasons.append(f"{one.item.id}: must be right, and is not: {one.item.question}")
    return Verdict(tuple(reasons))
