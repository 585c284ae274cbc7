"""Evidence: the sentences, list items, table rows and notes of passages, weighed for a question."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.extracting.sentences import sentences
from assistant.extracting.tables import names_columns, names_group
from corpus.document import BlockKind, Source, TableRow
from indexing.passage import Passage

Terms = Callable[[str, str], list[str]]
"""Text and language to index terms (:meth:`indexing.analysis.Analyser.terms`)."""

SharedTerms = Callable[[str, str], frozenset[str]]
"""The same as a set, remembered where it is asked for again."""

_WHOLE = (BlockKind.TABLE_ROW, BlockKind.CAPTION, BlockKind.HEADING)
_LONGEST_WHOLE_ITEM = 420


@dataclass(frozen=True, slots=True)
class Unit:
    """The smallest thing that can be quoted: ``passage.text[start:end]``.

    ``part`` counts the passage's parts from 0; ``terms`` are the unit's index terms.
    """

    passage: Passage
    start: int
    end: int
    part: int
    kind: BlockKind
    terms: frozenset[str]
    sequence: tuple[str, ...]
    table: TableRow | None = None

    @property
    def text(self) -> str:
        """The unit's clean text."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Scene:
    """A passage's units and the terms around them: of all of it, its headings, the heading right
    above it, what its document is said to be, and of its title alone, which tells what it is
    about."""

    units: tuple[Unit, ...]
    whole: frozenset[str]
    heading: frozenset[str]
    title: frozenset[str]
    called: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Weighed:
    """A unit and what speaks for it. ``score`` is the sum that ranks it.

    ``own`` and ``near`` are shares (0 to 1) of the question's weight found in the unit itself and
    with its surroundings; ``found`` and ``missing`` are the concepts behind them, ``own_found``
    those in the unit itself, ``close`` those in the unit or right beside it. ``matched`` sums the
    rarity (natural log) of what the unit holds; ``found_score`` is the passage's score in
    retrieval; ``pointed`` tells that the question points at the passage by number, ``fiche`` that
    it is a statement of ours. ``held`` is how surely each concept, in the order of the question, is
    in the unit or its surroundings, 0 to 1. ``told_next`` tells that the wanted figure stands
    in the next sentence, which leans on this one.
    """

    unit: Unit
    score: float
    own: float
    near: float
    type_fit: float
    retrieval: float
    found: tuple[str, ...] = ()
    own_found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    matched: float = 0.0
    close: tuple[str, ...] = ()
    found_score: float = 0.0
    pointed: bool = False
    fiche: bool = False
    held: tuple[float, ...] = ()
    told_next: bool = False


def units(passage: Passage, terms: Terms) -> tuple[Unit, ...]:
    """The passage cut into quotable units, in order."""
    found: list[Unit] = []
    for number, part in enumerate(passage.parts):
        if part.table is not None and (names_columns(part.table) or names_group(part.table)):
            continue
        length = part.end - part.start
        whole = part.kind in _WHOLE or (
            part.kind is BlockKind.LIST_ITEM and length <= _LONGEST_WHOLE_ITEM
        )
        spans = (
            [(part.start, part.end)]
            if whole
            else [(span.start, span.end) for span in sentences(passage.text, part.start, part.end)]
        )
        for start, end in spans:
            text = passage.text[start:end]
            if part.table is not None:
                # A cell means what its column's header says.
                text = " ".join((part.table.group, *part.table.header, *part.table.cells))
            sequence = tuple(terms(text, passage.language))
            found.append(
                Unit(
                    passage,
                    start,
                    end,
                    number,
                    part.kind,
                    frozenset(sequence),
                    sequence,
                    part.table,
                )
            )
    return tuple(found)


def told_of(source: Source) -> str:
    """What a whole document is said to be: its title, whose it is, when, the name of its file."""
    name = re.sub(r"[^A-Za-z]+", " ", source.id) if source.pair is None else ""
    return f"{source.title} {source.publisher} {source.author} {source.date or ''} {name}"


def scene(
    passage: Passage, source: Source, terms: Terms, shared: SharedTerms, lead: str = ""
) -> Scene:
    """The passage cut into units, with what stands around them.

    ``shared`` analyses headings and titles, under which many passages stand; ``lead`` is what leads
    in the table that a row is of.
    """
    lang = passage.language
    parts = units(passage, terms)
    return Scene(
        parts,
        frozenset().union(*(unit.terms for unit in parts)),
        shared(" ".join((*passage.section, passage.caption, lead)), lang),
        shared(told_of(source), lang),
        shared(source.title, lang),
        shared(" ".join((*passage.section[-1:], passage.caption, lead)), lang),
    )
