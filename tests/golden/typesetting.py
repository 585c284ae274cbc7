"""A small typesetter: it sets text with ReportLab and notes down what it sets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.golden.truth import Truth
from tests.golden.wording import broken

Placed = tuple[float, str, str]
"""Left edge, alignment (``left``, ``centre``, ``right``) and text."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a document looks. Lengths are in points."""

    regular: str = "Times-Roman"
    bold: str = "Times-Bold"
    italic: str = "Times-Italic"
    size: float = 11.0
    leading: float = 14.0
    space: float = 7.0
    indent: float = 0.0
    left: float = 72.0
    right: float = 72.0
    top: float = 80.0
    bottom: float = 80.0
    columns: int = 1
    gutter: float = 22.0
    justified: bool = False
    hyphens: bool = False
    heading_fonts: tuple[tuple[str, float], ...] = (
        ("Times-Bold", 18.0), ("Times-Bold", 14.0), ("Times-Bold", 12.0),
    )  # fmt: skip
    header: Callable[[int], Sequence[Placed]] = lambda page: ()
    footer: Callable[[int], Sequence[Placed]] = lambda page: ()
    furniture_size: float = 8.0
    label: Callable[[int], str | None] = lambda page: None


@dataclass(slots=True)
class _Set:
    """A line to be set: its words, the marks after some, and where it begins."""

    words: list[str]
    marks: dict[int, str] = field(default_factory=dict)
    left: float = 0.0
    last: bool = False


class Typesetter:
    """Sets blocks one under another, over columns and pages, with notes at the foot of the page."""

    def __init__(self, path: Path, style: Style) -> None:
        self.style = style
        self.truth = Truth()
        self.canvas = Canvas(str(path), pagesize=A4, pageCompression=0)
        self.width, self.height = A4
        self.page = 0
        self.notes: list[tuple[str, list[str]]] = []
        self.headings: dict[str, int] = {}
        self._note_count = 0
        self._tables = 0
        self.floats: list[Callable[[], None]] = []
        self._begin_page()

    # Pages and columns

    @property
    def column_width(self) -> float:
        style = self.style
        free = self.width - style.left - style.right - style.gutter * (style.columns - 1)
        return free / style.columns

    @property
    def x(self) -> float:
        return self.style.left + self.column * (self.column_width + self.style.gutter)

    def _begin_page(self) -> None:
        self.page += 1
        self.column = 0
        self.y = self.style.top
        for placed, y in ((self.style.header, 40.0), (self.style.footer, self.height - 36.0)):
            for x, align, text in placed(self.page):
                self._furniture(x, y, align, text)
        self.truth.labels.append(self.style.label(self.page))
        # What floats stands at the top of the next page, in the middle of whatever runs on there.
        floats, self.floats = self.floats, []
        for place in floats:
            place()

    def _furniture(self, x: float, y: float, align: str, text: str) -> None:
        size = self.style.furniture_size
        self.canvas.setFont(self.style.regular, size)
        width = stringWidth(text, self.style.regular, size)
        shift = {"left": 0.0, "centre": width / 2, "right": width}[align]
        self.canvas.drawString(x - shift, self.height - y, text)
        self.truth.furniture.append((self.page, text))

    def _end_column(self) -> None:
        style, y = self.style, self.height - self.style.bottom - self._notes_height() + 10
        if self.notes:
            self.canvas.line(self.x, self.height - y + 8, self.x + 90, self.height - y + 8)
        for mark, lines in self.notes:
            for at, line in enumerate(lines):
                x = self.x
                if at == 0:
                    self.canvas.setFont(style.regular, 5.5)
                    self.canvas.drawString(x, self.height - y + 3, mark)
                    x += stringWidth(mark, style.regular, 5.5) + 2
                self.canvas.setFont(style.regular, style.size - 2.5)
                self.canvas.drawString(x, self.height - y, line)
                y += style.size
        self.notes = []

    def _notes_height(self) -> float:
        lines = sum(len(lines) for _, lines in self.notes)
        return lines * self.style.size + 14 if lines else 0.0

    def new_page(self) -> None:
        """Goes on at the top of the next page."""
        self._end_column()
        self.canvas.showPage()
        self._begin_page()

    def turn(self) -> None:
        """Goes on on a page that is turned: from upright to lying, or back."""
        self._end_column()
        self.canvas.showPage()
        self.width, self.height = self.height, self.width
        self.canvas.setPageSize((self.width, self.height))
        self._begin_page()

    def room(self, height: float) -> None:
        """Goes on in the next column or page unless so much room is left."""
        if self.y + height > self.height - self.style.bottom - self._notes_height():
            if self.column + 1 < self.style.columns:
                self._end_column()
                self.column += 1
                self.y = self.style.top
            else:
                self.new_page()

    def save(self) -> Truth:
        """Ends the document."""
        self._end_column()
        self.canvas.showPage()
        self.canvas.save()
        return self.truth

    # Lines

    def broken(self, words: Sequence[str], width: float, font: str, size: float) -> list[list[str]]:
        """Words broken into lines of a width, with hyphens where the style has them."""
        lines: list[list[str]] = [[]]
        room = width
        blank = stringWidth(" ", font, size)
        waiting = list(words)
        while waiting:
            word = waiting.pop(0)
            wide = stringWidth(word, font, size)
            if not lines[-1] or wide <= room:
                lines[-1].append(word)
                room -= wide + blank
                continue
            if self.style.hyphens:
                cuts = [
                    at for at in broken(word) if stringWidth(word[:at] + "-", font, size) <= room
                ]
                if cuts:
                    lines[-1].append(word[: cuts[-1]] + "-")
                    word = word[cuts[-1] :]
            if "-" in word[1:-1] and word[0].isalpha():
                first, _, rest = word.partition("-")
                if stringWidth(first + "-", font, size) <= room and rest:
                    lines[-1].append(first + "-")
                    word = rest
            lines.append([])
            room = width
            waiting.insert(0, word)
        return lines

    def _draw(self, line: _Set, width: float, font: str, size: float) -> None:
        """One line at the cursor, with raised marks; spread over the width when justified."""
        x = self.x + line.left
        blank = stringWidth(" ", font, size)
        if self.style.justified and not line.last and len(line.words) > 1:
            wide = sum(stringWidth(word, font, size) for word in line.words)
            wide += sum(stringWidth(mark, font, size * 0.6) for mark in line.marks.values())
            blank = (width - wide) / (len(line.words) - 1)
        y = self.height - self.y
        text = self.canvas.beginText()
        for position, word in enumerate(line.words):
            text.setTextOrigin(x, y)
            text.setFont(font, size)
            text.textOut(word + (" " if position + 1 < len(line.words) else ""))
            x += stringWidth(word, font, size)
            mark = line.marks.get(position)
            if mark:
                text.setTextOrigin(x, y + size * 0.35)
                text.setFont(font, size * 0.6)
                text.textOut(mark)
                x += stringWidth(mark, font, size * 0.6)
            x += blank
        self.canvas.drawText(text)

    def flow(
        self,
        text: str,
        *,
        font: str | None = None,
        size: float | None = None,
        left: float = 0.0,
        right: float = 0.0,
        first: float = 0.0,
        notes: Sequence[tuple[int, str]] = (),
        keep: float = 0.0,
    ) -> list[str]:
        """Sets a text; returns the marks of its notes.

        Args:
            left: indent of all lines; ``right`` likewise; ``first``: of the first line, on top.
            notes: ``(word, note)`` for the words that a note's mark follows.
            keep: room that must be left below its first line.
        """
        font, size = font or self.style.regular, size or self.style.size
        leading = max(self.style.leading, size * 1.2)
        width = self.column_width - left - right
        words = text.split()
        if first > 0:
            wide = stringWidth(" ", font, size)
            filler = "\u2007" * max(1, round(first / stringWidth("0", font, size)))
            lines = self.broken([filler, *words], width, font, size)
            lines[0] = lines[0][1:]
            first = stringWidth(filler, font, size) + wide
        else:
            lines = self.broken(words, width, font, size)
        marked: dict[int, tuple[str, str]] = {}
        for word, note in notes:
            self._note_count += 1
            marked[word] = (str(self._note_count), note)
        count = 0
        for at, line in enumerate(lines):
            set_ = _Set(line, left=left + (first if at == 0 else 0.0), last=at == len(lines) - 1)
            own: list[tuple[str, str]] = []
            for position, word in enumerate(line):
                whole = not (word.endswith("-") and position + 1 == len(line) and not set_.last)
                if whole and count in marked:
                    set_.marks[position] = marked[count][0]
                    own.append(marked[count])
                count += 1 if whole else 0
            height = leading + keep if at == 0 else leading
            new = [(mark, self._note_lines(note)) for mark, note in own]
            extra = sum(len(lines_) for _, lines_ in new) * self.style.size
            self.room(height + extra + (14 if new and not self.notes else 0))
            self.notes.extend(new)
            self.y += leading
            self._draw(set_, width - (first if at == 0 else 0.0), font, size)
        return [mark for mark, _ in marked.values()]

    def _note_lines(self, note: str) -> list[str]:
        size = self.style.size - 2.5
        lines = self.broken(note.split(), self.column_width - 14, self.style.regular, size)
        return [" ".join(line) for line in lines]

    # Blocks

    def heading(self, level: int, text: str) -> None:
        """A heading of a depth from 1."""
        font, size = self.style.heading_fonts[level - 1]
        self.y += size * 0.9
        self.room(size * 1.3 + 4 * self.style.leading)
        self.flow(text, font=font, size=size)
        self.y += size * 0.25
        self.truth.headings.append((level, text))
        self.headings[text] = self.page

    def paragraph(self, text: str, notes: Sequence[tuple[int, str]] = ()) -> None:
        """A paragraph, with notes after words counted from 0."""
        marks = self.flow(text, first=self.style.indent, notes=notes)
        self.y += self.style.space
        self.truth.paragraphs.append(text)
        for mark, (_, note) in zip(marks, notes, strict=True):
            self.truth.footnotes.append((mark, note, text))

    def quote(self, text: str, font: str | None = None) -> None:
        """A quotation set in from both sides."""
        self.y += 4
        self.flow(text, font=font, left=32, right=32)
        self.y += self.style.space + 4
        self.truth.quotes.append(text)

    def box(self, title: str, text: str, *, large: bool = False) -> None:
        """A text in a drawn and shaded box, in another print than the body, with a title; a large
        one is a heading."""
        size, leading, pad = self.style.size - 1, self.style.leading - 1, 8.0
        width = self.column_width - 2 * pad
        lines = [" ".join(line) for line in self.broken(text.split(), width, "Helvetica", size)]
        high = leading * (len(lines) + 1) + 2 * pad
        self.y += 6
        self.room(high + 10)
        top = self.height - self.y
        self.canvas.setFillGray(0.92)
        self.canvas.rect(self.x, top - high, self.column_width, high, fill=1)
        self.canvas.setFillGray(0)
        for at, line in enumerate([title, *lines]):
            font = "Helvetica-Bold" if at == 0 else "Helvetica"
            self.canvas.setFont(font, size + (3 if large and at == 0 else 0))
            y = top - pad - size - at * leading
            self.canvas.drawString(self.x + pad, y, line)
        self.y += high + 8
        self.truth.boxes.append((title, text))
        self.truth.paragraphs += [text] if large else [title, text]
        if large:
            self.truth.headings.append((2, title))

    def pull_quote(self, text: str) -> None:
        """A sentence of the text said again in large print between two rules."""
        font, size = self.style.italic, self.style.size * 1.5
        self.y += 6
        count = len(self.broken(text.split(), self.column_width, font, size))
        self.room(count * size * 1.2 + 20)
        for _ in range(2):
            y = self.height - self.y - 4
            self.canvas.line(self.x, y, self.x + self.column_width, y)
            if _ == 0:
                self.y += 4
                self.flow(text, font=font, size=size)
                self.y += 4
        self.y += 10
        self.truth.quotes.append(text)

    def item(self, text: str, marker: str, level: int = 1) -> None:
        """A list item; a number stays part of its text, a bullet does not."""
        left = 8 + 18.0 * (level - 1)
        self.room(self.style.leading)
        font, size = self.style.regular, self.style.size
        baseline = self.height - self.y - self.style.leading
        self.canvas.setFont(font, size)
        self.canvas.drawString(self.x + left, baseline, marker)
        self.flow(text, left=left + 16)
        self.y += 2
        bullet = not any(character.isalnum() for character in marker) or marker == "o"
        self.truth.items.append((level, text if bullet else f"{marker} {text}"))

    def caption(self, text: str) -> None:
        """A caption; what it belongs to follows."""
        self.flow(text, font=self.style.italic, size=self.style.size - 1, keep=60)
        self.y += 4
        self.truth.captions.append(text)

    def reference(self, text: str) -> None:
        """An entry of a reference list, with a hanging indent."""
        font, size = self.style.regular, self.style.size
        lines = self.broken(text.split(), self.column_width - 18, font, size)
        for at, line in enumerate(lines):
            self.room(self.style.leading)
            self.y += self.style.leading
            self._draw(_Set(line, left=0 if at == 0 else 18, last=True), 0, font, size)
        self.y += self.style.space
        self.truth.references.append(text)

    def contents(self, title: str, entries: Sequence[tuple[str, str]], leader: bool) -> None:
        """A contents list: titles with the labels of their pages."""
        font, size = self.style.heading_fonts[0]
        self.flow(title, font=font, size=size)
        self.y += 8
        self.truth.furniture.append((self.page, title))
        for text, label in entries:
            self.room(self.style.leading)
            self.y += self.style.leading
            y = self.height - self.y
            right = self.x + self.column_width
            self.canvas.setFont(self.style.regular, self.style.size)
            self.canvas.drawString(self.x, y, text)
            wide = stringWidth(label, self.style.regular, self.style.size)
            if leader:
                start = stringWidth(text + " ", self.style.regular, self.style.size)
                dot = stringWidth(".", self.style.regular, self.style.size)
                count = int((self.column_width - start - wide - 4) / dot)
                self.canvas.drawString(self.x + start, y, "." * count)
            self.canvas.drawRightString(right, y, label)
            self.truth.furniture.append((self.page, f"{text} {label}"))
