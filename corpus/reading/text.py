"""Plain text: paragraphs between blank lines, lists by their signs."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from corpus.document import BlockKind, Document, Source
from corpus.errors import EmptyDocument, MalformedDocument
from corpus.layout.grouping import BULLET, NUMBERED
from corpus.reading.flowing import FlowingText
from corpus.settings import ReadingLimits

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def decoded(source: Source) -> str:
    """The file's text, whatever its encoding.

    Raises:
        EmptyDocument: there is nothing in it.
        MalformedDocument: it is no text.
    """
    content = source.file.read_bytes()
    if not content.strip():
        raise EmptyDocument("The file is empty.", where=source.id, hint="Get it again.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(content[:200_000]).best()
        if best is None:
            raise _binary(source) from None
        text = content.decode(best.encoding, "replace")
    if len(_CONTROL.findall(text[:10_000])) > 20:
        raise _binary(source)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _binary(source: Source) -> MalformedDocument:
    return MalformedDocument(
        "It is no text, whatever its name says.", where=source.id, hint="Give it its right ending."
    )


def read_text(source: Source, limits: ReadingLimits) -> Document:
    """Reads plain text.

    Raises:
        EmptyDocument: there is no text in it.
        MalformedDocument: it is no text file.
    """
    written = FlowingText(source, limits)
    for paragraph in re.split(r"\n\s*\n", decoded(source)):
        lines = [line.strip() for line in paragraph.splitlines() if line.strip()]
        current: list[str] = []
        for line in lines:
            if (BULLET.match(line) or NUMBERED.match(line)) and current:
                _add(written, current)
                current = []
            current.append(line)
        _add(written, current)
    return written.document()


def _add(written: FlowingText, lines: list[str]) -> None:
    if not lines:
        return
    text = " ".join(lines)
    marker = BULLET.match(text) or NUMBERED.match(text)
    if marker:
        bullet = BULLET.match(text)
        body = text[bullet.end() :] if bullet else text
        written.add(BlockKind.LIST_ITEM, body, level=1, number=marker[0].strip())
    else:
        written.add(BlockKind.PARAGRAPH, text)
