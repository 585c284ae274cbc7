"""Reads questions as cases, and tells which statements may be told in one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from assistant.guidance.anticipated.matching import AnticipatedQuestions
from assistant.guidance.fiches import COUNTRY, FUNDING, PRACTICE, Fiches
from assistant.guidance.fitting import is_of_work, is_theirs, plans, suits
from assistant.guidance.granting import Granting
from assistant.guidance.hearing import Hearing
from assistant.guidance.needs import load_needs
from assistant.guidance.programmes import Programmes
from assistant.guidance.purposes import decides_on_money
from assistant.guidance.relevance.candidates import Candidates
from assistant.guidance.relevance.case import Case
from assistant.guidance.relevance.listing import beside, listed_in, without_money
from assistant.guidance.relevance.settings import CandidateSettings
from assistant.guidance.relevance.statement import StatementReader
from assistant.guidance.rounds import of_their_round, ordered_by_rounds
from assistant.guidance.scope import HOME, Scope
from assistant.guidance.scoping import FORMALITIES, OF_PEOPLE, Scoping
from assistant.guidance.sought import sought_of
from assistant.guidance.starting import starting
from assistant.guidance.wanting import GRANTS, MATTERS
from assistant.guidance.whose import on_whom
from assistant.guidance.words import pattern
from assistant.guidance.worth import Worth
from assistant.understanding import Understanding
from assistant.understanding.answer_kind import answer_kind
from assistant.understanding.parts import Part
from corpus.annotation import Annotation, Doing
from corpus.document import Source
from indexing.passage import Passage

_RULES = (COUNTRY, PRACTICE)
_FORMAL = frozenset(FORMALITIES)
_NOT_OF_AGE = (_FORMAL - {"visa"}) | {GRANTS}  # needs that nobody's age decides
_NAME = re.compile(r"(?<=[^\W\d_.,;:!?'\"] )(?!I\b)[A-Z][\w-]+|\b[A-Z][A-Z]+\w*|['\"][A-Z][\w-]+")
_IN_SHORT = "in-short"
# What decides about children, of all that is asked where one comes along.
_OF_AGE = pattern(
    """jarig*; wet; wettelijk; toestemming; toelating*; vergunning*; papier*; document*; mag; mogen;
    kan; kunnen; teken*; uren; uur; laat; 's avonds; old; olds; law; legal; allowed; may; can;
    permission; permit*; papers; consent; sign; hours; late; licen*"""
)
_TO_HOSTS = frozenset({"invite"})
_NAMED = 0.5  # share of its name from which all of a fiche comes into question


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A question of ``scope`` as a whole, and the statements that come into question for any part
    of it. ``asked`` are its parts in their order; ``parts`` keeps the cases that they make, by
    their words."""

    scope: Scope
    whole: Case
    candidates: tuple[Passage, ...]
    asked: tuple[Part, ...] = ()
    parts: dict[str, Case] = field(default_factory=dict)


class Cases:
    """Reads cases from the fiches of one index. Safe for several threads."""

    def __init__(
        self,
        fiches: Fiches,
        reader: StatementReader,
        questions: AnticipatedQuestions,
        hearing: Hearing,
        scoping: Scoping,
        worth: Worth,
        granting: Granting,
        programmes: Programmes,
        settings: CandidateSettings,
    ) -> None:
        self._fiches = fiches
        self._reader = reader
        self._hearing = hearing
        self._scoping = scoping
        self._worth = worth
        self._programmes = programmes
        self._candidates = Candidates(fiches, reader, questions, scoping, granting, settings)
        self.settings = settings
        self.needs = load_needs()

    def read(self, understood: Understanding, scope: Scope, today: date) -> Read:
        """The case that a question makes, with what comes into question."""
        text = f"{understood.told} {understood.text}".strip()
        heard = self._programmes.planned_there(text, self._hearing.heard(understood, scope).scope)
        sought = sought_of(understood, heard, today)
        likely = self._likely(text)
        parts = [part.text for part in understood.parts] if len(understood.parts) > 1 else []
        words = self._worth.words(replace(sought, words=text))
        listed = frozenset(self.needs.asked(text))
        granted = self._candidates.granted(sought)
        case = Case(
            text,
            text,
            understood.lang,
            sought,
            understood.kind,
            len(understood.parts),
            likely,
            likely,
            listed,
            words,
            words,
            self._worth.words(replace(sought, words=" ".join(_NAME.findall(text)))),
            {pair: place for place, pair in enumerate(granted)},
            next((one.id for one in granted.values()), ""),
            frozenset(self.needs.asked(beside(text, understood.parts))),
        )
        needs = {key for key, value in likely.items() if value >= self.settings.likely} | listed
        for part in parts:
            own = self._likely(part)
            needs |= {key for key, value in own.items() if value >= self.settings.likely}
            needs |= {*self.needs.asked(part)}
        found = dict.fromkeys(granted)
        found |= dict.fromkeys(pair for pair, share in scope.named.items() if share >= _NAMED)
        candidates = self._candidates.found([text, *parts], needs, found, granted.values(), sought)
        return Read(scope, case, candidates, understood.parts)

    def of_part(self, read: Read, part: str) -> Case:
        """The case that one part of a question makes, as it stands there."""
        if not part or part == read.whole.text:
            return read.whole
        known = read.parts.get(part)
        if known is None:
            known = read.parts[part] = self._case_of(read.whole, part)
        return known

    def _case_of(self, whole: Case, part: str) -> Case:
        listed = listed_in(part, whole, self.needs)
        likely = self._likely(part, listed)
        listed = without_money(listed, likely)
        sought, own = whole.sought, self._hearing.plans(part)
        whose = on_whom(sought.scope, [part])
        if whose is not sought.scope:
            sought = replace(sought, scope=whose)
        if own and GRANTS in listed:
            # What the money is for, of all that is planned.
            sought = replace(sought, scope=replace(sought.scope, doing=own))
        granted = self._candidates.granted(sought) if sought is not whole.sought else None
        return replace(
            whole,
            part=part,
            sought=sought,
            kind=answer_kind(part),
            part_needs=likely,
            listed=listed,
            part_words=self._worth.words(replace(whole.sought, words=part)),
            granted=whole.granted if granted is None else dict(zip(granted, count(), strict=False)),
            best_grant=(
                whole.best_grant
                if granted is None
                else next((one.id for one in granted.values()), "")
            ),
            plans=frozenset(own),
            seen=whole.seen if granted is None else {},
            other_plans=whole.other_plans if granted is None else {},
            rows={},
            tellable={},
        )

    def of_scheme(self, pair: str, sections: Iterable[str], case: Case) -> list[Passage]:
        """The one thing that the fiche of a scheme says under each of these headings to who asks:
        what decides, else that it is not known (what stands beside that is of an old rule), else
        what it says first."""
        fiche = self._fiches.fiche(pair, case.sought.lang)
        found: list[Passage] = []
        for section in sections:
            fitting = [
                item
                for item in fiche.by_section.get(section, ())
                if self.may_tell(item.passage, case)
                and suits(item.passage.annotation, case.sought.scope)
            ]
            fitting.sort(key=lambda item: (not item.passage.annotation.key, not item.gap))
            ordered = [item.passage for item in fitting]
            start = starting(case.sought.text, case.sought.today)
            found += of_their_round(ordered, start)[: 2 if ordered_by_rounds(ordered) else 1]
        return found

    def on(self, needs: AbstractSet[str], case: Case) -> list[Passage]:
        """What the fiches of the countries, and those on practice, say that is on rules (keys of
        needs.yaml)."""
        fits = self._candidates.fitting(case.sought.scope)
        return [
            item.passage
            for pair in self._candidates.rules(case.sought)
            for item in self._fiches.fiche(pair, case.sought.lang).statements
            if self.matters(item.passage) & needs and fits(item.passage)
        ]

    def of_another_country(self, passage: Passage, text: str, case: Case) -> bool:
        """Whether a statement stands in the fiche of another country than those that ``text``
        names, a part or what it leans on, else those that the whole is about."""
        traits = self._reader.traits(passage)
        if traits.kind != COUNTRY:
            return False
        named = {*self._hearing.countries(text)} - {HOME}
        return traits.codes.isdisjoint(named or case.sought.scope.reach)

    def programmes_of(self, case: Case) -> tuple[Passage, ...]:
        """What is told of the festivals, fairs, residencies and houses abroad that a question
        means."""
        return self._programmes.meant(case.text, case.sought.scope, case.sought.lang)

    def programme_called(self, case: Case) -> str:
        """What the first of those is called; empty without one."""
        return self._programmes.called(self.programmes_of(case))

    def is_rule_elsewhere(self, passage: Passage, case: Case) -> bool:
        """Whether a statement is a rule of a country that nobody goes to."""
        on_a_rule = not self.matters(passage).isdisjoint(MATTERS)
        return on_a_rule and self.of_another_country(passage, "", case)

    def matters(self, passage: Passage) -> frozenset[str]:
        """The needs that a statement is on."""
        return self._reader.traits(passage).matters

    def scheme(self, passage: Passage) -> str:
        """The scheme (pair) whose fiche a statement stands in, empty for another fiche."""
        traits = self._reader.traits(passage)
        return traits.pair if traits.kind == FUNDING else ""

    def needs_of(self, passage: Passage) -> frozenset[str]:
        """The needs (keys of needs.yaml) that a statement is taken for."""
        return self._reader.traits(passage).needs

    def may_tell(self, passage: Passage, case: Case) -> bool:
        """Whether a statement can be told of the countries that a question is about, and is not for
        others than who asks."""
        known = case.tellable.get(passage.id)
        if known is None:
            known = case.tellable[passage.id] = self._may_tell(passage, case)
        return known

    def _may_tell(self, passage: Passage, case: Case) -> bool:
        if not self._scoping.may_tell(passage, case.sought.scope):
            return False
        traits = self._reader.traits(passage)
        if traits.kind == FUNDING:
            scope = case.sought.scope
            if self._is_for_other_plans(traits.source, case):
                return False
            named = traits.pair in scope.named
            return named or (suits(passage.annotation, scope) and self._pays_for(traits.pair, case))
        if traits.kind not in _RULES or traits.of_visitors:
            return True
        scope, said = case.sought.scope, passage.annotation
        if said.doing and {*said.doing} <= _TO_HOSTS and not {*said.doing} & {*scope.doing}:
            return False  # money to have somebody here
        if traits.needs & OF_PEOPLE and is_of_work(said, scope):
            return False
        if "remote" in scope.doing and "remote" not in said.doing and not plans(scope):
            going = [self.needs.needs[key].going for key in traits.needs]
            if going and all(going):
                return False  # for who goes there
        return suits(said, scope)

    def _is_for_other_plans(self, source: Source, case: Case) -> bool:
        """Whether a scheme is for other people or plans than those of who asks."""
        known = case.other_plans.get(source.id)
        if known is None:
            known = self._scoping.is_scheme_for_other_plans(source, case.sought.scope)
            case.other_plans[source.id] = known
        return known

    def least(self, passage: Passage, case: Case) -> float:
        """How likely at the least a statement belongs: what decides for just who asks, and what
        gives, or does not give, the money that a part asks for."""
        if self.is_theirs(passage, case) or self.decides_on_money(passage, case):
            return self.settings.theirs
        likely = case.part_needs.get(GRANTS, 0.0)
        aims = GRANTS in case.listed and all(self.needs.needs[key].aim for key in case.listed)
        only = case.only == GRANTS or not case.listed
        surely = (only and likely >= self.settings.surely_grants) or (aims and len(case.listed) > 1)
        scope = case.sought.scope
        just_theirs = {*passage.annotation.trades} and {*passage.annotation.trades} <= {
            *scope.disciplines
        }
        planned = plans(scope) or just_theirs  # of their discipline alone, whatever is planned
        if surely and passage.id == case.best_grant and scope.disciplines and planned:
            return self.settings.granted
        return 0.0

    def _pays_for(self, pair: str, case: Case) -> bool:
        """Whether a scheme is for what the part says is planned, as it says in short; one that is
        named may be told of anyhow."""
        own = self._hearing.plans(case.part)
        if pair in case.sought.scope.named or GRANTS not in case.listed or not own:
            return True
        plan = Scope(doing=own)
        short = self._fiches.fiche(pair, case.sought.lang).known(_IN_SHORT)
        purposes = [one.passage.annotation for one in short if one.passage.annotation.doing]
        return not purposes or any(suits(Annotation(doing=one.doing), plan) for one in purposes)

    def decides_on_money(self, passage: Passage, case: Case) -> bool:
        """Whether a statement says that there is money, or none, for just what is planned, to a
        part that asks for it."""
        traits = self._reader.traits(passage)
        if traits.kind != PRACTICE or FUNDING not in traits.source.topics:
            return False
        return GRANTS in case.listed and decides_on_money(passage.annotation, case.sought.scope)

    def is_theirs(self, passage: Passage, case: Case) -> bool:
        """Whether a statement says of a need that the part names what holds for just who asks,
        where they go, or just what they tell of (an instrument with ivory); what is said of
        children is, unless the part names a need without them."""
        said, scope, traits = passage.annotation, case.sought.scope, self._reader.traits(passage)
        if traits.of_visitors != scope.incoming:
            return False
        if traits.codes and not traits.codes & {*scope.reach}:
            return False
        meets = case.listed & traits.needs or (
            "minor" in said.who and not case.listed & _NOT_OF_AGE and self.asks_of_age(case)
        )
        if not meets:
            return False
        rare = {group.key for group in self.needs.groups if group.rare}
        said_of = rare & self.needs.groups_said(passage.text)
        if said.key and said_of & self.needs.groups_surely(case.text):
            return bool(case.listed & traits.needs)
        return is_theirs(said, scope) and said_of <= self.needs.groups_of(case.text)

    def asks_of_age(self, case: Case) -> bool:
        """Whether a part may ask what children may do, or need; what is asked alone may."""
        if case.parts == 1 or "minors" in case.listed:
            return True
        return bool(_OF_AGE.search(case.part)) and not case.likely_grants

    def on_other_formality(self, passage: Passage, case: Case) -> bool:
        """Whether a statement is on another formality than the one that a part names, or on any
        where it asks for money alone: "do I need an A1" is no question about a visa, nor is "can
        somebody pay our ferry"."""
        traits = self._reader.traits(passage)
        named, meets = case.listed & _FORMAL, traits.needs & _FORMAL
        if traits.kind == FUNDING:
            return bool(named) and GRANTS not in case.listed
        if case.only == GRANTS:
            return bool(meets) and meets == traits.needs
        return bool(named and meets) and not named & meets

    def is_of_plan(self, passage: Passage, plans: AbstractSet[Doing]) -> bool:
        """Whether a statement tells of what somebody is going to do, as its editors say; one that
        says that something is not known, by its words."""
        if plans & {*passage.annotation.doing}:
            return True
        return self.says_unknown(passage) and bool(plans & {*self._hearing.plans(passage.text)})

    def is_of_country(self, passage: Passage) -> bool:
        """Whether a statement stands in the fiche of a country."""
        return self._reader.traits(passage).kind == COUNTRY

    def says_unknown(self, passage: Passage) -> bool:
        """Whether a statement only says that something is not known."""
        return self._reader.traits(passage).unknown

    def is_edge(self, passage: Passage, case: Case) -> bool:
        """Whether a statement of a fiche on practice only says that something is not known of its
        rule, and not of just what who asks is going to do."""
        traits = self._reader.traits(passage)
        own = is_theirs(passage.annotation, case.sought.scope)
        return traits.unknown and traits.kind == PRACTICE and not own

    def rule_of(self, passage: Passage) -> str:
        """What rule a statement is on: the need that its fiche is wholly on, else its fiche."""
        pair = self._reader.traits(passage).pair
        of = (key for key, need in self.needs.needs.items() if pair in need.fiches)
        return next(of, pair)

    def knows_nothing(self, passage: Passage) -> bool:
        """Whether a statement says of a country that nothing is known of a rule, for nobody."""
        traits = self._reader.traits(passage)
        return traits.unknown and traits.kind == COUNTRY and not passage.annotation

    def names(self, passage: Passage, case: Case) -> bool:
        """Whether a statement tells of something that a question names."""
        return not self._reader.traits(passage).terms.isdisjoint(case.names.keys())

    def _likely(self, text: str, listed: frozenset[str] | None = None) -> dict[str, float]:
        """How likely each need is in a text; a formality that it alone names surely is, and what
        is learnt of the words around it ("do I need …") tells no other."""
        found = self._hearing.likely(text)
        likely = {key: value for key, value in found.items() if key in self.needs.needs}
        named = set(self.needs.asked(text) if listed is None else listed) & _FORMAL
        if len(named) == 1:
            sure, unsure = self.settings.named, self.settings.unnamed
            for key in _FORMAL & likely.keys():
                least = key in named
                likely[key] = max(likely[key], sure) if least else min(likely[key], unsure)
        return likely
