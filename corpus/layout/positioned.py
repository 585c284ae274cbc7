"""Text with positions: what a reader of paged formats hands to the layout rules.

Offsets point into the page's text; coordinates are in points from the page's top left corner.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without white space. ``tag`` is the id of the structure element around
    it, -1 where the file has none. ``mark_start`` is where a raised or small footnote mark begins
    at its end (equal to ``start`` when the whole word is one), -1 where there is none."""

    start: int
    end: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    tag: int = -1
    mark_start: int = -1


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline that belong together: a line of a column, or of a table cell."""

    words: tuple[Word, ...]
    bold: bool = False
    italic: bool = False

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The font size of most of its characters, in points."""
        weights: dict[float, int] = {}
        for word in self.words:
            weights[word.size] = weights.get(word.size, 0) + word.end - word.start
        return max(weights, key=lambda size: weights[size])

    @property
    def tag(self) -> int:
        return self.words[0].tag


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the file's own structure tree: ``kind`` such as P, H1, LI, TD; its parent's id
    or -1."""

    id: int
    kind: str
    parent: int


@dataclass(frozen=True, slots=True)
class Ruling:
    """A drawn line or the edge of a box, horizontal or vertical."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        return self.right - self.left >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class PositionedPage:
    """A page as the layout rules see it. ``number`` counts from 1."""

    number: int
    text: str
    width: float
    height: float
    lines: tuple[Line, ...]
    tags: Mapping[int, Tag] = field(default_factory=dict)
    rulings: tuple[Ruling, ...] = ()

    def words_of(self, line: Line) -> str:
        """The line's text as it stands on the page."""
        return self.text[line.start : line.end]
