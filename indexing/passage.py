"""Passage and RetrievedPassage: the unit that is searched, quoted and cited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from corpus.annotation import NOTHING_SAID, Annotation
from corpus.document import BlockKind, Provenance, Run, TableRow


@dataclass(frozen=True, slots=True)
class Part:
    """A block's stretch of a passage: ``passage.text[start:end]`` is that block's text.

    ``number`` is a list item's marker; ``table`` holds the cells of a table row; ``provenance``
    the sources of a fiche's statement, ``annotation`` what its editors say of it.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    number: str = ""
    table: TableRow | None = None
    provenance: tuple[Provenance, ...] = ()
    annotation: Annotation = NOTHING_SAID


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document, small enough to quote and big enough to understand.

    ``id`` says where it is (document, section, position), ``digest`` what it says: together they
    tell created, updated, deleted and unchanged apart. ``ordinal`` counts the document's passages
    from 0, so that neighbours are found. ``text`` holds its parts joined by line breaks; ``runs``
    map it to the pages exactly. ``labels`` are the printed page numbers of ``pages``, in the same
    order, empty where none is known. ``notes`` are the marks of footnotes it refers to, ``marker``
    its own mark when it is a footnote.
    """

    id: str
    digest: str
    document: str
    ordinal: int
    kind: BlockKind
    text: str
    section: tuple[str, ...]
    parts: tuple[Part, ...]
    runs: tuple[Run, ...]
    pages: tuple[int, ...]
    labels: tuple[str, ...]
    language: str
    marker: str = ""
    notes: tuple[str, ...] = ()
    caption: str = ""

    @property
    def heading(self) -> str:
        """The innermost heading above it, or the empty string."""
        return self.section[-1] if self.section else ""

    @property
    def annotation(self) -> Annotation:
        """What the editors of a fiche say of this statement; nothing of another passage."""
        return self.parts[0].annotation if self.parts else NOTHING_SAID


class Feature(NamedTuple):
    """One term of the arithmetic behind a score: ``value`` times ``weight``."""

    name: str
    value: float
    weight: float

    @property
    def contribution(self) -> float:
        return self.value * self.weight


@dataclass(frozen=True, slots=True)
class RetrievedPassage:
    """A passage found for a query. ``score`` is the sum of the features' contributions."""

    passage: Passage
    score: float
    features: tuple[Feature, ...] = ()
    matched: tuple[str, ...] = ()

    def explanation(self) -> str:
        """The arithmetic behind the score, on one line."""
        terms = " + ".join(f"{f.name} {f.value:.3f}×{f.weight:g}" for f in self.features)
        return f"{self.score:.4f} = {terms}" if terms else f"{self.score:.4f}"
