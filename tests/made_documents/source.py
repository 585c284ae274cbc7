"""The texts as they were written: a plain notation from which every format is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCES = Path(__file__).parent / "sources"
_NOTE = re.compile(r"\[\^(\d+)\]: (.*)")
_ITEM = re.compile(r"(?P<indent> *)(?:- |(?P<number>\d+)\. )(?P<text>.*)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block: ``kind`` is heading, paragraph, item, numbered, table, note or break.

    ``level`` is a heading's or an item's (from 1), ``number`` that of a numbered item or a note;
    ``rows`` are a table's, its header first.
    """

    kind: str
    text: str = ""
    level: int = 0
    number: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A text: its name, the ending of the file to be made, what is said of it, its blocks."""

    name: str
    ending: str
    about: dict[str, str]
    pieces: tuple[Piece, ...]


def texts() -> Iterator[Written]:
    """Every text, in the order of their names."""
    for path in sorted(SOURCES.glob("*.md")):
        name, ending = path.name.removesuffix(".md").rsplit(".", 1)
        head, _, body = path.read_text("utf-8").partition("\n\n")
        about = dict(line.split(": ", 1) for line in head.splitlines())
        yield Written(name, ending, about, tuple(_pieces(body)))


def _pieces(body: str) -> Iterator[Piece]:
    for block in body.strip().split("\n\n"):
        lines = block.splitlines()
        first = lines[0]
        if first == "---":
            yield Piece("break")
        elif first.startswith("#"):
            marks, _, text = first.partition(" ")
            yield Piece("heading", text, len(marks))
        elif first.startswith("|"):
            rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
            yield Piece("table", rows=(rows[0], *rows[2:]))
        elif note := _NOTE.match(first):
            yield Piece("note", note[2], number=int(note[1]))
            for line in lines[1:]:
                if note := _NOTE.match(line):
                    yield Piece("note", note[2], number=int(note[1]))
        elif _ITEM.match(first):
            for line in lines:
                item = _ITEM.match(line)
                assert item, line
                number = int(item["number"] or 0)
                level = 1 + len(item["indent"]) // 2
                yield Piece("numbered" if number else "item", item["text"], level, number)
        else:
            yield Piece("paragraph", " ".join(lines))
