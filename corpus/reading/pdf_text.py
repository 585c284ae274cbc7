"""Words and lines with their positions, fonts and structure tags, out of a PDF page."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pypdfium2 as pdfium

from corpus.layout.positioned import Line, PositionedPage, Ruling, Tag, Word, most_used_size
from corpus.reading import pdfium_calls as calls
from corpus.reading.pdf_tags import container, structure
from corpus.reading.pdf_words import PageWords, Turn, WordColumns, text_rotation
from corpus.reading.pdfium_calls import Flags, Floats, Integers

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


Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the top left corner."""

_RISE = 0.6
"""Words beside one another whose baselines differ less than this, in font sizes, are of one line:
a raised mark stands half a size higher."""


def page_text(textpage: pdfium.PdfTextPage) -> str:
    """The page's characters in the file's order, a line break between lines.

    pdfium marks a hyphen at a line end that it thinks is soft as U+FFFE or U+0002; it is shown as
    the hyphen that is printed.
    """
    return _normalised(textpage.get_text_range())


def _normalised(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\ufffe", "-").replace("\x02", "-")


def positioned(page: pdfium.PdfPage, number: int) -> PositionedPage:
    """The page's text with the position, size and structure tag of every word, the page turned so
    that its text stands upright.

    Args:
        number: page number from 1.
    """
    textpage = page.get_textpage()
    try:
        original = textpage.get_text_range()
        text = _normalised(original)
        turn = Turn(page, text_rotation(textpage))
        tags, tag_of_content = structure(page)
        rulings, dots = ((), ()) if tags else _drawn(page, turn)
        words = PageWords(textpage, turn, original, text).columns(tag_of_content)
        lines = _lines(words, text, tags, rulings, dots) if words is not None else ()
        return PositionedPage(number, text, turn.width, turn.height, lines, tags, rulings)
    finally:
        textpage.close()


def shown(page: pdfium.PdfPage, box: Box) -> Box:
    """Where a box on the page as it is read stands on the page as it is shown."""
    textpage = page.get_textpage()
    try:
        read = Turn(page, text_rotation(textpage))
    finally:
        textpage.close()
    if read.rotation == page.get_rotation():
        return box
    left, top, right, bottom = box
    turn = Turn(page, page.get_rotation())
    corners = np.array([read.back(left, top), read.back(right, bottom)])
    x, y = turn(corners[:, 0], corners[:, 1])
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())


def _lines(
    words: WordColumns,
    text: str,
    tags: dict[int, Tag],
    rulings: Sequence[Ruling],
    dots: Sequence[Ruling],
) -> tuple[Line, ...]:
    """Lines out of words: cut at line breaks, wide gaps, upright rulings and where the element
    changes; a break that pdfium made inside a line, at a raised mark, is mended."""
    gap = words.left[1:] - words.right[:-1]
    larger = np.maximum(words.size[1:], words.size[:-1])
    breaks = words.broken.copy()
    drop = np.abs(words.baseline[1:] - words.baseline[:-1])
    inside = words.start[1:] == words.end[:-1]
    beside = ~inside & (gap > -0.3 * larger) & (gap < 0.8 * larger) & (drop < _RISE * larger)
    breaks |= inside
    wide = (gap > _GAP * larger) & ~breaks
    if wide.any():
        wide &= ~_spread(gap, breaks, words.size, wide)
    cut = (breaks & ~beside) | wide | (words.left[1:] < words.left[:-1] - 1) | (drop > 1.2 * larger)
    cut |= _ruled_off(words, rulings)
    if tags:
        holders = {tag: container(tag, tags) for tag in set(words.tag.tolist())}
        held = np.array([holders[tag] for tag in words.tag.tolist()])
        cut |= held[1:] != held[:-1]
    first = np.concatenate([[0], np.flatnonzero(cut) + 1])
    return _built(words, first, text, dots)


def _built(
    words: WordColumns, first: Integers, text: str, dots: Sequence[Ruling]
) -> tuple[Line, ...]:
    """The lines that begin at these words."""
    top = (words.baseline - _ASCENT * words.size).round(2)
    bottom = (words.baseline + _DESCENT * words.size).round(2)
    left, right = words.left.round(2), words.right.round(2)
    made = list(
        map(
            Word,
            words.start.tolist(),
            words.end.tolist(),
            left.tolist(),
            right.tolist(),
            top.tolist(),
            bottom.tolist(),
            words.size.tolist(),
            words.tag.tolist(),
            words.mark.tolist(),
            words.bold.tolist(),
            words.italic.tolist(),
            words.baseline.round(2).tolist(),
        )
    )
    last = np.append(first[1:], len(words.start))
    starts, ends = words.start[first].tolist(), words.end[last - 1].tolist()
    smallest = np.minimum.reduceat(words.size, first)
    mixed = (np.maximum.reduceat(words.size, first) != smallest).tolist()
    lines = map(
        Line,
        [tuple(made[a:b]) for a, b in zip(first.tolist(), last.tolist(), strict=True)],
        [" ".join(text[a:b].split()) for a, b in zip(starts, ends, strict=True)],
        starts,
        ends,
        left[first].tolist(),
        np.maximum.reduceat(right, first).tolist(),
        np.minimum.reduceat(top, first).tolist(),
        np.maximum.reduceat(bottom, first).tolist(),
        smallest.tolist(),
        words.tag[first].tolist(),
        np.logical_and.reduceat(words.bold, first).tolist(),
        np.logical_and.reduceat(words.italic, first).tolist(),
        [False] * len(first),
        (np.maximum.reduceat(words.mark, first) >= 0).tolist(),
    )
    found = [
        line._replace(size=most_used_size(line.words)) if several else line
        for line, several in zip(lines, mixed, strict=True)
    ]
    return tuple(_with_bullets(found, dots) if dots else found)


def _with_bullets(lines: Sequence[Line], dots: Sequence[Ruling]) -> list[Line]:
    """The lines, those with a bullet drawn just before them marked."""
    found = []
    for line in lines:
        dotted = any(
            line.top - 1 <= (dot.top + dot.bottom) / 2 <= line.bottom + 1
            and 0 < line.left - dot.right < 2.5 * line.size
            for dot in dots
        )
        found.append(line._replace(dotted=True) if dotted else line)
    return found


def _spread(gap: Floats, breaks: Flags, size: Floats, wide: Flags) -> Flags:
    """The gaps of lines whose words are spread evenly over the column, however wide they are.

    Args:
        wide: the gaps that matter.
    """
    even = np.zeros(len(gap), dtype=np.bool_)
    edges = np.concatenate([[-1], np.flatnonzero(breaks), [len(gap)]])
    segments = np.unique(np.searchsorted(edges, np.flatnonzero(wide)))
    for segment in segments.tolist():
        before, after = int(edges[segment - 1]), int(edges[segment])
        own = gap[before + 1 : after]
        if len(own) >= _MIN_EVEN and own.max() - own.min() < 0.3 * size[after - 1]:
            even[before + 1 : after] = True
    return even


def _ruled_off(words: WordColumns, rulings: Sequence[Ruling]) -> Flags:
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


def _drawn(page: pdfium.PdfPage, turn: Turn) -> tuple[tuple[Ruling, ...], tuple[Ruling, ...]]:
    """Drawn lines and edges of drawn boxes, and drawn bullets."""
    bounds = calls.path_bounds(calls.address_of(page.raw), _MAX_PAGE_OBJECTS)
    if not len(bounds):
        return (), ()
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
