"""The guide: reads what a question is about, fits the fiches to it, tells what they do not know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Protocol

from assistant.answer import AnswerStatus, Claim, Referral
from assistant.extracting.asked import Asked, Candidate
from assistant.extracting.evidence import Weighed
from assistant.guidance.advice import Advice, Line, after, with_detail
from assistant.guidance.advising import Advising
from assistant.guidance.anticipated.statements import AnticipatedStatements
from assistant.guidance.anticipated.telling import AnticipatedAdvice
from assistant.guidance.asking import referrals_in
from assistant.guidance.at_last import AtLast
from assistant.guidance.by_name import ByName
from assistant.guidance.comparing import Comparing
from assistant.guidance.country_names import plain
from assistant.guidance.deceit import asks_to_deceive
from assistant.guidance.explaining import Explaining
from assistant.guidance.fiches import Fiches
from assistant.guidance.first_contacts import FirstContacts
from assistant.guidance.granting import Granting
from assistant.guidance.hearing import Hearing, introduces, tells
from assistant.guidance.in_force import no_more, standing
from assistant.guidance.intent.features import FeatureReader
from assistant.guidance.judging import Judging
from assistant.guidance.knowing import Knowing
from assistant.guidance.main_line import each_scheme_once
from assistant.guidance.named_things import NamedThings
from assistant.guidance.naming import Names, Terms
from assistant.guidance.nearby import Nearby
from assistant.guidance.needs import load_needs
from assistant.guidance.planning import Planning
from assistant.guidance.programmes import Programmes
from assistant.guidance.regional import Regional
from assistant.guidance.relevance.telling import PartAdvice
from assistant.guidance.scope import Scope, ScopeReader
from assistant.guidance.scoping import FORMALITIES, HELP, Scoping
from assistant.guidance.selecting import Selecting
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.side_by_side import each_country
from assistant.guidance.sought import sought_of
from assistant.guidance.subjects import SubjectReader
from assistant.guidance.wanting import ASKS, CONTACT, MATTERS, THERE_IS
from assistant.guidance.whom import Whom
from assistant.guidance.whose import on_whom
from assistant.guidance.wording import say
from assistant.guidance.worth import Worth
from assistant.understanding import AnswerKind, Understanding
from assistant.understanding.answer_kind import answer_kind
from assistant.understanding.parts import Part
from corpus.vocabulary import Vocabulary
from indexing.index import Index

_REMEMBERED = 256
_MOST_NAMED = 3
_APPLYING = (AnswerKind.DATE, AnswerKind.PROCEDURE)  # what is asked of a grant that one applies for

Corrections = tuple[tuple[str, str], ...]


class Evidence(Protocol):
    """What was found for one question (:class:`assistant.finding.Found`)."""

    @property
    def asked(self) -> Asked: ...

    @property
    def weighed(self) -> tuple[Weighed, ...]: ...

    @property
    def scope(self) -> Scope: ...


class Guide:
    """Guidance from the fiches of one generation of an index. Safe for several threads."""

    def __init__(
        self,
        index: Index,
        terms: Terms,
        vocabulary: Vocabulary,
        settings: GuidanceSettings | None = None,
    ) -> None:
        self.settings = settings or GuidanceSettings()
        self.fiches = Fiches(index)
        self.scopes = ScopeReader(vocabulary)
        self.names = Names(self.fiches, terms, self.scopes, vocabulary, self.settings)
        self.subjects = SubjectReader(self.fiches, self.names).subjects
        self.scoping = Scoping(self.fiches, self.settings)
        self.granting = Granting(self.fiches, self.scoping, self.settings)
        worth = Worth(
            self.fiches,
            self.settings,
            terms,
            index.frequency,
            index.passage_count,
            self.scopes.places,
            frozenset(
                plain(name)
                for country in vocabulary.countries
                for lang in ("nl", "en")
                for name in country.names(lang)
            ),
        )
        selecting = Selecting(
            self.fiches,
            self.scoping,
            self.settings,
            terms,
            index.frequency,
            self.scopes.places,
            worth,
        )
        first = FirstContacts(self.fiches, selecting, worth, terms, self.settings)
        self.advising = Advising(
            self.fiches, selecting, first, worth, self.granting, vocabulary, self.settings
        )
        regional = Regional(self.fiches, selecting, self.advising, vocabulary, self.settings)
        self._whom = Whom(self.fiches, first)
        self._needs = load_needs()
        self._explaining = Explaining(self.fiches, self.names, self._needs, vocabulary)
        self._comparing = Comparing(self.fiches, self.names)
        self._things = NamedThings(self.scopes, terms, index.frequency)
        # Read for advice and again for its evidence.
        self._read = lru_cache(maxsize=_REMEMBERED)(self._read_anew)
        reader = FeatureReader(self.scopes, vocabulary)
        self._hearing = Hearing(self.scopes, vocabulary, reader)
        contacting, programmes = self.advising.contacting, Programmes(self.fiches, vocabulary)
        self._by_name = ByName(
            self.fiches, self._hearing, self.granting, first, contacting, programmes, self.settings
        )
        statements = AnticipatedStatements(
            self.fiches, self.scoping, selecting, worth, reader, self.settings
        )
        self._anticipated = AnticipatedAdvice(statements, self._hearing, self.advising.contacting)
        judging = Judging.over(
            self.fiches,
            terms,
            statements.questions,
            self._hearing,
            self.scoping,
            worth,
            self.granting,
            first,
            contacting,
            self.advising.by_country,
            programmes,
        )
        self.relevance, self.asked = judging.relevance, judging.asked
        self._relevant, self._revising = judging.advice, judging.revising
        self._planning = Planning(self.fiches, self._hearing, self._things, self.advising, regional)
        nearby = Nearby(
            self.fiches, selecting, self.granting, self.advising.contacting, self.settings
        )
        self._at_last = AtLast(
            self.fiches,
            self.names,
            self._hearing,
            nearby,
            (self.advising, regional),
            self._things.unknown,
        )
        self.knowing = Knowing(
            self.fiches, self.scoping, self.settings, index.source, terms, self.scopes.places
        )

    def matters(self, words: str) -> frozenset[str]:
        """Which rules (keys of needs.yaml) a few words name."""
        return frozenset(self._needs.asked(words) if self.present else ()) & {*MATTERS}

    def distinct(self, named: frozenset[str]) -> frozenset[str]:
        """The documents that a question names, without fiches that all bear one series' name."""
        return named if len(named) <= _MOST_NAMED else named - self.fiches.identities

    @property
    def present(self) -> bool:
        """Whether there are fiches at all."""
        return bool(self.fiches.sources)

    def scope(
        self,
        understood: Understanding,
        text: str | None = None,
        setting: str = "",
        corrections: Corrections = (),
    ) -> Scope:
        """What the question is about, or ``text``, one part of it; the rest of the question, its
        ``setting``, and the earlier turn fill in what it leaves open."""
        if not self.present:
            return Scope()
        text = text if text is not None else understood.text
        scope = self.read(text, corrections)
        if understood.told:
            scope = scope.over(self.read(f"{understood.told} {text}", corrections))
        if setting:
            scope = scope.over(self.read(setting, corrections))
        follow_up = understood.follow_up
        if follow_up.dependent:
            turned = bool(scope.countries or scope.disciplines)
            scope = scope.over(self.read(follow_up.context or follow_up.previous))
            if not scope.named and not turned:
                scope = replace(scope, named=self.names.named(" ".join(understood.referents)))
        elif follow_up.after and not (scope.countries or scope.home or scope.incoming):
            scope = replace(scope, spoken=self.read(follow_up.after).countries)
        return on_whom(scope, [part.asked for part in understood.parts])

    def advise(self, understood: Understanding, today: date) -> Advice | None:
        """An answer from the fiches to a question that asks for guidance; None for another."""
        if not self.present or self._hearing.points(understood, self.scope(understood)):
            return None
        first, rest = self._explaining.first(understood.text, understood.lang)
        asked = replace(understood, kind=answer_kind(rest)) if rest else understood
        advice = with_detail(self._advised(asked, today), understood.text)
        advice = advice or self._anticipated.surely(understood, self.scope(understood), today)
        return self._timed(after(first, advice), understood, today) if advice else None

    def _timed(self, advice: Advice, understood: Understanding, today: date) -> Advice:
        """Advice, each scheme told once, with what the time that is told leaves of it."""
        once = replace(advice, lines=each_scheme_once(advice.lines, self.fiches))
        return self._by_name.told(once, self.scope(understood), understood.text, today)

    def _advised(self, understood: Understanding, today: date) -> Advice | None:
        scope = self.scope(understood)
        wants = frozenset(scope.requests)
        compared = self._comparing.compare(understood.text, scope, understood.lang)
        if compared is not None:
            return compared
        if understood.kind in _APPLYING and (
            over := no_more(self.fiches, scope, understood.lang, today)
        ):
            return over
        if by_name := self._by_name.advise(understood, scope, today):
            return by_name
        if not wants & {"in-force", "apply-still", HELP}:
            follow = understood.follow_up.dependent  # "what's their site" names nobody by itself
            text = understood.standalone if follow else understood.text
            explained = self._explaining.explain(text, scope, understood.lang)
            if explained is not None:
                return explained
        if asks_to_deceive(understood.text):
            return Advice(AnswerStatus.DECLINED, (Line(say("declined", understood.lang)),))
        formal = any(section in FORMALITIES for section in scope.sections)
        asks = bool(ASKS.search(understood.text))
        wish = "wish" in wants and ("abroad" in wants or bool(scope.countries)) and not asks
        # Who only says who they are and where they live wants to know where to begin.
        wish = wish or (not asks and introduces(understood, scope))
        openly = bool(self._hearing.framed(understood, scope))
        starts = not scope.named and (openly or (not formal and ("start" in wants or wish)))
        there_is = understood.kind is not AnswerKind.YES_NO or bool(
            THERE_IS.search(understood.text)
        )
        grants = {"grant", "which"} <= wants and not scope.named and bool(there_is)
        # "Whom does a choir turn to that sings in Ireland?"
        needs = self._needs.asked(understood.text)
        asks_whom = CONTACT in needs
        whose = asks_whom and bool(scope.disciplines)
        told = tells(understood) or scope.incoming or starts or grants or whose
        told |= understood.kind is AnswerKind.PROCEDURE
        if told or self._surely_needs(understood):
            planned = self._planning.advise(understood, scope, today, wish=starts, told=told)
            if planned is not None and openly:
                return replace(planned, at_once=True)
            if planned is not None:
                return self._revised(planned, understood, scope, today)
            unbound = not (scope.disciplines or scope.countries)
            if unbound and (starts or (asks_whom and self._hearing.only_whom(understood))):
                return self._planning.asked_back(understood, scope, today)
        if asks_whom and len(understood.parts) == 1:  # for a name, and nothing else
            sought = sought_of(understood, scope, today)
            if turned := self.advising.contacting.with_matters(needs, sought):
                return turned
        return standing(self.fiches, scope, understood, today)

    def _surely_needs(self, understood: Understanding) -> bool:
        """Whether it surely asks for guidance, whoever asks, and names nothing unheard of."""
        return self._hearing.surely_needs(understood) and not self._things.unknown(understood)

    def at_last(
        self, understood: Understanding, today: date, findings: Iterable[Evidence]
    ) -> Advice | None:
        """What is told where ``findings`` answer nothing; see :meth:`AtLast.advise`. None where the
        fiches say that they do not know what is asked, too."""
        if not self.present:
            return None
        scope = self.scope(understood)
        admitted = bool(self.unknown(findings)[0])
        told = self._at_last.advise(understood, scope, today, admitted=admitted)
        if told := with_detail(told, understood.text):
            return self._timed(self._revised(told, understood, scope, today), understood, today)
        return None if admitted else self._anticipated.at_last(understood, scope, today)

    def near(
        self, understood: Understanding, today: date, findings: Iterable[Evidence]
    ) -> tuple[tuple[Line, ...], str]:
        """What stands near a question that is refused; see :meth:`AtLast.near`."""
        if not self.present:
            return (), ""
        every = list(findings)
        weighed = [item for found in every for item in found.weighed]
        gaps = [self.knowing.gap(one.asked, one.weighed, one.scope) for one in every]
        scheme = any(gap and not self.fiches.of_country(gap) for gap in gaps)
        scope = self.scope(understood)
        lines, gap = self._at_last.near(understood, scope, today, weighed, scheme=scheme)
        return lines or self._anticipated.near(understood, scope, today), gap

    def of_part(self, understood: Understanding, part: str, today: date) -> Advice | None:
        """What the fiches tell of one part of a question on which nothing was found."""
        if not self.present:
            return None
        return self._anticipated.of_part(understood, self.scope(understood), part, today)

    def by_part(
        self, understood: Understanding, parts: Sequence[Part], today: date
    ) -> tuple[PartAdvice, ...]:
        """What an adviser would likely tell to ``parts`` of a question of who asks for guidance;
        see :meth:`RelevantAdvice.by_part`."""
        if not self.present:
            return ()
        scope, text, said = self.scope(understood), understood.text, set[str]()
        return tuple(
            replace(one, advice=self._by_name.told(one.advice, scope, text, today, said))
            for one in self._relevant.by_part(understood, scope, parts, today)
        )

    def whom_to_ask(self, understood: Understanding, part: Part, today: date) -> Advice | None:
        """Whom to turn to, for a part of a question of who asks for guidance that asks just that;
        None for another."""
        scope = self.scope(understood)
        asked = self.asked.read(understood, scope, today) if self.present else None
        by_name = self._by_name.of_part(understood, scope, part, today) if asked else None
        lines = self.asked.who.turned(asked, part) if asked and by_name is None else ()
        return Advice(AnswerStatus.ANSWERED, lines) if lines else by_name

    def _revised(
        self, advice: Advice, understood: Understanding, scope: Scope, today: date
    ) -> Advice:
        """Advice with what editors anticipate, and without what likely does not belong."""
        told = self._anticipated.beside(advice, understood, scope, today)
        return self._revising.revised(told, understood, scope, today)

    def unheard_of(self, scope: Scope, lang: str) -> tuple[str, ...]:
        """That nothing is known of countries that a question is about, one sentence each."""
        lines = self.advising.contacting.no_fiche(scope.countries, lang)
        return () if scope.incoming else tuple(line.text for line in lines)

    def told_of_none(self, understood: Understanding, cited: Iterable[str]) -> tuple[str, ...]:
        """The same beside an answer that cites documents (by their ids), if any is a fiche."""
        if not self.fiches.identities & set(cited):
            return ()
        return self.unheard_of(self.scope(understood), understood.lang)

    def whom(
        self, understood: Understanding, today: date, told: tuple[Referral, ...] = ()
    ) -> tuple[Referral, ...]:
        """Who knows: whom a statement ``told`` of, unless for other disciplines, else who helps."""
        if not self.present:
            return told
        sought = sought_of(understood, self.scope(understood), today)
        needs = self._hearing.heard(understood, sought.scope).needs
        return self._whom.fit(told, sought) or self._whom.referrals(needs, sought) or told

    def read(self, text: str, corrections: Corrections = ()) -> Scope:
        """The scope of one text, misspelt words put right."""
        return self._read(text, corrections)

    def _read_anew(self, text: str, corrections: Corrections) -> Scope:
        for wrong, right in corrections:
            text = re.sub(rf"\b{re.escape(wrong)}\b", right, text, flags=re.IGNORECASE)
        return replace(self.scopes.read(text), named=self.names.named(text))

    def unknown(self, findings: Iterable[Evidence]) -> tuple[list[Claim], tuple[Referral, ...]]:
        """What the fiches say that they do not know of it (in a gap or in a statement that admits
        it), and whom they send people to."""
        for found in findings:
            gap = self.knowing.gap(found.asked, found.weighed, found.scope)
            if gap is not None:
                text = " ".join(gap.text.split())
                return [Claim(text, frame=True)], referrals_in(gap, self.fiches)
        return [], ()

    def one_by_one(self, understood: Understanding) -> tuple[str, ...]:
        """The question for each of the countries that it sets side by side; empty for one."""
        text = understood.standalone if understood.follow_up.dependent else understood.text
        places = self.scopes.places(text) if self.present else ()
        return each_country(text, places, self.fiches.country_codes)

    def fitted(
        self, candidates: Mapping[str, Candidate], scope: Scope, lang: str
    ) -> dict[str, Candidate]:
        """The candidates that fit the scope; see :meth:`Scoping.apply`."""
        if not self.present:
            return dict(candidates)
        return self.scoping.apply(candidates, scope, lang)
