"""Other ways in which a number may be said: "once", "monthly", "10 p.m.", "three in four".

Each is a reading of what a text says, so it is looked for on both sides; none makes two different
amounts equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.support import quantities
from assistant.support.quantities import PERIODS, Quantity

ORDINALS = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7,
    "achtste": 8, "negende": 9, "tiende": 10, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
"""Words of order in lower case, and which in a row."""
_OFTEN = {"once": 1, "eenmaal": 1, "eenmalig": 1, "eenmalige": 1, "twice": 2, "tweemaal": 2}
TIMES = "times"
"""The unit of how often something is."""
_OFTEN_WORD = re.compile(rf"\b(?:{'|'.join(_OFTEN)})\b", re.IGNORECASE)
_TIMES = re.compile(r"^\s*(?:keer|keren|maal|times?)\b", re.IGNORECASE)
# "A monthly allowance of EUR 1,200", "a dagvergoeding van 110 euro", "the annual 350 euro".
_NAMED_RATE = re.compile(
    rf"\b({'|'.join(word for word in PERIODS if word.endswith(('ly', 'al', 'lijks', 'lijkse')))}"
    r"|dag(?=\w{4})|week(?=\w{4})|maand(?=\w{4})|jaar(?=\w{4}))\w*"
    r"(?:\s+(?!and\b|en\b)[^\W\d]\S*){0,9}?\s*(?:EUR|GBP|USD|[€£$])?\s*$",
    re.IGNORECASE,
)
_REACH = 80  # characters before a number in which its rate is named
_SPAN = re.compile(r"\b((?:19|20)\d\d)[-–/](\d\d)\b(?!-)")
_CLOCK = re.compile(r"^(?:[:.][0-5]\d)?\s*([ap])\.?\s?m\b\.?", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:within|binnen)\s+(?:the |de |een |a )?(?:next |komende )?$", re.IGNORECASE
)
_UNTIL = re.compile(r"\b(?:until|till)\s*$", re.IGNORECASE)
_NOON = 12


def times(text: str, lang: str | None) -> tuple[Quantity, ...]:
    """How often a text says that something is: "twice", "three times a year"."""
    found = []
    for number in quantities.quantities(text, lang):
        match = _TIMES.match(text[number.end :])
        if match and not number.unit:
            rate = quantities.rate_behind(text, number.end + match.end())
            found.append(replace(number, unit=TIMES, rate=rate))
    return (*found, *_counted(text))


def readings(text: str, lang: str | None) -> tuple[Quantity, ...]:
    """What the numbers of a text may be read as besides :func:`quantities.quantities`."""
    plain = quantities.quantities(text, lang)
    return (
        *_counted(text),
        *_rated(text, plain),
        *_short_years(text),
        *_times_of_day(text, plain),
        *_within(text, plain),
    )


def _counted(text: str) -> Iterator[Quantity]:
    """ "Once a year" is one time a year."""
    for match in _OFTEN_WORD.finditer(text):
        value = frozenset({Decimal(_OFTEN[match[0].casefold()])})
        rate = quantities.rate_behind(text, match.end())
        yield Quantity(match[0], value, TIMES, match.start(), match.end(), rate=rate)


def is_times(quantity: Quantity, text: str) -> bool:
    """Whether a number of a text says how often something is: "één keer"."""
    return not quantity.unit and bool(_TIMES.match(text[quantity.end :]))


def _rated(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """ "A monthly allowance of EUR 1,200": the period is in a word before the amount, which holds
    for the whole row ("EUR 2,700, 3,200 or 3,800")."""
    row: Quantity | None = None
    for number in found:
        match = _NAMED_RATE.search(text[max(0, number.start - _REACH) : number.start])
        if number.rate or number.year:
            row = None
        elif match is not None:
            row = replace(number, rate=_period(match[1]))
        elif row is not None and quantities.in_row(text, row, number):
            row = replace(number, rate=row.rate)
        else:
            row = None
        if row is not None:
            yield row


def _period(word: str) -> str:
    return PERIODS[word.casefold()]


def _short_years(text: str) -> Iterator[Quantity]:
    """The end of "2025-28"."""
    for match in _SPAN.finditer(text):
        year = match[1][:2] + match[2]
        if year > match[1]:
            yield Quantity(year, frozenset({Decimal(year)}), "", match.start(2), match.end(2))


def _times_of_day(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """ "10 p.m." is 22 hours."""
    for number in found:
        match = _CLOCK.match(text[number.end :])
        if match is None or number.unit or len(number.values) != 1:
            continue
        (hour,) = number.values
        if hour <= _NOON:
            late = _NOON * (match[1].casefold() == "p")
            bound = "most" if _UNTIL.search(text[: number.start]) else number.bound
            value = frozenset({hour % _NOON + late})
            yield replace(number, values=value, unit="hour", bound=bound)


def _within(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """ "Within ten weeks" takes ten weeks at most."""
    for number in found:
        if number.unit in quantities.TIMES and _WITHIN.search(text[: number.start]):
            yield replace(number, bound="most")


def is_time_of_day(quantity: Quantity, text: str) -> bool:
    """Whether a number of a text is told as a time of the day with "a.m." or "p.m."."""
    return not quantity.unit and bool(_CLOCK.match(text[quantity.end :]))
