"""What is asked of a scheme, an organisation or a place by its name: whether it pays for the plan,
whether there is time left, with what it helps, how one gets in."""

from __future__ import annotations

from datetime import date

from assistant.answer import AnswerStatus
from assistant.guidance.advice import Advice, Line, whole
from assistant.guidance.asked_of import AskedOf
from assistant.guidance.contacting import Contacting
from assistant.guidance.fiches import Fiches
from assistant.guidance.first_contacts import FirstContacts
from assistant.guidance.getting_in import answering, wishes
from assistant.guidance.granting import Granting
from assistant.guidance.hearing import Hearing
from assistant.guidance.needs import load_needs
from assistant.guidance.of_age import with_ages
from assistant.guidance.programmes import Programmes
from assistant.guidance.purposes import Purposes
from assistant.guidance.scope import Scope
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.timing import Timing
from assistant.guidance.wanting import CONTACT, GRANTS, MATTERS, asking
from assistant.understanding import AnswerKind, Understanding
from assistant.understanding.parts import Part

_MOST = 2  # statements on a place


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
        of_scheme = self._purposes.advise(understood, scope, today)
        of_scheme = of_scheme or self.timing.of_scheme(understood, scope, today)
        if of_scheme is not None or len(understood.parts) > 1:
            return of_scheme
        advice = self._asked_of.advise(understood, scope, today)
        return advice or self._of_programme(understood, scope)

    def _of_programme(self, understood: Understanding, scope: Scope) -> Advice | None:
        """How one gets into a festival, a fair or a residency that a question means, what one gets
        there or when one applies; None where it asks nothing of that, of a rule or money, or for
        a figure or a day, which stands in the text or not."""
        text, lang = understood.text, understood.lang
        asked = asking(text)
        wanted = wishes(asked)
        exact = understood.kind.numeric or understood.kind is AnswerKind.DATE
        others = {*self._needs.asked(asked)} & {*MATTERS, GRANTS, CONTACT}
        if not wanted or exact or others or scope.incoming:
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
