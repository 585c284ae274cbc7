"""How deep a list item stands: by its indent within its own list, and by its marker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import BlockKind
from corpus.layout.building import Draft
from corpus.layout.grouping import Group

_BETWEEN = frozenset((BlockKind.FOOTNOTE, BlockKind.FURNITURE))
"""What may stand between two items of one list."""
_STEP = 7.0
"""Items further to the right than this, in points, are one level deeper."""


def with_list_levels(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """Sets the level, from 1, of list items that the file's structure does not give one."""
    lefts: list[float] = []
    shapes: dict[str, int] = {}
    place: tuple[int, float] | None = None
    for draft in drafts:
        if draft.kind is not BlockKind.LIST_ITEM:
            if draft.kind not in _BETWEEN:
                lefts, shapes, place = [], {}, None
            continue
        if draft.level:
            continue
        first = draft.groups[0]
        shape = _shape(draft.number)
        moved = place is not None and (place[0] != first.page or first.top < place[1] - first.size)
        if moved and shape in shapes:
            # Another page or column may begin elsewhere: the marker tells.
            lefts = [*lefts[: shapes[shape] - 1], first.left]
        else:
            while len(lefts) > 1 and first.left < lefts[-1] - _STEP:
                lefts.pop()
            if not lefts or first.left > lefts[-1] + _STEP:
                lefts.append(first.left)
            else:
                lefts[-1] = first.left
        draft.level = len(lefts)
        shapes.setdefault(shape, draft.level)
        if draft.last.page != first.page or draft.last.top < first.top:
            # The item ends on another page or in another column: the list goes on from there.
            shift = draft.last.left - _text_left(first)
            lefts = [left + shift for left in lefts]
        place = (draft.last.page, draft.last.top)
    return drafts


def _text_left(one: Group) -> float:
    """Where the text of an item begins, after its marker."""
    if len(one.lines) > 1:
        return one.lines[1].left
    words = one.lines[0].words
    return words[1].left if len(words) > 1 else one.left


def _shape(marker: str) -> str:
    """A marker without what counts: "1." and "2." are one shape, "a)" another."""
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", marker.lower()))
