"""Characters with their positions, fonts and structure tags, out of a PDF page.

Bulk calls where pdfium has them; a handful of calls a word, none a character, because each call
from Python costs about as much as pdfium needs to extract ten characters.
"""

from __future__ import annotations

import ctypes
import re
from ctypes import byref, c_double, c_float, c_int

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.layout.positioned import Line, PositionedPage, Ruling, Tag, Word

_WORD = re.compile(r"\S+")
_ENDS_IN_MARK = re.compile(r"[^\d\s]([\d*†‡]{1,3})[.,;:)\]»”\"']*$|[^\d\s]([¹²³⁰⁴-⁹]+)[.,;:)]*$")
_SMALL = 0.8
"""A footnote mark is set below this share of the size of the text it follows."""
_RAISED = 0.18
"""... or stands higher than its word by this share of the size."""
_GAP = 2.2
"""Words further apart than this many font sizes belong to different columns or cells."""
_INLINE = frozenset(("NonStruct", "Span", "Link", "Quote", "Reference", "Em", "Strong", "Code"))
MAX_DEPTH = 60


def page_text(textpage: pdfium.PdfTextPage) -> str:
    """The page's characters in the file's order, a line break between lines.

    pdfium marks a hyphen at a line end that it thinks is soft as U+FFFE or U+0002; it is shown as
    the hyphen that is printed.
    """
    return _normalised(textpage.get_text_range())


def _normalised(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\ufffe", "-").replace("\x02", "-")


def positioned(page: pdfium.PdfPage, number: int) -> PositionedPage:
    """The page's text with the position, size and structure tag of every word.

    Args:
        number: page number from 1.
    """
    textpage = page.get_textpage()
    try:
        original = textpage.get_text_range()
        text = _normalised(original)
        width, height = page.get_size()
        tags, tag_of_content = _structure(page)
        index = _character_indices(textpage, original)
        place = _Placer(page, textpage, width, height)
        lines: list[Line] = []
        offset = 0
        for piece in text.split("\n"):
            words = []
            for match in _WORD.finditer(piece):
                start, end = offset + match.start(), offset + match.end()
                words.append(
                    place.word(
                        match.group(), start, end, index[start], index[end - 1], tag_of_content
                    )
                )
            lines.extend(_split(words, tags, place, index))
            offset += len(piece) + 1
        return PositionedPage(
            number, text, width, height, tuple(lines), tags, () if tags else _rulings(page, height)
        )
    finally:
        textpage.close()


def _character_indices(textpage: pdfium.PdfTextPage, original: str) -> list[int]:
    """pdfium's character index for every offset in the normalised text."""
    last = max(textpage.count_chars() - 1, 0)
    return [
        min(offset, last)
        for offset, character in enumerate(original)
        if not (character == "\r" and original[offset + 1 : offset + 2] == "\n")
    ]


class _Placer:
    """Asks pdfium where characters stand; turned pages and crop boxes are taken into account."""

    def __init__(
        self, page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, width: float, height: float
    ) -> None:
        self._textpage = textpage.raw
        self._page = page.raw
        self._width, self._height = width, height
        self._left, self._right, self._bottom, self._top = (c_double() for _ in range(4))
        self._refs = tuple(map(byref, (self._left, self._right, self._bottom, self._top)))
        crop = page.get_cropbox()
        self._plain = page.get_rotation() == 0 and crop[0] == 0 and crop[1] == 0
        self._fonts: dict[int, tuple[bool, bool]] = {}

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of a character, from the page's top left corner."""
        raw.FPDFText_GetCharBox(self._textpage, index, *self._refs)
        left, right = self._left.value, self._right.value
        top, bottom = self._top.value, self._bottom.value
        if self._plain:
            return left, self._height - top, right, self._height - bottom
        x1, y1 = self._device(left, top)
        x2, y2 = self._device(right, bottom)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def _device(self, x: float, y: float) -> tuple[float, float]:
        scale = 16
        dx, dy = c_int(), c_int()
        raw.FPDF_PageToDevice(
            self._page, 0, 0, round(self._width * scale), round(self._height * scale), 0, x, y,
            byref(dx), byref(dy),
        )  # fmt: skip
        return dx.value / scale, dy.value / scale

    def word(
        self, text: str, start: int, end: int, first: int, last: int, tag_of_content: dict[int, int]
    ) -> Word:
        left, top, right, bottom = self.box(first)
        if last != first:
            _, top2, right2, bottom2 = self.box(last)
            # A line may wrap inside what pdfium calls one word; the first half then decides.
            right = right2 if right2 > left else right
            top, bottom = min(top, top2), max(bottom, bottom2)
        size = round(raw.FPDFText_GetFontSize(self._textpage, first), 1)
        if size <= 1:
            size = round(max(bottom - top, 1.0), 1)
        tag = -1
        if tag_of_content:
            item = raw.FPDFText_GetTextObject(self._textpage, first)
            tag = tag_of_content.get(raw.FPDFPageObj_GetMarkedContentID(item), -1) if item else -1
        mark = _ENDS_IN_MARK.search(text)
        mark_start = -1
        if mark:
            group = 1 if mark[1] else 2
            position = mark.start(group)
            if group == 2 or self._is_mark(first + position, size):
                mark_start = start + position
        return Word(start, end, left, right, top, bottom, size, tag, mark_start)

    def _is_mark(self, mark: int, size: float) -> bool:
        if raw.FPDFText_GetFontSize(self._textpage, mark) < size * _SMALL:
            return True
        _, _, _, base = self.box(mark)
        _, _, _, below = self.box(mark - 1)
        return below - base > size * _RAISED and below > 0

    def style(self, index: int) -> tuple[bool, bool]:
        """Whether the character is bold, and whether it is italic."""
        flags = c_int()
        length = raw.FPDFText_GetFontInfo(self._textpage, index, None, 0, byref(flags))
        buffer = ctypes.create_string_buffer(max(length, 1))
        raw.FPDFText_GetFontInfo(self._textpage, index, buffer, length, byref(flags))
        name = buffer.value.decode("utf-8", "replace").lower()
        weight = raw.FPDFText_GetFontWeight(self._textpage, index)
        bold = weight >= 600 or any(part in name for part in ("bold", "black", "heavy", "semibold"))
        italic = bool(flags.value & 64) or "italic" in name or "oblique" in name
        return bold, italic


def _split(words: list[Word], tags: dict[int, Tag], place: _Placer, index: list[int]) -> list[Line]:
    """Lines out of the words between two breaks: cut at wide gaps and where the element changes."""
    lines: list[Line] = []
    current: list[Word] = []
    for word in words:
        if current:
            last = current[-1]
            gap = word.left - last.right
            apart = gap > _GAP * max(word.size, last.size) or word.left < last.left - 1
            if apart or (tags and _container(word.tag, tags) != _container(last.tag, tags)):
                lines.append(_line(current, place, index))
                current = []
        current.append(word)
    if current:
        lines.append(_line(current, place, index))
    return lines


def _line(words: list[Word], place: _Placer, index: list[int]) -> Line:
    first = place.style(index[words[0].start])
    last = place.style(index[words[-1].start]) if len(words) > 1 else first
    return Line(tuple(words), first[0] and last[0], first[1] and last[1])


def _container(tag: int, tags: dict[int, Tag]) -> int:
    """The nearest element around that is not merely inline; -1 outside the structure."""
    while tag in tags and tags[tag].kind in _INLINE:
        tag = tags[tag].parent
    return tag


def _structure(page: pdfium.PdfPage) -> tuple[dict[int, Tag], dict[int, int]]:
    """The page's structure elements by id, and the element of each marked content id."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return {}, {}
    tags: dict[int, Tag] = {}
    content: dict[int, int] = {}
    try:
        for position in range(raw.FPDF_StructTree_CountChildren(tree)):
            element = raw.FPDF_StructTree_GetChildAtIndex(tree, position)
            if element:
                _walk(element, -1, tags, content, 0)
    finally:
        raw.FPDF_StructTree_Close(tree)
    return (tags, content) if content else ({}, {})


def _walk(
    element: object, parent: int, tags: dict[int, Tag], content: dict[int, int], depth: int
) -> bool:
    """Records an element and those below it; false when nothing below it stands on this page."""
    if depth > MAX_DEPTH:
        return False
    own = len(tags)
    tags[own] = Tag(own, _kind(element), parent)
    found = False
    for position in range(raw.FPDF_StructElement_CountChildren(element)):
        mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, position)
        if mark >= 0:
            content[mark] = own
            found = True
        child = raw.FPDF_StructElement_GetChildAtIndex(element, position)
        if child:
            found = _walk(child, own, tags, content, depth + 1) or found
    return found


def _kind(element: object) -> str:
    length = raw.FPDF_StructElement_GetType(element, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    raw.FPDF_StructElement_GetType(element, buffer, length)
    return buffer.raw[: max(length - 2, 0)].decode("utf-16-le", "replace")


def _rulings(page: pdfium.PdfPage, height: float) -> tuple[Ruling, ...]:
    """Drawn lines and edges of drawn boxes."""
    found = []
    left, bottom, right, top = (c_float() for _ in range(4))
    for position in range(min(raw.FPDFPage_CountObjects(page.raw), 5_000)):
        item = raw.FPDFPage_GetObject(page.raw, position)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if not raw.FPDFPageObj_GetBounds(
            item, byref(left), byref(bottom), byref(right), byref(top)
        ):
            continue
        box = (left.value, height - top.value, right.value, height - bottom.value)
        found.extend(_edges(*box))
    return tuple(found)


def _edges(left: float, top: float, right: float, bottom: float) -> list[Ruling]:
    if right - left <= 3 or bottom - top <= 3:
        return [Ruling(left, top, right, bottom)]
    return [
        Ruling(left, top, right, top),
        Ruling(left, bottom, right, bottom),
        Ruling(left, top, left, bottom),
        Ruling(right, top, right, bottom),
    ]
