"""From results to scores: every measure for every question, and their means with intervals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from evals.measures import MEASURES, PageText
from evals.result import Result
from evals.statistics import Estimate, estimate, smallest_change
from evals.suite import Item, Suite

SEED = 20_240_229
BREAKDOWNS: Mapping[str, Callable[[Item], Sequence[str]]] = {
    "lang": lambda item: (item.lang,),
    "kind": lambda item: (item.kind,),
    "persona": lambda item: (item.persona or "none",),
    "document": lambda item: item.documents,
    "answerable": lambda item: ("answerable" if item.answerable else "not answerable",),
}


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

    def as_json(self) -> dict[str, Any]:
        """The object written to ``summary.json``."""
        return {
            "questions": self.questions,
            "scored": self.questions - len(self.crashed),
            "crashed": list(self.crashed),
            "seed": self.seed,
            "smallest_change_shown": smallest_change(self.questions, 0.2),
            "measures": {name: asdict(value) for name, value in self.overall.items()},
            "by": {
                breakdown: {
                    group: {name: asdict(value) for name, value in measures.items()}
                    for group, measures in groups.items()
                }
                for breakdown, groups in self.by.items()
            },
        }


def score(suite: Suite, results: Sequence[Result], page_text: PageText) -> tuple[Scored, ...]:
    """Scores each question of the suite that has a result, in the suite's order."""
    found = {result.id: result for result in results}
    scored = []
    for item in suite.items:
        result = found.get(item.id)
        if result is None:
            continue
        values = (
            {} if result.error else {m.name: m.function(item, result, page_text) for m in MEASURES}
        )
        scored.append(Scored(item, result, values))
    return tuple(scored)


def summarise(scored: Sequence[Scored], *, seed: int = SEED) -> Summary:
    """Means with intervals of every measure, overall and per breakdown."""
    crashed = tuple(s.item.id for s in scored if s.result.error)
    alive = [s for s in scored if not s.result.error]
    by: dict[str, dict[str, dict[str, Estimate]]] = {}
    for breakdown, groups_of in BREAKDOWNS.items():
        groups: dict[str, list[Scored]] = {}
        for one in alive:
            for group in groups_of(one.item):
                groups.setdefault(group, []).append(one)
        by[breakdown] = {group: _estimates(groups[group], seed) for group in sorted(groups)}
    return Summary(_estimates(alive, seed), by, len(scored), crashed, seed)


def _estimates(scored: Sequence[Scored], seed: int) -> dict[str, Estimate]:
    return {
        measure.name: estimate([one.scores[measure.name] for one in scored], seed=seed)
        for measure in MEASURES
    }
