"""Block quotes: set in from both sides, or in italics within quotation marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.layout.grouping import BULLET, NUMBERED, Group
from corpus.layout.headings import is_quotation

_INSET = 14.0
"""How far a quotation is set in from the body on both sides, in points."""


def quoted(groups: Sequence[Group], body: float) -> list[Group]:
    """The groups that are quotations, in files whose structure does not say so.

    A quotation of two lines or more is set in from the left and the right of the text before it
    or after it; or it is set apart in italics between quotation marks. The other half of one that
    a page or a column cuts in two is one as well, however short.
    """
    lefts = Counter(round(one.left) for one in groups if len(one.lines) > 1)
    usual = {left for left, count in lefts.items() if count >= 0.25 * lefts.total()}
    found: dict[int, Group] = {}
    for position, one in enumerate(groups):
        inset = len(one.lines) > 1 and _may_be_one(one, body) and round(one.left) not in usual
        if (
            is_quotation(one, body)
            or (one.italic and _unclosed(found.get(position - 1)))
            or (inset and _set_in(one, _neighbours(groups, position)))
        ):
            found[position] = one
    for position in tuple(found):
        for other in (position - 1, position + 1):
            inside = 0 <= other < len(groups) and other not in found
            if inside and _may_be_one(groups[other], body) and _half(groups, position, other):
                found[other] = groups[other]
    return list(found.values())


def _unclosed(one: Group | None) -> bool:
    return one is not None and one.italic and one.text[-1] not in '”"’»'


def _may_be_one(one: Group, body: float) -> bool:
    marked = one.dotted or BULLET.match(one.text) or NUMBERED.match(one.text)
    return not (one.kinds or one.bold or marked) and one.size >= body * 0.8


def _neighbours(groups: Sequence[Group], position: int) -> list[Group]:
    """The groups before and after, in the same column, that are wide enough to compare with."""
    one = groups[position]
    found = []
    for at in (position - 1, position + 1):
        if 0 <= at < len(groups):
            other = groups[at]
            beside = other.left < one.right and other.right > one.left
            if other.page == one.page and beside and not other.bold:
                found.append(other)
    return found


def _set_in(one: Group, neighbours: Sequence[Group]) -> bool:
    wide = [other for other in neighbours if len(other.lines) > 1]
    return bool(wide) and all(
        other.left <= one.left - _INSET and other.right >= one.right + _INSET for other in wide
    )


def _half(groups: Sequence[Group], known: int, other: int) -> bool:
    """Whether a group is the other half of a quotation that a page or a column cuts in two."""
    first, second = groups[min(known, other)], groups[max(known, other)]
    torn = second.page == first.page + 1 or (
        second.page == first.page and second.top < first.top and second.left > first.right - 5
    )
    alike = abs(first.size - second.size) < 0.3 and first.italic == second.italic
    one = groups[other]
    beside = [
        group for group in _neighbours(groups, other) if group.page == one.page and group is not one
    ]
    inset = all(group.left <= one.left - _INSET for group in beside)
    return torn and alike and inset and bool(beside)


def attributes(one: Group) -> bool:
    """Whether a group names who said the quotation before it: a dash and a few words."""
    return (
        bool(re.match(r"[-–—]\s*\S", one.text))
        and len(one.text.split()) <= 12
        and (not re.search(r"[.;:!?]$", one.text))
    )
