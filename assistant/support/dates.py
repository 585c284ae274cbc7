"""Days and months named in a text, as values that can be compared across languages."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = (
    ("januari", "january", "jan", "janvier"),
    ("februari", "february", "feb", "février"),
    ("maart", "march", "mrt", "mar", "mars"),
    ("april", "apr", "avril"),
    ("mei", "may", "mai"),
    ("juni", "june", "jun", "juin"),
    ("juli", "july", "jul", "juillet"),
    ("augustus", "august", "aug", "août"),
    ("september", "sept", "sep", "septembre"),
    ("oktober", "october", "okt", "oct", "octobre"),
    ("november", "nov", "novembre"),
    ("december", "dec", "décembre"),
)
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_DAYS = (
    ("maandag", "monday"),
    ("dinsdag", "tuesday"),
    ("woensdag", "wednesday"),
    ("donderdag", "thursday"),
    ("vrijdag", "friday"),
    ("zaterdag", "saturday"),
    ("zondag", "sunday"),
)
_DAY_OF = {name: number for number, names in enumerate(_DAYS, start=1) for name in names}
_WEEKDAY = re.compile(
    rf"\b({'|'.join(_DAY_OF)})(?=s|en|avond|ochtend|middag|nacht|\b)", re.IGNORECASE
)
MONTH_NAMES = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
"""The names of months in Dutch, English and French, as alternatives of a regular expression."""

_NAMED = re.compile(
    rf"(?:\b(\d{{1,2}})(?:st|nd|rd|th|e)?\.?\s+(?:of\s+)?)?\b({MONTH_NAMES})\b\.?"
    rf"(?:\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d))?,?(?:\s+((?:19|20)\d\d))?",
    re.IGNORECASE,
)
_LONGEST_MONTH = 31
_ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?\b")
_SLASHED = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A month, possibly with its day and year; None where the text does not say."""

    month: int
    day: int | None
    year: int | None


def dates(text: str) -> tuple[NamedDate, ...]:
    """The dates in a text that name a month, in words or digits (day before month)."""
    found = []
    for match in _NAMED.finditer(text):
        word = match[2]
        lowered = word.casefold()
        alone = not (match[1] or match[3] or match[4])
        if alone and lowered in ("may", "mar", "mars", "march") and not _is_month(text, match):
            continue
        day = next((d for d in (match[1], match[3]) if d and int(d) <= _LONGEST_MONTH), None)
        found.append(
            NamedDate(
                _NUMBER_OF[lowered], int(day) if day else None, int(match[4]) if match[4] else None
            )
        )
    for match in _ISO.finditer(text):
        if 1 <= int(match[2]) <= 12:
            day = int(match[3]) if match[3] else None
            found.append(NamedDate(int(match[2]), day, int(match[1])))
    for match in _SLASHED.finditer(text):
        if 1 <= int(match[2]) <= 12:
            found.append(NamedDate(int(match[2]), int(match[1]), int(match[3])))
    return tuple(found)


def weekdays(text: str) -> frozenset[int]:
    """The days of the week that a text names, 1 for Monday."""
    return frozenset(_DAY_OF[match[1].casefold()] for match in _WEEKDAY.finditer(text))


def _is_month(text: str, match: re.Match[str]) -> bool:
    """ "May" is mostly a verb, "march" a walk: months only with a capital, after a preposition."""
    before = text[: match.start(2)].rstrip().rsplit(None, 1)
    prepositions = ("in", "since", "until", "from", "by", "of", "to", "till")
    return match[2][0].isupper() and bool(before) and before[-1].casefold() in prepositions


def carried(wanted: NamedDate, offered: tuple[NamedDate, ...]) -> bool:
    """Whether some offered date has the same month, and the day and year where they are wanted.

    A year may stand elsewhere in the quote; it is checked with the numbers.
    """
    return any(
        wanted.month == other.month
        and (wanted.day is None or wanted.day == other.day)
        and (wanted.year is None or other.year is None or wanted.year == other.year)
        for other in offered
    )
