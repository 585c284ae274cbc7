"""The title as the first page shows it: what is set largest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.layout.contents import CONTENTS_TITLE
from corpus.layout.positioned import Line, PositionedPage

_LARGER = 1.25
_MOST_WORDS = 30
_LEAST_LETTERS = 4


def shown_title(pages: Sequence[PositionedPage]) -> str:
    """The title on the first of the pages that holds text; empty when no print stands out.

    A title may take several lines, one under another, in the same print.
    """
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    first = next((page for page in pages if page.lines), None)
    if first is None:
        return ""
    body = sizes.most_common(1)[0][0]
    candidates = [
        line
        for line in first.lines
        if sum(c.isalpha() for c in line.text) >= 2 and not CONTENTS_TITLE.match(line.text)
    ]
    largest = max((line.size for line in candidates), default=0.0)
    if largest < body * _LARGER:
        return ""
    lines = [line for line in candidates if line.size > largest - 0.6]
    lines = lines[
        : next((at for at in range(1, len(lines)) if not _follows(lines, at)), len(lines))
    ]
    title = " ".join(line.text for line in lines)
    fits = len(title.split()) <= _MOST_WORDS
    return title if fits and sum(c.isalpha() for c in title) >= _LEAST_LETTERS else ""


def _follows(lines: Sequence[Line], at: int) -> bool:
    distance = lines[at].bottom - lines[at - 1].bottom
    return -1 < distance < 2.2 * lines[at].size
