"""What is asked of a scheme or an organisation by its name: whether it pays for the plan, whether
there is time left, with what it helps."""

from __future__ import annotations

from datetime import date

from assistant.guidance.advice import Advice
from assistant.guidance.asked_of import AskedOf
from assistant.guidance.contacting import Contacting
from assistant.guidance.fiches import Fiches
from assistant.guidance.first_contacts import FirstContacts
from assistant.guidance.granting import Granting
from assistant.guidance.hearing import Hearing
from assistant.guidance.purposes import Purposes
from assistant.guidance.scope import Scope
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.timing import Timing
from assistant.understanding import Understanding
from assistant.understanding.parts import Part


class ByName:
    """Answers what is asked by name from the fiches of one index. Safe for several threads."""

    def __init__(
        self,
        fiches: Fiches,
        hearing: Hearing,
        granting: Granting,
        first: FirstContacts,
        contacting: Contacting,
        settings: GuidanceSettings,
    ) -> None:
        self.timing = Timing(fiches, settings)
        self._purposes = Purposes(fiches, granting, settings)
        self._asked_of = AskedOf(fiches, hearing, granting, first, contacting)

    def advise(self, understood: Understanding, scope: Scope, today: date) -> Advice | None:
        """The answer to a question of one part; None where nothing is asked by name."""
        of_scheme = self._purposes.advise(understood, scope, today)
        of_scheme = of_scheme or self.timing.of_scheme(understood, scope, today)
        if of_scheme is not None or len(understood.parts) > 1:
            return of_scheme
        return self._asked_of.advise(understood, scope, today)

    def of_part(
        self, understood: Understanding, scope: Scope, part: Part, today: date
    ) -> Advice | None:
        """The same of one of several parts that asks something of an organisation."""
        return self._asked_of.advise(understood, scope, today, part.asked)
