"""Formats without pages: the whole is page 1, and every block stands in its text as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.document import Block, BlockKind, Document, Page, Run, Source, TableRow
from corpus.errors import EmptyDocument, LimitExceeded
from corpus.proposing import propose_metadata
from corpus.reading.written_notes import with_linked_notes
from corpus.settings import ReadingLimits

# Divisions of a regulation, the wider before the narrower; some only number what they head.
_DIVISIONS = (
    ("deel", "part"),
    ("boek", "book"),
    ("titel", "title"),
    ("hoofdstuk", "chapter"),
    ("afdeling", "section"),
    ("paragraaf", "paragraph"),
    ("artikel", "article"),
)
_RANKS = {name: rank for rank, names in enumerate(_DIVISIONS, start=1) for name in names}
_DIVISION = re.compile(
    rf"({'|'.join(_RANKS)})\s+(?:\d+(?:[.:]\d+)*[a-z]?|[ivxlc]+|[a-z])\b[.:]?", re.IGNORECASE
)

# A cell that tells of what kind a row is: a word, or a bound ("> 2 GB").
_SAYS_WHAT = re.compile(r"[^\W\d_]{2,}|[<>≤≥]")
_ENDED = (".", "!", "?", "…", ":", ";", "”", '"', ")")
_CUT_FROM = 5  # words: less is a label of its own


class FlowingText:
    """Builds a document of one page, block by block, with the section path of each."""

    def __init__(self, source: Source, limits: ReadingLimits) -> None:
        self._source = source
        self._limits = limits
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._section: list[tuple[int, int, str]] = []
        self._tables = 0
        self._held: list[tuple[str, str]] = []
        self.caption = ""

    def _write(self, text: str, separator: str) -> tuple[Run, ...]:
        if self._pieces:
            self._pieces.append(separator)
            self._length += len(separator)
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        if self._length > self._limits.max_characters:
            raise LimitExceeded(
                f"It has more than {self._limits.max_characters:,} characters.",
                where=self._source.id,
                hint="Split it, or raise WEGWIJS_LIMITS__MAX_CHARACTERS.",
            )
        return (Run(0, 1, start, len(text)),)

    def heading(self, text: str, level: int) -> None:
        """Adds a heading of a depth from 1.

        An article stands under the chapter whose heading has the same depth; what stands right
        under a heading that only numbers ("Artikel 3") and is deeper says what that is about.
        """
        text = folded(text)
        if not text:
            return
        self.release_notes()
        if self._section and level > self._section[-1][0] and self._names(text):
            return
        division = _DIVISION.match(text)
        rank = _RANKS[division[1].lower()] if division else 0
        while self._section and self._section[-1][:2] >= (level, rank):
            self._section.pop()
        number = re.match(r"(\d+(?:\.\d+)*)\.?\s", text)
        self._add(BlockKind.HEADING, text, level=level, number=number[1] if number else "")
        self._section.append((level, rank, text))

    def _names(self, text: str) -> bool:
        """Puts ``text`` behind the heading right before it, where that only numbers."""
        last = self._blocks[-1]
        if last.kind is not BlockKind.HEADING or not _DIVISION.fullmatch(last.text):
            return False
        self._append(len(self._blocks) - 1, text)
        level, rank, _ = self._section.pop()
        self._section.append((level, rank, self._blocks[-1].text))
        return True

    def go_on(self, text: str) -> bool:
        """Puts a text behind the paragraph or item before it, where a page's end or an empty line
        cut that in two: no sentence has ended, and it goes on in lower case. Whether it did."""
        text = folded(text)
        place = len(self._blocks) - 1
        while place >= 0 and self._blocks[place].kind is BlockKind.FURNITURE:
            place -= 1
        if place < 0 or not text[:1].islower() or self._blocks[place].section != self._path():
            return False
        last = self._blocks[place]
        whole = last.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        if whole or last.text.endswith(_ENDED) or len(last.text.split()) < _CUT_FROM:
            return False
        self._append(place, text)
        return True

    def _append(self, place: int, text: str) -> None:
        """Puts a text behind that of a block."""
        block = self._blocks[place]
        (run,) = self._write(text, "\n\n")
        runs = (*block.runs, replace(run, start=len(block.text) + 1))
        self._blocks[place] = replace(block, text=f"{block.text} {text}", runs=runs)

    def _path(self) -> tuple[str, ...]:
        return tuple(title for *_, title in self._section)

    def add(
        self,
        kind: BlockKind,
        text: str,
        *,
        level: int = 0,
        number: str = "",
        marker: str = "",
        notes: Sequence[str] = (),
    ) -> None:
        """Adds a block of running text.

        Args:
            notes: the marks of the footnotes that it refers to.
        """
        text = folded(text)
        if not text:
            return
        if kind is BlockKind.CAPTION:
            self.caption = text
        self._add(kind, text, level=level, number=number, marker=marker, notes=tuple(notes))

    def hold_note(self, marker: str, text: str) -> None:
        """Keeps a footnote until its section ends, so that it cuts no list in two."""
        self._held.append((marker, text))

    def release_notes(self) -> None:
        """Adds the footnotes that were kept."""
        held, self._held = self._held, []
        for marker, text in held:
            self.add(BlockKind.FOOTNOTE, text, marker=marker)

    def _add(self, kind: BlockKind, text: str, **more: object) -> None:
        runs = self._write(text, "\n" if kind is BlockKind.LIST_ITEM else "\n\n")
        block = Block(kind, text, runs, section=self._path())
        self._blocks.append(replace(block, **more))  # type: ignore[arg-type]

    def table(
        self,
        rows: list[list[str]],
        *,
        has_header: bool,
        notes: Sequence[Sequence[str]] = (),
    ) -> None:
        """Adds a table; each row becomes a block readable alone, its cells on one line.

        A table whose body begins with a row of one cell is a table in groups: such rows are no rows
        of their own but part of those under them. So is a first cell of rows below that have none,
        and tell what they are of in the second.

        Args:
            notes: the marks of the footnotes that each row refers to.
        """
        noted = dict(enumerate(notes))
        told = [([folded(cell) for cell in row], noted.get(at, ())) for at, row in enumerate(rows)]
        told = [(row, marks) for row, marks in told if any(row)]
        if not told:
            return
        self._tables += 1
        named = re.match(r"((?:tabel|table)\s+\d+)", self.caption, re.IGNORECASE)
        name = named[1] if named else f"table {self._tables}"
        width = max(len(row) for row, _ in told)
        heads = has_header and len(told) > 1
        header = told[0][0] if heads else []
        header = [*header, *[""] * (width - len(header))]
        if heads:
            self._row(TableRow(name, self.caption, tuple(header), tuple(header), 0), told[0][1])
        body = told[1:] if heads else told
        alone = [width > 1 and bool(row[0]) and not any(row[1:]) for row, _ in body]
        grouped = len(body) > 1 and alone[0] and not alone[1]
        count, group, above = 0, "", ""
        for (row, marks), single in zip(body, alone, strict=True):
            cells = (*row, *[""] * (width - len(row)))
            names = grouped and single
            group = row[0] if names else group
            count += 0 if names else 1
            above = row[0] or (above if _goes_under(cells) else "")
            table = TableRow(
                name,
                self.caption,
                tuple(header),
                cells,
                0 if names else count,
                group="" if names else group or (above if not row[0] else ""),
            )
            self._row(table, marks)
        self.caption = ""

    def _row(self, table: TableRow, notes: Sequence[str]) -> None:
        runs: list[Run] = []
        text = f"{table.group} – " if table.group else ""
        for header, cell in zip(table.header, table.cells, strict=True):
            if not cell:
                continue
            if runs:
                text += "; "
            if header and table.row > 0:
                text += f"{header}: "
            (run,) = self._write(cell, " | " if runs else "\n\n")
            runs.append(Run(len(text), 1, run.page_start, run.length))
            text += cell
        self._blocks.append(
            Block(
                BlockKind.TABLE_ROW,
                text,
                tuple(runs),
                section=self._path(),
                number=str(table.row),
                notes=tuple(notes),
                table=table,
            )
        )

    def document(self, warnings: tuple[str, ...] = ()) -> Document:
        """The document as built.

        Raises:
            EmptyDocument: nothing was added.
        """
        self.release_notes()
        if not self._blocks:
            raise EmptyDocument(
                "There is no text in it.", where=self._source.id, hint="Is it the right file?"
            )
        text = "".join(self._pieces)
        blocks = tuple(with_linked_notes(self._blocks))
        document = Document(self._source, (Page(1, None, text),), blocks, warnings)
        return replace(document, source=propose_metadata(document))


def _goes_under(cells: Sequence[str]) -> bool:
    """Whether a row without a first cell is of what the first cell above it says, no total."""
    return not cells[0] and len(cells) > 2 and bool(_SAYS_WHAT.search(cells[1]))


def folded(text: str) -> str:
    """White space folded, soft hyphens and other invisible signs gone."""
    return " ".join(re.sub("[\u00ad\u200b\u200c\u200d\u2060\ufeff]", "", text).split())
