"""Footnotes of formats that write their marks in the text: "word[1]", "word[^1]"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from corpus.document import Block, BlockKind, Run
from corpus.layout.references import REFERENCES

_MARK = re.compile(r"\s?\[\^?([\w-]{1,12})\]")
_OPENING = re.compile(r"\[(\d{1,3})\]\s+(?=\S)")
_MAY_BE_NOTES = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))
_KEEP = frozenset((BlockKind.FURNITURE, BlockKind.REFERENCE, BlockKind.TABLE_ROW))


def with_linked_notes(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, their footnotes linked: a mark whose note is known is lifted out of the text, and
    what begins with a mark that other text carries is the note.

    A table row keeps its marks in its cells.
    """
    carried = {
        match[1]
        for block in blocks
        for match in _MARK.finditer(block.text)
        if match.start() > 0 and match[0].lstrip()[1] != "^"
    }
    blocks = [_as_note(block, carried) for block in blocks]
    known = frozenset(block.marker for block in blocks if block.kind is BlockKind.FOOTNOTE)
    for block in blocks:
        yield _lifted(block, known) if known and "[" in block.text else block


def _as_note(block: Block, carried: Collection[str]) -> Block:
    """A block that begins with a mark in square brackets as the note that it is."""
    match = _OPENING.match(block.text)
    listed = any(REFERENCES.match(title) for title in block.section)
    if not match or block.kind not in _MAY_BE_NOTES or match[1] not in carried or listed:
        return block
    return replace(
        _without(block, [(0, match.end())]),
        kind=BlockKind.FOOTNOTE,
        marker=match[1],
        level=0,
        number="",
    )


def _lifted(block: Block, known: Collection[str]) -> Block:
    marks = [match for match in _MARK.finditer(block.text) if match[1] in known and match.start()]
    notes = tuple(dict.fromkeys((*block.notes, *(match[1] for match in marks))))
    if not marks:
        return block
    if block.kind not in _KEEP:
        block = _without(block, [match.span() for match in marks])
    return replace(block, notes=notes)


def _without(block: Block, spans: Sequence[tuple[int, int]]) -> Block:
    """A block without these stretches of its text, its map to the page kept exact."""
    kept: list[tuple[int, int]] = []
    start = 0
    for first, last in (*spans, (len(block.text), len(block.text))):
        if first > start:
            kept.append((start, first))
        start = last
    runs: list[Run] = []
    text = ""
    for first, last in kept:
        for run in block.runs:
            begin, end = max(run.start, first), min(run.end, last)
            if begin < end:
                place = run.page_start + begin - run.start
                runs.append(Run(len(text) + begin - first, run.page, place, end - begin))
        text += block.text[first:last]
    return replace(block, text=text, runs=tuple(runs))
