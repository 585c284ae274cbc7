"""Running headers, footers and page numbers, known by repetition and position."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

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
_STEADY = 2.0
"""Furniture stands at the same height on its pages, within so many points."""
_CLOSE = 0.55
"""A line that has the body this close, in font sizes, is part of it, repeated or not."""

Place = tuple[int, int]


def furniture(pages: Sequence[PositionedPage]) -> frozenset[Place]:
    """The lines that are furniture, as ``(page number, line position on the page)``.

    What returns in a margin on many pages is furniture; so is what stands in its place, in its
    print, on other pages (a running header that names the chapter); so is a page number alone.
    """
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    candidates: list[tuple[PositionedPage, int, Line, str, int]] = []
    for page in pages:
        for position, line in enumerate(page.lines):
            zone = _zone(line, page)
            if zone:
                shape = _shape(line.text)
                seen[shape, zone].add(page.number)
                candidates.append((page, position, line, shape, zone))
    needed = max(min(REPEATS, len(pages)), 2) if len(pages) > 1 else 99
    found: set[Place] = set()
    slots: Counter[tuple[int, int, int]] = Counter()
    for page, position, line, shape, zone in candidates:
        repeated = len(seen[shape, zone])
        often = repeated >= needed and repeated >= SHARE * min(len(pages), 40)
        untagged = bool(page.tags) and line.tag < 0
        alone = bool(_PAGE_NUMBER.match(line.text)) and _outermost(page, line)
        if often or (untagged and (repeated >= 2 or alone)) or (alone and len(pages) > 1):
            found.add((page.number, position))
            slots[_slot(line, zone)] += 1
    for page, position, line, _, zone in candidates:
        key = _slot(line, zone)
        near = sum(slots[zone, key[1] + step, key[2]] for step in (-1, 0, 1))
        if near >= needed and _apart(page, line, zone, found):
            found.add((page.number, position))
    return frozenset(found - _in_body(pages, found))


def _shape(text: str) -> str:
    """A line's text without what changes from page to page."""
    shape = _DIGITS.sub("#", text)
    if len(text) <= 12:
        shape = _ROMAN.sub("#", shape)
    return shape.casefold()


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


def _apart(page: PositionedPage, line: Line, zone: int, found: set[Place]) -> bool:
    """Whether a line has only furniture outside it, and some distance to the body inside it."""
    body = [
        other
        for position, other in enumerate(page.lines)
        if other is not line
        and (page.number, position) not in found
        and abs(other.bottom - line.bottom) > 1
    ]
    if zone == 1:
        return all(other.top - line.bottom > _CLOSE * line.size for other in body)
    return all(line.top - other.bottom > _CLOSE * line.size for other in body)


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
                nearest < 0.2 * line.size and not _PAGE_NUMBER.match(line.text)
            ):
                wrong.add((page.number, position))
    return wrong


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
