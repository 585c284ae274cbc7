"""Under which part of a question a statement may stand, by the rule that each is on.

A heading vouches for what stands under it: a rule on visas under "can I sell my records" reads as
the answer to that, however likely the trees find it beside such a question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.guidance.relevance.aspects import aspect_of
from assistant.guidance.relevance.case import Case
from assistant.guidance.relevance.cases import Cases
from assistant.guidance.relevance.judged import Judged
from assistant.guidance.relevance.matters import Matter
from assistant.guidance.wanting import ARRANGE, CONTACT, GRANTS, MATTERS
from assistant.understanding.parts import Part, points_elsewhere

_CHILDREN = {"minors"}
_GENERAL = ("papers", "report", "apply", "by", "feasible")  # what is asked of any rule


def that_may_stand(
    judged: Sequence[Judged],
    parts: Sequence[Part],
    read: Sequence[Case],
    at: int,
    matter: Matter,
    cases: Cases,
) -> tuple[Judged, ...]:
    """The statements that were ``judged`` for the part ``at`` a place (from 0) of several, of which
    none belongs that may not stand under its name; ``read`` are the cases that the parts make."""
    stands = _Stands(
        read[at],
        matter,
        _rules_of_others(parts, read, at),
        cases.asks_of_age(read[at]),
        cases.settings.stands,
    )
    sure = cases.settings.sure
    may = (
        stands.may(
            cases.matters(one.passage),
            scheme=bool(cases.scheme(one.passage)),
            sure=one.probability >= sure or cases.is_theirs(one.passage, read[at]),
        )
        and not cases.is_rule_elsewhere(one.passage, read[at])
        for one in judged
    )
    kept = (
        one if may_stand else Judged(one.passage, 0.0)
        for one, may_stand in zip(judged, may, strict=True)
    )
    return tuple(sorted(kept, key=lambda one: -one.probability))


@dataclass(frozen=True, slots=True)
class _Stands:
    """What may stand under the name of one part: ``matter`` is the rule that it is on, ``others``
    are rules (keys of needs.yaml) that only other parts name. ``of_age`` tells that it may ask what
    holds for children, ``likely`` is the probability of a need from which it may be on that."""

    case: Case
    matter: Matter
    others: frozenset[str]
    of_age: bool
    likely: float

    def may(self, needs: frozenset[str], *, scheme: bool, sure: bool) -> bool:
        """Whether a statement on ``needs`` may, one in the fiche of a ``scheme``, or one that
        ``sure``ly belongs whatever the part names (it is for just who asks, or very likely)."""
        case, rules = self.case, needs & {*MATTERS}
        if rules == _CHILDREN and not self.of_age:
            return False
        asks_grants = GRANTS in case.listed or case.likely_grants or case.of_a_grant
        if self.matter.needs:
            if scheme:
                return asks_grants or self.matter.leaning
            return not rules or bool(rules & self.matter.needs) or sure or self._is_likely(rules)
        if case.listed - {ARRANGE} == {CONTACT} and not asks_grants:
            return not rules
        return not rules & self.others or sure or self._is_likely(rules)

    def _is_likely(self, needs: frozenset[str]) -> bool:
        return any(self.case.part_needs.get(key, 0.0) >= self.likely for key in needs)


def _rules_of_others(parts: Sequence[Part], cases: Sequence[Case], at: int) -> frozenset[str]:
    """The rules that words of other parts name than the one ``at`` a place; none where it points
    elsewhere, or asks what may be asked of any rule."""
    part = parts[at]
    aspect = aspect_of(part)
    general = aspect is not None and aspect.key in _GENERAL
    if general or points_elsewhere(part.asked) or ARRANGE in cases[at].listed:
        return frozenset()
    named = frozenset(
        key for place, case in enumerate(cases) if place != at for key in case.listed & {*MATTERS}
    )
    return named - cases[at].listed
