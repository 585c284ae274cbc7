"""HTML through trafilatura: the main content, without menus, cookie bars and footers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import lxml.etree
import lxml.html
import trafilatura
from lxml.etree import _Element
from trafilatura.settings import use_config

from corpus.document import BlockKind, Document, Source
from corpus.errors import EmptyDocument, MalformedDocument
from corpus.reading.bylines import Bylines, bylines
from corpus.reading.flowing import FlowingText
from corpus.reading.html_content import joined, several_titles, whole_body
from corpus.settings import ReadingLimits

_LEVEL = re.compile(r"^h([1-6])$")


def read_html(source: Source, limits: ReadingLimits) -> Document:
    """Reads a web page: headings, paragraphs, lists, quotes and tables of its main content, and
    who wrote it and when where the page shows that.

    Title, author and date that the source leaves open come from the page's own metadata.

    Raises:
        EmptyDocument: no text, or no main content.
        MalformedDocument: not HTML.
    """
    content = source.file.read_bytes()
    if not content.strip():
        raise EmptyDocument("The file is empty.", where=source.id, hint="Get it again.")
    try:
        tree = trafilatura.load_html(content)
        if tree is None:
            raise MalformedDocument("It is no HTML.", where=source.id, hint="Check the file.")
        about = trafilatura.extract_metadata(tree)
        root = _extracted(content)
    except (ValueError, AttributeError, TypeError, lxml.etree.LxmlError) as error:
        raise MalformedDocument(
            "It is no HTML.", where=source.id, hint="Check the file."
        ) from error
    main = root.find("main") if root is not None else None
    if main is None:
        raise EmptyDocument("No main text was found.", where=source.id, hint="Is it a web page?")
    # What finds metadata and text takes elements away from the tree that it is given.
    page = trafilatura.load_html(content)
    title = (about.title if about else None) or ""
    if page is not None and several_titles(page):
        title = _text(page.find(".//title")) or title
    shown = bylines(page, _text(main)) if page is not None else Bylines()
    written = FlowingText(
        replace(
            source,
            title=source.title or title,
            author=source.author or _author(about.author or "" if about else "", page, shown),
            date=source.date or (about.date if about else None),
            publisher=source.publisher or (about.sitename or "" if about else ""),
            url=source.url or (about.url if about else None),
            language=source.language or _language(tree),
        ),
        limits,
    )
    # Above the title, where they belong to no section and run into no text.
    for text in shown.texts:
        written.add(BlockKind.PARAGRAPH, text)
    first = main.find("head")
    if title and (first is None or _text(first).casefold() not in title.casefold()):
        written.heading(_shown_title(tree, title), 1)
    _level_folds(main)
    _add_all(main.text, list(main), written, 1)
    return written.document()


def _extracted(content: bytes) -> _Element | None:
    """The main content as trafilatura finds it; where it loses every heading of a page that does
    not say where its content stands, that of the whole body."""
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    config.set("DEFAULT", "MIN_OUTPUT_SIZE", "1")
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")

    def read(page: bytes) -> _Element | None:
        found = trafilatura.extract(
            page,
            output_format="xml",
            include_tables=True,
            include_comments=False,
            include_formatting=False,
            favor_recall=True,
            deduplicate=False,
            config=config,
        )
        return lxml.etree.fromstring(found.encode()) if found else None

    page = trafilatura.load_html(content)
    root = read((joined(page) if page is not None else None) or content)
    if page is None or root is None or root.find(".//head") is not None:
        return root
    body = whole_body(page)
    whole = read(body) if body else None
    return whole if whole is not None and whole.find(".//head") is not None else root


def _level_folds(main: _Element) -> None:
    """Puts the titles of folded parts, which have no level, one below the heading before them."""
    above = 1
    for head in main.iter("head"):
        level = _LEVEL.match(head.get("rend") or "")
        if level:
            above = int(level[1])
        else:
            head.set("rend", f"h{min(above + 1, 6)}")


def _language(tree: _Element) -> str | None:
    stated = (tree.get("lang") or "").split("-")[0].lower()
    return stated if re.fullmatch(r"[a-z]{2}", stated) else None


def _author(found: str, page: _Element | None, shown: Bylines) -> str:
    """The author: whom the page's head states or a byline names, not somebody in its margin."""
    head = page.find("head") if page is not None else None
    stated = lxml.etree.tostring(head, encoding="unicode") if head is not None else ""
    names = [name for name in re.split(r"\s*;\s*", found) if name]
    told = " ".join((stated, *shown.texts)).casefold()
    return "; ".join(name for name in names if name.casefold() in told) or shown.author


def _shown_title(tree: _Element, title: str) -> str:
    """The page's own first heading where it has one, else the title of the window."""
    shown = tree.find(".//h1")
    return _text(shown) or title if shown is not None else title


def _text(element: _Element) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())


def _add_all(
    text: str | None, elements: Sequence[_Element], written: FlowingText, depth: int
) -> None:
    """Adds elements, and as paragraphs the loose text before and between them."""
    written.add(BlockKind.PARAGRAPH, text or "")
    for element in elements:
        _add(element, written, depth)
        written.add(BlockKind.PARAGRAPH, element.tail or "")


def _add(element: _Element, written: FlowingText, depth: int) -> None:
    if not isinstance(element.tag, str):
        return
    match element.tag:
        case "head":
            level = _LEVEL.match(element.get("rend") or "")
            written.heading(_text(element), int(level[1]) if level else 2)
        case "p" | "ab":
            written.add(BlockKind.PARAGRAPH, _text(element))
        case "quote":
            written.add(BlockKind.QUOTE, _text(element))
        case "list":
            ordered = (element.get("rend") or "").lower() == "ol"
            for position, item in enumerate(element.findall("item"), start=1):
                nested = item.findall(".//list")
                for inner in nested:
                    parent = inner.getparent()
                    if parent is not None:
                        parent.remove(inner)
                number = f"{position}." if ordered else "-"
                written.add(BlockKind.LIST_ITEM, _text(item), level=depth, number=number)
                for inner in nested:
                    _add(inner, written, depth + 1)
        case "table":
            rows = element.findall(".//row")
            header = bool(rows) and all(
                cell.get("role") == "head" for cell in rows[0].findall("cell")
            )
            cells = [[_text(cell) for cell in row.findall("cell")] for row in rows]
            written.table(cells, has_header=header or len(rows) > 2)
        case _:
            _add_all(element.text, list(element), written, depth)
