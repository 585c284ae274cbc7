"""Tables to rows: from the file's structure, from ruling lines, or from alignment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.layout.grouping import Group
from corpus.layout.positioned import Line, PositionedPage, Ruling

MIN_ROWS = 2
MIN_ALIGNED_ROWS = 3
_SNAP = 3.0
"""Rulings and cell edges this close, in points, are one."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of one cell; ``header`` when the file says that it heads its column or row."""

    lines: tuple[Line, ...]
    header: bool = False
    span: int = 1


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table on one page: rows of cells, top to bottom and left to right."""

    page: int
    rows: tuple[tuple[Cell, ...], ...]
    trusted: bool
    top: float
    bottom: float

    @property
    def columns(self) -> int:
        return max(sum(cell.span for cell in row) for row in self.rows)


def structured_tables(
    page: PositionedPage, groups: Sequence[Group]
) -> list[tuple[int, int, RawTable]]:
    """Tables that the file's structure names, as ``(first group, last group, table)``."""
    found: list[tuple[int, int, RawTable]] = []
    position = 0
    while position < len(groups):
        table = _ancestor(groups[position], page, "Table")
        if table < 0:
            position += 1
            continue
        last = position
        while last + 1 < len(groups) and _ancestor(groups[last + 1], page, "Table") == table:
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


def ruled_tables(
    page: PositionedPage, lines: Sequence[Line]
) -> list[tuple[frozenset[int], RawTable]]:
    """Tables whose grid is drawn, with the positions in ``lines`` that they hold."""
    found = []
    for grid in _grids(page.rulings):
        xs, ys = grid
        cells: dict[tuple[int, int], list[Line]] = {}
        held = set()
        for position, line in enumerate(lines):
            x, y = (line.left + line.right) / 2, (line.top + line.bottom) / 2
            if not (xs[0] - 2 <= x <= xs[-1] + 2 and ys[0] - 2 <= y <= ys[-1] + 2):
                continue
            column = max(
                (i for i, edge in enumerate(xs[:-1]) if edge <= line.left + _SNAP), default=0
            )
            row = max((i for i, edge in enumerate(ys[:-1]) if edge <= y), default=0)
            cells.setdefault((row, column), []).append(line)
            held.add(position)
        rows = [
            tuple(
                Cell(
                    tuple(sorted(cells.get((row, column), []), key=lambda one: (one.top, one.left)))
                )
                for column in range(len(xs) - 1)
            )
            for row in range(len(ys) - 1)
        ]
        rows = [row for row in rows if any(cell.lines for cell in row)]
        filled = sum(bool(cell.lines) for row in rows for cell in row)
        if len(rows) >= MIN_ROWS and filled >= 0.4 * len(rows) * (len(xs) - 1):
            table = RawTable(page.number, tuple(rows), True, ys[0], ys[-1])
            found.append((frozenset(held), table))
    return found


def _grids(rulings: Sequence[Ruling]) -> list[tuple[list[float], list[float]]]:
    """Column and row edges of each grid of rulings that has at least two columns and two rows.

    Rulings belong together when they touch or cross. A table with horizontal rulings only is left
    to alignment.
    """
    parts = [
        ruling
        for ruling in rulings
        if max(ruling.right - ruling.left, ruling.bottom - ruling.top) > 8
    ]
    groups: list[list[Ruling]] = []
    for ruling in parts:
        touching = [one for one in groups if any(_touch(ruling, other) for other in one)]
        merged = [ruling, *(other for one in touching for other in one)]
        groups = [one for one in groups if one not in touching]
        groups.append(merged)
    found = []
    for members in groups:
        xs = _snapped(
            [r.left for r in members if not r.horizontal]
            + [r.right for r in members if not r.horizontal]
        )
        ys = _snapped(
            [r.top for r in members if r.horizontal] + [r.bottom for r in members if r.horizontal]
        )
        if len(xs) >= 3 and len(ys) >= 3:
            found.append((xs, ys))
    return found


def _touch(one: Ruling, other: Ruling) -> bool:
    return not (
        one.right + _SNAP < other.left
        or other.right + _SNAP < one.left
        or one.bottom + _SNAP < other.top
        or other.bottom + _SNAP < one.top
    )


def _snapped(values: Sequence[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SNAP:
            found.append(value)
    return found


def aligned_tables(
    page: PositionedPage, lines: Sequence[Line]
) -> list[tuple[frozenset[int], RawTable]]:
    """Tables without a drawn grid: three or more rows whose cells begin at the same places.

    Such a table is not trusted: what looks like a cell may be a wrapped line.
    """
    rows: list[list[tuple[int, Line]]] = []
    for position, line in enumerate(lines):
        middle = (line.top + line.bottom) / 2
        if rows and rows[-1][0][1].top - 2 <= middle <= rows[-1][0][1].bottom + 2:
            rows[-1].append((position, line))
        else:
            rows.append([(position, line)])
    found: list[tuple[frozenset[int], RawTable]] = []
    start = 0
    while start < len(rows):
        edges = _edges(rows[start])
        end = start
        while end < len(rows) and _fits(rows[end], edges):
            end += 1
        full = [row for row in rows[start:end] if len(row) == len(edges)]
        if len(edges) >= 2 and len(full) >= MIN_ALIGNED_ROWS and _like_cells(full):
            members = rows[start:end]
            found.append(
                (
                    frozenset(position for row in members for position, _ in row),
                    RawTable(
                        page.number,
                        tuple(_merged(members, edges)),
                        False,
                        members[0][0][1].top,
                        members[-1][0][1].bottom,
                    ),
                )
            )
            start = end
        else:
            start += 1
    return found


def _edges(row: Sequence[tuple[int, Line]]) -> list[float]:
    return sorted(line.left for _, line in row)


def _fits(row: Sequence[tuple[int, Line]], edges: list[float]) -> bool:
    return all(any(abs(line.left - edge) <= 4 for edge in edges) for _, line in row)


def _like_cells(rows: Sequence[Sequence[tuple[int, Line]]]) -> bool:
    """Cells are short: columns of running text are no table."""
    lengths = [line.end - line.start for row in rows for _, line in row[1:]]
    return sum(lengths) / max(len(lengths), 1) < 45


def _merged(
    rows: Sequence[Sequence[tuple[int, Line]]], edges: list[float]
) -> list[tuple[Cell, ...]]:
    """Rows of cells; a row without a first cell continues the row above it."""
    found: list[list[list[Line]]] = []
    for row in rows:
        cells: list[list[Line]] = [[] for _ in edges]
        for _, line in row:
            column = min(range(len(edges)), key=lambda i: abs(edges[i] - line.left))
            cells[column].append(line)
        if found and not cells[0]:
            for above, below in zip(found[-1], cells, strict=True):
                above.extend(below)
        else:
            found.append(cells)
    return [tuple(Cell(tuple(lines)) for lines in row) for row in found]
