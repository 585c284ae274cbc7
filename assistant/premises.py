"""False premises: the question takes something for granted that the evidence contradicts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.extracting.answer_type import without_literature
from assistant.extracting.dates import dates, years
from assistant.extracting.headline import Headline
from assistant.extracting.numbers import (
    Figure,
    FigureKind,
    figures,
    is_limit,
    speaks_of_limit,
)
from assistant.extracting.quoting import Extract
from assistant.finding import Found
from assistant.understanding import Understanding
from indexing.tokenising import folded

_OWN = re.compile(
    r"\b(?:mijn|m'n|onze|ons|my|our)\s(?:\w+\s){0,3}?(?:(?:van|of|is|bedraagt|om)\s)?(?:EUR\s|€\s?)?\Z"
    r"|\b(?:ik|wij|we|i)\s(?:verdien|verdienen|krijg|krijgen|zijn|ben|speel|spelen|heb|hebben|word"
    r"|earn|get|am|are|have|play|make)\b[^.,;?]{0,25}\Z"
    r"|\b(?:i'm|we're|zoon|dochter|kind|son|daughter|child)\s(?:\w+\s){0,2}?(?:van|of|aged)?\s?\Z",
    re.IGNORECASE,
)


_COUNTED = re.compile(r"\s(?P<thing>[^\W\d_]{4,})")  # what a number counts, right behind it
_REACH = 40  # characters behind the other number in which the same word stands
_STEM = 5  # letters that a word and its inflected form share
_ENDING = 4  # and that a longer one may end on otherwise
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What the question claims and what the evidence says, as they are written."""

    claimed: str
    found: str


def contradiction(
    understood: Understanding,
    found: Found,
    short: Headline | None,
    extracts: tuple[Extract, ...],
) -> Contradiction | None:
    """The first figure or year of the question that the evidence replaces by another; else None.

    Only a figure of the same kind, in the very sentence that answers, counts against the question;
    a figure that stands anywhere in what is shown does not.
    """
    best = found.best
    if best is None or not extracts or best.near < 0.5:
        return None
    shown = " ".join(extract.text for extract in extracts)
    sentence = without_literature(best.unit.text)
    foreign = best.unit.passage.language != understood.question_lang
    for claimed in understood.premises:
        if _holds(figures(shown), claimed) or _of_who_asks(understood.text, claimed):
            continue
        others = [
            other
            for other in figures(sentence)
            if _same_kind(other, claimed)
            and (foreign or _counts_the_same(understood.text, claimed, sentence[other.end :]))
        ]
        if any(is_limit(sentence, other.start) for other in others) and not speaks_of_limit(
            understood.text
        ):
            continue  # what lies within a limit does not go against it
        if (
            short is not None
            and short.value is not None
            and short.value != claimed.value
            and (not foreign or any(_same_kind(one, claimed) for one in figures(short.text)))
            and (foreign or _counts_the_same(understood.text, claimed, best.unit.text[short.end :]))
        ):
            return Contradiction(claimed.surface, short.text)
        if len(others) == 1:
            return Contradiction(claimed.surface, others[0].surface)
    for year in sorted(understood.years - years(shown)):
        mentions = [item for item in dates(sentence) if item.year is not None]
        if len(mentions) == 1 and str(year) not in found.asked.subject:
            source_year = str(year) in (extracts[0].passage.section or ("",))[-1]
            if not source_year and (understood.follow_up.pushback or _leans_on(understood, year)):
                return Contradiction(str(year), mentions[0].surface)
    return None


def _of_who_asks(text: str, claimed: Figure) -> bool:
    """Whether a figure tells of those who ask ("mijn gage van 600 euro", "we are five"): their own
    case goes against no rule. What they think or read does."""
    place = text.find(claimed.surface)
    return place >= 0 and bool(_OWN.search(text[:place]))


def _holds(found: tuple[Figure, ...], claimed: Figure) -> bool:
    return any(abs(figure.value - claimed.value) < 1e-9 for figure in found)


def _same_kind(figure: Figure, claimed: Figure) -> bool:
    if figure.kind is FigureKind.YEAR:
        return False
    shares = (FigureKind.PERCENTAGE, FigureKind.FRACTION)
    if claimed.kind in shares:
        return figure.kind in shares
    return figure.kind is claimed.kind


def _counts_the_same(text: str, claimed: Figure, behind: str) -> bool:
    """Whether a number counts the same as the claimed one, by the word ``behind`` it: 900 companies
    are not set right by 15 schools. Shares and sums say what they are of in too many ways."""
    place = text.find(claimed.surface)
    counted = _COUNTED.match(text, place + len(claimed.surface)) if place >= 0 else None
    if claimed.kind is not FigureKind.COUNT or counted is None:
        return True
    thing = folded(counted["thing"])
    stem = thing[: max(_STEM, len(thing) - _ENDING)]
    return any(word.startswith(stem) for word in _WORD.findall(folded(behind[:_REACH])))


def _leans_on(understood: Understanding, year: int) -> bool:
    """Whether the question states the year as a fact ("in 2018 opgericht") and asks no period."""
    return f"{year}" in understood.text
