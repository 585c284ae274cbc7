"""Whether a passage is, or stands in, the place that a question names by number."""

from __future__ import annotations

import re

from assistant.understanding.reference import Pointer, PointerKind
from indexing.passage import Passage

LABELS = {
    PointerKind.SECTION: "sectie {number}",
    PointerKind.TABLE: "tabel {number}",
    PointerKind.FIGURE: "figuur {number}",
    PointerKind.FOOTNOTE: "voetnoot {number}",
    PointerKind.PAGE: "pagina {number}",
    PointerKind.ANNEX: "bijlage {number}",
}


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
