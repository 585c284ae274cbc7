"""Scanned pages through Tesseract, where it is installed with a language that we read."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from functools import cache

from corpus.layout.positioned import Line, PositionedPage, Word, line_of

_DPI = 300
_TIMEOUT_SECONDS = 120
_MIN_CONFIDENCE = 30


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
    """Reads a page picture made at 300 dots per inch.

    Args:
        image: the picture, PNG.
        number: page number from 1.
        width: page width in points; ``height`` likewise.
    """
    program = shutil.which("tesseract") or "tesseract"
    output = subprocess.run(  # noqa: S603 - fixed arguments
        [program, "-", "-", "-l", "+".join(languages()), "--dpi", str(_DPI), "tsv"],
        input=image,
        capture_output=True,
        timeout=_TIMEOUT_SECONDS,
        check=False,
    ).stdout.decode("utf-8", "replace")
    scale = 72 / _DPI
    text = ""
    lines: list[Line] = []
    words: list[Word] = []
    key: tuple[str, ...] = ()
    for row in csv.DictReader(io.StringIO(output), delimiter="\t", quoting=csv.QUOTE_NONE):
        word = (row.get("text") or "").strip()
        if not word or float(row.get("conf") or -1) < _MIN_CONFIDENCE:
            continue
        own = (row["block_num"], row["par_num"], row["line_num"])
        if own != key and words:
            lines.append(line_of(words, text))
            words = []
            text += "\n"
        elif words:
            text += " "
        key = own
        left, top = int(row["left"]) * scale, int(row["top"]) * scale
        right, bottom = left + int(row["width"]) * scale, top + int(row["height"]) * scale
        start = len(text)
        text += word
        # Letter heights vary within a line of one font; a rounded size keeps it one line.
        size = round((bottom - top) / 4) * 4.0 or 4.0
        words.append(
            Word(start, len(text), left, right, top, bottom, size, baseline=bottom - 0.22 * size)
        )
    if words:
        lines.append(line_of(words, text))
    return PositionedPage(number, text, width, height, tuple(lines))
