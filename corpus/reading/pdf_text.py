"""Words and lines with their positions, fonts and structure tags, out of a PDF page."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.layout.positioned import Line, PositionedPage, Ruling, Tag, Word, most_used_size
from corpus.reading import pdfium_calls as calls
from corpus.reading.pdf_tags import container, structure
from corpus.reading.pdfium_calls import Flags, Floats, Integers

_WORD = re.compile(r"\S+")
_MARK = re.compile(
    r"(?:(?<!\d)(\d{1,3}(?:,\d{1,3})*)|([*†‡]{1,3}|[¹²³⁰⁴-⁹]+))(?=[.,;:!?)\]»”\"'’]*(?:\s|$))"
)
_NUMBER = re.compile(r"\d{2,}(?=[.,;:!?)\]»”\"'’]*(?:\s|$))")
_SMALL = 0.8
"""A footnote mark is set below this share of the size of the text it follows."""
_RAISED = 0.18
"""... or stands higher than its word by this share of the size."""
_GAP = 2.2
"""Words further apart than this many font sizes belong to different columns or cells."""
_ASCENT, _DESCENT = 0.76, 0.22
"""How far letters reach above and below the baseline, in font sizes."""
_MIN_EVEN = 2
"""A line with so many gaps, all equally wide, is justified text and no row of cells."""
_MAX_PAGE_OBJECTS = 20_000
_RULE = 3.0
"""A drawn box thinner than this, in points, is a line."""
_DOT = (1.2, 8.0)
"""Smallest and largest side of a drawn bullet, in points."""


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
        tags, tag_of_content = structure(page)
        rulings, dots = _drawn(page, bool(tags))
        index = _character_indices(textpage, original)
        words = _words(page, textpage, text, index, tag_of_content)
        lines = _lines(words, text, tags, rulings, dots) if words is not None else ()
        return PositionedPage(number, text, width, height, lines, tags, () if tags else rulings)
    finally:
        textpage.close()


def _character_indices(textpage: pdfium.PdfTextPage, original: str) -> Integers:
    """pdfium's character index for every offset in the normalised text."""
    codes = np.frombuffer(original.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    count = textpage.count_chars()
    if len(codes) == count:
        index = np.arange(count)
    else:
        # Some characters have no text of their own; ask for every one where it stands.
        units = np.cumsum(np.where(codes > 0xFFFF, 2, 1)) - np.where(codes > 0xFFFF, 2, 1)
        asked = (raw.FPDFText_GetCharIndexFromTextIndex(textpage.raw, int(u)) for u in units)
        index = np.clip(np.fromiter(asked, np.int64, len(codes)), 0, max(count - 1, 0))
    if len(codes) > 1:
        returns = np.append((codes[:-1] == 13) & (codes[1:] == 10), False)
        index = index[~returns]
    return index


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a page, a column of numbers for each of their properties."""

    start: Integers
    end: Integers
    left: Floats
    right: Floats
    baseline: Floats
    size: Floats
    tag: Integers
    mark: Integers
    style: list[tuple[bool, bool]]


def _words(
    page: pdfium.PdfPage,
    textpage: pdfium.PdfTextPage,
    text: str,
    index: Integers,
    tag_of_content: dict[int, int],
    spans: list[tuple[int, int]] | None = None,
) -> _Words | None:
    """The words of a page; None when it has none.

    Args:
        spans: where words begin and end, when white space alone does not tell.
    """
    bounds = spans or [match.span() for match in _WORD.finditer(text)]
    if not bounds:
        return None
    ranges = np.array(bounds, dtype=np.int64)
    starts, ends = ranges[:, 0], ranges[:, 1]
    first, last = index[starts].tolist(), index[ends - 1].tolist()
    address = calls.address_of(textpage.raw)
    turn = _Turn(page)
    origin = calls.origins(address, first)
    box = calls.boxes(address, last)
    x, y = turn(origin[:, 0], origin[:, 1])
    x2, y2 = turn(box[:, 1], (box[:, 2] + box[:, 3]) / 2)
    scale = _scales(address, first)
    size = np.round(calls.font_sizes(address, first) * scale, 1)
    size = np.where(size < 1.0, np.maximum(np.round(box[:, 3] - box[:, 2], 1), 1.0), size)
    wrapped = ((x2 < x) | (np.abs(y2 - y) > size)) & (ends - starts > 1)
    if spans is None and wrapped.any():
        pieces = _unwrapped(bounds, np.nonzero(wrapped)[0].tolist(), index, size, address, turn)
        return _words(page, textpage, text, index, tag_of_content, pieces)
    x2 = np.maximum(x2, x)
    objects = calls.text_objects(address, first)
    style = calls.styles(objects)
    tag = np.full(len(bounds), -1, dtype=np.int64)
    if tag_of_content:
        found = calls.content_ids(objects)
        tag = np.array([tag_of_content.get(one, -1) for one in found], dtype=np.int64)
    mark = _marks(text, starts, index, size, y, address, turn)
    return _Words(starts, ends, x, x2, y, size, tag, mark, style)


def _unwrapped(
    bounds: Sequence[tuple[int, int]],
    wrapped: Sequence[int],
    index: Integers,
    size: Floats,
    address: int,
    turn: _Turn,
) -> list[tuple[int, int]]:
    """The spans of words, those that wrap to a next line cut where they do."""
    found = list(bounds)
    for position in reversed(wrapped):
        start, end = bounds[position]
        origin = calls.origins(address, index[start:end].tolist())
        _, line = turn(origin[:, 0], origin[:, 1])
        cuts = np.nonzero(np.abs(np.diff(line)) > 0.8 * size[position])[0] + start + 1
        edges = [start, *cuts.tolist(), end]
        found[position : position + 1] = list(itertools.pairwise(edges))
    return found


def _scales(address: int, first: Sequence[int]) -> Floats:
    """How much larger than the file states each character is shown."""
    matrix = calls.matrices(address, first)
    scale = np.hypot(matrix[:, 2], matrix[:, 3])
    return np.where(np.isfinite(scale) & (scale > 0), scale, 1.0)


class _Turn:
    """From the file's coordinates to points from the top left corner of the page as shown."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        width, height = page.get_size()
        left, bottom, right, top = page.get_bbox()
        turns = page.get_rotation()
        self._rotation = turns
        self._left, self._bottom, self._right, self._top = left, bottom, right, top
        self._width, self._height = width, height

    def __call__(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        match self._rotation:
            case 90:
                return y - self._bottom, x - self._left
            case 180:
                return self._right - x, y - self._bottom
            case 270:
                return self._top - y, self._right - x
        return x - self._left, self._top - y


def _marks(
    text: str,
    starts: Integers,
    index: Integers,
    size: Floats,
    baseline: Floats,
    address: int,
    turn: _Turn,
) -> Integers:
    """Where a footnote mark begins in each word; -1 where there is none."""
    found = np.full(len(starts), -1, dtype=np.int64)
    # A mark may be glued to a number ("2025" and a raised 7): then its last figures are tried, the
    # longest last, so that it wins.
    matches = [
        (match.end() - length, match[0][-length:])
        for match in _NUMBER.finditer(text)
        for length in range(1, min(3, len(match[0]) - 1) + 1)
    ]
    matches += [(match.start(), match[0]) for match in _MARK.finditer(text)]
    if not matches:
        return found
    offsets = np.array([offset for offset, _ in matches], dtype=np.int64)
    word = np.searchsorted(starts, offsets, side="right") - 1
    chars = index[offsets].tolist()
    own = calls.font_sizes(address, chars) * _scales(address, chars)
    origin = calls.origins(address, chars)
    _, line = turn(origin[:, 0], origin[:, 1])
    # A mark that stands alone is compared with the word before it.
    compared = np.where(offsets == starts[word], np.maximum(word - 1, 0), word)
    raised = baseline[compared] - line
    signs = np.array([mark[0] in "¹²³⁰⁴⁵⁶⁷⁸⁹" for _, mark in matches])
    near = np.abs(raised) < 0.9 * size[compared]
    is_mark = signs | (
        near
        & (own < size[compared] * 1.05)
        & ((own < size[compared] * _SMALL) | (raised > size[compared] * _RAISED))
    )
    alone = offsets == starts[word]
    is_mark &= ~alone | (word > 0)
    found[word[is_mark]] = offsets[is_mark]
    return found


def _lines(
    words: _Words,
    text: str,
    tags: dict[int, Tag],
    rulings: Sequence[Ruling],
    dots: Sequence[Ruling],
) -> tuple[Line, ...]:
    """Lines out of words: cut at line breaks, wide gaps, upright rulings and where the element
    changes; a break that pdfium made inside a line, at a raised mark, is mended."""
    count = len(words.start)
    gap = words.left[1:] - words.right[:-1]
    larger = np.maximum(words.size[1:], words.size[:-1])
    breaks = np.fromiter(
        ("\n" in text[a:b] for a, b in zip(words.end[:-1], words.start[1:], strict=True)),
        np.bool_,
        count - 1,
    )
    drop = np.abs(words.baseline[1:] - words.baseline[:-1])
    inside = words.start[1:] == words.end[:-1]
    beside = ~inside & (gap > -0.3 * larger) & (gap < 0.8 * larger) & (drop < 0.5 * larger)
    breaks |= inside
    wide = (gap > _GAP * larger) & ~_spread(gap, breaks, words.size)
    cut = (breaks & ~beside) | wide | (words.left[1:] < words.left[:-1] - 1) | (drop > 1.2 * larger)
    cut |= _ruled_off(words, rulings)
    if tags:
        holders = {tag: container(tag, tags) for tag in set(words.tag.tolist())}
        held = np.array([holders[tag] for tag in words.tag.tolist()])
        cut |= held[1:] != held[:-1]
    edges = [0, *(np.nonzero(cut)[0] + 1).tolist(), count]
    made = list(
        map(
            Word,
            words.start.tolist(),
            words.end.tolist(),
            words.left.round(2).tolist(),
            words.right.round(2).tolist(),
            (words.baseline - _ASCENT * words.size).round(2).tolist(),
            (words.baseline + _DESCENT * words.size).round(2).tolist(),
            words.size.tolist(),
            words.tag.tolist(),
            words.mark.tolist(),
            [bold for bold, _ in words.style],
            [italic for _, italic in words.style],
            words.baseline.round(2).tolist(),
        )
    )
    return tuple(_line(made[start:end], text, dots) for start, end in itertools.pairwise(edges))


def _spread(gap: Floats, breaks: Flags, size: Floats) -> Flags:
    """The gaps of lines whose words are spread evenly over the column, however wide they are."""
    even = np.zeros(len(gap), dtype=np.bool_)
    edges = [-1, *np.nonzero(breaks)[0].tolist(), len(gap)]
    for before, after in itertools.pairwise(edges):
        own = gap[before + 1 : after]
        if len(own) >= _MIN_EVEN and own.max() - own.min() < 0.3 * size[after - 1]:
            even[before + 1 : after] = True
    return even


def _ruled_off(words: _Words, rulings: Sequence[Ruling]) -> Flags:
    """Where a vertical ruling stands between a word and the next one."""
    cut = np.zeros(len(words.start) - 1, dtype=np.bool_)
    middle = words.baseline[1:] - 0.3 * words.size[1:]
    for ruling in rulings:
        if not ruling.horizontal and ruling.bottom - ruling.top > 8:
            cut |= (
                (words.right[:-1] <= ruling.left + 1.5)
                & (words.left[1:] >= ruling.left - 1.5)
                & (middle > ruling.top)
                & (middle < ruling.bottom)
            )
    return cut


def _line(words: list[Word], text: str, dots: Sequence[Ruling]) -> Line:
    first, last = words[0], words[-1]
    right = max(word.right for word in words)
    top, bottom = first.top, first.bottom
    if any(word.size != first.size for word in words):
        top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    dotted = any(
        top - 1 <= (dot.top + dot.bottom) / 2 <= bottom + 1
        and 0 < first.left - dot.right < 2.5 * first.size
        for dot in dots
    )
    return Line(
        tuple(words),
        " ".join(text[first.start : last.end].split()),
        first.start,
        last.end,
        first.left,
        right,
        top,
        bottom,
        most_used_size(words),
        first.tag,
        all(word.bold for word in words),
        all(word.italic for word in words),
        dotted,
    )


def _drawn(page: pdfium.PdfPage, tagged: bool) -> tuple[tuple[Ruling, ...], tuple[Ruling, ...]]:
    """Drawn lines and edges of drawn boxes, and drawn bullets."""
    bounds = calls.path_bounds(calls.address_of(page.raw), _MAX_PAGE_OBJECTS)
    if tagged or not len(bounds):
        return (), ()
    turn = _Turn(page)
    x1, y1 = turn(bounds[:, 0], bounds[:, 3])
    x2, y2 = turn(bounds[:, 2], bounds[:, 1])
    left, right = np.minimum(x1, x2), np.maximum(x1, x2)
    top, bottom = np.minimum(y1, y2), np.maximum(y1, y2)
    rulings: list[Ruling] = []
    dots: list[Ruling] = []
    for box in map(Ruling._make, np.stack([left, top, right, bottom], axis=1).round(2).tolist()):
        width, height = box.right - box.left, box.bottom - box.top
        if _DOT[0] <= width <= _DOT[1] and abs(width - height) < 0.25 * width:
            dots.append(box)
        else:
            rulings.extend(_edges(box))
    return tuple(dict.fromkeys(rulings)), tuple(dots)


def _edges(box: Ruling) -> list[Ruling]:
    left, top, right, bottom = box
    if right - left <= _RULE or bottom - top <= _RULE:
        return [box]
    return [
        Ruling(left, top, right, top),
        Ruling(left, bottom, right, bottom),
        Ruling(left, top, left, bottom),
        Ruling(right, top, right, bottom),
    ]
