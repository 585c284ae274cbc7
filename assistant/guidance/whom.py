"""Who knows when nothing was found: for the thing, the need, the discipline and who asks."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answer import Referral
from assistant.guidance.asking import referral_to, referrals_in
from assistant.guidance.fiches import FUNDING, ORGANISATION, PRACTICE, Fiches, pair_of
from assistant.guidance.first_contacts import FirstContacts
from assistant.guidance.needs import load_needs
from assistant.guidance.wanting import FRAMING
from assistant.guidance.worth import Sought
from assistant.route_plan import load_plan
from indexing.passage import Passage

_ASK = "who-to-ask"
_IN_SHORT = "in-short"
_SURE = 0.75  # share of a fiche's name from which a question is about it
_MOST = 2


class Whom:
    """Tells who knows, from the fiches of one index."""

    def __init__(self, fiches: Fiches, first: FirstContacts) -> None:
        self._fiches = fiches
        self._first = first
        self._needs = load_needs()
        self._disciplines = frozenset(load_plan().disciplines)

    def referrals(self, needs: Iterable[str], sought: Sought) -> tuple[Referral, ...]:
        """Whom to ask: whom the fiche on the thing itself names, else whom its need or discipline
        turns to first (keys of ``needs.yaml``); empty when the question tells none of these."""
        found = self._of_the_thing(sought)
        specific = [self._needs.needs[key] for key in needs if key not in FRAMING]
        if not found:
            told = [p for need in specific[:1] for p in self._first.contacts(need, sought)]
            told = told or self._first.contacts(None, sought)
            found = [self._to(passage, sought.lang) for passage in told]
        return tuple(dict.fromkeys(found))[:_MOST]

    def fit(self, referrals: tuple[Referral, ...], sought: Sought) -> tuple[Referral, ...]:
        """Those that are not only for other disciplines than those of who asks."""
        own = set(sought.scope.disciplines)
        kept = []
        for one in referrals:
            pair = (one.document or "").removesuffix("-nl").removesuffix("-en")
            known = self._fiches.sources.get(pair)
            topics = set(self._fiches.source(pair, sought.lang).topics) if known else set()
            if not own or not topics & self._disciplines or topics & own:
                kept.append(one)
        return tuple(kept)

    def _of_the_thing(self, sought: Sought) -> list[Referral]:
        """Whom the organisation, the scheme or the rule that is named sends people to."""
        scope, lang = sought.scope, sought.lang
        named = [pair for pair, share in scope.named.items() if share >= _SURE]
        found: list[Referral] = []
        for pair in sorted(named, key=lambda one: -scope.named[one]):
            source = self._fiches.source(pair, lang)
            if source.kind == ORGANISATION:
                found.append(referral_to(source, self._fiches, lang))
            elif source.kind == PRACTICE:
                asked = self._fiches.fiche(pair, lang).by_section.get(_ASK, ())
                found += [one for item in asked for one in referrals_in(item.passage, self._fiches)]
            elif source.kind == FUNDING:
                head = self._fiches.fiche(pair, lang).by_section.get(_IN_SHORT, ())[:1]
                for item in head:  # it ends on who knows more
                    found += referrals_in(item.passage, self._fiches)[-1:]
        return found

    def _to(self, passage: Passage, lang: str) -> Referral:
        return referral_to(self._fiches.source(pair_of(passage), lang), self._fiches, lang)
