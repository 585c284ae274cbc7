"""What is asked of a scheme, an organisation or a place by its name: whether it pays for the plan,
whether there is time left, with what it helps, how one gets in."""

from __future__ import annotations

from datetime import date

from assistant.answer import AnswerStatus
from assistant.guidance.advice import Advice, Line, whole
from assistant.guidance.asked_of import AskedOf
from assistant.guidance.concluding import misses
from assistant.guidance.contacting import Contacting
from assistant.guidance.fiches import FUNDING, ORGANISATION, Fiches
from assistant.guidance.first_contacts import FirstContacts
from assistant.guidance.getting_in import answering, wishes
from assistant.guidance.granting import Granting
from assistant.guidance.hearing import Hearing, tells
from assistant.guidance.limits import breaks
from assistant.guidance.main_line import main_line
from assistant.guidance.needs import load_needs
from assistant.guidance.of_age import ages_told, with_ages
from assistant.guidance.programmes import Programmes
from assistant.guidance.purposes import Purposes
from assistant.guidance.schemes import schemes_named
from assistant.guidance.scope import Scope
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.timing import Timing
from assistant.guidance.wanting import CONTACT, GRANTS, MATTERS, asking
from assistant.understanding import AnswerKind, Understanding
from assistant.understanding.parts import Part

_MOST = 2  # statements on a place
_NAMED = 0.5  # share of its name from which a scheme is meant


class ByName:
    """Answers what is asked by name from the fiches of one index. Safe for several threads."""

    def __init__(
        self,
        fiches: Fiches,
        hearing: Hearing,
        granting: Granting,
        first: FirstContacts,
        contacting: Contacting,
        programmes: Programmes,
        settings: GuidanceSettings,
    ) -> None:
        self._fiches = fiches
        self._programmes = programmes
        self._hearing = hearing
        self._needs = load_needs()
        self.timing = Timing(fiches, settings)
        self._purposes = Purposes(fiches, granting, settings)
        self._asked_of = AskedOf(fiches, hearing, granting, first, contacting)

    def told(
        self, advice: Advice, scope: Scope, text: str, today: date, said: set[str] | None = None
    ) -> Advice:
        """Advice with what the age and the time that a text tells leave of it; see
        :meth:`Timing.told`."""
        return self.timing.told(with_ages(advice, text), scope, text, today, said)

    def advise(self, understood: Understanding, scope: Scope, today: date) -> Advice | None:
        """The answer to a question of one part; None where nothing is asked by name."""
        if other := self._for_another_age(understood, scope):
            return other
        of_scheme = self._purposes.advise(understood, scope, today)
        of_scheme = of_scheme or self.timing.of_scheme(understood, scope, today)
        if of_scheme is not None or len(understood.parts) > 1:
            return of_scheme
        advice = self._asked_of.advise(understood, scope, today)
        return advice or self._of_programme(understood, scope)

    def _for_another_age(self, understood: Understanding, scope: Scope) -> Advice | None:
        """That the one scheme that a question names, or that is of the organisation that it names,
        is for another age than it tells; None where it is not."""
        lang, ages = understood.lang, ages_told(understood.text)
        houses = [
            source.title.split(" (")[0]
            for pair in scope.named
            if (source := self._fiches.source(pair, lang)).kind == ORGANISATION
        ]
        own = [
            source.pair or ""
            for source in self._fiches.of_kind(FUNDING, lang)
            if ages and any(house in source.title for house in houses)
        ]
        named = schemes_named(self._fiches, scope, lang, _NAMED) if ages else ()
        found = []
        for pair in dict.fromkeys((*named, *own)):
            main = main_line(self._fiches, pair, lang, Scope(disciplines=scope.disciplines))
            missed = breaks(ages, main.text) if main is not None else None
            if main is not None and missed is not None:
                title = self._fiches.source(pair, lang).title
                found.append((Line(misses(title, missed, lang)), Line("", (whole(main),))))
        return Advice(AnswerStatus.ANSWERED, found[0]) if len(found) == 1 else None

    def _of_programme(self, understood: Understanding, scope: Scope) -> Advice | None:
        """How one gets into a festival, a fair or a residency that a question means, what one gets
        there or when one applies; None where it asks nothing of that, of a rule or money, or for
        a figure or a day, which stands in the text or not."""
        text, lang = understood.text, understood.lang
        asked = asking(text)
        wanted = wishes(asked)
        exact = understood.kind.numeric or understood.kind is AnswerKind.DATE
        others = {*self._needs.asked(asked)} & {*MATTERS, GRANTS, CONTACT}
        if not (wanted and tells(understood)) or exact or others or scope.incoming:
            return None
        heard = self._hearing.heard(understood, scope).scope
        told = answering(self._programmes.meant(text, heard, lang), wanted)[:_MOST]
        lines = tuple(Line("", (whole(passage),)) for passage in told)
        return Advice(AnswerStatus.ANSWERED, lines) if lines else None

    def of_part(
        self, understood: Understanding, scope: Scope, part: Part, today: date
    ) -> Advice | None:
        """The same of one of several parts that asks something of an organisation."""
        return self._asked_of.advise(understood, scope, today, part.asked)
