"""Footnotes: known by their mark and smaller print, lifted out of the running text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.layout.grouping import Group
from corpus.layout.positioned import Line, PositionedPage, Word

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile(r"^([⁰¹²³⁴-⁹]{1,3}|\d{1,3}|\*{1,3}|[†‡])(?=\s|[^\W\d_]|$|[“\"‘(])")
MARKS = re.compile(r"[⁰¹²³⁴-⁹]+|\d{1,3}(?:,\d{1,3})*|[*†‡]{1,3}|\[\d{1,3}\]")
OPENING = re.compile(r"(?:[⁰¹²³⁴-⁹]{1,3}|\d{1,3}|\*{1,3}|[†‡]|\[\d{1,3}\])\s*")
_NEVER = frozenset(("LI", "LBody", "TD", "TH", "Caption"))
"""What the file names otherwise is no note."""
_BRACKETED = re.compile(r"\[\d{1,3}\](?=\s|$)")
SMALLER = 0.94
"""Footnotes are set below this share of the body's size."""


def plain_mark(mark: str) -> str:
    """A footnote's mark in plain digits or signs."""
    return mark.translate(_SUPERSCRIPT)


def without_brackets(mark: str) -> str:
    """A mark as people name it: 1 for [1]."""
    return mark.strip("[]")


def carried_marks(groups: Iterable[Group], pages: Mapping[int, PositionedPage]) -> frozenset[str]:
    """The marks that running text carries, in square brackets or set apart, not where a group
    begins."""
    return frozenset(
        mark
        for one in groups
        for line in one.lines
        if line.marked
        for word, _, marks in marks_in(line.words, pages[one.page], one.lines[0].start)
        for mark in marks
        if word.mark_start > one.lines[0].start
    )


def reach_of_body(groups: Iterable[Group], body: float) -> dict[int, float]:
    """How far down each page text of the body's size reaches, in points."""
    found: dict[int, float] = {}
    for one in groups:
        if one.size >= body * SMALLER:
            found[one.page] = max(one.bottom, found.get(one.page, 0.0))
    return found


def split_bracketed(one: Group, known: Collection[str]) -> list[tuple[str, Group]]:
    """A group that begins with a known mark in square brackets, as the notes that it holds with
    their marks; empty when it is no note."""
    parts: list[tuple[str, list[Line]]] = []
    for line in one.lines:
        match = _BRACKETED.match(line.text)
        if match and match[0] in known:
            parts.append((match[0], [line]))
        elif parts:
            parts[-1][1].append(line)
        else:
            return []
    return [(mark, Group(one.page, tuple(lines), one.kinds, one.element)) for mark, lines in parts]


@dataclass(frozen=True, slots=True)
class Notes:
    """What tells a footnote in small print from other small print that begins with a number.

    ``body`` is the size of the body, in points; ``carried`` the marks that running text carries;
    ``lowest`` how far down the body reaches on each page.
    """

    body: float
    carried: frozenset[str]
    lowest: Mapping[int, float]

    def opening_mark(self, one: Group, before: str = "") -> str:
        """The mark that a footnote begins with, in plain digits; empty when it is no footnote.

        A number counts as a mark when it is a superscript sign, or set smaller or raised. One that
        is set like the rest of a group smaller than the body counts where a mark in the text asks
        for it, where it follows the mark of the note before, or below the body of its page.

        Args:
            before: the mark of the note before.
        """
        if one.dotted or not _NEVER.isdisjoint(one.kinds):
            return ""
        noted = "Note" in one.kinds or "FENote" in one.kinds
        mark = line_mark(one.lines[0], self.body, noted)
        if not mark or noted or line_mark(one.lines[0], self.body, strict=True):
            return mark
        follows = before.isdigit() and mark.isdigit() and int(mark) == int(before) + 1
        below = one.top >= self.lowest.get(one.page, 0.0) - 1
        return mark if mark in self.carried or follows or below else ""


def set_apart(one: Group, body: float) -> str:
    """The mark of a footnote whose number is itself set smaller or raised, in print smaller than
    the body; for where a number alone may be something else (an entry of a reference list)."""
    return line_mark(one.lines[0], body, strict=True) if one.size < body * SMALLER else ""


def line_mark(line: Line, body: float, noted: bool = False, strict: bool = False) -> str:
    """The footnote mark at the start of a line, or the empty string."""
    match = _MARK.match(line.text)
    if not match:
        return ""
    mark = match[1]
    if mark[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹" or noted:
        return plain_mark(mark)
    first = line.words[0]
    if len(line.words) > 1 and first.end - first.start == len(mark):
        second = line.words[1]
        small = first.size < 0.82 * second.size
        raised = second.baseline - first.baseline > 0.18 * second.size
        if small or raised:
            return plain_mark(mark)
    elif first.size < 0.82 * line.size:
        # The mark is glued to the first word and sets its size.
        return plain_mark(mark)
    if not strict and line.size < body * SMALLER and not re.match(r"\d+\s*[%°]", line.text):
        rest = line.text[match.end() :].strip()
        return plain_mark(mark) if rest and not rest[0].isdigit() else ""
    return ""


def split_footnotes(one: Group, body: float) -> list[Group]:
    """A group that holds several footnotes under one another, cut before each mark in sequence."""
    parts: list[list[Line]] = []
    expected: int | None = None
    for line in one.lines:
        mark = line_mark(line, body)
        number = int(mark) if mark.isdigit() else None
        if not parts or (number is not None and expected is not None and number == expected):
            parts.append([line])
            expected = number + 1 if number is not None else None
        else:
            parts[-1].append(line)
    return [Group(one.page, tuple(lines), one.kinds, one.element) for lines in parts]


def marks_in(
    words: Sequence[Word], page: PositionedPage, start: int = 0
) -> Iterator[tuple[Word, int, tuple[str, ...]]]:
    """The footnote marks that words carry at their ends: the word, where they end in the page's
    text, and the marks in plain digits.

    Args:
        start: marks before this offset do not count (a note's own mark).
    """
    for word in words:
        if word.mark_start >= max(start, 0):
            match = MARKS.match(page.text, word.mark_start, word.end)
            if match:
                yield word, match.end(), tuple(plain_mark(match[0]).split(","))
