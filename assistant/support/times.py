"""Does a claim tell when and how often as its quote does? Years, spans, rates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from assistant.support import quantities
from assistant.support.clauses import sentences
from assistant.support.content_words import ContentWord
from assistant.support.names import folded
from assistant.support.phrases import Frame
from assistant.support.shares import is_share
from assistant.support.word_alignment import Pair

_TIMES = ("since", "until", "after", "before")
_WHEN = re.compile(
    r"\b(?:(?P<since>sinds|sedert|vanaf|since|from)|(?P<until>tot(?: en met)?|t/m|until|till)"
    r"|(?P<after>after|na)|(?P<before>before|vóór))\s+"
    r"(?:(?:the|de|het|end|eind|einde|of|van|begin|start|\d{1,2}|[^\W\d_]{3,9}(?=\s+(?:19|20)))\s+)"
    r"{0,4}?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_PER = re.compile(r"\b(?:per|a|each|every|elke?|iedere?)\s+([^\W\d_]+)", re.IGNORECASE)
# "Every two years", "om de vier jaar".
_INTERVAL = re.compile(
    r"\b(?:om de|every|elke|iedere|each)\s+(?:other|\d+|[^\W\d_]+)\s+"
    r"(jaar|years?|maand(?:en)?|months?|we(?:ek|ken|eks)|dag(?:en)?|days?)\b",
    re.IGNORECASE,
)
_TWO_YEARLY = re.compile(r"\b(?:tweejaarlijkse?|biennial(?:ly)?)\b", re.IGNORECASE)
_OFTEN = {
    "year": r"yearly|annual(?:ly)?|jaarlijkse?",
    "month": r"monthly|maandelijkse?",
    "week": r"weekly|wekelijkse?",
    "day": r"daily|dagelijkse?",
}
_SPAN = re.compile(r"\b((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)\d\d)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BOUND = re.compile(
    r"\b(?:tot|until|till|to|end|einde?|from|since|sinds|sedert|vanaf|van|between|tussen|en|and|by|tegen|t/m"
    r"|begins?|began|begint|begon|started|starts?|starte?t?|ended|ends|eindigt|eindigde|loopt|runs?|ran|lasts?)\b",
    re.IGNORECASE,
)
_NEIGHBOURS = 3  # words within which a number's neighbour stands


def of_another_deed(
    own: Sequence[Pair], units: Sequence[ContentWord], deeds: frozenset[str]
) -> Iterator[str]:
    """ "Bought the press in 2011" where it bought the press that it had rented since 2011: the year
    stands in the clause of another deed, which the claim leaves out. ``deeds`` are the tags of
    what may be a deed."""
    held = {partner.place for pair in own for partner in pair.partners}
    for pair in own:
        when = pair.partners[-1]
        if not pair.unit.year or not pair.unit.mark or when.frame < 0 or when.mark == "of":
            continue
        if pair.unit.mark == when.mark:
            # "Artists in residence in 2024" may be those of 2024.
            continue
        told = [
            partner
            for one in own
            if one.unit.frame == pair.unit.frame and (one.unit.verb or one.unit.tag in deeds)
            for partner in one.partners
            if partner.verb or partner.tag in deeds
        ]
        if not told or any(
            one.frame == when.frame or one.sentence != when.sentence for one in told
        ):
            continue
        others = [u for u in units if u.frame == when.frame and (u.verb or u.tag in deeds)]
        if others and not any(unit.place in held for unit in others):
            yield f"{told[0].text} in {pair.unit.text}, the year of {others[0].text}"


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
    spans = [set(match.groups()) for match in _SPAN.finditer(quote)]
    alone = set(_YEAR.findall(_SPAN.sub(" ", quote)))
    for year in set(_YEAR.findall(_SPAN.sub(" ", claim))) - alone:
        # A year that only begins or ends a span says nothing by itself.
        if any(year in span for span in spans) and not _BOUND.search(claim):
            yield f"{year} alone"
    spaced = {quantities.PERIODS[folded(one)] for one in _INTERVAL.findall(quote)}
    if _TWO_YEARLY.search(quote):
        spaced.add("year")
    often = _rates(_INTERVAL.sub(" ", claim)) & spaced
    if often - _rates(_INTERVAL.sub(" ", quote)) and not _TWO_YEARLY.search(claim):
        yield f"every {min(often)}"
    said, told = _rates(claim), _rates(quote)
    if told and said - told:
        yield f"per {min(said - told)}"


def _rates(text: str) -> set[str]:
    found = map(folded, _PER.findall(text))
    rates = {quantities.PERIODS[word] for word in found if word in quantities.PERIODS}
    return rates | {
        period
        for period, adverbs in _OFTEN.items()
        if re.search(rf"\b(?:{adverbs})\b", text, re.IGNORECASE)
    }


def apart(claim: str, frames: Sequence[Frame], quote: str) -> Iterator[str]:
    """Years that a clause of the claim tells together and no statement of the quote does."""
    parts = [part for whole in sentences(quote) for part in whole.split("; ")]
    for sentence in sentences(claim):
        start = claim.find(sentence)
        if sum(start <= frame.start < start + len(sentence) for frame in frames) != 1:
            continue
        years = set(_YEAR.findall(sentence))
        if len(years) > 1 and not any(years <= set(_YEAR.findall(part)) for part in parts):
            yield " and ".join(sorted(years))


def crossed(own: Sequence[Pair]) -> Iterator[str]:
    """Two numbers that stand beside each other's neighbours: "applied since 2021 for work from
    2020" for "since 2020 for work from 2021". ``own`` are the words of one sentence that stand for
    some of the quote."""
    numbers = [pair for pair in own if pair.unit.number]
    for one, two in combinations(numbers, 2):
        if one.unit.year != two.unit.year or one.partners[-1] is two.partners[-1]:
            continue
        mine, theirs = _beside(one, own), _beside(two, own)
        mine, theirs = mine - theirs, theirs - mine
        if not mine or not theirs:
            continue
        first, second = one.partners[-1].place, two.partners[-1].place
        if _nearer(first, theirs, mine) and _nearer(second, mine, theirs):
            yield f"{one.unit.text} and {two.unit.text} have changed places"


def exchanged(own: Sequence[Pair]) -> Iterator[str]:
    """Two numbers or shares but for which the claim would have the quote's order: "one day before
    until two days after" for "two days before until one day after". ``own`` are the words of one
    sentence that stand for some of the quote."""
    places = [pair.partners[-1].place for pair in own]
    if not inversions(places):
        return
    counts = [at for at, pair in enumerate(own) if pair.unit.number or is_share(pair.unit.text)]
    for first, second in combinations(counts, 2):
        if own[first].unit.year or second - first < 2 or places[first] <= places[second]:
            continue
        turned = list(places)
        turned[first], turned[second] = places[second], places[first]
        if not inversions(turned):
            yield f"{own[first].unit.text} and {own[second].unit.text} have changed places"


def inversions(places: Sequence[int]) -> int:
    """How many pairs of places stand the other way round."""
    return sum(one > two for one, two in combinations(places, 2))


def redated(own: Sequence[Pair], units: Sequence[ContentWord]) -> Iterator[str]:
    """ "The call of 2024 closes on 3 May" where that day is of the call of 2020: the day's own
    statement has another year and not the one of the claim's clause. ``own`` are the words of one
    sentence that stand for some of the quote, ``units`` those of the quote."""
    days = [pair for pair in own if pair.unit.dated and not pair.unit.year]
    for day in days:
        clause = [pair for pair in own if pair.unit.frame == day.unit.frame]
        years = [pair for pair in clause if pair.unit.year]
        if any(year.unit.place == day.unit.place + 1 for year in years):
            continue  # a whole date, which is compared as one
        statement = day.partners[-1].sentence
        told = {unit.text for unit in units if unit.year and unit.sentence == statement}
        for year in years:
            if told and year.unit.text not in told:
                yield f"{day.unit.text} with {year.unit.text}, not {min(told)}"


def replaced(pairs: Sequence[Pair], units: Sequence[ContentWord]) -> Iterator[str]:
    """ "The decree of 2021" where the quote has the decree of 2013, and 2021 elsewhere or as the
    end of a span. ``pairs`` are those of one sentence, ``units`` those of the quote."""
    for one, two in pairwise(pairs):
        if not one.partners or not two.unit.number or one.unit.number:
            continue
        here = one.partners[-1].place + 1
        if here >= len(units):
            continue
        there = units[here]
        alike = there.number and there.year == two.unit.year
        alike = alike and there.mark == two.unit.mark == "of"
        if alike and all(there.text != partner.text for partner in two.partners):
            yield f"{one.unit.text} of {two.unit.text}, not {there.text}"


def _beside(number: Pair, own: Sequence[Pair]) -> set[int]:
    """The places in the quote of what stands next to a number of the claim."""
    others = [pair for pair in own if not pair.unit.number]
    before = [pair for pair in others if pair.unit.place < number.unit.place][-1:]
    after = [pair for pair in others if pair.unit.place > number.unit.place][:1]
    return {
        partner.place
        for pair in (*before, *after)
        if abs(pair.unit.place - number.unit.place) <= _NEIGHBOURS
        for partner in pair.partners
    }


def _nearer(place: int, these: set[int], those: set[int]) -> bool:
    return min(abs(place - at) for at in these) < min(abs(place - at) for at in those)
