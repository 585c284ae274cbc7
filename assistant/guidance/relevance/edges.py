"""What a rule is not known for stands behind what it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.guidance.relevance.judged import Judged
from indexing.passage import Passage

_BEHIND = 0.99  # of the likeliest that the same fiche says


def behind_the_rule(
    judged: Sequence[Judged],
    is_edge: Callable[[Passage], bool],
    rule: Callable[[Passage], str],
    least: float,
) -> list[Judged]:
    """Statements as they were ``judged``, one at the edge of a rule, which says that something of
    it is not known, no likelier than what its fiches do say, where that likely belongs too: from a
    probability of ``least`` on. ``rule`` is the same for all that is said of one rule."""
    says: dict[str, float] = {}
    edges = {one.passage.id for one in judged if is_edge(one.passage)}
    for one in judged:
        if one.passage.id not in edges:
            of = rule(one.passage)
            says[of] = max(says.get(of, 0.0), one.probability)
    found = []
    for one in judged:
        best = says.get(rule(one.passage), 0.0)
        behind = one.passage.id in edges and best >= least
        probability = min(one.probability, best * _BEHIND) if behind else one.probability
        found.append(replace(one, probability=probability))
    return found
