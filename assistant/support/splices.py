"""Is a claim spliced from two members of its quote: "A keeps posters and B keeps films", "A films"?

Where a sentence tells the same kinds of things of two (who and what, when and how many), a claim
that takes one kind from the one and another kind from the other, and leaves out what stood beside
each, says what the quote does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from assistant.support import quantities
from assistant.support.content_words import ContentWord, classes
from assistant.support.names import folded
from assistant.support.tagging import Tagger
from assistant.support.word_alignment import Pair
from assistant.support.word_order import Text

_CUT = re.compile(
    r"[,;:]\s+(?!\d)|\s+(?:en|and|but|maar|or|while|terwijl|whereas)\s+", re.IGNORECASE
)
_QUANTIFIERS = frozenset(("most", "few", "some", "all", "much", "half", "both"))
_PART_OF = re.compile(
    r"\b(?:of (?:which|whom|them)|van wie|waarvan|onder wie|waaronder)\b", re.IGNORECASE
)


def spliced(
    own: Sequence[Pair], quote: Text, units: Sequence[ContentWord], tagger: Tagger
) -> Iterator[str]:
    """Words that the claim takes from two members of one sentence and puts together. ``own`` are
    the words of one sentence of the claim that have a partner, ``units`` those of the quote."""
    held = {partner.place for pair in own for partner in pair.partners}
    members = _members(quote.text, units)
    kinds = {unit.place: _kind(unit, quote, tagger) for unit in units}
    for first, second in _told_from(own, members):
        here = [unit for unit in units if members[unit.place] == first and not unit.aside]
        there = [unit for unit in units if members[unit.place] == second and not unit.aside]
        if not here or not there or here[0].sentence != there[0].sentence:
            continue
        for x, left in _orders(here, held, kinds):
            for right, y in ((r, y) for y, r in _orders(there, held, kinds)):
                alike = kinds[x] == kinds[right] and kinds[y] == kinds[left]
                if alike and (x < left) == (right < y) and _only(kinds, here, there, held, x, y):
                    yield f"{units[x].text} with {units[y].text}"
                    return
    yield from _whole_with_part(own, quote.text)


def _whole_with_part(own: Sequence[Pair], text: str) -> Iterator[str]:
    """ "40,000 visitors from abroad" where 12,000 of the 40,000 are."""
    for match in _PART_OF.finditer(text):
        end = re.search(r"[.;]\s|$", text[match.end() :])
        last = match.end() + (end.start() if end else 0)
        told = [
            (pair.unit, partner.start > match.start())
            for pair in own
            for partner in pair.partners
            if partner.start < last
        ]
        numbers = [part for unit, part in told if unit.number and not unit.year]
        behind = quantities.quantities(text[match.end() : last], None)
        if numbers and not any(numbers) and behind and any(part for _, part in told):
            yield f"{match[0]} left out"
            return


def _members(text: str, units: Sequence[ContentWord]) -> Mapping[int, int]:
    """In which member of the text each unit stands."""
    cuts = [match.start() for match in _CUT.finditer(text)]
    cuts += [two.start for one, two in pairwise(units) if two.sentence > one.sentence]
    return {unit.place: sum(cut <= unit.start for cut in cuts) for unit in units}


def _told_from(own: Sequence[Pair], members: Mapping[int, int]) -> list[tuple[int, int]]:
    """The members that the claim has words of, two by two, either way round."""
    found = sorted({members[partner.place] for pair in own for partner in pair.partners})
    return [(one, two) for one in found for two in found if one != two]


def _orders(
    units: Sequence[ContentWord], held: set[int], kinds: Mapping[int, str]
) -> Iterator[tuple[int, int]]:
    """Pairs of one unit of a member that the claim has and one of another kind that it has not."""
    for one in units:
        for two in units:
            if one.place in held and two.place not in held:
                kind, other = kinds[one.place], kinds[two.place]
                if kind and other and kind != other:
                    yield one.place, two.place


def _only(
    kinds: Mapping[int, str],
    here: Sequence[ContentWord],
    there: Sequence[ContentWord],
    held: set[int],
    x: int,
    y: int,
) -> bool:
    """Whether the claim has of either member nothing of the kind that it takes from the other."""
    mine = {kinds[unit.place] for unit in here if unit.place in held}
    theirs = {kinds[unit.place] for unit in there if unit.place in held}
    return kinds[y] not in mine and kinds[x] not in theirs


def _kind(unit: ContentWord, text: Text, tagger: Tagger) -> str:
    """What a unit tells, so that two of a kind may be told of two things; empty for what tells
    nothing by itself."""
    if unit.year or unit.dated:
        return "when"
    if unit.number:
        return "number"
    if classes(folded(unit.text)) & _QUANTIFIERS:
        return "quantifier"
    if unit.name:
        return "name"
    if unit.verb or unit.tag in ("V", "L"):
        # Verbs are reworded too freely to tell two members apart.
        return ""
    if unit.tag == "N" and unit.head and unit.phrase is not None:
        return f"noun {unit.phrase.role or unit.mark}"
    if tagger.kinds(unit.text, text.lang) == {"a"}:
        return "quality"
    return ""
