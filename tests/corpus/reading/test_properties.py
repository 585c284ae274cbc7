"""What holds for every document that is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import ReadingError
from tests.corpus.layout.pages import Set, page
from tests.corpus.reading.checking import check, check_order
from tests.corpus.reading.made import read_file, write_pdf
from tests.golden.documents import DOCUMENTS

_WORDS = st.sampled_from(
    [
        "steun", "gezelschap", "De", "Het", "over", "grens", "2.24", "1", "•", "-", "–", "a)",
        "1.", "Tabel", "samen-", "Vlaams-", "3%", "(2021)", "einde.", "noot1", "Bronnen", "X", "o",
        "https://voorbeeld.test/", "12", "iv", "ﬁnanciën", "“ja”",
    ]
)  # fmt: skip
_LINES = st.lists(st.lists(_WORDS, min_size=1, max_size=9).map(" ".join), max_size=14)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_character_of_a_made_document_is_told_once(name: str, tmp_path: Path) -> None:
    file = tmp_path / "made.pdf"
    DOCUMENTS[name](file, 4)
    document = read_file(file)
    check(document)
    check_order(document)


@pytest.mark.shared_corpus
def test_every_character_of_the_published_documents_is_told_once(published_corpus: Path) -> None:
    for file in sorted(published_corpus.iterdir()):
        document = read_file(file)
        check(document)
        check_order(document)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(_LINES, min_size=1, max_size=4))
def test_whatever_stands_on_the_pages_is_told_once(tmp_path: Path, pages: list[list[str]]) -> None:
    file = write_pdf(tmp_path / "any.pdf", pages)
    try:
        document = read_file(file)
    except ReadingError:
        assert not any(pages)
        return
    check(document)
    check_order(document)


_SETS = st.builds(
    Set,
    st.lists(_WORDS, min_size=1, max_size=6).map(" ".join),
    left=st.sampled_from([60.0, 78.0, 200.0, 320.0, 338.0]),
    bottom=st.integers(3, 66).map(lambda n: n * 12.0),
    size=st.sampled_from([7.5, 10.0, 10.0, 10.0, 14.0]),
    bold=st.booleans(),
    italic=st.booleans(),
    mark=st.sampled_from(["", "", "1", "2", "*"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(_SETS, min_size=1, max_size=20), min_size=1, max_size=4))
def test_no_arrangement_of_lines_loses_or_repeats_a_word(pages: list[list[Set]]) -> None:
    from corpus.document import Document, Page, Source
    from corpus.layout.assembling import assemble

    made = [page(*lines, number=at) for at, lines in enumerate(pages, start=1)]
    blocks = assemble(made)
    document = Document(
        Source("any", "", Path("any.pdf")),
        tuple(Page(one.number, None, one.text) for one in made),
        blocks,
    )
    check(document)
    for block in blocks:
        if block.table is not None:
            assert len(block.table.header) == len(block.table.cells)


_CELL = st.lists(_WORDS, max_size=4).map(" ".join)
_GRID = st.lists(st.tuples(_CELL, _CELL, _CELL), min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(_GRID, st.booleans()), min_size=1, max_size=3))
def test_no_table_loses_or_repeats_a_word(tables: list[tuple[list[tuple[str, ...]], bool]]) -> None:
    from corpus.document import Document, Page, Source
    from corpus.layout.assembling import assemble
    from corpus.layout.positioned import Ruling

    lefts, right, top, high = (60.0, 200.0, 340.0), 500.0, 100.0, 24.0
    made = []
    for number, (rows, drawn) in enumerate(tables, start=1):
        lines = [
            Set(text, left + 4, top + high * at + 16, width=len(text) * 3, bold=at % 3 == 0)
            for at, cells in enumerate(rows)
            for left, text in zip(lefts, cells, strict=True)
            if text
        ]
        bottom = top + high * len(rows)
        level = [
            Ruling(60.0, top + high * at, right, top + high * at) for at in range(len(rows) + 1)
        ]
        upright = [Ruling(x, top, x, bottom) for x in (*lefts, right)]
        made.append(
            page(*lines, number=number, rulings=(*level, *upright) if drawn else ())
            if lines
            else page(Set("leeg", 60, 100), number=number)
        )
    document = Document(
        Source("any", "", Path("any.pdf")),
        tuple(Page(one.number, None, one.text) for one in made),
        assemble(made),
    )
    check(document)
