"""How much to quote: the sentence that answers with what it needs, or the whole list."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.extracting.evidence import Unit, Weighed
from corpus.document import BlockKind
from indexing.passage import Passage

# Openings that point back at the sentence before.
_LEANS_BACK = re.compile(
    r"^\W*(?:deze|dit|dat|die|daar(?:mee|van|door|bij|in|voor|om|naast)?|hier(?:mee|van|door"
    r"|bij|in|voor)?|zij|ze|hij|het|hun|zo|ook|echter|toch|bovendien|verder|immers|beide"
    r"|laatst\w*|dezelfde|zulke|wel|maar"
    r"|this|that|these|those|it|its|they|their|he|she|however|also|such|both|the latter"
    r"|therefore|but|moreover)\b",
    re.IGNORECASE,
)


_SHORT_PARAGRAPH = 45  # words


@dataclass(frozen=True, slots=True)
class Extract:
    """What is shown of a passage: ``passage.text[start:end]``; ``items`` are the spans of a list's
    items when it is one, ``lead`` that of its lead-in."""

    passage: Passage
    start: int
    end: int
    score: float
    lead: tuple[int, int] | None = None
    items: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The clean text, parts joined by a space."""
        return " ".join(self.passage.text[self.start : self.end].split())

    @property
    def words(self) -> int:
        """How many words it takes."""
        return len(self.passage.text[self.start : self.end].split())

    def holds(self, unit: Unit) -> bool:
        """Whether it shows that unit, whole."""
        same = self.passage.id == unit.passage.id
        return same and self.start <= unit.start and unit.end <= self.end


def window(best: Weighed, siblings: tuple[Weighed, ...], words: int) -> Extract:
    """The best unit with its neighbours in the passage, up to ``words`` words.

    What the sentence leans on comes first, then the neighbour with more of the question in it; a
    part that is no running text (a heading, a row) is not drawn in.
    """
    if all(item.unit.start != best.unit.start for item in siblings):
        siblings = (*siblings, best)  # it was found for another question than they were
    ordered = sorted(siblings, key=lambda item: item.unit.start)
    at = next(n for n, item in enumerate(ordered) if item.unit.start == best.unit.start)
    first = last = at
    total = len(best.unit.text.split())
    while True:
        before = _joinable(ordered, first - 1, best.unit)
        after = _joinable(ordered, last + 1, best.unit)
        choice = _choose(ordered[first], ordered[last], before, after, (at - first, last - at))
        if choice is None:
            break
        size = len(choice.unit.text.split())
        if total + size > words and not (choice is before and leans_back(ordered[first].unit.text)):
            other = after if choice is before else before
            if other is None or total + len(other.unit.text.split()) > words:
                break
            choice, size = other, len(other.unit.text.split())
        if total + size > words * 1.5:
            break
        total += size
        if choice is before:
            first -= 1
        else:
            last += 1
    return Extract(best.unit.passage, ordered[first].unit.start, ordered[last].unit.end, best.score)


def _joinable(ordered: list[Weighed], position: int, best: Unit) -> Weighed | None:
    if not 0 <= position < len(ordered):
        return None
    item = ordered[position]
    if item.unit.kind in (BlockKind.HEADING, BlockKind.TABLE_ROW, BlockKind.CAPTION):
        return None
    return item if item.unit.passage.id == best.passage.id else None


def _choose(
    first: Weighed,
    last: Weighed,
    before: Weighed | None,
    after: Weighed | None,
    taken: tuple[int, int],
) -> Weighed | None:
    """The next neighbour to draw in; ``taken`` are how many stand before and after the best."""
    if before is None or after is None:
        return before or after
    if leans_back(first.unit.text):
        return before
    if last.unit.text.rstrip().endswith(":"):
        return after
    if taken[0] != taken[1]:
        return before if taken[0] < taken[1] else after
    return before if before.own > after.own + 0.1 else after


def unshown(new: Extract, shown: Sequence[Extract]) -> tuple[Extract, ...]:
    """What of an extract is not among those ``shown``: all of it, running text without what is
    there, or nothing; of a list that is there in part, nothing."""
    left = [new]
    for old in shown:
        if old.passage.id != new.passage.id or old.start >= new.end or new.start >= old.end:
            continue
        if new.items or old.items:
            return ()
        left = [
            replace(piece, start=start, end=end)
            for piece in left
            for start, end in (
                (piece.start, min(piece.end, old.start)),
                (max(piece.start, old.end), piece.end),
            )
            if piece.passage.text[start:end].strip()
        ]
    return tuple(left)


def leans_back(text: str) -> bool:
    """Whether a sentence opens with a word that points back at the one before."""
    return bool(_LEANS_BACK.match(text))


def is_list(passage: Passage) -> bool:
    """Whether the passage holds a list of at least two items, or an outline of headings."""
    return len(_item_parts(passage)) >= 2


def _item_parts(passage: Passage) -> list[int]:
    items = [n for n, part in enumerate(passage.parts) if part.kind is BlockKind.LIST_ITEM]
    if items:
        return items
    if passage.kind is BlockKind.HEADING:
        return list(range(1, len(passage.parts)))
    return []


def whole_list(
    passage: Passage,
    score: float,
    around: Callable[[int, int], tuple[Passage, ...]],
) -> tuple[Extract, ...]:
    """The whole list that ``passage`` holds, with what came before and after it in other passages.

    ``around(first, last)`` gives the document's passages with those ordinals.
    """
    found = [list_extract(passage, score)]
    for neighbour in around(passage.ordinal + 1, passage.ordinal + 3):
        if not _goes_on(passage, neighbour):
            break
        found.append(list_extract(neighbour, score))
    last = found[-1].passage
    if any(passage.text[part.start : part.end].endswith(";") for part in passage.parts):
        # The last item may have lost its mark to the layout: a short paragraph right below.
        found.extend(
            Extract(after, 0, after.parts[0].end, score)
            for after in around(last.ordinal + 1, last.ordinal + 1)
            if after.kind is BlockKind.PARAGRAPH
            and after.section == last.section
            and len(after.text.split()) <= _SHORT_PARAGRAPH
        )
    if passage.caption and passage.kind is BlockKind.LIST_ITEM:
        for neighbour in reversed(around(max(passage.ordinal - 3, 0), passage.ordinal - 1)):
            if not _goes_on(neighbour, passage):
                break
            found.insert(0, list_extract(neighbour, score))
    return tuple(found)


def _goes_on(before: Passage, after: Passage) -> bool:
    """Whether ``after`` carries the list of ``before`` on (a long list is cut in pieces)."""
    return (
        before.kind is BlockKind.LIST_ITEM
        and after.kind is BlockKind.LIST_ITEM
        and before.section == after.section
        and bool(after.caption)
        and (after.caption == before.caption or before.text.startswith(after.caption))
    )


def list_extract(passage: Passage, score: float) -> Extract:
    """The list that a passage holds: its lead-in and its items."""
    numbers = _item_parts(passage)
    first = passage.parts[0]
    lead = None if 0 in numbers else (first.start, passage.parts[numbers[0] - 1].end)
    return Extract(
        passage,
        passage.parts[0].start,
        passage.parts[numbers[-1]].end,
        score,
        lead,
        tuple((passage.parts[n].start, passage.parts[n].end) for n in numbers),
    )
