"""Which groups are headings, and how deep: structure, outline, numbering and font together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from corpus.layout.grouping import BULLET, Group

NUMBER = re.compile(
    r"^(?P<named>(?:hoofdstuk|chapter|chapitre|deel|part|bijlage|annex|appendix|titel|afdeling|"
    r"artikel|article|art\.)\s+)?"
    r"(?P<number>\d{1,2}(?:\.\d{1,3}){0,4}|[IVX]{1,5}|[A-Z])(?:[.:)]|\s|$)\s*",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:Artikel|Article|Art\.)\s\d{1,3}[a-z]?(?:\s?(?:bis|ter))?[.:]?$")
"""A line that is only the number of an article heads it, in whatever print."""
_LARGER = 1.08
"""A heading without a number or structure is set at least this much larger than the body ..."""
MAX_WORDS = 30
"""... or bold, and has at most so many words."""
_MAX_WORDS_ITALIC = 12
_MAX_WORDS_LOWER = 6
_LARGEST = 1.4
"""Print so much larger than the body is a heading's, whatever its letters."""
_DRAWN_OUT = 1.2
"""A sentence said again in large print is set at least this much larger than the body."""
_LEAST_SENTENCE = 5
_SENTENCE_END = re.compile(r"[.;,]$")
_ASIDE = re.compile(r"^(?:bron|bronnen|source|sources|noot|note|foto|photo)\b", re.IGNORECASE)
_DATED = re.compile(
    r"\b(?:januari|january|februari|february|maart|march|april|mei|may|juni|june|juli|july|augustus|"
    r"august|september|oktober|october|november|december)\s+(?:19|20)\d\d\W*$",
    re.IGNORECASE,
)
"""Who signed, and when, is said under a title, and heads nothing."""
DEEPEST = 6

Style = tuple[float, bool, bool]
"""Font size rounded to half a point, whether bold, whether upright: larger is more important."""


def body_size(groups: Sequence[Group]) -> float:
    """The font size of most characters, in points."""
    weights: Counter[float] = Counter()
    for one in groups:
        for line in one.lines:
            weights[line.size] += line.end - line.start
    return weights.most_common(1)[0][0] if weights else 10.0


def heading_number(text: str) -> str:
    """The number that a heading's text begins with ("4.1.1"), empty when it has none."""
    match = NUMBER.match(text)
    return match["number"] if match and match["number"][0].isdigit() else ""


def heading_levels(
    groups: Sequence[Group],
    outline: Mapping[str, int] | None = None,
    listed: Collection[str] = (),
) -> dict[int, int]:
    """Levels, from 1, of the groups that are headings, by position in ``groups``.

    Args:
        outline: level of each title in the file's outline, by its folded text.
        listed: folded titles in the table of contents.
    """
    body = body_size(groups)
    structured = any(kind.startswith("H") for one in groups for kind in one.kinds[:2])
    outline = outline or {}
    marked: dict[int, int] = {}
    styled: dict[int, tuple[Style, int]] = {}
    for position, one in enumerate(groups):
        text = one.text
        level = _structure_level(one)
        if level and text:
            marked[position] = level
            continue
        title = folded(text)
        in_outline = title in outline and len(text.split()) <= MAX_WORDS
        if structured:
            if in_outline:
                marked[position] = outline[title]
            continue
        if is_quotation(one, body):
            continue
        following = groups[position + 1] if position + 1 < len(groups) else None
        if (
            in_outline
            or (title in listed and one.size >= body * 0.95)
            or _looks_like_heading(one, body, following)
        ):
            number = NUMBER.match(text)
            depth = 0
            if number and number["number"][0].isdigit() and not number["named"]:
                depth = number["number"].count(".") + 1
            styled[position] = (style_of(one), depth)
            if in_outline:
                marked[position] = outline[title]
    ranked = _ranked(styled)
    return {**ranked, **marked}


def style_of(one: Group) -> Style:
    """How important a group's print looks."""
    return (round(one.size * 2) / 2, one.bold, not one.italic)


def _ranked(styled: Mapping[int, tuple[Style, int]]) -> dict[int, int]:
    """Levels from numbering and print together.

    Numbers of several parts ("4.1") say their depth themselves. A number of one part says level 1
    only in the most important print that such numbers have: elsewhere it counts something smaller.
    Headings without a number take the level that their print has among the numbered ones.
    """
    chapters: dict[int, Style] = {}
    for depth in {depth for _, depth in styled.values() if depth}:
        chapters[depth] = max(style for style, own in styled.values() if own == depth)
    free = sorted(
        {style for style, depth in styled.values() if chapters.get(depth) != style and depth < 2},
        reverse=True,
    )
    levels: dict[int, int] = {}
    for position, (style, depth) in styled.items():
        if depth > 1 or (depth and chapters[depth] == style):
            levels[position] = min(depth, DEEPEST)
            continue
        equal = [level for level, other in chapters.items() if other == style]
        above = [level for level, other in chapters.items() if other > style]
        if equal:
            levels[position] = min(equal)
            continue
        base = max(above, default=0)
        # Prints between the same two numbered ones rank among themselves.
        peers = [
            one
            for one in free
            if one not in chapters.values()
            and max((level for level, other in chapters.items() if other > one), default=0) == base
        ]
        rank = peers.index(style) if style in peers else 0
        levels[position] = min(base + 1 + rank, DEEPEST)
        if not base and chapters and min(chapters) == 1:
            # Larger than the chapters: a title, beside them and not above them.
            levels[position] = 1
    return levels


def _structure_level(one: Group) -> int:
    for kind in one.kinds[:3]:
        if re.fullmatch(r"H[1-6]", kind):
            return int(kind[1])
        if kind in ("H", "Title"):
            return 1
    return 0


def _looks_like_heading(one: Group, body: float, following: Group | None) -> bool:
    text = one.text
    words = text.split()
    if not words or len(words) > MAX_WORDS or len(one.lines) > 4 or BULLET.match(text):
        return False
    if one.dotted or any(kind in ("TD", "TH", "LI", "LBody", "Caption") for kind in one.kinds):
        return False
    if _ARTICLE.match(text):
        return one.size >= body * 0.95
    number = NUMBER.match(text)
    counted = number is not None and number["number"][0].isdigit() and not number["named"]
    bare = text[number.end() :] if number and counted else text
    letters = sum(character.isalpha() for character in bare)
    if letters < 2 or letters < 0.5 * len(bare.replace(" ", "")):
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "\"'‘“«¿(§"):
        # Some design sets whole headings in lower case.
        large = one.size >= body * _LARGEST
        plain = (one.bold or large) and len(one.lines) <= (2 if large else 1)
        plain = plain and len(words) <= _MAX_WORDS_LOWER
        if not plain or re.search(r"[.:;,!?]$", text):
            return False
    numbered = number is not None and (text[0].isdigit() or len(words) > 1)
    larger = one.size >= body * _LARGER
    if (
        _SENTENCE_END.search(text)
        and not (larger and len(words) <= 12)
        and not (numbered and one.bold)
    ):
        return False
    if one.size < body * 0.95:
        return False
    if larger or one.bold:
        return True
    if number is not None and "." in number["number"] and len(one.lines) <= 2:
        return one.italic or not _SENTENCE_END.search(text)
    return _italic_heading(one, words, following)


def is_quotation(one: Group, body: float) -> bool:
    """Whether a group is a quotation set apart in italics: it opens with a mark, and closes with
    one or goes on elsewhere; or it is a whole sentence in larger print, drawn out of the text."""
    text = one.text
    if (
        one.italic
        and one.size >= body * _DRAWN_OUT
        and re.search(r"[.!?…]$", text)
        and len(text.split()) >= _LEAST_SENTENCE
        and not NUMBER.match(text)
    ):
        return True
    if not one.italic or one.bold or len(text) <= 12 or text[0] not in '“"‘«„':
        return False
    return text[-1] in '”"’»“' or not any(mark in text[1:] for mark in '”"»')


def _italic_heading(one: Group, words: Sequence[str], following: Group | None) -> bool:
    """A short italic line on its own above upright text."""
    return (
        one.italic
        and len(one.lines) == 1
        and len(words) <= _MAX_WORDS_ITALIC
        and not re.search(r"[.:;,!]$", one.text)
        and not _ASIDE.match(one.text)
        and not _DATED.search(one.text)
        and following is not None
        and following.page == one.page
        and not following.italic
        and following.top > one.top
        and abs(following.left - one.left) < 3
        and len(following.text) > 2 * len(one.text)
    )


def folded(text: str) -> str:
    """A title as titles are compared: white space and case folded, its number kept."""
    return " ".join(text.split()).casefold().rstrip(".: ")
