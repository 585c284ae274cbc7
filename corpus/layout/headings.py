"""Which groups are headings, and how deep: structure, outline, numbering and font together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from corpus.layout.grouping import BULLET, Group
from corpus.layout.positioned import PositionedPage

NUMBER = re.compile(
    r"^(?:(?:hoofdstuk|chapter|deel|part|bijlage|annex|appendix|titel|afdeling|artikel|article|art\.)\s+)?"
    r"(\d{1,2}(?:\.\d{1,3}){0,4}|[IVX]{1,5}|[A-Z])(?:[.:)]|\s)\s*(?=\S)",
    re.IGNORECASE,
)
_LARGER = 1.08
"""A heading without a number or structure is set at least this much larger than the body ..."""
MAX_WORDS = 30
"""... or bold, and has at most so many words."""
_SENTENCE_END = re.compile(r"[.;,]$")


def body_size(groups: Sequence[Group]) -> float:
    """The font size of most characters, in points."""
    weights: Counter[float] = Counter()
    for one in groups:
        for line in one.lines:
            for word in line.words:
                weights[word.size] += word.end - word.start
    return weights.most_common(1)[0][0] if weights else 10.0


def heading_levels(
    groups: Sequence[Group],
    pages: Mapping[int, PositionedPage],
    outline: Mapping[str, int] | None = None,
) -> dict[int, int]:
    """Levels, from 1, of the groups that are headings, by position in ``groups``.

    Args:
        outline: level of each title in the file's outline, by its folded text.
    """
    body = body_size(groups)
    structured = any(kind.startswith("H") for one in groups for kind in one.kinds[:2])
    marked: dict[int, int] = {}
    styled: dict[int, tuple[float, bool]] = {}
    for position, one in enumerate(groups):
        text = one.text(pages[one.page])
        level = _structure_level(one)
        if level and text.strip():
            marked[position] = level
            continue
        if (outline or {}).get(folded(text)) and len(text.split()) <= MAX_WORDS:
            marked[position] = (outline or {})[folded(text)]
        elif not structured and _looks_like_heading(one, text, body):
            styled[position] = (round(one.size * 2) / 2, one.bold)
    ranks = sorted(set(styled.values()), reverse=True)
    for position, style in styled.items():
        number = NUMBER.match(groups[position].text(pages[groups[position].page]))
        if number and number[1][0].isdigit():
            marked[position] = number[1].count(".") + 1
        else:
            marked[position] = min(ranks.index(style) + 1, 6)
    return marked


def _structure_level(one: Group) -> int:
    for kind in one.kinds[:3]:
        if re.fullmatch(r"H[1-6]", kind):
            return int(kind[1])
        if kind in ("H", "Title"):
            return 1
    return 0


def _looks_like_heading(one: Group, text: str, body: float) -> bool:
    words = text.split()
    if not words or len(words) > MAX_WORDS or len(one.lines) > 4 or BULLET.match(text):
        return False
    if any(kind in ("TD", "TH", "LI", "LBody") for kind in one.kinds):
        return False
    letters = sum(character.isalpha() for character in text)
    if letters < 2 or letters < 0.5 * len(text.replace(" ", "")):
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "\"'‘“«¿(§"):
        return False
    numbered = bool(NUMBER.match(text)) and (text[0].isdigit() or len(words) > 1)
    larger = one.size >= body * _LARGER
    if (
        _SENTENCE_END.search(text)
        and not (larger and len(words) <= 12)
        and not (numbered and one.bold)
    ):
        return False
    if one.size < body * 0.95:
        return False
    return larger or one.bold


def folded(text: str) -> str:
    """A title as titles are compared: white space and case folded, its number kept."""
    return " ".join(text.split()).casefold().rstrip(".: ")
