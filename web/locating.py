"""Finding quoted words back: on a page, and in the blocks that make up a readable text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from markupsafe import Markup

from corpus.document import Block, BlockKind, Document, Page, Provenance


@dataclass(frozen=True, slots=True)
class Readable:
    """A stretch of a document as safe HTML, with the sources of a fiche's statement."""

    html: Markup
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a table of contents; ``page`` counts from 1, the span counts in its text."""

    text: str
    level: int
    page: int
    label: str | None
    start: int
    end: int


def find_quote(page: Page, quote: str) -> tuple[int, int] | None:
    """The character span of ``quote`` in the page's text; white space may differ."""
    words = quote.split()
    if not words:
        return None
    match = re.search(r"\s+".join(re.escape(word) for word in words), page.text)
    return match.span() if match else None


def quoted_words(page: Page, start: int, end: int) -> str:
    """The words of a span of a page, white space folded."""
    return " ".join(page.text[max(0, start) : max(0, end)].split())


def marked_stretch(block: Block, page: int, start: int, end: int) -> tuple[int, int] | None:
    """The stretch of a block's text that stands on characters ``start`` to ``end`` of a page."""
    spans = [
        (
            run.start + max(start, run.page_start) - run.page_start,
            run.start + min(end, run.page_end) - run.page_start,
        )
        for run in block.runs
        if run.page == page and run.page_start < end and run.page_end > start
    ]
    if not spans:
        return None
    return min(first for first, _ in spans), max(last for _, last in spans)


def blocks_on(document: Document, page: int, start: int, end: int) -> tuple[Block, ...]:
    """The blocks that a span of a page touches, in reading order."""
    return tuple(
        block
        for block in document.blocks
        if end > start and marked_stretch(block, page, start, end) is not None
    )


def contents(document: Document, most: int = 200) -> tuple[Heading, ...]:
    """The document's headings with where they stand, at most ``most``."""
    found = []
    labels = {page.number: page.label for page in document.pages}
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and block.runs and block.level <= 3:
            run = block.runs[0]
            text = block.text
            if block.number and not text.startswith(block.number):
                text = f"{block.number} {text}"
            label = labels.get(run.page)
            found.append(
                Heading(text, max(1, block.level), run.page, label, run.page_start, run.page_end)
            )
    return tuple(found[:most])


def heading_anchor(start: int) -> str:
    """What a heading that stands at this character of its page is called in an address."""
    return f"heading-{start}"


def readable(
    document: Document,
    *,
    only_page: int | None = None,
    page: int = 1,
    start: int = 0,
    end: int = 0,
) -> list[Readable]:
    """The document's text (or that of one page) as HTML, the span of ``page`` marked.

    Everything from the document is escaped. Rows of one table become one table.
    """
    blocks = [
        block
        for block in document.blocks
        if (only_page is None or only_page in block.pages) and block.kind is not BlockKind.FURNITURE
    ]
    items: list[Readable] = []
    first_mark = True

    def drawn(block: Block, text: str | None = None) -> str:
        nonlocal first_mark
        stretch = marked_stretch(block, page, start, end) if end > start else None
        shown = block.text if text is None else text
        if stretch is None or stretch[1] <= stretch[0]:
            return escape(shown)
        begin, stop = stretch if text is None else (0, len(shown))
        anchor = ' id="quote"' if first_mark else ""
        first_mark = False
        before, quoted, after = shown[:begin], shown[begin:stop], shown[stop:]
        return f"{escape(before)}<mark{anchor}>{escape(quoted)}</mark>{escape(after)}"

    for table, group in groupby(blocks, key=_table):
        members = list(group)
        if table is not None:
            items.append(Readable(Markup(_table_html(members, drawn))))  # noqa: S704
            continue
        for block in members:
            items.append(Readable(Markup(_block_html(block, drawn(block))), block.provenance))  # noqa: S704
    return _sourced_once(items)


def _sourced_once(items: Sequence[Readable]) -> list[Readable]:
    """Statements in a row with the same sources show them once, after the last."""
    following = [*items[1:], Readable(Markup())]
    return [
        replace(item, provenance=()) if item.provenance == after.provenance else item
        for item, after in zip(items, following, strict=False)
    ]


def _table(block: Block) -> str | None:
    return block.table.table if block.table is not None else None


def _block_html(block: Block, text: str) -> str:
    if block.kind is BlockKind.HEADING:
        tag = "h2" if block.level <= 1 else "h3" if block.level == 2 else "h4"
        number = f"{escape(block.number)} " if _lacks_number(block) else ""
        anchor = f' id="{heading_anchor(block.runs[0].page_start)}"' if block.runs else ""
        return f"<{tag}{anchor}>{number}{text}</{tag}>"
    if block.kind is BlockKind.QUOTE:
        return f"<blockquote><p>{text}</p></blockquote>"
    if block.kind is BlockKind.LIST_ITEM:
        numbered = block.number and block.number[0].isalnum()
        kind = "list-item numbered" if numbered else "list-item"
        marker = f"{escape(block.number)} " if numbered and _lacks_number(block) else ""
        return f'<p class="{kind}">{marker}{text}</p>'
    marker = f"<sup>{escape(block.marker)}</sup> " if block.marker else ""
    return f'<p class="{escape(block.kind.value)}">{marker}{text}</p>'


def _lacks_number(block: Block) -> bool:
    return bool(block.number) and not block.text.startswith(block.number)


def _table_html(rows: Sequence[Block], drawn: Callable[[Block, str], str]) -> str:
    first = rows[0].table
    assert first is not None
    caption = f"<caption>{escape(first.caption)}</caption>" if first.caption else ""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in first.header)
    body = "".join(
        "<tr>" + "".join(f"<td>{drawn(row, cell)}</td>" for cell in row.table.cells) + "</tr>"
        for row in rows
        if row.table is not None
    )
    header = f"<thead><tr>{head}</tr></thead>" if any(first.header) else ""
    return f"<table>{caption}{header}<tbody>{body}</tbody></table>"
