"""How well a document could be read: what was found in it, and the pages to look at again."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from corpus.document import Block, BlockKind, Document, Page
from corpus.language import detect

_WORD = re.compile(r"[^\W\d_]{2,}")
_GLUED = re.compile(r"[a-zà-ÿ]{2,}[.,;:!?)][A-ZÀ-Þ][a-zà-ÿ]{2,}|[a-zà-ÿ]{3,}[A-ZÀ-Þ][a-zà-ÿ]{3,}")
"""A sentence's end without a space after it, or two words without one between them."""
_ADDRESS = re.compile(r"\S+(?:://|www\.|@)\S*|\S+\.[a-z]{2,4}(?:/\S*)?")
_LONGEST_WORD = 38
_FEW_CHARACTERS = 40
_GARBLED_SHARE = 0.05
_STRANGE_SHARE = 0.25
_GLUED_SHARE = 0.02
_LEAST_FOR_LANGUAGE = 200


@dataclass(frozen=True, slots=True)
class SuspiciousPage:
    """A page (from 1) that may have been read wrongly.

    ``reason`` is ``garbled`` (characters that no text has), ``glued`` (words without spaces
    between them), or ``almost-no-text`` (a picture, a scan or an empty page); ``example`` is what
    raised it.
    """

    page: int
    label: str | None
    reason: str
    example: str


@dataclass(frozen=True, slots=True)
class LanguagePart:
    """A part of the document, by the outermost heading above it (empty before the first one), with
    its language and words."""

    section: str
    language: str | None
    words: int


@dataclass(frozen=True, slots=True)
class QualityReport:
    """What a reading found. Counts are of blocks, ``tables`` of whole tables.

    ``footnotes_linked`` are the footnotes that some block refers to; ``unlinked`` the marks of the
    others. ``untrusted_tables`` are tables whose cells follow from alignment alone. ``labels`` says
    how many pages have a printed label that is known.
    """

    id: str
    title: str
    language: str | None
    pages: int
    labels: int
    words: int
    headings: int
    deepest_heading: int
    paragraphs: int
    list_items: int
    tables: int
    table_rows: int
    untrusted_tables: int
    captions: int
    references: int
    footnotes: int
    footnotes_linked: int
    unlinked: tuple[str, ...]
    furniture: int
    suspicious: tuple[SuspiciousPage, ...]
    languages: tuple[LanguagePart, ...]
    warnings: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The report as JSON values."""
        return asdict(self)


def quality(document: Document) -> QualityReport:
    """Reports on one document as it was read."""
    kinds = Counter(block.kind for block in document.blocks)
    footnotes = [block for block in document.blocks if block.kind is BlockKind.FOOTNOTE]
    referred = Counter(mark for block in document.blocks for mark in block.notes)
    # Numbering may begin again: each mark links as many notes as there are references to it.
    unlinked = []
    for note in footnotes:
        if referred[note.marker] > 0:
            referred[note.marker] -= 1
        else:
            unlinked.append(note.marker)
    tables: dict[str, bool] = {}
    for block in document.blocks:
        if block.table is not None:
            table = block.table
            tables[table.table] = tables.get(table.table, True) and table.trusted
    return QualityReport(
        id=document.source.id,
        title=document.source.title,
        language=document.source.language,
        pages=len(document.pages),
        labels=sum(page.label is not None for page in document.pages),
        words=sum(len(_WORD.findall(page.text)) for page in document.pages),
        headings=kinds[BlockKind.HEADING],
        deepest_heading=max(
            (b.level for b in document.blocks if b.kind is BlockKind.HEADING), default=0
        ),
        paragraphs=kinds[BlockKind.PARAGRAPH] + kinds[BlockKind.QUOTE],
        list_items=kinds[BlockKind.LIST_ITEM],
        tables=len(tables),
        table_rows=kinds[BlockKind.TABLE_ROW],
        untrusted_tables=sum(not trusted for trusted in tables.values()),
        captions=kinds[BlockKind.CAPTION],
        references=kinds[BlockKind.REFERENCE],
        footnotes=len(footnotes),
        footnotes_linked=len(footnotes) - len(unlinked),
        unlinked=tuple(unlinked),
        furniture=kinds[BlockKind.FURNITURE],
        suspicious=tuple(
            found for page in document.pages if (found := _suspicion(page, len(document.pages)))
        ),
        languages=_languages(document.blocks),
        warnings=document.warnings,
    )


def _suspicion(page: Page, pages: int) -> SuspiciousPage | None:
    text = page.text
    shown = [character for character in text if not character.isspace()]
    # A cover or a back may well hold a few words only.
    few = 1 if page.number in (1, pages) and pages > 1 else _FEW_CHARACTERS
    if page.height and len(shown) < few:
        return SuspiciousPage(page.number, page.label, "almost-no-text", text.strip())
    strange = [
        character
        for character in shown
        if character == "\ufffd" or "\ue000" <= character <= "\uf8ff" or not character.isprintable()
    ]
    if len(strange) > _GARBLED_SHARE * len(shown):
        return SuspiciousPage(page.number, page.label, "garbled", "".join(strange[:20]))
    words = _WORD.findall(_ADDRESS.sub(" ", text))
    if words and len(words) >= 20:
        odd = [word for word in words if _unpronounceable(word)]
        if len(odd) > _STRANGE_SHARE * len(words):
            return SuspiciousPage(page.number, page.label, "garbled", " ".join(odd[:5]))
    plain = _ADDRESS.sub(" ", text)
    glued = _GLUED.findall(plain) + [word for word in words if len(word) > _LONGEST_WORD]
    if len(glued) >= 3 and len(glued) > _GLUED_SHARE * len(words):
        return SuspiciousPage(page.number, page.label, "glued", ", ".join(glued[:5]))
    return None


def _unpronounceable(word: str) -> bool:
    """Whether a word of five letters or more has no vowel, or capitals strewn through it."""
    if len(word) < 5 or word.isupper():
        return False
    vowels = sum(character in "aeiouyàáâäèéêëìíîïòóôöùúûü" for character in word.lower())
    strewn = sum(a.islower() and b.isupper() for a, b in itertools.pairwise(word))
    return vowels == 0 or strewn > 1


def _languages(blocks: tuple[Block, ...]) -> tuple[LanguagePart, ...]:
    """The language of each part, neighbouring parts of one language taken together."""
    parts: list[tuple[str, list[str]]] = []
    for block in blocks:
        if block.kind in (BlockKind.FURNITURE, BlockKind.REFERENCE):
            continue
        section = block.section[0] if block.section else ""
        if not parts or parts[-1][0] != section:
            parts.append((section, []))
        parts[-1][1].append(block.text)
    found: list[LanguagePart] = []
    for section, texts in parts:
        text = " ".join(texts)
        words = len(_WORD.findall(text))
        language = detect(text) if len(text) >= _LEAST_FOR_LANGUAGE else None
        same = bool(found) and (None in (language, found[-1].language))
        if found and (same or language == found[-1].language):
            last = found.pop()
            found.append(LanguagePart(last.section, last.language or language, last.words + words))
        else:
            found.append(LanguagePart(section, language, words))
    return tuple(found)
