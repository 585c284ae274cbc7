"""Markdown through markdown-it: headings, paragraphs, lists, quotes, tables and footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from corpus.document import BlockKind, Document, Source
from corpus.layout.grouping import BULLET
from corpus.reading.flowing import FlowingText
from corpus.reading.markdown_source import mended, parted, without_tags
from corpus.reading.text import decoded
from corpus.settings import ReadingLimits

_NOTE = re.compile(r"^\[\^([^\]]+)\]:\s*(.*)", re.DOTALL)
_LETTERED = re.compile(r"^\(?([a-z])[.)]\s+(?=\S)")
_NUMBER = re.compile(r"^([1-9]\d?)[.)]?\s+(?=[^\W\d])")
_TITLE_LEVEL = 1
_PAGE_LINE = re.compile(r"(?P<line>(?:\S+ ){1,7})\d+(?: (?:van|of|/) \d+)?")
_PAGES = 4  # times that such a line stands in a document whose pages it numbers
_BOLD_LEVEL = 7  # below every heading that has signs
_LONGEST_BOLD_HEADING = 16  # words
_LONGEST_LABEL = 6  # words of a heading in bold that ends on a colon
_LONGEST_NUMBERED_HEADING = 8
_DECIMAL = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})+)\.?\s+(?P<title>[^\W\d_].*)", re.DOTALL)
_DECIMAL_LEVEL = 1  # of a heading, above the depth of its number
_NO_CELL = re.compile(r"-{2,}")  # what stands for an empty cell, or rules a line
_SENTENCE_LIKE = (".", ",", ";", ":", "!", "…")


def read_markdown(source: Source, limits: ReadingLimits) -> Document:
    """Reads Markdown, with what its front matter says of it; of HTML inside only the text counts.

    Raises:
        EmptyDocument: there is no text in it.
        MalformedDocument: it is no text file.
    """
    about, content = parted(decoded(source))
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    # What is indented is a list that a converter moved to the right, not code.
    parser.disable("code")
    nodes = SyntaxTreeNode(parser.parse(mended(content))).children
    written = FlowingText(
        replace(
            source,
            title=source.title or about.title,
            author=source.author or about.author,
            date=source.date or about.date,
            language=source.language or about.language,
        ),
        limits,
    )
    if about.title and not any(n.type == "heading" and n.tag == "h1" for n in nodes):
        written.heading(about.title, _TITLE_LEVEL)
    _Writer(written).add_all(nodes)
    return written.document()


def _numberless(text: str) -> str:
    """A short text that ends on a number, without it ("Page 3"); empty for any other."""
    found = _PAGE_LINE.fullmatch(" ".join(text.split()))
    return found["line"] if found else ""


def _inline(node: SyntaxTreeNode) -> str:
    """The text of a node as a reader sees it."""
    return without_tags(_raw(node))


def _raw(node: SyntaxTreeNode) -> str:
    if node.type in ("text", "code_inline"):
        return str(node.content)
    if node.type in ("softbreak", "hardbreak"):
        return " "
    if node.type == "image":
        return str(node.content)
    return "".join(_raw(child) for child in node.children)


class _Writer:
    """Writes nodes as blocks, in order."""

    def __init__(self, written: FlowingText) -> None:
        self._written = written
        self._repeated: frozenset[str] = frozenset()
        self._number = 0  # of the item before, where items are numbered
        self._letter = ""  # of the item before, where items are lettered

    def add_all(self, nodes: Sequence[SyntaxTreeNode]) -> None:
        """Adds the nodes of a document."""
        lines = [_numberless(_inline(one)) for one in nodes if one.type == "paragraph"]
        self._repeated = frozenset(
            line for line, n in Counter(lines).items() if line and n >= _PAGES
        )
        for position, node in enumerate(nodes):
            after = nodes[position + 1] if position + 1 < len(nodes) else None
            before = nodes[position - 1] if position else None
            if _is_bold_heading(node, before, after):
                self._written.heading(_inline(node), _BOLD_LEVEL)
            elif depth := _decimal_depth(node, after):
                self._written.heading(_inline(node), min(depth + _DECIMAL_LEVEL, _BOLD_LEVEL - 1))
            elif node.type == "paragraph" and self._marked(node, before, after):
                number, _, shown = " ".join(_inline(node).split()).partition(" ")
                text = f"{number} {shown}" if number[0].islower() and number[0] != "o" else shown
                self._written.add(BlockKind.LIST_ITEM, text, level=2, number=number)
            else:
                self._add(node, 1)

    def _add(self, node: SyntaxTreeNode, depth: int) -> None:
        match node.type:
            case "heading":
                self._written.heading(_inline(node), int(node.tag[1]))
            case "paragraph":
                self._paragraph(_inline(node))
            case "bullet_list" | "ordered_list":
                start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else 0
                for position, item in enumerate(node.children):
                    number = f"{start + position}." if node.type == "ordered_list" else "-"
                    self._item(item, depth, number)
            case "blockquote":
                for child in node.children:
                    if child.type == "paragraph":
                        self._written.add(BlockKind.QUOTE, _inline(child))
                    else:
                        self._add(child, depth)
            case "table":
                rows = [
                    [_cell(cell) for cell in row.children]
                    for part in node.children
                    for row in part.children
                ]
                self._written.table(rows, has_header=any(rows[0]))
            case "fence":
                self._written.add(BlockKind.PARAGRAPH, node.content)
            case _:
                for child in node.children:
                    self._add(child, depth)

    def _paragraph(self, text: str) -> None:
        note = _NOTE.match(text)
        if note:
            self._written.add(BlockKind.FOOTNOTE, note[2], marker=note[1])
        elif _numberless(text) in self._repeated:
            self._written.add(BlockKind.FURNITURE, text)
        elif not self._written.go_on(text):
            self._written.add(BlockKind.PARAGRAPH, text)

    def _marked(
        self, node: SyntaxTreeNode, before: SyntaxTreeNode | None, after: SyntaxTreeNode | None
    ) -> bool:
        """Whether a paragraph is an item of a list that Markdown knows none of: the next of
        lettered ones, from a on ("b) het plan;"), one of several numbered from 1 on ("2 Het
        plan"), or one with a dash among others or behind a colon."""
        text = _inline(node).strip()
        last, self._number = self._number, _numbered(node)
        if self._number and (self._number == last + 1 or _numbered(after) == self._number + 1 == 2):
            return True
        self._number = 0
        lettered = _LETTERED.match(text)
        if lettered and lettered[1] in ("a", self._letter and chr(ord(self._letter) + 1)):
            self._letter = lettered[1]
            return True
        self._letter = ""
        announced = before is not None and _inline(before).rstrip().endswith(":")
        among = [one for one in (before, after) if one is not None and one.type == "paragraph"]
        return bool(BULLET.match(text)) and (
            announced or any(BULLET.match(_inline(one).strip()) for one in among)
        )

    def _item(self, item: SyntaxTreeNode, depth: int, number: str) -> None:
        first = True
        for child in item.children:
            if child.type == "paragraph":
                self._written.add(
                    BlockKind.LIST_ITEM, _inline(child), level=depth, number=number if first else ""
                )
                first = False
            else:
                self._add(child, depth + 1)


def _numbered(node: SyntaxTreeNode | None) -> int:
    """The number that a paragraph begins with ("2 Het plan", "2. Het plan"); 0 for none."""
    if node is None or node.type != "paragraph":
        return 0
    found = _NUMBER.match(_inline(node).strip())
    return int(found[1]) if found else 0


def _is_bold_heading(
    node: SyntaxTreeNode, before: SyntaxTreeNode | None, after: SyntaxTreeNode | None
) -> bool:
    """Whether a paragraph is a heading in bold: a few words that are no sentence or ask something,
    above text that is not bold. Bold lines in a row are a title page or contents."""
    text = _inline(node).strip()
    return (
        _is_bold(node)
        and 0 < len(text.split()) <= _LONGEST_BOLD_HEADING
        and (not text.endswith(_SENTENCE_LIKE) or _is_label(text))
        and not (before is not None and _is_bold(before))
        and after is not None
        and after.type in ("paragraph", "bullet_list", "ordered_list", "table", "blockquote")
        and not _is_bold(after)
    )


def _is_label(text: str) -> bool:
    """Whether a text in bold is a label of what stands below it ("Who may apply:")."""
    return text.endswith(":") and len(text.split()) <= _LONGEST_LABEL


def _cell(node: SyntaxTreeNode) -> str:
    """The text of a cell; empty for dashes, which only rule a line."""
    text = _inline(node).strip()
    return "" if _NO_CELL.fullmatch(text) else text


def _decimal(node: SyntaxTreeNode | None) -> tuple[str, str]:
    """The decimal number that a paragraph begins with, and its other words; empty for none."""
    found = _DECIMAL.match(_inline(node).strip()) if node and node.type == "paragraph" else None
    return (found["number"], found["title"].strip()) if found else ("", "")


def _decimal_depth(node: SyntaxTreeNode, after: SyntaxTreeNode | None) -> int:
    """How deep a paragraph that is a numbered heading without signs stands ("2.3. Finance": 2); 0
    for any other: what the next number at its depth follows at once is an item."""
    number, title = _decimal(node)
    if not number or after is None or title.endswith(_SENTENCE_LIKE):
        return 0
    below = _decimal(after)[0]
    under = below.startswith(f"{number}.") if below else after.type != "heading"
    return number.count(".") + 1 if under and len(title.split()) <= _LONGEST_NUMBERED_HEADING else 0


def _is_bold(node: SyntaxTreeNode) -> bool:
    """Whether all of a paragraph is in bold."""
    if node.type != "paragraph":
        return False
    inside = [
        child
        for part in node.children
        for child in part.children
        if child.type not in ("softbreak", "hardbreak")
    ]
    return bool(inside) and all(
        child.type == "strong" or (child.type == "text" and not child.content.strip())
        for child in inside
    )
