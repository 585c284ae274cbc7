"""Blocks out of drafts: clean text with its map, footnote marks lifted out, section paths."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.document import Block, BlockKind, Run, TableRow
from corpus.layout.cleaning import CleanText, KnownWords, Piece
from corpus.layout.footnotes import OPENING, marks_in, without_brackets
from corpus.layout.grouping import BULLET, Group
from corpus.layout.headings import DEEPEST
from corpus.layout.positioned import Line, PositionedPage
from corpus.layout.tables import Cell, RowPart

_SIGNS = "*†‡"
"""Marks that are one whether or not a note with them was found."""
_KEEP_MARKS = frozenset((BlockKind.REFERENCE, BlockKind.FURNITURE))


@dataclass(slots=True)
class Draft:
    """A block in the making: the groups that belong together, or the parts of a table row.

    ``boxed`` says that it stands in a drawn box, beside the running text; ``initial`` that its
    first group is a large first letter of the word that its second group goes on with; ``torn``
    that the file has set its sentence in several paragraphs under one another.
    """

    kind: BlockKind
    groups: list[Group] = field(default_factory=list)
    level: int = 0
    marker: str = ""
    number: str = ""
    table: TableRow | None = None
    parts: list[RowPart] = field(default_factory=list)
    boxed: bool = False
    initial: bool = False
    torn: bool = False

    @property
    def last(self) -> Group:
        """The last of its groups."""
        return self.groups[-1]

    @property
    def last_page(self) -> int:
        """The page that it ends on."""
        return self.parts[-1].page if self.parts else self.last.page


@dataclass(frozen=True, slots=True)
class _Context:
    """What building a block needs to know of the document."""

    pages: Mapping[int, PositionedPage]
    words: KnownWords | Collection[str]
    known: frozenset[str]
    """The marks that footnotes have."""


def build_blocks(
    drafts: Sequence[Draft],
    pages: Mapping[int, PositionedPage],
    words: KnownWords | Collection[str],
    aside: frozenset[tuple[int, int]],
) -> tuple[Block, ...]:
    """Blocks in reading order with their section paths; furniture at its place on its page.

    Args:
        words: lower case words of the document, for hyphens at line ends.
        aside: furniture lines, as ``(page number, line position)``.
    """
    known = frozenset(draft.marker for draft in drafts if draft.kind is BlockKind.FOOTNOTE)
    context = _Context(pages, words, known)
    section: list[tuple[int, str, bool]] = []
    blocks: list[Block] = []
    for draft in drafts:
        block = _block(draft, context)
        if not block.text:
            continue
        if not draft.boxed:
            # What a box says ends with it.
            while section and section[-1][2]:
                section.pop()
        if block.kind is BlockKind.HEADING:
            if draft.boxed:
                deepest = max((level for level, _, inside in section if not inside), default=0)
                block = replace(block, level=min(max(block.level, deepest + 1), DEEPEST))
            while section and section[-1][0] >= block.level:
                section.pop()
            blocks.append(replace(block, section=tuple(title for _, title, _ in section)))
            section.append((block.level, block.text, draft.boxed))
            continue
        blocks.append(replace(block, section=tuple(title for _, title, _ in section)))
    return _with_furniture(blocks, pages, aside)


def _block(draft: Draft, context: _Context) -> Block:
    if draft.kind is BlockKind.TABLE_ROW and draft.table is not None:
        return _row(draft, draft.table, context)
    built = CleanText(context.words)
    notes: list[str] = []
    first = True
    for at, one in enumerate(draft.groups):
        page = context.pages[one.page]
        glue = draft.initial and at == 1
        if not glue and _added_whole(built, one, page, draft, first):
            first = False
            continue
        for line in one.lines:
            start = _after_marker(line, page, draft) if first else line.start
            if draft.kind in _KEEP_MARKS:
                built.add(page.text, Piece(page.number, start, line.end))
            else:
                _add_line(built, line, page, start, context.known, notes, glue)
            first = glue = False
    text, runs = built.result()
    return Block(
        draft.kind,
        text,
        runs,
        level=draft.level,
        number=draft.number,
        marker=without_brackets(draft.marker),
        notes=tuple(dict.fromkeys(notes)),
    )


def _added_whole(
    built: CleanText, one: Group, page: PositionedPage, draft: Draft, first: bool
) -> bool:
    """Adds a group at once, when its lines follow one another and carry no marks: most do."""
    lines = one.lines
    if any(line.marked for line in lines) or any(
        after.start - before.end != 1 for before, after in itertools.pairwise(lines)
    ):
        return False
    start = _after_marker(lines[0], page, draft) if first else lines[0].start
    return built.add_lines(page.text, one.page, start, lines[-1].end)


def _add_line(
    built: CleanText,
    line: Line,
    page: PositionedPage,
    start: int,
    known: frozenset[str],
    notes: list[str],
    glue: bool = False,
) -> None:
    """Adds a line without its footnote marks, and the marks to ``notes``."""
    for piece in _without_marks(line, page, start, known, notes, glue):
        built.add(page.text, piece)


def _without_marks(
    line: Line,
    page: PositionedPage,
    start: int,
    known: frozenset[str],
    notes: list[str],
    glue: bool,
) -> Iterator[Piece]:
    if not line.marked:
        yield Piece(page.number, start, line.end, glue)
        return
    for word, end, marks in marks_in(line.words, page, start):
        if not all(mark in known or mark[0] in _SIGNS for mark in marks):
            continue
        notes.extend(map(without_brackets, marks))
        # A mark that stands apart goes with the space before it.
        until = word.mark_start
        while until > start and page.text[until - 1].isspace():
            until -= 1
        yield Piece(page.number, start, until, glue)
        start, glue = end, True
    yield Piece(page.number, start, line.end, glue)


def _after_marker(line: Line, page: PositionedPage, draft: Draft) -> int:
    """Where a block's own text begins: after a footnote's mark, after a bullet."""
    text = page.text[line.start : line.end]
    if draft.kind is BlockKind.FOOTNOTE and draft.marker:
        match = OPENING.match(text)
        return line.start + (match.end() if match else 0)
    if draft.kind is BlockKind.LIST_ITEM:
        bullet = BULLET.match(text + " ")
        return line.start + (min(bullet.end(), len(text)) if bullet else 0)
    return line.start


def _row(draft: Draft, table: TableRow, context: _Context) -> Block:
    """A row readable alone: its group, then each cell after its column's header. Only the cells are
    on the page, and a cell that reaches down into several rows only in the first of them."""
    built = CleanText(context.words)
    cells: list[str] = []
    notes: list[str] = []
    begun = False
    for column, header in enumerate(table.header):
        parts = [
            (part.cells[column], context.pages[part.page])
            for part in draft.parts
            if column < len(part.cells) and part.cells[column].lines
        ]
        text = _parts_text(parts, context, notes)
        cells.append(text)
        if not text:
            continue
        if begun:
            built.say("; ")
        elif table.group:
            built.say(f"{table.group} – ")
        if header and table.row > 0 and header != text:
            built.say(f"{header}: ")
        if parts[0][0].repeats:
            built.say(text)
        else:
            _add_parts(built, parts, context.known, notes)
        begun = True
    text, runs = built.result()
    return Block(
        BlockKind.TABLE_ROW,
        text,
        runs,
        number=str(table.row),
        notes=tuple(dict.fromkeys(notes)),
        table=replace(table, cells=tuple(cells)),
    )


def _parts_text(
    parts: Sequence[tuple[Cell, PositionedPage]], context: _Context, notes: list[str]
) -> str:
    built = CleanText(context.words)
    _add_parts(built, parts, context.known, notes)
    return built.result()[0]


def _add_parts(
    built: CleanText,
    parts: Sequence[tuple[Cell, PositionedPage]],
    known: frozenset[str],
    notes: list[str],
) -> None:
    """Adds a cell that may go on in other rows and on other pages."""
    glue = True
    for cell, page in parts:
        for line in cell.lines:
            _add_line(built, line, page, line.start, known, notes, glue=glue)
            glue = False


def cell_text(
    cell: Cell,
    page: PositionedPage,
    words: KnownWords | Collection[str] = (),
    known: frozenset[str] = frozenset(),
) -> str:
    """The clean text of one cell, without the marks of known footnotes."""
    built = CleanText(words)
    _add_parts(built, [(cell, page)], known, [])
    return built.result()[0]


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
    at = 0
    for block in blocks:
        begins = _first_page(block.runs)
        while at < len(waiting) and begins and waiting[at][0] <= begins:
            found.append(waiting[at][1])
            at += 1
        found.append(block)
    return (*found, *(block for _, block in waiting[at:]))


def _first_page(runs: Sequence[Run]) -> int:
    return runs[0].page if runs else 0
