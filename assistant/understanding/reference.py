"""Pointers in a question: "§ 4.1.1", "Tabel 2", "voetnoot 13", "p. 12"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class PointerKind(StrEnum):
    """What a question points at."""

    SECTION = "section"
    ARTICLE = "article"
    TABLE = "table"
    FIGURE = "figure"
    FOOTNOTE = "footnote"
    PAGE = "page"
    ANNEX = "annex"
    ITEM = "item"


NUMBERED = (PointerKind.TABLE, PointerKind.FIGURE, PointerKind.FOOTNOTE)
"""What a document either has under that number or has not."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place in a document as a question names it; ``number`` as written ("4.1.1", "13", "IV").

    ``noun`` is what an item is one of, lower case: "aanbeveling" in "de derde aanbeveling".
    """

    kind: PointerKind
    number: str
    noun: str = ""


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
    # A paragraph of an article is looked for in the article.
    (PointerKind.ARTICLE, rf"\b(?:artikel|art\.|article)\s*{_NUMBER}(?:,?\s*§\s*\d+)?"),
    (
        PointerKind.SECTION,
        rf"(?:§\s*|\b(?:sectie|section|paragraaf|hoofdstuk|chapter|deel|part|hfst\.?|punt|titel)"
        rf"\s*){_NUMBER}",
    ),
)  # fmt: skip
_ORDINALS = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7,
    "achtste": 8, "negende": 9, "tiende": 10, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
# What documents number, one under the other.
_NOUN = (
    r"(?P<noun>observatie|aanbeveling|actiepunt|aandachtspunt|werkpunt|doelstelling|uitdaging|trend"
    r"|stap|fase|pijler|maatregel|voorstel|principe|conclusie|les|observation|recommendation"
    r"|action point|objective|goal|challenge|step|phase|pillar|measure|proposal|principle"
    r"|conclusion|lesson)"
)
_ORDINAL = rf"(?P<ordinal>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:e|de|ste|st|nd|rd|th))"
_ITEMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_NOUN}\s(?:nr\.?\s|nummer\s|number\s|no\.?\s)?(?P<number>\d{{1,2}})\b(?![.,]?\d|\s?%)",
        rf"\b{_ORDINAL}\s(?:\w+\s)?{_NOUN}\b",
        rf"\b{_NOUN}\b.{{0,30}}\b(?:op de|in)\s{_ORDINAL}\s(?:plaats|place)\b",
    )
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _POINTERS)
_HELD_BY = re.compile(r"\s*,?\s*(?:van|in|uit|of|from)\s+(?P<holder>[^?.;!,]{3,90})", re.IGNORECASE)
_BARE_SECTION = re.compile(r"(?<![\d.,])\d+(?:\.\d+){1,3}(?![\d%.,]\d|\s?%)")


def pointers(question: str) -> tuple[Pointer, ...]:
    """Every place that ``question`` points at, in a fixed order of kinds."""
    found: list[Pointer] = []
    rest = question
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(rest):
            pointer = Pointer(kind, match.group(1))
            if pointer not in found:
                found.append(pointer)
        rest = pattern.sub(" ", rest)
    found.extend(item for item in _items(question) if item not in found)
    if not found:
        found.extend(
            Pointer(PointerKind.SECTION, match.group())
            for match in _BARE_SECTION.finditer(question)
            if match.group().count(".") >= 2
        )
    return tuple(found)


def _items(question: str) -> list[Pointer]:
    """The numbered items that it points at ("observatie 9", "the third recommendation")."""
    found = []
    for pattern in _ITEMS:
        for match in pattern.finditer(question):
            named = match.groupdict()
            word = (named.get("ordinal") or "").lower()
            number = named.get("number") or _ORDINALS.get(word) or re.sub(r"\D", "", word)
            found.append(Pointer(PointerKind.ITEM, str(number), match["noun"].lower()))
    return found


def blanked(question: str) -> str:
    """The question with the places that it points at as spaces, so that all else stays where it
    stands: their numbers are no figures, and name no document. That of a law's article stays."""
    text = question
    places = (form for kind, form in _COMPILED if kind is not PointerKind.ARTICLE)
    for pattern in (*places, *_ITEMS):
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    return text


def held_by(question: str) -> str:
    """What a place is said to be in ("de studie over zalen" in "tabel 2 van de studie over
    zalen"); empty for a place that nothing is said of, and for an article: that is a law's."""
    ends = [
        match.end()
        for kind, form in _COMPILED
        if kind is not PointerKind.ARTICLE
        for match in form.finditer(question)
    ]
    found = (_HELD_BY.match(question[end:]) for end in sorted(ends))
    return next((match["holder"].strip() for match in found if match), "")


def without_pointers(question: str) -> str:
    """The question without the places it points at, for what it asks about them."""
    text = question
    for pattern in (*(pattern for _, pattern in _COMPILED), *_ITEMS):
        text = pattern.sub(" ", text)
    return " ".join(text.split())
