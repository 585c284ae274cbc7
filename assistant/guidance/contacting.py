"""Whom to turn to, and how to reach them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.answer import AnswerStatus
from assistant.guidance.advice import Advice, Line, opening, whole
from assistant.guidance.fiches import ORGANISATION, Fiches, pair_of
from assistant.guidance.first_contacts import FirstContacts
from assistant.guidance.needs import Needs, load_needs
from assistant.guidance.scoping import FORMALITIES
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.wanting import CONTACT, GRANTS, MATTERS
from assistant.guidance.wording import say
from assistant.guidance.worth import Sought
from assistant.route_plan import load_plan
from corpus.vocabulary import Vocabulary
from indexing.passage import Passage

FORMAL = "visa"  # a need whose contact knows of all formalities
_ADDRESS = "contact"
_WHEN = "when-to-contact"
_MOST = 2


class Contacting:
    """Tells whom to turn to, from the fiches of one index."""

    def __init__(
        self,
        fiches: Fiches,
        first: FirstContacts,
        vocabulary: Vocabulary,
        settings: GuidanceSettings,
    ) -> None:
        self._fiches = fiches
        self._first = first
        self._settings = settings
        self._needs: Needs = load_needs()
        self._plan = load_plan()
        self._names = {
            "nl": {c.iso2.lower(): c.names("nl")[0] for c in vocabulary.countries},
            "en": {c.iso2.lower(): c.names("en")[0] for c in vocabulary.countries},
        }

    def lines(self, asked: Iterable[str], sought: Sought) -> Iterator[Line]:
        """Whom to turn to first for the first needs (keys of ``needs.yaml``), else for the
        discipline, else with any question, each with where to find them; for a formality also whom
        the country's fiche names."""
        keys = list(asked)
        lead = say("need", sought.lang, title=self._needs.needs[CONTACT].name.name(sought.lang))
        needs = [self._needs.needs[key] for key in keys[:_MOST]]
        found = [] if needs else self._first.contacts(None, sought)[:_MOST]
        for need in needs:
            found += self._first.contacts(need, sought)[:_MOST]
        if not needs or any(need.key in FORMALITIES for need in needs):
            found += self._first.help_desk(sought)
        if not found and keys != [GRANTS]:  # who gives a grant is told with it
            formal = self._first.contacts(self._needs.needs[FORMAL], sought)
            found = self._first.contacts(None, sought) or formal
        yield from self.passages(found, lead, sought.lang)

    def with_matters(self, needs: Iterable[str], sought: Sought) -> Advice | None:
        """Whom to turn to with the rules among ``needs``; None where none is among them, or nobody
        is known."""
        rules = [key for key in needs if key in MATTERS]
        lines = tuple(self.lines(rules, sought)) if rules else ()
        return Advice(AnswerStatus.ANSWERED, lines) if lines else None

    def of(self, pairs: Iterable[str], sought: Sought) -> Iterator[Line]:
        """When to turn to organisations (pairs), and where to find them."""
        lead = say("need", sought.lang, title=self._needs.needs[CONTACT].name.name(sought.lang))
        found = []
        for pair in pairs:
            first = [item.passage for item in self._fiches.fiche(pair, sought.lang).known(_WHEN)]
            found += (self._first.when_to_contact(pair, sought) or first)[:1]
        yield from self.passages(found, lead, sought.lang)

    def passages(self, found: Iterable[Passage], lead: str, lang: str) -> Iterator[Line]:
        """Statements on when to turn to somebody, under a ``lead``, with where to find them."""
        for passage in list(dict.fromkeys(found))[:_MOST]:
            said = opening(passage, self._settings.step_words)
            address = [whole(one) for one in self._address(passage, lang)]
            yield Line(lead, (said, *address), contact=True)
            lead = ""

    def _address(self, passage: Passage, lang: str) -> list[Passage]:
        """Where the organisation that a statement tells of is found."""
        pair = pair_of(passage)
        if self._fiches.source(pair, lang).kind != ORGANISATION:
            return []
        return [item.passage for item in self._fiches.fiche(pair, lang).known(_ADDRESS)[:1]]

    def elsewhere(self, sought: Sought) -> Iterator[Line]:
        """That nothing is known of a country that is asked for, with who may. For people who come
        here the rules of Belgium count."""
        if not sought.scope.incoming:
            yield from self.no_fiche(sought.scope.countries, sought.lang)

    def country(self, code: str, lang: str) -> str:
        """How a country is called in a sentence: "the Netherlands"."""
        if code in self._plan.destinations:
            return self._plan.destinations[code].name(lang)
        return self._names["nl" if lang == "nl" else "en"].get(code, code)

    def no_fiche(self, countries: Iterable[str], lang: str) -> Iterator[Line]:
        """The same of countries, by their codes."""
        for code in countries:
            if code not in self._fiches.country_codes:
                yield Line(say("no-fiche", lang, country=self.country(code, lang)))
