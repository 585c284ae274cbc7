"""Tables on one page: what they are made of, and those that the file's structure names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus.layout.grouping import Group
from corpus.layout.positioned import Line, PositionedPage

MIN_ROWS = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of one cell.

    ``header`` says that the file marks it as heading its column or row. ``repeats`` says that its
    lines belong to a cell above that reaches down into this row: they are read again here, but
    stand on the page once. ``across`` is over how many columns it surely reaches.
    """

    lines: tuple[Line, ...]
    header: bool = False
    repeats: bool = False
    across: int = 1


class RowPart(NamedTuple):
    """The cells of a row, or of as much of it as stands on one page."""

    page: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table on one page: rows of cells, top to bottom and left to right.

    ``edges`` are where its columns begin and end, in points, where rulings say so.
    """

    page: int
    rows: tuple[tuple[Cell, ...], ...]
    trusted: bool
    top: float
    bottom: float
    edges: tuple[float, ...] = ()

    @property
    def columns(self) -> int:
        return max(len(row) for row in self.rows)


Found = tuple[frozenset[int], RawTable]
"""A table with the positions of the lines that it holds."""


def structured_tables(
    page: PositionedPage, groups: Sequence[Group]
) -> list[tuple[int, int, RawTable]]:
    """Tables that the file's structure names, as ``(first group, last group, table)``."""
    found: list[tuple[int, int, RawTable]] = []
    position = 0
    while position < len(groups):
        table = _table_of(groups[position], page)
        if table < 0:
            position += 1
            continue
        last = position
        while last + 1 < len(groups) and _table_of(groups[last + 1], page) == table:
            last += 1
        members = groups[position : last + 1]
        rows: dict[int, dict[int, tuple[list[Line], bool]]] = {}
        for one in members:
            row = _ancestor(one, page, "TR")
            cells = rows.setdefault(row, {})
            lines, _ = cells.setdefault(one.element, ([], "TH" in one.kinds))
            lines.extend(one.lines)
        edges = _columns_of(list(rows.values()))
        raw_rows = tuple(_placed(cells, edges) for cells in rows.values())
        raw_table = RawTable(
            page.number,
            raw_rows,
            trusted=True,
            top=min(one.top for one in members),
            bottom=max(one.bottom for one in members),
        )
        found.append((position, last, raw_table))
        position = last + 1
    return found


def _table_of(one: Group, page: PositionedPage) -> int:
    """The table that a cell stands in; -1 for what is no cell, such as the table's caption."""
    return _ancestor(one, page, "Table") if _ancestor(one, page, "TR") >= 0 else -1


def _ancestor(one: Group, page: PositionedPage, kind: str) -> int:
    """The id of the nearest element of this kind around the group, or -1."""
    tag = one.element
    while tag in page.tags:
        if page.tags[tag].kind == kind:
            return tag
        tag = page.tags[tag].parent
    return -1


def _columns_of(rows: Sequence[dict[int, tuple[list[Line], bool]]]) -> list[float]:
    """Left edges of the columns, from the rows that have the most cells."""
    most = max(len(cells) for cells in rows)
    fullest = [cells for cells in rows if len(cells) == most]
    return [
        min(min(line.left for line in list(cells.values())[column][0]) for cells in fullest)
        for column in range(most)
    ]


def _placed(cells: dict[int, tuple[list[Line], bool]], edges: list[float]) -> tuple[Cell, ...]:
    """The cells of a row in their columns; a column without text gets an empty cell."""
    if len(cells) == len(edges):
        return tuple(Cell(tuple(lines), header) for lines, header in cells.values())
    row: list[Cell] = [Cell(()) for _ in edges]
    for lines, header in cells.values():
        left = min(line.left for line in lines)
        column = max((i for i, edge in enumerate(edges) if edge <= left + 12), default=0)
        row[column] = Cell((*row[column].lines, *lines), header)
    return tuple(row)
