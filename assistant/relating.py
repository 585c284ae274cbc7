"""How two figures or dates relate that are shown beside each other: computed, and said so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.extracting.dates import dates
from assistant.extracting.headline import Headline
from assistant.extracting.numbers import FigureKind, figures
from assistant.understanding.relation import Relation
from assistant.wording import Wording

_ABOUT = re.compile(
    r"\b(?:ruim|ongeveer|circa|ca\.?|bijna|meer\sdan|minder\sdan|zo['’]n|een\skleine|rond|tegen"
    r"|about|around|approximately|roughly|nearly|almost|over|some|up\sto)\s(?:de\s|the\s)?\Z",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\b(?:niet|no|not)\s(?:minder|meer|less|more|fewer)\s(?:dan|than)\s\Z", re.I
)
_REACH = 24  # characters before a figure in which it is said to be a rough one
_SHARES = (FigureKind.PERCENTAGE, FigureKind.FRACTION)
_LONGEST = 90  # characters of a side as the answer names it


@dataclass(frozen=True, slots=True)
class Told:
    """One of two that are compared: how the answer names it, its short answer, the sentence that
    holds that, and the numbers of its citations."""

    label: str
    short: Headline
    sentence: str
    citations: tuple[int, ...]


def related(asked: Relation, first: Told, second: Told, wording: Wording, lang: str) -> str | None:
    """What two come to together; None where they are not of one kind or not surely read."""
    if asked is Relation.TIME:
        return _in_time(first, second, wording, lang)
    pair = (first, second)
    if all(one.short.value is None for one in pair):
        years = [_year(one.short.surface) for one in pair]
        if asked is not Relation.DIFFERENCE or None in years:
            return None
        return wording.frame("relation-years", lang, count=abs((years[0] or 0) - (years[1] or 0)))
    values = [one.short.value for one in pair]
    kinds = [_kind(one.short) for one in pair]
    if values[0] is None or values[1] is None or None in kinds:
        return None
    if kinds[0] is not kinds[1] and not all(kind in _SHARES for kind in kinds):
        return None
    if _currency(first.short) != _currency(second.short):
        return None
    more, less = (first, second) if values[0] >= values[1] else (second, first)
    said = {"more": more.short.text, "less": less.short.text}
    if asked is Relation.ORDER:
        if values[0] == values[1]:
            return wording.frame("relation-equal", lang, more=more.short.text)
        return wording.frame("relation-more", lang, which=_named(more), **said)
    total = asked is Relation.TOTAL
    if total and kinds[0] in _SHARES:
        return None  # shares of different wholes make no sum
    result = values[0] + values[1] if total else abs(values[0] - values[1])
    spelled = _spelled(result, kinds[0], lang)
    if kinds[0] is FigureKind.AMOUNT:
        spelled = f"{spelled} {_currency(first.short)}"
    if any(_rough(one) for one in pair):
        spelled = wording.frame("relation-roughly", lang, figure=spelled)
    name = "relation-total" if total else "relation-difference"
    return wording.frame(name, lang, figure=spelled, **said)


def _in_time(first: Told, second: Told, wording: Wording, lang: str) -> str | None:
    years = (_year(first.short.surface), _year(second.short.surface))
    if years[0] is None or years[1] is None:
        return None
    if years[0] == years[1]:
        return None  # which day of the year is for the reader to see
    early, late = (first, second) if years[0] < years[1] else (second, first)
    return wording.frame(
        "relation-first", lang, which=_named(early), early=early.short.text, late=late.short.text
    )


def _year(surface: str) -> int | None:
    found = dates(surface)
    return found[0].year if found else None


def _kind(short: Headline) -> FigureKind | None:
    found = figures(short.surface)
    return found[0].kind if len(found) == 1 else None


def _currency(short: Headline) -> str:
    """What money an amount is in; empty for a figure of anything else."""
    if _kind(short) is not FigureKind.AMOUNT:
        return ""
    left = re.sub(r"[\d.,\s]|miljoen|miljard|million|billion|mln|mld", "", short.surface.lower())
    return "euro" if left in ("€", "eur", "euro", "euros") else left


def _rough(one: Told) -> bool:
    before = one.sentence[max(0, one.short.start - _REACH) : one.short.start]
    return bool(_ABOUT.search(before)) and not _AT_LEAST.search(before)


def _named(one: Told) -> str:
    label = one.label.strip(" ?.!,")
    return label if len(label) <= _LONGEST else f"{label[:_LONGEST].rsplit(' ', 1)[0]} …"


def _spelled(value: float, kind: FigureKind | None, lang: str) -> str:
    """A figure in the notation of the language: 1.234,5 in Dutch, 1,234.5 in English."""
    text = f"{round(value, 2):,.2f}".rstrip("0").rstrip(".")
    if lang == "nl":
        text = text.replace(",", "\0").replace(".", ",").replace("\0", ".")
    if kind in _SHARES:
        return f"{text} {'procentpunt' if lang == 'nl' else 'percentage points'}"
    return text
