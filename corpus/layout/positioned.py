"""Text with positions: what a reader of paged formats hands to the layout rules.

Offsets point into the page's text; coordinates are in points from the page's top left corner.
Words and lines are tuples because a document has tens of thousands of them, and making one costs a
fifth of making a frozen dataclass.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Word(NamedTuple):
    """A run of characters without white space.

    ``top`` and ``bottom`` follow from the baseline and the font size, so that they are equal for
    all words of a line; ``baseline`` is where the letters stand. ``tag`` is the id of the structure
    element around it, -1 where the file has none. ``mark_start`` is where a raised or small
    footnote mark begins at its end (equal to ``start`` when the whole word is one), -1 where there
    is none.
    """

    start: int
    end: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    tag: int = -1
    mark_start: int = -1
    bold: bool = False
    italic: bool = False
    baseline: float = 0.0


class Line(NamedTuple):
    """Words on one baseline that belong together: a line of a column, or of a table cell.

    ``size`` is the font size of most of its characters, in points; ``dotted`` says that a bullet
    is drawn before it, as a shape instead of a character; ``marked`` is false where surely none of
    its words carries a footnote mark.
    """

    words: tuple[Word, ...]
    text: str
    start: int
    end: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    tag: int = -1
    bold: bool = False
    italic: bool = False
    dotted: bool = False
    marked: bool = True


def line_of(words: Sequence[Word], text: str) -> Line:
    """A line out of its words, in reading order.

    Args:
        text: the page's text, that the words' offsets point into.
    """
    start, end = words[0].start, words[-1].end
    return Line(
        tuple(words),
        " ".join(text[start:end].split()),
        start,
        end,
        min(word.left for word in words),
        max(word.right for word in words),
        min(word.top for word in words),
        max(word.bottom for word in words),
        most_used_size(words),
        words[0].tag,
        all(word.bold for word in words),
        all(word.italic for word in words),
    )


def most_used_size(words: Sequence[Word]) -> float:
    """The font size of most characters, in points."""
    size = words[0].size
    if all(word.size == size for word in words):
        return size
    weights: dict[float, int] = {}
    for word in words:
        weights[word.size] = weights.get(word.size, 0) + word.end - word.start
    return max(weights, key=lambda one: weights[one])


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the file's own structure tree: ``kind`` such as P, H1, LI, TD; its parent's id
    or -1."""

    id: int
    kind: str
    parent: int


class Ruling(NamedTuple):
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
