"""Does a claim set the same against the same as its quote? "418, compared with 365 before" is not
"365, against 418 before".

A word of contrast ("unlike", "followed by", "instead of") tells its two sides apart: what stands
behind it is what the other is measured by, comes after or is none of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.support.content_words import ContentWord, classes
from assistant.support.names import folded
from assistant.support.word_alignment import Pair
from assistant.support.word_order import Text

_CONTRASTS = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        "followed by|gevolgd door",
        "unlike|as opposed to|in contrast (?:to|with)|contrary to|in tegenstelling tot|anders dan",
        "instead of|rather than|in place of|in plaats van|in de plaats van|liever dan|eerder dan",
        "compared (?:with|to)|against|versus|tegenover|tegen|vergeleken (?:met|bij)"
        "|in vergelijking (?:met|tot)|ten opzichte van|up from|down from",
    )
)
_THAN = re.compile(r"\b(?:than|dan)\b(?!\s+(?:[\d€£$]|EUR\b))", re.IGNORECASE)
_OPPOSED = (("more", "less"), ("up", "down"), ("earlier", "later"))
_END = re.compile(r"[.;]\s")
_CLAUSE_END = re.compile(r"[.;,:]\s|\b(?:and|en|but|maar|while|terwijl|because|omdat)\b")
_STEM = 5  # letters by which a word on both sides is known
_WORD = re.compile(r"[^\W\d_]+")


def exchanged_sides(
    own: Sequence[Pair], claim: Text, quote: Text, units: Sequence[ContentWord]
) -> Iterator[str]:
    """What stands behind a word of contrast in the claim and before one of its class in the quote,
    where what stands behind that one stands before it in the claim. ``own`` are the words of a
    sentence of the claim with a partner, ``units`` those of the quote."""
    opposite = _classes(claim.text), _classes(quote.text)
    contrasts = _CONTRASTS
    if not any(
        x in one and y in two for one, two in (opposite, opposite[::-1]) for x, y in _OPPOSED
    ):
        contrasts = (*_CONTRASTS, _THAN)
    for contrast in contrasts:
        mine, theirs = contrast.search(claim.text), contrast.search(quote.text)
        if mine is None or theirs is None:
            continue
        start, end = _sentence(quote.text, theirs)
        until = _CLAUSE_END.search(quote.text, theirs.end())
        end = min(end, until.start()) if until else end
        before = {unit.place for unit in units if start <= unit.start < theirs.start()}
        behind = {unit.place for unit in units if theirs.end() <= unit.start < end}
        both = {_stem(units[at]) for at in before} & {_stem(units[at]) for at in behind}
        until = _CLAUSE_END.search(claim.text, mine.end())
        last = until.start() if until else len(claim.text)
        turned: dict[bool, str] = {}
        for pair in own:
            here = pair.unit.start > mine.end()
            if not pair.unit.thing or pair.unit.start >= last:
                continue
            there = {p.place for p in pair.partners if _stem(p) not in both}
            if there and there <= (before if here else behind):
                turned.setdefault(here, pair.unit.text)
        if len(turned) > 1:
            yield f"{turned[True]} behind “{mine[0]}”"


def _classes(text: str) -> frozenset[str]:
    return frozenset().union(*(classes(folded(word)) for word in _WORD.findall(text)))


def _stem(unit: ContentWord) -> str:
    return folded(unit.text)[:_STEM]


def _sentence(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Where the sentence of a match begins and ends."""
    ends = [found.end() for found in _END.finditer(text)]
    start = max((at for at in ends if at <= match.start()), default=0)
    return start, min((at for at in ends if at > match.start()), default=len(text))
