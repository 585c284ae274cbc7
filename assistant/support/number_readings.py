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

_OFTEN = {"once": 1, "eenmaal": 1, "eenmalig": 1, "eenmalige": 1, "twice": 2, "tweemaal": 2}
_OFTEN_WORD = re.compile(rf"\b(?:{'|'.join(_OFTEN)})\b", re.IGNORECASE)
_TIMES = re.compile(r"^\s*(?:keer|maal|times?)\b", re.IGNORECASE)
# "A monthly allowance of EUR 1,200", "a dagvergoeding van 110 euro", "the annual 350 euro".
_NAMED_RATE = re.compile(
    rf"\b({'|'.join(word for word in PERIODS if word.endswith(('ly', 'al', 'lijks', 'lijkse')))}"
    r"|dag(?=\w{4})|week(?=\w{4})|maand(?=\w{4})|jaar(?=\w{4}))\w*"
    r"(?:\s+(?!and\b|en\b)[^\W\d]\S*){0,9}?\s*(?:EUR|GBP|USD|[€£$])?\s*$",
    re.IGNORECASE,
)
_REACH = 80  # characters before a number in which its rate is named
_SPAN = re.compile(r"\b((?:19|20)\d\d)[-–/](\d\d)\b(?!-)")
_FRACTION = re.compile(
    r"\b([^\W_]+)\s+(?:op(?: de)?|van de|in|out of|in every)\s+([^\W_]+)\b", re.IGNORECASE
)
_CLOCK = re.compile(r"^(?:[:.][0-5]\d)?\s*([ap])\.?\s?m\b\.?", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till)\s*$", re.IGNORECASE)
_NOON = 12


def readings(text: str, lang: str | None) -> tuple[Quantity, ...]:
    """What the numbers of a text may be read as besides :func:`quantities.quantities`."""
    plain = quantities.quantities(text, lang)
    return (
        *_counted(text),
        *_rated(text, plain),
        *_short_years(text),
        *_times_of_day(text, plain),
    )


def _counted(text: str) -> Iterator[Quantity]:
    """ "Once a year" is one time a year."""
    for match in _OFTEN_WORD.finditer(text):
        value = frozenset({Decimal(_OFTEN[match[0].casefold()])})
        rate = quantities.rate_behind(text, match.end())
        yield Quantity(match[0], value, "", match.start(), match.end(), rate=rate)


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


def is_time_of_day(quantity: Quantity, text: str) -> bool:
    """Whether a number of a text is told as a time of the day with "a.m." or "p.m."."""
    return not quantity.unit and bool(_CLOCK.match(text[quantity.end :]))


def shares(text: str, lang: str) -> dict[int, Quantity]:
    """Fractions of a text ("three in four") as percents, by where each of their numbers starts."""
    found: dict[int, Quantity] = {}
    numbers = {number.start: number for number in quantities.quantities(text, lang)}
    for match in _FRACTION.finditer(text):
        one, two = numbers.get(match.start(1)), numbers.get(match.start(2))
        if one is None or two is None or one.unit or two.unit:
            continue
        part, whole = min(one.values), min(two.values)
        if 0 < part < whole:
            percent = frozenset({100 * part / whole})
            share = Quantity(match[0], percent, "percent", match.start(), match.end(), one.bound)
            found[one.start] = found[two.start] = share
    return found
