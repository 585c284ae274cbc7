"""Pages with positions, put together by hand."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.layout.positioned import Line, PositionedPage, Ruling, Word, line_of

WIDTH, HEIGHT = 600.0, 800.0


@dataclass(frozen=True, slots=True)
class Set:
    """A line of text at a place; ``mark`` is a raised mark after its last word."""

    text: str
    left: float = 60.0
    bottom: float = 100.0
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    mark: str = ""
    width: float | None = None


def page(*lines: Set, number: int = 1, rulings: tuple[Ruling, ...] = ()) -> PositionedPage:
    """A page with these lines, in reading order; letters are half as wide as the font is large."""
    text = ""
    made: list[Line] = []
    spans: list[list[Word]] = []
    for line in lines:
        words: list[Word] = []
        x = line.left
        pieces = line.text.split()
        letter = line.width / max(len(line.text), 1) if line.width is not None else line.size * 0.5
        for at, piece in enumerate(pieces):
            start = len(text)
            text += piece
            mark = -1
            if line.mark and at == len(pieces) - 1:
                mark = len(text)
                text += line.mark
            width = len(piece) * letter
            baseline = line.bottom - 0.22 * line.size
            words.append(
                Word(
                    start, len(text), x, x + width, line.bottom - line.size, line.bottom,
                    line.size, -1, mark, line.bold, line.italic, baseline,
                )
            )  # fmt: skip
            x += width + letter
            text += " "
        text = text.rstrip() + "\n"
        spans.append(words)
    made = [line_of(words, text) for words in spans]
    return PositionedPage(number, text.rstrip("\n"), WIDTH, HEIGHT, tuple(made), {}, rulings)


def paragraph(text: str, top: float, *, per_line: int = 80, left: float = 60.0) -> list[Set]:
    """A text broken into lines of at most so many letters, 12 points apart, from ``top`` down."""
    lines: list[str] = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= per_line:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [Set(line, left, top + 12.0 * (at + 1)) for at, line in enumerate(lines)]
