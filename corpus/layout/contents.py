"""The table of contents: it repeats the headings, and is no heading and no answer itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.layout.grouping import Group
from corpus.layout.headings import folded
from corpus.layout.positioned import Line, PositionedPage

CONTENTS_TITLE = re.compile(
    r"^(?:\d{1,2}\.?\s+)?(?:inhoud(?:sopgave|stafel|soverzicht)?|(?:table of )?contents|"
    r"table des matières|sommaire|"
    r"(?:lijst|overzicht) (?:van|met) (?:de )?(?:tabellen|figuren|afbeeldingen|grafieken|kaders)|"
    r"(?:tabellen|figuren)lijst|list of (?:tables|figures|boxes))\s*:?$",
    re.IGNORECASE,
)
_LAST = re.compile(r"\d{1,4}|[ivxlc]{1,6}", re.IGNORECASE)
_LEADER = re.compile(r"(?:\.\s?){4}|…{2}|_{4}")
_MISSES = 2
_HIGHEST = 3_000


@dataclass(frozen=True, slots=True)
class Contents:
    """Lines of contents lists.

    ``rows`` gives each line, as ``(page number, position on the page)``, the number of its entry;
    ``titles`` are the folded titles that the entries name.
    """

    rows: Mapping[tuple[int, int], int]
    titles: frozenset[str]


@dataclass(slots=True)
class _Row:
    """Lines beside one another on a page."""

    places: list[tuple[int, int]]
    last: Line
    text: str


@dataclass(slots=True)
class _Open:
    """A contents list while it is being read."""

    entries: list[list[_Row]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    pending: list[_Row] = field(default_factory=list)
    highest: int = 0
    heading: _Row | None = None


def contents_of(pages: Sequence[PositionedPage], aside: frozenset[tuple[int, int]]) -> Contents:
    """The lines that make contents lists, their titles included.

    An entry ends in a page number that is no lower than the one before it, and has a leader of dots
    or stands, with at most two lines without a number between, under the title of a contents list.
    """
    rows: dict[tuple[int, int], int] = {}
    titles: set[str] = set()
    state: _Open | None = None

    def close() -> None:
        nonlocal state
        if state is None:
            return
        if len(state.entries) >= 2:
            heading = [[state.heading]] if state.heading is not None else []
            for entry in [*heading, *state.entries]:
                number = len(set(rows.values()))
                rows.update((place, number) for row in entry for place in row.places)
            titles.update(state.titles)
        state = None

    for row in (row for page in pages for row in _rows(page, aside)):
        if CONTENTS_TITLE.match(row.text):
            close()
            state = _Open(heading=row)
            continue
        entry = _entry(row.text)
        leader = bool(entry and _LEADER.search(row.text))
        if state is None and leader:
            state = _Open()
        if state is None:
            continue
        number = int(entry[1]) if entry and entry[1].isdigit() else 0
        fits = leader or number == 0 or state.highest <= number <= _HIGHEST
        if entry and fits and len(row.text) < 300:
            state.entries.append([*state.pending, row])
            whole = " ".join([*(one.text for one in state.pending), entry[0]])
            state.titles += [folded(whole), folded(entry[0])]
            state.pending = []
            state.highest = max(state.highest, number)
            continue
        state.pending.append(row)
        if len(state.pending) > _MISSES or len(row.text) > 300:
            close()
    close()
    return Contents(rows, frozenset(title.rstrip(" .…_") for title in titles))


def _entry(text: str) -> tuple[str, str] | None:
    """A contents entry's title and page number, if it is one."""
    title, _, number = text.rpartition(" ")
    if not number.isalnum():
        # The leader may be glued to the number.
        bare = number.lstrip("._…·")
        title, number = f"{title} {number[: len(number) - len(bare)]}", bare
    title = title.rstrip(" ._…·")
    if not _LAST.fullmatch(number) or not any(character.isalpha() for character in title):
        return None
    return title, number


def _rows(page: PositionedPage, aside: frozenset[tuple[int, int]]) -> list[_Row]:
    found: list[_Row] = []
    for position, line in enumerate(page.lines):
        place = (page.number, position)
        if place in aside:
            continue
        before = found[-1] if found else None
        if (
            before is not None
            and abs(before.last.bottom - line.bottom) < 0.4 * line.size
            and line.left > before.last.right - 1
        ):
            before.places.append(place)
            before.last = line
            before.text = f"{before.text} {line.text}"
        else:
            found.append(_Row([place], line, line.text))
    return found


def repeated_titles(groups: Sequence[Group], levels: Mapping[int, int]) -> frozenset[int]:
    """Positions of the groups that make a contents list without page numbers, its title included:
    two or more in a row that repeat headings which come later."""
    texts = [folded(one.text) for one in groups]
    later: dict[str, int] = {}
    for position in levels:
        later[texts[position]] = max(position, later.get(texts[position], 0))
    found: set[int] = set()
    for position, one in enumerate(groups):
        if not CONTENTS_TITLE.match(one.text):
            continue
        entries = []
        for at in range(position + 1, len(groups)):
            if later.get(texts[at], -1) <= at:
                break
            entries.append(at)
        if len(entries) >= 2:
            found.update((position, *entries))
    return frozenset(found)
