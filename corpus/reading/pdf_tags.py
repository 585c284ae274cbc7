"""The structure tree of a PDF page: which element each stretch of content belongs to."""

from __future__ import annotations

from collections.abc import Mapping

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.layout.positioned import Tag
from corpus.reading import pdfium_calls as calls

MAX_DEPTH = 60
_INLINE = frozenset(("NonStruct", "Span", "Link", "Quote", "Reference", "Em", "Strong", "Code"))


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
    try:
        for position in range(raw.FPDF_StructTree_CountChildren(tree)):
            element = raw.FPDF_StructTree_GetChildAtIndex(tree, position)
            if element:
                _walk(calls.address_of(element), -1, tags, content, 0)
    finally:
        raw.FPDF_StructTree_Close(tree)
    return (tags, content) if content else ({}, {})


def _walk(
    element: int, parent: int, tags: dict[int, Tag], content: dict[int, int], depth: int
) -> None:
    """Records an element and those below it."""
    if depth > MAX_DEPTH:
        return
    own = len(tags)
    tags[own] = Tag(own, calls.element_type(element), parent)
    for mark, child in calls.element_children(element):
        if mark >= 0:
            content[mark] = own
        elif child:
            _walk(child, own, tags, content, depth + 1)
