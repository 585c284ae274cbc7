"""Lines to groups: the paragraphs, headings, list items and cells of one page, in reading order."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from corpus.layout.positioned import Line, PositionedPage

BULLET = re.compile(r"^(?:[•●▪■□◦○‣∙·➢➤►✓✔–—*-]|o(?=\s)|(?=\uf0b7|\uf0a7|\uf02d))(?:\s+|$)")
NUMBERED = re.compile(r"^(?:\(?(\d{1,2}|[a-z]|[ivx]{1,5})[.)]|\((\d{1,2}|[a-z])\))\s+(?=\S)")
_ENDED = re.compile(r"[.!?:;…][)\]»”\"'’]*\d{0,3}$")
_SIZE_STEP = 0.6
"""Lines whose font sizes differ more than this, in points, are no one paragraph."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one page that make one unit. ``kinds`` are the kinds of the structure elements
    around it, innermost first (empty in files without structure), ``element`` the id of the one
    that holds it whole."""

    page: int
    lines: tuple[Line, ...]
    kinds: tuple[str, ...] = ()
    element: int = -1

    @property
    def size(self) -> float:
        """Font size of most of its characters, in points."""
        weights: dict[float, int] = {}
        for line in self.lines:
            for word in line.words:
                weights[word.size] = weights.get(word.size, 0) + word.end - word.start
        return max(weights, key=lambda size: weights[size])

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)

    @property
    def italic(self) -> bool:
        return all(line.italic for line in self.lines)

    @property
    def left(self) -> float:
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        return max(line.right for line in self.lines)

    @property
    def top(self) -> float:
        return min(line.top for line in self.lines)

    @property
    def bottom(self) -> float:
        return max(line.bottom for line in self.lines)

    def text(self, page: PositionedPage) -> str:
        """Its text as it stands on the page, lines joined by spaces."""
        return " ".join(" ".join(page.words_of(line).split()) for line in self.lines)


_BLOCK_KINDS = frozenset(
    [
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "Title",
        "LI",
        "LBody",
        "Lbl",
        "TD",
        "TH",
        "Caption",
        "Note",
        "FENote",
        "BlockQuote",
        "TOCI",
        "BibEntry",
        "Figure",
        "Div",
        "Sect",
        "Art",
        "Part",
        "Document",
    ]
)


def group(page: PositionedPage, skip: frozenset[tuple[int, int]]) -> list[Group]:
    """The page's groups in reading order; ``skip`` holds the lines that are furniture."""
    lines = [
        line for position, line in enumerate(page.lines) if (page.number, position) not in skip
    ]
    tagged = sum(line.tag >= 0 for line in lines)
    if page.tags and lines and tagged >= 0.8 * len(lines):
        return _by_structure(page, lines)
    return _by_layout(page, in_columns(lines, page.width))


def _by_structure(page: PositionedPage, lines: Sequence[Line]) -> list[Group]:
    groups: list[tuple[int, tuple[str, ...], list[Line]]] = []
    for line in lines:
        element, kinds = _element(line, page)
        if groups and element >= 0 and groups[-1][0] == element:
            groups[-1][2].append(line)
        else:
            groups.append((element, kinds, [line]))
    found: list[Group] = []
    for element, kinds, members in groups:
        if element < 0:
            found.extend(_by_layout(page, members))
        else:
            found.append(Group(page.number, tuple(members), kinds, element))
    return found


def _element(line: Line, page: PositionedPage) -> tuple[int, tuple[str, ...]]:
    """The element that holds the line as a unit (list item before its label), and the path."""
    path = []
    tag = line.tag
    while tag in page.tags:
        path.append(page.tags[tag])
        tag = page.tags[tag].parent
    kinds = tuple(one.kind for one in path)
    for wanted in ("LI", "TD", "TH"):
        for one in path:
            if one.kind == wanted:
                return one.id, kinds
    for one in path:
        if one.kind in _BLOCK_KINDS:
            return (
                (one.id, kinds)
                if one.kind not in ("Document", "Sect", "Part", "Div", "Art")
                else (-1, kinds)
            )
    return -1, kinds


def _by_layout(page: PositionedPage, lines: Sequence[Line]) -> list[Group]:
    """Groups by distance, font, indent and how lines end."""
    found: list[Group] = []
    current: list[Line] = []
    leading = _leading(lines)
    for line in lines:
        if current and not _continues(page, current, line, leading):
            found.append(Group(page.number, tuple(current)))
            current = []
        current.append(line)
    if current:
        found.append(Group(page.number, tuple(current)))
    return found


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance between the bottoms of neighbouring lines, in font sizes."""
    distances = [
        (after.bottom - before.bottom) / max(after.size, 1)
        for before, after in itertools.pairwise(lines)
        if 0.8 < (after.bottom - before.bottom) / max(after.size, 1) < 2.5
        and abs(after.size - before.size) < _SIZE_STEP
    ]
    return median(distances) if distances else 1.3


def _continues(page: PositionedPage, current: list[Line], line: Line, leading: float) -> bool:
    last = current[-1]
    text, before = page.words_of(line), page.words_of(last)
    if abs(last.bottom - line.bottom) < 0.4 * line.size and line.left > last.right - 1:
        # A bullet, a label or a tab stop before the rest of its line.
        return bool(BULLET.match(before.strip() + " ")) or line.left - last.right < 3 * line.size
    if abs(last.size - line.size) > _SIZE_STEP or last.bold != line.bold:
        # Bold lead-in words inside a line do not matter, a whole bold line does.
        return False
    distance = (line.bottom - last.bottom) / max(line.size, 1)
    if not 0 < distance <= leading * 1.28:
        return False
    if BULLET.match(text) or (NUMBERED.match(text) and _ENDED.search(before)):
        return False
    first = current[0]
    indented = line.left - first.left
    widest = max(one.right for one in current)
    short = widest - last.right > 4 * line.size or (
        len(current) == 1 and last.right < page.width * 0.55
    )
    if short and _ENDED.search(before) and not BULLET.match(page.words_of(first)):
        return False
    return not (
        len(current) > 1 and indented > 1.2 * line.size and abs(current[1].left - first.left) < 1
    )


def in_columns(lines: Sequence[Line], width: float) -> list[Line]:
    """Lines in reading order. The file's order is kept unless two columns are interleaved in it.

    Columns are interleaved when, below one another, lines left and right of a gutter that no line
    crosses take turns.
    """
    gutter = _gutter(lines, width)
    if gutter is None:
        return list(lines)
    sides = [line.left >= gutter for line in lines]
    turns = sum(a != b for a, b in itertools.pairwise(sides))
    if turns <= max(3, len(lines) * 0.2):
        return list(lines)
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if line.left < gutter < line.right:
            ordered += [*left, *right, line]
            left, right = [], []
        elif line.left >= gutter:
            right.append(line)
        else:
            left.append(line)
    return [*ordered, *left, *right]


def _gutter(lines: Sequence[Line], width: float) -> float | None:
    """The middle of an empty strip between two columns that each hold many lines, if any."""
    for share in (0.5, 0.48, 0.52, 0.46, 0.54, 0.44, 0.56, 0.35, 0.65):
        x = width * share
        left = sum(line.right <= x for line in lines)
        right = sum(line.left >= x for line in lines)
        crossing = len(lines) - left - right
        if min(left, right) >= 8 and crossing <= 0.15 * len(lines):
            return x
    return None
