"""Words of a claim that stand for none of its quote's, and say what it says all the same."""

from __future__ import annotations

import re

from assistant.support import quantities
from assistant.support.content_words import ContentWord
from assistant.support.shares import shares
from corpus.vocabulary import Language

_MORE_THAN = re.compile(r"\b(?:more|less|fewer|meer|minder) (?:than|dan)\s+", re.IGNORECASE)
_MEASURED = re.compile(r"(\w+)-?(year|month|week|day|jaar|maand|dag)s?(?:ige?|lange?|se?)?")
_MONEY = frozenset(("money", "amount", "sum", "geld", "bedrag", "som"))
_NEXT = 12  # characters behind "more than" within which the number begins that it bounds


def counts(word: str, lang: Language, quote: str) -> bool:
    """ "Five-year" where the quote has five years."""
    match = _MEASURED.fullmatch(word)
    if match is None:
        return False
    wanted = quantities.quantities(f"{match[1]} {match[2]}", lang)
    return bool(wanted) and all(
        quantities.carried(number, quantities.quantities(quote, None)) for number in wanted
    )


def shared(claim: str, lang: Language, quote: str) -> tuple[tuple[int, int], ...]:
    """Where the claim names a part of a whole that the quote has, in whatever words."""
    offered = (*quantities.quantities(quote, None), *shares(quote, None))
    return tuple(
        (part.start, part.end) for part in shares(claim, lang) if quantities.carried(part, offered)
    )


def bounds(claim: str, lang: Language) -> bool:
    """Whether "more than" or "less than" stands before a number: "less than for dance" does not."""
    starts = [number.start for number in quantities.quantities(claim, lang)]
    ends = [match.end() for match in _MORE_THAN.finditer(claim)]
    return any(end <= start <= end + _NEXT for start in starts for end in ends)


def is_money(word: str, quote: str) -> bool:
    """ "Money" where the quote has a sum of it."""
    if word not in _MONEY:
        return False
    return any(number.unit in quantities.MONEYS for number in quantities.quantities(quote, None))


def is_kept(unit: ContentWord, quote: str) -> bool:
    """Whether a word with a capital stands in the quote as it is: part of a name that no
    translation changes."""
    return unit.name and bool(re.search(rf"(?<!\w){re.escape(unit.text)}(?!\w)", quote))
