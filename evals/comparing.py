"""Comparing two runs of one suite, question by question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from evals.errors import RunError
from evals.measures import MEASURES
from evals.running import Run
from evals.scoring import SEED, Scored
from evals.statistics import Difference, holm, paired_difference


@dataclass(frozen=True, slots=True)
class Change:
    """A question on which strict correctness differs between the runs."""

    before: Scored
    after: Scored

    @property
    def better(self) -> bool:
        return (self.after.scores.get("correct") or 0) > (self.before.scores.get("correct") or 0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Run B against run A: differences per measure and per kind, and the questions that changed."""

    a: Run
    b: Run
    differences: Mapping[str, Difference]
    by_kind: Mapping[str, Difference]
    changes: tuple[Change, ...]
    other_answers: tuple[Change, ...]
    seed: int

    def as_json(self) -> dict[str, Any]:
        """The comparison for programs."""
        return {
            "a": str(self.a.folder),
            "b": str(self.b.folder),
            "seed": self.seed,
            "differences": {name: asdict(value) for name, value in self.differences.items()},
            "correct_by_kind": {name: asdict(value) for name, value in self.by_kind.items()},
            "better": [change.after.item.id for change in self.changes if change.better],
            "worse": [change.after.item.id for change in self.changes if not change.better],
        }


def compare(a: Run, b: Run, *, seed: int = SEED) -> Comparison:
    """Compares run ``b`` with run ``a`` over the questions that both answered.

    P-values of all measures together, and of all kinds together, are corrected by Holm's method. A
    question that crashed in one of the runs counts as changed when it did not in the other.

    Raises:
        RunError: the runs are of different suites.
    """
    if a.settings.get("suite_digest") != b.settings.get("suite_digest"):
        raise RunError("The runs are of different suites.", hint="Run both on the same suite.")
    before = {s.item.id: s for s in a.scored}
    pairs = [(before[s.item.id], s) for s in b.scored if s.item.id in before]
    measured = {m.name: _difference(pairs, m.name, seed) for m in MEASURES}
    kinds = dict.fromkeys(sorted(s.item.kind for _, s in pairs))
    by_kind = {
        kind: _difference([p for p in pairs if p[1].item.kind == kind], "correct", seed)
        for kind in kinds
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
    return Comparison(a, b, _corrected(measured), _corrected(by_kind), changes, others, seed)


def _difference(pairs: Sequence[tuple[Scored, Scored]], name: str, seed: int) -> Difference:
    return paired_difference(
        [x.scores.get(name) for x, _ in pairs], [y.scores.get(name) for _, y in pairs], seed=seed
    )


def _corrected(differences: Mapping[str, Difference]) -> dict[str, Difference]:
    adjusted = holm([difference.p for difference in differences.values()])
    return {
        name: replace(difference, adjusted_p=p)
        for (name, difference), p in zip(differences.items(), adjusted, strict=True)
    }
