"""Document to passages, along the document's own structure. Pure: nothing is read or written.

What becomes a passage:

- paragraphs of one section, short ones joined, long ones cut between sentences;
- a list together with its lead-in; a long list in pieces that carry the lead-in as caption;
- each table row, with the table's caption and header beside it;
- each footnote, reference, caption and quotation;
- each statement of a fiche (a block with provenance, or of which its editors say whom it is for);
- the outline of a section: its heading with the headings right under it, because "which
  recommendations are there" is often answered by sub-headings alone.

Headings give context to the passages below them; a heading with nothing below it is a passage, so
that no text is lost. Furniture (running headers, page numbers) is left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.document import Block, BlockKind, Document, Run
from indexing.passage import Part, Passage
from indexing.settings import IndexingSettings

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-ZÀ-Þ0-9])")
_ALONE = frozenset(
    {BlockKind.FOOTNOTE, BlockKind.REFERENCE, BlockKind.CAPTION, BlockKind.TABLE_ROW}
)
_MAX_LEAD_IN = 400
_LIST_FACTOR = 2


@dataclass(frozen=True, slots=True)
class _Draft:
    """The blocks of a passage to be, under one section path."""

    kind: BlockKind
    blocks: tuple[Block, ...]
    section: tuple[str, ...]
    caption: str = ""


def split(document: Document, settings: IndexingSettings) -> tuple[Passage, ...]:
    """The passages of a document, in reading order.

    Every character of every block that is not furniture stands in a passage's text or, for a
    heading, in a passage's section path. No passage is longer than
    ``settings.max_passage_characters``, lists excepted (twice that) and table rows (never cut).
    """
    drafts = _drafts(document.blocks, settings)
    labels = {page.number: page.label for page in document.pages}
    counts: dict[str, int] = {}
    passages = []
    for ordinal, draft in enumerate(drafts):
        slug = _slug(draft.section)
        position = counts.get(slug, 0)
        counts[slug] = position + 1
        identity = f"{document.source.id}:{slug}:{position}"
        passages.append(_passage(document, draft, identity, ordinal, labels))
    return tuple(passages)


def _drafts(blocks: Sequence[Block], settings: IndexingSettings) -> Iterator[_Draft]:
    limit = settings.max_passage_characters
    kept = [block for block in blocks if block.kind != BlockKind.FURNITURE and block.text.strip()]
    at = 0
    while at < len(kept):
        block = kept[at]
        if block.kind == BlockKind.HEADING:
            yield from _outline(kept, at)
            at += 1
        elif block.kind in _ALONE or _is_statement(block):
            yield from _alone(block, limit)
            at += 1
        elif block.kind == BlockKind.LIST_ITEM or _leads_list(kept, at):
            end = at + 1
            while end < len(kept) and _continues_list(kept[end], block):
                end += 1
            yield from _list(kept[at:end], limit)
            at = end
        else:
            end = at + 1
            size = len(block.text)
            while (
                end < len(kept)
                and kept[end].kind == block.kind
                and kept[end].section == block.section
                and not _is_statement(kept[end])
                and not _leads_list(kept, end)
                and size + 1 + len(kept[end].text) <= settings.target_passage_characters
            ):
                size += 1 + len(kept[end].text)
                end += 1
            yield from _text(kept[at:end], limit)
            at = end


def _outline(blocks: Sequence[Block], at: int) -> Iterator[_Draft]:
    """A heading with the headings one step below it, or a heading that has nothing below it."""
    heading = blocks[at]
    path = (*heading.section, heading.text)
    below = []
    inside = False
    for block in blocks[at + 1 :]:
        if block.section[: len(path)] != path:
            break
        inside = True
        if block.kind == BlockKind.HEADING and block.section == path:
            below.append(block)
    if len(below) > 1:
        yield _Draft(BlockKind.HEADING, (heading, *below), heading.section)
    elif not inside:
        yield _Draft(BlockKind.HEADING, (heading,), heading.section)


def _alone(block: Block, limit: int) -> Iterator[_Draft]:
    caption = ""
    if block.table:
        header = " | ".join(dict.fromkeys(cell for cell in block.table.header if cell))
        caption = "\n".join(
            part for part in (block.table.caption, block.table.group, header) if part
        )
    if block.kind == BlockKind.TABLE_ROW:
        yield _Draft(block.kind, (block,), block.section, caption)
        return
    for piece in _cut(block, limit):
        yield _Draft(block.kind, (piece,), block.section, caption)


def _is_statement(block: Block) -> bool:
    return bool(block.provenance or block.annotation)


def _leads_list(blocks: Sequence[Block], at: int) -> bool:
    """Whether the paragraph here introduces the list right after it."""
    if at + 1 >= len(blocks):
        return False
    block, after = blocks[at], blocks[at + 1]
    return (
        block.kind == BlockKind.PARAGRAPH
        and after.kind == BlockKind.LIST_ITEM
        and not _is_statement(after)
        and after.section == block.section
        and (block.text.rstrip().endswith((":", ";", ",")) or len(block.text) <= _MAX_LEAD_IN)
    )


def _continues_list(block: Block, first: Block) -> bool:
    return (
        block.kind == BlockKind.LIST_ITEM
        and block.section == first.section
        and not _is_statement(block)
    )


def _list(blocks: Sequence[Block], limit: int) -> Iterator[_Draft]:
    """A list with its lead-in; in pieces when long, the lead-in then being their caption."""
    section = blocks[0].section
    lead: tuple[Block, ...] = ()
    if blocks[0].kind != BlockKind.LIST_ITEM:
        pieces = _sentences_apart(blocks[0]) if len(blocks[0].text) > _MAX_LEAD_IN else (blocks[0],)
        if len(pieces) > 1:
            yield from _text(pieces[:-1], limit)
        lead = pieces[-1:]
        blocks = blocks[1:]
    room = limit * _LIST_FACTOR
    items = [piece for block in blocks for piece in _cut(block, room)]
    caption = ""
    gathered = list(lead)
    for item in items:
        if gathered and _size(gathered) + 1 + len(item.text) > room:
            yield _Draft(BlockKind.LIST_ITEM, tuple(gathered), section, caption)
            gathered = []
            caption = lead[0].text if lead else ""
        gathered.append(item)
    yield _Draft(BlockKind.LIST_ITEM, tuple(gathered), section, caption)


def _text(blocks: Sequence[Block], limit: int) -> Iterator[_Draft]:
    """Paragraphs joined as given; one that is too long is cut between sentences."""
    section = blocks[0].section
    if _size(blocks) <= limit:
        yield _Draft(blocks[0].kind, tuple(blocks), section)
        return
    for block in blocks:
        for piece in _cut(block, limit):
            yield _Draft(block.kind, (piece,), section)


def _size(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks) + max(0, len(blocks) - 1)


def _cut(block: Block, limit: int) -> tuple[Block, ...]:
    """A block in pieces of about equal length, none longer than ``limit``; itself when it fits."""
    if len(block.text) <= limit:
        return (block,)
    ends = [match.end() for match in _SENTENCE_END.finditer(block.text)] + [len(block.text)]
    wanted = -(-len(block.text) // limit)
    aim = min(limit, len(block.text) / wanted * 1.1)
    pieces = []
    start = 0
    while start < len(block.text):
        fitting = [end for end in ends if start < end <= start + limit]
        if fitting:
            end = next((end for end in fitting if end - start >= aim), fitting[-1])
        else:
            space = block.text.rfind(" ", start + 1, start + limit)
            end = space + 1 if space > start else min(start + limit, len(block.text))
        pieces.append(_slice(block, start, end))
        start = end
    return tuple(piece for piece in pieces if piece.text)


def _sentences_apart(block: Block) -> tuple[Block, ...]:
    """A block in two: everything but its last sentence, and its last sentence."""
    ends = [match.end() for match in _SENTENCE_END.finditer(block.text)]
    if not ends:
        return (block,)
    return (_slice(block, 0, ends[-1]), _slice(block, ends[-1], len(block.text)))


def _slice(block: Block, start: int, end: int) -> Block:
    """The stretch of a block between two offsets of its text, white space at its ends removed."""
    text = block.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    end = start + len(text)
    runs = []
    for run in block.runs:
        first, last = max(run.start, start), min(run.end, end)
        if first < last:
            runs.append(
                Run(first - start, run.page, run.page_start + first - run.start, last - first)
            )
    return replace(block, text=text, runs=tuple(runs))


def _passage(
    document: Document,
    draft: _Draft,
    identity: str,
    ordinal: int,
    labels: dict[int, str | None],
) -> Passage:
    parts: list[Part] = []
    runs: list[Run] = []
    position = 0
    for block in draft.blocks:
        end = position + len(block.text)
        parts.append(
            Part(
                block.kind,
                position,
                end,
                block.level,
                block.number,
                block.table,
                block.provenance,
                block.annotation,
            )
        )
        runs.extend(replace(run, start=run.start + position) for run in block.runs)
        position = end + 1
    text = "\n".join(block.text for block in draft.blocks)
    pages = tuple(sorted({run.page for run in runs}))
    known = [labels.get(page) for page in pages]
    language = (
        next((block.language for block in draft.blocks if block.language), None)
        or document.source.language
        or "nl"
    )
    notes = tuple(dict.fromkeys(note for block in draft.blocks for note in block.notes))
    return Passage(
        id=identity,
        digest=_digest((text, *draft.section, draft.kind.value, draft.caption, language)),
        document=document.source.id,
        ordinal=ordinal,
        kind=draft.kind,
        text=text,
        section=draft.section,
        parts=tuple(parts),
        runs=tuple(runs),
        pages=pages,
        labels=tuple(label or "" for label in known) if any(known) else (),
        language=language,
        marker=draft.blocks[0].marker,
        notes=notes,
        caption=draft.caption,
    )


def _digest(texts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(texts).encode()).hexdigest()[:32]


def _slug(section: tuple[str, ...]) -> str:
    """A short readable name for a section path, different for different paths."""
    if not section:
        return "0"
    words = re.sub(r"[^a-z0-9]+", "-", section[-1].lower()).strip("-")[:32].strip("-")
    return f"{words or 's'}-{_digest(section)[:6]}"
