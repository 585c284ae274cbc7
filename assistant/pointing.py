"""The places that a question names by number: what they are called, and where they are."""

from __future__ import annotations

import re

from assistant.extracting.numbered import numbered_item
from assistant.understanding.reference import NUMBERED, Pointer, PointerKind
from corpus.vocabulary import Vocabulary
from indexing.index import Index
from indexing.passage import Passage

_MOST_NAMED = 3
_FOUND = 60  # passages among which a place is looked for
_MOST_READ = 2  # documents that are read for an item

LABELS = {
    PointerKind.SECTION: "sectie {number}",
    PointerKind.ARTICLE: "artikel {number}",
    PointerKind.TABLE: "tabel {number}",
    PointerKind.FIGURE: "figuur {number}",
    PointerKind.FOOTNOTE: "voetnoot {number}",
    PointerKind.PAGE: "pagina {number}",
    PointerKind.ANNEX: "bijlage {number}",
}


class Places:
    """Finds what questions point at in one generation of an index."""

    def __init__(self, index: Index, vocabulary: Vocabulary) -> None:
        self._index = index
        self._vocabulary = vocabulary

    def of(
        self,
        pointers: tuple[Pointer, ...],
        named: frozenset[str],
        met: tuple[str, ...],
        lang: str,
        *,
        held: bool = False,
    ) -> tuple[Passage, ...]:
        """The passages that ``pointers`` point at.

        ``named`` are the documents that the question names, ``met`` those that were found for it,
        the best first. ``held`` tells that the places are said to be in the named ones: one that
        has no such table is not served with the table of another.
        """
        found: dict[str, Passage] = {}
        for pointer in pointers:
            if pointer.kind is PointerKind.ITEM:
                places = self._items(pointer, tuple(sorted(named)) or met)
            else:
                places = self._labelled(pointer, named, met, lang, held=held)
            found.update({passage.id: passage for passage in places})
        return tuple(found.values())

    def _labelled(
        self,
        pointer: Pointer,
        named: frozenset[str],
        met: tuple[str, ...],
        lang: str,
        *,
        held: bool,
    ) -> list[Passage]:
        found = self._searched(pointer, named or None, lang)
        published = any(not self._index.source(identity).pair for identity in named)
        only = held and published and pointer.kind in NUMBERED
        others = () if only else met[:_MOST_READ]
        if not found and len(named) <= _MOST_NAMED:
            # Pages and notes are not indexed by number: the document is leafed through.
            found = self._leafed(pointer, (*sorted(named), *others))
        return found or (self._searched(pointer, None, lang) if named and not only else [])

    def _searched(
        self, pointer: Pointer, documents: frozenset[str] | None, lang: str
    ) -> list[Passage]:
        label = LABELS[pointer.kind].format(number=pointer.number)
        hits = self._index.retriever.retrieve(label, lang=lang, k=_FOUND, documents=documents).hits
        return [hit.passage for hit in hits if points_at(pointer, hit.passage)]

    def _leafed(self, pointer: Pointer, documents: tuple[str, ...]) -> list[Passage]:
        """The places in the first of the documents that has one."""
        for identity in dict.fromkeys(documents):
            found = [p for p in self._index.passages(identity) if points_at(pointer, p)]
            if found:
                return found
        return []

    def _items(self, pointer: Pointer, documents: tuple[str, ...]) -> list[Passage]:
        for identity in documents[:_MOST_READ]:
            if self._index.source(identity).pair:
                continue
            first = self._index.passages(identity, 0, 0)
            document = self._index.document(identity)
            item = (
                numbered_item(document, self._nouns(pointer.noun), int(pointer.number), first[0])
                if first
                else None
            )
            if item is not None:
                return [item]
        return []

    def _nouns(self, noun: str) -> tuple[str, ...]:
        """The noun in either language."""
        translated = [
            *self._vocabulary.translate(noun, "en", "nl")[:3],
            *self._vocabulary.translate(noun, "nl", "en")[:3],
        ]
        return tuple(dict.fromkeys((noun, *(item.term for item in translated))))


def points_at(pointer: Pointer, passage: Passage) -> bool:
    """Whether ``passage`` is, or stands in, the place that ``pointer`` names."""
    number = pointer.number.lower()
    if pointer.kind is PointerKind.FOOTNOTE:
        return passage.marker == pointer.number
    if pointer.kind in (PointerKind.TABLE, PointerKind.FIGURE):
        name = rf"(?:tabel|table|figuur|figure|grafiek)\s*{re.escape(number)}\b"
        captions = [passage.caption, passage.text if passage.kind.value == "caption" else ""]
        captions.extend(part.table.caption for part in passage.parts if part.table)
        return any(re.match(name, caption.strip().lower()) for caption in captions)
    if pointer.kind is PointerKind.PAGE:
        return number in {str(page) for page in passage.pages} | set(passage.labels)
    if pointer.kind is PointerKind.ARTICLE:
        # It has a heading of its own, or opens a paragraph.
        name = rf"\W*(?:artikel|article|art\.?)\s*{re.escape(number)}(?![\w-])"
        opening = [passage.text[part.start : part.end] for part in passage.parts]
        return any(re.match(name, text.lower()) for text in (*passage.section, *opening))
    if pointer.kind is PointerKind.ANNEX:
        name = rf"(?:bijlage|annex|appendix)\s*{re.escape(number)}\b"
        return any(re.search(name, heading.lower()) for heading in passage.section)
    headings = passage.section
    if passage.kind.value == "heading":
        headings = (*headings, passage.text.split("\n", 1)[0])
    return any(
        re.match(rf"(?:hoofdstuk|chapter|deel)?\s*{re.escape(number)}(?:[.)\s]|$)", h.lower())
        for h in headings
    )
