"""What is told to parts of a question that nothing was shared out to: those that ask of a scheme or
of a rule that another part names, and those that ask for all that is to be arranged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.answer import AnswerStatus
from assistant.guidance.advice import Advice, Line, whole
from assistant.guidance.fiches import FUNDING, is_gap
from assistant.guidance.guide import Guide
from assistant.guidance.relevance.leaning import sections_asked
from assistant.guidance.relevance.rule_by_rule import RuleByRule
from assistant.guidance.schemes import schemes_named
from assistant.guidance.wording import say
from assistant.understanding import Understanding
from assistant.understanding.parts import Part

_SCHEME = 0.5  # share of its name from which a question is about a scheme


class LeftOver:
    """Answers such parts from the fiches of one index. Safe for several threads."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._relevance = guide.relevance

    def of_a_scheme(self, understood: Understanding) -> bool:
        """Whether a question names a scheme."""
        fiches, named = self._guide.fiches, self._guide.scope(understood).named
        return any(
            share >= _SCHEME and fiches.source(pair, "nl").kind == FUNDING
            for pair, share in named.items()
        )

    def of_named(self, understood: Understanding, part: Part, today: date) -> Advice | None:
        """How much the one scheme that a question names pays, or when one applies for it, for a
        part that asks just that; None for another part, and where its fiche does not say."""
        scope, lang, guide = self._guide.scope(understood), understood.lang, self._guide
        named = schemes_named(guide.fiches, scope, lang, guide.settings.schemes_named)
        sections = sections_asked(part.asked)
        others = schemes_named(guide.fiches, scope, lang, 0.0)
        if len(named) != 1 or len(others) > 1 or not sections:
            return None
        read = self._relevance.read(understood, scope, today)
        case = self._relevance.case(read, part)
        told = self._relevance.cases.of_scheme(named[0], sections, case)
        if not told:
            return None
        lead = say("grant", lang, title=guide.fiches.source(named[0], lang).title)
        unknown = all(is_gap(one) for one in told)
        lines = (Line(lead, tuple(whole(one) for one in told), missing=unknown),)
        return Advice(AnswerStatus.PARTLY_ANSWERED if unknown else AnswerStatus.ANSWERED, lines)

    def leans_on_a_rule(self, understood: Understanding, part: Part, today: date) -> bool:
        """Whether a part asks of a rule that another part names, or what is told before, or of a
        place by its name."""
        read = self._relevance.read(understood, self._guide.scope(understood), today)
        return self._relevance.matter(read, part).leaning or self._relevance.is_of_programme(
            read, part
        )

    def to_arrange(
        self, understood: Understanding, asked: Understanding, part: Part, today: date
    ) -> Advice | None:
        """The rules that come with a plan, which is ``asked`` about as if that were all, for a part
        of a question that asks for all that is to be arranged; None for another part."""
        read = self._relevance.read(understood, self._guide.scope(understood), today)
        if not self._relevance.asks_all(read, part):
            return None
        advice = self._guide.advise(asked, today)
        if advice is None:
            return None
        rules = tuple(
            line
            for line in advice.lines
            if line.contact or any(self._relevance.is_on_a_rule(o.passage) for o in line.statements)
        )
        if any(line.statements and not line.contact for line in rules):
            return replace(advice, lines=rules)
        return RuleByRule(self._relevance).to_arrange(read, part) or advice
