"""Lines to groups: the paragraphs, headings, list items and cells of one page, in reading order."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.layout.positioned import Line, PositionedPage, most_used_size

BULLET = re.compile(r"^(?:[•●▪■□◦○‣∙·➢➤►✓✔–—*-]|o(?=\s)|(?=\uf0b7|\uf0a7|\uf02d))(?:\s+|$)")
NUMBERED = re.compile(
    r"^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|\((?:\d{1,2}|[a-z])\)|\d{1,2}[:°])\s+(?=\S)"
)
_ENDED = re.compile(r"[.!?:;…][)\]»”\"'’]*\d{0,3}$")
_SIZE_STEP = 0.6
"""Lines whose font sizes differ more than this, in points, are no one paragraph."""
_LOOSER = 1.22
"""Lines further apart than this many times the usual distance are no one paragraph."""
_MUCH_ROOM = 0.35
"""A line that leaves more than this share of its column empty ends a unit, before a capital."""
_SIDEWAYS = 0.4
"""Lines whose baselines differ less than this many font sizes stand beside one another."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one page that make one unit.

    ``kinds`` are the kinds of the structure elements around it, innermost first (empty in files
    without structure), ``element`` the id of the one that holds it whole. ``text`` is its text as
    it stands on the page, lines joined by spaces; ``size`` the font size of most of its characters,
    in points; ``bold`` and ``italic`` whether all of it is.
    """

    page: int
    lines: tuple[Line, ...]
    kinds: tuple[str, ...] = ()
    element: int = -1
    text: str = field(init=False, compare=False)
    size: float = field(init=False, compare=False)
    bold: bool = field(init=False, compare=False)
    italic: bool = field(init=False, compare=False)
    left: float = field(init=False, compare=False)
    right: float = field(init=False, compare=False)
    top: float = field(init=False, compare=False)
    bottom: float = field(init=False, compare=False)

    def __post_init__(self) -> None:
        lines = self.lines
        first = lines[0]
        size = first.size
        if any(line.size != size for line in lines):
            size = most_used_size([word for line in lines for word in line.words])
        values = {
            "text": first.text if len(lines) == 1 else " ".join(line.text for line in lines),
            "size": size,
            "bold": all(line.bold for line in lines),
            "italic": all(line.italic for line in lines),
            "left": min(line.left for line in lines),
            "right": max(line.right for line in lines),
            "top": min(line.top for line in lines),
            "bottom": max(line.bottom for line in lines),
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)

    @property
    def dotted(self) -> bool:
        """Whether a bullet is drawn before it."""
        return self.lines[0].dotted


_BLOCK_KINDS = frozenset(
    (
        "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "LI", "LBody", "Lbl", "TD", "TH",
        "Caption", "Note", "FENote", "BlockQuote", "TOCI", "BibEntry", "Figure", "Div", "Sect",
        "Art", "Part", "Document",
    )
)  # fmt: skip


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
    edges = _right_edges(lines)
    for line in lines:
        if current and not _continues(current, line, leading, edges):
            found.append(Group(page.number, tuple(current)))
            current = []
        current.append(line)
    if current:
        found.append(Group(page.number, tuple(current)))
    return found


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance between the baselines of neighbouring lines, in font sizes."""
    distances = Counter(
        round((after.bottom - before.bottom) / max(after.size, 1), 1)
        for before, after in itertools.pairwise(lines)
        if 0.8 < (after.bottom - before.bottom) / max(after.size, 1) < 2.5
        and abs(after.size - before.size) < _SIZE_STEP
    )
    # The smallest distance that is usual: paragraphs of one line stand further apart.
    least = max(2, 0.15 * distances.total())
    usual = [distance for distance, count in distances.items() if count >= least]
    return min(usual or distances, default=1.3)


def _right_edges(lines: Sequence[Line]) -> dict[int, float]:
    """How far right the lines reach that begin at the same place; the places in steps of 4 points.

    A place where only one line begins is left out.
    """
    found: dict[int, list[float]] = {}
    for line in lines:
        found.setdefault(round(line.left / 4), []).append(line.right)
    return {left: max(rights) for left, rights in found.items() if len(rights) > 1}


def _continues(current: list[Line], line: Line, leading: float, edges: Mapping[int, float]) -> bool:
    """Whether a line belongs to the group of the lines before it."""
    first, last = current[0], current[-1]
    if abs(last.bottom - line.bottom) < _SIDEWAYS * line.size and line.left > last.right - 1:
        # A bullet, a label or a tab stop before the rest of its line.
        room = 5 if len(last.words) == 1 and marked(last.text + " x") else 3
        return line.left - last.right < room * line.size
    if abs(last.size - line.size) > _SIZE_STEP or not _near(current, line, leading):
        return False
    reach = _reach(last, line, edges)
    # A line is short when the next word would still have fitted on it.
    next_word = line.words[0].right - line.words[0].left
    room_left = reach - last.right - next_word
    short = room_left > line.size
    ended = bool(_ENDED.search(last.text[-12:]))
    if line.dotted or _begins_item(line, first, short or ended):
        return False
    if last.bold != line.bold and not _same_sentence(last, line, short):
        return False
    hang = _hang(current)
    if hang is not None and line.left < hang - 0.5 * line.size and (short or len(current) > 1):
        # What hangs under its first line ends where a line stands out again.
        return False
    if short and (ended or first.dotted) and hang is None:
        return False
    if (
        room_left > _MUCH_ROOM * (reach - last.left)
        and not line.bold
        and not line.text[0].islower()
    ):
        return False
    # A line set in under lines that are not begins a paragraph.
    return len(current) == 1 or line.left - last.left <= 0.8 * line.size


def _near(current: Sequence[Line], line: Line, leading: float) -> bool:
    """Whether a line stands as close under the last one as lines of one paragraph do."""
    last = current[-1]
    usual = leading * line.size
    if len(current) > 1:
        before = last.bottom - current[-2].bottom
        if 0.5 * line.size < before < 2.5 * line.size:
            usual = before
    return 0 < line.bottom - last.bottom <= usual * _LOOSER


def marked(text: str) -> bool:
    """Whether a text begins with a list item's marker."""
    return bool(BULLET.match(text) or NUMBERED.match(text))


def _begins_item(line: Line, first: Line, paused: bool) -> bool:
    """Whether a line begins a list item. A dash or a number inside a sentence begins none: it is
    one after a pause, or where the items before it begin alike."""
    bullet = BULLET.match(line.text)
    if bullet and line.text[0] not in "-–—*":
        return True
    if not bullet and not NUMBERED.match(line.text):
        return False
    return paused or (marked(first.text) and abs(first.left - line.left) < 3)


def _hang(current: Sequence[Line]) -> float | None:
    """Where the lines under a hanging first line begin; None where nothing hangs."""
    first = current[0]
    rest = [one.left for one in current[1:]]
    if rest and min(rest) > first.left + 0.5 * first.size:
        return min(rest)
    if len(current) == 1 and len(first.words) > 1 and marked(first.text):
        return first.words[1].left
    return None


def _reach(last: Line, line: Line, edges: Mapping[int, float]) -> float:
    """How far to the right the lines of a column reach.

    Lines that begin where this one does tell; where it begins elsewhere than the next one (the
    first line of a paragraph), those that begin nearby do. The line's own end when nothing tells.
    """
    place = round(last.left / 4)
    near = 0 if abs(last.left - line.left) < 3 and place in edges else 8
    rights = [
        edges[at] for at in range(place - max(near, 1), place + max(near, 1) + 1) if at in edges
    ]
    return max([*rights, last.right])


def _same_sentence(last: Line, line: Line, short: bool) -> bool:
    """Whether bold print begins or ends between two lines of one sentence, not of two units."""
    if short:
        return False
    if last.bold:
        return line.words[0].bold or line.text[0].islower()
    return last.words[-1].bold or (line.text[0].islower() and not _ENDED.search(last.text[-12:]))


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
