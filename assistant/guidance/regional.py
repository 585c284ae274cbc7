"""Advice on a region of several countries: which of them are known, what holds in each, what holds
in all, and the question which one it is about."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import AnswerStatus
from assistant.guidance.advice import Advice, Line
from assistant.guidance.advising import Advising
from assistant.guidance.fiches import Fiches
from assistant.guidance.needs import Needs, load_needs
from assistant.guidance.offering import need_questions
from assistant.guidance.scoping import FORMALITIES
from assistant.guidance.selecting import Selecting
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.wanting import FRAMING
from assistant.guidance.wording import say
from assistant.guidance.worth import Sought
from assistant.route_plan import load_plan
from corpus.vocabulary import Vocabulary

_MOST_COUNTRIES = 4  # of which the rules are told beside each other
_MOST_NEEDS = 2
_AND = {"nl": " en ", "en": " and "}


class Regional:
    """Advises on regions, from the fiches of one index."""

    def __init__(
        self,
        fiches: Fiches,
        selecting: Selecting,
        advising: Advising,
        vocabulary: Vocabulary,
        settings: GuidanceSettings,
    ) -> None:
        self._fiches = fiches
        self._selecting = selecting
        self._advising = advising
        self._settings = settings
        self._needs: Needs = load_needs()
        self._plan = load_plan()
        self._names = {
            lang: {region.key: region.names("nl" if lang == "nl" else "en")[0]
                   for region in vocabulary.regions}
            for lang in ("nl", "en")
        }  # fmt: skip

    def advise(
        self, needs: tuple[str, ...], sought: Sought, unknown: tuple[str, ...] = ()
    ) -> Advice | None:
        """The advice for needs (keys of ``needs.yaml``, the first asked first) in a region;
        ``unknown`` are names in the question that no document holds. None when nothing is known of
        what is asked."""
        specific = [key for key in needs if key not in FRAMING]
        formal = [key for key in specific if key in FORMALITIES][:_MOST_NEEDS]
        known = self._known(sought)
        plain = replace(sought, words="")
        each = [
            line
            for key in formal
            for line in self._advising.by_country.each(
                self._needs.needs[key], plain, known[:_MOST_COUNTRIES], titled=len(formal) > 1
            )
        ]
        base = self._advising.advise(needs, sought, unknown)
        if base is None and not each:
            return None
        lines = base.lines if base else ()
        ask = [Line(say("region-ask", sought.lang))] if known else []
        told = [self._which(sought, known), *each]
        choices = self._choices(formal, known, sought) or (base.choices if base else ())
        return Advice(
            base.status if base else AnswerStatus.ANSWERED,
            (*told, *lines, *ask) if formal else (*lines, *told, *ask),
            choices,
        )

    def unknown(self, sought: Sought) -> tuple[Line, ...]:
        """Which countries of the region are known, and which are not."""
        return (self._which(sought, self._known(sought)),)

    def _known(self, sought: Sought) -> list[str]:
        """The countries of the region that a fiche is about, in the order of destinations."""
        area = set(sought.scope.area)
        return [
            code
            for code in self._plan.destinations
            if code in area and code in self._fiches.country_codes
        ]

    def _which(self, sought: Sought, known: list[str]) -> Line:
        """Which countries of the region are known."""
        lang = "nl" if sought.lang == "nl" else "en"
        region = self._names[lang][sought.scope.regions[0]]
        key = "region-none"
        if known:
            key = "region-all" if set(known) == set(sought.scope.area) else "region-part"
        names = [self._plan.destinations[code].name(lang) for code in known]
        *first, last = names or [""]
        listed = f"{', '.join(first)}{_AND[lang]}{last}" if first else last
        return Line(say(key, lang, region=region, countries=listed))

    def _choices(self, formal: list[str], known: list[str], sought: Sought) -> tuple[str, ...]:
        if not formal or not known:
            return ()
        name = self._needs.needs[formal[0]].name.within(sought.lang)
        return need_questions(formal[0], name, sought.lang, known)
