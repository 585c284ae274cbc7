"""Dates, years and periods in text, Dutch and English."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_REMEMBERED = 2048  # texts
MONTHS = {
    "januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7,
    "augustus": 8, "september": 9, "oktober": 10, "november": 11, "december": 12,
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8,
    "october": 10,
}  # fmt: skip
_SHORT = {
    "jan": 1, "feb": 2, "mrt": 3, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DUTCH = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ANY_MONTH = rf"(?:{_MONTH}|(?:{'|'.join(sorted(_SHORT, key=len, reverse=True))})\b\.?)"
# Before the day ("March 24") as English writes it, with a capital: "in april 12 concerten".
_CAPITALS = "|".join(one.title() for one in _SHORT if one not in ("mrt", "okt"))
_CAPITAL_MONTH = rf"(?-i:{'|'.join(_ENGLISH)}|(?:{_CAPITALS})\b\.?)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DATE = re.compile(
    # What begins with a digit and what with the first letter of a month or a season, apart: most
    # places in a text are neither.
    rf"(?=\d)(?:(?P<day>\d{{1,2}})(?:e|ste|de|st|nd|rd"
    rf"|th)?\s(?:of\s)?(?P<month>{_ANY_MONTH})(?:,?\s(?P<year>{_YEAR}|[’'‘]\d\d)\b|(?<=\.)|\b)"
    rf"|(?P<year_first>\b{_YEAR}\s{_CAPITAL_MONTH}(?P<its_day>\s\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?)?\b(?![.,:]\d))"
    rf"|(?P<numeric>\b\d{{1,2}}[/-]\d{{1,2}}[/-]{_YEAR}\b)"
    rf"|(?P<iso>\b{_YEAR}-\d\d-\d\d\b)"
    rf"|(?<![\d.,/])(?P<period>{_YEAR}\s?(?:[-–—]|tot(?: en met)?|t\.e\.m\.|to)\s?(?:{_YEAR}"
    rf"|\d\d))(?![\d%])"
    rf"|(?<![\d.,/-])(?P<lone_year>{_YEAR})(?![\d%]|[.,]\d))"
    rf"|(?=[abdefhjlmnosvwz])(?:"
    rf"(?P<season>(?:eind|begin|midden|medio|voorjaar|najaar|zomer|herfst|winter|lente|early"
    rf"|late|mid|end of|spring|summer|autumn)(?:\s(?:van|of))?\s{_YEAR})\b"
    rf"|\b(?P<month_first>{_CAPITAL_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
    rf"(?:\s?[-–]\s?\d{{1,2}}\b)?"
    rf"(?:,?\s{_YEAR})?)\b"
    rf"|\b(?P<lone_month>{_MONTH})\s(?P<month_year>{_YEAR})\b"
    rf"|(?:(?<=\bin\s)|(?<=\bof\s)|(?<=\bfrom\s)|(?<=\bvan\s)|(?<=\bvanaf\s)"
    rf"|(?<=\bbetween\s)|(?<=\btussen\s)|(?<=\beind\s)|(?<=\bbegin\s))(?P<each_year>{_MONTH})\b)",
    re.IGNORECASE,
)
_YEARS = re.compile(_YEAR)
_LONE_YEAR = re.compile(rf"(?<![\d.,]){_YEAR}(?![\d%]|[.,]\d)")
_DAY = re.compile(
    rf"(?:(?P<day>\d{{1,2}})\s(?P<month>{_ANY_MONTH})|\b(?P<first>{_CAPITAL_MONTH})\s"
    rf"(?P<second>\d{{1,2}})(?:st|nd|rd|th)?),?\s(?P<year>{_YEAR})\b",
    re.IGNORECASE,
)
_DATED = re.compile(rf"\d|\b(?:{_MONTH})\b", re.IGNORECASE)  # stands in every date
# What stands before the date from which, or until which, something holds.
_BOUNDS = {
    "since": re.compile(r"\b(?:sinds|vanaf|sedert|since|from|as of)\s(?:\w+\s)?\Z", re.IGNORECASE),
    "until": re.compile(
        r"\b(?:tot|t/m|until|till|to|by|tegen|uiterlijk)\s(?:en met\s)?\Z", re.IGNORECASE
    ),
}
_BOUND_REACH = 26  # characters before a date in which such a word stands


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as it stands in a text. ``year`` is its (first) year or None; offsets in the text."""

    start: int
    end: int
    surface: str
    year: int | None
    precision: str  # "day", "month", "season", "year" or "period"


@lru_cache(maxsize=_REMEMBERED)
def dates(text: str) -> tuple[DateMention, ...]:
    """Every date, year or period of ``text`` in order of appearance; the month in which something
    is every year ("in May") as well."""
    found = []
    for match in _DATE.finditer(text) if _DATED.search(text) else ():
        surface = match.group()
        years = _YEARS.findall(surface)
        if any(match[name] for name in ("day", "numeric", "iso", "its_day", "month_first")):
            precision = "day"
        elif match["season"]:
            precision = "season"
        elif match["lone_month"] or match["each_year"] or match["year_first"]:
            precision = "month"
        elif match["period"]:
            precision = "period"
        else:
            precision = "year"
        found.append(
            DateMention(
                match.start(), match.end(), surface, int(years[0]) if years else None, precision
            )
        )
    return tuple(found)


def days(text: str) -> tuple[date, ...]:
    """The days that ``text`` names with their year, as in "30 april 2026", "April 30, 2026"."""
    found = []
    for match in _DAY.finditer(text):
        day, month = match["day"] or match["second"], match["month"] or match["first"]
        number = MONTHS.get(month.lower()) or _SHORT[month.lower().rstrip(".")]
        with suppress(ValueError):  # "31 april" is no day
            found.append(date(int(match["year"]), number, int(day)))
    return tuple(found)


def bounds(text: str, mention: DateMention, bound: str) -> bool:
    """Whether a date of ``text`` is the ``since`` or ``until`` of something; a period is both."""
    before = text[max(0, mention.start - _BOUND_REACH) : mention.start]
    return mention.precision == "period" or bool(_BOUNDS[bound].search(before))


def years(text: str) -> frozenset[int]:
    """Every year named in ``text``, both ends of a period included."""
    return frozenset(int(year) for year in _LONE_YEAR.findall(text))


def localised(surface: str, lang: str) -> str:
    """A date with its month named in ``lang``; everything else stays as it stands."""
    names = _ENGLISH if lang == "en" else _DUTCH
    seasons = {"eind": "end of", "begin": "early", "midden": "mid", "voorjaar": "spring",
               "najaar": "autumn", "zomer": "summer"}  # fmt: skip

    def month(match: re.Match[str]) -> str:
        return names[MONTHS[match.group().lower()] - 1]

    text = re.sub(rf"\b(?:{_MONTH})\b", month, surface, flags=re.IGNORECASE)
    if lang == "en":
        for dutch, english in seasons.items():
            text = re.sub(rf"\b{dutch}(?= )", english, text, flags=re.IGNORECASE)
    return text
