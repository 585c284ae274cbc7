"""Tables whose grid is drawn: cells from rulings, merged ones included."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from corpus.layout.positioned import Line, PositionedPage, Ruling
from corpus.layout.tables import MIN_ROWS, Cell, Found, RawTable

_SNAP = 3.0
"""Rulings and cell edges this close, in points, are one."""
_SHORTEST = 8.0
_MOST_RULINGS = 4_000
_LEAST_FILLED = 0.4
_COVERS = 0.6
"""A ruling separates two cells when it covers this share of the edge between them."""


def ruled_tables(
    page: PositionedPage, lines: Sequence[Line], above: Sequence[float] = ()
) -> list[Found]:
    """Tables whose grid is drawn, with the positions in ``lines`` that they hold.

    Args:
        above: edges of the columns of the table that the page before ends with: one row in the same
            columns goes on with it, where else a table has two rows at least.
    """
    found: list[Found] = []
    for members, xs, ys in _grids(page.rulings):
        goes_on = len(xs) == len(above) and all(
            abs(one - other) <= _SNAP for one, other in zip(xs, above, strict=True)
        )
        if len(ys) < MIN_ROWS + 1 and not goes_on:
            continue
        held: dict[tuple[int, int], list[int]] = defaultdict(list)
        for position, line in enumerate(lines):
            y = (line.top + line.bottom) / 2
            if not (xs[0] - 2 <= line.left <= xs[-1] + 2 and ys[0] - 2 <= y <= ys[-1] + 2):
                continue
            x = line.left + min(_SNAP, (line.right - line.left) / 2)
            held[_slot(ys, y), _slot(xs, x)].append(position)
        taken = frozenset(position for positions in held.values() for position in positions)
        rows = _rows(members, xs, ys, held, lines)
        filled = sum(bool(cell.lines) for row in rows for cell in row)
        least = _LEAST_FILLED * len(rows) * (len(xs) - 1)
        if (goes_on and rows) or (len(rows) >= MIN_ROWS and filled >= least):
            found.append((taken, RawTable(page.number, rows, True, ys[0], ys[-1], tuple(xs))))
    return found


def _slot(edges: Sequence[float], value: float) -> int:
    return max((i for i, edge in enumerate(edges[:-1]) if edge <= value), default=0)


def _rows(
    rulings: Sequence[Ruling],
    xs: Sequence[float],
    ys: Sequence[float],
    held: dict[tuple[int, int], list[int]],
    lines: Sequence[Line],
) -> tuple[tuple[Cell, ...], ...]:
    """Rows of cells; what a merged cell holds is read in its first column and in all its rows."""
    columns, heights = len(xs) - 1, len(ys) - 1
    owner = {(row, column): (row, column) for row in range(heights) for column in range(columns)}

    def root(slot: tuple[int, int]) -> tuple[int, int]:
        while owner[slot] != slot:
            slot = owner[slot]
        return slot

    upright = _by_position([r for r in rulings if not r.horizontal], xs, along_x=True)
    level = _by_position([r for r in rulings if r.horizontal], ys, along_x=False)
    for row in range(heights):
        for column in range(columns):
            if column + 1 < columns and not _covered(upright[column + 1], ys[row], ys[row + 1]):
                _unite(owner, root((row, column)), root((row, column + 1)))
            if row + 1 < heights and not _covered(level[row + 1], xs[column], xs[column + 1]):
                _unite(owner, root((row, column)), root((row + 1, column)))
    text: dict[tuple[int, int], list[int]] = defaultdict(list)
    for slot, positions in held.items():
        text[root(slot)].extend(positions)
    rows: list[tuple[Cell, ...]] = []
    for row in range(heights):
        cells = []
        for column in range(columns):
            first_row, first_column = root((row, column))
            positions = text.get((first_row, first_column), [])
            if first_column != column or not positions:
                cells.append(Cell(()))
                continue
            ordered = sorted((lines[p] for p in positions), key=lambda one: (one.bottom, one.left))
            across = sum(root((row, other)) == root((row, column)) for other in range(columns))
            cells.append(Cell(tuple(_in_rows(ordered)), repeats=first_row != row, across=across))
        if any(cell.lines and not cell.repeats for cell in cells):
            rows.append(tuple(cells))
    return tuple(rows)


def _in_rows(lines: Sequence[Line]) -> list[Line]:
    """Lines of a cell from top to bottom; those beside one another from left to right."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and abs(rows[-1][0].bottom - line.bottom) < 0.4 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda one: one.left)]


def _unite(
    owner: dict[tuple[int, int], tuple[int, int]], one: tuple[int, int], other: tuple[int, int]
) -> None:
    first, second = sorted((one, other))
    owner[second] = first


def _by_position(
    rulings: Sequence[Ruling], edges: Sequence[float], *, along_x: bool
) -> list[list[tuple[float, float]]]:
    """The stretches drawn at each edge."""
    found: list[list[tuple[float, float]]] = [[] for _ in edges]
    for ruling in rulings:
        place = (ruling.left + ruling.right) / 2 if along_x else (ruling.top + ruling.bottom) / 2
        nearest = min(range(len(edges)), key=lambda i: abs(edges[i] - place))
        if abs(edges[nearest] - place) <= _SNAP + 1:
            found[nearest].append(
                (ruling.top, ruling.bottom) if along_x else (ruling.left, ruling.right)
            )
    return found


def _covered(stretches: Sequence[tuple[float, float]], start: float, end: float) -> bool:
    drawn = sum(max(0.0, min(end, high) - max(start, low)) for low, high in stretches)
    return drawn >= _COVERS * (end - start)


def _grids(
    rulings: Sequence[Ruling],
) -> list[tuple[list[Ruling], list[float], list[float]]]:
    """The rulings, column edges and row edges of each grid of two columns at least.

    Rulings belong together when they touch or cross. A table with horizontal rulings only is left
    to alignment.
    """
    parts = sorted(
        (r for r in rulings if max(r.right - r.left, r.bottom - r.top) > _SHORTEST),
        key=lambda r: (r.top, r.left),
    )[:_MOST_RULINGS]
    groups: list[tuple[Ruling, list[Ruling]]] = []
    for ruling in parts:
        apart, hull, members = [], ruling, [ruling]
        for bounds, own in groups:
            if _touch(bounds, ruling) and any(_touch(ruling, other) for other in own):
                members += own
                hull = _around(hull, bounds)
            else:
                apart.append((bounds, own))
        groups = [*apart, (hull, members)]
    found = []
    for _, members in groups:
        xs = _snapped([x for r in members if not r.horizontal for x in (r.left, r.right)])
        ys = _snapped([y for r in members if r.horizontal for y in (r.top, r.bottom)])
        if len(xs) >= 3 and len(ys) >= 2:
            found.append((members, xs, ys))
    return found


def _around(one: Ruling, other: Ruling) -> Ruling:
    return Ruling(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )


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
