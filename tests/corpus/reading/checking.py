"""What holds for every document, whatever was read."""

from __future__ import annotations

from collections import Counter

from corpus.document import BlockKind, Document

_MAY_BE_LEFT_OUT = set("-–—•●▪■□◦○‣∙·➢➤►✓✔*o†‡¹²³⁰⁴⁵⁶⁷⁸⁹0123456789,|[]^\u00ad\uf0b7\uf0a7\uf02d")
"""Hyphens at line ends, bullets, the marks of notes, and what readers put between cells."""


def check(document: Document) -> None:
    """Every character of the pages is told once, in its place, as it stands there."""
    told: Counter[tuple[int, int]] = Counter()
    for block in document.blocks:
        assert block.text == " ".join(block.text.split()), "white space is folded"
        assert block.text, "no block is empty"
        end = 0
        for run in block.runs:
            assert run.length > 0
            assert run.start >= end
            end = run.end
            assert run.end <= len(block.text)
            page = document.page(run.page).text
            assert 0 <= run.page_start < run.page_end <= len(page)
            ours = block.text[run.start : run.end]
            theirs = page[run.page_start : run.page_end]
            for one, other in zip(ours, theirs, strict=True):
                assert one == other or (one.isspace() and other.isspace()), (ours, theirs)
            for at in range(run.page_start, run.page_end):
                if not page[at].isspace():
                    told[run.page, at] += 1
    assert all(count == 1 for count in told.values()), "nothing is told twice"
    for page in document.pages:
        lost = {
            character
            for at, character in enumerate(page.text)
            if (page.number, at) not in told
            and not character.isspace()
            and character.isprintable()
            and character not in "ﬀﬁﬂﬃﬄﬅﬆĳĲ"
        }
        assert lost <= _MAY_BE_LEFT_OUT, (page.number, lost)


def check_order(document: Document) -> None:
    """Blocks stand in the order of their first pages; furniture before what begins on its page."""
    first = [
        block.runs[0].page
        for block in document.blocks
        if block.runs and block.kind is not BlockKind.FURNITURE
    ]
    assert first == sorted(first)
    for number in range(1, len(document.pages) + 1):
        kinds = [
            block.kind for block in document.blocks if block.runs and block.runs[0].page == number
        ]
        assert all(kind in BlockKind for kind in kinds)
