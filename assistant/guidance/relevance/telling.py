"""What is told to who asks for guidance: the statements that belong, the best first, for each part
of a question."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import AnswerStatus
from assistant.extracting.answer_type import holds
from assistant.guidance.advice import Advice, Line, whole
from assistant.guidance.by_country import ByCountry
from assistant.guidance.closing import open_first, with_closed
from assistant.guidance.concluding import conclusion, in_order, introduction, measured
from assistant.guidance.fiches import COUNTRY, FUNDING, ORGANISATION, Fiches, pair_of
from assistant.guidance.fitting import for_who_stays, stays
from assistant.guidance.granting import Granting
from assistant.guidance.hearing import Hearing
from assistant.guidance.limits import Dimension, quantities
from assistant.guidance.main_line import main_line
from assistant.guidance.needs import load_needs
from assistant.guidance.relevance.case import speaks_of_grants
from assistant.guidance.relevance.cases import Read
from assistant.guidance.relevance.judged import Judged
from assistant.guidance.relevance.relevance import Relevance
from assistant.guidance.relevance.rule_by_rule import RuleByRule
from assistant.guidance.relevance.settings import TellingSettings
from assistant.guidance.relevance.sharing import Share, shared
from assistant.guidance.relevance.statement import StatementReader
from assistant.guidance.scope import HOME, Scope
from assistant.guidance.starting import starting
from assistant.guidance.timing import is_late
from assistant.guidance.wanting import ARRANGE, MATTERS, START
from assistant.guidance.whose import is_on_guests, on_whom
from assistant.guidance.wording import say
from assistant.guidance.worth import Sought
from assistant.understanding import Understanding
from assistant.understanding.answer_kind import AnswerKind, answer_kind
from assistant.understanding.carrying import content_size
from assistant.understanding.parts import Part, points_elsewhere
from indexing.passage import Passage

_COST = re.compile(r"\b(?:kost|kosten|cost|costs|prijs|price|huurprijs)\b", re.IGNORECASE)
_SEVERAL = 2  # parts beyond which each is told in short
_SAYS_SOMETHING = 2  # content words
_EXACT = (AnswerKind.DATE, AnswerKind.AMOUNT, AnswerKind.COUNT)  # what one thing of a grant tells
_IN_MONEY = ("tax", "vat")  # needs whose figures are sums and shares


@dataclass(frozen=True, slots=True)
class PartAdvice:
    """What is told to one of the ``parts`` of a question, or to several that it answers at once."""

    parts: tuple[Part, ...]
    advice: Advice


class RelevantAdvice:
    """Tells the relevant statements of one index. Safe for several threads.

    Only who tells of themselves, or surely asks for guidance, is answered so: what a text says on
    something is looked up in it.
    """

    def __init__(
        self,
        fiches: Fiches,
        relevance: Relevance,
        statements: StatementReader,
        hearing: Hearing,
        by_country: ByCountry,
        granting: Granting,
        settings: TellingSettings,
    ) -> None:
        self._fiches = fiches
        self._relevance = relevance
        self._statements = statements
        self._hearing = hearing
        self._by_country = by_country
        self._granting = granting
        self._settings = settings
        self._needs = load_needs().needs
        self._rules = RuleByRule(relevance)

    def by_part(
        self, understood: Understanding, scope: Scope, parts: Sequence[Part], today: date
    ) -> tuple[PartAdvice, ...]:
        """What an adviser would tell to ``parts`` of a question, where something likely belongs;
        nothing where nobody asks for guidance, or one part asks for several rules or for all that
        comes with a plan. Where what
        belongs says that it is not known, a part is partly answered."""
        if not parts or not self._hearing.seeks(understood) or not understood.stands_alone:
            return ()
        if understood.pointers or scope.incoming:
            return ()
        parts = [part for part in parts if not is_on_guests(scope, part.asked)]
        read = self._relevance.read(understood, scope, today)
        whole = not any(self._relevance.asks_all(read, part) for part in parts)
        wanted = {*self._hearing.heard(understood, scope).needs}
        parts = [part for part in parts if not self._relevance.asks_all(read, part)]
        each = all(self._relevance.matter(read, part).needs for part in parts)
        begins = START in wanted and not (
            self._rules.one_by_one(read)
            or any(self._relevance.is_of_programme(read, part) for part in parts)
        )
        if begins or not parts or (ARRANGE in wanted and whole and not each):
            return ()  # all that comes with a plan is asked, and no rules one by one
        if self._rules.lists_only(read):
            return ()  # each rule has its place in a list
        listed = {
            part: PartAdvice((part,), advice)
            for part in parts
            if (advice := self._country_by_country(read, part) or self._rules.of_part(read, part))
        }
        parts = [part for part in parts if part not in listed]
        told = (*listed.values(), *self._shared_out(read, parts))
        return tuple(sorted(told, key=lambda one: read.asked.index(one.parts[0])))

    def _country_by_country(self, read: Read, part: Part) -> Advice | None:
        """What is told to a part that asks for one rule in several countries; None for another, and
        where nothing is known of any of them."""
        case = self._relevance.case(read, part)
        key = case.formal
        if not key or case.of_a_grant or self._relevance.matter(read, part).leaning:
            return None
        sought = read.whole.sought
        named, leant_on = (self._meant(text, sought.scope) for text in (part.asked, part.text))
        countries = named or (leant_on if len(leant_on) == 1 else sought.scope.countries)
        sought = replace(
            sought,
            scope=replace(sought.scope, countries=countries),
            words=part.text,
            asked=part.asked,
        )
        if answer_kind(part.asked) is AnswerKind.DATE or not self._by_country.concerns(
            self._needs[key], sought.scope
        ):
            return None
        brief = len(read.asked) > _SEVERAL
        lines = self._by_country.lines(self._needs[key], sought, titled=False, brief=brief)
        if not any(self._is_of_country(said.passage) for line in lines for said in line.statements):
            return None
        missing = any(line.missing for line in lines)
        status = AnswerStatus.PARTLY_ANSWERED if missing else AnswerStatus.ANSWERED
        return Advice(status, tuple(lines))

    def _meant(self, text: str, scope: Scope) -> tuple[str, ...]:
        """The other countries that a part names, without those that the whole names in passing."""
        named = tuple(code for code in self._hearing.countries(text) if code != HOME)
        return tuple(code for code in named if code in scope.countries) or (
            () if scope.countries else named
        )

    def _is_of_country(self, passage: Passage) -> bool:
        return self._statements.traits(passage).kind == COUNTRY

    def _shared_out(self, read: Read, parts: Sequence[Part]) -> tuple[PartAdvice, ...]:
        """What is told to each of the parts, and to several of them at once."""
        judged = [self._may_answer(read, part) for part in parts]
        schemes = {
            self._statements.traits(every[0].passage).pair
            for every in judged
            if every
            and every[0].probability >= self._settings.first
            and self._is_grant(every[0].passage)
        }
        first = [
            self._first(read, part, every, schemes)
            for part, every in zip(parts, judged, strict=True)
        ]
        if not any(first):
            return ()
        leaning = {
            place
            for place, part in enumerate(parts)
            if _only_points(part)
            or self._relevance.matter(read, part).leaning
            or self._relevance.of_schemes(read, part)
        }
        shares = shared(
            judged, first, leaning, self._terms, self._unknown, self._goes_with, self._settings
        )
        return tuple(
            PartAdvice(
                tuple(parts[place] for place in share.parts),
                self._advice(share, [parts[place] for place in share.parts], read),
            )
            for share in sorted(shares, key=lambda one: one.parts)
        )

    def _may_answer(self, read: Read, part: Part) -> tuple[Judged, ...]:
        """The statements that may be told of a part, the likeliest first: none on another rule than
        the one that it names, to who stays at home none on what only who goes there needs, and of a
        rule on a grant ("is it taxed") those that speak of both."""
        home, case = stays(read.whole.sought.scope), self._relevance.case(read, part)
        return tuple(
            one
            for one in self._relevance.to_part(read, part)
            if self._statements.traits(one.passage).kind != ORGANISATION
            and not self._relevance.cases.on_other_formality(one.passage, case)
            and not (home and self._is_of_going(one.passage))
            and not (case.of_a_grant and not self._speaks_of_both(one.passage, case.formal))
        )

    def _is_of_going(self, passage: Passage) -> bool:
        going = any(self._needs[key].going for key in self._needs_of(passage))
        return going and not for_who_stays(passage.annotation)

    def _first(
        self, read: Read, part: Part, judged: Sequence[Judged], schemes: Collection[str]
    ) -> tuple[Judged, ...]:
        """Which of the statements ``judged`` may be told first: where a figure is asked those that
        hold one, what is known before that it is not. More is soon asked of ``schemes`` (pairs)
        that are told to any part."""
        if of_schemes := {one.id for one in self._relevance.of_schemes(read, part)}:
            return tuple(one for one in judged if one.passage.id in of_schemes)
        settings, case = self._settings, self._relevance.case(read, part)
        on = self._relevance.matter(read, part).needs
        formal = case.formal or (min(on) if len(on) == 1 else "")
        least = settings.pointing if _only_points(part) else settings.first
        likely = [
            one
            for one in judged
            if one.probability >= least
            or (
                one.probability >= settings.only
                and (
                    formal in self._needs_of(one.passage)
                    or self._statements.traits(one.passage).pair in schemes
                )
            )
        ]
        likely = open_first(likely, self._granting, read.whole.sought)
        kind = answer_kind(part.asked)
        if kind.numeric and not self._relevance.matter(read, part).leaning:
            costs = _COST.search(part.asked)  # what a grant pays is not what something costs
            figures = [
                one
                for one in likely
                if self._holds(kind, formal, one.passage)
                and not (costs and self._is_grant(one.passage))
                and (formal or not self._is_on(one.passage, {*_IN_MONEY}))
            ]
            # That a rate is not known stands in the rule itself.
            on_it = [one for one in likely if formal in self._needs_of(one.passage)]
            rules = on_it if formal in _IN_MONEY else []
            likely = figures or rules
        # Beside a rule what holds in general is told before that something is not known.
        known = [
            one.probability
            for one in likely
            if not self._unknown(one)
            and (
                formal
                or self._statements.traits(one.passage).kind == COUNTRY
                or (_tells_of_its_rule(one.passage) and self._is_on(one.passage, on))
            )
        ]
        best = max(known, default=0.0)
        return tuple(
            one
            for one in likely
            if not self._unknown(one) or one.probability * settings.share > best
        )

    def _speaks_of_both(self, passage: Passage, formal: str) -> bool:
        """Whether a statement speaks of a rule and of grants."""
        granted = self._is_grant(passage) or speaks_of_grants(passage.text)
        return bool(granted and self._needs[formal].words.search(passage.text))

    def _holds(self, kind: AnswerKind, formal: str, passage: Passage) -> bool:
        """Whether a statement holds the kind of figure that is asked; of a tax a sum or a share."""
        money = formal not in _IN_MONEY or self._statements.traits(passage).money
        return money and holds(kind, passage.text)

    def _advice(self, share: Share, parts: Sequence[Part], read: Read) -> Advice:
        asked = [part.asked for part in parts]
        whose = on_whom(read.whole.sought.scope, asked)
        sought = replace(read.whole.sought, scope=whose, asked=" ".join(asked))
        grants = any(self._relevance.case(read, part).asks_money for part in parts)
        told = [one.passage for one in share.told]
        if grants and not any(answer_kind(part.asked) in _EXACT for part in parts):
            told = self._in_short_first(told, sought.scope)
        lines = self._concluded(told, sought, grants=grants)
        if grants:
            lines = tuple(with_closed(lines, self._granting, sought))
        known = not all(map(self._unknown, share.told))
        return Advice(AnswerStatus.ANSWERED if known else AnswerStatus.PARTLY_ANSWERED, lines)

    def _in_short_first(self, told: Sequence[Passage], scope: Scope) -> list[Passage]:
        """The statements, what a grant is in short before what else is told of it."""
        found: dict[str, Passage] = {}
        for passage in told:
            traits = self._statements.traits(passage)
            if traits.kind == FUNDING and traits.pair not in scope.named:
                main = main_line(self._fiches, traits.pair, passage.language, scope)
                if main is not None:
                    found.setdefault(main.id, main)
            found.setdefault(passage.id, passage)
        return list(found.values())

    def _terms(self, one: Judged) -> frozenset[str]:
        return self._statements.traits(one.passage).terms

    def _goes_with(self, first: Judged, other: Judged) -> bool:
        """Whether a statement may stand beside the first of a part: beside a rule stands nothing
        but that rule."""
        on = self._relevance.cases.matters(first.passage) & {*MATTERS}
        return not on or bool(on & self._relevance.cases.matters(other.passage))

    def _is_on(self, passage: Passage, needs: AbstractSet[str]) -> bool:
        return not needs.isdisjoint(self._relevance.cases.matters(passage))

    def _unknown(self, one: Judged) -> bool:
        return self._statements.traits(one.passage).unknown

    def _is_grant(self, passage: Passage) -> bool:
        return self._statements.traits(passage).kind == FUNDING

    def _concluded(
        self, passages: Sequence[Passage], sought: Sought, *, grants: bool
    ) -> tuple[Line, ...]:
        """A line for each statement, with the yes, the no or the "it depends" that they give, and
        how what is told in numbers lies to their limits."""
        scope, lang, numbers = sought.scope, sought.lang, quantities(sought.text)
        # A yes or a no that only another statement holds is not that of this part.
        answers = passages[0].annotation.answer is not None
        needs = self._needs_of(passages[0]) if answers else []
        verdicts = {
            key: verdict
            for key in needs
            if (
                verdict := conclusion(
                    sought.asked,
                    key,
                    [one for one in passages if key in self._needs_of(one)],
                    scope,
                    lang,
                    numbers,
                )
            )
        }
        lines: list[Line] = []
        settled: set[Dimension] = set()
        for line in self._lines(in_order(passages, numbers, answers=bool(verdicts)), lang):
            own = [key for key in self._needs_of(line.statements[0].passage) if key in verdicts]
            if own and not line.lead:
                line = replace(line, lead=f"**{verdicts[own[0]]}**")
                verdicts.clear()
            if grants and not lines and self._is_grant(line.statements[0].passage):
                late = is_late(
                    starting(sought.text, sought.today),
                    line.statements[0].passage.annotation,
                    sought.today,
                )
                over = self._granting.is_over(pair_of(passages[0]), lang, sought.today)
                first = replace(line, late=late, over=over)
                lines += introduction([first], scope, sought.asked, lang, plainly=False)
            lines.append(line)
            if compared := measured(line.text, numbers, lang, settled):
                lines.append(Line(compared))
        return tuple(lines)

    def _needs_of(self, passage: Passage) -> list[str]:
        return sorted(self._statements.traits(passage).needs)

    def _lines(self, passages: Iterable[Passage], lang: str) -> tuple[Line, ...]:
        """A line for each statement; those of one grant together, under its name."""
        lines: list[Line] = []
        grants: dict[str, int] = {}
        for passage in passages:
            traits = self._statements.traits(passage)
            said = whole(passage)
            if traits.pair in grants:
                known = lines[grants[traits.pair]]
                lines[grants[traits.pair]] = replace(known, statements=(*known.statements, said))
                continue
            lead = ""
            if traits.kind == FUNDING:
                grants[traits.pair] = len(lines)
                lead = say("need", lang, title=self._fiches.source(traits.pair, lang).title)
            lines.append(Line(lead, (said,), missing=traits.unknown))
        return tuple(lines)


def _tells_of_its_rule(passage: Passage) -> bool:
    """Whether a statement tells how things are, and not only what something is."""
    said = passage.annotation
    return said.answer is not None or bool(said.tells)


def _only_points(part: Part) -> bool:
    """Whether a part says hardly more than that it points at another ("where do I file that")."""
    return content_size(part.asked) < _SAYS_SOMETHING and points_elsewhere(part.asked)
