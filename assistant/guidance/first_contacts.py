"""Whom to turn to first: which organisations are for who asks, for a need and for a discipline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.guidance.fiches import ORGANISATION, Fiches
from assistant.guidance.needs import Need
from assistant.guidance.selecting import Selecting
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.worth import Sought, Terms, Worth
from assistant.route_plan import load_plan
from indexing.passage import Passage

_FIRST_CONTACT = "first-contact"
_WHEN = "when-to-contact"


class FirstContacts:
    """Chooses among the organisations of the fiches of one index."""

    def __init__(
        self,
        fiches: Fiches,
        selecting: Selecting,
        worth: Worth,
        terms: Terms,
        settings: GuidanceSettings,
    ) -> None:
        self._fiches = fiches
        self._selecting = selecting
        self._worth = worth
        self._terms = terms
        self._settings = settings
        self._plan = load_plan()

    def contacts(self, need: Need | None, sought: Sought) -> list[Passage]:
        """Whom to turn to first: for a need, else for the discipline; empty without either. Who is
        for other people is left out."""
        own = sought.scope.disciplines
        of_own = [pair for key in own for pair in (need.contact_of.get(key, ()) if need else ())]
        pairs: Iterable[str] = of_own or (need.contact if need else ())
        if not pairs:
            first = [s for step in self._plan.steps for s in step.take if s.kind == ORGANISATION]
            ordered = first[0].first if first else ()
            pairs = self._of_discipline(ordered, sought)
        if not pairs and need:
            pairs = need.contact_else
        found = []
        for pair in self._fiches.known(pairs):
            found += self.when_to_contact(pair, sought)
        return found

    def for_them(self, pair: str, sought: Sought) -> bool:
        """Whether an organisation is one to turn to for who asks: not only for other disciplines,
        nor only for people that they are not."""
        own = set(sought.scope.disciplines)
        only = set(self._fiches.source(pair, "nl").topics) & set(self._plan.disciplines)
        if own and only and not only & own:
            return False
        known = self._fiches.fiche(pair, sought.lang).known(_WHEN)
        return not known or bool(self.when_to_contact(pair, sought))

    def when_to_contact(self, pair: str, sought: Sought) -> list[Passage]:
        """When who asks turns to an organisation; empty where it does not say so."""
        return self._selecting.first_fitting(pair, _WHEN, sought)

    def _of_discipline(self, ordered: tuple[str, ...], sought: Sought) -> list[str]:
        """The organisations for the disciplines, the first discipline first; one that says the very
        word of who asks (a choir, a museum) before the general one."""
        found: dict[str, None] = {}
        asked = replace(sought, words=sought.text)
        for key in sought.scope.disciplines:
            of_it = [
                source.pair or ""
                for source in self._fiches.of_kind(ORGANISATION, sought.lang)
                if key in source.topics and _FIRST_CONTACT in source.topics
            ]
            of_it += [
                pair
                for pair in self._fiches.known(ordered)
                if key in self._fiches.source(pair, "nl").topics
            ]
            # One that is for other people of the discipline is not theirs.
            of_it = [pair for pair in of_it if self.for_them(pair, sought)] or of_it
            own = {pair: self._spoken_to(pair, asked) for pair in of_it}
            rank = {pair: place for place, pair in enumerate(ordered)}
            of_it.sort(key=lambda pair: (-own[pair], rank.get(pair, len(rank))))
            found.update(dict.fromkeys(of_it[:1]))
        return list(found)

    def _spoken_to(self, pair: str, asked: Sought) -> float:
        """How much an organisation says of whom it helps what the question says of who asks."""
        words = self._worth.words(asked)
        held = {
            term
            for item in self._fiches.fiche(pair, asked.lang).known(_WHEN)
            for term in self._terms(item.passage.text, item.passage.language)
        }
        rare = self._settings.spoken_rarity
        return sum(w for term, w in words.items() if term in held and w >= rare)

    def help_desk(self, sought: Sought) -> list[Passage]:
        """Whom the fiche of the country names."""
        return [
            item.passage
            for code in sought.scope.countries[:1]
            if (pair := self._fiches.country_codes.get(code))
            for item in self._fiches.fiche(pair, sought.lang).known("helpdesk")[:1]
        ]
