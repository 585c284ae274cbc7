"""PDF: pypdf for encryption, metadata, labels and outline; pdfium for text and images."""

from __future__ import annotations

import io
import logging
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from pypdf.errors import PyPdfError

from corpus.document import Document, Page, Source
from corpus.errors import (
    EmptyDocument,
    EncryptedDocument,
    LimitExceeded,
    MalformedDocument,
    ReadingError,
)
from corpus.layout.assembling import assemble
from corpus.layout.furniture import furniture, labels
from corpus.layout.headings import folded
from corpus.layout.line_numbers import with_numbers_apart
from corpus.layout.positioned import PositionedPage
from corpus.layout.title import shown_title
from corpus.proposing import propose_metadata
from corpus.reading import ocr
from corpus.reading.pdf_text import positioned, shown
from corpus.settings import ReadingLimits

# What it thinks of damaged files is told by our own errors, not on the user's terminal.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

MIN_CHARACTERS_PER_PAGE = 12
"""A document with less text than this on every page is a scan."""
_WORD = re.compile(r"\S+")
_OCR_SCALE = ocr.DPI / 72
_OCR_SHARE = 0.7
"""The share of the time for a document after which no more scans are read: what was read counts."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A box on a page, in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float


def read_pdf(source: Source, limits: ReadingLimits) -> Document:
    """Reads a PDF: pages as the file has them, blocks as a person reads them.

    Raises:
        EmptyDocument: no pages, or scanned pages and no OCR.
        EncryptedDocument: a password is needed.
        MalformedDocument: no PDF, or damaged beyond reading.
        LimitExceeded: more pages or characters than allowed.
    """
    about = _about(source)
    try:
        document = pdfium.PdfDocument(source.file)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise _encrypted(source) from error
        raise _malformed(source) from error
    try:
        return _read(source, document, about, limits)
    except pdfium.PdfiumError as error:
        raise _malformed(source) from error
    finally:
        document.close()


def _read(
    source: Source, document: pdfium.PdfDocument, about: _About, limits: ReadingLimits
) -> Document:
    count = len(document)
    if count == 0:
        raise EmptyDocument("The PDF has no pages.", where=source.id, hint="Replace the file.")
    if count > limits.max_pages:
        raise LimitExceeded(
            f"It has {count} pages; at most {limits.max_pages} are read.",
            where=source.id,
            hint="Split it, or raise WEGWIJS_LIMITS__MAX_PAGES.",
        )
    pages: list[PositionedPage] = []
    sizes: dict[int, tuple[float, float]] = {}
    warnings = list(about.warnings)
    scanned: set[int] = set()
    note = 0
    enough = time.monotonic() + _OCR_SHARE * limits.timeout_seconds
    characters = 0
    for number in range(1, count + 1):
        try:
            page = document[number - 1]
        except pdfium.PdfiumError:
            warnings.append(f"Page {number} is damaged and was left out.")
            continue
        try:
            found = positioned(page, number)
            sizes[number] = page.get_size()
            if len(found.text.strip()) < MIN_CHARACTERS_PER_PAGE and _is_scanned(page):
                if not ocr.available():
                    warnings.append(f"Page {number} is a scan; its text was not read.")
                elif time.monotonic() > enough:
                    warnings.append(f"Page {number} is a scan; there was no time left to read it.")
                else:
                    picture = _image(page, _OCR_SCALE)
                    width, height = page.get_size()
                    found, note = ocr.recognise(picture, number, width, height, after=note)
                    scanned.add(number)
                    warnings.append(f"Page {number} is a scan, read with OCR.")
        finally:
            page.close()
        characters += len(found.text)
        if characters > limits.max_characters:
            raise LimitExceeded(
                f"It has more than {limits.max_characters:,} characters.",
                where=f"{source.id}, page {number}",
                hint="Split it, or raise WEGWIJS_LIMITS__MAX_CHARACTERS.",
            )
        pages.append(found)
    if not any(page.text.strip() for page in pages):
        raise EmptyDocument(
            "No page holds text: it is a scan or a picture.",
            where=source.id,
            hint="Install tesseract-ocr and tesseract-ocr-nld, then index again.",
        )
    if scanned:
        level = ocr.with_level_sizes([page for page in pages if page.number in scanned])
        levelled = {page.number: page for page in level}
        pages = [levelled.get(page.number, page) for page in pages]
    pages = with_numbers_apart(pages)
    present = {page.number for page in pages}
    aside = furniture(pages)
    printed = labels(pages, aside, about.labels if len(present) == count else None)
    label_of = dict(zip((page.number for page in pages), printed, strict=True))
    by_number = {page.number: page for page in pages}
    blocks = assemble(pages, about.outline, aside)
    whole = Document(
        source,
        tuple(
            Page(
                number,
                label_of.get(number),
                by_number[number].text if number in by_number else "",
                *sizes.get(number, (0.0, 0.0)),
            )
            for number in range(1, count + 1)
        ),
        blocks,
        tuple(warnings),
    )
    return replace(whole, source=propose_metadata(whole, about.metadata, shown_title(pages)))


@dataclass(frozen=True, slots=True)
class _About:
    """What the file says of itself."""

    labels: tuple[str, ...] | None = None
    outline: Mapping[str, int] | None = None
    metadata: Mapping[str, str] | None = None
    warnings: tuple[str, ...] = ()


def _about(source: Source) -> _About:
    """Encryption, labels, outline and metadata; damage there costs only those."""
    if source.file.stat().st_size == 0:
        raise EmptyDocument("The file is empty (0 bytes).", where=source.id, hint="Get it again.")
    try:
        reader = pypdf.PdfReader(source.file, strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise _encrypted(source)
        return _About(_labels(reader), _outline(reader), _metadata(reader))
    except ReadingError:
        raise
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError,
            IndexError, NotImplementedError, AssertionError, OverflowError):  # fmt: skip
        return _About(warnings=("Its outline and metadata could not be read.",))


def _labels(reader: pypdf.PdfReader) -> tuple[str, ...] | None:
    return tuple(reader.page_labels) if "/PageLabels" in reader.root_object else None


def _outline(reader: pypdf.PdfReader) -> dict[str, int]:
    """Level, from 1, of each title in the outline."""
    levels: dict[str, int] = {}

    def walk(entries: list[Any], level: int) -> None:
        for entry in entries:
            if isinstance(entry, list):
                if level < 8:
                    walk(entry, level + 1)
            elif getattr(entry, "title", None):
                levels.setdefault(folded(str(entry.title)), level)

    walk(reader.outline, 1)
    return levels


def _metadata(reader: pypdf.PdfReader) -> dict[str, str]:
    found: Mapping[str, Any] = reader.metadata or {}
    return {
        str(key).lstrip("/").lower(): str(value)
        for key, value in found.items()
        if isinstance(value, str)
    }


def _encrypted(source: Source) -> EncryptedDocument:
    return EncryptedDocument(
        "The PDF is protected with a password.",
        where=source.id,
        hint="Save an unprotected copy and add that.",
    )


def _malformed(source: Source) -> MalformedDocument:
    return MalformedDocument(
        "The file is damaged or no PDF.",
        where=source.id,
        hint="Open it in a PDF viewer; get it again from its publisher.",
    )


def _is_scanned(page: pdfium.PdfPage) -> bool:
    """Whether an image covers most of the page."""
    width, height = page.get_size()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) > 0.4 * width * height:
            return True
    return False


def _image(page: pdfium.PdfPage, scale: float) -> bytes:
    picture = page.render(scale=scale).to_pil()
    buffer = io.BytesIO()
    picture.save(buffer, format="PNG")
    return buffer.getvalue()


def page_image(file: Path, page: int, scale: float = 1.5) -> bytes:
    """A picture of a page as PNG.

    Args:
        page: page number from 1.
        scale: pixels per point.

    Raises:
        IndexError: there is no such page.
        MalformedDocument: the file cannot be opened.
    """
    with _opened(file, page) as document:
        sheet = document[page - 1]
        width, height = sheet.get_size()
        # A page of many metres must not become a picture of gigabytes.
        return _image(sheet, min(scale, 6_000 / max(width, height, 1)))


def highlight_rectangles(
    file: Path, page: int, start: int, end: int, text: str = ""
) -> tuple[Rectangle, ...]:
    """The boxes around characters ``start`` to ``end`` of ``text``, one or more a line.

    Args:
        text: ``Page.text`` as it was read with the whole document: the notes of a scan are numbered
            on from page to page, so this page read by itself may differ from it by some signs.
            Empty when it cannot.

    Raises:
        IndexError: there is no such page.
        MalformedDocument: the file cannot be opened.
    """
    with _opened(file, page) as document:
        sheet = document[page - 1]
        found = positioned(sheet, page)
        scanned = not found.text.strip() and ocr.available() and _is_scanned(sheet)
        if scanned:
            found = _recognised(_Scan(file, file.stat().st_mtime_ns, page))
            start, end = (
                _in_same_word(start, text, found.text),
                _in_same_word(end, text, found.text),
            )
        boxes: list[Rectangle] = []
        for line in found.lines:
            inside = [word for word in line.words if word.end > start and word.start < end]
            if not inside:
                continue
            first, last = inside[0], inside[-1]
            left = _within(first, start, found.text) if first.start < start else first.left
            right = _within(last, end, found.text) if last.end > end else last.right
            box = (left, min(w.top for w in inside), right, max(w.bottom for w in inside))
            boxes.append(Rectangle(*(box if scanned else shown(sheet, box))))
        return tuple(boxes)


@dataclass(frozen=True, slots=True)
class _Scan:
    """A scanned page (from 1) of a file as it was when last ``changed``, in nanoseconds."""

    file: Path
    changed: int
    page: int


@lru_cache(maxsize=64)
def _recognised(scan: _Scan) -> PositionedPage:
    """A scanned page read again, for where its words stand."""
    with _opened(scan.file, scan.page) as document:
        sheet = document[scan.page - 1]
        return ocr.recognise(_image(sheet, _OCR_SCALE), scan.page, *sheet.get_size())[0]


def _in_same_word(offset: int, text: str, anew: str) -> int:
    """The offset in ``anew`` that stands in the word, and at the place in it, where ``offset``
    stands in ``text``, which has as many words; ``offset`` itself when it has not."""
    before, after = (list(_WORD.finditer(one)) for one in (text, anew))
    if text == anew or len(before) != len(after):
        return offset
    for mine, theirs in zip(before, after, strict=True):
        if offset <= mine.end():
            return min(theirs.start() + max(0, offset - mine.start()), theirs.end())
    return len(anew)


def _within(word: Any, offset: int, text: str) -> float:
    """Where an offset inside a word stands, its characters taken as equally wide."""
    share = (offset - word.start) / max(1, len(text[word.start : word.end]))
    return float(word.left + share * (word.right - word.left))


class _opened:
    """A document that surely has the page asked for, closed afterwards."""

    def __init__(self, file: Path, page: int) -> None:
        self._file, self._page = file, page

    def __enter__(self) -> pdfium.PdfDocument:
        try:
            self._document = pdfium.PdfDocument(self._file)
        except (pdfium.PdfiumError, OSError) as error:
            raise MalformedDocument(
                "The file cannot be opened.", where=self._file.name, hint="Is it still there?"
            ) from error
        if not 1 <= self._page <= len(self._document):
            self._document.close()
            raise IndexError(f"{self._file.name} has no page {self._page}")
        return self._document

    def __exit__(self, *_: object) -> None:
        self._document.close()
