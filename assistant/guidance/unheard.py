"""What can be said of countries that no fiche is about: that they are not known, what holds in
general, and who knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.answer import AnswerStatus
from assistant.guidance.advice import Advice, Line, opening
from assistant.guidance.contacting import Contacting
from assistant.guidance.fiches import Fiches
from assistant.guidance.fitting import closeness
from assistant.guidance.needs import Needs, load_needs
from assistant.guidance.scope import Scope
from assistant.guidance.scoping import FORMALITIES
from assistant.guidance.selecting import Selecting
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.wording import say
from assistant.guidance.worth import Sought
from indexing.passage import Passage

_MOST = 2  # general rules


class Unheard:
    """Answers what is asked of the rules of countries without a fiche."""

    def __init__(
        self,
        fiches: Fiches,
        selecting: Selecting,
        contacting: Contacting,
        settings: GuidanceSettings,
    ) -> None:
        self._fiches = fiches
        self._selecting = selecting
        self._contacting = contacting
        self._settings = settings
        self._needs: Needs = load_needs()

    def concerns(self, needs: Iterable[str], scope: Scope) -> bool:
        """Whether rules are asked (by keys of ``needs.yaml``) of countries none of which a fiche
        is about."""
        known = self._fiches.country_codes
        return bool(scope.reach) and not known.keys() & {*scope.reach} and bool(_formal(needs))

    def advise(self, needs: Iterable[str], sought: Sought, where: tuple[Line, ...] = ()) -> Advice:
        """That it is not known, with the rules that hold in any country of that part of the world.
        ``where`` says of which region nothing is known; of countries it is said here."""
        keys = _formal(needs)
        general = [
            Line("", (opening(passage, self._settings.step_words),))
            for key in keys[:1]
            for passage in self._general(key, sought)[:_MOST]
        ]
        lead = [Line(say("in-general", sought.lang))] if general else []
        unknown = where or tuple(self._contacting.elsewhere(sought))
        contact = self._contacting.lines(keys, sought)
        return Advice(AnswerStatus.NOT_IN_CORPUS, (*unknown, *lead, *general, *contact))

    def _general(self, key: str, sought: Sought) -> list[Passage]:
        need = self._needs.needs[key]
        need = replace(need, take=(*need.take, *need.elsewhere))
        return [
            passage
            for passage in self._selecting.met(need, sought).known
            if closeness(passage.annotation, sought.scope) >= 0
        ]


def _formal(needs: Iterable[str]) -> list[str]:
    return [key for key in needs if key in FORMALITIES]
