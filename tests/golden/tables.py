"""Tables for made documents: ruled, with rules between parts only, and without any rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.golden.typesetting import Typesetter

Rows = Sequence[Sequence[str]]
_PAD = 4.0


def _lines(setter: Typesetter, text: str, width: float, font: str, size: float) -> list[str]:
    words = text.split()
    return [" ".join(line) for line in setter.broken(words, width, font, size)] if words else []


def _note(setter: Typesetter, rows: Rows) -> int:
    table = setter._tables
    setter._tables += 1
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            if text:
                setter.truth.cells.append((table, row, column, text))
    return table


def ruled_table(
    setter: Typesetter,
    rows: Rows,
    shares: Sequence[float],
    *,
    down: Mapping[tuple[int, int], int] | None = None,
    across: Mapping[tuple[int, int], int] | None = None,
    repeat: bool = True,
) -> None:
    """A table whose grid is drawn; the first row heads the columns.

    Args:
        shares: widths of the columns as shares of the column of text.
        down: over how many rows the cell at ``(row, column)`` reaches; the cells under it hold the
            same text in the truth.
        across: over how many columns a cell reaches; the cells beside it are empty.
        repeat: whether the header is printed again on the next page.
    """
    down, across = down or {}, across or {}
    true = [list(row) for row in rows]
    for (row, column), count in down.items():
        for below in range(row + 1, row + count):
            true[below][column] = true[row][column]
    _note(setter, true)
    widths = [share * setter.column_width for share in shares]
    size, leading = setter.style.size - 1, setter.style.size + 1.5
    hidden = {(r + i, c) for (r, c), n in down.items() for i in range(1, n)}
    hidden |= {(r, c + i) for (r, c), n in across.items() for i in range(1, n)}

    def cell_lines(row: int, column: int) -> list[str]:
        if (row, column) in hidden:
            return []
        wide = sum(widths[column : column + across.get((row, column), 1)]) - 2 * _PAD
        font = setter.style.bold if row == 0 else setter.style.regular
        return _lines(setter, rows[row][column], wide, font, size)

    heights = []
    for row in range(len(rows)):
        most = max(
            len(cell_lines(row, column)) if down.get((row, column), 1) == 1 else 1
            for column in range(len(widths))
        )
        heights.append(most * leading + 2 * _PAD)
    for (row, column), count in down.items():
        need = len(cell_lines(row, column)) * leading + 2 * _PAD
        heights[row + count - 1] += max(0.0, need - sum(heights[row : row + count]))

    def draw(row: int) -> None:
        top = setter.height - setter.y
        x = setter.x
        for column, width in enumerate(widths):
            if (row, column) not in hidden:
                tall = sum(heights[row : row + down.get((row, column), 1)])
                wide = sum(widths[column : column + across.get((row, column), 1)])
                setter.canvas.rect(x, top - tall, wide, tall)
                setter.canvas.setFont(setter.style.bold if row == 0 else setter.style.regular, size)
                for at, line in enumerate(cell_lines(row, column)):
                    setter.canvas.drawString(x + _PAD, top - _PAD - size - at * leading, line)
            x += width
        setter.y += heights[row]

    together = {r + i for (r, _), n in down.items() for i in range(1, n)}
    for row in range(len(rows)):
        if row not in together:
            block = heights[row]
            follow = row + 1
            while follow in together:
                block += heights[follow]
                follow += 1
            page = setter.page
            setter.room(block + (sum(heights[1:4]) if row == 0 else 0))
            if setter.page != page and row and repeat:
                draw(0)
        draw(row)
    setter.y += setter.style.leading


def torn_table(
    setter: Typesetter, rows: Rows, shares: Sequence[float], *, in_forms: bool = False
) -> None:
    """A table whose grid is drawn and whose rows break where the page ends; the header is printed
    again on every page.

    Args:
        rows: the first row heads the columns; one with a single cell heads the rows under it.
        in_forms: whether each row is a drawing of its own that the page only refers to.
    """
    table = setter._tables
    setter._tables += 1
    count, group = 0, ""
    for at, cells in enumerate(rows):
        if at and len(cells) == 1:
            group = cells[0]
            continue
        count += at > 0
        for column, text in enumerate(cells):
            setter.truth.cells.append((table, count, column, text))
        if group:
            setter.truth.groups.append((table, count, group))
    widths = [share * setter.column_width for share in shares]
    size, leading = setter.style.size - 1, setter.style.size + 1.5
    forms = 0

    def draw(cells: Sequence[Sequence[str]], font: str) -> None:
        nonlocal forms
        most = max(len(lines) for lines in cells)
        if in_forms:
            name = f"row-{table}-{forms}"
            forms += 1
            setter.canvas.beginForm(name)
        x, top, high = setter.x, setter.height - setter.y, most * leading + 2 * _PAD
        for column, lines in enumerate(cells):
            wide = sum(widths) if len(cells) == 1 else widths[column]
            setter.canvas.rect(x, top - high, wide, high)
            setter.canvas.setFont(font, size)
            for at, line in enumerate(lines):
                setter.canvas.drawString(x + _PAD, top - _PAD - size - at * leading, line)
            x += wide
        if in_forms:
            setter.canvas.endForm()
            setter.canvas.doForm(name)
        setter.y += high

    def broken(cells: Sequence[str], font: str) -> list[list[str]]:
        if len(cells) == 1:
            return [_lines(setter, cells[0], sum(widths) - 2 * _PAD, font, size)]
        return [
            _lines(setter, text, width - 2 * _PAD, font, size)
            for text, width in zip(cells, widths, strict=True)
        ]

    header = broken(rows[0], setter.style.bold)
    for at, cells in enumerate(rows):
        font = setter.style.bold if at == 0 or len(cells) == 1 else setter.style.regular
        rest = broken(cells, font)
        while any(rest):
            free = setter.height - setter.style.bottom - setter.y - 2 * _PAD
            fits = int(free / leading)
            keep = len(cells) == 1 or at == 0
            if fits < 1 or (keep and fits < 4):
                setter.new_page()
                if at:
                    draw(header, setter.style.bold)
                continue
            draw([lines[:fits] for lines in rest], font)
            rest = [lines[fits:] for lines in rest]
    setter.y += setter.style.leading


def open_table(
    setter: Typesetter,
    rows: Rows,
    shares: Sequence[float],
    *,
    rules: bool = False,
    figures: Sequence[int] = (),
) -> None:
    """A table without a grid; the first row heads the columns.

    Args:
        rules: whether a rule stands above and below the header and at the end.
        figures: columns that are set to the right.
    """
    _note(setter, rows)
    widths = [share * setter.column_width for share in shares]
    size, leading = setter.style.size, setter.style.size + 2.0
    setter.room(sum(leading * 2 for _ in rows))

    def rule() -> None:
        if rules:
            y = setter.height - setter.y
            setter.canvas.line(setter.x, y, setter.x + sum(widths), y)
            setter.y += 2

    rule()
    for row, cells in enumerate(rows):
        font = setter.style.bold if row == 0 else setter.style.regular
        lines = [
            _lines(setter, text, width - 14, font, size)
            for text, width in zip(cells, widths, strict=True)
        ]
        for at in range(max(len(one) for one in lines)):
            setter.y += leading
            x = setter.x
            for column, width in enumerate(widths):
                if at < len(lines[column]):
                    text = lines[column][at]
                    shift = width - 14 - stringWidth(text, font, size) if column in figures else 0.0
                    setter.canvas.setFont(font, size)
                    setter.canvas.drawString(x + shift, setter.height - setter.y, text)
                x += width
        setter.y += 5
        if row == 0:
            rule()
    rule()
    setter.y += setter.style.leading
