"""Numbers of lines in the margin, as drafts of laws have them: they stand in no sentence."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from corpus.layout.positioned import Line, PositionedPage, line_of

_APART = 6.0
"""They stand at least this far outside the text, in points."""
_LEAST = 4
"""So many in a row, on as many pages as they like, with one distance between their numbers."""
_LONGEST = 4
_EVERY_LINE = 2.8
"""Numbers that count every line stand no further apart than this many of their own font sizes."""


def with_numbers_apart(pages: Sequence[PositionedPage]) -> list[PositionedPage]:
    """The pages, numbers of lines in the left margin cut from the lines that they stand before."""
    cut: list[PositionedPage] = []
    any_cut = False
    for page in pages:
        numbered = [line for line in page.lines if _begins_with_number(line)]
        edge = _text_edge(page) if numbered else 0.0
        outside = {
            line.start
            for line in numbered
            if line.words[0].right < edge - _APART and abs(line.words[1].left - edge) < _APART
        }
        if not outside:
            cut.append(page)
            continue
        lines: list[Line] = []
        for line in page.lines:
            if line.start in outside:
                rest = line_of(line.words[1:], page.text)
                lines.append(line_of(line.words[:1], page.text))
                lines.append(rest._replace(dotted=line.dotted, marked=line.marked))
            else:
                lines.append(line)
        cut.append(replace(page, lines=tuple(lines)))
        any_cut = True
    return cut if any_cut and line_numbers(cut) else list(pages)


def _begins_with_number(line: Line) -> bool:
    if not line.text[0].isdecimal():
        return False
    first = line.words[0]
    return (
        len(line.words) > 1
        and first.end - first.start <= _LONGEST
        and line.text[: first.end - first.start].isdecimal()
    )


def _text_edge(page: PositionedPage) -> float:
    """Where most lines that begin with no number begin."""
    lefts = Counter(round(line.left) for line in page.lines if not line.text[0].isdigit())
    return float(lefts.most_common(1)[0][0]) if lefts else 0.0


def line_numbers(pages: Sequence[PositionedPage]) -> frozenset[tuple[int, int]]:
    """The lines that number other lines, as ``(page number, line position on the page)``.

    Such a number stands alone outside the text, beside a line of it, and counts on by the same step
    from one to the next, or begins again on a page.
    """
    found = [(page.number, position, line) for page in pages for position, line in _beside(page)]
    steps: list[int] = []
    heights: list[float] = []
    for (page_before, _, before), (page_after, _, after) in itertools.pairwise(found):
        step = int(after.text) - int(before.text)
        if page_before == page_after:
            heights.append((after.bottom - before.bottom) / max(after.size, 1))
        if page_before == page_after or step > 0:
            steps.append(step)
    if len(steps) < _LEAST - 1 or not min(steps) == max(steps) > 0:
        return frozenset()
    if steps[0] == 1 and (not heights or median(heights) > _EVERY_LINE):
        # They count paragraphs, and are part of what they say.
        return frozenset()
    return frozenset((page, position) for page, position, _ in found)


def _beside(page: PositionedPage) -> list[tuple[int, Line]]:
    """Numbers alone in the margin with text on their baseline, from top to bottom."""
    numbers = [
        (position, line)
        for position, line in enumerate(page.lines)
        if line.text[0].isdecimal() and len(line.text) <= _LONGEST and line.text.isdecimal()
    ]
    if not numbers:
        return []
    text = [line for line in page.lines if not line.text.isdecimal()]
    left = min((line.left for line in text), default=0.0)
    right = max((line.right for line in text), default=0.0)
    baselines = {round(line.words[-1].baseline) + step for line in text for step in (-1, 0, 1)}
    outside = [
        (position, line)
        for position, line in numbers
        if (line.right < left - _APART or line.left > right + _APART)
        and round(line.words[0].baseline) in baselines
    ]
    return sorted(outside, key=lambda one: one[1].bottom)
