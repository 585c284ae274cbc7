"""Word, OpenDocument and PowerPoint files through python-docx, odfpy and python-pptx."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from corpus.document import BlockKind, Document, Source
from corpus.errors import EmptyDocument, LimitExceeded, MalformedDocument
from corpus.proposing import stated_title
from corpus.reading.flowing import FlowingText
from corpus.reading.word_notes import WordNotes
from corpus.settings import ReadingLimits

MAX_EXPANSION = 200
"""A package whose content is so many times its size on disk is a bomb, not a document."""
_HEADING = re.compile(r"(?:heading|kop|titre)\s*(\d)", re.IGNORECASE)
_STYLE_LEVEL = re.compile(r" ([2-9])$")  # "List Bullet 2", "Lijstopsom.teken 2"


def _checked(source: Source, limits: ReadingLimits) -> None:
    """Refuses what is no package, is empty, or expands beyond reason."""
    size = source.file.stat().st_size
    if size == 0:
        raise EmptyDocument("The file is empty (0 bytes).", where=source.id, hint="Get it again.")
    try:
        with zipfile.ZipFile(source.file) as package:
            expanded = sum(entry.file_size for entry in package.infolist())
            entries = len(package.infolist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise _malformed(source) from error
    if (
        expanded > max(size * MAX_EXPANSION, 50_000_000)
        or expanded > limits.max_bytes * 5
        or entries > 50_000
    ):
        raise LimitExceeded(
            "Its content is out of all proportion to its size.",
            where=source.id,
            hint="Do not open it; ask who sent it.",
        )


def _malformed(source: Source) -> MalformedDocument:
    return MalformedDocument(
        "The file is damaged, or not what its name says.",
        where=source.id,
        hint="Open it in an office program and save it again.",
    )


def read_docx(source: Source, limits: ReadingLimits) -> Document:
    """Reads a Word document: headings, paragraphs, lists, tables, footnotes.

    Raises:
        EmptyDocument, MalformedDocument, LimitExceeded: see :mod:`corpus.errors`.
    """
    import docx
    from docx.table import Table

    _checked(source, limits)
    try:
        opened = docx.Document(str(source.file))
        core = opened.core_properties
        written = FlowingText(
            replace(
                source,
                title=source.title or stated_title(core.title),
                author=source.author or core.author or "",
                date=source.date or (core.modified.date().isoformat() if core.modified else None),
            ),
            limits,
        )
        notes = WordNotes(opened.part)
        for item in opened.iter_inner_content():
            if isinstance(item, Table):
                rows = [_cells(row) for row in item.rows]
                referred = [notes.referred(row._tr) for row in item.rows]
                marks = [tuple(note.marker for note in row if note.marker) for row in referred]
                written.table(rows, has_header=True, notes=marks)
                own = [note for row in referred for note in row]
            else:
                own = notes.referred(item._p)
                _docx_paragraph(item, written, tuple(note.marker for note in own))
            for note in own:
                written.hold_note(note.marker, note.text)
        written.release_notes()
        for note in notes.at_the_end():
            written.add(BlockKind.FOOTNOTE, note.text, marker=note.marker)
    except (
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        SyntaxError,
        zipfile.BadZipFile,
    ) as error:
        raise _malformed(source) from error
    return written.document()


def _cells(row: Any) -> list[str]:
    """The texts of a row's cells; one that spans columns is told in the first of them."""
    found: list[str] = []
    before = None
    for cell in row.cells:
        found.append("" if cell._tc is before else cell.text)
        before = cell._tc
    return found


def _docx_paragraph(paragraph: Any, written: FlowingText, notes: tuple[str, ...]) -> None:
    style = ((paragraph.style.name if paragraph.style is not None else "") or "").casefold()
    text = paragraph.text
    heading = _HEADING.search(style)
    if style in ("title", "titel"):
        written.heading(text, 1)
    elif heading:
        written.heading(text, int(heading[1]) or 1)
    elif "list" in style or "lijst" in style or _numbered(paragraph):
        level = _list_level(paragraph, style)
        written.add(BlockKind.LIST_ITEM, text, level=level, number="-", notes=notes)
    else:
        written.add(_docx_kind(style), text, notes=notes)


def _docx_kind(style: str) -> BlockKind:
    """What a paragraph of this style is."""
    if "caption" in style or "bijschrift" in style:
        return BlockKind.CAPTION
    if "quote" in style or "citaat" in style:
        return BlockKind.QUOTE
    if style.startswith(("toc ", "inhopg")):
        return BlockKind.FURNITURE
    return BlockKind.PARAGRAPH


def _numbered(paragraph: Any) -> bool:
    properties = paragraph._p.pPr
    return properties is not None and properties.numPr is not None


def _list_level(paragraph: Any, style: str) -> int:
    """The level that the paragraph gives, else the one that its style is named after."""
    properties = paragraph._p.pPr
    if properties is None or properties.numPr is None or properties.numPr.ilvl is None:
        named = _STYLE_LEVEL.search(style)
        return int(named[1]) if named else 1
    return int(properties.numPr.ilvl.val) + 1


def read_odt(source: Source, limits: ReadingLimits) -> Document:
    """Reads an OpenDocument text: headings, paragraphs, lists, tables, notes.

    Raises:
        EmptyDocument, MalformedDocument, LimitExceeded: see :mod:`corpus.errors`.
    """
    from xml.sax import SAXException

    from odf.opendocument import load

    _checked(source, limits)
    try:
        # odfpy prints what it cannot parse.
        with contextlib.redirect_stdout(io.StringIO()):
            opened = load(str(source.file))
        written = FlowingText(source, limits)
        endnotes: list[tuple[str, str]] = []
        for element in opened.text.childNodes:
            _odt_element(element, written, 1, endnotes)
        written.release_notes()
        for mark, text in endnotes:
            written.add(BlockKind.FOOTNOTE, text, marker=mark)
    except (
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        SAXException,
        zipfile.BadZipFile,
    ) as error:
        raise _malformed(source) from error
    return written.document()


def _odt_text(element: Any) -> str:
    parts = []
    for child in element.childNodes:
        if child.nodeType in (child.TEXT_NODE, child.CDATA_SECTION_NODE):
            parts.append(str(child.data))
            continue
        name = child.tagName
        if name == "text:note":
            continue
        if name in ("text:s", "text:tab", "text:line-break"):
            parts.append(" ")
        else:
            parts.append(_odt_text(child))
    return "".join(parts)


def _odt_notes(element: Any) -> Iterator[tuple[str, str, bool]]:
    """The mark and text of each note in an element, and whether it is an endnote."""
    for child in getattr(element, "childNodes", ()):
        if getattr(child, "tagName", "") == "text:note":
            marks = [n for n in child.childNodes if n.tagName == "text:note-citation"]
            bodies = [n for n in child.childNodes if n.tagName == "text:note-body"]
            mark = _odt_text(marks[0]).strip() if marks else ""
            text = " ".join(_odt_text(part) for body in bodies for part in body.childNodes)
            yield mark, text, child.getAttribute("noteclass") == "endnote"
        else:
            yield from _odt_notes(child)


def _odt_element(
    element: Any, written: FlowingText, depth: int, endnotes: list[tuple[str, str]]
) -> None:
    """Writes an element; its footnotes wait for the end of the section, its endnotes in the list
    that is given."""

    def noted(part: Any) -> tuple[str, ...]:
        found = tuple(_odt_notes(part))
        for mark, text, at_the_end in found:
            if at_the_end:
                endnotes.append((mark, text))
            else:
                written.hold_note(mark, text)
        return tuple(mark for mark, _, _ in found)

    match getattr(element, "tagName", ""):
        case "text:h":
            written.heading(_odt_text(element), int(element.getAttribute("outlinelevel") or 1))
            noted(element)
        case "text:p":
            text = _odt_text(element)
            written.add(BlockKind.PARAGRAPH, text, notes=noted(element))
        case "text:list":
            for item in element.childNodes:
                for part in item.childNodes:
                    if getattr(part, "tagName", "") == "text:list":
                        _odt_element(part, written, depth + 1, endnotes)
                    else:
                        text, marks = _odt_text(part), noted(part)
                        written.add(BlockKind.LIST_ITEM, text, level=depth, number="-", notes=marks)
        case "table:table":
            rows = list(_odt_rows(element))
            cells = [
                [_odt_text(cell) for cell in row.childNodes if cell.tagName == "table:table-cell"]
                for row in rows
            ]
            written.table(cells, has_header=True, notes=[noted(row) for row in rows])
        case "text:table-of-content" | "text:sequence-decls" | "" | "Text" | "CDATA section":
            return
        case _:
            for child in element.childNodes:
                _odt_element(child, written, depth, endnotes)


def _odt_rows(table: Any) -> Iterator[Any]:
    for child in table.childNodes:
        if child.tagName == "table:table-row":
            yield child
        elif child.tagName in ("table:table-header-rows", "table:table-rows"):
            yield from _odt_rows(child)


def read_pptx(source: Source, limits: ReadingLimits) -> Document:
    """Reads a presentation: a heading for each slide, its texts, lists, tables and notes.

    Raises:
        EmptyDocument, MalformedDocument, LimitExceeded: see :mod:`corpus.errors`.
    """
    import pptx
    from pptx.exc import PackageNotFoundError

    _checked(source, limits)
    try:
        opened = pptx.Presentation(str(source.file))
        core = opened.core_properties
        first = next((slide.shapes.title for slide in opened.slides), None)
        headed = first.text_frame.text.strip() if first is not None else ""
        written = FlowingText(
            replace(
                source,
                title=source.title or headed or stated_title(core.title),
                author=source.author or core.author or "",
            ),
            limits,
        )
        for number, slide in enumerate(opened.slides, start=1):
            title = slide.shapes.title
            shown = title.text_frame.text if title is not None else ""
            written.heading(f"{number}. {shown}" if shown.strip() else f"{number}.", 1)
            for shape in slide.shapes:
                if title is None or shape.shape_id != title.shape_id:
                    _pptx_shape(shape, written)
            if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
                written.add(BlockKind.PARAGRAPH, slide.notes_slide.notes_text_frame.text)
    except (
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        SyntaxError,
        zipfile.BadZipFile,
        PackageNotFoundError,
    ) as error:
        raise _malformed(source) from error
    return written.document()


def _pptx_shape(shape: Any, written: FlowingText) -> None:
    if getattr(shape, "has_table", False) and shape.has_table:
        rows = [[cell.text for cell in row.cells] for row in shape.table.rows]
        written.table(rows, has_header=True)
    elif hasattr(shape, "shapes"):
        for inner in shape.shapes:
            _pptx_shape(inner, written)
    elif shape.has_text_frame:
        texts = [paragraph for paragraph in shape.text_frame.paragraphs if paragraph.text.strip()]
        kind = BlockKind.LIST_ITEM if len(texts) > 1 else BlockKind.PARAGRAPH
        for paragraph in texts:
            written.add(kind, paragraph.text, level=paragraph.level + 1 if len(texts) > 1 else 0)
