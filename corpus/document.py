"""The types everything is built from: Source, Document, Page, Block.

Conventions, the same everywhere: pages count from 1 in the file; character offsets count from 0 and
spans exclude their end; languages are ISO 639-1 codes; dates are ISO 8601, possibly only a year or
a year and month.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from corpus.annotation import NOTHING_SAID, Annotation

Day = date
"""A calendar day, under a name that no field has."""


class BlockKind(StrEnum):
    """What a block is in the document's own structure."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"
    CAPTION = "caption"
    QUOTE = "quote"
    FOOTNOTE = "footnote"
    REFERENCE = "reference"
    FURNITURE = "furniture"


class Status(StrEnum):
    """Whether what a document lays down still holds."""

    IN_FORCE = "in-force"
    ENDED = "ended"
    REPLACED = "replaced"
    PROPOSAL = "proposal"
    HISTORICAL = "historical"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Validity:
    """From when until when a document holds, as its publisher says."""

    valid_from: str | None = None
    valid_until: str | None = None
    status: Status = Status.UNKNOWN
    superseded_by: str | None = None

    def status_on(self, day: date) -> Status:
        """Status on ``day``: what has passed its end date has ended, whatever was noted."""
        open_ended = self.status in (Status.IN_FORCE, Status.UNKNOWN)
        if open_ended and self.valid_until and _last_day(self.valid_until) < day:
            return Status.ENDED
        return self.status


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one statement of a fiche comes from.

    ``document`` is the catalogue's id of the source, where it is in the catalogue.
    """

    title: str
    publisher: str
    url: str | None
    date: str
    as_of: str
    volatile: bool = False
    confidence: str = "high"
    locator: str = ""
    fact: str = ""
    document: str = ""

    def outdated_on(self, day: Day) -> bool:
        """Whether a changeable fact is of unknown age on ``day``, or older than a year."""
        if not self.volatile:
            return False
        dates = re.findall(r"\d{4}(?:-\d\d){0,2}", self.as_of)
        return not dates or (day - _last_day(dates[-1])).days > 365


@dataclass(frozen=True, slots=True)
class Source:
    """A document's metadata: what the catalogue, a fiche's front matter or the file itself says.

    ``id`` is the catalogue's id, else :func:`document_id` of the file name. ``pair`` names what a
    fiche and its translation share. ``topics`` are free terms such as country codes and
    disciplines (``de``, ``music``). ``digest`` is the SHA-256 of the file's bytes, in hexadecimal.
    """

    id: str
    title: str
    file: Path
    publisher: str = ""
    author: str = ""
    kind: str = "document"
    language: str | None = None
    date: str | None = None
    url: str | None = None
    terms: str = ""
    validity: Validity = field(default_factory=Validity)
    pair: str | None = None
    topics: tuple[str, ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` characters of a text that stand, one for one, on a page.

    Character ``start + i`` of the text is character ``page_start + i`` of ``Page.text``; only white
    space may differ (a line break on the page is a space in the text). What the text leaves out
    (a soft hyphen, a footnote marker) or what the page lacks falls between runs.
    """

    start: int
    page: int
    page_start: int
    length: int

    @property
    def end(self) -> int:
        return self.start + self.length

    @property
    def page_end(self) -> int:
        return self.page_start + self.length


@dataclass(frozen=True, slots=True)
class Page:
    """One page as the file has it.

    ``number`` counts from 1 in the file, ``label`` is the page number as printed (None when none is
    known), ``text`` the extracted characters in the file's order, that every offset points into.
    ``width`` and ``height`` are in points; 0 where the format has no pages (the whole is page 1).
    """

    number: int
    label: str | None
    text: str
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table, readable alone.

    ``header`` and ``cells`` have equal length; ``row`` counts the body rows of the table from 1,
    and is 0 for a row that heads others; ``trusted`` is false where the layout left doubt about
    which cell is which; ``group`` is what the row between the header and this one says of all rows
    under it, or the first cell of a row above where this one has none; empty where there is none.
    """

    table: str
    caption: str
    header: tuple[str, ...]
    cells: tuple[str, ...]
    row: int
    trusted: bool = True
    group: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A unit of the document's structure, whole again over lines, columns and pages.

    ``text`` is clean (white space folded, soft hyphens undone, footnote markers lifted out);
    ``runs`` map it back to the pages. ``section`` is the path of headings above it, outermost
    first. ``level`` is a heading's depth (from 1) or a list item's indent (from 1). ``number`` is a
    heading's or caption's own number ("4.1.1", "Tabel 2") or a list item's marker. ``marker`` is a
    footnote's mark; ``notes`` are the marks of the footnotes that this block refers to.
    ``annotation`` is what the editors of a fiche say of a statement.
    """

    kind: BlockKind
    text: str
    runs: tuple[Run, ...] = ()
    section: tuple[str, ...] = ()
    level: int = 0
    number: str = ""
    marker: str = ""
    notes: tuple[str, ...] = ()
    table: TableRow | None = None
    language: str | None = None
    provenance: tuple[Provenance, ...] = ()
    annotation: Annotation = NOTHING_SAID

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages this block stands on, ascending, from 1."""
        return tuple(sorted({run.page for run in self.runs}))


@dataclass(frozen=True, slots=True)
class Document:
    """A source as it was read. ``blocks`` are in reading order; ``warnings`` are for people."""

    source: Source
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    warnings: tuple[str, ...] = ()

    def page(self, number: int) -> Page:
        """The page with this number (from 1).

        Raises:
            IndexError: there is no such page.
        """
        if not 1 <= number <= len(self.pages):
            raise IndexError(f"{self.source.id} has no page {number}")
        return self.pages[number - 1]


def document_id(name: str) -> str:
    """The id of a file that the catalogue lacks: its stem, lower case, other signs as hyphens."""
    stem = unicodedata.normalize("NFC", Path(name).stem).lower()
    return re.sub(r"[^\w]+|_+", "-", stem).strip("-") or "document"


def count_documents(sources: Iterable[Source]) -> int:
    """How many documents there are for a reader: a fiche and its translation are one."""
    return len({source.pair or source.id for source in sources})


def _last_day(partial: str) -> date:
    """The last day that a date, possibly only a year or a month, covers."""
    parts = [int(part) for part in partial.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        year, month = parts
        return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)
    return date(*parts)
