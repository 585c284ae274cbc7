"""Whom to ask instead: the organisations that a statement of what is not known sends people to."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer import Referral
from assistant.guidance.fiches import ORGANISATION, Fiches
from corpus.document import Source
from indexing.passage import Passage

_CUT = re.compile(r"\s*[()/]\s*")
_WHEN = "when-to-contact"
_SHORTEST = 3
_REMEMBERED = 256  # titles of organisations


def referrals_in(passage: Passage, fiches: Fiches) -> tuple[Referral, ...]:
    """The organisations named in a gap, in the order of the text, with when to contact them."""
    found: dict[int, Referral] = {}
    for source in fiches.of_kind(ORGANISATION, passage.language):
        places = [
            match.start()
            for name in _names(source.title)
            if (match := standing(name, passage.text)) is not None
        ]
        if not places:
            continue
        found[min(places)] = referral_to(source, fiches, passage.language)
    return tuple(found[place] for place in sorted(found))


@lru_cache(maxsize=_REMEMBERED)
def _names(title: str) -> tuple[str, ...]:
    return tuple(name for name in _CUT.split(title) if len(name) >= _SHORTEST)


def standing(name: str, text: str) -> re.Match[str] | None:
    """Where a name first stands in a text as words of its own; None where it does not."""
    if name not in text:
        return None  # as of most names
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)


def referral_to(source: Source, fiches: Fiches, lang: str) -> Referral:
    """To an organisation, by its fiche: its name, and when to contact it."""
    fiche = fiches.fiche(source.pair or "", lang)
    when = fiche.known(_WHEN) or fiche.known("what-it-does")
    reason = " ".join(when[0].passage.text.split()) if when else ""
    return Referral(fiche.source.title, reason, fiche.source.url, fiche.source.id)
