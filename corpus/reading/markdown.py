"""Markdown through markdown-it: headings, paragraphs, lists, quotes, tables and footnotes."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from corpus.document import BlockKind, Document, Source
from corpus.reading.flowing import FlowingText
from corpus.reading.text import decoded
from corpus.settings import ReadingLimits

_FRONT_MATTER = re.compile(r"\A---\s*\n.*?\n---\s*\n", re.DOTALL)
_NOTE = re.compile(r"^\[\^([^\]]+)\]:\s*(.*)", re.DOTALL)


def read_markdown(source: Source, limits: ReadingLimits) -> Document:
    """Reads Markdown; front matter is left out, HTML inside counts as text.

    Raises:
        EmptyDocument: there is no text in it.
        MalformedDocument: it is no text file.
    """
    content = _FRONT_MATTER.sub("", decoded(source))
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    written = FlowingText(source, limits)
    for node in SyntaxTreeNode(parser.parse(content)).children:
        _add(node, written, 1)
    return written.document()


def _inline(node: SyntaxTreeNode) -> str:
    """The text of a node as a reader sees it."""
    if node.type in ("text", "code_inline"):
        return str(node.content)
    if node.type in ("softbreak", "hardbreak"):
        return " "
    if node.type == "image":
        return str(node.content)
    return "".join(_inline(child) for child in node.children)


def _add(node: SyntaxTreeNode, written: FlowingText, depth: int) -> None:
    match node.type:
        case "heading":
            written.heading(_inline(node), int(node.tag[1]))
        case "paragraph":
            text = _inline(node)
            note = _NOTE.match(text)
            if note:
                written.add(BlockKind.FOOTNOTE, note[2], marker=note[1])
            else:
                written.add(BlockKind.PARAGRAPH, text)
        case "bullet_list" | "ordered_list":
            start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else 0
            for position, item in enumerate(node.children):
                number = f"{start + position}." if node.type == "ordered_list" else "-"
                _item(item, written, depth, number)
        case "blockquote":
            for child in node.children:
                if child.type == "paragraph":
                    written.add(BlockKind.QUOTE, _inline(child))
                else:
                    _add(child, written, depth)
        case "table":
            rows = [
                [_inline(cell) for cell in row.children]
                for part in node.children
                for row in part.children
            ]
            written.table(rows, has_header=True)
        case "fence" | "code_block":
            written.add(BlockKind.PARAGRAPH, node.content)
        case _:
            for child in node.children:
                _add(child, written, depth)


def _item(item: SyntaxTreeNode, written: FlowingText, depth: int, number: str) -> None:
    first = True
    for child in item.children:
        if child.type == "paragraph":
            written.add(
                BlockKind.LIST_ITEM, _inline(child), level=depth, number=number if first else ""
            )
            first = False
        else:
            _add(child, written, depth + 1)
