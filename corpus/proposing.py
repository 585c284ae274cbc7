"""Title, date, publisher and language of a document, proposed from what it says itself.

Used for files that the catalogue does not know. A proposal never replaces what a source states.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from corpus.document import Block, BlockKind, Document, Source
from corpus.language import detect

_MAX_TITLE = 200
_FIRST_BLOCKS = 40
_LAST_BLOCKS = 3
_SHORT = 160
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january janvier", "februari february février", "maart march mars",
            "april avril", "mei may mai", "juni june juin", "juli july juillet",
            "augustus august août", "september septembre", "oktober october octobre",
            "november novembre", "december décembre",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(_MONTHS)
_DATES = (
    re.compile(
        rf"\b(?P<d>[0-3]?\d)(?:er)?\.?\s+(?P<m>{_MONTH})\s+(?P<y>(?:19|20)\d\d|[’‘']\d\d)\b", re.I
    ),
    re.compile(rf"\b(?P<m>{_MONTH})\s+(?P<d>[0-3]?\d),\s+(?P<y>(?:19|20)\d\d)\b", re.I),
    re.compile(r"\b(?P<y>(?:19|20)\d\d)-(?P<n>[01]\d)-(?P<d>[0-3]\d)\b"),
    re.compile(r"\b(?P<d>[0-3]?\d)[/.](?P<n>[01]?\d)[/.](?P<y>(?:19|20)\d\d)\b"),
    re.compile(rf"\b(?P<m>{_MONTH})\s+(?P<y>(?:19|20)\d\d)\b", re.I),
)  # fmt: skip
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PUBLISHER = re.compile(
    r"(?i:\b(?:een\s+)?uitgave\s+van|\buitgegeven\s+door|\bgepubliceerd\s+door|\bpublished\s+by|"
    r"\ba\s+publication\s+(?:of|by)|\bpublié\s+par|\buitgever\s*:|\bpublisher\s*:|©\s*(?:\d{4}[\s,]*)?)"
    r"\s*(?P<name>[A-ZÀ-Þ][^.,;:|()\n\d]{2,80})"
)
_NO_TITLE = re.compile(
    r"^(?:microsoft (?:word|powerpoint)\b.*|untitled\b.*|naamloos\b.*|document\d*|"
    r"(?:(?:word|powerpoint|pdf|text|blank|new|nieuwe?|leeg|lege)[ -]?){1,2}"
    r"(?:document|presentation|presentatie|file|bestand)(?: ?\(?\d+\)?)?|"
    r"presentation\d*|presentatie\d*|title|titel|slide \d+|"
    r".*\.(?:docx?|pptx?|odt|indd|pdf|xlsx?|rtf))$",
    re.IGNORECASE,
)


_NO_AUTHOR = frozenset(("anonymous", "unknown", "user", "admin", "administrator", "windows user"))


def without_placeholder(source: Source) -> Source:
    """A source whose title is only its file's name, without that title."""
    return replace(source, title="") if source.title == source.file.stem else source


def stated_title(stated: str | None) -> str:
    """The title that a file states of itself; empty for what a program calls every new one."""
    title = " ".join((stated or "").split())
    return "" if _NO_TITLE.match(title) else title


def propose_metadata(
    document: Document, about: Mapping[str, str] | None = None, shown_title: str = ""
) -> Source:
    """The document's source with what it left open, where the document tells.

    Args:
        about: the file's own metadata, keys in lower case (``title``, ``author``,
            ``creationdate``).
        shown_title: the title as the first page shows it, where the layout tells.

    Returns:
        The source; its title is the file's name when nothing better was found.
    """
    about = about or {}
    source = without_placeholder(document.source)
    title = source.title or _title(document, about, shown_title)
    author = " ".join(about.get("author", "").split())
    return replace(
        source,
        title=title or source.file.stem,
        author=source.author or (author if author.lower().strip("()") not in _NO_AUTHOR else ""),
        publisher=source.publisher or _publisher(document),
        date=source.date or _date(document, about),
        language=source.language or detect(_running_text(document)),
    )


def _title(document: Document, about: Mapping[str, str], shown: str) -> str:
    stated = stated_title(about.get("title"))
    if 4 <= len(stated) <= _MAX_TITLE:
        return stated
    if shown:
        return shown[:_MAX_TITLE]
    for block in document.blocks[:_FIRST_BLOCKS]:
        if block.kind is BlockKind.HEADING and not block.number and len(block.text) >= 4:
            return block.text[:_MAX_TITLE]
    for block in document.blocks[:3]:
        if block.kind is BlockKind.PARAGRAPH and 4 <= len(block.text) <= 120:
            return block.text.rstrip(".")
    return ""


def _publisher(document: Document) -> str:
    """Who a colophon, at the front or at the end, names as publisher."""
    ends = [*document.blocks[:_FIRST_BLOCKS], *document.blocks[-_FIRST_BLOCKS:]]
    for block in ends:
        found = _PUBLISHER.search(block.text)
        if found and block.kind is not BlockKind.REFERENCE:
            return " ".join(found["name"].split()).rstrip(" -–")
    return ""


def _date(document: Document, about: Mapping[str, str]) -> str | None:
    """The first date on the first two pages or in the furniture, else the one that the last lines
    are signed with, else the day the file was made."""
    early = [
        block
        for block in document.blocks[:200]
        if block.kind is BlockKind.FURNITURE or (block.runs and block.runs[0].page <= 2)
    ]
    for pattern in _DATES[:-1]:
        for block in early[:_FIRST_BLOCKS]:
            if found := _dated(pattern, block):
                return found
    for block in early[:8]:
        if len(block.text) < _SHORT and (found := _dated(_DATES[-1], block)):
            return found
    for block in _colophon(document):
        if found := _dated(_DATES[-1], block) or _dated(_DATES[0], block):
            return found
    made = re.match(r"(?:D:)?((?:19|20)\d\d)-?(\d\d)-?(\d\d)", about.get("creationdate", ""))
    if not made:
        return None
    # A file that was made years after everything it speaks of is a copy, and its day tells nothing.
    years = [int(year) for block in document.blocks for year in _YEAR.findall(block.text)]
    past = [year for year in years if year <= int(made[1])]
    if past and max(past) < int(made[1]) - 1:
        return None
    return f"{made[1]}-{made[2]}-{made[3]}"


def _colophon(document: Document) -> list[Block]:
    """The short paragraphs at the very end, where a report is signed and dated."""
    text = [block for block in document.blocks if block.kind is not BlockKind.FURNITURE]
    return [
        block
        for block in text[-_LAST_BLOCKS:]
        if block.kind is BlockKind.PARAGRAPH and len(block.text) < _SHORT
    ]


def _dated(pattern: re.Pattern[str], block: Block) -> str | None:
    for match in pattern.finditer(block.text):
        parts = match.groupdict()
        year = parts["y"]
        year = f"20{year[1:]}" if len(year) == 3 else year
        month = _MONTHS[parts["m"].lower()] if parts.get("m") else int(parts["n"])
        if not parts.get("d"):
            return f"{year}-{month:02d}"
        try:
            return date(int(year), month, int(parts["d"])).isoformat()
        except ValueError:
            continue
    return None


def _running_text(document: Document) -> str:
    return " ".join(
        block.text
        for block in document.blocks[:200]
        if block.kind not in (BlockKind.REFERENCE, BlockKind.FURNITURE)
    )
