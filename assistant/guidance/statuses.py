"""Who tells of no status at work is told what holds for each, before what holds for one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assistant.guidance.scope import Scope
from corpus.annotation import Annotation, Who
from indexing.passage import Passage

_STATUS: frozenset[Who] = frozenset({"self-employed", "employee"})
_TOLD: frozenset[Who] = _STATUS | {"hired"}


def sides_of(passage: Passage, others: Iterable[Passage], scope: Scope) -> list[str]:
    """The statements (ids) among ``others`` that tell the employed or the self-employed alone what
    ``passage`` tells both, where who asks does not say which they are; empty for a statement that
    is not for both."""
    whole = passage.annotation
    if _TOLD & {*scope.who} or not (whole.key and {*whole.who} >= _STATUS):
        return []
    return [other.id for other in others if _is_a_side(other.annotation, whole)]


def _is_a_side(said: Annotation, whole: Annotation) -> bool:
    one_side = len(_STATUS & {*said.who}) == 1 and not {*said.who} - _STATUS
    return one_side and not {*said.tells}.isdisjoint(whole.tells) and said.places == whole.places


def whole_instead(
    scored: Mapping[str, tuple[float, Passage]], scope: Scope
) -> dict[str, tuple[float, Passage]]:
    """Statements by their ids with their scores, one for both in the place of those for one, and
    as good as the best of them."""
    passages = [passage for _, passage in scored.values()]
    sides = {key: sides_of(passage, passages, scope) for key, (_, passage) in scored.items()}
    told_by_both = {one for every in sides.values() for one in every}
    return {
        key: (max([score, *(scored[one][0] for one in sides[key])]), passage)
        for key, (score, passage) in scored.items()
        if key not in told_by_both
    }
