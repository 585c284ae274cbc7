"""The marks of footnotes on scanned pages, which Tesseract sees but seldom reads right.

A raised 1 is read as an apostrophe or an exclamation mark. Where it stands says that it is a mark;
which one it is follows from the marks around it, because notes are numbered in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.layout.positioned import Word

_LOWEST = 0.3
"""A mark stands at least this share of the line's height above the baseline ..."""
_HIGH = (0.33, 0.6)
"""... and is so high; an apostrophe is lower."""
_MOST = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as it was seen: its plain text, then raised signs as they were read, if any."""

    word: Word
    text: str
    raised: str = ""
    mark: str = ""

    @property
    def opens(self) -> bool:
        """Whether it is raised signs and nothing else."""
        return bool(self.raised) and not self.text


def raised(signs: Sequence[tuple[str, float, float]], height: float) -> int:
    """How many signs at the end of a word are raised as marks are.

    Args:
        signs: each sign with how far its top and its bottom stand above the baseline.
        height: of the line, from ascender to descender, in the same measure.
    """
    count = 0
    for _, top, bottom in reversed(signs):
        if bottom < _LOWEST * height or not _HIGH[0] <= (top - bottom) / height <= _HIGH[1]:
            break
        count += 1
    return count if count <= _MOST else 0


def with_marks(lines: Sequence[Sequence[Seen]], after: int) -> tuple[list[list[Seen]], int]:
    """The words with the marks that their raised signs are, and the last mark of a note.

    The beginnings of notes are numbered in order, and so are the marks in the text where there are
    as many; else those in the text count that were read as the number of a note of the page. What
    is raised and no mark is noise.

    Args:
        after: the last mark of a note on the pages before, 0 for none.
    """
    places = [
        (row, at) for row, line in enumerate(lines) for at, seen in enumerate(line) if seen.raised
    ]
    opening = [(row, at) for row, at in places if at == 0 and lines[row][at].opens]
    carried = [place for place in places if place not in opening]
    marks: dict[tuple[int, int], str] = {}
    agree = len(opening) == len(carried)
    if opening:
        told = (*carried, *opening) if agree else opening
        first = _first([lines[row][at].raised for row, at in told], len(opening), after)
        marks.update((place, str(first + count)) for count, place in enumerate(opening))
        after = first + len(opening) - 1
        if agree:
            marks.update((place, str(first + count)) for count, place in enumerate(carried))
    known = set(marks.values())
    for row, at in carried:
        read = lines[row][at].raised
        if (row, at) not in marks and read.isdecimal() and (read in known or not opening):
            marks[row, at] = read
    return [
        [replace(seen, mark=marks.get((row, at), "")) for at, seen in enumerate(line)]
        for row, line in enumerate(lines)
    ], after


def _first(read: Sequence[str], count: int, after: int) -> int:
    """The number of the first note of a page, from what was read of its marks, in order.

    Args:
        read: the signs at the beginnings of notes, maybe after those in the text, ``count`` each.
    """
    votes: dict[int, int] = {after + 1: 1}
    for at, signs in enumerate(read):
        if signs.isdecimal() and int(signs) > at % count:
            begins = int(signs) - at % count
            votes[begins] = votes.get(begins, 0) + 1
    return max(votes, key=lambda one: (votes[one], one == after + 1))
