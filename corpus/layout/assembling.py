"""From the groups of all pages to the blocks of the document."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.document import Block, BlockKind, TableRow
from corpus.layout import tables
from corpus.layout.building import Draft, build_blocks
from corpus.layout.cleaning import CleanText, Piece, words_of
from corpus.layout.contents import contents_entries
from corpus.layout.footnotes import opening_mark, split_footnotes
from corpus.layout.furniture import furniture
from corpus.layout.grouping import BULLET, NUMBERED, Group, group, in_columns
from corpus.layout.headings import NUMBER, body_size, heading_levels
from corpus.layout.joining import join
from corpus.layout.positioned import Line, PositionedPage
from corpus.layout.tables import Cell, RawTable

_CAPTION = re.compile(
    r"^((?:tabel|table|tableau|figuur|figure|fig\.|grafiek|graph|chart|kaart|map|schema|diagram|"
    r"afbeelding|foto|box|kader)\s+\d+(?:[.\-]\d+)*[a-z]?)(?=[\s.:–-]|$)",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    r"^(?:\d+(?:\.\d+)*\.?\s+)?(?:referenties|referentielijst|bibliografie|literatuur(?:lijst)?|"
    r"geraadpleegde (?:bronnen|literatuur)|bronnen(?:lijst)?|references|bibliography|"
    r"works cited|literature|bibliographie)\s*:?$",
    re.IGNORECASE,
)
_MAX_CAPTION = 220


Unit = Group | RawTable


def assemble(
    pages: Sequence[PositionedPage], outline: Mapping[str, int] | None = None
) -> tuple[Block, ...]:
    """The document's blocks in reading order; furniture stands where it was read, set aside.

    Args:
        pages: all pages, in order.
        outline: level of each title in the file's outline, see :mod:`corpus.layout.headings`.
    """
    by_number = {page.number: page for page in pages}
    aside = furniture(pages)
    units: list[Unit] = []
    for page in pages:
        units.extend(_units(page, aside))
    drafts = join(_classify(units, by_number, outline), by_number)
    words = words_of(page.text for page in pages)
    return build_blocks(drafts, by_number, words, aside)


def _units(page: PositionedPage, aside: frozenset[tuple[int, int]]) -> list[Unit]:
    """Groups and tables of a page in reading order."""
    groups = group(page, aside)
    if any("TR" in one.kinds for one in groups):
        units: list[Unit] = list(groups)
        for first, last, table in reversed(tables.structured_tables(page, groups)):
            units[first : last + 1] = [table]
        return units
    if page.tags:
        return list(groups)
    lines = in_columns(
        [line for at, line in enumerate(page.lines) if (page.number, at) not in aside], page.width
    )
    found = tables.ruled_tables(page, lines)
    held = frozenset().union(*(taken for taken, _ in found)) if found else frozenset()
    rest = [line for at, line in enumerate(lines) if at not in held]
    for taken, table in tables.aligned_tables(page, rest):
        positions = [at for at, line in enumerate(lines) if at not in held]
        found.append((frozenset(positions[at] for at in taken), table))
    if not found:
        return list(groups)
    return _between(page, lines, found)


def _between(
    page: PositionedPage, lines: Sequence[Line], found: list[tuple[frozenset[int], RawTable]]
) -> list[Unit]:
    """Tables at the place of their first line, the lines between them grouped as text."""
    starts = {min(taken): (taken, table) for taken, table in found}
    held = frozenset().union(*(taken for taken, _ in found))
    units: list[Unit] = []
    text: list[Line] = []

    def flush() -> None:
        if text:
            part = PositionedPage(page.number, page.text, page.width, page.height, tuple(text))
            units.extend(group(part, frozenset()))
            text.clear()

    for position, line in enumerate(lines):
        if position in starts:
            flush()
            units.append(starts[position][1])
        elif position not in held:
            text.append(line)
    flush()
    return units


def _classify(
    units: Sequence[Unit],
    pages: Mapping[int, PositionedPage],
    outline: Mapping[str, int] | None,
) -> list[Draft]:
    groups = [unit for unit in units if isinstance(unit, Group)]
    body = body_size(groups)
    levels = heading_levels(groups, pages, outline)
    listed = contents_entries(groups, levels, pages)
    drafts: list[Draft] = []
    position = -1
    in_references = False
    for unit in units:
        if isinstance(unit, RawTable):
            drafts.extend(_table_rows(unit, drafts, pages))
            continue
        position += 1
        text = unit.text(pages[unit.page])
        if position in listed:
            drafts.append(Draft(BlockKind.FURNITURE, [unit]))
            continue
        if position in levels:
            number = NUMBER.match(text)
            drafts.append(
                Draft(
                    BlockKind.HEADING,
                    [unit],
                    level=levels[position],
                    number=number[1] if number and number[1][0].isdigit() else "",
                )
            )
            in_references = bool(_REFERENCES.match(text.strip())) or (
                in_references and levels[position] > 1 and not number
            )
            continue
        drafts.extend(_text_drafts(unit, text, pages[unit.page], body, in_references))
    return drafts


def _text_drafts(
    one: Group, text: str, page: PositionedPage, body: float, in_references: bool
) -> list[Draft]:
    mark = opening_mark(one, page, body)
    if mark and not in_references:
        return [
            Draft(BlockKind.FOOTNOTE, [part], marker=opening_mark(part, page, body) or mark)
            for part in split_footnotes(one, page, body)
        ]
    caption = _CAPTION.match(text)
    if "Caption" in one.kinds or (caption and len(text) <= _MAX_CAPTION):
        return [Draft(BlockKind.CAPTION, [one], number=caption[1] if caption else "")]
    if in_references:
        return [Draft(BlockKind.REFERENCE, [part]) for part in _entries(one)]
    if "LI" in one.kinds or "LBody" in one.kinds:
        depth = sum(kind == "L" for kind in one.kinds)
        return [Draft(BlockKind.LIST_ITEM, [one], level=max(depth, 1), number=_marker(text))]
    if BULLET.match(text) or NUMBERED.match(text):
        level = 1 + int(max(0.0, one.left - page.width * 0.14) // 24)
        return [Draft(BlockKind.LIST_ITEM, [one], level=level, number=_marker(text))]
    if "BlockQuote" in one.kinds:
        return [Draft(BlockKind.QUOTE, [one])]
    return [Draft(BlockKind.PARAGRAPH, [one])]


def _marker(text: str) -> str:
    match = NUMBERED.match(text) or BULLET.match(text)
    return match[0].strip() if match else ""


def _entries(one: Group) -> list[Group]:
    """A group of a reference list cut where hanging indents begin an entry."""
    if one.kinds or len(one.lines) < 3:
        return [one]
    left = min(line.left for line in one.lines)
    hanging = sum(line.left > left + 8 for line in one.lines) >= 0.3 * len(one.lines)
    if not hanging:
        return [one]
    parts: list[list[Line]] = []
    for line in one.lines:
        if not parts or line.left <= left + 3:
            parts.append([line])
        else:
            parts[-1].append(line)
    return [replace(one, lines=tuple(lines)) for lines in parts]


def _table_rows(
    table: RawTable, drafts: Sequence[Draft], pages: Mapping[int, PositionedPage]
) -> list[Draft]:
    """A draft for every row. A table that goes on from the page before keeps its header, caption
    and count."""
    before = _previous_row(drafts, table)
    caption = _caption_above(drafts, pages)
    page = pages[table.page]
    rows = list(table.rows)
    texts = [tuple(_cell_text(cell, page) for cell in row) for row in rows]
    if before is not None and not caption:
        header, name, caption, count = before.header, before.table, before.caption, before.row
        has_header = bool(texts) and texts[0] == header
    else:
        has_header = len(rows) > 1 and (
            any(cell.header for cell in rows[0])
            or (all(texts[0]) and _header_like(rows[0], rows[1:]))
        )
        header = texts[0] if has_header else ("",) * len(texts[0])
        numbered = _CAPTION.match(caption)
        name, count = (numbered[1] if numbered else f"p{table.page}-{round(table.top)}"), 0
    found = []
    for position, (row, cells) in enumerate(zip(rows, texts, strict=True)):
        if not any(cells):
            continue
        heads = has_header and position == 0
        count += 0 if heads else 1
        width = max(len(header), len(cells))
        found.append(
            Draft(
                BlockKind.TABLE_ROW,
                cells=row,
                page=table.page,
                table=TableRow(
                    name,
                    caption,
                    (*header, *("",) * (width - len(header))),
                    (*cells, *("",) * (width - len(cells))),
                    0 if heads else count,
                    table.trusted,
                ),
            )
        )
    return found


def _header_like(first: Sequence[Cell], others: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row is set apart: bold where the others are not, or, where nothing is bold,
    the first of at least three rows."""
    bold = all(line.bold for cell in first for line in cell.lines)
    others_bold = all(line.bold for row in others for cell in row for line in cell.lines)
    return not others_bold and (bold or len(others) >= 2)


def _previous_row(drafts: Sequence[Draft], table: RawTable) -> TableRow | None:
    """The last row of a table that this one goes on from: the page before, nothing but furniture,
    footnotes and captions of none between, and as many columns."""
    for draft in reversed(drafts):
        if draft.kind is BlockKind.TABLE_ROW and draft.table is not None:
            same = len(draft.table.header) == table.columns and draft.page == table.page - 1
            return draft.table if same else None
        if draft.kind not in (BlockKind.FURNITURE, BlockKind.FOOTNOTE):
            return None
    return None


def _caption_above(drafts: Sequence[Draft], pages: Mapping[int, PositionedPage]) -> str:
    if drafts and drafts[-1].kind is BlockKind.CAPTION:
        one = drafts[-1].last
        return one.text(pages[one.page])
    return ""


def _cell_text(cell: Cell, page: PositionedPage) -> str:
    built = CleanText()
    for line in cell.lines:
        built.add(page.text, Piece(page.number, line.start, line.end))
    return built.result()[0]
