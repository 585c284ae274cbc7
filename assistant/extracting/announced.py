"""Lists that a sentence announces and that stand further on, as numbered items or sub-headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.extracting.numbers import NUMBER_WORDS
from assistant.extracting.sentences import sentences
from corpus.document import Block, BlockKind, Document, Run
from indexing.passage import Part, Passage

_NUMBER = re.compile(r"^\W{0,2}(\d{1,2})\s?[.:)]?(?=\s|$)")
_LARGEST_LIST = 20
_NEAR = 12  # blocks between the announcement and the first item, and between two items
_CHAPTER = 160  # the same, where the items are headings with chapters below them
_COMPACT = 3  # the same, for a list that stands elsewhere in the document
_LONG_ITEM = 60  # words: of a longer item only the first sentence is shown


def announced_sizes(text: str) -> frozenset[int]:
    """How many things a sentence announces ("drie doelstellingen"): every candidate."""
    sizes = set()
    for match in re.finditer(r"\b([^\W\d_]+|\d{1,2})(?=\s+\w)", text.lower()):
        word = match.group(1)
        size = NUMBER_WORDS.get(word) or (int(word) if word.isdecimal() else 0)
        if 2 <= size <= _LARGEST_LIST:
            sizes.add(size)
    return frozenset(sizes)


def announced_list(document: Document, passage: Passage, offset: int, size: int) -> Passage | None:
    """The numbered list of ``size`` items that ``passage.text[offset]`` announces, as a passage.

    It stands right after the announcement, or further on as numbered sub-headings, or anywhere in
    the document as one compact list. None when there is no run 1, 2, ... ``size``.
    """
    start = _block_at(document, passage, offset)
    if start is None:
        return None
    blocks = document.blocks
    run = numbered_run(blocks, start, size) or _first_run(
        blocks, range(len(blocks)), size, _COMPACT
    )
    return _as_passage(passage, [blocks[place] for place in run]) if run else None


def numbered_run(blocks: Sequence[Block], start: int, size: int) -> list[int]:
    """The places of 1, 2, ... ``size`` right behind ``blocks[start]``, or further on as headings,
    or in one compact list; empty without such a run."""
    near = range(start, min(start + _NEAR, len(blocks)))
    return (
        _first_run(blocks, near, size, _NEAR)
        or _first_run(blocks, near, size, _COMPACT)
        or _first_run(blocks, range(start, len(blocks)), size, _CHAPTER, headings=True)
    )


def _first_run(
    blocks: Sequence[Block], starts: range, size: int, gap: int, *, headings: bool = False
) -> list[int]:
    """The first run 1, 2, ... ``size`` with at most ``gap`` blocks between two items."""
    for at in starts:
        block = blocks[at]
        if headings and block.kind is not BlockKind.HEADING:
            continue
        number = _number(block)
        if number == 1:
            run = _run_from(blocks, at, [at], size, gap)
        elif number == 2 and gap == _COMPACT and at and _number(blocks[at - 1]) is None:
            # The first item may have lost its number to the layout.
            run = _run_from(blocks, at, [at - 1, at], size, gap)
        else:
            continue
        # Authors miscount their chapters; of a short list right behind it none is left out.
        if len(run) == size and (headings or not _goes_on(blocks, run)):
            return run
    return []


def _goes_on(blocks: Sequence[Block], run: list[int]) -> bool:
    """Whether the list has more items than the run: it is not the one that was announced."""
    listed = blocks[run[0]].kind is BlockKind.LIST_ITEM
    return listed and len(_run_from(blocks, run[0], [*run], len(run) + 1, _COMPACT)) > len(run)


def _block_at(document: Document, passage: Passage, offset: int) -> int | None:
    """The place of the block that holds a character of a passage."""
    run = next((run for run in passage.runs if run.start <= offset < run.end), None)
    run = run or next((run for run in passage.runs if run.start >= offset), None)
    if run is None:
        return None
    page_place = run.page_start + max(0, offset - run.start)
    for place, block in enumerate(document.blocks):
        if any(
            held.page == run.page and held.page_start <= page_place < held.page_end
            for held in block.runs
        ):
            return place
    return None


def _number(block: Block) -> int | None:
    if block.kind not in (BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH):
        return None
    for text in (block.number, block.text):
        if match := _NUMBER.match(text):
            return int(match.group(1))
    return None


def _run_from(
    blocks: Sequence[Block], first: int, run: list[int], size: int, gap: int
) -> list[int]:
    """``run`` with the places of the next numbers, in blocks of the kind and level of the first."""
    opening = blocks[first]
    heading = opening.kind is BlockKind.HEADING
    place = max(first, run[-1]) + 1
    while len(run) < size and place < len(blocks) and place - run[-1] <= gap:
        block = blocks[place]
        same = (block.kind is BlockKind.HEADING) == heading and (
            not heading or block.level == opening.level
        )
        number = _number(block) if same else None
        if number == len(run) + 1:
            run.append(place)
        elif number == 1 and not heading:
            break  # another list begins
        place += 1
    return run


def _as_passage(origin: Passage, blocks: list[Block]) -> Passage:
    """The items as one passage; of long ones only the first sentence."""
    total = sum(len(block.text.split()) for block in blocks)
    brief = total > _LONG_ITEM * len(blocks)
    parts: list[Part] = []
    runs: list[Run] = []
    texts: list[str] = []
    position = 0
    for block in blocks:
        end = len(block.text)
        if brief:
            spans = sentences(block.text)
            end = spans[0].end if spans else end
        parts.append(Part(BlockKind.LIST_ITEM, position, position + end, 1, block.number))
        for run in block.runs:
            length = min(run.end, end) - run.start
            if length > 0:
                runs.append(replace(run, start=position + run.start, length=length))
        texts.append(block.text[:end])
        position += end + 1
    pages = tuple(sorted({run.page for run in runs}))
    return Passage(
        id=f"{origin.id}+list",
        digest=origin.digest,
        document=origin.document,
        ordinal=origin.ordinal,
        kind=BlockKind.LIST_ITEM,
        text="\n".join(texts),
        section=blocks[0].section,
        parts=tuple(parts),
        runs=tuple(runs),
        pages=pages,
        labels=(),
        language=origin.language,
    )
