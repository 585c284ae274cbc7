"""A stretch of a passage to citations: the page, its label, and the quote as the page has it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import Citation
from corpus.document import Document, Page, Run
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

    One span a page, unless more than a footnote mark or a bullet lies between two runs.
    """
    spans: list[PageSpan] = []
    for run in sorted(runs, key=lambda item: item.start):
        first, last = max(run.start, start), min(run.end, end)
        if first >= last:
            continue
        page_start = run.page_start + first - run.start
        page_end = run.page_start + last - run.start
        if spans and spans[-1].page == run.page:
            gap = page_start - spans[-1].end
            if 0 <= gap <= _LARGEST_GAP:
                spans[-1] = replace(spans[-1], end=page_end)
                continue
        spans.append(PageSpan(run.page, page_start, page_end))
    return tuple(spans)


def quote(page: Page, start: int, end: int) -> str:
    """The raw slice of the page with white space folded: what verification looks for."""
    return " ".join(page.text[start:end].split())


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
        """The numbers of the citations that carry ``passage.text[start:end]``."""
        numbers: list[int] = []
        provenance = tuple(
            origin
            for part in passage.parts
            if part.start < end and part.end > start
            for origin in part.provenance
        )
        source = document.source
        for span in page_spans(passage.runs, start, end):
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
