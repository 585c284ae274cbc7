"""Running headers, footers and page numbers, known by repetition and position."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from corpus.layout.line_numbers import line_numbers
from corpus.layout.positioned import Line, PositionedPage

MARGIN = 0.12
"""Share of the page height, above and below, in which furniture stands."""
REPEATS = 3
"""On so many pages a line must return; on all pages of a document that has fewer."""
SHARE = 0.25
"""... and on this share of the pages, headers of odd and even pages and of chapters included."""

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"\b[ivxlc]{1,7}\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"^(?:p(?:agina|age|\.)?\s*)?[-–—|]?\s*(\d{1,4}|[ivxlc]{1,7})\s*(?:[/|]|van|of)?\s*(\d{1,4})?\s*[-–—|]?$",
    re.IGNORECASE,
)
_NUMBER_AT_END = re.compile(r"^\d{1,4}\s+|\s+\d{1,4}$")
_LEAST_WORDS = 3
_STEADY = 2.0
"""Furniture stands at the same height on its pages, within so many points."""
_CLOSE = 0.55
"""A line that has the body this close, in font sizes, is part of it, repeated or not."""
_TOUCHING = 0.45
"""A repeated line that has other lines this close inside it is part of the body."""
_FAR = 1.2
"""A running header that never repeats stands at least this far from the body, in font sizes."""

Place = tuple[int, int]


def furniture(pages: Sequence[PositionedPage]) -> frozenset[Place]:
    """The lines that are furniture, as ``(page number, line position on the page)``.

    What returns in a margin on many pages is furniture; so is what stands in its place, in its
    print, on other pages (a running header that names the chapter); so is a page number alone.
    """
    seen: dict[tuple[str, int, int], set[int]] = defaultdict(set)
    candidates: list[tuple[PositionedPage, int, Line, str, int]] = []
    for page in pages:
        for position, line in enumerate(page.lines):
            zone = _zone(line, page)
            if zone:
                shape = _shape(line.text)
                seen[shape, zone, _height(line, page, zone)].add(page.number)
                candidates.append((page, position, line, shape, zone))
    needed = max(min(REPEATS, len(pages)), 2) if len(pages) > 1 else 99
    found: set[Place] = set()
    slots: Counter[tuple[int, int, int]] = Counter()
    for page, position, line, shape, zone in candidates:
        height = _height(line, page, zone)
        repeated = len(
            set().union(*(seen.get((shape, zone, height + step), ()) for step in (-1, 0, 1)))
        )
        often = repeated >= needed and repeated >= SHARE * min(len(pages), 40)
        untagged = bool(page.tags) and line.tag < 0
        alone = bool(_PAGE_NUMBER.match(line.text)) and _outermost(page, line)
        if often or (untagged and (repeated >= 2 or alone)) or (alone and len(pages) > 1):
            found.add((page.number, position))
            slots[_slot(line, zone)] += 1
    for page, position, line, _, zone in candidates:
        if _near(slots, line, zone) >= needed and _apart(page, line, zone, found, _CLOSE):
            found.add((page.number, position))
    found |= _varying(pages, candidates, found, needed)
    return frozenset((found - _in_body(pages, found)) | line_numbers(pages))


def _near(slots: Counter[tuple[int, int, int]], line: Line, zone: int) -> int:
    """How many lines stand in, or within a step of, the place of this one."""
    _, height, size = _slot(line, zone)
    return sum(slots[zone, height + step, size] for step in (-1, 0, 1))


def _varying(
    pages: Sequence[PositionedPage],
    candidates: Sequence[tuple[PositionedPage, int, Line, str, int]],
    found: set[Place],
    needed: int,
) -> set[Place]:
    """Running headers that name the chapter: never the same text, always the same place and print,
    no larger than the body, well away from it, on half of the pages."""
    body = Counter[float]()
    for page in pages:
        for line in page.lines:
            body[line.size] += len(line.text)
    usual = body.most_common(1)[0][0] if body else 0.0
    slots: Counter[tuple[int, int, int]] = Counter()
    counted: set[tuple[int, tuple[int, int, int]]] = set()
    apart: list[tuple[Place, Line, int]] = []
    for page, position, line, _, zone in candidates:
        place = (page.number, position)
        short = line.right - line.left < 0.7 * page.width
        if place in found or line.size > usual + 0.2 or not short:
            continue
        if _apart(page, line, zone, found, _FAR):
            slot = _slot(line, zone)
            slots[slot] += (page.number, slot) not in counted
            counted.add((page.number, slot))
            apart.append((place, line, zone))
    least = max(needed, REPEATS, len(pages) // 2)
    return {place for place, line, zone in apart if _near(slots, line, zone) >= least}


def _shape(text: str) -> str:
    """A line's text without what changes from page to page."""
    shape = _DIGITS.sub("#", text)
    if len(text) <= 12:
        shape = _ROMAN.sub("#", shape)
    return shape.casefold()


def _height(line: Line, page: PositionedPage, zone: int) -> int:
    """How far a line stands from its edge of the page, in steps of a few points."""
    return round((line.bottom if zone == 1 else page.height - line.bottom) / (2 * _STEADY))


def _slot(line: Line, zone: int) -> tuple[int, int, int]:
    """Where, and in what size, a line stands."""
    return zone, round(line.bottom / _STEADY), round(line.size * 2)


def _zone(line: Line, page: PositionedPage) -> int:
    """1 in the upper margin, 2 in the lower, 0 elsewhere."""
    if line.bottom <= page.height * MARGIN:
        return 1
    return 2 if line.top >= page.height * (1 - MARGIN) else 0


def _outermost(page: PositionedPage, line: Line) -> bool:
    """Whether nothing stands above it, or nothing below it, on the page."""
    others = [other for other in page.lines if other is not line]
    return all(other.top >= line.top - 1 for other in others) or all(
        other.bottom <= line.bottom + 1 for other in others
    )


def _apart(page: PositionedPage, line: Line, zone: int, found: set[Place], distance: float) -> bool:
    """Whether a line has only furniture outside it, and some distance to the body inside it."""
    body = [
        other
        for position, other in enumerate(page.lines)
        if other is not line
        and (page.number, position) not in found
        and abs(other.bottom - line.bottom) > 1
    ]
    if zone == 1:
        return all(other.top - line.bottom > distance * line.size for other in body)
    return all(line.top - other.bottom > distance * line.size for other in body)


def _in_body(pages: Sequence[PositionedPage], found: set[Place]) -> set[Place]:
    """Repeated lines that are no furniture after all: the body stands close to them, or outside
    them (the repeated header row of a table)."""
    wrong: set[Place] = set()
    for page in pages:
        own = [(p, line) for p, line in enumerate(page.lines) if (page.number, p) in found]
        if not own or len(own) == len(page.lines):
            continue
        body = [line for p, line in enumerate(page.lines) if (page.number, p) not in found]
        for position, line in own:
            zone = _zone(line, page)
            if zone == 1:
                nearest = min(other.top for other in body) - line.bottom
            else:
                nearest = line.top - max(other.bottom for other in body)
            if nearest < -0.5 * line.size or (
                nearest < _TOUCHING * line.size and not _PAGE_NUMBER.match(line.text)
            ):
                wrong.add((page.number, position))
    return wrong


def without_number(text: str) -> str:
    """A running header or footer without the page number before or after it, case folded."""
    return _NUMBER_AT_END.sub("", text).strip(" |–—-").casefold()


def running_texts(pages: Sequence[PositionedPage], aside: Collection[Place]) -> frozenset[str]:
    """What stands in the furniture of several pages, page numbers apart, where it is words."""
    counts = Counter(
        without_number(page.lines[position].text)
        for page in pages
        for position in range(len(page.lines))
        if (page.number, position) in aside
    )
    return frozenset(
        text
        for text, count in counts.items()
        if count >= REPEATS and len(text.split()) >= _LEAST_WORDS
    )


def labels(
    pages: Sequence[PositionedPage],
    set_aside: frozenset[tuple[int, int]],
    given: Sequence[str] | None = None,
) -> list[str | None]:
    """The printed label of every page.

    Labels that the file gives win, unless they are merely 1, 2, 3 … while other numbers are
    printed. Else the number in the furniture counts, where its distance to the page number is the
    same on most pages that print one; the pages between get theirs by the same distance.
    """
    printed: dict[int, list[int]] = {}
    roman: dict[int, list[int]] = defaultdict(list)
    for page in pages:
        numbers: list[int] = []
        for position, line in enumerate(page.lines):
            if (page.number, position) not in set_aside:
                continue
            numbers += [int(found) for found in _NUMBERS.findall(line.text)]
            match = _PAGE_NUMBER.match(line.text)
            if match and not match[1].isdigit() and (value := _from_roman(match[1])):
                roman[page.number].append(value)
        printed[page.number] = numbers
    trivial = [str(page.number) for page in pages]
    if given and list(given) != trivial:
        return list(given)
    distance = _usual_distance(printed)
    front = _usual_distance(roman, least=1)
    if distance is None and front is None:
        return list(given) if given else [None] * len(pages)
    last_roman = max(roman, default=0)
    found: list[str | None] = []
    for page in pages:
        if front is not None and page.number <= last_roman and page.number + front > 0:
            found.append(_roman(page.number + front))
        elif distance is not None and page.number + distance > 0:
            found.append(str(page.number + distance))
        else:
            found.append(None)
    return found


def _usual_distance(printed: Mapping[int, Sequence[int]], least: int = 2) -> int | None:
    """How far printed numbers lie from page numbers, where most pages that print one agree."""
    distances = Counter(
        number - page for page, numbers in printed.items() for number in set(numbers)
    )
    if not distances:
        return None
    distance, count = distances.most_common(1)[0]
    printing = sum(bool(numbers) for numbers in printed.values())
    return distance if count >= max(least, 0.5 * printing) else None


def _from_roman(text: str) -> int:
    """The value of a Roman number as page labels use them; 0 when it is none."""
    total = 0
    values = [_VALUES[letter] for letter in text.lower()]
    for value, following in itertools.zip_longest(values, values[1:], fillvalue=0):
        total += -value if value < following else value
    return total if _roman(total) == text.lower() else 0


def _roman(number: int) -> str:
    found = ""
    for value, letters in _STEPS:
        while number >= value:
            found += letters
            number -= value
    return found


_NUMBERS = re.compile(r"(?<![\d.,‘'’-])\d{1,4}(?![\d.,]\d)")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_STEPS = (
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
    (4, "iv"), (1, "i"),
)  # fmt: skip
