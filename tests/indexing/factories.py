"""Small documents made by hand, each valid on its own; fakes for the catalogue and the reader."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.document import Block, BlockKind, Document, Page, Provenance, Run, Source, TableRow
from corpus.errors import MalformedDocument
from corpus.settings import CorpusSettings, ReadingLimits
from indexing.settings import IndexingSettings
from indexing.synchronise import SyncReport, synchronise

Line = tuple[BlockKind, str] | tuple[BlockKind, str, dict[str, Any]]

P, L, H = BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING
PROVENANCE = Provenance("A report", "A publisher", None, "2024", "2024")


def document(
    identity: str = "d",
    lines: Sequence[Line] = ((P, "Een zin over dans."),),
    *,
    title: str = "Titel",
    language: str | None = "nl",
    lines_per_page: int = 100,
    **source: Any,
) -> Document:
    """A document whose blocks are the lines, one line of the page each.

    A heading's level is ``level`` in its extras (1 unless given); sections follow from headings.
    """
    blocks: list[Block] = []
    pages: list[list[str]] = [[]]
    path: list[tuple[int, str]] = []
    for line in lines:
        kind, text = line[0], line[1]
        extras = dict(line[2]) if len(line) > 2 else {}
        if len(pages[-1]) == lines_per_page:
            pages.append([])
        start = sum(len(other) + 1 for other in pages[-1])
        pages[-1].append(text)
        if kind == H:
            level = extras.setdefault("level", 1)
            path = [step for step in path if step[0] < level]
        section = tuple(name for _, name in path)
        run = Run(0, len(pages), start, len(text))
        blocks.append(Block(kind, text, (run,), section, **extras))
        if kind == H:
            path.append((extras["level"], text))
    whole = "\n".join("\n".join(page) for page in pages)
    made = Source(
        id=identity,
        title=title,
        file=Path(identity),
        language=language,
        digest=hashlib.sha256(whole.encode()).hexdigest(),
        **source,
    )
    numbered = tuple(
        Page(number, str(number - 1) if number > 1 else None, "\n".join(page))
        for number, page in enumerate(pages, start=1)
    )
    return Document(made, numbered, tuple(blocks))


def table(*rows: Sequence[str], caption: str = "Tabel 2: Steun per land") -> list[Line]:
    """A table's rows as lines; the first row is the header."""
    header = tuple(rows[0])
    return [
        (
            BlockKind.TABLE_ROW,
            " ".join(cells),
            {"table": TableRow("t1", caption, header, tuple(cells), number)},
        )
        for number, cells in enumerate(rows[1:], start=1)
    ]


@dataclass(frozen=True)
class Gathered:
    """What the catalogue would give."""

    sources: tuple[Source, ...]
    problems: tuple[str, ...] = ()


@dataclass
class Shelf:
    """A corpus in memory that counts how often it is read; ids in ``broken`` cannot be."""

    documents: dict[str, Document] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    reads: list[str] = field(default_factory=list)

    def put(self, *documents: Document) -> None:
        for one in documents:
            self.documents[one.source.id] = one

    def gather(self, settings: CorpusSettings) -> Gathered:
        return Gathered(tuple(one.source for one in self.documents.values()))

    def read(self, source: Source, limits: ReadingLimits) -> Document:
        self.reads.append(source.id)
        if source.id in self.broken:
            raise MalformedDocument("It is not a PDF.", hint="Save it again.")
        return self.documents[source.id]

    def index(self, settings: IndexingSettings, **more: Any) -> SyncReport:
        read: Callable[[Source, ReadingLimits], Document] = more.pop("read", self.read)
        return synchronise(settings, CorpusSettings(), gather=self.gather, read=read, **more)
