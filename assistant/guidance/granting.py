"""Which grants fit: funding fiches by discipline, by who asks and by what it is for."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.extracting.dates import MONTHS, days, localised
from assistant.guidance.advice import Line, opening, whole
from assistant.guidance.concluding import misses
from assistant.guidance.disciplines import tells_sound
from assistant.guidance.fiches import FUNDING, Fiche, Fiches
from assistant.guidance.fitting import closeness, fits, usual
from assistant.guidance.in_force import passed
from assistant.guidance.limits import Compared, Quantity, breaks, compare
from assistant.guidance.limits import quantities as told_in_numbers
from assistant.guidance.schemes import ASKED_FOR, NO_PLAN, by_topics, completed
from assistant.guidance.scope import HOME, Scope
from assistant.guidance.scoping import Scoping
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.starting import Start, starting
from assistant.guidance.timing import is_late
from assistant.guidance.wording import say
from assistant.route_plan import load_plan
from corpus.annotation import Annotation, Doing
from corpus.document import Source, Status
from indexing.passage import Passage

_GONE = (Status.ENDED, Status.REPLACED, Status.HISTORICAL)
_SHORT = "in-short"
_WHEN = "when"
_PARTS = ("what-it-covers", "amount", _WHEN)  # told of a fiche without anything in short
_OLDER = re.compile(r"\b(?:voorganger|predecessor)\b", re.IGNORECASE)
_BILATERAL = "bilateral"
_LATER = frozenset({"on-the-road", "established"})
_LIMITED = ("for-whom", "conditions")  # sections that set limits
_IMPLIED: dict[Doing, str] = {"translate": "literature", "publish": "literature", "film": "film"}


def _completed(scope: Scope, quantities: Sequence[Quantity]) -> Scope:
    """A scope with what its numbers and its plan tell besides: several shows are a tour, and who
    translates or films tells a discipline."""
    doing = scope.doing
    if "perform" in doing and any(q.dimension == "shows" and q.value > 1 for q in quantities):
        doing = tuple(dict.fromkeys((*doing, "tour")))
    own = scope.disciplines or tuple(
        dict.fromkeys(_IMPLIED[key] for key in doing if key in _IMPLIED)
    )
    return replace(scope, doing=doing, disciplines=own)


def _usual(disciplines: Iterable[str]) -> tuple[Doing, ...]:
    """What people of these disciplines ask money for who do not tell what they are going to do."""
    found = dict.fromkeys(usual(disciplines))
    for key in disciplines:
        found.update(dict.fromkeys(ASKED_FOR.get(key, ())))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Ranked:
    """``beyond`` is the limit that who asks does not keep to; ``meant`` tells that the scheme is
    for the discipline that is told and for what is planned, ``sure`` that it is so for who starts,
    too, or for as much as is told."""

    score: float
    fiche: Fiche
    told: Passage | None
    beyond: Compared | None = None
    meant: bool = False
    sure: bool = False


class Granting:
    """Lists the funding fiches of one index that fit a question."""

    def __init__(self, fiches: Fiches, scoping: Scoping, settings: GuidanceSettings) -> None:
        self._fiches = fiches
        self._scoping = scoping
        self._settings = settings
        self._plan = load_plan()
        steps = [s for step in self._plan.steps for s in step.take if s.kind == FUNDING]
        self._first = [pair for selection in steps for pair in selection.first]
        self._said: dict[str, tuple[tuple[Passage, Annotation], ...]] = {}  # by scheme, each once
        self._without = {pair for selection in steps for pair in selection.without}

    def lines(
        self,
        scope: Scope,
        lang: str,
        today: date,
        most: int,
        aims: tuple[Doing, ...] = (),
        text: str = "",
    ) -> list[Line]:
        """At most ``most`` grants that fit, the best first unless it is too late for it,
        each in a statement; behind them in half a line the closed one that would have fitted best,
        and one whose limit is not kept to by what ``text``, the question, tells in numbers.
        ``aims`` are what the question wants to do, where that is known otherwise than by its words.
        Empty for none."""
        quantities, start = told_in_numbers(text), starting(text, today)
        # Who stays somewhere to make something is paid for either.
        making = tuple(key for key in scope.doing if key == "create" and "reside" in aims)
        planned = tuple(key for key in scope.doing if key not in NO_PLAN)
        scope = _completed(replace(scope, doing=(*aims, *making) or planned), quantities)
        unheard_of = not scope.disciplines and tells_sound(text)  # no scheme is for a podcast
        if unheard_of or not (scope.disciplines or scope.doing or scope.reach):
            return []
        every = sorted(
            (item for source in self._fiches.of_kind(FUNDING, lang)
             if (item := self._rank(source, scope, lang, quantities)) is not None),
            key=lambda item: (-item.score, self._place(item.fiche), item.fiche.source.id),
        )  # fmt: skip
        ranked = [item for item in every if item.beyond is None]
        open_ones = [item for item in ranked if not self._closed(item.fiche, today)]
        # A call that comes back and fits far better leaves no room for what fits little.
        best = max((item.score for item in ranked if not self._gone(item.fiche, today)),
                   default=-math.inf)  # fmt: skip
        near = [
            item
            for item in open_ones
            if item.sure or item.score >= best - self._settings.grant_reach
        ]
        lines = [line for item in near[:most] if (line := self._line(item, lang)).statements]
        lines = [replace(line, late=_is_late(line, start, today)) for line in lines]
        if lines and lines[0].late:
            # What is for just this plan, and can still be had.
            meant = {item.fiche.source.id for item in near if item.meant}
            lines.sort(
                key=lambda line: line.late or line.statements[0].passage.document not in meant
            )
        # A call that has closed comes back; what is gone for good is told where nothing else fits.
        over = [
            item
            for item in ranked
            if item not in open_ones
            and item.score >= best - self._settings.grant_closed
            and not (near and self._gone(item.fiche, today))
        ][:1]
        least = best - self._settings.grant_reach if near else -math.inf
        missed = [
            self._beyond(item, one, lang)
            for item in every
            if (one := item.beyond) is not None
            and (item.meant or item.score >= least)
            and not self._closed(item.fiche, today)
        ][:1]
        if not lines:
            # Nothing else fits: what the closed one was is worth knowing for the next call.
            told = [line for item in over if (line := self._line(item, lang)).statements]
            told = [replace(line, over=True) for line in told]
            return [*told, *(Line(say("passed", lang)) for _ in told), *missed]
        return [*lines, *(self._over(item, lang) for item in over), *missed]

    def _rank(
        self, source: Source, scope: Scope, lang: str, quantities: Sequence[Quantity]
    ) -> _Ranked | None:
        """What a grant is worth for the question; None for one that does not fit."""
        settings = self._settings
        if source.pair in self._without or self._scoping.excludes(source, scope):
            return None
        topics = set(source.topics)
        fiche = self._fiches.fiche(source.pair or "", lang)
        said = self._in_short(fiche)
        suited = [one for one in said if fits(one[1], scope, strict=True)]
        best = max(suited, key=lambda one: closeness(one[1], scope), default=None)
        told, purpose = best or (None, by_topics(source))
        if (said and told is None) or not fits(purpose, scope, strict=True):
            return None
        disciplines = topics & set(self._plan.disciplines)
        just_that = bool(scope.doing) and set(purpose.doing) == set(scope.doing)
        few = disciplines and len(disciplines) < settings.broad
        narrow = bool(disciplines) and len(disciplines) <= settings.narrow
        if not scope.disciplines and few and (narrow or not just_that):
            return None  # of a trade that nobody told
        score = closeness(purpose, scope)
        if not scope.doing and scope.disciplines and purpose.doing:
            planned = replace(scope, doing=_usual(scope.disciplines))
            score -= settings.grant_unusual * (not fits(purpose, planned))
        if scope.disciplines and disciplines:
            score += settings.grant_discipline * (1 + 1 / len(disciplines)) / 2
        tied = bool(topics & set(self._plan.destinations) - {HOME}) or _BILATERAL in topics
        here = bool(topics & set(scope.reach or ((HOME,) if scope.home else ())))
        asked_for = scope.named.get(source.pair or "", 0.0)
        if tied:
            if _BILATERAL in topics and not here and not asked_for:
                return None  # with a country that nobody named
            score += settings.grant_country if here else -settings.grant_elsewhere
        score += settings.grant_named * asked_for
        if few and not scope.disciplines:
            score -= settings.grant_unusual
        later = bool(topics & _LATER) and "first-steps" not in topics
        if later and not just_that and "organisation" not in scope.who:
            score -= settings.grant_stage
        if source.pair in self._first and (scope.disciplines or not few):
            score += settings.grant_first
        meant = narrow and bool(set(purpose.doing) & set(scope.doing) and set(scope.disciplines))
        kept = told is not None and any(
            one.within and not one.limit.most for one in compare(quantities, told.text)
        )
        beyond = self._missed(fiche, told, quantities)
        sure = (meant and (kept or not later or just_that) and (here or not tied)) or (
            asked_for >= settings.schemes_named
        )
        return _Ranked(score, fiche, told, beyond, meant, sure)

    def _in_short(self, fiche: Fiche) -> tuple[tuple[Passage, Annotation], ...]:
        """What a scheme says in short, each with whom and what for its editors say that it is."""
        source = fiche.source
        if source.id not in self._said:
            short = [item.passage for item in fiche.known(_SHORT)]
            self._said[source.id] = tuple((one, completed(one.annotation, source)) for one in short)
        return self._said[source.id]

    def _missed(
        self, fiche: Fiche, told: Passage | None, quantities: Sequence[Quantity]
    ) -> Compared | None:
        """The first limit of a grant, in short or among its conditions, that is not kept to."""
        conditions = [item.passage for key in _LIMITED for item in fiche.known(key)]
        statements = [passage for passage in (told, *conditions) if passage is not None]
        found = (breaks(quantities, passage.text) for passage in statements)
        return next((one for one in found if one), None)

    def _place(self, fiche: Fiche) -> int:
        """The order of preference that routes have."""
        pair = fiche.source.pair or ""
        return self._first.index(pair) if pair in self._first else len(self._first)

    def is_scheme(self, pair: str) -> bool:
        """Whether a fiche (pair) is on a scheme."""
        return pair in self._fiches.sources and self._fiches.source(pair, "nl").kind == FUNDING

    def is_over(self, pair: str, lang: str, today: date) -> bool:
        """Whether a fiche (pair) is on a scheme whose last known call has closed."""
        return self.is_scheme(pair) and self._closed(self._fiches.fiche(pair, lang), today)

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

    def _beyond(self, item: _Ranked, one: Compared, lang: str) -> Line:
        """That a grant does not fit, for one of its limits."""
        lead = misses(item.fiche.source.title, one, lang)
        return Line(lead, carried=(whole(item.told),) if item.told else ())

    def _over(self, item: _Ranked, lang: str) -> Line:
        """That a call is over, since when, and what it was: the next one may be like it."""
        fiche = item.fiche
        said = (opening(item.told, self._settings.step_words),) if item.told else ()
        title = fiche.source.title
        dated = [
            (max(found), item.passage)
            for item in fiche.known(_WHEN)
            if (found := days(item.passage.text))
        ]
        if not dated:
            return Line(say("grant-gone", lang, title=title), said, over=True)
        day, passage = max(dated, key=lambda one: one[0])
        month = next(name for name, number in MONTHS.items() if number == day.month)
        surface = localised(f"{day.day} {month} {day.year}", lang)
        lead = say("grant-closed", lang, title=title, day=surface)
        return Line(lead, said, carried=(whole(passage),), over=True)


def _is_late(line: Line, start: Start | None, today: date) -> bool:
    """Whether it is too late for a grant that is told of."""
    return any(is_late(start, one.passage.annotation, today) for one in line.statements)
