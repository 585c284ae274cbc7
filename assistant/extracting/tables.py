"""Look-ups in tables: a row, a column, which rows hold something, how many rows there are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.document import TableRow
from indexing.passage import Passage

# What the caption, the columns or the heading of a table of sums of money say.
_MONEY = re.compile(
    r"€|\b(?:euros?|eur|\w*budget\w*|begroting\w*|\w*middelen|\w*bedrag\w*|\w*kost(?:en|prijs)?"
    r"|\w*prij[sz]\w*|\w*subsidies?|\w*tarie[fv]\w*|\w*inkomens?|inkomsten|uitgaven|omzet|\w*lo(?:on|nen)"
    r"|\w*vergoeding\w*|\w*huur\w*|rent(?:als?|s)?|boetes?|fines?|gages?|lidgeld\w*|contributies?|premies?"
    r"|toelagen?|\w*beurs|stipends?|donations?|dues|deposits?|charges?|amounts?|costs?|prices?|fees?|grants?|income|revenue|turnover|expenditure"
    r"|salar\w+|spending|funding)\b",
    re.IGNORECASE,
)

_SHARES = re.compile(r"%|\b(?:procent|per\s?cent(?:ages?)?|percentages?|aande(?:el|len))\b", re.I)
_HEADINGS = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table where it stands: ``passage.text[start:end]``."""

    passage: Passage
    start: int
    end: int
    table: TableRow

    @property
    def name(self) -> str:
        """What the row is about: its first cell that is not empty."""
        return next((cell for cell in self.table.cells if cell.strip()), "")


def names_columns(row: TableRow) -> bool:
    """Whether a row is the header of its table: it says what the columns hold, and nothing else."""
    return row.row == 0 or row.cells == row.header


def names_group(row: TableRow) -> bool:
    """Whether a row only says what the rows under it have in common."""
    return len(row.cells) > 1 and sum(1 for cell in row.cells if cell.strip()) < 2


def rows(passages: tuple[Passage, ...]) -> tuple[Row, ...]:
    """The table rows that ``passages`` hold, in reading order."""
    return tuple(
        Row(passage, part.start, part.end, part.table)
        for passage in passages
        for part in passage.parts
        if part.table is not None and not names_columns(part.table)
    )


def row_text(row: TableRow) -> str:
    """A row as one readable line: the first cell, then each column's header and cell."""
    cells = [
        (header.strip(), " ".join(cell.split()))
        for header, cell in zip(row.header, row.cells, strict=False)
        if cell.strip()
    ]
    if not cells:
        return ""
    if _is_under(row):
        cells = [("", row.group), *cells]
    first = f"**{cells[0][1]}**"
    rest = [f"{header}: {cell}" if header else cell for header, cell in cells[1:]]
    return f"{first} — {'; '.join(rest)}" if rest else first


def _is_under(row: TableRow) -> bool:
    """Whether the first cell of a row is one above it, which reaches down."""
    return bool(row.group and row.cells and not row.cells[0].strip())


def cell_texts(row: TableRow) -> tuple[str, ...]:
    """Each cell behind the first, with the name of its row and of its column before it."""
    first = next((cell for cell in row.cells if cell.strip()), "")
    name = row.group if _is_under(row) else first
    return tuple(
        " ".join(f"{name} {header} {cell}".split())
        for header, cell in zip(row.header, row.cells, strict=False)
        if cell.strip() and cell != name
    )


def of_money(row: TableRow, section: tuple[str, ...]) -> bool:
    """Whether the numbers of a row may be sums of money, by the table's words or those of the two
    headings above it: a document on grants has other tables, too."""
    said = " ".join((row.caption, row.group, *row.header, *section[-_HEADINGS:]))
    return bool(_MONEY.search(said))


def of_shares(row: TableRow, section: tuple[str, ...]) -> bool:
    """The same of shares: a column or a table in percentages has them without their sign."""
    said = " ".join((row.caption, row.group, *row.header, *section[-1:]))
    return bool(_SHARES.search(said))
