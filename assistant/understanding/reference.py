"""Pointers in a question: "§ 4.1.1", "Tabel 2", "voetnoot 13", "p. 12"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class PointerKind(StrEnum):
    """What a question points at."""

    SECTION = "section"
    TABLE = "table"
    FIGURE = "figure"
    FOOTNOTE = "footnote"
    PAGE = "page"
    ANNEX = "annex"


NUMBERED = (PointerKind.TABLE, PointerKind.FIGURE, PointerKind.FOOTNOTE)
"""What a document either has under that number or has not."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place in a document as a question names it; ``number`` as written ("4.1.1", "13", "IV")."""

    kind: PointerKind
    number: str


_NUMBER = r"(\d+(?:\.\d+)*[a-z]?|[IVXL]+)\b"
_POINTERS = (
    (PointerKind.TABLE, rf"\b(?:tabel|table)\s*{_NUMBER}"),
    (PointerKind.FIGURE, rf"\b(?:figuur|figure|grafiek|chart)\s*{_NUMBER}"),
    (
        PointerKind.FOOTNOTE,
        r"\b(?:voetnoot|noot|footnote|note)\s*(?:nr\.?|nummer|number|no\.?)?\s*" + _NUMBER,
    ),
    (PointerKind.PAGE, rf"\b(?:pagina|page|pag\.|blz\.?|bladzijde|p\.)\s*{_NUMBER}"),
    (PointerKind.ANNEX, rf"\b(?:bijlage|annex|appendix)\s*{_NUMBER}"),
    (
        PointerKind.SECTION,
        rf"(?:§\s*|\b(?:sectie|section|paragraaf|hoofdstuk|chapter|deel|part|hfst\.?|punt|titel"
        rf"|artikel|art\.|article)\s*){_NUMBER}",
    ),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _POINTERS)
_BARE_SECTION = re.compile(r"(?<![\d.,])\d+(?:\.\d+){1,3}(?![\d%.,]\d|\s?%)")


def pointers(question: str) -> tuple[Pointer, ...]:
    """Every place that ``question`` points at, in a fixed order of kinds."""
    found: list[Pointer] = []
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(question):
            pointer = Pointer(kind, match.group(1))
            if pointer not in found:
                found.append(pointer)
    if not found:
        found.extend(
            Pointer(PointerKind.SECTION, match.group())
            for match in _BARE_SECTION.finditer(question)
            if match.group().count(".") >= 2
        )
    return tuple(found)


def without_pointers(question: str) -> str:
    """The question without the places it points at, for what it asks about them."""
    text = question
    for _, pattern in _COMPILED:
        text = pattern.sub(" ", text)
    return " ".join(text.split())
