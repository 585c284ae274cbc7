"""Do a claim's words stand in the order, and with the prepositions, that they have in its quote?

What stands the other way round has changed its part in the sentence, unless grammar explains it: a
phrase that keeps its preposition may move, "and" joins either way, and the passive turns round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.support import quantities
from assistant.support.names import folded
from assistant.support.phrases import Frame
from assistant.support.tagging import Tagger
from assistant.support.units import Unit
from assistant.support.word_alignment import Pair
from corpus.vocabulary import Language

CLOSE = 3
"""Units within which two words of one phrase may stand either way ("the fund's members")."""

_OPPOSED = (
    ("in", "outside"), ("with", "without"), ("from", "to"), ("after", "before"),
    ("outside", "in"), ("without", "with"), ("to", "from"), ("before", "after"),
)  # fmt: skip
_MOVES = frozenset(("of", "for", "in", "on", "at", "with", "under", "through", "between"))
_OF_AGENTS = frozenset(("by", "", "from", "of"))
# Nothing but "and" and commas, with names, articles and one more word.
_AND = re.compile(
    r"(?:\s+[a-z][\w-]*)?(?:\s+[A-Z][\w-]*)*(?:\s*,\s*|\s+(?:en|and|of|or)\s+)"
    r"(?:(?:de|het|een|the|an?|\d[\d.,]*|[\w-]+(?=\s+\S+$))\s+|[A-Z][\w-]*\s+|(?:en|and)\s+|[\w-]+,\s+)*",
)
_TIMES = ("since", "until", "after", "before")
_WHEN = re.compile(
    r"\b(?:(?P<since>sinds|sedert|vanaf|since|from)|(?P<until>tot(?: en met)?|t/m|until|till)"
    r"|(?P<after>after|na)|(?P<before>before|vóór))\s+"
    r"(?:(?:the|de|het|end|eind|einde|of|van|begin|start|\d{1,2}|[^\W\d_]{3,9}(?=\s+(?:19|20)))\s+)"
    r"{0,4}?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_PER = re.compile(r"\b(?:per|a|each|every|elke?|iedere?)\s+([^\W\d_]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its language and clauses."""

    text: str
    lang: Language
    frames: tuple[Frame, ...]


def turned(own: Sequence[Pair], claim: Text, quote: Text, tagger: Tagger) -> Iterator[str]:
    """Two things of a sentence of the claim that stand the other way round than in the quote."""
    things = [
        pair
        for pair in own
        if pair.unit.thing and pair.partners[-1].thing and not _tells_when(pair.unit)
    ]
    voiced = _voiced(own, claim, quote, tagger)
    for one, two in combinations(things, 2):
        x, y, a, b = one.unit, two.unit, one.partners[-1], two.partners[-1]
        beside = not (x.number and y.number)
        first = min(partner.place for partner in two.partners)
        if a.sentence != b.sentence or max(p.place for p in one.partners) <= first + beside:
            continue
        if voiced or (_joined(claim.text, x, y) and _joined(quote.text, b, a)):
            continue
        gives = x.frame >= 0 and _any(claim.frames[x.frame], claim.lang, "give", tagger)
        holds = b.frame >= 0 and _any(quote.frames[b.frame], quote.lang, "hold", tagger)
        if not _may_turn(x, y, a, b, gives=gives, holds=holds):
            yield f"{x.text} before {y.text}"


def _may_turn(x: Unit, y: Unit, a: Unit, b: Unit, *, gives: bool, holds: bool) -> bool:
    """Whether ``x`` may stand before ``y`` where their partners stand ``b`` before ``a``.

    ``gives`` tells that the claim says who gives, ``holds`` that the quote says who has.
    """
    if x.number != y.number or x.source or y.source:
        return True
    if x.frame != y.frame and a.frame != b.frame:
        return True
    if x.phrase is not None and x.phrase is y.phrase:
        return a.phrase is b.phrase or abs(a.place - b.place) <= CLOSE
    if a.phrase is not None and a.phrase is b.phrase:
        return abs(x.place - y.place) <= CLOSE
    one, two, three, four = x.relation, y.relation, a.relation, b.relation
    if one == two:
        return False
    if one == three != "" or two == four != "":
        return True
    if gives and not one and three in _OF_AGENTS and two == four:
        # "The fund gives support", for "the support of the fund"
        return True
    if holds and two == "in" and one == three == four == "":
        # "There are 48 studios in the region", for "the region has 48 studios"
        return True
    # What has a preposition in both, whichever, may move past what has none in both.
    marked = {(one, three), (two, four)} - {("", "")}
    return len(marked) == 1 and all(set(pair) <= _MOVES for pair in marked)


def misplaced(own: Sequence[Pair]) -> Iterator[str]:
    """Words behind the opposite of their preposition: "outside the EU" for "in the EU"."""
    for pair in own:
        mark, there = pair.unit.mark, {partner.mark for partner in pair.partners}
        for one, other in _OPPOSED:
            if mark == one and other in there and one not in there:
                yield f"{mark} {pair.unit.text}, not {other}"
        if mark == "by" and not there & _OF_AGENTS:
            yield f"by {pair.unit.text}"
        if pair.unit.number and mark in ("after", "before") and mark not in there:
            yield f"{mark} {pair.unit.text}"


def mistimed(claim: str, quote: str) -> Iterator[str]:
    """ "After 2024" where the quote has "until 2024", "once a month" for "once a year"."""
    there: dict[str, set[str]] = {}
    for match in _WHEN.finditer(quote):
        there.setdefault(match["year"], set()).update(time for time in _TIMES if match[time])
    for match in _WHEN.finditer(claim):
        own = next(time for time in _TIMES if match[time])
        known = there.get(match["year"], set())
        if own not in known and (known or own == "after"):
            yield match[0]
    said, told = _rates(claim), _rates(quote)
    if told and said - told:
        yield f"per {min(said - told)}"


def _rates(text: str) -> set[str]:
    found = map(folded, _PER.findall(text))
    return {quantities.PERIODS[word] for word in found if word in quantities.PERIODS}


def _joined(text: str, one: Unit, two: Unit) -> bool:
    return bool(_AND.fullmatch(text[one.end : two.start]))


def _tells_when(unit: Unit) -> bool:
    return unit.year or (unit.number and unit.mark in ("through", "after", "before"))


def _voiced(own: Sequence[Pair], claim: Text, quote: Text, tagger: Tagger) -> bool:
    """Whether only one of claim and quote is passive, or tells it from who receives."""
    here = [pair.unit for pair in own]
    there = [partner for pair in own for partner in pair.partners]
    if any(unit.mark == "by" for unit in here) != any(unit.mark == "by" for unit in there):
        return True
    gets, got = (
        any(_any(text.frames[at], text.lang, "receive", tagger) for at in places if at >= 0)
        for text, places in ((claim, {u.frame for u in here}), (quote, {u.frame for u in there}))
    )
    return gets != got and any(unit.mark in ("from", "of") for unit in (*here, *there))


def _any(frame: Frame, lang: Language, listed: str, tagger: Tagger) -> bool:
    return any(tagger.is_any(verb, lang, listed) for verb in frame.verbs)
