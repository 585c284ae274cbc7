"""Blocks out of drafts: clean text with its map, footnote marks lifted out, section paths."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.document import Block, BlockKind, Run, TableRow
from corpus.layout.cleaning import CleanText, Piece
from corpus.layout.footnotes import marks_in
from corpus.layout.grouping import BULLET, Group
from corpus.layout.positioned import Line, PositionedPage
from corpus.layout.tables import Cell


@dataclass(slots=True)
class Draft:
    """A block in the making: the groups that belong together, or the cells of a table row."""

    kind: BlockKind
    groups: list[Group] = field(default_factory=list)
    level: int = 0
    marker: str = ""
    number: str = ""
    table: TableRow | None = None
    cells: tuple[Cell, ...] = ()
    page: int = 0

    @property
    def last(self) -> Group:
        """The last of its groups."""
        return self.groups[-1]


def build_blocks(
    drafts: Sequence[Draft],
    pages: Mapping[int, PositionedPage],
    words: Collection[str],
    aside: frozenset[tuple[int, int]],
) -> tuple[Block, ...]:
    """Blocks in reading order with their section paths; furniture at its place on its page.

    Args:
        words: lower case words of the document, for hyphens at line ends.
        aside: furniture lines, as ``(page number, line position)``.
    """
    known = {draft.marker for draft in drafts if draft.kind is BlockKind.FOOTNOTE}
    section: list[tuple[int, str]] = []
    blocks: list[Block] = []
    for draft in drafts:
        block = _block(draft, pages, words, known)
        if not block.text:
            continue
        path = tuple(title for _, title in section)
        if block.kind is BlockKind.HEADING:
            while section and section[-1][0] >= block.level:
                section.pop()
            path = tuple(title for _, title in section)
            section.append((block.level, block.text))
        blocks.append(replace(block, section=path))
    return _with_furniture(blocks, pages, aside)


def _block(
    draft: Draft, pages: Mapping[int, PositionedPage], words: Collection[str], known: set[str]
) -> Block:
    if draft.kind is BlockKind.TABLE_ROW and draft.table is not None:
        return _row(draft, draft.table, pages[draft.page], words)
    built = CleanText(words)
    notes: list[str] = []
    keep_marks = draft.kind in (BlockKind.REFERENCE, BlockKind.FURNITURE)
    first = True
    for one in draft.groups:
        page = pages[one.page]
        for line in one.lines:
            found = [] if keep_marks else marks_in(line.words, page)
            lifted = {mark for mark in found if mark in known or not mark.isdigit()}
            notes.extend(mark for mark in found if mark in lifted)
            for piece in _pieces(line, page, lifted if found else set(), draft, first):
                built.add(page.text, piece)
            first = False
    text, runs = built.result()
    return Block(
        draft.kind,
        text,
        runs,
        level=draft.level,
        number=draft.number,
        marker=draft.marker,
        notes=tuple(dict.fromkeys(notes)),
    )


def _pieces(
    line: Line, page: PositionedPage, lifted: set[str], draft: Draft, first: bool
) -> Iterator[Piece]:
    """The stretches of a line that make its clean text: without marks, bullets and note numbers."""
    start = line.start
    if first and draft.kind is BlockKind.FOOTNOTE and draft.marker:
        start += _length_of_mark(page.text[line.start : line.end], draft.marker)
    elif first and draft.kind is BlockKind.LIST_ITEM:
        bullet = BULLET.match(page.text[start : line.end] + " ")
        start += min(bullet.end(), line.end - start) if bullet else 0
    glue = False
    for word in line.words:
        if word.mark_start < 0 or word.mark_start < start or not lifted:
            continue
        match = re.match(r"[⁰¹²³⁴-⁹\d*†‡]+", page.text[word.mark_start : word.end])
        if match is None:
            continue
        yield Piece(page.number, start, word.mark_start, glue)
        start, glue = word.mark_start + match.end(), True
    yield Piece(page.number, start, line.end, glue)


def _length_of_mark(text: str, marker: str) -> int:
    match = re.match(r"[⁰¹²³⁴-⁹\d*†‡]+\s*", text)
    return match.end() if match else 0 * len(marker)


def _row(draft: Draft, table: TableRow, page: PositionedPage, words: Collection[str]) -> Block:
    """A row readable alone: each cell after its column's header. Only the cells are on the page."""
    built = CleanText(words)
    cells = []
    begun = False
    for header, cell in zip(
        table.header, (*draft.cells, *(Cell(()),) * len(table.header)), strict=False
    ):
        own = CleanText(words)
        for line in cell.lines:
            own.add(page.text, Piece(page.number, line.start, line.end))
        text = own.result()[0]
        cells.append(text)
        if not text:
            continue
        if begun:
            built.say("; ")
        if header and table.row > 0 and header != text:
            built.say(f"{header}: ")
        for position, line in enumerate(cell.lines):
            built.add(page.text, Piece(page.number, line.start, line.end, glue=position == 0))
        begun = True
    text, runs = built.result()
    return Block(
        BlockKind.TABLE_ROW,
        text,
        runs,
        number=str(table.row),
        table=replace(table, cells=tuple(cells)),
    )


def _with_furniture(
    blocks: Sequence[Block],
    pages: Mapping[int, PositionedPage],
    aside: frozenset[tuple[int, int]],
) -> tuple[Block, ...]:
    """Puts the furniture of a page before the first block that begins on it or after it."""
    waiting: list[tuple[int, Block]] = []
    for number, position in sorted(aside):
        page = pages[number]
        line = page.lines[position]
        built = CleanText()
        built.add(page.text, Piece(number, line.start, line.end))
        text, runs = built.result()
        if text:
            waiting.append((number, Block(BlockKind.FURNITURE, text, runs)))
    found: list[Block] = []
    for block in blocks:
        begins = _first_page(block.runs)
        while waiting and begins and waiting[0][0] <= begins:
            found.append(waiting.pop(0)[1])
        found.append(block)
    return (*found, *(block for _, block in waiting))


def _first_page(runs: Sequence[Run]) -> int:
    return runs[0].page if runs else 0
