"""Which grants fit: funding fiches ranked by discipline, applicant and what is to be paid."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from assistant.guidance.advice import Line, Said, opening
from assistant.guidance.fiches import FUNDING, Fiche, Fiches
from assistant.guidance.in_force import passed
from assistant.guidance.scope import HOME, Scope
from assistant.guidance.scoping import Scoping
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.wording import say
from assistant.guidance.words import load_words
from assistant.route_plan import load_plan
from corpus.document import Source, Status

_GONE = (Status.ENDED, Status.REPLACED, Status.HISTORICAL)
# What is told of a grant, and in which order it is given up when there is no room.
_AMOUNT = "amount"
_WHEN = "when"
_TOLD = ("what-it-covers", "amount", "when", "for-whom", "conditions")
_OLDER = re.compile(r"\b(?:voorganger|predecessor)\b", re.IGNORECASE)
_APPLICANTS = ("person", "organisation")
_LATER = frozenset({"on-the-road", "established"})
_BILATERAL = "bilateral"
# What a grant may be for only; travel and presentation come with every plan.
_SPECIAL = frozenset(
    {"research", "residencies", "translation", "training", "creation", "co-production"}
) | {
    "networks",
    "advice",
    "showcases",
}


@dataclass(frozen=True, slots=True)
class _Ranked:
    score: float
    source: Source


class Granting:
    """Lists the funding fiches of one index that fit a question."""

    def __init__(self, fiches: Fiches, scoping: Scoping, settings: GuidanceSettings) -> None:
        self._fiches = fiches
        self._scoping = scoping
        self._settings = settings
        self._plan = load_plan()
        self._costs = set(load_words().costs)
        steps = [s for step in self._plan.steps for s in step.take if s.kind == FUNDING]
        self._first = [pair for selection in steps for pair in selection.first]
        self._without = {pair for selection in steps for pair in selection.without}

    def lines(self, scope: Scope, lang: str, today: date, words: int, most: int) -> list[Line]:
        """At most ``most`` grants that fit, the best first, in some ``words``; empty for none."""
        if not (scope.disciplines or scope.costs or scope.countries):
            return []
        ranked = sorted(
            (item for source in self._fiches.of_kind(FUNDING, lang)
             if (item := self._rank(source, scope, today)) is not None),
            key=lambda item: (-item.score, self._place(item.source), item.source.id),
        )  # fmt: skip
        paying = [item for item in ranked if set(item.source.topics) & set(scope.costs)]
        ranked = paying or ranked
        best = ranked[0].score if ranked else 0.0
        kept = [item for item in ranked[:most] if item.score >= best - self._settings.grant_reach]
        lines: list[Line] = []
        for item in kept:
            gone = item.source.validity.status_on(today) in _GONE
            fiche = self._fiches.fiche(item.source.pair or "", lang)
            lead = say("grant-gone" if gone else "grant", lang, title=item.source.title)
            statements = self._told(fiche, words // len(kept), scope)
            if statements:
                lines.append(Line(lead, statements))
                if not gone and passed(fiche, today):
                    lines.append(Line(say("passed", lang)))
        return lines

    def _rank(self, source: Source, scope: Scope, today: date) -> _Ranked | None:
        settings = self._settings
        topics = set(source.topics)
        if source.pair in self._without or self._scoping.excludes(source, scope):
            return None
        if not self._scoping.fits_disciplines(source, scope.disciplines):
            return None
        disciplines = topics & set(self._plan.disciplines)
        if scope.disciplines and not disciplines and not topics & set(scope.costs):
            return None
        score = 0.0
        if scope.disciplines and disciplines:
            score += settings.grant_discipline * (1 + 1 / len(disciplines)) / 2
        if scope.costs:
            paid = topics & set(scope.costs)
            beside = topics & self._costs - paid
            share = len(paid) / len(scope.costs)
            score += settings.grant_cost * share / (1 + settings.grant_beside * len(beside))
        countries = topics & set(self._plan.destinations) - {HOME}
        if countries or _BILATERAL in topics:
            asked_for = {*scope.countries, *((HOME,) if scope.home else ())}
            here = bool(topics & asked_for)
            score += settings.grant_country if here else -settings.grant_elsewhere
        if topics & _LATER and "first-steps" not in topics:
            score -= settings.grant_stage
        if source.pair in self._first:
            score += settings.grant_first
        special = topics & _SPECIAL
        if special and not topics & set(scope.costs):
            score -= settings.grant_special
        asked = scope.applicant or "person"
        if topics & set(_APPLICANTS) and asked not in topics:
            score -= settings.grant_applicant
        if source.validity.status_on(today) in _GONE:
            score -= settings.grant_gone
        return _Ranked(score, source)

    def _place(self, source: Source) -> int:
        """The order of preference that routes have."""
        pair = source.pair or ""
        return self._first.index(pair) if pair in self._first else len(self._first)

    def _told(self, fiche: Fiche, room: int, scope: Scope) -> tuple[Said, ...]:
        """One statement of each part, within ``room`` words; the parts first that are asked for."""
        asked = set(scope.sections) & {_AMOUNT, _WHEN}
        taken: list[Said] = []
        words = 0
        for section in sorted(_TOLD, key=lambda key: key not in asked):
            # Where a part opens with what is not known, the rest of it is about something older.
            for statement in fiche.by_section.get(section, ())[:1]:
                said = opening(statement.passage, room)
                if _OLDER.search(said.text):
                    continue
                unknown = statement.gap and section not in asked
                if not unknown and (words + said.words <= room or not taken):
                    taken.append(said)
                    words += said.words
        return tuple(taken)
