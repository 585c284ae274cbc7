"""What narrows a question down: which of several alike, how exact a date, per what unit of time."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from assistant.words import contraries

_REMEMBERED = 256
_MONTH = re.compile(r"\b(?:welke maand(?:en)?|(?:which|what) months?)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:welke? ja(?:ar|ren)|(?:which|what) years?)\b", re.IGNORECASE)
_DAY = re.compile(
    r"\b(?:welke (?:datum|data|datums|dag|dagen)|(?:which|what) (?:exact )?(?:dates?|days?)"
    r"|exact date|precieze datum|exacte datum)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\b(?:per|a|each|every|elke?|iedere?)\s(?P<unit>uur|hour|dag|day|nacht|night|week|maand|month)\b",
    re.IGNORECASE,
)
_UNITS = (
    ("uur", "hour"),
    ("dag", "day", "dai"),
    ("nacht", "night"),
    ("week", "weke"),
    ("maand", "month"),
)


def precision(question: str) -> str:
    """How exact a date has to be: ``day``, ``month``, ``year`` or, where it may be any, empty."""
    asked = (("day", _DAY), ("month", _MONTH), ("year", _YEAR))
    return next((exact for exact, asks in asked if asks.search(question)), "")


def rate(question: str) -> tuple[str, ...]:
    """How the words begin, in either language, that name the unit of time for which a figure is
    asked ("per month"); empty without one. A year is none: much is said of a year as a whole."""
    match = _RATE.search(question)
    if match is None:
        return ()
    unit = match["unit"].lower()
    return next(words for words in _UNITS if unit in words)


def contrary(question: str, text: str) -> bool:
    """Whether a text tells of the other one of two that rule each other out (the large projects,
    where the small ones are asked for), and not of the one asked for."""
    return any(
        not asked.search(text) and any(other.search(text) for other in others)
        for asked, others in _sides(question)
    )


@lru_cache(maxsize=_REMEMBERED)
def _sides(question: str) -> tuple[tuple[re.Pattern[str], tuple[re.Pattern[str], ...]], ...]:
    """The sides that a question takes, each with those that it rules out."""
    found = []
    for sides in _contraries():
        asked = [side for side in sides if side.search(question)]
        if len(asked) == 1:
            found.append((asked[0], tuple(side for side in sides if side is not asked[0])))
    return tuple(found)


@cache
def _contraries() -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(tuple(_side(side) for side in sides) for sides in contraries())


def _side(words: frozenset[str]) -> re.Pattern[str]:
    forms = (
        re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word.replace("_", " "))
        for word in sorted(words)
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE)
