"""From results to scores: every measure for every question, and their means with intervals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from evals.measures import MEASURES, PageText, measured
from evals.result import Result
from evals.statistics import Estimate, estimate, smallest_change
from evals.suite import Item, Suite

SEED = 20_240_229
BREAKDOWNS: Mapping[str, Callable[[Item], Sequence[str]]] = {
    "language": lambda item: (item.lang,),
    "kind": lambda item: (item.kind,),
    "persona": lambda item: (item.persona or "none",),
    "document": lambda item: item.documents,
    "answerable": lambda item: ("answerable" if item.answerable else "not answerable",),
}


LEAST_CLUSTERS = 20
"""Clusters from which resampling them says something. With fewer, intervals come out too narrow
and no difference can be significant: A. C. Cameron and D. L. Miller, "A practitioner's guide to
cluster-robust inference", Journal of Human Resources 50 (2015), section VI."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A question, its result and what was measured. A crashed question has no scores at all."""

    item: Item
    result: Result
    scores: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Summary:
    """Means with intervals, over all questions and per breakdown; crashes are counted apart."""

    overall: Mapping[str, Estimate]
    by: Mapping[str, Mapping[str, Mapping[str, Estimate]]]
    questions: int
    crashed: tuple[str, ...]
    seed: int
    clusters: int = 0

    def as_json(self) -> dict[str, Any]:
        """The object written to ``summary.json``."""
        return {
            "questions": self.questions,
            "scored": self.questions - len(self.crashed),
            "crashed": list(self.crashed),
            "seed": self.seed,
            "independent_groups": self.clusters,
            "smallest_change_shown": smallest_change(self.questions, 0.2),
            "measures": {name: _rounded(value) for name, value in self.overall.items()},
            "by": {
                breakdown: {
                    group: {name: _rounded(value) for name, value in measures.items() if value.n}
                    for group, measures in groups.items()
                }
                for breakdown, groups in self.by.items()
            },
        }


def clusters(items: Sequence[Item]) -> list[str]:
    """Which items are no independent cases of one another, as a name for each.

    Questions about one document, where the suite has documents enough (:data:`LEAST_CLUSTERS`);
    else questions of one conversation or group.
    """
    by_document = [item.cluster for item in items]
    if len(set(by_document)) >= LEAST_CLUSTERS:
        return by_document
    return [item.conversation for item in items]


def _rounded(value: Estimate) -> dict[str, float | int | None]:
    """An estimate for programs: four decimals are more than any of these intervals can tell."""
    return {k: round(v, 4) if isinstance(v, float) else v for k, v in asdict(value).items()}


def score(suite: Suite, results: Sequence[Result], page_text: PageText) -> tuple[Scored, ...]:
    """Scores each question of the suite that has a result, in the suite's order."""
    found = {result.id: result for result in results}
    scored = []
    for item in suite.items:
        result = found.get(item.id)
        if result is None:
            continue
        scored.append(Scored(item, result, measured(item, result, page_text)))
    return tuple(scored)


def summarise(scored: Sequence[Scored], *, seed: int = SEED) -> Summary:
    """Means with intervals of every measure, overall and per breakdown.

    Questions of one document, conversation or group are resampled together.
    """
    crashed = tuple(s.item.id for s in scored if s.result.error)
    alive = [s for s in scored if not s.result.error]
    by: dict[str, dict[str, dict[str, Estimate]]] = {}
    for breakdown, groups_of in BREAKDOWNS.items():
        groups: dict[str, list[Scored]] = {}
        for one in alive:
            for group in groups_of(one.item):
                groups.setdefault(group, []).append(one)
        by[breakdown] = {group: _estimates(groups[group], seed) for group in sorted(groups)}
    groups_in_all = len(set(clusters([one.item for one in alive])))
    return Summary(_estimates(alive, seed), by, len(scored), crashed, seed, groups_in_all)


def _estimates(scored: Sequence[Scored], seed: int) -> dict[str, Estimate]:
    return {measure.name: _estimate(scored, measure.name, seed) for measure in MEASURES}


def _estimate(scored: Sequence[Scored], name: str, seed: int) -> Estimate:
    """A measure's estimate; whether documents are enough is asked of the questions it scores."""
    known = [one for one in scored if one.scores.get(name) is not None]
    values = [one.scores[name] for one in known]
    found = estimate(values, seed=seed, clusters=clusters([one.item for one in known]))
    return replace(found, unscored=len(scored) - len(known))
