"""Running headers, footers and page numbers, known by repetition and position."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from corpus.layout.positioned import Line, PositionedPage

MARGIN = 0.12
"""Share of the page height, above and below, in which furniture stands."""
REPEATS = 3
"""On so many pages a line must return; on all pages of a document that has fewer."""
SHARE = 0.25
"""... and on this share of the pages, headers of odd and even pages and of chapters included."""

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^(?:p(?:agina|age|\.)?\s*)?[-–—|]?\s*(\d{1,4}|[ivxlc]{1,7})\s*(?:[/|]|van|of)?\s*(\d{1,4})?\s*[-–—|]?$",
    re.IGNORECASE,
)


def furniture(pages: Sequence[PositionedPage]) -> frozenset[tuple[int, int]]:
    """The lines that are furniture, as ``(page number, line position on the page)``."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    candidates = []
    for page in pages:
        for position, line in enumerate(page.lines):
            zone = _zone(line, page)
            if zone:
                shape = _DIGITS.sub("#", " ".join(page.words_of(line).split())).casefold()
                seen[shape, zone].add(page.number)
                candidates.append((page, position, line, shape, zone))
    needed = max(min(REPEATS, len(pages)), 2) if len(pages) > 1 else 99
    found = set()
    for page, position, line, shape, zone in candidates:
        repeated = len(seen[shape, zone])
        often = repeated >= needed and repeated >= SHARE * min(len(pages), 40)
        untagged = bool(page.tags) and line.tag < 0
        alone = bool(_PAGE_NUMBER.match(page.words_of(line).strip())) and _outermost(page, line)
        if often or (untagged and (repeated >= 2 or alone)) or (alone and len(pages) > 1):
            found.add((page.number, position))
    return frozenset(found)


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
    roman: dict[int, str] = {}
    for page in pages:
        numbers = []
        for position, line in enumerate(page.lines):
            if (page.number, position) not in set_aside:
                continue
            text = page.words_of(line).strip()
            numbers += [
                int(found) for found in re.findall(r"(?<![\d.,‘'’-])\d{1,4}(?![\d.,]\d)", text)
            ]
            match = _PAGE_NUMBER.match(text)
            if match and not match[1].isdigit():
                roman[page.number] = match[1]
        printed[page.number] = numbers
    distances = Counter(
        number - page for page, numbers in printed.items() for number in set(numbers)
    )
    trivial = [str(page.number) for page in pages]
    if given and list(given) != trivial:
        return list(given)
    if distances:
        distance, count = distances.most_common(1)[0]
        if count >= max(2, 0.5 * sum(bool(numbers) for numbers in printed.values())):
            return [
                roman.get(page.number)
                or (str(page.number + distance) if page.number + distance > 0 else None)
                for page in pages
            ]
    return list(given) if given else [None] * len(pages)
