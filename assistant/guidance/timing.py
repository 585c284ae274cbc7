"""Whether there is time left: when a plan begins beside how long before something has to be done,
and what remains of a grant for which it is too late."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Literal

from assistant.answer import AnswerStatus
from assistant.extracting.dates import MONTHS, localised
from assistant.guidance.advice import Advice, Line, whole
from assistant.guidance.fiches import FUNDING, Fiches, pair_of
from assistant.guidance.fitting import closeness, fits, suits
from assistant.guidance.schemes import schemes_named
from assistant.guidance.scope import Scope
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.starting import Start, starting
from assistant.guidance.wording import load_wording, say
from assistant.understanding import Understanding
from corpus.annotation import Annotation, ahead_of
from indexing.passage import Passage

Verdict = Literal["late", "open", "just", "fits"]
"""Too late for it; in time if it begins from some day on; only just, or well in time."""

_MISSED = "practice-missed-deadline"  # what remains of a grant for which it is too late
_RULE, _WHOM, _WHEN = "basics", "who-to-ask", "when"
_JUST = 14  # days left from which it is only just in time
_DAYS = {"day": 1, "week": 7}
_NAMES = {
    "nl": {"day": ("een dag", "dagen"), "week": ("een week", "weken"),
           "month": ("een maand", "maanden")},
    "en": {"day": ("a day", "days"), "week": ("a week", "weeks"), "month": ("a month", "months")},
}  # fmt: skip
_ASKS_TIME = re.compile(
    r"\b(?:nog|te laat|op tijd|tijdig|haalbaar|vroeg genoeg|hoe vroeg|hoe ?lang vooraf"
    r"|wanneer|still|too late|in time|on time|feasible|early enough|how early|how soon|when"
    r"|how long (?:before|ahead|in advance))\b",
    re.IGNORECASE,
)
# Who asks from when it can be done is not told until when.
_ASKS_EARLIEST = re.compile(
    r"\b(?:(?:hoe|ten) vroeg(?:ste?)?|hoe ?lang (?:vooraf|op voorhand|van tevoren)|vanaf wanneer"
    r"|how (?:early|soon|far (?:ahead|in advance)|long (?:before|ahead|in advance))"
    r"|how much in advance)\b",
    re.IGNORECASE,
)
_ONLY_TIME = re.compile(
    r"\b(?:te laat|op tijd|tijdig|haalbaar|vroeg genoeg|genoeg tijd|tijd genoeg|nog tijd|too late"
    r"|in time|on time|feasible|early enough|enough time|time enough|time left|still time)\b",
    re.IGNORECASE,
)
_COUNTRY_SECTIONS = ("visa", "customs", "social-security", "tax", "film")


@dataclass(frozen=True, slots=True)
class Time:
    """How a plan lies to what has to be done before: the ``verdict``, and the ``day`` until which
    it can be done, or from which what begins is still in time."""

    verdict: Verdict
    day: date


def time_left(start: Start | None, said: Annotation, today: date) -> Time | None:
    """The time that is left for what a statement asks; None where it says nothing of that, or
    nobody told when the plan begins."""
    before = ahead_of(said)
    if start is None or before is None:
        return None
    first = _moved(today, *before)
    if start.latest < first:
        return Time("late", first)
    if start.soonest < first:
        return Time("open", first)
    until = _moved(start.soonest, -before[0], before[1])
    return Time("just" if (until - today).days <= _JUST else "fits", until)


def is_late(start: Start | None, said: Annotation, today: date) -> bool:
    """Whether it is too late for what a statement asks."""
    time = time_left(start, said, today)
    return time is not None and time.verdict == "late"


def _moved(day: date, number: int, unit: str) -> date:
    if unit in _DAYS:
        return day + timedelta(number * _DAYS[unit])
    month = day.year * 12 + day.month - 1 + number
    year, month = divmod(month, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def asks_time(text: str) -> bool:
    """Whether a part of a question asks whether there is time left, and nothing else."""
    return bool(_ONLY_TIME.search(text))


def tells_what_remains(passage: Passage) -> bool:
    """Whether a statement is of the fiche on what can be done after a missed date."""
    return pair_of(passage) == _MISSED


def says_time(text: str) -> bool:
    """Whether a sentence of ours tells whether there is time left."""
    return text.startswith(_openings())


@cache
def _openings() -> tuple[str, ...]:
    kinds = ("late", "tight", "open", "just", "fits")
    return tuple(
        load_wording()[f"timing-{kind}"][lang].partition("{")[0]
        for kind in kinds
        for lang in _NAMES
    )


class Timing:
    """Says of the statements of one index whether there is time left. Safe for several threads."""

    def __init__(self, fiches: Fiches, settings: GuidanceSettings) -> None:
        self._fiches = fiches
        self._settings = settings

    def told(
        self, advice: Advice, scope: Scope, text: str, today: date, said: set[str] | None = None
    ) -> Advice:
        """Advice with, behind each statement that has to be done some time before what ``text``
        plans, whether that can still be; behind grants that are all too late what remains. ``said``
        are sentences that were told before, and those that are told now are added to it."""
        start = starting(text, today)
        if start is None or advice.status.refused:
            return advice
        said = set() if said is None else said
        asked = bool(_ASKS_TIME.search(text))
        earliest = bool(_ASKS_EARLIEST.search(text))
        lines: list[Line] = []
        late: list[Passage] = []
        granted = False
        for line in self._with_formalities(advice.lines, scope, start, today, asked=asked):
            if any(self._can_no_more(one.passage, start, today) for one in line.statements):
                continue
            lines.append(line)
            for passage in (one.passage for one in line.statements):
                time = time_left(start, passage.annotation, today)
                grant = self._is_grant(passage)
                late += [passage] * (grant and time is not None and time.verdict == "late")
                granted |= grant and (time is None or time.verdict != "late")
                if time is None or (time.verdict == "fits" and (earliest or not (grant or asked))):
                    continue
                sentence = _sentence(start, passage, time, grant=grant)
                if sentence not in said:
                    said.add(sentence)
                    lines.append(Line(sentence))
        remaining = self._remaining(late, scope, advice, else_whom=not granted) if late else ()
        at = max((place for place, line in enumerate(lines) if not line.contact), default=-1) + 1
        return replace(advice, lines=(*lines[:at], *remaining, *lines[at:]))

    def of_scheme(self, understood: Understanding, scope: Scope, today: date) -> Advice | None:
        """When a scheme that a question names is applied for, to who asks for the time and tells
        when their plan begins; None for others."""
        text, lang = understood.text, understood.lang
        start = starting(text, today)
        schemes = schemes_named(self._fiches, scope, lang, self._settings.schemes_named)
        if start is None or len(schemes) != 1 or not _ASKS_TIME.search(text):
            return None
        fiche = self._fiches.fiche(schemes[0], lang)
        dated = [item.passage for item in fiche.known(_WHEN) if item.passage.annotation.ahead]
        if not dated:
            return None
        lead = say("grant", lang, title=fiche.source.title)
        return Advice(AnswerStatus.ANSWERED, (Line(lead, (whole(dated[0]),)),))

    def _with_formalities(
        self, lines: Iterable[Line], scope: Scope, start: Start, today: date, *, asked: bool
    ) -> Iterator[Line]:
        """The lines, with what has to be done ahead in the same part of a country's fiche, where
        that is pressing or the question asks for time."""
        every = tuple(lines)
        known = {one.passage.id for line in every for one in line.statements}
        for line in every:
            yield line
            for passage in (one.passage for one in line.statements):
                for other in self._beside(passage, scope):
                    time = time_left(start, other.annotation, today)
                    if other.id in known or time is None or (time.verdict == "fits" and not asked):
                        continue
                    known.add(other.id)
                    yield Line("", (whole(other),))

    def _beside(self, passage: Passage, scope: Scope) -> list[Passage]:
        """What has to be done ahead in the part of a country's fiche in which a statement stands,
        for who asks."""
        section = self._fiches.section(passage)
        if section not in _COUNTRY_SECTIONS or not self._fiches.of_country(passage):
            return []
        fiche = self._fiches.fiche(pair_of(passage), passage.language)
        return [
            item.passage
            for item in fiche.known(section)
            if item.passage.annotation.ahead
            and suits(item.passage.annotation, scope)
            and closeness(item.passage.annotation, scope) >= 0
        ]

    def _remaining(
        self, late: list[Passage], scope: Scope, advice: Advice, *, else_whom: bool
    ) -> Iterator[Line]:
        """What remains of grants for which it is too late, as the fiche on that says of the same
        sources; ``else_whom`` to ask."""
        if _MISSED not in self._fiches.sources:
            return
        lang = late[0].language
        told = {one.passage.id for line in advice.lines for one in line.statements}
        fiche = self._fiches.fiche(_MISSED, lang)
        sources = {origin for passage in late for origin in _origins(passage)}
        for item in fiche.known(_RULE):
            said = item.passage.annotation
            if said.ahead or not sources & _origins(item.passage) or not fits(said, scope):
                continue
            if item.passage.id not in told:
                yield Line("", (whole(item.passage),))
            return
        for item in fiche.by_section.get(_WHOM, ())[:else_whom]:
            yield Line(" ".join(item.passage.text.split()), missing=True)

    def _can_no_more(self, passage: Passage, start: Start, today: date) -> bool:
        """Whether a statement tells what can still be done after a missed date, and it cannot."""
        return tells_what_remains(passage) and is_late(start, passage.annotation, today)

    def _is_grant(self, passage: Passage) -> bool:
        pair = pair_of(passage)
        return pair in self._fiches.sources and (
            self._fiches.source(pair, passage.language).kind == FUNDING
        )


def _origins(passage: Passage) -> set[str]:
    return {f"{origin.title} {origin.url}" for part in passage.parts for origin in part.provenance}


def _sentence(start: Start, passage: Passage, time: Time, *, grant: bool) -> str:
    """What is said of the time: whoever gives a grant refuses what is late, an office may not."""
    lang = "nl" if passage.language == "nl" else "en"
    number, unit = ahead_of(passage.annotation) or (0, "day")
    one, several = _NAMES[lang][unit]
    month = next(name for name, place in MONTHS.items() if place == time.day.month)
    tight = time.verdict == "late" and not grant
    return say(
        "timing-tight" if tight else f"timing-{time.verdict}",
        lang,
        said=_lowered(start.said),
        ahead=one if number == 1 else f"{number} {several}",
        day=localised(f"{time.day.day} {month} {time.day.year}", lang),
    )


def _lowered(said: str) -> str:
    """A time as it stands inside a sentence."""
    first = said.split()[0]
    return said if first.lower() in MONTHS else said[:1].lower() + said[1:]
