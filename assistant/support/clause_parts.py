"""Does a claim leave each thing with the verb, and on the side of it, that the quote gives it?

"The city makes a workshop available" is not "a workshop is made available to the city", and "the
orchestra rehearses in a brewery that the province renovated" has another where the two change
their verbs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from assistant.support.content_words import ContentWord, classes
from assistant.support.converses import ends, turns_round
from assistant.support.names import folded
from assistant.support.phrases import AGENT, RECEIVER, Frame
from assistant.support.tagging import Tagger
from assistant.support.word_alignment import Pair
from assistant.support.word_order import Text

_TO = re.compile(
    r"(?<!according )\b(?:to|aan)\s+(?:(?:the|an?|its|de|het|een|hun|zijn)\s+)?$", re.IGNORECASE
)
_JOINS = re.compile(
    r"\s*(?:en|and|or|as well as|zowel als)\s+(?:(?:the|an?|de|het|een)\s+)?", re.IGNORECASE
)
_RESERVED = re.compile(
    r"\b(?:voorbehouden|beperkt|reserved|restricted|limited|open)\s+(?:to|aan|tot)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_DETERMINERS = (
    r"(?:(?:the|an?|its|their|his|her|your|our|de|het|een|hun|zijn|haar|je|uw|onze?|all|alle)\s+)?"
)
_AND_THE = re.compile(rf"\s+(?:and|en|as well as|evenals)\s+{_DETERMINERS}$", re.IGNORECASE)
_OF_THE = {
    lang: re.compile(rf"\s+{word}\s+{_DETERMINERS}", re.IGNORECASE)
    for lang, word in (("nl", "van"), ("en", "of"))
}
_LINKS = re.compile(
    rf"|\s+(?:(?:of|with|from|in|for|van|met|uit|voor)\s+)?{_DETERMINERS}", re.IGNORECASE
)
_HAPPENS = frozenset(("up", "down"))
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
    yield from _mixed_up(pairs, units)
    yield from _drawn_in(pairs, claim, units)
    yield from _kept_subjects(own, claim, quote, tagger)
    yield from _does_what_you_do(pairs, own, claim, quote, units)
    yield from _with_the_others_things(own)
    yield from _both_for_one(own, claim, quote)


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
        if _RESERVED.search(claim.text[: phrase.start]):
            continue
        # "To see music" gives music nothing.
        if not _TO.search(claim.text[: phrase.start]) or told[there.sentence] < max(told.values()):
            continue
        if any(unit.text == there.text and _role(unit) != AGENT for unit in units):
            continue
        if pair.unit.frame >= 0 and there.frame >= 0:
            mine, theirs = claim.frames[pair.unit.frame], quote.frames[there.frame]
            if turns_round(mine.verbs, claim.lang, theirs.verbs, quote.lang, tagger):
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


def _mixed_up(pairs: Sequence[Pair], units: Sequence[ContentWord]) -> Iterator[str]:
    """Two clauses of the claim each with a thing of one clause of the quote and the deed of the
    other: "income from writing rose and from readings fell", the other way round."""
    said = Counter(folded(unit.text) for unit in units)
    things: dict[int, dict[int, str]] = {}
    deeds: dict[int, set[int]] = {}
    for pair in pairs:
        there = {partner.frame for partner in pair.partners}
        if len(there) != 1 or pair.unit.frame < 0 or pair.unit.number:
            continue
        if any(said[folded(partner.text)] > 1 for partner in pair.partners):
            continue
        (frame,) = there
        if _tells(pair.unit):
            deeds.setdefault(pair.unit.frame, set()).add(frame)
        elif pair.unit.thing:
            things.setdefault(pair.unit.frame, {}).setdefault(frame, pair.unit.text)
    for one, two in combinations(sorted(things), 2):
        for first in deeds.get(one, ()):
            for second in deeds.get(two, ()):
                crossed = second in things[one] and first in things[two]
                if first != second and min(first, second) >= 0 and crossed:
                    yield f"{things[one][second]} and {things[two][first]} with each other's verb"
                    return


def _drawn_in(pairs: Sequence[Pair], claim: Text, units: Sequence[ContentWord]) -> Iterator[str]:
    """ "Operas and concerts drew fewer people" where of the concerts the quote tells another deed:
    what "and" joins in the claim has one verb, and in the quote each its own."""
    own = [pair for pair in pairs if pair.partners]
    told = {partner.place for pair in own for partner in pair.partners}
    for one, two in pairwise([pair for pair in own if pair.unit.thing]):
        if not _JOINS.fullmatch(claim.text[one.unit.end : two.unit.start]):
            continue
        first, second = one.partners[-1], two.partners[-1]
        if first.frame == second.frame or min(first.frame, second.frame) < 0:
            continue
        deeds = {
            partner.frame
            for pair in own
            if pair.unit.frame == one.unit.frame and _tells(pair.unit)
            for partner in pair.partners
            if _tells(partner)
        }
        for mine, other in ((first, second), (second, first)):
            others = [u for u in units if u.frame == other.frame and (u.verb or _happens(u))]
            if deeds == {mine.frame} and others and not any(u.place in told for u in others):
                yield f"{other.text} with the other verb"
                return


def _kept_subjects(own: Sequence[Pair], claim: Text, quote: Text, tagger: Tagger) -> Iterator[str]:
    """ "The city hires studios" where the city lets them: another verb, the same subject.

    ``own`` are the words of the claim that have a partner.
    """
    for pair in own:
        here, there = pair.unit, pair.partners[-1]
        if not here.head or here.frame < 0 or there.frame < 0:
            continue
        subjects = all(_role(one) in (AGENT, RECEIVER) and not one.mark for one in (here, there))
        again = any(there in one.partners for one in own if one is not pair)
        if not subjects or again:
            continue
        mine, theirs = claim.frames[here.frame], quote.frames[there.frame]
        if len(mine.verbs) != 1 or len(theirs.verbs) != 1:
            continue
        own_ends = ends(mine.verbs[0], claim.lang, tagger)
        other_ends = ends(theirs.verbs[0], quote.lang, tagger)
        for line in {at for at, _ in own_ends} & {at for at, _ in other_ends}:
            sides = [{side for at, side in found if at == line} for found in (own_ends, other_ends)]
            if sides[0].isdisjoint(sides[1]):
                yield f"{here.text} {mine.verbs[0]}, not {theirs.verbs[0]}"
                return


def _does_what_you_do(
    pairs: Sequence[Pair],
    own: Sequence[Pair],
    claim: Text,
    quote: Text,
    units: Sequence[ContentWord],
) -> Iterator[str]:
    """ "The board can object" where the quote has "you can object to the board"."""
    for pair in own:
        there = pair.partners[-1]
        if not (pair.unit.head and _role(pair.unit) == AGENT) or there.frame < 0:
            continue
        if there.verb:
            # "The decision falls later" is "she decides later".
            continue
        if pair.unit.frame >= 0 and claim.frames[pair.unit.frame].spoken:
            continue
        frame = quote.frames[there.frame]
        if not frame.spoken or there.mark not in ("at", "to", "from", "on"):
            # "Who wants more submits it to the tower": the tower submits nothing.
            acts = any(phrase.role == AGENT for phrase in frame.phrases)
            if acts or pair.unit.mark or there.mark not in ("at", "to"):
                continue
        again = any(unit.text == there.text and unit.place != there.place for unit in units)
        same = any(
            _is_deed(one.unit)
            and one.unit.frame == pair.unit.frame
            and any(partner.frame == there.frame for partner in one.partners)
            for one in pairs
        )
        if same and not again:
            yield f"{pair.unit.text} does what you do"


def _with_the_others_things(own: Sequence[Pair]) -> Iterator[str]:
    """ "The city makes the tent available and the circus provides power" where the circus has the
    tent and the city the power, whatever their verbs."""
    acting: dict[int, set[int]] = {}
    things: dict[int, set[int]] = {}
    named: dict[int, str] = {}
    for pair in own:
        if pair.unit.frame < 0 or not pair.unit.head:
            continue
        found = acting if _role(pair.unit) == AGENT else things
        found.setdefault(pair.unit.frame, set()).update(p.frame for p in pair.partners)
        if found is acting:
            named.setdefault(pair.unit.frame, pair.unit.text)
    for one in acting:
        for two in acting:
            mine, others = acting[one], acting[two]
            if one == two or len(mine) != 1 or min(mine) < 0 or mine & others:
                continue
            if not (things.get(one) and things.get(two)) or mine & things[one]:
                continue
            if mine & things[two] and not others & things[two]:
                yield f"{named[one]} with what {named[two]} has"
                return


def _both_for_one(own: Sequence[Pair], claim: Text, quote: Text) -> Iterator[str]:
    """ "Visitors and their companions" where the quote has "companions of visitors"."""
    for at, two in enumerate(own):
        joins = _AND_THE.search(claim.text[: two.unit.start])
        if joins is None or not two.unit.thing or two.unit.phrase is None:
            continue
        chain = []
        end = joins.start()
        for one in reversed(own[:at]):
            if one.unit.phrase is None or not _LINKS.fullmatch(claim.text[one.unit.end : end]):
                break
            chain.append(one)
            end = one.unit.start
        for one in chain:
            for a in one.partners:
                for b in two.partners:
                    first, last = sorted((a, b), key=lambda unit: unit.start)
                    if first.end < last.start and _OF_THE[quote.lang].fullmatch(
                        quote.text[first.end : last.start]
                    ):
                        yield f"{one.unit.text} and {two.unit.text}, not of"
                        return


def _tells(unit: ContentWord) -> bool:
    """Whether a word tells what is done or happens, also where it may be a noun: "fell"."""
    return _is_deed(unit) or _happens(unit)


def _happens(unit: ContentWord) -> bool:
    return bool(classes(folded(unit.text)) & _HAPPENS)


def _is_deed(unit: ContentWord) -> bool:
    return unit.verb or unit.tag in ("V", "L")


def _role(unit: ContentWord) -> str:
    return unit.phrase.role if unit.phrase is not None else ""
