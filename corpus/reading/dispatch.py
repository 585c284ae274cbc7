"""Chooses the reader for a file, by its ending and its first bytes."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

from corpus.document import Document, Source
from corpus.errors import LimitExceeded, MalformedDocument, ReadingError, UnsupportedFormat
from corpus.proposing import without_placeholder
from corpus.settings import ReadingLimits

Reader = Callable[[Source, ReadingLimits], Document]

SUFFIXES = {
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".docx": "docx",
    ".odt": "odt",
    ".pptx": "pptx",
    ".txt": "text",
    ".text": "text",
}
"""The endings that are read, and the format each stands for."""


def read(source: Source, limits: ReadingLimits | None = None) -> Document:
    """Reads a file into a document.

    A file whose first bytes say something else than its ending is read as what it is.

    Raises:
        ReadingError: it could not be read; the subclass says why, and the hint what to do.
    """
    limits = limits or ReadingLimits()
    try:
        status = source.file.stat()
        if not stat.S_ISREG(status.st_mode):
            # A pipe or a device would be waited for without end.
            raise ReadingError("It is no file.", where=source.id, hint="Give the document itself.")
        size = status.st_size
        if size > limits.max_bytes:
            raise LimitExceeded(
                f"It has {size // 1_000_000} MB; at most {limits.max_bytes // 1_000_000} are read.",
                where=source.id,
                hint="Split it, or raise WEGWIJS_LIMITS__MAX_BYTES.",
            )
        return _reader(source)(without_placeholder(source), limits)
    except ReadingError:
        raise
    except OSError as error:
        raise ReadingError(
            f"The file cannot be opened: {error.strerror or error}.",
            where=source.id,
            hint="Is it still there, and may it be read?",
        ) from error
    except RecursionError as error:
        raise MalformedDocument(
            "It is nested too deeply.", where=source.id, hint="Save it again in a simpler form."
        ) from error
    except MemoryError:
        raise
    except Exception as error:  # whatever a library makes of a damaged file
        raise MalformedDocument(
            f"It could not be read ({type(error).__name__}).",
            where=source.id,
            hint="Open it in its own program and save it again.",
        ) from error


def _reader(source: Source) -> Reader:
    kind = _sniffed(source.file) or SUFFIXES.get(source.file.suffix.lower())
    match kind:
        case "pdf":
            from corpus.reading.pdf import read_pdf

            return read_pdf
        case "html":
            from corpus.reading.html import read_html

            return read_html
        case "markdown":
            from corpus.reading.fiche import is_fiche, read_fiche
            from corpus.reading.markdown import read_markdown

            with source.file.open("rb") as opened:
                head = opened.read(4_000).decode("utf-8", "replace")
            if is_fiche(source.file, head):
                return lambda one, _: read_fiche(one)
            return read_markdown
        case "docx" | "odt" | "pptx":
            from corpus.reading import office

            return {"docx": office.read_docx, "odt": office.read_odt, "pptx": office.read_pptx}[
                kind
            ]
        case "text":
            from corpus.reading.text import read_text

            return read_text
    raise UnsupportedFormat(
        f"Files that end in '{source.file.suffix}' are not read.",
        where=source.id,
        hint="Save it as PDF, HTML, Markdown, DOCX, ODT, PPTX or plain text.",
    )


def _sniffed(file: Path) -> str | None:
    """What the first bytes say, where they say it beyond doubt."""
    with file.open("rb") as opened:
        head = opened.read(2_048)
    if b"%PDF-" in head[:1_024]:
        return "pdf"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    if head.startswith(b"PK\x03\x04"):
        return _package(file)
    return None


def _package(file: Path) -> str | None:
    """Which office format a zip package holds, if any."""
    try:
        with zipfile.ZipFile(file) as package:
            names = set(package.namelist()[:5_000])
            if "word/document.xml" in names:
                return "docx"
            if "ppt/presentation.xml" in names:
                return "pptx"
            if "mimetype" in names and b"opendocument.text" in package.read("mimetype")[:100]:
                return "odt"
    except (zipfile.BadZipFile, OSError, RuntimeError):
        return None
    return None
