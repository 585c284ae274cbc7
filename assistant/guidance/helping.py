"""Who can help with a plan: for the trade, in the country, with the rules and with the money."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.guidance.advice import Line, opening, told_in
from assistant.guidance.asking import referrals_in
from assistant.guidance.contacting import FORMAL, Contacting
from assistant.guidance.fiches import Fiches, pair_of
from assistant.guidance.first_contacts import FirstContacts
from assistant.guidance.granting import Granting
from assistant.guidance.needs import load_needs
from assistant.guidance.selecting import Selecting
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.wanting import CONTACT, GRANTS
from assistant.guidance.wording import say
from assistant.guidance.words import pattern
from assistant.guidance.worth import Sought
from assistant.route_plan import Selection
from corpus import strict_yaml
from indexing.passage import Passage

_FILE = Path(__file__).parent / "helping.yaml"
_IN_SHORT = "in-short"
_MOST_OF_TRADE = 2
_BRIEF = 20  # words on somebody whom a longer statement names: the sentence that does


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    there: tuple[Selection, ...]


class Helping:
    """Tells who can help, from the fiches of one index."""

    def __init__(
        self,
        fiches: Fiches,
        selecting: Selecting,
        first: FirstContacts,
        contacting: Contacting,
        granting: Granting,
        settings: GuidanceSettings,
    ) -> None:
        self._fiches = fiches
        self._selecting = selecting
        self._first = first
        self._contacting = contacting
        self._granting = granting
        self._settings = settings
        self._needs = load_needs().needs

    def lines(self, sought: Sought) -> list[Line]:
        """Who helps people of the discipline, then who does so where they go, who knows the rules
        and who knows of money, each once, with what for and how to reach them."""
        told: list[Line] = []
        for line in self._every(sought):
            if not told_in(line, told):
                told.append(line)
        return told

    def _every(self, sought: Sought) -> Iterator[Line]:
        lang, contacts = sought.lang, self._contacting.passages
        trade = self._first.contacts(None, sought)[:_MOST_OF_TRADE]
        yield from contacts(trade, self._lead(self._needs[CONTACT].name.name(lang), lang), lang)
        yield from self._there(sought)
        rules = self._first.contacts(self._needs[FORMAL], sought)
        yield from contacts(rules, self._lead(say("help-rules", lang), lang), lang)
        yield from self._money(sought, {pair_of(passage) for passage in trade})

    def _there(self, sought: Sought) -> Iterator[Line]:
        """Who helps in the country itself; in none where nobody goes to one."""
        lang = sought.lang
        if not sought.scope.countries:
            return
        name = self._contacting.country(sought.scope.countries[0], lang)
        lead = self._lead(name[0].upper() + name[1:], lang)
        for selection in load_there():
            found = self._selecting.taken(selection, sought)[:1]
            wanted = pattern(selection.holding) if selection.holding else None
            room = _BRIEF if wanted else self._settings.step_words
            said = tuple(opening(one, room, wanted, there=True) for one in found)
            if said:
                yield Line(lead, said, contact=True)
                lead = ""

    def _money(self, sought: Sought, told: set[str]) -> Iterator[Line]:
        """Who gives the money that fits best, and what that is."""
        lang, scope = sought.lang, sought.scope
        lead = self._lead(self._needs[GRANTS].name.name(lang), lang)
        for line in self._granting.lines(scope, lang, sought.today, 1, text=sought.text)[:1]:
            if not line.statements or line.over or line.late:
                continue
            scheme = line.statements[0].passage
            yield Line(lead, (opening(scheme, self._settings.step_words),))
            for pair in self._givers(scheme, lang):
                if pair not in told:
                    found = self._first.when_to_contact(pair, sought)
                    yield from self._contacting.passages(found, "", lang)

    def _givers(self, scheme: Passage, lang: str) -> list[str]:
        """Whom a scheme sends people to last (pair): who knows more of it, or gives it."""
        short = self._fiches.fiche(pair_of(scheme), lang).by_section.get(_IN_SHORT, ())[:1]
        named = [one for item in short for one in referrals_in(item.passage, self._fiches)]
        return [(one.document or "").rpartition("-")[0] for one in named[-1:]]

    def _lead(self, title: str, lang: str) -> str:
        return say("need", lang, title=title)


@cache
def load_there() -> tuple[Selection, ...]:
    """The statements on who helps in a country (helping.yaml)."""
    content = strict_yaml.load(_FILE.read_text("utf-8"), where=_FILE.name)
    return _File.model_validate(content).there
