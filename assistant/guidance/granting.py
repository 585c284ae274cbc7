"""Which grants fit: funding fiches ranked by discipline, applicant and what is to be paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.answer import AnswerStatus
from assistant.guidance.advice import Advice, Line, Said, opening, whole
from assistant.guidance.fiches import COUNTRY, FUNDING, Fiche, Fiches
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
_TOLD = ("what-it-covers", "amount", "for-whom", "when")
_APPLICANTS = ("person", "organisation")
_BILATERAL = "bilateral"
_OFFERED = 5


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

    def advise(self, scope: Scope, lang: str, today: date) -> Advice | None:
        """The best of them, each with what its fiche says; None when the question is too bare."""
        if not (scope.disciplines or scope.costs or scope.countries):
            return None
        figure = scope.asks_amount
        ranked = sorted(
            (item for source in self._fiches.of_kind(FUNDING, lang)
             if (item := self._rank(source, scope, today)) is not None),
            key=lambda item: (-item.score, self._place(item.source), item.source.id),
        )  # fmt: skip
        paying = [item for item in ranked if set(item.source.topics) & set(scope.costs)]
        ranked = paying or ranked
        if not ranked:
            return None
        best = ranked[0].score
        kept = [
            item
            for item in ranked[: self._settings.most_grants]
            if item.score >= best - self._settings.grant_reach
        ]
        lines = [Line(say("grants", lang))]
        room = self._settings.grant_words // len(kept)
        for item in kept:
            gone = item.source.validity.status_on(today) in _GONE
            fiche = self._fiches.fiche(item.source.pair or "", lang)
            lead = say("grant-gone" if gone else "grant", lang, title=item.source.title)
            statements = self._told(fiche, room, figure)
            if statements:
                lines.append(Line(lead, statements))
        lines.extend(self._there(scope, lang))
        if scope.disciplines:
            return Advice(AnswerStatus.ANSWERED, tuple(lines))
        lines.append(Line(say("grants-choice", lang)))
        offered = tuple(
            say("grants-question", lang, discipline=choice.name(lang))
            for choice in list(self._plan.disciplines.values())[:_OFFERED]
        )
        return Advice(AnswerStatus.ANSWERED, tuple(lines), offered)

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
        if source.pair in self._first:
            score += settings.grant_first
        asked = scope.applicant
        if asked and topics & set(_APPLICANTS) and asked not in topics:
            score -= settings.grant_applicant
        if source.validity.status_on(today) in _GONE:
            score -= settings.grant_gone
        return _Ranked(score, source)

    def _place(self, source: Source) -> int:
        """The order of preference that routes have."""
        pair = source.pair or ""
        return self._first.index(pair) if pair in self._first else len(self._first)

    def _told(self, fiche: Fiche, room: int, figure: bool) -> tuple[Said, ...]:
        """One statement of each part, within ``room`` words; the amount first when asked for."""
        taken: list[Said] = []
        words = 0
        for section in sorted(_TOLD, key=lambda key: not (figure and key == _AMOUNT)):
            # Where a part opens with what is not known, the rest of it is about something older.
            for statement in fiche.by_section.get(section, ())[:1]:
                said = opening(statement.passage, room)
                unknown = statement.gap and not (figure and section == _AMOUNT)
                if not unknown and (words + said.words <= room or not taken):
                    taken.append(said)
                    words += said.words
        return tuple(taken)

    def _there(self, scope: Scope, lang: str) -> list[Line]:
        """What the country that is asked for has itself."""
        for code in scope.countries[:1]:
            pair = self._fiches.country_codes.get(code, "")
            if pair:
                fiche = self._fiches.fiche(pair, lang)
                name = self._plan.destinations[code].name(lang)
                known = fiche.known("funding")[:1]
                if known and fiche.source.kind == COUNTRY:
                    lead = say("grant", lang, title=name[0].upper() + name[1:])
                    return [Line(lead, tuple(whole(item.passage) for item in known))]
        return []
