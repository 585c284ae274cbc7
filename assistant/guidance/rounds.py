"""Rounds of a scheme: which statement on a date is for when a plan begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.extracting.dates import MONTHS
from assistant.guidance.starting import Start
from indexing.passage import Passage

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ROUND = re.compile(
    rf"\b(?:tussen|between)\s(\d{{1,2}})\s({_MONTH})\s(?:en|and)\s(\d{{1,2}})\s({_MONTH})\b",
    re.IGNORECASE,
)
_MOST = 2  # rounds that are told where nobody says when the plan begins

_Day = tuple[int, int]  # month and day, of any year


def of_their_round(passages: Sequence[Passage], start: Start | None) -> list[Passage]:
    """Of statements on rounds for what begins between two days, those on the round of a plan that
    begins at ``start``, at most a few of them where that is not told; the others as they stand."""
    rounds = {one.id: found for one in passages if (found := _round(one.text)) is not None}
    of_rounds = [one for one in passages if one.id in rounds]
    rest = [one for one in passages if one.id not in rounds]
    if start is not None:
        days = {(day.month, day.day) for day in (start.soonest, start.latest)}
        theirs = [one for one in of_rounds if any(_lies_in(day, rounds[one.id]) for day in days)]
        return theirs or rest
    return [*of_rounds[:_MOST], *rest]


def ordered_by_rounds(passages: Sequence[Passage]) -> bool:
    """Whether statements begin with those on rounds."""
    return bool(passages) and _round(passages[0].text) is not None


def _round(text: str) -> tuple[_Day, _Day] | None:
    match = _ROUND.search(text)
    if match is None:
        return None
    first, last = ((MONTHS[match[at + 1].lower()], int(match[at])) for at in (1, 3))
    return first, last


def _lies_in(day: _Day, span: tuple[_Day, _Day]) -> bool:
    first, last = span
    return first <= day <= last if first <= last else day >= first or day <= last
