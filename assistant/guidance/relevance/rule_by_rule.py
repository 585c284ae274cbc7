"""What is told to a part of a question that asks for several rules: the best of each, under its
name."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answer import AnswerStatus
from assistant.guidance.advice import Advice, Line, whole
from assistant.guidance.relevance.cases import Read
from assistant.guidance.relevance.matters import CROSSING
from assistant.guidance.relevance.relevance import Relevance
from assistant.guidance.wanting import ARRANGE, CONTACT, MATTERS
from assistant.guidance.wording import say
from assistant.understanding.parts import Part

_ANY_PLAN = "perform"  # whose rules come with a plan that nobody tells


class RuleByRule:
    """Tells the rules that a part asks for, from the statements of one index."""

    def __init__(self, relevance: Relevance) -> None:
        self._relevance = relevance
        self._needs = relevance.cases.needs

    def of_part(self, read: Read, part: Part) -> Advice | None:
        """What is told to a part that names several rules, or asks whether one can just cross a
        border, without those that other parts are on; None for another part, and where nothing is
        known of any."""
        own = self._relevance.matter(read, part)
        if own.needs == CROSSING and not own.leaning:
            return self._advice(read, part, (key for key in MATTERS if key in CROSSING))
        if not self._relevance.case(read, part).on_several_rules:
            return None
        others = [one for one in read.asked if one != part]
        elsewhere = {key for one in others for key in self._relevance.matter(read, one).needs}
        named = [key for key in self._needs.asked(part.asked) if key in MATTERS]
        return self._advice(read, part, [key for key in named if key not in elsewhere] or named)

    def to_arrange(self, read: Read, part: Part) -> Advice | None:
        """The rules that come with the plan, in the order in which one arranges them, without those
        that other parts name; None where nothing is known of any."""
        orders = self._needs.orders[ARRANGE]
        doing = read.whole.sought.scope.doing
        plan = next((key for key in doing if key in orders), _ANY_PLAN)
        named = {key for one in read.asked for key in self._relevance.case(read, one).listed}
        keys = (key for key in orders[plan] if key in MATTERS and key not in named)
        return self._advice(read, part, keys)

    def lists_only(self, read: Read) -> bool:
        """Whether every part names several rules, or only asks whom to turn to with them."""
        cases = [self._relevance.case(read, part) for part in read.asked]
        return all(case.on_several_rules or case.listed == {CONTACT} for case in cases)

    def one_by_one(self, read: Read) -> bool:
        """Whether parts ask for rules, and not all of them where to begin."""
        cases = [self._relevance.case(read, part) for part in read.asked]
        return len(cases) > 1 and any(case.formal or case.on_several_rules for case in cases)

    def _advice(self, read: Read, part: Part, keys: Iterable[str]) -> Advice | None:
        lang, lines = read.whole.sought.lang, dict[str, Line]()
        for key in keys:
            best = self._relevance.best_of_rule(read, part, key)
            if best is None:
                continue
            lead = say("need", lang, title=self._needs.needs[key].name.name(lang))
            missing = self._relevance.cases.says_unknown(best)
            lines.setdefault(best.id, Line(lead, (whole(best),), missing=missing))
        if not lines:
            return None
        known = any(not line.missing for line in lines.values())
        status = AnswerStatus.ANSWERED if known else AnswerStatus.PARTLY_ANSWERED
        return Advice(status, tuple(lines.values()))
