"""Reads a fiche: Markdown whose every statement is tied to its source.

The page's text is what a reader sees: title, headings and statements, one to a line, without front
matter and markers. So a quote stands in it verbatim, and every block maps to it with one run.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus.document import Block, BlockKind, Document, Page, Run, Source
from corpus.errors import CatalogueError, EmptyDocument, MalformedDocument, ReadingError
from corpus.fiche import Fiche, Heading, is_fiche, parse

__all__ = ["is_fiche", "read_fiche"]


def read_fiche(source: Source) -> Document:
    """The fiche in ``source.file`` as a document of one page.

    Metadata that ``source`` leaves open comes from the front matter.

    Raises:
        ReadingError: the file cannot be opened, is empty, is not UTF-8 or is no valid fiche.
    """
    text = _text(source.file)
    try:
        fiche = parse(text, where=source.file.name)
    except CatalogueError as error:
        raise MalformedDocument(error.message, where=error.where, hint=error.hint) from None
    if source.pair is None:
        source = replace(fiche.head.source(source.file, source.digest), id=source.id)
    return document(fiche, source)


def document(fiche: Fiche, source: Source) -> Document:
    """A parsed fiche as a document."""
    lines: list[str] = []
    blocks: list[Block] = []
    offset = 0

    def add(text: str, spacing: str) -> tuple[Run, ...]:
        nonlocal offset
        lines.append(spacing + text)
        start = offset + len(spacing)
        offset = start + len(text)
        return (Run(0, 1, start, len(text)),)

    language = fiche.head.language
    title = fiche.head.title
    blocks.append(Block(BlockKind.HEADING, title, add(title, ""), level=1, language=language))
    for item in fiche.body:
        if isinstance(item, Heading):
            runs = add(item.text, "\n\n")
            kind, level = BlockKind.HEADING, item.level
            blocks.append(Block(kind, item.text, runs, item.section, level, language=language))
        else:
            spacing = "\n" if item.kind is BlockKind.LIST_ITEM else "\n\n"
            blocks.append(
                Block(
                    item.kind,
                    item.text,
                    add(item.text, spacing),
                    item.section,
                    level=1 if item.kind is BlockKind.LIST_ITEM else 0,
                    language=language,
                    provenance=fiche.provenance(item),
                    annotation=item.annotation,
                )
            )
    return Document(source, (Page(1, None, "".join(lines)),), tuple(blocks))


def _text(file: Path) -> str:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ReadingError(
            f"the file cannot be opened ({error.strerror or error}).", where=str(file)
        ) from None
    if not data.strip():
        raise EmptyDocument("the file is empty.", where=file.name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise MalformedDocument("the file is not UTF-8 text.", where=file.name) from None
