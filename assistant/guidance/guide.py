"""The guide: reads what a question is about, fits the fiches to it, tells what they do not know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from assistant.answer import AnswerStatus, Claim, Referral
from assistant.extracting.evidence import Weighed
from assistant.extracting.weighing import Asked, Candidate
from assistant.guidance.advice import Advice, Line
from assistant.guidance.asking import referrals_in
from assistant.guidance.fiches import Fiches, is_gap
from assistant.guidance.granting import Granting
from assistant.guidance.in_force import in_force
from assistant.guidance.knowing import Knowing
from assistant.guidance.naming import Names, Terms
from assistant.guidance.scope import Scope, ScopeReader
from assistant.guidance.scoping import FORMALITIES, Scoping
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.starting import Starting
from assistant.guidance.wording import say
from assistant.understanding import AnswerKind, Understanding
from corpus.vocabulary import Vocabulary
from indexing.index import Index

_REMEMBERED = 256
_ASKS = re.compile(
    r"\b(?:wie|wat|wanneer|waarom|hoe|hoeveel|welke?|moet|mag|kan|krijg|who|what|when|why|how"
    r"|which|must|may|can|do|does|is|are)\b.*\?",
    re.IGNORECASE | re.DOTALL,
)

_JOINED = re.compile(
    r"[^.?!]*?(?:,|\b(?:en|and|of|or|dan|than|met|with|tegenover|versus|vs)\b)[^.?!]*"
)
_MOST_NAMED = 3
_MOST_BETWEEN = 4  # words between two countries that are set side by side
_THERE_IS = re.compile(
    r"(?:^|[.,;:?]\s)\W*(?:en |and )?(?:is (?:er|daar\w*)|zijn er|bestaat (?:er|daar\w*)"
    r"|bestaan er|krijg ik"
    r"|kan ik (?:\w+ )?(?:subsidie|geld|steun)|is there|are there|can i get|do i get)\b",
    re.IGNORECASE,
)

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
        self.scoping = Scoping(self.fiches, self.settings)
        self.granting = Granting(self.fiches, self.scoping, self.settings)
        self.starting = Starting(index, self.fiches, self.settings)
        # A question is read for advice and again for its evidence.
        self._read = lru_cache(maxsize=_REMEMBERED)(self._read_anew)
        self.knowing = Knowing(self.fiches, self.scoping, self.settings, index.source, terms)

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
        scope = self.read(text if text is not None else understood.text, corrections)
        if setting:
            scope = scope.over(self.read(setting, corrections))
        follow_up = understood.follow_up
        if follow_up.dependent:
            turned = bool(scope.countries or scope.disciplines)
            scope = scope.over(self.read(follow_up.context or follow_up.previous))
            if not scope.named and not turned:
                scope = replace(scope, named=self.names.named(" ".join(understood.referents)))
        return scope

    def advise(self, understood: Understanding, today: date) -> Advice | None:
        """An answer from the fiches to a question that asks for guidance; None for another."""
        if not self.present or len(understood.parts) > 1 or understood.pointers:
            return None
        scope = self.scope(understood)
        wants = frozenset(scope.requests)
        if "deceive" in self.read(understood.text).requests:
            return Advice(AnswerStatus.DECLINED, (Line(say("declined", understood.lang)),))
        formal = any(section in FORMALITIES for section in scope.sections)
        asks = bool(_ASKS.search(understood.text))
        if not scope.named and not formal and "grant" not in wants:
            wish = "wish" in wants and ("abroad" in wants or bool(scope.countries)) and not asks
            if "start" in wants or wish:
                return self.starting.advise(scope, understood.lang, today)
        there_is = understood.kind is not AnswerKind.YES_NO or bool(
            _THERE_IS.search(understood.text)
        )
        fits = bool(scope.costs) if understood.kind is AnswerKind.AMOUNT else True
        if scope.countries and understood.kind is AnswerKind.AMOUNT:
            fits = False  # how much a place there pays is not how much there is to get here
        if (
            "grant" in wants
            and "which" in wants
            and not scope.named
            and not formal
            and fits
            and there_is
        ):
            return self.granting.advise(scope, understood.lang, today)
        if "in-force" in wants and understood.kind is AnswerKind.YES_NO:
            return in_force(self.fiches, scope, understood.lang, today)
        return None

    def read(self, text: str, corrections: Corrections = ()) -> Scope:
        """The scope of one text, misspelt words put right."""
        return self._read(text, corrections)

    def _read_anew(self, text: str, corrections: Corrections) -> Scope:
        for wrong, right in corrections:
            text = re.sub(rf"\b{re.escape(wrong)}\b", right, text, flags=re.IGNORECASE)
        return replace(self.scopes.read(text), named=self.names.named(text))

    def unknown(self, findings: Iterable[Evidence]) -> tuple[list[Claim], tuple[Referral, ...]]:
        """What the fiches say that they do not know of it, and whom they send people to."""
        for found in findings:
            gap = self.knowing.gap(found.asked, found.weighed, found.scope)
            if gap is not None and is_gap(gap):
                text = " ".join(gap.text.split())
                return [Claim(text, frame=True)], referrals_in(gap, self.fiches)
        return [], ()

    def one_by_one(self, understood: Understanding) -> tuple[str, ...]:
        """The question for each of the countries that it sets side by side; empty for one."""
        text = understood.standalone if understood.follow_up.dependent else understood.text
        places = self.scopes.places(text) if self.present else ()
        if len({code for _, _, code in places}) < 2:
            return ()
        listed = [places[0]]
        for before, place in pairwise(places):
            between = text[before[1] : place[0]]
            if _JOINED.fullmatch(between) and len(between.split()) <= _MOST_BETWEEN:
                listed.append(place)
        codes = {code for _, _, code in listed}
        if len(codes) < 2 or len(listed) != len(places) or not codes <= set(self._known()):
            return ()
        return tuple(_without(text, [p for p in places if p[2] != code]) for code in _codes(listed))

    def _known(self) -> dict[str, str]:
        return self.fiches.country_codes

    def fitted(
        self, candidates: Mapping[str, Candidate], scope: Scope, lang: str
    ) -> dict[str, Candidate]:
        """The candidates that fit the scope; see :meth:`Scoping.apply`."""
        if not self.present:
            return dict(candidates)
        return self.scoping.apply(candidates, scope, lang)


def _codes(places: list[tuple[int, int, str]]) -> tuple[str, ...]:
    """The codes of places, each once, in the order of the text."""
    return tuple(dict.fromkeys(code for _, _, code in places))


def _without(text: str, places: list[tuple[int, int, str]]) -> str:
    for start, end, _ in sorted(places, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return " ".join(text.split())
