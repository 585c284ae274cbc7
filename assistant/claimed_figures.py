"""A claim with a figure or a date, as the question that the figure or date answers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.extracting.answer_type import without_literature
from assistant.extracting.dates import DateMention, dates, days, years
from assistant.extracting.numbers import UNIT, Figure, FigureKind, figures
from assistant.understanding import AnswerKind

_SHARES = (FigureKind.PERCENTAGE, FigureKind.FRACTION)
# "Horizon 2035": a year that names something.
_NAMED_YEAR = re.compile(
    r"\b(?!(?:In|Op|Sinds|Vanaf|Tot|Tegen|Van|Since|From|Until|By)\s)[A-Z][a-z]+\s\Z"
)
_IN_TEN = re.compile(r"\s(?:in|op|out of|van)\s(?:de\s|elke\s|every\s)?(?:tien|ten|10|honderd)\b")
_OF_TEN = re.compile(
    r"(?:\d|\b(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|one|two|three|four|five|six|seven"
    r"|eight|nine))\s(?:in|op|out of|van)\s(?:de\s|elke\s|every\s)?\Z",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"^\W*[A-Z][a-z]+\s\Z")
_TO = re.compile(r"\s(?:to|tot|naar|or|of)\s")
_COUNTED = re.compile(r"\s[^\W\d_]{3,}")  # a word behind a number that says what it counts
_UNIT_STEM = 3  # letters of a unit that its plural shares
_BEFORE_DATE = re.compile(
    r"\b(?:in|op|sinds|vanaf|sedert|tot|tegen|on|since|from|until|by|at|van)\s+\Z", re.IGNORECASE
)
# What is asked in the place of the figure or date that a claim gives.
_ASKED = {
    AnswerKind.SHARE: {"nl": "welk percentage", "en": "what percentage"},
    AnswerKind.AMOUNT: {"nl": "welk bedrag", "en": "how much"},
    AnswerKind.COUNT: {"nl": "hoeveel", "en": "how many"},
    AnswerKind.FIGURE: {"nl": "hoe lang", "en": "how long"},
    AnswerKind.DATE: {"nl": "wanneer", "en": "when"},
}


@dataclass(frozen=True, slots=True)
class FigureAsked:
    """A claim turned into the question for the figure or date that it gives.

    ``text`` is that question, ``kind`` what it asks for, ``surface`` the figure or date as the
    claim writes it, ``figure`` and ``date`` the one of them that it is; ``unit`` is the beginning
    of the unit of time or space that follows the figure.
    """

    text: str
    kind: AnswerKind
    surface: str
    figure: Figure | None = None
    date: DateMention | None = None
    unit: str = ""

    def stands_in(self, text: str) -> bool:
        """Whether ``text`` gives the same figure or date."""
        clean = without_literature(text)
        if self.figure is not None:
            mine = self.figure
            return any(
                abs(other.value - mine.value) < 1e-9
                and (other.kind in _SHARES) == (mine.kind in _SHARES)
                and not self._is_of_another_kind(other, clean)
                and (not self.unit or _unit(clean, other).startswith(self.unit))
                for other in _free(clean)
            )
        if self.date is not None and self.date.precision == "day" and days(self.surface):
            return set(days(self.surface)) <= set(days(clean))
        return years(self.surface) <= years(clean)

    def _is_of_another_kind(self, other: Figure, text: str) -> bool:
        """Whether a sum of money is set against a number of things; a bare number among sums may
        well be one."""
        kinds = {self.kind is AnswerKind.AMOUNT, other.kind is FigureKind.AMOUNT}
        counted = _COUNTED.match(text, other.end) is not None
        return len(kinds) == 2 and (other.kind is FigureKind.AMOUNT or counted)


_MONEY_BEFORE = re.compile(
    r"\b\w*(?:budget|omzet|subsidie|bedrag|kapitaal|dotatie|begroting|kosten|uitgaven|inkomsten|winst"
    r"|verlies|budgets?|turnover|revenue|grant|amount|capital|costs?|spending|income|profit|loss)\b"
    r"(?:\s[^\W\d_]+){0,4}\s*$",
    re.IGNORECASE,
)
_LARGE = re.compile(r"mil(?:joen|jard|lion)|billion|mln|mrd|\d[.,]\d{3}\b", re.IGNORECASE)


def figure_asked(claim: str, lang: str) -> FigureAsked | None:
    """The question for the first figure of a claim in ``lang``, else for its first date; None
    without one."""
    lang = "en" if lang == "en" else "nl"
    free = [figure for figure in _free(claim) if not _counts_nothing(claim, figure)]
    if free:
        figure = _of_range(free, claim)
        unit = _unit(claim, figure)
        kind, end = AnswerKind.COUNT, figure.end
        if unit:
            kind, end = AnswerKind.FIGURE, end + claim[end:].index(unit) + len(unit)
        elif figure.kind in _SHARES:
            kind = AnswerKind.SHARE
        elif figure.kind is FigureKind.AMOUNT or _of_sums(claim, figure):
            kind = AnswerKind.AMOUNT
        text = f"{claim[: figure.start]}{_ASKED[kind][lang]} {claim[end:].lstrip()}"
        surface = claim[figure.start : end]
        return FigureAsked(text, kind, surface, figure=figure, unit=unit[:_UNIT_STEM].lower())
    known = [day for day in dates(claim) if not _NAMED_YEAR.search(claim[: day.start])]
    if known:
        day = known[0]
        before = _BEFORE_DATE.sub("", claim[: day.start])
        text = f"{before} {_ASKED[AnswerKind.DATE][lang]} {claim[day.end :]}"
        return FigureAsked(" ".join(text.split()), AnswerKind.DATE, day.surface, date=day)
    return None


def _of_sums(claim: str, figure: Figure) -> bool:
    """Whether a figure is a sum of money without its currency ("a budget of 50 million")."""
    return bool(_MONEY_BEFORE.search(claim[: figure.start]) and _LARGE.search(figure.surface))


def _of_range(free: list[Figure], claim: str) -> Figure:
    """The first figure; of two that share what is written behind the second ("from 7 to 6 million
    euro") that one, which alone is written whole."""
    first = free[0]
    second = free[1] if len(free) > 1 else first
    shares = bool(_TO.fullmatch(claim[first.end : second.start])) and first.kind != second.kind
    return second if shares else first


def _free(text: str) -> list[Figure]:
    """The figures of a text that are no years and no part of a date."""
    known = dates(text)
    return [
        figure
        for figure in figures(text)
        if figure.kind is not FigureKind.YEAR
        and not any(
            day.start <= figure.start < day.end and not _is_sum(figure, day) for day in known
        )
    ]


def _is_sum(figure: Figure, day: DateMention) -> bool:
    """Whether what looks like a year is a sum of money: "1655 dollar"."""
    return figure.kind is FigureKind.AMOUNT and day.precision == "year"


def _unit(text: str, figure: Figure) -> str:
    """The unit of time or space behind a figure; empty without one."""
    match = UNIT.match(text, figure.end)
    return match.group().strip() if match else ""


def _counts_nothing(text: str, figure: Figure) -> bool:
    """Whether a figure counts nothing: "een" or "one", a part of a name ("Studio 100") or of a
    share in words ("seven in ten")."""
    if _IN_TEN.match(text, figure.end) or _OF_TEN.search(text[: figure.start]):
        return True
    if _NAME_BEFORE.search(text[: figure.start]) and figure.surface.isdigit():
        return True
    return figure.surface.lower() in ("een", "één", "one") and not _unit(text, figure)
