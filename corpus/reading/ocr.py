"""Scanned pages through Tesseract, where it is installed with a language that we read."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import lxml.html
from lxml.etree import _Element

from corpus.layout.positioned import Line, PositionedPage, Word, line_of
from corpus.reading.scanned_marks import Seen, raised, with_marks

DPI = 300
"""The resolution that Tesseract's models were trained for, in dots per inch."""
_TIMEOUT_SECONDS = 120
_MIN_CONFIDENCE, _WORD_CONFIDENCE = 30, 10
"""Below this confidence, in percent, a word is a speck; one of letters only is seldom that."""
_LETTERS = 0.92
"""What Tesseract measures of a line, from ascender to descender, as a share of the font size."""
_ASCENT, _DESCENT = 0.76, 0.22
_GAP = 2.2
"""Words further apart than this many font sizes belong to different columns or cells."""
_ALIKE = 0.12
"""Measured sizes that differ by less than this share are one size."""
_MARK_SIZE, _MARK_RISE = 0.6, 0.35
"""How small and how high a mark is taken to be set, in font sizes of its line."""
_RULE = re.compile(r"[|_—=~\[\]]+")
"""What drawn lines are read as."""
_BULLETS = frozenset("¢«»®©°e")
"""What a bullet before a line is read as; no line begins with one of these alone."""


@cache
def languages() -> tuple[str, ...]:
    """The languages that Tesseract can read here, of those that we know; empty without it."""
    program = shutil.which("tesseract")
    if program is None:
        return ()
    listed = subprocess.run(  # noqa: S603 - fixed arguments
        [program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False
    ).stdout.split()
    return tuple(lang for lang in ("nld", "eng", "fra") if lang in listed)


def available() -> bool:
    """Whether scans can be read: Tesseract with Dutch."""
    return "nld" in languages()


def recognise(
    image: bytes, number: int, width: float, height: float, after: int = 0
) -> tuple[PositionedPage, int]:
    """Reads a page picture made at :data:`DPI`; a page without text when Tesseract fails on it.

    Args:
        image: the picture, PNG.
        number: page number from 1.
        width: page width in points; ``height`` likewise.
        after: the mark of the last footnote on the pages before, 0 for none.

    Returns:
        The page, and the mark of the last footnote so far.
    """
    program = shutil.which("tesseract") or "tesseract"
    arguments = [program, "-", "-", "-l", "+".join(languages()), "--dpi", str(DPI)]
    arguments += ["-c", "hocr_char_boxes=1", "hocr"]
    try:
        output = subprocess.run(  # noqa: S603 - fixed arguments
            arguments,
            input=image,
            capture_output=True,
            timeout=_TIMEOUT_SECONDS,
            check=False,
            # One page is no work to divide: its threads wait for one another most of the time.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        output = b""
    return positioned(output, number, width, height, after)


def positioned(
    hocr: bytes, number: int, width: float, height: float, after: int = 0
) -> tuple[PositionedPage, int]:
    """The page that Tesseract found, its coordinates from dots to points, and the last footnote.

    Args:
        hocr: its output in hOCR with the boxes of signs, see kba.github.io/hocr-spec.
        number: page number from 1.
        width: page width in points; ``height`` likewise.
        after: the mark of the last footnote on the pages before, 0 for none.
    """
    root = lxml.html.document_fromstring(hocr) if hocr.strip() else None
    seen: list[list[Seen]] = []
    for span in root.iter("span") if root is not None else ():
        stated = _properties(span)
        if len(stated.get("x_size", ())) == 1 and len(stated.get("bbox", ())) == 4:
            seen.append(_words(span))
    told, last = with_marks(seen, after)
    lines: list[Line] = []
    text = ""
    for row in told:
        words: list[Word] = []
        for one in row:
            word = one.word
            if not one.text and not one.mark:
                continue
            apart = bool(words) and word.left - words[-1].right > _GAP * row[-1].word.size
            if apart:
                lines.append(line_of(words, text))
                words = []
            text += ("\n" if apart else " ") if text and text[-1] != "\n" else ""
            start = len(text)
            text += one.text + one.mark
            carries = bool(one.mark and (one.text or words))
            mark_start = start + len(one.text) if carries else -1
            words.append(word._replace(start=start, end=len(text), mark_start=mark_start))
        if words:
            lines.append(line_of(words, text))
            text += "\n"
    return PositionedPage(number, text.rstrip("\n"), width, height, tuple(lines)), last


def _words(line: _Element) -> list[Seen]:
    """The words of a line; their offsets are not known yet."""
    scale = 72 / DPI
    stated = _properties(line)
    high = stated["x_size"][0]
    size = max(high * scale / _LETTERS, 1.0)
    left, _, right, bottom = stated["bbox"]
    slope, offset = stated.get("baseline", (0.0, 0.0))
    found: list[Seen] = []
    for span in line.iter("span"):
        own = _properties(span)
        shown = "".join("".join(str(part) for part in span.itertext()).split())
        if span is line or "x_wconf" not in own or not shown or _RULE.fullmatch(shown):
            continue
        x1, _, x2, _ = own["bbox"]
        middle = bottom + offset + slope * ((x1 + x2) / 2 - left)
        signs = _signs(span, middle)
        above = raised(signs, high)
        plain = shown[: len(shown) - above] if len(signs) == len(shown) else shown
        doubtful = own["x_wconf"][0] < (_WORD_CONFIDENCE if plain.isalpha() else _MIN_CONFIDENCE)
        if doubtful and plain:
            continue
        if plain in _BULLETS and plain == shown and not found:
            plain = "•"
        # A line that was scanned aslant is told as if it ran level through its middle.
        baseline = (bottom + offset + slope * (right - left) / 2) * scale
        own_size = size if plain else size * _MARK_SIZE
        baseline -= 0.0 if plain else size * _MARK_RISE
        word = Word(
            0, 0, x1 * scale, x2 * scale, baseline - _ASCENT * own_size,
            baseline + _DESCENT * own_size, own_size, baseline=baseline,
        )  # fmt: skip
        found.append(Seen(word, plain, shown[len(plain) :] if plain != "•" else ""))
    return found


def _signs(word: _Element, baseline: float) -> list[tuple[str, float, float]]:
    """The signs of a word, each with how far its top and its bottom stand above the baseline."""
    found = []
    for span in word.iter("span"):
        boxes = _properties(span).get("x_bboxes", ())
        if len(boxes) == 4:
            shown = "".join(str(part) for part in span.itertext())
            found.append((shown, baseline - boxes[1], baseline - boxes[3]))
    return found


def _properties(element: _Element) -> dict[str, tuple[float, ...]]:
    """The properties of an hOCR element that are numbers, by name."""
    found: dict[str, tuple[float, ...]] = {}
    for part in (element.get("title") or "").split(";"):
        name, *values = part.split() or [""]
        if values and all(re.fullmatch(r"-?\d+(?:\.\d+)?", value) for value in values):
            found[name] = tuple(float(value) for value in values)
    return found


def with_level_sizes(pages: Sequence[PositionedPage]) -> list[PositionedPage]:
    """Scanned pages with their font sizes levelled: what is measured a little larger here and a
    little smaller there was set in one size, the one that most characters nearby have."""
    measured: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            measured[line.size] += line.end - line.start
    level: dict[float, float] = {}
    chosen: list[float] = []
    for size, _ in measured.most_common():
        nearest = min(chosen, key=lambda one: abs(one - size), default=None)
        if nearest is None or abs(nearest - size) > _ALIKE * nearest:
            chosen.append(size)
            nearest = size
        level[size] = round(nearest * 2) / 2
    return [
        replace(page, lines=tuple(_resized(line, level[line.size]) for line in page.lines))
        for page in pages
    ]


def _resized(line: Line, size: float) -> Line:
    words = []
    for word in line.words:
        own = size * _MARK_SIZE if word.size < 0.8 * line.size else size
        top = round(word.baseline - _ASCENT * own, 2)
        bottom = round(word.baseline + _DESCENT * own, 2)
        words.append(word._replace(size=own, top=top, bottom=bottom))
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    return line._replace(words=tuple(words), size=size, top=top, bottom=bottom)
