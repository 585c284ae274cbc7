"""Tables without a drawn grid: columns from the empty strips that rows have in common.

Such a table is not trusted: what looks like a cell may be a wrapped line.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from statistics import median

from corpus.layout.grouping import BULLET, NUMBERED
from corpus.layout.positioned import Line, PositionedPage, Ruling, Word, line_of
from corpus.layout.tables import Cell, Found, RawTable

_MIN_ROWS = 3
_LONGEST_CELL = 60
"""Most characters that a line of a cell has on average: longer ones are running text."""
_SHORT_CELL = 24
"""Characters of a cell that is surely no line of running text, in the middle of its column."""
_STRIP = 5.0
"""Narrowest empty strip between two columns, in points."""
_FAR = 3.2
"""Rows further apart than this many font sizes belong to different tables."""
_FULL = 0.82
"""Columns whose lines fill this share of their width are running text."""

_ALIGNED = 2.0
"""What stands this close to the edge of a column, in points, stands on it."""

Placed = tuple[int, Line]
Row = list[Placed]


def aligned_tables(
    page: PositionedPage, lines: Sequence[Line], of_cells: bool = False
) -> list[Found]:
    """Tables without a drawn grid, with the positions in ``lines`` that they hold.

    With ``of_cells`` only those that cannot be two columns of text beside one another: of three
    columns or more, each of short cells.
    """
    rows = _rows(lines)
    found: list[Found] = []
    start = free = 0
    while start < len(rows):
        region = _region(rows, start)
        above = rows[max(free, start - 2) : start]
        if region and of_cells and not _only_cells(region):
            region = []
        table = _table(page, region, above) if region else None
        if table is None:
            start += 1
            continue
        found.append(table)
        start = free = start + len(region)
    return found


def _rows(lines: Sequence[Line]) -> list[Row]:
    """Lines beside one another, from left to right; a bullet goes with its item."""
    rows: list[Row] = []
    for position, line in enumerate(lines):
        if rows and abs(rows[-1][0][1].bottom - line.bottom) < 0.4 * line.size:
            rows[-1].append((position, line))
        else:
            rows.append([(position, line)])
    return [sorted(row, key=lambda one: one[1].left) for row in rows]


def _cells(row: Row) -> int:
    """How many cells a row seems to have: a bullet before its text makes none."""
    first = row[0][1].text
    marker = BULLET.match(first + " ") or NUMBERED.match(first + " x")
    return len(row) - (1 if marker and len(first.split()) == 1 else 0)


def _region(rows: Sequence[Row], start: int) -> list[Row]:
    """Rows from ``start`` on that may make one table: each with two cells or more, or a line that
    stands under one of the cells of the row above it."""
    if _cells(rows[start]) < 2:
        return []
    region = [rows[start]]
    for at, row in enumerate(rows[start + 1 :], start=start + 1):
        above = region[-1]
        distance = row[0][1].bottom - above[0][1].bottom
        size = max(row[0][1].size, above[0][1].size)
        if not 0 < distance < _FAR * size:
            break
        if (
            _cells(row) < 2
            and not _under_a_cell(row, region)
            and not _heads_rows(row, region, rows[at + 1 : at + 2])
        ):
            break
        region.append(row)
    while region and _cells(region[-1]) < 2 and not _under_a_cell(region[-1], region[:-1]):
        region.pop()
    return region


def _heads_rows(row: Row, region: Sequence[Row], following: Sequence[Row]) -> bool:
    """Whether a row's only line heads the rows under it: where the first column begins, with a row
    of cells right under it that begins there too, in another print than that."""
    line, above = row[0][1], region[-1][0][1]
    if abs(line.left - above.left) > 4 or not following or _cells(following[0]) < 2:
        return False
    below = following[0][0][1]
    alike = (line.bold, line.italic) == (below.bold, below.italic)
    near = below.bottom - line.bottom < _FAR * line.size
    return not alike and near and abs(below.left - line.left) < 4


def _under_a_cell(row: Row, region: Sequence[Row]) -> bool:
    """Whether a row's only line continues a cell: it begins where one begins, and ends before the
    next one begins."""
    line = row[0][1]
    for other in reversed(region):
        if _cells(other) < 2:
            continue
        for (_, cell), (_, following) in itertools.pairwise([*other, (0, None)]):
            if cell is not None and abs(cell.left - line.left) < 4:
                return following is None or line.right < following.left
        return False
    return False


def _table(page: PositionedPage, region: Sequence[Row], above: Sequence[Row]) -> Found | None:
    columns = _columns(region)
    full = [row for row in region if _cells(row) >= 2]
    if len(columns) < 2 or len(full) < _MIN_ROWS or _running_text(region, columns):
        return None
    head = _head(page, region, above, columns)
    region = [*head, *region]
    parts = [[line for _, line in row] for row in region]
    merged = _merged(parts, columns, page.rulings)
    if len(merged) < 2:
        return None
    positions = frozenset(position for row in region for position, _ in row)
    top = min(line.top for line in parts[0])
    bottom = max(line.bottom for line in parts[-1])
    return positions, RawTable(page.number, tuple(merged), False, top, bottom)


def _head(
    page: PositionedPage,
    region: Sequence[Row],
    above: Sequence[Row],
    columns: Sequence[tuple[float, float]],
) -> list[Row]:
    """The header right above a table whose cells stand so close that they make one line, and a row
    between that heads the first rows."""
    found: list[Row] = []
    below = region[0]
    for row in reversed(above):
        line = row[0][1]
        if not 0 < below[0][1].bottom - line.bottom < _FAR * line.size:
            break
        cells = _cut(page, row, columns)
        if len(cells) == len(columns) > 1 and all(one.bold for _, one in cells):
            return [cells, *found]
        if found or _cells(row) > 1 or not _heads_rows(row, [row], [below]):
            break
        found = [row]
        below = row
    return []


def _cut(page: PositionedPage, row: Row, columns: Sequence[tuple[float, float]]) -> Row:
    """A row cut where the columns begin, or, where they are set to the right, where they end."""
    found: Row = []
    for position, line in row:
        words: list[Word] = []
        for word in line.words:
            begins = any(abs(word.left - left) < _ALIGNED for left, _ in columns[1:])
            ends = words and any(abs(words[-1].right - right) < _ALIGNED for _, right in columns)
            if words and (begins or ends):
                found.append((position, line_of(words, page.text)))
                words = []
            words.append(word)
        found.append((position, line_of(words, page.text)))
    return found


def _columns(region: Sequence[Row]) -> list[tuple[float, float]]:
    """Left and right edges of the columns: what remains between the strips empty in all rows.

    Rows with fewer cells than most may span columns and do not count.
    """
    counts = sorted(_cells(row) for row in region)
    usual = counts[len(counts) * 3 // 4] if counts else 0
    spans = sorted(
        (line.left, line.right) for row in region if _cells(row) >= max(2, usual) for _, line in row
    )
    found: list[tuple[float, float]] = []
    for left, right in spans:
        if found and left < found[-1][1] + _STRIP:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def _column(columns: Sequence[tuple[float, float]], line: Line) -> int:
    """The column that a line overlaps most, the nearest where it overlaps none."""

    def fit(i: int) -> tuple[float, float]:
        left, right = columns[i]
        overlap = min(right, line.right) - max(left, line.left)
        return overlap, -abs(left - line.left)

    first = next((i for i, (left, _) in enumerate(columns) if abs(left - line.left) < 4), None)
    return first if first is not None else max(range(len(columns)), key=fit)


def _running_text(region: Sequence[Row], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether the columns hold sentences instead of cells."""
    lines = [line for row in region for _, line in row]
    if sum(len(line.text) for line in lines) / len(lines) > _LONGEST_CELL:
        return True
    filled = 0
    for position, (left, right) in enumerate(columns):
        own = [line for line in lines if _column(columns, line) == position]
        shares = [(line.right - line.left) / max(right - left, 1) for line in own]
        long = [line for line in own if len(line.text) > 25]
        if len(shares) >= 5 and median(shares) > _FULL and len(long) > 0.6 * len(own):
            filled += 1
    return filled >= 2


def _only_cells(region: Sequence[Row]) -> bool:
    """Whether rows have three columns or more, and hold short cells alone in each of them."""
    columns = _columns(region)
    lines = [line for row in region for _, line in row]
    return len(columns) > 2 and all(
        median(len(line.text) for line in lines if _column(columns, line) == at) <= _SHORT_CELL
        for at in range(len(columns))
    )


def _merged(
    rows: Sequence[Sequence[Line]],
    columns: Sequence[tuple[float, float]],
    rulings: Sequence[Ruling],
) -> list[tuple[Cell, ...]]:
    """Rows of cells out of rows of lines: what wraps goes to the row above it."""
    width = columns[-1][1] - columns[0][0]
    rules = [
        ruling.top
        for ruling in rulings
        if ruling.horizontal and ruling.right - ruling.left > 0.5 * width
    ]
    distances = [
        (b[0].bottom - a[0].bottom) / b[0].size for a, b in itertools.pairwise(rows) if b[0].size
    ]
    tight = min(distances, default=0.0)
    # Lines within a cell stand closer than rows do, where the two differ at all.
    apart = tight * 1.2 if tight < 1.6 and max(distances, default=0.0) > tight * 1.25 else 0.0
    found: list[list[list[Line]]] = []
    before: Line | None = None
    for row in rows:
        cells: list[list[Line]] = [[] for _ in columns]
        for line in row:
            cells[_column(columns, line)].append(line)
        first = row[0]
        ruled = before is not None and any(before.bottom - 2 < y < first.bottom for y in rules)
        near = (
            before is not None
            and apart > 0
            and (first.bottom - before.bottom) / max(first.size, 1) < apart
        )
        if found and not ruled and (not cells[0] or near):
            for above, below in zip(found[-1], cells, strict=True):
                above.extend(below)
        else:
            found.append(cells)
        before = first
    return [tuple(Cell(tuple(lines)) for lines in row) for row in found]
