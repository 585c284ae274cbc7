"""Paragraphs made whole again over footnotes, columns and pages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.document import BlockKind
from corpus.layout.building import Draft
from corpus.layout.footnotes import SMALLER
from corpus.layout.grouping import Group
from corpus.layout.headings import body_size
from corpus.layout.positioned import PositionedPage

_ENDED = re.compile(r"[.!?:;…][)\]»”\"'’]*[⁰¹²³⁴-⁹\d]{0,3}$")
_OPEN = re.compile(
    r"(?:[,(/–-]|\b(?:de|het|een|en|of|van|in|op|met|voor|door|aan|bij|tot|te|dat|die|als|naar|om|"
    r"the|a|an|and|or|of|to|for|with|by|from|that|which|et|la|le|les|des|du))$",
    re.IGNORECASE,
)
_PASSED_OVER = frozenset((BlockKind.FOOTNOTE, BlockKind.FURNITURE))
_JOINABLE = frozenset(
    (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.REFERENCE)
)


def join(drafts: Sequence[Draft], pages: Mapping[int, PositionedPage]) -> list[Draft]:
    """Joins a paragraph to the one it was torn from.

    The two stand on neighbouring pages or have a footnote between them; the first does not end a
    sentence, and the second goes on in lower case, or the first ends in a word that cannot end, or
    its last line runs to the right margin. A footnote goes on at the top of the next page in small
    print without a mark of its own.
    """
    body = body_size([one for draft in drafts for one in draft.groups])
    joined: list[Draft] = []
    for draft in drafts:
        before = _torn_from(joined, draft, pages, body)
        if before is None:
            joined.append(draft)
        else:
            before.groups.extend(draft.groups)
    return joined


def _torn_from(
    joined: Sequence[Draft], draft: Draft, pages: Mapping[int, PositionedPage], body: float
) -> Draft | None:
    if draft.kind is not BlockKind.PARAGRAPH or not joined:
        return None
    first = draft.groups[0]
    note = _unfinished_note(joined, first, pages, body)
    if note is not None:
        return note
    interrupted = False
    for before in reversed(joined):
        if before.kind in _PASSED_OVER:
            interrupted = True
            continue
        if before.kind not in _JOINABLE or not before.groups:
            return None
        apart = first.page - before.last.page
        if apart > 1 or not (apart == 1 or interrupted or _other_column(before.last, first)):
            return None
        if abs(before.last.size - first.size) > 0.6:
            return None
        return before if _goes_on(before, first, pages) else None
    return None


def _unfinished_note(
    joined: Sequence[Draft], first: Group, pages: Mapping[int, PositionedPage], body: float
) -> Draft | None:
    """The last footnote of the page before, when ``first`` is its rest at the top of this page."""
    if first.size >= body * SMALLER:
        return None
    for before in reversed(joined):
        if before.kind is BlockKind.FURNITURE:
            continue
        if before.kind is not BlockKind.FOOTNOTE:
            return None
        text = before.last.text(pages[before.last.page]).rstrip()
        same_size = abs(before.last.size - first.size) < 0.6
        if first.page - before.last.page in (0, 1) and same_size and not _ENDED.search(text):
            return before
        return None
    return None


def _goes_on(before: Draft, first: Group, pages: Mapping[int, PositionedPage]) -> bool:
    text = before.last.text(pages[before.last.page]).rstrip()
    following = first.text(pages[first.page]).lstrip()
    if not text or not following or _ENDED.search(text):
        return False
    if following[0].islower() or text.endswith("-") or _OPEN.search(text):
        return True
    if before.kind is not BlockKind.PARAGRAPH or before.last.bold != first.bold:
        return False
    # Neither line tells: a last line that runs to the margin was not the end of its paragraph.
    lines = before.last.lines
    return (
        len(lines) > 1
        and lines[-1].right >= before.last.right - 0.5 * before.last.size
        and (following[0].isupper() or following[0].isdigit() or following[0] in '(“"‘')
    )


def _other_column(before: Group, first: Group) -> bool:
    """Whether the text goes on at the top of a column to the right."""
    return first.page == before.page and first.top < before.top and first.left > before.right - 5
