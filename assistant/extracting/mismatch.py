"""Whether a sentence tells of something else than is asked, however many words they share."""

from __future__ import annotations

import re

from assistant.extracting.asked import Asked
from assistant.extracting.concept import Concept
from assistant.extracting.dates import MONTHS, years
from assistant.extracting.evidence import Weighed
from assistant.understanding import AnswerKind
from assistant.understanding.qualifiers import contrary, precision, rate

_MONTH = "|".join(MONTHS)
_NAMED_MONTH = re.compile(
    rf"\b(?:{_MONTH})\b|\b\d{{1,2}}[/-]\d{{1,2}}[/-]\d{{2,4}}\b", re.IGNORECASE
)
_NAMED_DAY = re.compile(
    rf"\b\d{{1,2}}(?:e|ste|de|st|nd|rd|th)?\s(?:of\s)?(?:{_MONTH})\b|\b(?:{_MONTH})\s\d{{1,2}}\b"
    r"|\b\d{1,2}[/-]\d{1,2}\b"
    r"|\b(?:maan|dins|woens|donder|vrij|zater|zon)dag\w*"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d(?:[-–/](?:1[5-9]|20)\d\d)?")
_ASKS = re.compile(r"\W*(?:\w+\s)?(?:what|wat|which|welke?|wanneer|when)\b", re.IGNORECASE)


def told_otherwise(asked: Asked, item: Weighed) -> bool:
    """Whether the best that can be read from a sentence is no answer: a year where a day or a month
    is asked for, a sum per day for one per month, the large projects for the small ones, what held
    before the year that is asked about."""
    if asked.kind is AnswerKind.DATE and _too_coarse(asked, item):
        return True
    if asked.kind.numeric and _at_another_rate(asked, item):
        return True
    if asked.kind is not AnswerKind.YES_NO and contrary(asked.text, item.unit.text):
        return True
    dated = asked.kind in (AnswerKind.OPEN, AnswerKind.DATE)
    return dated and _of_earlier_years(asked, item)


def _too_coarse(asked: Asked, item: Weighed) -> bool:
    wanted = precision(asked.text)
    if not wanted:
        return False
    return not (_NAMED_DAY if wanted == "day" else _NAMED_MONTH).search(item.unit.passage.text)


def _at_another_rate(asked: Asked, item: Weighed) -> bool:
    units = rate(asked.text)
    text = item.unit.passage.text.lower()
    return bool(units) and not any(unit in text for unit in units)


def _of_earlier_years(asked: Asked, item: Weighed) -> bool:
    """Whether it is asked what something is in a year, or when, and no year around the sentence is
    as late. A statement that a year is in is to be checked, and no condition."""
    if not _ASKS.match(asked.text):
        return False
    # Of "2026-2027" the last.
    wanted = {max(years(c.surface)) for c in asked.concepts if _is_year(c, item)}
    return bool(wanted) and max(years(item.unit.passage.text), default=0) < min(wanted)


def _is_year(concept: Concept, item: Weighed) -> bool:
    return (
        concept.origin == "own"
        and concept.surface in item.missing
        and bool(_YEARS.fullmatch(concept.surface))
    )
