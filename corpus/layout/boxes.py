"""Text in drawn boxes: set beside the running text, and no part of it."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.layout.grouping import Group
from corpus.layout.positioned import PositionedPage, Ruling

_SNAP = 2.0
"""Edges this close, in points, are one."""
_WIDE, _HIGH = 60.0, 24.0
"""A box that holds text is at least so large, in points ..."""
_LARGEST = 0.8
"""... and takes less than this share of the page: a frame around all of it sets nothing apart."""
_MOST_RULINGS = 2_000


def boxed(groups: Sequence[Group], pages: Mapping[int, PositionedPage]) -> frozenset[int]:
    """The identities of the groups that stand in a drawn box."""
    boxes: dict[int, list[Ruling]] = {}
    found: set[int] = set()
    for one in groups:
        if one.page not in boxes:
            boxes[one.page] = _boxes(pages[one.page])
        if any(_inside(one, box) for box in boxes[one.page]):
            found.add(id(one))
    return frozenset(found)


def _inside(one: Group, box: Ruling) -> bool:
    return (
        box.left - _SNAP <= one.left
        and one.right <= box.right + _SNAP
        and box.top - _SNAP <= one.top
        and one.bottom <= box.bottom + _SNAP
    )


def _boxes(page: PositionedPage) -> list[Ruling]:
    """The closed boxes drawn on a page: two level edges joined by two upright ones."""
    rulings = page.rulings[:_MOST_RULINGS]
    level: dict[tuple[int, int], list[float]] = defaultdict(list)
    upright: dict[int, list[Ruling]] = defaultdict(list)
    for ruling in rulings:
        if ruling.horizontal:
            level[round(ruling.left / _SNAP), round(ruling.right / _SNAP)].append(ruling.top)
        else:
            upright[round(ruling.left / _SNAP)].append(ruling)
    found = []
    for (left, right), heights in level.items():
        edges = sorted(set(heights))
        for top, bottom in itertools.pairwise(edges):
            box = Ruling(left * _SNAP, top, right * _SNAP, bottom)
            large = box.right - box.left >= _WIDE and bottom - top >= _HIGH
            area = (box.right - box.left) * (bottom - top)
            closed = all(
                any(
                    side.top <= top + _SNAP and side.bottom >= bottom - _SNAP
                    for step in (-1, 0, 1)
                    for side in upright.get(edge + step, ())
                )
                for edge in (left, right)
            )
            if large and closed and area < _LARGEST * page.width * page.height:
                found.append(box)
    return found
