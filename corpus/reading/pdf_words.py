"""The words of a PDF page, a column of numbers for each of their properties."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from corpus.reading import pdfium_calls as calls
from corpus.reading.pdfium_calls import Flags, Floats, Integers

_WORD = re.compile(r"\S+")
_AT_END = r"(?=[.,;:!?)\]»”\"'’]*(?:\s|$))"
# Each begins with the signs it looks for: that lets the search skip all other characters.
_MARK = re.compile(rf"\d(?<!\d\d)\d{{0,2}}(?:,\d{{1,3}})*{_AT_END}")
_SIGN = re.compile(rf"[*†‡¹²³⁰⁴-⁹]{{1,4}}{_AT_END}")
_BRACKETED = re.compile(rf"\[\d{{1,3}}\]{_AT_END}")
_NUMBER = re.compile(rf"\d{{2,}}{_AT_END}")
_SIGNS = "¹²³⁰⁴⁵⁶⁷⁸⁹["
_SMALL = 0.8
"""A footnote mark is set below this share of the size of the text it follows."""
_RAISED = 0.18
"""... or stands higher than its word by this share of the size."""


@dataclass(frozen=True, slots=True)
class WordColumns:
    """The words of a page in the file's order.

    ``start`` and ``end`` are offsets in the page's text; ``mark`` is where a footnote mark begins
    at a word's end, -1 where there is none; ``broken`` says, for every word but the last, whether a
    line break follows it. Lengths are in points, from the top left corner.
    """

    start: Integers
    end: Integers
    left: Floats
    right: Floats
    baseline: Floats
    size: Floats
    tag: Integers
    bold: Flags
    italic: Flags
    mark: Integers
    broken: Flags


class Turn:
    """From the file's coordinates to points from the top left corner of the page, turned."""

    def __init__(self, page: pdfium.PdfPage, rotation: int) -> None:
        """Args:
        rotation: by how much the page is turned, clockwise: 0, 90, 180 or 270 degrees.
        """
        self.rotation = rotation
        self._left, self._bottom, self._right, self._top = page.get_bbox()
        width, height = self._right - self._left, self._top - self._bottom
        self.width, self.height = (height, width) if rotation in (90, 270) else (width, height)

    def __call__(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        match self.rotation:
            case 90:
                return y - self._bottom, x - self._left
            case 180:
                return self._right - x, y - self._bottom
            case 270:
                return self._top - y, self._right - x
        return x - self._left, self._top - y

    def back(self, x: float, y: float) -> tuple[float, float]:
        """From a point on the turned page to the file's coordinates."""
        match self.rotation:
            case 90:
                return y + self._left, x + self._bottom
            case 180:
                return self._right - x, y + self._bottom
            case 270:
                return self._right - y, self._top - x
        return x + self._left, self._top - y


_SAMPLE = 40


def text_rotation(textpage: pdfium.PdfTextPage) -> int:
    """By how much a page must be turned, clockwise, for most of its text to stand upright.

    Usually what the file states; a page that shows its text lying is read as if it were turned.
    """
    count = textpage.count_chars()
    if count == 0:
        return 0
    asked = sorted({count * part // _SAMPLE for part in range(_SAMPLE)})
    matrix = calls.matrices(calls.address_of(textpage.raw), asked)
    angles = np.degrees(np.arctan2(matrix[:, 1], matrix[:, 0]))
    quarters = (np.round(angles[np.isfinite(angles)] / 90).astype(int) % 4).tolist()
    return 90 * max(set(quarters), key=quarters.count) if quarters else 0


_Measures = tuple[Integers, Integers, Floats, Floats, Floats, Floats, Integers, Flags, Flags]


class PageWords:
    """Measures the words of one page, while it is open."""

    def __init__(self, textpage: pdfium.PdfTextPage, turn: Turn, original: str, text: str) -> None:
        """Args:
        original: the text as pdfium gives it; ``text``: the same with its line breaks folded.
        """
        self._textpage = textpage
        self._address = calls.address_of(textpage.raw)
        self._turn = turn
        self._text = text
        self._codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        self._index = self._character_indices(original)

    def _character_indices(self, original: str) -> Integers:
        """pdfium's character index for every offset in the text."""
        codes = np.frombuffer(original.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        count = self._textpage.count_chars()
        if len(codes) == count:
            index = np.arange(count)
        else:
            # Some characters have no text of their own; ask for every one where it stands.
            wide = np.where(codes > 0xFFFF, 2, 1)
            units = (np.cumsum(wide) - wide).tolist()
            ask = raw.FPDFText_GetCharIndexFromTextIndex
            asked = (ask(self._textpage.raw, unit) for unit in units)
            index = np.clip(np.fromiter(asked, np.int64, len(codes)), 0, max(count - 1, 0))
        if len(codes) > 1:
            returns = np.append((codes[:-1] == 13) & (codes[1:] == 10), False)
            index = index[~returns]
        return index

    def columns(self, tag_of_content: Mapping[int, int]) -> WordColumns | None:
        """The words; None when the page has none.

        Args:
            tag_of_content: the structure element of each marked content id.
        """
        bounds = [match.span() for match in _WORD.finditer(self._text)]
        if not bounds:
            return None
        spans = np.array(bounds, dtype=np.int64)
        measures, wrapped = self._measured(spans, tag_of_content)
        if wrapped.any():
            pieces = self._unwrapped(spans[wrapped], measures[5][wrapped])
            extra, _ = self._measured(pieces, tag_of_content)
            joined = [
                np.concatenate([one[~wrapped], other])
                for one, other in zip(measures, extra, strict=True)
            ]
            order = np.argsort(joined[0], kind="stable")
            start, end, left, right, baseline, size, tag, bold, italic = (
                one[order] for one in joined
            )
        else:
            start, end, left, right, baseline, size, tag, bold, italic = measures
        line_ends = np.flatnonzero(self._codes == 10)
        broken = np.diff(np.searchsorted(line_ends, start)) > 0
        mark = self._marks(start, baseline, size)
        return WordColumns(
            start,
            end,
            left,
            np.maximum(right, left),
            baseline,
            size,
            tag,
            bold,
            italic,
            mark,
            broken,
        )

    def _measured(
        self, spans: Integers, tag_of_content: Mapping[int, int]
    ) -> tuple[_Measures, Flags]:
        """Measures of the words in these spans, and which of them wrap to a next line."""
        start, end = spans[:, 0], spans[:, 1]
        first, last = self._index[start].tolist(), self._index[end - 1].tolist()
        begin = calls.boxes(self._address, first)
        close = calls.boxes(self._address, last)
        left, top = self._turn(begin[:, 0], begin[:, 3])
        right, bottom = self._turn(close[:, 2], close[:, 3])
        # Font, size and tag are the same all over a text object: each is asked once.
        objects = calls.text_objects(self._address, first)
        place: dict[int, int] = {}
        position = [place.setdefault(one, len(place)) for one in objects]
        example = dict(zip(objects, range(len(objects)), strict=True))
        at = [example[one] for one in place]
        shown = [first[one] for one in at]
        matrix = calls.matrices(self._address, shown)
        size = calls.font_sizes(self._address, shown) * _scale(matrix)
        size = np.where(size < 1.0, np.abs(begin[at, 1] - begin[at, 3]), size)
        size = np.maximum(size.round(1), 1.0)[position]
        # All characters of a text object stand on its baseline, unless it is set aslant.
        _, baseline = self._turn(matrix[:, 4], matrix[:, 5])
        baseline = baseline[position]
        aslant = (np.abs(matrix[:, 1]) > 0.01 * np.abs(matrix[:, 0]))[position]
        if aslant.any():
            self._aslant(np.flatnonzero(aslant), first, last, left, right, top, bottom, baseline)
        bold, italic = (np.array(one, dtype=np.bool_) for one in calls.styles(list(place)))
        tag = np.full(len(place), -1, dtype=np.int64)
        if tag_of_content:
            found = calls.content_ids(list(place))
            tag = np.array([tag_of_content.get(one, -1) for one in found], dtype=np.int64)
        wrapped = ((right < left) | (np.abs(bottom - top) > size)) & (end - start > 1)
        measures = (
            start, end, left, right, baseline, size,
            tag[position], bold[position], italic[position],
        )  # fmt: skip
        return measures, wrapped

    def _aslant(
        self, which: Integers, first: list[int], last: list[int],
        left: Floats, right: Floats, top: Floats, bottom: Floats, baseline: Floats,
    ) -> None:  # fmt: skip
        """Corrects the places of words that are not set along the file's own x axis."""
        begin = calls.tight_boxes(self._address, [first[one] for one in which.tolist()])
        close = calls.tight_boxes(self._address, [last[one] for one in which.tolist()])
        origin = calls.origins(self._address, [first[one] for one in which.tolist()])
        x1, y1 = self._turn(begin[:, 0], begin[:, 2])
        x2, y2 = self._turn(begin[:, 1], begin[:, 3])
        x3, y3 = self._turn(close[:, 0], close[:, 2])
        x4, y4 = self._turn(close[:, 1], close[:, 3])
        left[which] = np.minimum(x1, x2)
        right[which] = np.maximum(x3, x4)
        top[which] = np.maximum(y1, y2)
        bottom[which] = np.maximum(y3, y4)
        baseline[which] = self._turn(origin[:, 0], origin[:, 1])[1]

    def _unwrapped(self, spans: Integers, size: Floats) -> Integers:
        """The spans of words that wrap, cut where they do."""
        found: list[tuple[int, int]] = []
        for (start, end), own in zip(spans.tolist(), size.tolist(), strict=True):
            origin = calls.origins(self._address, self._index[start:end].tolist())
            _, line = self._turn(origin[:, 0], origin[:, 1])
            cuts = np.flatnonzero(np.abs(np.diff(line)) > 0.8 * own) + start + 1
            found.extend(itertools.pairwise([start, *cuts.tolist(), end]))
        return np.array(found, dtype=np.int64)

    def _marks(self, start: Integers, baseline: Floats, size: Floats) -> Integers:
        """Where a footnote mark begins in each word; -1 where there is none."""
        found = np.full(len(start), -1, dtype=np.int64)
        # A mark may be glued to a number ("2025" and a raised 7): then its last figures are tried,
        # the longest last, so that it wins.
        matches = [
            (match.end() - length, match[0][-length:])
            for match in _NUMBER.finditer(self._text)
            for length in range(1, min(3, len(match[0]) - 1) + 1)
        ]
        matches += [
            (match.start(), match[0])
            for pattern in (_MARK, _SIGN, _BRACKETED)
            for match in pattern.finditer(self._text)
        ]
        if not matches:
            return found
        offsets = np.array([offset for offset, _ in matches], dtype=np.int64)
        word = np.searchsorted(start, offsets, side="right") - 1
        chars = self._index[offsets].tolist()
        own = calls.font_sizes(self._address, chars) * _scale(calls.matrices(self._address, chars))
        origin = calls.origins(self._address, chars)
        _, line = self._turn(origin[:, 0], origin[:, 1])
        # A mark that stands alone is compared with the word before it.
        alone = offsets == start[word]
        compared = np.where(alone, np.maximum(word - 1, 0), word)
        raised = baseline[compared] - line
        signs = np.array([mark[0] in _SIGNS for _, mark in matches])
        near = np.abs(raised) < 0.9 * size[compared]
        set_apart = (own < size[compared] * _SMALL) | (raised > size[compared] * _RAISED)
        is_mark = signs | (near & (own < size[compared] * 1.05) & set_apart)
        is_mark &= ~alone | (word > 0)
        found[word[is_mark]] = offsets[is_mark]
        return found


def _scale(matrix: Floats) -> Floats:
    """How much larger than the file states text with these matrices is shown."""
    scale = np.hypot(matrix[:, 2], matrix[:, 3])
    return np.where(np.isfinite(scale) & (scale > 0), scale, 1.0)
