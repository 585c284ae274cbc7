"""Rows of tables, with their header and caption, also over several pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from corpus.document import BlockKind, TableRow
from corpus.layout.building import Draft, cell_text
from corpus.layout.positioned import PositionedPage
from corpus.layout.tables import Cell, RawTable, RowPart
from corpus.layout.torn_rows import goes_on

CAPTION = re.compile(
    r"^((?:tabel|table|tableau|figuur|figure|fig\.|grafiek|graph|chart|kaart|map|schema|diagram|"
    r"afbeelding|foto|box|kader|illustratie)\s+(?:\d+(?:[.\-]\d+)*[a-z]?|[IVX]+))(?=[\s.:–-]|$)",
    re.IGNORECASE,
)


def table_rows(
    table: RawTable, drafts: Sequence[Draft], page: PositionedPage, known: frozenset[str]
) -> list[Draft]:
    """A draft for every row.

    A table that goes on from the page before keeps its header, caption and count; a header that is
    printed again there counts as row 0, like the first. A row that only heads the rows under it
    counts as row 0 as well, and is their group. The rest of a row that was cut in two goes to the
    draft of its beginning.

    Args:
        drafts: what stands before the table.
        known: the marks of footnotes, that are no part of a cell's text.
    """
    caption = _caption_above(drafts)
    rows = list(table.rows)
    texts = [tuple(cell_text(cell, page, known=known) for cell in row) for row in rows]
    last = None if caption else _previous_row(drafts, table)
    before = last.table if last is not None else None
    group = ""
    if before is not None:
        header, name, caption, count = before.header, before.table, before.caption, before.row
        has_header = bool(texts) and any(header) and texts[0] == header
        group = before.cells[0] if not before.row and before.cells != header else before.group
        count = max(
            one.table.row for one in drafts if one.table is not None and one.table.table == name
        )
    else:
        has_header = len(rows) > 1 and (
            any(cell.header for cell in rows[0])
            or (_heads_columns(texts[0]) and _header_like(rows[0], rows[1:]))
        )
        header = texts[0] if has_header else ("",) * len(texts[0])
        numbered = CAPTION.match(caption)
        name, count = (numbered[1] if numbered else f"p{table.page}-{round(table.top)}"), 0
    groups = _group_rows(rows, int(has_header), begins=before is None, grouped=bool(group))
    last = _last_body_row(drafts, name) if before is not None else None
    found: list[Draft] = []
    for position, (row, cells) in enumerate(zip(rows, texts, strict=True)):
        if not any(cells):
            continue
        heads = has_header and position == 0
        names = position in groups
        if not (heads or names) and last is not None and _torn(last, row, cells, table.page):
            _append(last, RowPart(table.page, row), cells)
            continue
        if names:
            group = cells[0]
        count += 0 if heads or names else 1
        width = max(len(header), len(cells))
        draft = Draft(
            BlockKind.TABLE_ROW,
            parts=[RowPart(table.page, row)],
            table=TableRow(
                name,
                caption,
                (*header, *("",) * (width - len(header))),
                (*cells, *("",) * (width - len(cells))),
                0 if heads or names else count,
                table.trusted,
                "" if heads or names else group,
            ),
        )
        found.append(draft)
        if not heads:
            last = None if names else draft
    return found


def _append(last: Draft, part: RowPart, cells: Sequence[str]) -> None:
    """Adds the rest of a row that was cut in two to its beginning."""
    assert last.table is not None
    both = zip_longest(last.table.cells, cells, fillvalue="")
    last.parts.append(part)
    last.table = replace(last.table, cells=tuple(f"{one} {other}".strip() for one, other in both))


def _torn(last: Draft, row: Sequence[Cell], cells: Sequence[str], page: int) -> bool:
    """Whether a row is the rest of the one before it."""
    assert last.table is not None
    if any(cell.repeats for cell in row):
        return False
    return goes_on(last.table.cells, cells, apart=last.last_page != page)


def _group_rows(
    rows: Sequence[Sequence[Cell]], first: int, *, begins: bool, grouped: bool
) -> frozenset[int]:
    """Positions of the rows that head the rows under them: only their first cell is filled.

    One of them must tell them from rows that merely lack something: it reaches over all columns, is
    set in another print than the first cells of full rows, or stands first in the table's body.
    Then all that look alike are.

    Args:
        first: where the body begins.
        begins: whether the table begins here; ``grouped``: whether it has shown such rows before.
    """
    full = [sum(bool(cell.lines) for cell in row) > 1 for row in rows]
    usual = {
        _print(row[0])
        for row, filled in zip(rows[first:], full[first:], strict=True)
        if filled and row[0].lines
    }
    alone = [
        position
        for position, row in enumerate(rows)
        if position >= first
        and row[0].lines
        and not (full[position] or row[0].repeats or len(row) < 2)
        # What the last one heads may stand on the next page.
        and (position + 1 == len(rows) or full[position + 1])
    ]
    shown = {
        _print(rows[position][0])
        for position in alone
        if grouped
        or rows[position][0].across == len(rows[position])
        or (position + 1 < len(rows) and usual and _print(rows[position][0]) not in usual)
        or (begins and position == first and position + 1 < len(rows))
    }
    return frozenset(position for position in alone if _print(rows[position][0]) in shown)


def _print(cell: Cell) -> tuple[bool, bool]:
    """Whether a cell is set bold, and whether in italics."""
    return all(line.bold for line in cell.lines), all(line.italic for line in cell.lines)


def _heads_columns(texts: Sequence[str]) -> bool:
    """Whether a row names all columns, or all but the first."""
    return all(texts[1:]) and len(texts) > 1


def _header_like(first: Sequence[Cell], others: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row is set apart: bold where the others are not, or, where nothing is bold,
    the first of at least three rows and without figures where the others have them."""
    if first[0].lines and first[0].lines[-1].text.endswith(":"):
        # A label with what it is the label of.
        return False
    bold = all(line.bold for cell in first for line in cell.lines)
    others_bold = all(line.bold for row in others for cell in row for line in cell.lines)
    if others_bold:
        return False
    if bold:
        return True
    in_figures = [
        column
        for column in range(len(first))
        if sum(_figure(row[column]) for row in others if column < len(row)) > 0.6 * len(others)
    ]
    if in_figures:
        # A year heads its column, unless years are what stands below it.
        return not any(
            _figure(first[column])
            and (not _year(first[column]) or all(_year(row[column]) for row in others))
            for column in in_figures
        )
    return len(others) >= 2 and all(cell.lines for cell in first)


def _figure(cell: Cell) -> bool:
    text = " ".join(line.text for line in cell.lines)
    return bool(text) and sum(c.isdigit() for c in text) >= 0.4 * len(text.replace(" ", ""))


def _year(cell: Cell) -> bool:
    return bool(re.match(r"(?:19|20)\d\d\b", " ".join(line.text for line in cell.lines)))


def _previous_row(drafts: Sequence[Draft], table: RawTable) -> Draft | None:
    """The last row of a table that this one goes on from: the page before, nothing but furniture,
    footnotes and captions of none between, and as many columns."""
    for draft in reversed(drafts):
        if draft.kind is BlockKind.TABLE_ROW and draft.table is not None:
            same = len(draft.table.header) == table.columns and draft.last_page == table.page - 1
            return draft if same else None
        if draft.kind not in (BlockKind.FURNITURE, BlockKind.FOOTNOTE):
            return None
    return None


def _last_body_row(drafts: Sequence[Draft], name: str) -> Draft | None:
    """The last row of a table that heads no others, if it is its last but for repeated headers."""
    for draft in reversed(drafts):
        if draft.table is not None and draft.table.table == name:
            if draft.table.row:
                return draft
            if draft.table.cells != draft.table.header:
                return None
    return None


def _caption_above(drafts: Sequence[Draft]) -> str:
    if drafts and drafts[-1].kind is BlockKind.CAPTION:
        return drafts[-1].last.text
    return ""
