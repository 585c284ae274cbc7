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
    and after it; or it is a whole paragraph in italics that begins with a quotation mark.
    """
    lefts = Counter(round(one.left) for one in groups if len(one.lines) > 1)
    found: list[Group] = []
    for before, one, after in zip([None, *groups[:-1]], groups, [*groups[1:], None], strict=True):
        if is_quotation(one):
            found.append(one)
            continue
        if one.kinds or one.bold or BULLET.match(one.text) or NUMBERED.match(one.text):
            continue
        if one.dotted or one.size < body * 0.8:
            continue
        neighbours = [
            other
            for other in (before, after)
            if other is not None and other.page == one.page and len(other.lines) > 1
        ]
        usual = lefts[round(one.left)] < 0.25 * sum(lefts.values())
        if (
            len(one.lines) > 1
            and neighbours
            and usual
            and all(
                other.left <= one.left - _INSET and other.right >= one.right + _INSET
                for other in neighbours
            )
        ):
            found.append(one)
    return found


def attributes(one: Group) -> bool:
    """Whether a group names who said the quotation before it: a dash and a few words."""
    return (
        bool(re.match(r"[-–—]\s*\S", one.text))
        and len(one.text.split()) <= 12
        and (not re.search(r"[.;:!?]$", one.text))
    )
