"""Formats without pages: the whole is page 1, and every block stands in its text as it is."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.document import Block, BlockKind, Document, Page, Run, Source, TableRow
from corpus.errors import EmptyDocument, LimitExceeded
from corpus.proposing import propose_metadata
from corpus.settings import ReadingLimits


class FlowingText:
    """Builds a document of one page, block by block, with the section path of each."""

    def __init__(self, source: Source, limits: ReadingLimits) -> None:
        self._source = source
        self._limits = limits
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._section: list[tuple[int, str]] = []
        self._tables = 0
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
        """Adds a heading of a depth from 1."""
        text = folded(text)
        if not text:
            return
        while self._section and self._section[-1][0] >= level:
            self._section.pop()
        number = re.match(r"(\d+(?:\.\d+)*)\.?\s", text)
        self._add(BlockKind.HEADING, text, level=level, number=number[1] if number else "")
        self._section.append((level, text))

    def add(
        self, kind: BlockKind, text: str, *, level: int = 0, number: str = "", marker: str = ""
    ) -> None:
        """Adds a block of running text."""
        text = folded(text)
        if not text:
            return
        if kind is BlockKind.CAPTION:
            self.caption = text
        self._add(kind, text, level=level, number=number, marker=marker)

    def _add(self, kind: BlockKind, text: str, **more: object) -> None:
        runs = self._write(text, "\n" if kind is BlockKind.LIST_ITEM else "\n\n")
        block = Block(kind, text, runs, section=tuple(title for _, title in self._section))
        self._blocks.append(replace(block, **more))  # type: ignore[arg-type]

    def table(self, rows: list[list[str]], *, has_header: bool) -> None:
        """Adds a table; each row becomes a block readable alone, its cells on one line."""
        rows = [[folded(cell) for cell in row] for row in rows]
        rows = [row for row in rows if any(row)]
        if not rows:
            return
        self._tables += 1
        named = re.match(r"((?:tabel|table)\s+\d+)", self.caption, re.IGNORECASE)
        name = named[1] if named else f"table {self._tables}"
        width = max(len(row) for row in rows)
        header = rows[0] if has_header and len(rows) > 1 else []
        header = [*header, *[""] * (width - len(header))]
        for position, row in enumerate(rows):
            heads = has_header and position == 0 and len(rows) > 1
            self._row(
                row, header, name, 0 if heads else position + (0 if any(header) else 1), width
            )
        self.caption = ""

    def _row(self, row: list[str], header: list[str], name: str, number: int, width: int) -> None:
        runs: list[Run] = []
        text = ""
        first = True
        for column, cell in enumerate(row):
            if not cell:
                continue
            if not first:
                text += "; "
            if header[column] and number > 0:
                text += f"{header[column]}: "
            (run,) = self._write(cell, "\n\n" if first else " | ")
            runs.append(Run(len(text), 1, run.page_start, run.length))
            text += cell
            first = False
        cells = (*row, *[""] * (width - len(row)))
        table = TableRow(name, self.caption, tuple(header), cells, number)
        self._blocks.append(
            Block(
                BlockKind.TABLE_ROW,
                text,
                tuple(runs),
                section=tuple(title for _, title in self._section),
                number=str(number),
                table=table,
            )
        )

    def document(self, warnings: tuple[str, ...] = ()) -> Document:
        """The document as built.

        Raises:
            EmptyDocument: nothing was added.
        """
        if not self._blocks:
            raise EmptyDocument(
                "There is no text in it.", where=self._source.id, hint="Is it the right file?"
            )
        text = "".join(self._pieces)
        document = Document(self._source, (Page(1, None, text),), tuple(self._blocks), warnings)
        return replace(document, source=propose_metadata(document))


def folded(text: str) -> str:
    """White space folded, soft hyphens and other invisible signs gone."""
    return " ".join(re.sub("[\u00ad\u200b\u200c\u200d\u2060\ufeff]", "", text).split())
