"""Does a claim leave each thing with the verb, and on the side of it, that the quote gives it?

"The city makes a workshop available" is not "a workshop is made available to the city", and "the
orchestra rehearses in a brewery that the province renovated" has another where the two change
their verbs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.support.content_words import ContentWord
from assistant.support.phrases import AGENT, Frame
from assistant.support.tagging import Tagger
from assistant.support.word_alignment import Pair
from assistant.support.word_order import Text

_TO = re.compile(r"\b(?:to|aan)\s+(?:(?:the|an?|its|de|het|een|hun|zijn)\s+)?$", re.IGNORECASE)
_TURNING = ("receive", "come", "belong", "hold")
"""Verbs whose subject may stand behind "to" where another verb is used."""


def misplaced_parts(
    pairs: Sequence[Pair],
    claim: Text,
    quote: Text,
    units: Sequence[ContentWord],
    tagger: Tagger,
) -> Iterator[str]:
    """Things that the claim gives another verb, or the other end of the same, than the quote.
    ``units`` are those of the quote."""
    own = [pair for pair in pairs if pair.partners and pair.unit.thing and not pair.unit.number]
    yield from _given_to_who_gives(own, claim, quote, units, tagger)
    yield from _with_the_other_verb(pairs, own, units)


def _given_to_who_gives(
    own: Sequence[Pair],
    claim: Text,
    quote: Text,
    units: Sequence[ContentWord],
    tagger: Tagger,
) -> Iterator[str]:
    """ "Available to the city" where the city makes available."""
    told = Counter(partner.sentence for pair in own for partner in pair.partners)
    for pair in own:
        there, phrase = pair.partners[-1], pair.unit.phrase
        if not pair.unit.head or phrase is None or _role(there) != AGENT:
            continue
        # "To see music" gives music nothing.
        if not _TO.search(claim.text[: phrase.start]) or told[there.sentence] < max(told.values()):
            continue
        if any(unit.text == there.text and _role(unit) != AGENT for unit in units):
            continue
        if not _turns(claim, pair.unit, tagger) and not _turns(quote, there, tagger):
            yield f"to {pair.unit.text}, who acts"


def _turns(text: Text, unit: ContentWord, tagger: Tagger) -> bool:
    """Whether the verb of a word's clause may tell the same from the other end."""
    if unit.frame < 0:
        return True
    frame: Frame = text.frames[unit.frame]
    return not frame.verbs or any(
        tagger.is_any(verb, text.lang, listed) for verb in frame.verbs for listed in _TURNING
    )


def _with_the_other_verb(
    pairs: Sequence[Pair], own: Sequence[Pair], units: Sequence[ContentWord]
) -> Iterator[str]:
    """Who acts in one clause of the claim and in the clause of its other verb in the quote."""
    deeds: dict[int, set[int]] = {}
    for pair in pairs:
        if pair.partners and pair.unit.frame >= 0 and _is_deed(pair.unit):
            found = {p.frame for p in pair.partners if _is_deed(p) and p.frame >= 0}
            deeds.setdefault(pair.unit.frame, set()).update(found)
    acting = {pair.unit.frame for pair in own if _role(pair.unit) == AGENT}
    for pair in own:
        here, there = pair.unit.frame, pair.partners[-1].frame
        if not (pair.unit.head and _role(pair.unit) == AGENT) or not deeds.get(here):
            continue
        others = [at for at in acting if at != here and deeds.get(at) == {there}]
        again = {unit.frame for unit in units if unit.text == pair.partners[-1].text}
        if others and not deeds[here] & (again | {there}):
            yield f"{pair.unit.text} with the other verb"


def _is_deed(unit: ContentWord) -> bool:
    return unit.verb or unit.tag in ("V", "L")


def _role(unit: ContentWord) -> str:
    return unit.phrase.role if unit.phrase is not None else ""
