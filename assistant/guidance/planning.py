"""Advice to who tells what they need, or plan: whether it is for advice at all, and by whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.answer import AnswerStatus
from assistant.guidance.advice import Advice, Line
from assistant.guidance.advising import Advising
from assistant.guidance.fiches import Fiches
from assistant.guidance.hearing import Hearing, tells, whole
from assistant.guidance.named_things import NamedThings
from assistant.guidance.needs import load_needs
from assistant.guidance.offering import which_discipline
from assistant.guidance.one_scheme import of_one_scheme
from assistant.guidance.regional import Regional
from assistant.guidance.scope import Scope
from assistant.guidance.sought import OTHER_KINDS, sought_of
from assistant.guidance.wanting import CONTACT, GRANTS, START
from assistant.guidance.wording import say
from assistant.understanding import AnswerKind, Understanding

# Needs that are met from home, wherever people go.
_OF_HOME = frozenset({GRANTS, "vat", "customs", "insurance"})


class Planning:
    """Advises on the needs that questions tell. Safe for several threads."""

    def __init__(
        self,
        fiches: Fiches,
        hearing: Hearing,
        things: NamedThings,
        advising: Advising,
        regional: Regional,
    ) -> None:
        self._fiches = fiches
        self._hearing = hearing
        self._things = things
        self._advising = advising
        self._regional = regional
        self._needs = load_needs().needs

    def asked_back(self, understood: Understanding, scope: Scope, today: date) -> Advice:
        """A counter-question to who tells neither a discipline nor a country, with what holds for
        everybody who goes abroad."""
        framed = self._hearing.framed(understood, scope) or START
        told = self._advising.advise((framed,), sought_of(understood, scope, today))
        asked = which_discipline(understood.lang)
        lines = [line for line in told.lines if line.statements] if told else []
        if not lines:
            return asked
        lines.sort(key=lambda line: not line.contact)
        anyhow = Line(say("start-anyhow", understood.lang))
        return replace(asked, lines=(*asked.lines, anyhow, *lines))

    def advise(
        self, understood: Understanding, scope: Scope, today: date, *, wish: bool, told: bool
    ) -> Advice | None:
        """The advice, with the place or the discipline that the needs are for; None where nobody is
        advised so.

        ``wish`` tells that a question only says what somebody would like, ``told`` that its words
        say that guidance is wanted.
        """
        text = whole(understood)
        heard = self._hearing.heard(understood, scope, wish=wish)
        scope, needs = heard.scope, heard.needs
        kind = understood.kind
        # What a grant is tells how much it is and when to apply, and so does what it is for.
        paid = any(key == GRANTS or self._needs[key].pays for key in needs[:1])
        money = paid and GRANTS in needs and tells(understood)
        figure = kind.numeric and not money and needs[:1] != ("fees",)
        # "What does going abroad mean for us?" wants no definition.
        openly = self._hearing.framed(understood, scope)
        other = kind in OTHER_KINDS and not (
            openly
            or (kind is AnswerKind.DEFINITION and "fees" in needs)
            or (kind is AnswerKind.DATE and money)
        )
        aside = all(self._needs[key].aside for key in heard.listed or needs)
        if not needs or aside or figure or other or of_one_scheme(scope, text, heard, self._fiches):
            return None
        if not heard.listed and self._things.known(understood):
            return None  # who names a thing asks about it
        general = any(self._needs[key].general for key in needs)
        if not (scope.reach or scope.disciplines or scope.home or general):
            return None
        sought = sought_of(understood, scope, today)
        if openly == CONTACT:
            return self._advising.whom(sought, self._things.unknown(understood))
        adviser = self._regional if scope.area else self._advising
        advice = adviser.advise(needs, sought, self._things.unknown(understood))
        kept = tuple(key for key in needs if key in (needs[0], *heard.listed))
        if advice and advice.status is AnswerStatus.PARTLY_ANSWERED and kept != needs:
            # Nobody asked in so many words for what is not known.
            advice = adviser.advise(kept, sought, self._things.unknown(understood))
        own = self._fiches.of_countries(scope.countries)
        several = len(scope.countries) > 1
        known = bool(advice and own & set(advice.documents))
        if advice and several and own and not known and not set(needs) & _OF_HOME:
            return None  # what holds anywhere does not set countries side by side
        learnt = not ((heard.listed and told) or (several and known))
        if advice and learnt and advice.status is AnswerStatus.PARTLY_ANSWERED:
            return None  # words of their own may be found where nothing is known of the need
        return advice
