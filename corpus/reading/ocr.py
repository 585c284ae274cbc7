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

DPI = 300
"""The resolution that Tesseract's models were trained for, in dots per inch."""
_TIMEOUT_SECONDS = 120
_MIN_CONFIDENCE = 30
_LETTERS = 0.92
"""What Tesseract measures of a line, from ascender to descender, as a share of the font size."""
_ASCENT, _DESCENT = 0.76, 0.22
_GAP = 2.2
"""Words further apart than this many font sizes belong to different columns or cells."""
_ALIKE = 0.12
"""Measured sizes that differ by less than this share are one size."""
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


def recognise(image: bytes, number: int, width: float, height: float) -> PositionedPage:
    """Reads a page picture made at :data:`DPI`; a page without text when Tesseract fails on it.

    Args:
        image: the picture, PNG.
        number: page number from 1.
        width: page width in points; ``height`` likewise.
    """
    program = shutil.which("tesseract") or "tesseract"
    arguments = [program, "-", "-", "-l", "+".join(languages()), "--dpi", str(DPI), "hocr"]
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
    return positioned(output, number, width, height)


def positioned(hocr: bytes, number: int, width: float, height: float) -> PositionedPage:
    """The page that Tesseract found, its coordinates from dots to points.

    Args:
        hocr: its output in hOCR, see kba.github.io/hocr-spec.
        number: page number from 1.
        width: page width in points; ``height`` likewise.
    """
    lines: list[Line] = []
    text = ""
    root = lxml.html.document_fromstring(hocr) if hocr.strip() else None
    found = root.iter("span") if root is not None else ()
    for span in found:
        stated = _properties(span)
        if len(stated.get("x_size", ())) != 1 or len(stated.get("bbox", ())) != 4:
            continue
        words: list[Word] = []
        for word, shown in _words(span):
            apart = bool(words) and word.left - words[-1].right > _GAP * word.size
            if apart:
                lines.append(line_of(words, text))
                words = []
            text += ("\n" if apart else " ") if text and text[-1] != "\n" else ""
            start = len(text)
            text += shown
            words.append(word._replace(start=start, end=len(text)))
        if words:
            lines.append(line_of(words, text))
            text += "\n"
    return PositionedPage(number, text.rstrip("\n"), width, height, tuple(lines))


def _words(line: _Element) -> list[tuple[Word, str]]:
    """The words of a line with their texts; their offsets are not known yet."""
    scale = 72 / DPI
    stated = _properties(line)
    size = max(stated["x_size"][0] * scale / _LETTERS, 1.0)
    left, _, _, bottom = stated["bbox"]
    slope, offset = stated.get("baseline", (0.0, 0.0))
    found: list[tuple[Word, str]] = []
    for span in line.iter("span"):
        own = _properties(span)
        shown = "".join(str(part) for part in span.itertext()).strip()
        if span is line or "x_wconf" not in own or not shown or _RULE.fullmatch(shown):
            continue
        if own["x_wconf"][0] < _MIN_CONFIDENCE:
            continue
        x1, _, x2, _ = own["bbox"]
        # A line that was scanned aslant is told as if it ran level through its middle.
        middle = (left + stated["bbox"][2]) / 2
        baseline = (bottom + offset + slope * (middle - left)) * scale
        top, low = baseline - _ASCENT * size, baseline + _DESCENT * size
        if shown in _BULLETS and not found:
            shown = "•"
        word = Word(0, 0, x1 * scale, x2 * scale, top, low, size, baseline=baseline)
        found.append((word, "".join(shown.split())))
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
    words = tuple(
        word._replace(
            size=size,
            top=round(word.baseline - _ASCENT * size, 2),
            bottom=round(word.baseline + _DESCENT * size, 2),
        )
        for word in line.words
    )
    return line._replace(words=words, size=size, top=words[0].top, bottom=words[0].bottom)
