"""Parts of a whole as percents: "a third", "three in four", "of every ten, seven", "de helft".

Each is one more reading of what a text says, so it is looked for on both sides; none makes two
different shares equal, but for the rounding that percents come with (a third, 33 %).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.support import quantities
from assistant.support.dates import MONTH_NAMES
from assistant.support.quantities import Quantity
from corpus.vocabulary import Language

_PARTS = {
    "derde": 3, "kwart": 4, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8,
    "tiende": 10, "twintigste": 20, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4,
    "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7,
    "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10, "twentieth": 20,
}  # fmt: skip
_PART = re.compile(rf"\b([^\W_]+)[ -](?:op de )?({'|'.join(_PARTS)})\b", re.IGNORECASE)
_THREE_QUARTERS = re.compile(r"\bdriekwart\b", re.IGNORECASE)
_HALF = re.compile(r"\b(?:half|helft|halve)\b", re.IGNORECASE)
_ONE = frozenset(("a", "an", "one", "een", "één", "eén"))
_IN = re.compile(
    r"\b([^\W_]+)\s+(?:op(?: de)?|van de|in|(?:out )?of(?: the)?|in every)\s+([^\W_]+)\b",
    re.IGNORECASE,
)
_OF_EVERY = re.compile(
    r"\b(?:(?:out )?of(?:( every| each)| the)?|van(?:( elke| iedere)| de)?)\s+(?=[^\W_]+\b)",
    re.IGNORECASE,
)
_OF = re.compile(r"\s(?:van|of)\s")
_DAY = re.compile(rf"\s+(?:{MONTH_NAMES})\b", re.IGNORECASE)
_REACH = 80  # characters within which "of every ten ..." tells how many
_PERCENT = Decimal(100)


def shares(text: str, lang: Language | None) -> tuple[Quantity, ...]:
    """The parts of a whole that a text names, each as a quantity in percents with the place of its
    words; its values are the share and what it is when rounded.

    Args:
        lang: the language of numbers in words; None for either.
    """
    return (
        *_named(text, lang),
        *_halves(text),
        *_counted(text, lang),
    )


def unfounded(claim: str, lang: Language, quote: str, offered: Sequence[Quantity]) -> Iterator[str]:
    """The shares of a claim that are none of ``offered``; "a third meeting" is no share where the
    quote has a third one."""
    said = {_PARTS.get(word) for word in re.findall(r"[^\W\d_]+", quote.casefold())} - {None}
    for share in shares(claim, lang):
        part = _PARTS.get(share.text.split()[-1].casefold())
        if part not in said and not quantities.carried(share, tuple(offered)):
            yield share.text


def without(text: str, lang: Language) -> str:
    """A text without the shares that it names: "a quarter" of a group is no quarter of a year."""
    for share in shares(text, lang):
        text = text[: share.start] + " " * (share.end - share.start) + text[share.end :]
    return text


def is_share(word: str) -> bool:
    """Whether a word, without a number before it, names a part of a whole: "half", "third"."""
    return word.casefold() in _PARTS or bool(_HALF.fullmatch(word))


def _named(text: str, lang: Language | None) -> Iterator[Quantity]:
    """ "A third", "two thirds", "drie kwart"."""
    for match in _PART.finditer(text):
        word, whole = match[1].casefold(), _PARTS[match[2].casefold()]
        if word in _ONE:
            part = Decimal(1)
        else:
            counted = quantities.quantities(match[1], lang)
            if len(counted) != 1 or counted[0].unit:
                continue
            part = min(counted[0].values)
        yield from _share(text, match, part, Decimal(whole))


def _halves(text: str) -> Iterator[Quantity]:
    for pattern, part, whole in ((_HALF, 1, 2), (_THREE_QUARTERS, 3, 4)):
        for match in pattern.finditer(text):
            yield from _share(text, match, Decimal(part), Decimal(whole))


def _counted(text: str, lang: Language | None) -> Iterator[Quantity]:
    """ "Three in four", and "of every ten, more than seven"."""
    numbers = {number.start: number for number in quantities.quantities(text, lang)}
    for match in _IN.finditer(text):
        one, two = numbers.get(match.start(1)), numbers.get(match.start(2))
        if two is None or two.unit or two.year:
            continue
        if one is not None and not one.unit:
            found = _share(text, match, min(one.values), min(two.values))
            yield from (replace(share, bound=one.bound) for share in found)
        elif match[1].casefold() in _ONE and not _OF.search(match[0]):
            # "One of the seven members" tells of one, no share.
            yield from _share(text, match, Decimal(1), min(two.values))
    for match in _OF_EVERY.finditer(text):
        whole = numbers.get(match.end())
        each = match[1] or match[2]
        if whole is None or whole.year or (whole.unit and not each):
            continue
        if _DAY.match(text[whole.end :]):
            continue
        # "Of the 40 applicants in 2019, eleven": the year counts none of them.
        later = [
            n
            for start, n in numbers.items()
            if whole.end <= start < whole.end + _REACH and not n.year
        ]
        if later and not later[0].unit and not _ends(text, whole, later[0]):
            share = _percent(min(later[0].values), min(whole.values))
            if share:
                span = (match.start(), later[0].end)
                yield Quantity(text[slice(*span)], share, "percent", *span, later[0].bound)


def _ends(text: str, one: Quantity, two: Quantity) -> bool:
    """Whether a statement ends between two numbers."""
    return bool(re.search(r"[.;:]\s", text[one.end : two.start]))


def _share(text: str, match: re.Match[str], part: Decimal, whole: Decimal) -> Iterator[Quantity]:
    values = _percent(part, whole)
    if values:
        bound = quantities.bound_of(text, match.start(), match.end())
        yield Quantity(match[0], values, "percent", match.start(), match.end(), bound)


def _percent(part: Decimal, whole: Decimal) -> frozenset[Decimal]:
    """A share in percents: as it is, and rounded to whole percents and to tenths."""
    if not 0 < part < whole:
        return frozenset()
    exact = _PERCENT * part / whole
    return frozenset({exact, Decimal(round(exact)), round(exact, 1)})
