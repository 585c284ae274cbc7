"""What a document says instead: the figure, date or name in the place of the sentence's."""

from __future__ import annotations

import re

from assistant.extracting.dates import dates, days
from assistant.extracting.names import names
from assistant.extracting.numbers import Figure, FigureKind, figures
from assistant.paragraphs.comparing import Comparison
from indexing.tokenising import folded

_NEXT_WORD = re.compile(r"\s*(?:%|procent|percent)?\s*([^\W\d_]{3,})")
_STEM = 4  # letters that the things counted share
_PREPOSITION = re.compile(r"\b(in|te|uit|naar|van|bij|door|from|to|at|by|of|met|with)\s\Z", re.I)


def told_figure(claim: str, missing: str, comparison: Comparison) -> str | None:
    """The figure or date of the stretch in the place of the sentence's ``missing`` one: the empty
    string where there are several, None where there is none of its kind."""
    text = comparison.stretch.text
    if "/" in missing:
        return _told_day(claim, text)
    mine = _figure(claim, missing)
    if mine is None:
        return None
    said = {(_kind(one), one.value) for one in figures(claim)}
    rivals = [
        one
        for one in figures(text)
        if _kind(one) == _kind(mine) and (_kind(one), one.value) not in said
    ]
    if _kind(mine) is FigureKind.YEAR:
        return _one(dict.fromkeys(one.surface for one in rivals))
    alike = [one for one in rivals if _counts_the_same(claim, mine, text, one)]
    if alike:
        return _one(dict.fromkeys(one.surface for one in alike))
    if _kind(mine) is FigureKind.COUNT and _counted(claim, mine):
        # What is counted is told, and nothing there counts it.
        return _one(dict.fromkeys(one.surface for one in rivals)) if len(rivals) == 1 else None
    return _one(dict.fromkeys(one.surface for one in rivals))


def told_name(claim: str, missing: str, comparison: Comparison) -> str | None:
    """The name of the stretch in the place of the sentence's ``missing`` one; the empty string
    where several may be it, None where there is none that the sentence does not have."""
    for claimed, told in comparison.instead:
        if claimed == missing:
            return told
    said = folded(claim)
    place = claim.find(missing)
    lead = _PREPOSITION.search(claim[:place]) if place > 0 else None
    text = comparison.stretch.text
    rivals = [one for one in names(text) if folded(one.surface) not in said]
    if lead is not None:
        behind = [
            one
            for one in rivals
            if (found := _PREPOSITION.search(text[: one.start])) and found[1] == lead[1]
        ]
        if behind:
            return _one(dict.fromkeys(one.surface for one in behind))
    return _one(dict.fromkeys(one.surface for one in rivals))


def _one(found: dict[str, None]) -> str | None:
    if not found:
        return None
    return next(iter(found)) if len(found) == 1 else ""


def _told_day(claim: str, text: str) -> str | None:
    said = set(days(claim))
    told = [day for day in dates(text) if day.precision in ("day", "month")]
    return _one(dict.fromkeys(day.surface for day in told if not set(days(day.surface)) & said))


def _figure(claim: str, missing: str) -> Figure | None:
    return next((one for one in figures(claim) if missing in one.surface), None) or next(
        (one for one in figures(claim) if one.surface in missing), None
    )


def _kind(figure: Figure) -> FigureKind:
    shares = (FigureKind.PERCENTAGE, FigureKind.FRACTION)
    return FigureKind.PERCENTAGE if figure.kind in shares else figure.kind


def _counted(text: str, figure: Figure) -> str:
    match = _NEXT_WORD.match(text, figure.end)
    return folded(match[1]) if match else ""


def _counts_the_same(claim: str, mine: Figure, text: str, other: Figure) -> bool:
    one, two = _counted(claim, mine), _counted(text, other)
    return bool(one and two) and one[:_STEM] == two[:_STEM]
