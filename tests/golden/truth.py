"""What a made document holds, known from its source, and how far a reading agrees."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from corpus.document import BlockKind, Document


@dataclass(slots=True)
class Truth:
    """What the maker of a document put into it.

    ``headings`` and ``items`` are ``(level, text)``; ``footnotes`` are ``(mark, text, the block
    that refers to it)``; ``furniture`` are ``(page, word)``; ``cells`` are ``(table, row, column,
    text)`` with tables counted from 0 and the header as row 0; ``groups`` are ``(table, row, what
    heads it)``; ``boxes`` are ``(title, text)``; ``labels`` are the printed page numbers.
    """

    headings: list[tuple[int, str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    items: list[tuple[int, str]] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    footnotes: list[tuple[str, str, str]] = field(default_factory=list)
    furniture: list[tuple[int, str]] = field(default_factory=list)
    cells: list[tuple[int, int, int, str]] = field(default_factory=list)
    groups: list[tuple[int, int, str]] = field(default_factory=list)
    boxes: list[tuple[str, str]] = field(default_factory=list)
    labels: list[str | None] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many things are in both, only in the reading, and only in the truth."""

    both: int
    extra: int
    missing: int

    @property
    def precision(self) -> float:
        return self.both / (self.both + self.extra) if self.both + self.extra else 1.0

    @property
    def recall(self) -> float:
        return self.both / (self.both + self.missing) if self.both + self.missing else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall (van Rijsbergen, 1979)."""
        total = 2 * self.both + self.extra + self.missing
        return 2 * self.both / total if total else 1.0

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(
            self.both + other.both, self.extra + other.extra, self.missing + other.missing
        )


def agreement(read: Iterable[Hashable], true: Iterable[Hashable]) -> Agreement:
    """Agreement of two bags of things."""
    ours, theirs = Counter(read), Counter(true)
    both = (ours & theirs).total()
    return Agreement(both, ours.total() - both, theirs.total() - both)


def compared(document: Document, truth: Truth) -> dict[str, Agreement]:
    """Agreement per feature. Features that the document does not have count only when read."""
    blocks = document.blocks

    def texts(kind: BlockKind) -> list[str]:
        return [block.text for block in blocks if block.kind is kind]

    linked = [
        (block.marker, block.text, referring.text)
        for block in blocks
        if block.kind is BlockKind.FOOTNOTE
        for referring in blocks
        if block.marker in referring.notes
    ]
    furniture = [
        (block.runs[0].page, word)
        for block in blocks
        if block.kind is BlockKind.FURNITURE
        for word in block.text.replace(".", " ").split()
    ]
    return {
        "headings": agreement(
            [(b.level, b.text) for b in blocks if b.kind is BlockKind.HEADING], truth.headings
        ),
        "paragraphs": agreement(texts(BlockKind.PARAGRAPH), truth.paragraphs),
        "list items": agreement(
            [(b.level, b.text) for b in blocks if b.kind is BlockKind.LIST_ITEM], truth.items
        ),
        "quotes": agreement(texts(BlockKind.QUOTE), truth.quotes),
        "captions": agreement(texts(BlockKind.CAPTION), truth.captions),
        "references": agreement(texts(BlockKind.REFERENCE), truth.references),
        "footnotes": agreement(
            [(b.marker, b.text) for b in blocks if b.kind is BlockKind.FOOTNOTE],
            [(mark, text) for mark, text, _ in truth.footnotes],
        ),
        "footnotes linked": agreement(linked, truth.footnotes),
        "furniture": agreement(
            furniture,
            [(p, w) for p, text in truth.furniture for w in text.replace(".", " ").split()],
        ),
        "table cells": agreement(_cells(document), truth.cells),
        "table groups": agreement(_groups(document), truth.groups),
        "boxes": agreement(_boxes(document, truth), truth.boxes),
        "page labels": agreement(
            enumerate(page.label for page in document.pages), enumerate(truth.labels)
        ),
    }


def _groups(document: Document) -> list[tuple[int, int, str]]:
    names = [block.table.table for block in document.blocks if block.table is not None]
    order = {name: at for at, name in enumerate(dict.fromkeys(names))}
    return [
        (order[block.table.table], block.table.row, block.table.group)
        for block in document.blocks
        if block.table is not None and block.table.group
    ]


def _boxes(document: Document, truth: Truth) -> list[tuple[str, str]]:
    """The texts that stand right under the titles of boxes."""
    titles = {title for title, _ in truth.boxes}
    return [
        (block.text, following.text)
        for block, following in itertools.pairwise(document.blocks)
        if block.text in titles
    ]


def _cells(document: Document) -> list[tuple[int, int, int, str]]:
    order: dict[str, int] = {}
    found: dict[tuple[int, int, int], str] = {}
    for block in document.blocks:
        if block.table is None:
            continue
        table = order.setdefault(block.table.table, len(order))
        for column, cell in enumerate(block.table.cells):
            if cell:
                # A header that is printed again on the next page is the same row.
                found.setdefault((table, block.table.row, column), cell)
    return [(*place, text) for place, text in found.items()]
