"""Comparing runs of one suite, question by question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from evals.errors import RunError
from evals.measures import MEASURES
from evals.run_folder import Run
from evals.scoring import SEED, Scored, clusters
from evals.statistics import Difference, holm, paired_difference


@dataclass(frozen=True, slots=True)
class Change:
    """One question in two runs."""

    before: Scored
    after: Scored

    @property
    def better(self) -> bool:
        """Whether the later run is right where the earlier one was not."""
        return (self.after.scores.get("correct") or 0) > (self.before.scores.get("correct") or 0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Run B against run A over the questions that both answered.

    ``changes`` are the questions whose strict correctness differs, ``other_answers`` those that
    were answered in other words.
    """

    a: Run
    b: Run
    differences: Mapping[str, Difference]
    by_kind: Mapping[str, Difference]
    changes: tuple[Change, ...]
    other_answers: tuple[Change, ...]
    shared: int
    seed: int

    def as_json(self) -> dict[str, Any]:
        """The comparison for programs."""
        return {
            "a": str(self.a.folder),
            "b": str(self.b.folder),
            "seed": self.seed,
            "questions": self.shared,
            "differences": {name: asdict(value) for name, value in self.differences.items()},
            "correct_by_kind": {name: asdict(value) for name, value in self.by_kind.items()},
            "better": [change.after.item.id for change in self.changes if change.better],
            "worse": [change.after.item.id for change in self.changes if not change.better],
            "otherwise_worded": [change.after.item.id for change in self.other_answers],
        }


def compare(a: Run, b: Run, *, seed: int = SEED) -> Comparison:
    """Compares run ``b`` with run ``a`` over the questions that say the same in both.

    P-values of all measures together, and of all kinds together, are corrected by Holm's method. A
    question that crashed in one of the runs counts as changed when it did not in the other.

    Raises:
        RunError: the runs have no question in common.
    """
    pairs = shared_questions(a, b)
    if not pairs:
        raise RunError("The runs have no question in common.", hint="Run both on one suite.")
    measured = {m.name: difference(pairs, m.name, seed) for m in MEASURES}
    by_kind = {
        kind: difference([p for p in pairs if p[1].item.kind == kind], "correct", seed)
        for kind in sorted({s.item.kind for _, s in pairs})
    }
    changes = tuple(
        Change(x, y) for x, y in pairs if x.scores.get("correct") != y.scores.get("correct")
    )
    changed = {change.after.item.id for change in changes}
    others = tuple(
        Change(x, y)
        for x, y in pairs
        if y.item.id not in changed and x.result.answer != y.result.answer
    )
    return Comparison(
        a, b, corrected(measured), corrected(by_kind), changes, others, len(pairs), seed
    )


def shared_questions(a: Run, b: Run) -> tuple[tuple[Scored, Scored], ...]:
    """The questions that both runs answered and that say the same, in B's order."""
    before = {s.item.id: s for s in a.scored}
    return tuple(
        (before[s.item.id], s)
        for s in b.scored
        if s.item.id in before and before[s.item.id].item.digest == s.item.digest
    )


def difference(pairs: Sequence[tuple[Scored, Scored]], name: str, seed: int = SEED) -> Difference:
    """The difference of one measure over pairs of one question in both runs, not yet corrected."""
    known = [
        (x, y)
        for x, y in pairs
        if x.scores.get(name) is not None and y.scores.get(name) is not None
    ]
    return paired_difference(
        [x.scores.get(name) for x, _ in known],
        [y.scores.get(name) for _, y in known],
        seed=seed,
        clusters=clusters([y.item for _, y in known]),
    )


def corrected(differences: Mapping[str, Difference]) -> dict[str, Difference]:
    """The differences with their p-values corrected for one another by Holm's method.

    A measure on which no question differs cannot come out significant whatever the truth, so it
    does not count among the tests made: R. E. Tarone, "A modified Bonferroni method for discrete
    data", Biometrics 46 (1990).
    """
    tested = [d.p if d.better or d.worse else None for d in differences.values()]
    adjusted = [
        d.p if p is None else p for d, p in zip(differences.values(), holm(tested), strict=True)
    ]
    return {
        name: replace(difference, adjusted_p=p)
        for (name, difference), p in zip(differences.items(), adjusted, strict=True)
    }
