"""Rows of tables, with their header and caption, also over several pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import BlockKind, TableRow
from corpus.layout.building import Draft, cell_text
from corpus.layout.positioned import PositionedPage
from corpus.layout.tables import Cell, RawTable

CAPTION = re.compile(
    r"^((?:tabel|table|tableau|figuur|figure|fig\.|grafiek|graph|chart|kaart|map|schema|diagram|"
    r"afbeelding|foto|box|kader|illustratie)\s+(?:\d+(?:[.\-]\d+)*[a-z]?|[IVX]+))(?=[\s.:–-]|$)",
    re.IGNORECASE,
)
_OF_A_TABLE = re.compile(r"^(?:tabel|table|tableau)\b", re.IGNORECASE)


def table_rows(
    table: RawTable, drafts: Sequence[Draft], page: PositionedPage, known: frozenset[str]
) -> list[Draft]:
    """A draft for every row.

    A table that goes on from the page before keeps its header, caption and count; a header that is
    printed again there counts as row 0, like the first.

    Args:
        drafts: what stands before the table.
        known: the marks of footnotes, that are no part of a cell's text.
    """
    caption = _caption_above(drafts)
    rows = list(table.rows)
    texts = [tuple(cell_text(cell, page, known=known) for cell in row) for row in rows]
    before = None if caption else _previous_row(drafts, table)
    if before is not None:
        header, name, caption, count = before.header, before.table, before.caption, before.row
        has_header = bool(texts) and any(header) and texts[0] == header
    else:
        has_header = len(rows) > 1 and (
            any(cell.header for cell in rows[0])
            or (_heads_columns(texts[0]) and _header_like(rows[0], rows[1:]))
        )
        header = texts[0] if has_header else ("",) * len(texts[0])
        numbered = CAPTION.match(caption)
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


def _heads_columns(texts: Sequence[str]) -> bool:
    """Whether a row names all columns, or all but the first."""
    return all(texts[1:]) and len(texts) > 1


def _header_like(first: Sequence[Cell], others: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row is set apart: bold where the others are not, or, where nothing is bold,
    the first of at least three rows and without figures where the others have them."""
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
        return not any(_figure(first[column]) for column in in_figures)
    return len(others) >= 2 and all(cell.lines for cell in first)


def _figure(cell: Cell) -> bool:
    text = " ".join(line.text for line in cell.lines)
    return bool(text) and sum(c.isdigit() for c in text) >= 0.4 * len(text.replace(" ", ""))


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


def _caption_above(drafts: Sequence[Draft]) -> str:
    if drafts and drafts[-1].kind is BlockKind.CAPTION:
        return drafts[-1].last.text
    return ""
