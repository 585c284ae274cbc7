"""Whom to ask instead: the organisations that a statement of what is not known sends people to."""

from __future__ import annotations

import re

from assistant.answer import Referral
from assistant.guidance.fiches import ORGANISATION, Fiches
from corpus.document import Source
from indexing.passage import Passage

_CUT = re.compile(r"\s*[()/]\s*")
_WHEN = "when-to-contact"
_SHORTEST = 3


def referrals_in(passage: Passage, fiches: Fiches) -> tuple[Referral, ...]:
    """The organisations named in a gap, in the order of the text, with when to contact them."""
    found: dict[int, Referral] = {}
    for source in fiches.of_kind(ORGANISATION, passage.language):
        names = [name for name in _CUT.split(source.title) if len(name) >= _SHORTEST]
        places = [
            match.start()
            for name in names
            if (match := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", passage.text))
        ]
        if not places:
            continue
        found[min(places)] = referral_to(source, fiches, passage.language)
    return tuple(found[place] for place in sorted(found))


def referral_to(source: Source, fiches: Fiches, lang: str) -> Referral:
    """To an organisation, by its fiche: its name, and when to contact it."""
    fiche = fiches.fiche(source.pair or "", lang)
    when = fiche.known(_WHEN) or fiche.known("what-it-does")
    reason = " ".join(when[0].passage.text.split()) if when else ""
    return Referral(fiche.source.title, reason, fiche.source.url, fiche.source.id)
