"""Whether a statement of a fiche may be told of the countries that are asked for."""

from __future__ import annotations

from assistant.guidance.fiches import COUNTRY, Fiches, pair_of, refers_to_country
from assistant.guidance.fitting import holds_there
from assistant.guidance.needs import load_needs
from assistant.guidance.scope import Scope
from indexing.passage import Passage


class Whereabouts:
    """Knows where the statements of the fiches of one index may be told."""

    def __init__(self, fiches: Fiches) -> None:
        self._fiches = fiches
        self._needs = load_needs()

    def may_tell(self, passage: Passage, scope: Scope) -> bool:
        """Whether a statement holds where who asks goes, and is more than a reference to the fiche
        of a country that tells of the same."""
        if not holds_there(passage.annotation, scope):
            return False
        return not refers_to_country(passage) or not self._told_there(passage, scope)

    def _told_there(self, passage: Passage, scope: Scope) -> bool:
        """Whether the fiche of a country that is asked for tells of what a statement's fiche is
        about: of a need that both meet."""
        own = pair_of(passage)
        sections = {
            section
            for need in self._needs.needs.values()
            if any(own in taken.pairs for taken in (*need.take, *need.elsewhere))
            for taken in need.take
            if taken.kind == COUNTRY
            for section in taken.sections
        }
        return any(
            not item.gap and item.section in sections
            for code in scope.countries
            if (pair := self._fiches.country_codes.get(code))
            for item in self._fiches.fiche(pair, passage.language).statements
        )
