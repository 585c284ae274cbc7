"""From the lines of all pages to the blocks of the document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.document import Block, BlockKind
from corpus.layout.aligned_tables import aligned_tables
from corpus.layout.boxes import boxed
from corpus.layout.building import Draft, build_blocks
from corpus.layout.cleaning import KnownWords
from corpus.layout.contents import Contents, contents_of, repeated_titles
from corpus.layout.footnotes import (
    Notes,
    carried_marks,
    line_mark,
    reach_of_body,
    set_apart,
    split_bracketed,
    split_footnotes,
)
from corpus.layout.furniture import furniture, running_texts, without_number
from corpus.layout.grouping import BULLET, NUMBERED, Group, group, in_columns
from corpus.layout.headings import body_size, heading_levels, heading_number
from corpus.layout.joining import join
from corpus.layout.list_levels import with_list_levels
from corpus.layout.positioned import Line, PositionedPage
from corpus.layout.quotes import attributes, quoted
from corpus.layout.references import REFERENCES, entries
from corpus.layout.ruled_tables import ruled_tables
from corpus.layout.table_rows import CAPTION, table_rows
from corpus.layout.tables import Found, RawTable, structured_tables

_MAX_CAPTION = 300
_CONTENTS = "TOCI"
"""The kind of the groups that make a contents list."""

Unit = Group | RawTable


def assemble(
    pages: Sequence[PositionedPage],
    outline: Mapping[str, int] | None = None,
    aside: frozenset[tuple[int, int]] | None = None,
) -> tuple[Block, ...]:
    """The document's blocks in reading order; furniture stands where it was read, set aside.

    Args:
        pages: all pages, in order.
        outline: level of each title in the file's outline, see :mod:`corpus.layout.headings`.
        aside: the lines that are furniture, where the caller has found them already.
    """
    by_number = {page.number: page for page in pages}
    if aside is None:
        aside = furniture(pages)
    contents = contents_of(pages, aside)
    units: list[Unit] = []
    for page in pages:
        units.extend(_units(page, aside, contents, _edges_above(units, page.number)))
    words = KnownWords(line.text for page in pages for line in page.lines)
    drafts = join(
        _classify(units, by_number, outline, contents.titles, running_texts(pages, aside))
    )
    return build_blocks(with_list_levels(drafts), by_number, words, aside)


def _units(
    page: PositionedPage,
    aside: frozenset[tuple[int, int]],
    contents: Contents,
    above: Sequence[float],
) -> list[Unit]:
    """Groups and tables of a page in reading order."""
    listed: dict[int, list[Line]] = {}
    for position, line in enumerate(page.lines):
        row = contents.rows.get((page.number, position))
        if row is not None:
            listed.setdefault(row, []).append(line)
    units: list[Unit] = [
        Group(page.number, tuple(lines), (_CONTENTS,)) for lines in listed.values()
    ]
    skip = aside | contents.rows.keys() if listed else aside
    return [*units, *_body_units(page, skip, above)]


def _edges_above(units: Sequence[Unit], page: int) -> Sequence[float]:
    """The edges of the columns of the last table on the page before this one."""
    for unit in reversed(units):
        if unit.page != page - 1:
            break
        if isinstance(unit, RawTable):
            return unit.edges
    return ()


def _body_units(
    page: PositionedPage, skip: frozenset[tuple[int, int]], above: Sequence[float]
) -> list[Unit]:
    groups = group(page, skip)
    if any("TR" in one.kinds for one in groups):
        units: list[Unit] = list(groups)
        for first, last, table in reversed(structured_tables(page, groups)):
            units[first : last + 1] = [table]
        return units
    if any(one.kinds for one in groups):
        return list(groups)
    lines = _in_order(
        page, [line for at, line in enumerate(page.lines) if (page.number, at) not in skip]
    )
    found = ruled_tables(page, lines, above) if page.rulings else []
    held: frozenset[int] = frozenset().union(*(taken for taken, _ in found))
    free = [at for at in range(len(lines)) if at not in held]
    for taken, table in aligned_tables(page, [lines[at] for at in free]):
        found.append((frozenset(free[at] for at in taken), table))
    return _between(page, lines, found) if found else list(groups)


def _in_order(page: PositionedPage, lines: Sequence[Line]) -> list[Line]:
    """The lines of a page in reading order: column by column, but for the rows of tables that run
    over the whole page, whose strips look like the gutter between two columns."""
    ordered = in_columns(lines, page.width)
    if ordered == list(lines):
        return ordered
    found: list[Line] = []
    begin = 0
    for first, last in sorted(
        (min(taken), max(taken)) for taken, _ in aligned_tables(page, lines, of_cells=True)
    ):
        found += [*in_columns(lines[begin:first], page.width), *lines[first : last + 1]]
        begin = last + 1
    return [*found, *in_columns(lines[begin:], page.width)] if begin else ordered


def _between(page: PositionedPage, lines: Sequence[Line], found: Sequence[Found]) -> list[Unit]:
    """Tables at the place of their first line, the lines between them grouped as text."""
    starts = {min(taken): table for taken, table in found}
    held: frozenset[int] = frozenset().union(*(taken for taken, _ in found))
    units: list[Unit] = []
    text: list[Line] = []

    def flush() -> None:
        if text:
            part = PositionedPage(page.number, page.text, page.width, page.height, tuple(text))
            units.extend(group(part, frozenset()))
            text.clear()

    for position, line in enumerate(lines):
        if position in starts:
            flush()
            units.append(starts[position])
        elif position not in held:
            text.append(line)
    flush()
    return units


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What classifying a group needs to know of the document around it."""

    quotes: frozenset[int]
    """Identities of the groups that are quotations."""
    notes: Notes
    running: frozenset[str]
    """The running headers and footers, without their page numbers."""


def _classify(
    units: Sequence[Unit],
    pages: Mapping[int, PositionedPage],
    outline: Mapping[str, int] | None,
    titles: frozenset[str],
    running: frozenset[str],
) -> list[Draft]:
    groups = [unit for unit in units if isinstance(unit, Group) and _CONTENTS not in unit.kinds]
    body = body_size(groups)
    levels = heading_levels(groups, outline, titles)
    repeated = repeated_titles(groups, levels)
    notes = Notes(body, carried_marks(groups, pages), reach_of_body(groups, body))
    quotes = frozenset(id(one) for one in quoted(groups, body))
    around = _Surroundings(quotes, notes, running)
    known = frozenset(notes.opening_mark(one) for one in groups) - {""}
    inside = boxed(groups, pages)
    drafts: list[Draft] = []
    position = -1
    in_references = 0
    for unit in units:
        if isinstance(unit, RawTable):
            drafts.extend(table_rows(unit, drafts, pages[unit.page], known))
            continue
        if _CONTENTS in unit.kinds:
            drafts.append(Draft(BlockKind.FURNITURE, [unit]))
            continue
        position += 1
        if position in repeated:
            drafts.append(Draft(BlockKind.FURNITURE, [unit]))
        elif position in levels:
            level = levels[position]
            number = heading_number(unit.text)
            drafts.append(Draft(BlockKind.HEADING, [unit], level=level, number=number))
            if REFERENCES.match(unit.text):
                in_references = level
            elif in_references and level <= in_references:
                in_references = 0
        elif drafts and drafts[-1].kind is BlockKind.QUOTE and attributes(unit):
            # Who said it stays with what was said.
            drafts[-1].groups.append(unit)
        else:
            before = next((d for d in reversed(drafts[-8:]) if d.marker), None)
            after = before.marker if before is not None else ""
            drafts.extend(_text_drafts(unit, around, bool(in_references), after))
        if id(unit) in inside:
            drafts[-1].boxed = True
    return drafts


def _text_drafts(
    one: Group, around: _Surroundings, in_references: bool, note_before: str
) -> list[Draft]:
    """The drafts of a group that is no heading; ``note_before`` is the mark of the note before."""
    text = one.text
    notes = around.notes
    if notes.carried and not in_references:
        bracketed = split_bracketed(one, notes.carried)
        if bracketed:
            return [Draft(BlockKind.FOOTNOTE, [part], marker=mark) for mark, part in bracketed]
    mark = set_apart(one, notes.body) if in_references else notes.opening_mark(one, note_before)
    if mark:
        parts = split_footnotes(one, notes.body)
        marks = [mark, *(line_mark(part.lines[0], notes.body) or mark for part in parts[1:])]
        return [
            Draft(BlockKind.FOOTNOTE, [part], marker=own)
            for part, own in zip(parts, marks, strict=True)
        ]
    caption = CAPTION.match(text)
    if "Caption" in one.kinds or (caption and len(text) <= _MAX_CAPTION and len(one.lines) <= 4):
        return [Draft(BlockKind.CAPTION, [one], number=caption[1] if caption else "")]
    if in_references:
        return [Draft(BlockKind.REFERENCE, [part]) for part in entries(one)]
    if "BlockQuote" in one.kinds or id(one) in around.quotes:
        return [Draft(BlockKind.QUOTE, [one])]
    if "LI" in one.kinds or "LBody" in one.kinds:
        depth = sum(kind == "L" for kind in one.kinds)
        return [Draft(BlockKind.LIST_ITEM, [one], level=max(depth, 1), number=_marker(text))]
    if one.dotted or BULLET.match(text) or NUMBERED.match(text):
        return [Draft(BlockKind.LIST_ITEM, [one], number=_marker(text))]
    # A footer that was left behind in the body of a page is no sentence of it.
    echoes = len(one.lines) == 1 and without_number(text) in around.running
    return [Draft(BlockKind.FURNITURE if echoes else BlockKind.PARAGRAPH, [one])]


def _marker(text: str) -> str:
    match = NUMBERED.match(text) or BULLET.match(text)
    return match[0].strip() if match else ""
