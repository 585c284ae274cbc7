"""A stretch of a passage to citations: the page, its label, and the quote as the page has it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import Citation
from corpus.document import Block, Document, Page, Run, TableRow
from indexing.passage import Passage

# Runs further apart than this on a page are two quotes: what lies between is something else.
_LARGEST_GAP = 160
_SHORTEST_QUOTE = 2


@dataclass(frozen=True, slots=True)
class PageSpan:
    """A stretch of one page: ``page.text[start:end]``; ``page`` counts from 1."""

    page: int
    start: int
    end: int


def page_spans(runs: tuple[Run, ...], start: int, end: int) -> tuple[PageSpan, ...]:
    """Where ``text[start:end]`` stands on the pages, in reading order.

    One span a page, unless more than a footnote mark or a bullet lies between two runs. Runs that
    touch on the page are one span in whatever order the text tells them: the cells of a row that
    the page cuts in two stand row by row there, and cell by cell in the text.
    """
    found: list[tuple[int, PageSpan]] = []
    for order, run in enumerate(sorted(runs, key=lambda item: item.start)):
        first, last = max(run.start, start), min(run.end, end)
        if first < last:
            moved = run.page_start - run.start
            found.append((order, PageSpan(run.page, first + moved, last + moved)))
    joined: list[tuple[int, PageSpan]] = []
    for order, span in sorted(found, key=lambda one: (one[1].page, one[1].start)):
        if joined and joined[-1][1].page == span.page:
            before, last_span = joined[-1]
            if span.start - last_span.end <= _LARGEST_GAP:
                joined[-1] = (min(before, order), replace(last_span, end=span.end))
                continue
        joined.append((order, span))
    return tuple(span for _, span in sorted(joined, key=lambda one: one[0]))


def quote(page: Page, start: int, end: int) -> str:
    """The raw slice of the page with white space folded: what verification looks for."""
    return " ".join(page.text[start:end].split())


def _headers(rows: list[TableRow], document: Document) -> list[Block]:
    """What ``rows`` lean on: the row that names their columns, and the one whose first cell reaches
    down to a row without one. Without them nobody knows what a cell says."""
    found: dict[tuple[str, tuple[str, ...]], Block] = {}
    for block in document.blocks:
        above = block.table
        for row in rows if above is not None else ():
            assert above is not None
            heads = not above.row and any(above.cells) and above.cells == row.header
            reaches = not row.cells[0] and above.cells[0] == row.group and bool(row.group)
            if above.table == row.table and above.cells != row.cells and (heads or reaches):
                found.setdefault((above.table, above.cells[:1] if reaches else above.cells), block)
    return list(found.values())


class CitationList:
    """Gathers the citations of one answer, each quoted stretch once, numbered from 1."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._citations: list[Citation] = []
        self._numbers: dict[tuple[str, int, int, int], int] = {}

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations gathered so far, in order of first use."""
        return tuple(self._citations)

    def cite(self, passage: Passage, start: int, end: int, document: Document) -> tuple[int, ...]:
        """The numbers of the citations that carry ``passage.text[start:end]``; of rows of a table
        the row that names their columns is among them."""
        runs = [(passage.runs, start, end)]
        rows = [
            part.table
            for part in passage.parts
            if part.table is not None and part.start < end and part.end > start
        ]
        runs.extend((block.runs, 0, len(block.text)) for block in _headers(rows, document))
        provenance = tuple(
            origin
            for part in passage.parts
            if part.start < end and part.end > start
            for origin in part.provenance
        )
        source = document.source
        numbers: list[int] = []
        for span in (span for one in runs for span in page_spans(*one)):
            page = document.page(span.page)
            text = quote(page, span.start, span.end)
            if len(text) < _SHORTEST_QUOTE:
                continue
            key = (source.id, span.page, span.start, span.end)
            if key not in self._numbers:
                self._numbers[key] = len(self._citations) + 1
                self._citations.append(
                    Citation(
                        n=self._numbers[key],
                        document=source.id,
                        title=source.title,
                        page=span.page,
                        quote=text,
                        publisher=source.publisher,
                        date=source.date,
                        page_label=page.label,
                        section=passage.heading,
                        url=source.url,
                        validity=source.validity.status_on(self._today).value,
                        page_start=span.start,
                        page_end=span.end,
                        passage=passage.id,
                        language=passage.language,
                        provenance=provenance,
                    )
                )
            numbers.append(self._numbers[key])
        return tuple(dict.fromkeys(numbers))
