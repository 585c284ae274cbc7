"""Quoted words are found back, in a page's text and in the blocks made of it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Block, BlockKind, Document, Page, Provenance, Run, Source, TableRow
from web.locating import contents, find_quote, marked_stretch, quoted_words, readable

SOURCE = Source(id="d", title="D", file=Path("d.html"))


def of(*blocks: Block, text: str = "") -> Document:
    return Document(SOURCE, (Page(1, None, text),), blocks)


def html(document: Document, start: int = 0, end: int = 0) -> str:
    return "\n".join(item.html for item in readable(document, start=start, end=end))


def test_white_space_may_differ() -> None:
    page = Page(1, None, "de  hele\nzin staat hier")
    assert find_quote(page, "hele zin  staat") == (4, 18)
    assert quoted_words(page, 4, 18) == "hele zin staat"
    assert find_quote(page, "hele zon") is None
    assert find_quote(page, "  ") is None


def test_signs_in_a_quote_are_no_pattern() -> None:
    assert find_quote(Page(1, None, "a (b) c?"), "(b) c?") == (2, 8)


def test_a_stretch_over_two_runs() -> None:
    # "voor-\nstelling" on the page is "voorstelling" in the block.
    block = Block(BlockKind.PARAGRAPH, "voorstelling", (Run(0, 1, 0, 4), Run(4, 1, 6, 8)))
    assert marked_stretch(block, 1, 0, 14) == (0, 12)
    assert marked_stretch(block, 1, 6, 10) == (4, 8)
    assert marked_stretch(block, 2, 0, 14) is None


def test_the_mark_stands_where_the_quote_is() -> None:
    block = Block(BlockKind.PARAGRAPH, "een <b> zin & meer", (Run(0, 1, 0, 18),))
    assert html(of(block), 4, 11) == (
        '<p class="paragraph">een <mark id="quote">&lt;b&gt; zin</mark> &amp; meer</p>'
    )


def test_only_the_first_mark_is_the_anchor() -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, "aaa", (Run(0, 1, 0, 3),)),
        Block(BlockKind.PARAGRAPH, "bbb", (Run(0, 1, 4, 3),)),
    )
    shown = html(of(*blocks), 0, 7)
    assert shown.count("<mark") == 2
    assert shown.count('id="quote"') == 1


def test_rows_of_a_table_are_one_table() -> None:
    rows = [
        Block(
            BlockKind.TABLE_ROW,
            f"land: {land}; aantal: {n}",
            (Run(0, 1, 10 * n, 9),),
            table=TableRow("t1", "Tabel 1", ("land", "aantal"), (land, str(n)), n),
        )
        for n, land in enumerate(("Oost<>", "West"), start=1)
    ]
    shown = html(of(*rows), 20, 25)
    assert shown.count("<table>") == 1
    assert "<caption>Tabel 1</caption>" in shown
    assert "<td>Oost&lt;&gt;</td>" in shown
    assert '<td><mark id="quote">West</mark></td>' in shown


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        (Block(BlockKind.HEADING, "Titel", level=1, number="2"), "<h2>2 Titel</h2>"),
        (Block(BlockKind.HEADING, "2.1 Titel", level=2, number="2.1"), "<h3>2.1 Titel</h3>"),
        (Block(BlockKind.LIST_ITEM, "punt"), '<p class="list-item">punt</p>'),
        (
            Block(BlockKind.LIST_ITEM, "punt", number="a)"),
            '<p class="list-item numbered">a) punt</p>',
        ),
        (
            Block(BlockKind.FOOTNOTE, "noot", marker="3"),
            '<p class="footnote"><sup>3</sup> noot</p>',
        ),
        (Block(BlockKind.QUOTE, "woord"), "<blockquote><p>woord</p></blockquote>"),
        (Block(BlockKind.FURNITURE, "12"), ""),
    ],
)
def test_each_kind_of_block_has_its_look(block: Block, shown: str) -> None:
    assert html(of(block)) == shown


def test_contents_name_pages_and_skip_deep_headings() -> None:
    document = of(
        Block(BlockKind.HEADING, "Een", (Run(0, 1, 0, 3),), level=1, number="1"),
        Block(BlockKind.HEADING, "Diep", (Run(0, 1, 4, 4),), level=4),
        Block(BlockKind.PARAGRAPH, "tekst", (Run(0, 1, 9, 5),)),
    )
    assert [(entry.text, entry.page, entry.start) for entry in contents(document)] == [
        ("1 Een", 1, 0)
    ]


def test_statements_with_the_same_source_show_it_once() -> None:
    origins = [
        (Provenance(title=title, publisher="P", url=None, date="2024", as_of="2024"),)
        for title in ("A", "A", "B")
    ]
    blocks = [Block(BlockKind.LIST_ITEM, str(n), provenance=o) for n, o in enumerate(origins)]
    shown = [[one.title for one in item.provenance] for item in readable(of(*blocks))]
    assert shown == [[], ["A"], ["B"]]


@given(st.text(min_size=1, max_size=80), st.integers(-5, 90), st.integers(-5, 90))
def test_marking_never_changes_the_words(text: str, start: int, end: int) -> None:
    document = of(Block(BlockKind.PARAGRAPH, text, (Run(0, 1, 0, len(text)),)), text=text)
    shown = html(document, start, end)
    bare = re.sub(r"</?(p|mark)[^<>]*>", "", shown)
    assert unescape(bare) == text
