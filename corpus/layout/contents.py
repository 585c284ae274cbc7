"""The table of contents: it repeats the headings, and is no heading and no answer itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.layout.grouping import Group
from corpus.layout.headings import folded
from corpus.layout.positioned import PositionedPage

_TITLE = re.compile(
    r"^(?:inhoud(?:sopgave|stafel|soverzicht)?|(?:table of )?contents|table des matières|sommaire|"
    r"lijst (?:van|met) (?:tabellen|figuren)|list of (?:tables|figures))\s*:?$",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"(?:\.{2,}|…|\s)\s*(?:\d{1,4}|[ivxlc]{1,6})$", re.IGNORECASE)
_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}$|…{2,}\s*\d{1,4}$")
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s")
_MISSES = 2


def contents_entries(
    groups: Sequence[Group], levels: Mapping[int, int], pages: Mapping[int, PositionedPage]
) -> frozenset[int]:
    """Positions of the groups that make the table of contents, its title included.

    An entry ends in a page number, with a leader or after the title of a contents list, or repeats
    a heading of the document after such a title.
    """
    texts = [one.text(pages[one.page]).strip() for one in groups]
    titles = {folded(texts[position]) for position in levels}
    found: set[int] = set()
    position = 0
    while position < len(groups):
        if _LEADER.search(texts[position]):
            found.add(position)
        if not _TITLE.match(texts[position]):
            position += 1
            continue
        entries = _run(texts, position + 1, titles)
        if len(entries) >= 2:
            found.add(position)
            found.update(entries)
        position = max([position, *entries]) + 1
    return frozenset(found)


def _run(texts: Sequence[str], start: int, titles: set[str]) -> list[int]:
    """The entries from ``start`` on, until more than two groups in a row are none."""
    entries: list[int] = []
    pending: list[int] = []
    for position in range(start, len(texts)):
        text = texts[position]
        bare = _ENTRY.sub("", text).rstrip(" .")
        is_entry = len(text) < 400 and (
            bool(_ENTRY.search(text))
            or (folded(bare) in titles and bool(entries) and _follows(text, texts, position))
        )
        if is_entry:
            entries += [*pending, position]
            pending = []
        else:
            pending.append(position)
            if len(pending) > _MISSES or len(text) > 400:
                break
    return entries


def _follows(text: str, texts: Sequence[str], position: int) -> bool:
    """A title without a page number is an entry only while numbered entries go on around it."""
    following = texts[position + 1] if position + 1 < len(texts) else ""
    return bool(_NUMBERED.match(text)) and bool(_ENTRY.search(following))
