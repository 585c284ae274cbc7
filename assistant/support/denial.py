"""Does a clause of a claim deny what the quote's clause denies, and nothing else?

Counting "not" is not enough: "and not by individuals" denies nothing but what stands behind it, and
"exempt" and "without" deny as "no" does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.support.content_words import ContentWord
from assistant.support.names import folded
from assistant.support.phrases import Frame
from assistant.support.word_alignment import Pair
from assistant.support.word_order import Text

_WORD = re.compile(r"[^\W\d_]+")
_NOT = re.compile(
    r"(?<!\bof )(?<!\bor )\b(?:niet|geen|nooit|niemand|niets|noch|not"
    r"|no(?! (?:more|less|later) than)|never|nobody|nothing|none|cannot)\b|n't\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"(?:,\s*|\b(?:en|and|but|maar)\s+)(?:niet|geen|not|no(?! (?:more|less|later)))\b"
    r"(?:\s+(?:[a-z]{1,4}|langer|longer|welke?|which))*\s+[\w-]+",
    re.IGNORECASE,
)
"""What is only named to deny it: small words and the next."""
_NEAR = 40  # characters between "not" and a word that it denies
_QUIET = re.compile(
    r"\b(?:exempt\w*|vrijgesteld\w*|vrijstelling\w*|unpaid|onbetaald\w*|without|zonder"
    r"|non-\w+|niet-\w+)\b",
    re.IGNORECASE,
)
"""Words that deny and stand for "no" and "not" when a statement is reworded."""


def denied_alike(
    pairs: Sequence[Pair], own: Sequence[Pair], claim: Text, frame: Frame, quote: Text, there: int
) -> bool:
    """Whether both deny or neither does. ``own`` are those of the claim's ``pairs`` that stand in
    its clause ``frame``, ``there`` the clause of the quote that holds most of it; another that
    holds as much will do, and so will the whole sentence where it denies the same word."""
    if _contrasted(own, claim, frame, quote):
        return False
    said, told = _denies(claim.text, frame), _denies(quote.text, quote.frames[there])
    if said == told:
        return True
    if _denied_together(pairs, own, claim, quote):
        return True
    words = {folded(form) for pair in own for p in pair.partners for form in p.forms}
    for at, other in enumerate(quote.frames):
        text = {folded(word) for word in _WORD.findall(quote.text[other.start : other.end])}
        if at != there and 2 * len(words & text) > len(own) and _denies(quote.text, other) == said:
            return True
    quiet = _quiet(claim.text, [pair.unit for pair in own]) - _quiet(
        quote.text, [partner for pair in own for partner in pair.partners]
    )
    return bool(quiet % 2)


def _denies(text: str, frame: Frame) -> bool:
    """Whether a clause as a whole is denied."""
    clause = text[frame.start : frame.end]
    found = list(_NOT.finditer(clause))
    apart = [match.span() for match in _CONTRAST.finditer(clause) if match.start() > 0]
    return sum(not any(a <= m.start() < b for a, b in apart) for m in found) % 2 == 1


def _denied_together(pairs: Sequence[Pair], own: Sequence[Pair], claim: Text, quote: Text) -> bool:
    """Whether the sentence of the claim and what it holds of the quote deny as often, and what
    stands nearest to each "not" of the claim stands near one in the quote."""
    sentence = own[0].unit.sentence
    held = [pair for pair in pairs if pair.partners and pair.unit.sentence == sentence]
    start = min(pair.unit.start for pair in held)
    end = max(pair.unit.end for pair in held)
    mine = [m for m in _NOT.finditer(claim.text) if start - 12 <= m.start() < end + 12]
    spans = {
        (frame.start, frame.end)
        for pair in held
        for partner in pair.partners
        if partner.frame >= 0
        for frame in (quote.frames[partner.frame],)
    }
    theirs = [m for m in _NOT.finditer(quote.text) if any(a <= m.start() < b for a, b in spans)]
    if not mine or len(mine) % 2 != len(theirs) % 2:
        return False
    return all(
        min(
            abs(partner.start - told.start())
            for partner in min(held, key=lambda pair: _distance(pair.unit, said)).partners
            for told in theirs
        )
        <= _NEAR
        for said in mine
    )


def _distance(unit: ContentWord, said: re.Match[str]) -> int:
    """How far a word stands behind "not", further when before it."""
    return unit.start - said.start() if unit.start > said.start() else said.start() - unit.end + 20


def _contrasted(own: Sequence[Pair], claim: Text, frame: Frame, quote: Text) -> bool:
    """Whether what one of both only names to deny it ("and not by individuals") is said by the
    other."""
    mine, theirs = _apart(claim.text), _apart(quote.text)
    if not mine and not theirs:
        return False
    denied = _denies(claim.text, frame)
    for pair in own:
        if not pair.unit.thing:
            continue
        here = denied or _inside(pair.unit, mine)
        there = all(_inside(partner, theirs) for partner in pair.partners)
        if there and not here:
            return True
        if _inside(pair.unit, mine) and not (
            there or any(_denies(quote.text, quote.frames[p.frame]) for p in pair.partners)
        ):
            return True
    return False


def _apart(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _CONTRAST.finditer(text) if match.start() > 0]


def _inside(unit: ContentWord, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= unit.start < end for start, end in spans)


def _quiet(text: str, units: Sequence[ContentWord]) -> int:
    """How many words deny quietly in the stretch of a text that units stand in."""
    if not units:
        return 0
    start, end = min(unit.start for unit in units), max(unit.end for unit in units)
    return len(_QUIET.findall(text[max(0, start - 12) : end + 12]))
