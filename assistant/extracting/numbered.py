"""Items that a document numbers: the ninth observation, recommendation 3, action point 5."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.extracting.announced import announced_sizes, numbered_run
from corpus.document import Block, BlockKind, Document, Run
from indexing.passage import Part, Passage

_MENTIONING = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_MOST_WORDS = 110  # of the text under a numbered heading
_STEM = 0.8  # share of a noun's letters that its plural keeps


def numbered_item(
    document: Document, nouns: Iterable[str], number: int, origin: Passage
) -> Passage | None:
    """Item ``number`` of the document's list of what one of ``nouns`` names, as a passage.

    The list runs from 1 behind a heading or a sentence with the noun, as items or as headings with
    text under them. ``origin`` lends the passage its identity. None when there is no such list.
    """
    blocks = document.blocks
    for start in _mentions(blocks, tuple(nouns), number):
        run = numbered_run(blocks, start, number)
        if run:
            return _passage(origin, run[-1], [*_with_text(blocks, run[-1])])
    return None


def _mentions(blocks: tuple[Block, ...], nouns: tuple[str, ...], number: int) -> list[int]:
    """Where the noun stands in the plural sense: those that announce enough items first."""
    stems = [noun[: max(5, round(_STEM * len(noun)))] for noun in nouns]
    pattern = re.compile("|".join(rf"\b\w*{re.escape(stem)}" for stem in stems), re.IGNORECASE)
    met = [
        place
        for place, block in enumerate(blocks)
        if block.kind in _MENTIONING and pattern.search(block.text)
    ]

    def rank(place: int) -> tuple[bool, bool, int]:
        sizes = announced_sizes(blocks[place].text)
        heading = blocks[place].kind is BlockKind.HEADING
        return (not any(size >= number for size in sizes), not heading, place)

    return sorted(met, key=rank)


def _with_text(blocks: tuple[Block, ...], place: int) -> Iterator[Block]:
    """The item, and what stands under it when it is a heading."""
    first = blocks[place]
    yield first
    if first.kind is not BlockKind.HEADING:
        return
    words = 0
    for block in blocks[place + 1 :]:
        words += len(block.text.split())
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or words > _MOST_WORDS:
            return
        yield block


def _passage(origin: Passage, place: int, blocks: list[Block]) -> Passage:
    parts: list[Part] = []
    runs: list[Run] = []
    position = 0
    for block in blocks:
        end = position + len(block.text)
        parts.append(Part(BlockKind.PARAGRAPH, position, end, 1, block.number))
        runs.extend(replace(run, start=position + run.start) for run in block.runs)
        position = end + 1
    return replace(
        origin,
        id=f"{origin.id}+item{place}",
        kind=BlockKind.PARAGRAPH,
        text="\n".join(block.text for block in blocks),
        section=blocks[0].section,
        parts=tuple(parts),
        runs=tuple(runs),
        pages=tuple(sorted({run.page for run in runs})),
        labels=(),
        caption="",
        marker="",
    )
