"""The structure tree of a PDF page: which element each stretch of content belongs to."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.layout.positioned import Tag

MAX_DEPTH = 60
_INLINE = frozenset(("NonStruct", "Span", "Link", "Quote", "Reference", "Em", "Strong", "Code"))
_MOST_BYTES = 128


def container(tag: int, tags: Mapping[int, Tag]) -> int:
    """The nearest element around that is not merely inline; -1 outside the structure."""
    while tag in tags and tags[tag].kind in _INLINE:
        tag = tags[tag].parent
    return tag


def structure(page: pdfium.PdfPage) -> tuple[dict[int, Tag], dict[int, int]]:
    """The page's structure elements by id, and the element of each marked content id.

    Both are empty when the file has no structure, or none that reaches this page.
    """
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return {}, {}
    tags: dict[int, Tag] = {}
    content: dict[int, int] = {}
    buffer = ctypes.create_string_buffer(_MOST_BYTES)
    try:
        for position in range(raw.FPDF_StructTree_CountChildren(tree)):
            element = raw.FPDF_StructTree_GetChildAtIndex(tree, position)
            if element:
                _walk(element, -1, tags, content, 0, buffer)
    finally:
        raw.FPDF_StructTree_Close(tree)
    return (tags, content) if content else ({}, {})


def _walk(
    element: object,
    parent: int,
    tags: dict[int, Tag],
    content: dict[int, int],
    depth: int,
    buffer: ctypes.Array[ctypes.c_char],
) -> None:
    """Records an element and those below it."""
    if depth > MAX_DEPTH:
        return
    own = len(tags)
    length = raw.FPDF_StructElement_GetType(element, buffer, _MOST_BYTES)
    # A longer name than any that the standard knows leaves the buffer as it was.
    kind = (
        buffer.raw[: length - 2].decode("utf-16-le", "replace")
        if 2 <= length <= _MOST_BYTES
        else ""
    )
    tags[own] = Tag(own, kind, parent)
    for position in range(raw.FPDF_StructElement_CountChildren(element)):
        mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, position)
        if mark >= 0:
            content[mark] = own
            continue
        child = raw.FPDF_StructElement_GetChildAtIndex(element, position)
        if child:
            _walk(child, own, tags, content, depth + 1, buffer)
