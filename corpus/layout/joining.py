"""Paragraphs made whole again over footnotes, columns and pages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.document import BlockKind
from corpus.layout.building import Draft
from corpus.layout.endings import ended, open_ended, unclosed, wanting
from corpus.layout.footnotes import SMALLER, reach_of_body
from corpus.layout.grouping import Group, marked
from corpus.layout.headings import body_size
from corpus.layout.references import OPENS

_ADDRESS = re.compile(r"<?(?:https?://|www\.|doi:)", re.IGNORECASE)
_PASSED_OVER = frozenset((BlockKind.FOOTNOTE, BlockKind.FURNITURE))
_FLOATS = frozenset((BlockKind.CAPTION, BlockKind.TABLE_ROW))
_JOINABLE = frozenset(
    (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.REFERENCE)
)
_INITIAL = 1.8
"""A large first letter is set so many times the size of its text."""
_SENTENCE = 5
"""Fewer words are rather a label than the beginning of a sentence ..."""
_BEYOND = 0.55
"""... and so are those that fill less of the column than this."""
_USUAL = 30
"""A column is taken to be at least this many font sizes wide: one line alone does not tell."""
_NEAR = 2.5
"""The rest of a sentence stands no further below it than this many font sizes."""


def join(drafts: Sequence[Draft]) -> list[Draft]:
    """Joins a paragraph to the one it was torn from.

    The two stand on neighbouring pages or have a footnote between them; the first does not end a
    sentence, and the second goes on in lower case, or the first ends in a word that cannot end, or
    its last line runs to the right margin. A footnote goes on at the top of the next page in small
    print without a mark of its own.
    """
    groups = [one for draft in drafts for one in draft.groups]
    print_ = _Print(body_size(groups), reach_of_body(groups, body_size(groups)))
    joined: list[Draft] = []
    for draft in drafts:
        if joined and _initial(joined[-1], draft):
            joined[-1].initial = True
            joined[-1].groups.extend(draft.groups)
            continue
        before = _torn_from(joined, draft, print_)
        if before is None:
            joined.append(draft)
        else:
            here = before.last.page == draft.groups[0].page
            before.torn = here and not _other_column(before.last, draft.groups[0])
            before.groups.extend(draft.groups)
    return joined


def _initial(before: Draft, draft: Draft) -> bool:
    """Whether a draft is one large letter and the next one the rest of its word, beside it."""
    if draft.kind is not BlockKind.PARAGRAPH or len(before.groups) != 1 or before.initial:
        return False
    letter, rest = before.groups[0], draft.groups[0]
    return (
        len(letter.text) == 1
        and letter.text.isupper()
        and letter.size > _INITIAL * rest.size
        and letter.page == rest.page
        and rest.text[0].islower()
        and letter.top < rest.lines[0].bottom < letter.bottom + rest.size
        and -rest.size < rest.left - letter.right < 2 * rest.size
    )


@dataclass(frozen=True, slots=True)
class _Print:
    """The size of the body, and how far down it reaches on each page, in points."""

    body: float
    lowest: Mapping[int, float]


def _torn_from(joined: Sequence[Draft], draft: Draft, print_: _Print) -> Draft | None:
    if not joined or not draft.groups:
        return None
    first = draft.groups[0]
    if draft.kind is BlockKind.REFERENCE:
        return _entry_of_address(joined, first) or _torn_entry(joined, first)
    if draft.kind is BlockKind.QUOTE:
        return _torn_quote(joined, first)
    if draft.kind is not BlockKind.PARAGRAPH:
        return None
    note = _unfinished_note(joined, first, print_)
    if note is not None:
        return note
    interrupted = floated = False
    strewn: set[int] = set()
    for before in reversed(joined):
        if before.kind in _PASSED_OVER:
            interrupted = True
            continue
        if _floats(before, draft):
            if draft.boxed:
                return None
            interrupted = floated = True
            continue
        if before.kind not in _JOINABLE or not before.groups:
            return None
        if _only_addresses(first) and not open_ended(before.last.text):
            return None
        if _only_addresses(before.last) and before.kind is BlockKind.PARAGRAPH:
            interrupted = True
            strewn.add(before.last.page)
            continue
        # A page that holds nothing but addresses does not count.
        between = range(before.last.page + 1, first.page)
        apart = first.page - before.last.page - sum(page in strewn for page in between)
        torn = apart == 1 or interrupted or _other_column(before.last, first)
        if apart > 1:
            return None
        if not torn and before.torn and not ended(before.last.text):
            # A sentence that was set in two paragraphs, and has not ended, goes on in a third.
            return before if _beneath(before.last, first) and not marked(first.text) else None
        if not torn and not _cut_short(before.last, first):
            return None
        if abs(before.last.size - first.size) > 0.6:
            return None
        if floated:
            broken = not ended(before.last.text)
            goes_on = first.text[0].islower() or open_ended(before.last.text)
            return before if broken and goes_on else None
        return before if _goes_on(before, first) else None
    return None


def _floats(before: Draft, draft: Draft) -> bool:
    """Whether what stands before a draft may have been set in the middle of its sentence: a box, a
    table, a whole quotation."""
    if before.kind is BlockKind.QUOTE and before.groups:
        return ended(before.last.text) or before.last.text[-1] in '”"’»'
    return before.kind in _FLOATS or before.boxed != draft.boxed


def _only_addresses(one: Group) -> bool:
    """Whether a group holds web addresses and no words: what a page left over of its links."""
    return all(_ADDRESS.match(word) for word in one.text.split())


def _entry_of_address(joined: Sequence[Draft], first: Group) -> Draft | None:
    """The reference that an address on its own belongs to: the one before, if it has none."""
    if not _ADDRESS.match(first.text):
        return None
    for before in reversed(joined):
        if before.kind in _PASSED_OVER:
            continue
        alone = before.kind is BlockKind.REFERENCE and not any(
            _ADDRESS.search(one.text) for one in before.groups
        )
        return before if alone else None
    return None


def _torn_entry(joined: Sequence[Draft], first: Group) -> Draft | None:
    """The reference that a page or a column break cut off from ``first``, its rest."""
    before = next((one for one in reversed(joined) if one.kind not in _PASSED_OVER), None)
    if before is None or before.kind is not BlockKind.REFERENCE or OPENS.match(first.text):
        return None
    hangs = not _other_column(before.last, first) and first.left > before.groups[0].left + 6
    if not _next_place(before.last, first):
        return before if hangs and first.page == before.last.page else None
    begun = first.text[0].islower() or first.text[0].isdigit()
    return before if hangs or begun or not ended(before.last.text) else None


def _torn_quote(joined: Sequence[Draft], first: Group) -> Draft | None:
    """The quotation that a page or a column break cut off from ``first``, its rest."""
    before = next((one for one in reversed(joined) if one.kind not in _PASSED_OVER), None)
    if before is None or before.kind is not BlockKind.QUOTE or first.kinds:
        return None
    closed = before.last.italic and before.last.text[-1] in '”"’»'
    return before if _next_place(before.last, first) and not closed else None


def _next_place(before: Group, first: Group) -> bool:
    return first.page == before.page + 1 or _other_column(before, first)


def _unfinished_note(joined: Sequence[Draft], first: Group, print_: _Print) -> Draft | None:
    """The last footnote of the page before, when ``first`` is its rest: small print without a mark,
    at the top of this page, or below the body before the notes of this page."""
    if first.size >= print_.body * SMALLER:
        return None
    below = first.top >= print_.lowest.get(first.page, 0.0) - 1
    for before in reversed(joined):
        if before.kind is BlockKind.FURNITURE:
            continue
        if before.kind is not BlockKind.FOOTNOTE:
            if below and before.groups and before.last.page == first.page:
                continue
            if below and before.parts and before.last_page == first.page:
                continue
            return None
        apart = first.page - before.last.page
        if apart not in (0, 1) or abs(before.last.size - first.size) >= 0.6:
            return None
        unfinished = not ended(before.last.text)
        return before if unfinished or (apart == 1 and below) else None
    return None


def _goes_on(before: Draft, first: Group) -> bool:
    text = before.last.text
    following = first.text
    if not text or not following:
        return False
    if ended(text):
        return before.kind is BlockKind.PARAGRAPH and _filled(before.last, first)
    if following[0].islower() or text.endswith("-") or open_ended(text) or wanting(text):
        return True
    if unclosed(text):
        return True
    if before.kind is not BlockKind.PARAGRAPH or before.last.bold != first.bold:
        return False
    # Neither line tells: a last line that runs to the margin was not the end of its paragraph, and
    # a parenthesis begins none.
    lines = before.last.lines
    full = lines[-1].right >= before.last.right - 0.5 * before.last.size
    opening = following[0].isupper() or following[0].isdigit() or following[0] in '“"‘'
    return len(lines) > 1 and (following[0] == "(" or (full and opening))


def _filled(before: Group, first: Group) -> bool:
    """Whether a sentence ends just where its line was full, and a paragraph seldom does: the next
    word would not have fitted behind it, and what follows is not set in as a new paragraph is."""
    if len(before.lines) < 3 or len(first.lines) < 2 or before.bold != first.bold:
        return False
    if before.text.endswith(":") or first.lines[0].left > first.lines[1].left + 2:
        return False
    next_word = first.lines[0].words[0]
    room = before.right - before.lines[-1].right
    return room < next_word.right - next_word.left + 0.25 * before.size


def _cut_short(before: Group, first: Group) -> bool:
    """Whether two neighbours on one page are halves of a sentence: the first breaks off at a word
    that cannot end it, at the right margin, or, where it began as sentences do, beyond the middle
    of the column, and the second goes on in lower case where it began; in capitals only after a
    word that wants another."""
    text = before.text
    if ended(text) or marked(first.text):
        return False
    lines = before.lines
    if not first.text[0].islower():
        return wanting(text) and len(text.split()) >= _SENTENCE and _beneath(before, first)
    if open_ended(text) or (len(lines) > 1 and lines[-1].right >= before.right - before.size):
        return True
    width = max(before.right, first.right) - before.left
    begun = not text[0].islower() and len(text.split()) >= _SENTENCE
    near = 0 < first.top - before.bottom < _NEAR * before.size
    beneath = near and abs(first.left - before.left) < 3 * before.size
    return (
        begun
        and beneath
        and lines[-1].right - before.left > _BEYOND * max(width, _USUAL * before.size)
    )


def _beneath(before: Group, first: Group) -> bool:
    last = before.lines[-1]
    near = 0 < first.top - last.bottom < _NEAR * before.size
    return near and abs(first.left - last.left) < 3 * before.size


def _other_column(before: Group, first: Group) -> bool:
    """Whether the text goes on at the top of a column to the right."""
    return first.page == before.page and first.top < before.top and first.left > before.right - 5
