"""Which grants fit: funding fiches by discipline, by who asks and by what it is for."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from datetime import date

from assistant.extracting.dates import MONTHS, days, localised
from assistant.guidance.advice import Line, opening, whole
from assistant.guidance.fiches import FUNDING, Fiche, Fiches
from assistant.guidance.fitting import closeness, fits, usual
from assistant.guidance.in_force import passed
from assistant.guidance.scope import HOME, Scope
from assistant.guidance.scoping import Scoping
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.wording import say
from assistant.route_plan import load_plan
from corpus.annotation import NOTHING_SAID, TRADES, Annotation, Doing, Who
from corpus.document import Source, Status
from indexing.passage import Passage

_GONE = (Status.ENDED, Status.REPLACED, Status.HISTORICAL)
_SHORT = "in-short"
_WHEN = "when"
_PARTS = ("what-it-covers", "amount", _WHEN)  # told of a fiche without anything in short
_OLDER = re.compile(r"\b(?:voorganger|predecessor)\b", re.IGNORECASE)
_BILATERAL = "bilateral"
_LATER = frozenset({"on-the-road", "established"})
# What the topics of a fiche tell that a grant is for, where its editors do not say.
_FOR: dict[str, tuple[Doing, ...]] = {
    "presentation": ("perform", "tour", "exhibit", "showcase"),
    "touring": ("perform", "tour"),
    "showcases": ("showcase",),
    "residencies": ("reside", "create"),
    "translation": ("translate", "publish"),
    "creation": ("create", "network"),
    "research": ("create", "network"),
    "training": ("study",),
    "co-production": ("co-produce",),
    "networks": ("network",),
    "festivals": ("exhibit", "showcase"),
    "tax": ("invite",),
}
_WHO: tuple[Who, ...] = ("person", "organisation")


@dataclass(frozen=True, slots=True)
class _Ranked:
    score: float
    fiche: Fiche
    told: Passage | None


class Granting:
    """Lists the funding fiches of one index that fit a question."""

    def __init__(self, fiches: Fiches, scoping: Scoping, settings: GuidanceSettings) -> None:
        self._fiches = fiches
        self._scoping = scoping
        self._settings = settings
        self._plan = load_plan()
        steps = [s for step in self._plan.steps for s in step.take if s.kind == FUNDING]
        self._first = [pair for selection in steps for pair in selection.first]
        self._without = {pair for selection in steps for pair in selection.without}

    def lines(
        self, scope: Scope, lang: str, today: date, most: int, aims: tuple[Doing, ...] = ()
    ) -> list[Line]:
        """At most ``most`` grants that fit, the best first, each in a statement; behind them in
        half a line the closed one that would have fitted best. ``aims`` are what the question
        wants to do, where that is known otherwise than by its words. Empty for none."""
        scope = replace(scope, doing=aims or scope.doing)
        if not (scope.disciplines or scope.doing or scope.reach):
            return []
        ranked = sorted(
            (item for source in self._fiches.of_kind(FUNDING, lang)
             if (item := self._rank(source, scope, lang)) is not None),
            key=lambda item: (-item.score, self._place(item.fiche), item.fiche.source.id),
        )  # fmt: skip
        open_ones = [item for item in ranked if not self._closed(item.fiche, today)]
        # A call that comes back and fits far better leaves no room for what fits little.
        best = max((item.score for item in ranked if not self._gone(item.fiche, today)),
                   default=-math.inf)  # fmt: skip
        near = [item for item in open_ones if item.score >= best - self._settings.grant_reach]
        lines = [line for item in near[:most] if (line := self._line(item, lang)).statements]
        over = [item for item in ranked if item not in open_ones and item.score >= best][:1]
        if not lines:
            # Nothing else fits: what the closed one was is worth knowing for the next call.
            told = [line for item in over if (line := self._line(item, lang)).statements]
            told = [replace(line, over=True) for line in told]
            return [*told, *(Line(say("passed", lang)) for _ in told)]
        return lines + [self._over(item.fiche, lang) for item in over]

    def _rank(self, source: Source, scope: Scope, lang: str) -> _Ranked | None:
        """What a grant is worth for the question; None for one that does not fit."""
        settings = self._settings
        if source.pair in self._without or self._scoping.excludes(source, scope):
            return None
        topics = set(source.topics)
        fiche = self._fiches.fiche(source.pair or "", lang)
        short = [item.passage for item in fiche.known(_SHORT)]
        said = {one.id: self._said(one.annotation, source, written=True) for one in short}
        suited = [passage for passage in short if fits(said[passage.id], scope, strict=True)]
        told = max(suited, key=lambda one: closeness(said[one.id], scope), default=None)
        purpose = said[told.id] if told else self._said(NOTHING_SAID, source, written=False)
        if (short and told is None) or not fits(purpose, scope, strict=True):
            return None
        disciplines = topics & set(self._plan.disciplines)
        just_that = bool(scope.doing) and set(purpose.doing) == set(scope.doing)
        few = disciplines and len(disciplines) < settings.broad
        if not scope.disciplines and few and not just_that:
            return None  # of a trade that nobody told
        score = closeness(purpose, scope)
        if not scope.doing and scope.disciplines and purpose.doing:
            planned = replace(scope, doing=usual(scope.disciplines))
            score -= settings.grant_unusual * (not fits(purpose, planned))
        if scope.disciplines and disciplines:
            score += settings.grant_discipline * (1 + 1 / len(disciplines)) / 2
        if topics & set(self._plan.destinations) - {HOME} or _BILATERAL in topics:
            here = topics & set(scope.reach or ((HOME,) if scope.home else ()))
            score += settings.grant_country if here else -settings.grant_elsewhere
        if few and not scope.disciplines:
            score -= settings.grant_unusual
        if topics & _LATER and "first-steps" not in topics and not just_that:
            score -= settings.grant_stage
        if source.pair in self._first and (scope.disciplines or not few):
            score += settings.grant_first
        return _Ranked(score, fiche, told)

    def _said(self, annotation: Annotation, source: Source, *, written: bool) -> Annotation:
        """What its editors say of a grant, completed with its topics; all by those where nothing
        is ``written`` in short."""
        topics = set(source.topics)
        who = tuple(key for key in _WHO if key in topics)
        named = tuple(TRADES[key] for key in self._plan.disciplines if key in topics)
        doing = dict.fromkeys(one for key in source.topics for one in _FOR.get(key, ()))
        return Annotation(
            annotation.key,
            annotation.trades or named,
            annotation.who or (who if len(who) == 1 else ()),
            annotation.doing if written else tuple(doing),
        )

    def _place(self, fiche: Fiche) -> int:
        """The order of preference that routes have."""
        pair = fiche.source.pair or ""
        return self._first.index(pair) if pair in self._first else len(self._first)

    def _gone(self, fiche: Fiche, today: date) -> bool:
        return fiche.source.validity.status_on(today) in _GONE

    def _closed(self, fiche: Fiche, today: date) -> bool:
        return self._gone(fiche, today) or passed(fiche, today)

    def _line(self, item: _Ranked, lang: str) -> Line:
        lead = say("grant", lang, title=item.fiche.source.title)
        if item.told is not None:
            return Line(lead, (whole(item.told),))
        told = (one.passage for key in _PARTS for one in item.fiche.known(key)[:1])
        said = [opening(passage, self._settings.step_words) for passage in told]
        return Line(lead, tuple(one for one in said if not _OLDER.search(one.text)))

    def _over(self, fiche: Fiche, lang: str) -> Line:
        """That a call is over, and since when."""
        title = fiche.source.title
        dated = [
            (max(found), item.passage)
            for item in fiche.known(_WHEN)
            if (found := days(item.passage.text))
        ]
        if not dated:
            return Line(say("grant-gone", lang, title=title))
        day, passage = max(dated, key=lambda one: one[0])
        month = next(name for name, number in MONTHS.items() if number == day.month)
        surface = localised(f"{day.day} {month} {day.year}", lang)
        return Line(say("grant-closed", lang, title=title, day=surface), carried=(whole(passage),))
