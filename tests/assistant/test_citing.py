"""A stretch of a passage leads to the right stretch of the right page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from assistant.citing import CitationList, page_spans
from corpus.document import Run
from indexing.settings import IndexingSettings
from indexing.splitting import split
from tests.assistant.small_corpus import DOCUMENTS, NOTE, REPORT

PASSAGES = {
    identity: split(document, IndexingSettings()) for identity, document in DOCUMENTS.items()
}


def test_a_page_break_makes_two_spans() -> None:
    runs = (Run(0, 1, 100, 10), Run(11, 2, 0, 20))
    assert [(span.page, span.start, span.end) for span in page_spans(runs, 5, 21)] == [
        (1, 105, 110),
        (2, 0, 10),
    ]


def test_a_gap_as_small_as_a_footnote_mark_stays_in_the_quote() -> None:
    runs = (Run(0, 1, 100, 10), Run(10, 1, 112, 10))
    assert len(page_spans(runs, 0, 20)) == 1
    far = (runs[0], replace(runs[1], page_start=900))
    assert len(page_spans(far, 0, 20)) == 2


def test_cells_that_a_page_tells_row_by_row_are_quoted_at_once() -> None:
    # Two cells, each in two lines of the table: the page has one line of both, then the other.
    runs = (Run(0, 1, 100, 10), Run(11, 1, 125, 10), Run(23, 1, 111, 13), Run(37, 1, 136, 9))
    assert [(span.start, span.end) for span in page_spans(runs, 0, 46)] == [(100, 145)]


@given(
    identity=st.sampled_from((REPORT, NOTE)),
    place=st.integers(min_value=0, max_value=200),
    first=st.integers(min_value=0, max_value=400),
    length=st.integers(min_value=1, max_value=400),
)
def test_a_quote_is_a_slice_of_its_page(identity: str, place: int, first: int, length: int) -> None:
    document = DOCUMENTS[identity]
    passages = PASSAGES[identity]
    passage = passages[place % len(passages)]
    gathered = CitationList(date(2026, 1, 15))
    gathered.cite(passage, first, first + length, document)
    for citation in gathered.citations:
        page = document.page(citation.page)
        assert citation.quote in " ".join(page.text.split())
        assert citation.quote == " ".join(
            page.text[citation.page_start : citation.page_end].split()
        )


def test_the_same_stretch_is_cited_once() -> None:
    document, passage = DOCUMENTS[REPORT], PASSAGES[REPORT][0]
    gathered = CitationList(date(2026, 1, 15))
    first = gathered.cite(passage, 0, len(passage.text), document)
    assert gathered.cite(passage, 0, len(passage.text), document) == first
    assert len(gathered.citations) == len(first)
