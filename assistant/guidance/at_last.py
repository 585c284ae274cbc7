"""What is told where nothing was found: advice from what holds in general to who tells a plan of
their own, and what stands near to everybody else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from assistant.answer import AnswerStatus
from assistant.extracting.evidence import Weighed
from assistant.guidance.advice import Advice, Line
from assistant.guidance.advising import Advising
from assistant.guidance.fiches import COUNTRY, PRACTICE, Fiches
from assistant.guidance.hearing import Hearing, tells
from assistant.guidance.naming import Names
from assistant.guidance.nearby import Nearby
from assistant.guidance.regional import Regional
from assistant.guidance.scope import Scope
from assistant.guidance.sought import OTHER_KINDS, one_thing, sought_of
from assistant.guidance.wanting import asking
from assistant.understanding import Understanding

_NAMED = 0.75  # share of a name from which a question is about its fiche


class AtLast:
    """The last resort of the fiches of one index. Safe for several threads."""

    def __init__(
        self,
        fiches: Fiches,
        names: Names,
        hearing: Hearing,
        nearby: Nearby,
        advisers: tuple[Advising, Regional],
        unknown_names: Callable[[Understanding], tuple[str, ...]],
    ) -> None:
        self._fiches = fiches
        self._names = names
        self._hearing = hearing
        self._nearby = nearby
        self._advising, self._regional = advisers
        self._unknown_names = unknown_names

    def advise(
        self, understood: Understanding, scope: Scope, today: date, *, admitted: bool
    ) -> Advice | None:
        """What holds in general of a country whose rules are asked and not known; advice to who
        tells a plan of their own and asks for no one thing, unless it is ``admitted`` that what is
        asked is not known. None for another question, or where part of it would be missing."""
        heard = self._hearing.at_last(understood, scope)
        if self._nearby.concerns(heard.needs, scope):
            sought = sought_of(understood, scope, today)
            where = self._regional.unknown(sought) if scope.area else ()
            return self._nearby.advise(heard.needs, sought, where)
        if admitted or not heard.needs or not self._plans(understood, scope):
            return None
        sought = sought_of(understood, heard.scope, today)
        adviser = self._regional if heard.scope.area else self._advising
        advice = adviser.advise(heard.needs, sought, self._unknown_names(understood))
        return advice if advice and advice.status is AnswerStatus.ANSWERED else None

    def near(
        self,
        understood: Understanding,
        scope: Scope,
        today: date,
        weighed: Iterable[Weighed],
        *,
        scheme: bool,
    ) -> tuple[tuple[Line, ...], str]:
        """What the fiches hold near a question that is refused, said to be no answer: on what is
        needed, else the nearest of what was found (``weighed``) in the rule that is asked about;
        without either what they say to who tells a plan that they do not know. Beside what is said
        not to be known of a ``scheme`` or a rule nothing is near but to who tells a plan."""
        heard = self._hearing.at_last(understood, scope)
        sought = sought_of(understood, heard.scope, today)
        named = self._asked_of(understood) or self._on_topic(scope)
        plan = tells(understood)
        if scheme and not plan:
            return (), ""
        lines = self._nearby.lines(heard.needs, sought, named, plan=plan)
        every = tuple(weighed)
        lines = self._nearby.first_found(lines, every, heard.needs, heard.scope)
        lines = lines or self._nearby.found(every, named, sought.lang)
        admits = plan and not named and not lines
        return lines, self._nearby.gap(heard.needs, sought) if admits else ""

    def _plans(self, understood: Understanding, scope: Scope) -> bool:
        """Whether somebody tells a plan of their own, and asks for guidance with it: not for a
        figure, a name or a date, nor on a fiche that the question names."""
        exact = understood.kind.numeric or understood.kind in OTHER_KINDS or one_thing(understood)
        if exact or scope.incoming or understood.follow_up.dependent or self._asked_of(understood):
            return False
        return tells(understood) or bool(scope.doing and scope.reach)

    def _asked_of(self, understood: Understanding) -> list[str]:
        """The fiches, but for those on countries, that the question itself is about."""
        return [
            pair
            for pair, share in self._names.named(asking(understood.text)).items()
            if share >= _NAMED and self._fiches.source(pair, "nl").kind != COUNTRY
        ]

    def _on_topic(self, scope: Scope) -> list[str]:
        """The fiches on practice whose own topic is asked, where no country is."""
        topics = set() if scope.countries else set(scope.topics)
        every = (source.pair or "" for source in self._fiches.of_kind(PRACTICE))
        return [pair for pair in every if topics & set(pair.split("-"))]
