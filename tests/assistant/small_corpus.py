"""Two small documents, written for the tests: a Dutch report of two pages and an English note."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from corpus.document import (
    Block,
    BlockKind,
    Document,
    Page,
    Run,
    Source,
    Status,
    TableRow,
    Validity,
)

REPORT = "werkplaatsen-2023"
NOTE = "note-on-festivals-2019"


@dataclass
class Draft:
    """A document in the making: text is added to a page, and becomes a block or a part of one."""

    pages: list[str] = field(default_factory=lambda: [""])
    blocks: list[Block] = field(default_factory=list)
    section: tuple[str, ...] = ()
    language: str = "nl"

    def place(self, text: str) -> Run:
        """The text on the current page, after a line break."""
        page = len(self.pages)
        start = len(self.pages[-1])
        self.pages[-1] += text + "\n"
        return Run(0, page, start, len(text))

    def block(self, kind: BlockKind, text: str, **fields: object) -> None:
        """A block that stands on the page as it is."""
        run = self.place(text)
        self.blocks.append(
            Block(kind, text, (run,), self.section, language=self.language, **fields)  # type: ignore[arg-type]
        )

    def heading(self, text: str, number: str = "") -> None:
        """A heading of the first level."""
        self.section = ()
        self.block(BlockKind.HEADING, text, level=1, number=number)
        self.section = (text,)

    def over_the_page(self, first: str, second: str) -> None:
        """A paragraph that a page break cuts in two."""
        before = self.place(first)
        self.pages.append("")
        after = self.place(second)
        text = f"{first} {second}"
        runs = (before, Run(len(first) + 1, after.page, after.page_start, after.length))
        self.blocks.append(
            Block(BlockKind.PARAGRAPH, text, runs, self.section, language=self.language)
        )

    def document(self, source: Source) -> Document:
        """What was drafted, as it would have been read."""
        pages = tuple(Page(n, str(n), text) for n, text in enumerate(self.pages, start=1))
        return Document(source, pages, tuple(self.blocks))


def report() -> Document:
    """The Dutch report: figures, a list, a table, a footnote, a sentence over a page break."""
    draft = Draft()
    draft.heading("1. Werkplaatsen in cijfers", "1")
    draft.block(
        BlockKind.PARAGRAPH,
        "In 2023 telde de regio 48 werkplaatsen voor makers. Daarvan ontving 62,5% een "
        "werkingssubsidie. De overige werkplaatsen leven van verhuur en giften.",
    )
    draft.block(
        BlockKind.PARAGRAPH,
        "Een residentie is een verblijf waarbij een maker enkele weken in een werkplaats werkt.",
    )
    draft.over_the_page(
        "Het aantal buitenlandse makers dat er te gast was, steeg van 210 in 2019",
        "naar 340 in 2022, vooral door de gastateliers aan de kust.",
    )
    draft.heading("2. Knelpunten", "2")
    draft.block(BlockKind.PARAGRAPH, "De werkplaatsen noemen drie knelpunten:")
    draft.block(BlockKind.LIST_ITEM, "de huur stijgt sneller dan de subsidie;", level=1)
    draft.block(BlockKind.LIST_ITEM, "visums komen vaak te laat;", level=1)
    draft.block(BlockKind.LIST_ITEM, "er is te weinig personeel voor begeleiding.", level=1)
    for number, cells in enumerate((("Zeezicht", "12"), ("Havenhuis", "7")), start=1):
        row = TableRow("t1", "Tabel 1: Gastateliers", ("Atelier", "Plaatsen"), cells, number)
        draft.block(BlockKind.TABLE_ROW, " ".join(cells), table=row)
    draft.block(
        BlockKind.FOOTNOTE, "De telling gebeurde op 1 maart 2023 door het steunpunt.", marker="4"
    )
    return draft.document(
        Source(
            REPORT,
            "Werkplaatsen voor makers",
            Path("werkplaatsen.pdf"),
            publisher="Steunpunt Werkplaatsen",
            language="nl",
            date="2023",
            digest="a" * 64,
        )
    )


def note() -> Document:
    """The English note on festivals, part of a framework that has ended."""
    draft = Draft(language="en")
    draft.heading("Festivals abroad")
    draft.block(
        BlockKind.PARAGRAPH,
        "The travel fund paid for 75 concerts at festivals abroad in 2018. Applications had to be "
        "sent two months before departure.",
    )
    return draft.document(
        Source(
            NOTE,
            "Note on festivals",
            Path("note.pdf"),
            publisher="Travel fund",
            language="en",
            date="2019",
            validity=Validity(valid_until="2020", status=Status.IN_FORCE),
            digest="b" * 64,
        )
    )


DOCUMENTS = {REPORT: report(), NOTE: note()}
