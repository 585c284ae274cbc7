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
from corpus.reading.flowing import FlowingText
from corpus.settings import ReadingLimits

MAX_EXPANSION = 200
"""A package whose content is so many times its size on disk is a bomb, not a document."""
_HEADING = re.compile(r"(?:heading|kop|titre)\s*(\d)", re.IGNORECASE)


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
                title=source.title or core.title or "",
                author=source.author or core.author or "",
                date=source.date or (core.modified.date().isoformat() if core.modified else None),
            ),
            limits,
        )
        for item in opened.iter_inner_content():
            if isinstance(item, Table):
                rows = [_cells(row) for row in item.rows]
                written.table(rows, has_header=True)
            else:
                _docx_paragraph(item, written)
        for marker, text in _docx_footnotes(opened):
            written.add(BlockKind.FOOTNOTE, text, marker=marker)
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


def _docx_paragraph(paragraph: Any, written: FlowingText) -> None:
    style = (paragraph.style.name if paragraph.style is not None else "") or ""
    heading = _HEADING.search(style)
    if style.casefold() in ("title", "titel"):
        written.heading(paragraph.text, 1)
    elif heading:
        written.heading(paragraph.text, int(heading[1]) or 1)
    elif "list" in style.casefold() or "lijst" in style.casefold() or _numbered(paragraph):
        level = _list_level(paragraph)
        written.add(BlockKind.LIST_ITEM, paragraph.text, level=level, number="-")
    elif "caption" in style.casefold() or "bijschrift" in style.casefold():
        written.add(BlockKind.CAPTION, paragraph.text)
    elif "quote" in style.casefold() or "citaat" in style.casefold():
        written.add(BlockKind.QUOTE, paragraph.text)
    elif style.casefold().startswith("toc ") or style.casefold().startswith("inhopg"):
        written.add(BlockKind.FURNITURE, paragraph.text)
    else:
        written.add(BlockKind.PARAGRAPH, paragraph.text)


def _numbered(paragraph: Any) -> bool:
    properties = paragraph._p.pPr
    return properties is not None and properties.numPr is not None


def _list_level(paragraph: Any) -> int:
    properties = paragraph._p.pPr
    if properties is None or properties.numPr is None or properties.numPr.ilvl is None:
        return 1
    return int(properties.numPr.ilvl.val) + 1


def _docx_footnotes(opened: Any) -> Iterator[tuple[str, str]]:
    """The footnotes' numbers and texts, from the package's own part."""
    from lxml import etree

    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    for relation in opened.part.rels.values():
        if not relation.reltype.endswith("/footnotes") or relation.is_external:
            continue
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(relation.target_part.blob, parser)
        number = 0
        for note in root.iter(f"{space}footnote"):
            if note.get(f"{space}type") in ("separator", "continuationSeparator"):
                continue
            number += 1
            text = "".join(part.text or "" for part in note.iter(f"{space}t"))
            if text.strip():
                yield str(number), text


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
        for element in opened.text.childNodes:
            _odt_element(element, written, 1)
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


def _odt_notes(element: Any) -> Iterator[tuple[str, str]]:
    for child in getattr(element, "childNodes", ()):
        if getattr(child, "tagName", "") == "text:note":
            marks = [n for n in child.childNodes if n.tagName == "text:note-citation"]
            bodies = [n for n in child.childNodes if n.tagName == "text:note-body"]
            mark = _odt_text(marks[0]).strip() if marks else ""
            yield mark, " ".join(_odt_text(body) for body in bodies)
        else:
            yield from _odt_notes(child)


def _odt_element(element: Any, written: FlowingText, depth: int) -> None:
    match getattr(element, "tagName", ""):
        case "text:h":
            written.heading(_odt_text(element), int(element.getAttribute("outlinelevel") or 1))
        case "text:p":
            written.add(BlockKind.PARAGRAPH, _odt_text(element))
        case "text:list":
            for item in element.childNodes:
                for part in item.childNodes:
                    if getattr(part, "tagName", "") == "text:list":
                        _odt_element(part, written, depth + 1)
                    else:
                        text = _odt_text(part)
                        written.add(BlockKind.LIST_ITEM, text, level=depth, number="-")
        case "table:table":
            rows = [
                [_odt_text(cell) for cell in row.childNodes if cell.tagName == "table:table-cell"]
                for row in _odt_rows(element)
            ]
            written.table(rows, has_header=True)
        case "text:table-of-content" | "text:sequence-decls" | "" | "Text" | "CDATA section":
            return
        case _:
            for child in element.childNodes:
                _odt_element(child, written, depth)
            return
    for mark, text in _odt_notes(element):
        written.add(BlockKind.FOOTNOTE, text, marker=mark)


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
        written = FlowingText(source, limits)
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
