"""Does a clause of a claim deny, strengthen or assert what the quote's clause does not?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.support.content import Matcher
from assistant.support.names import folded
from assistant.support.phrases import AGENT, Frame
from assistant.support.polarity import polarity
from assistant.support.word_alignment import Pair
from assistant.support.word_order import Text

_WORD = re.compile(r"[^\W\d_]+")
_NOT = re.compile(
    r"\b(?:niet|geen|nooit|niemand|niets|noch|not|no(?! (?:more|less|later) than)|never|nobody"
    r"|nothing|none|cannot)\b|n't\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"\b(?:you|je|jij|u)\b", re.IGNORECASE)
_THAT = ("dat", "that", "whether")
_BECAUSE = ("because", "omdat", "doordat", "want")
_AFTERWARDS = frozenset(("nadat", "after", "na", "zodra", "once", "toen", "eens"))


def turned_clauses(
    pairs: Sequence[Pair], claim: Text, quote: Text, matcher: Matcher
) -> Iterator[str]:
    """What each clause of the claim does to the clause of the quote that holds most of it."""
    for at, frame in enumerate(claim.frames):
        own = [pair for pair in pairs if pair.unit.frame == at and pair.partners]
        there = _nearest(own)
        if there < 0:
            continue
        if not _denied_alike(own, claim, frame, quote, there):
            yield "negation"
        yield from _weakened(claim, frame, quote, quote.frames[there])
        yield from _told(pairs, quote, there)
        yield from _opened(claim, frame, quote, quote.frames[there])
        yield from _addressed(claim, frame, quote, quote.frames[there], matcher)


def _nearest(own: Sequence[Pair]) -> int:
    """The clause of the quote that holds most of a clause's words, -1 for none."""
    frames = [pair.partners[-1].frame for pair in own]
    verbs = {pair.partners[-1].frame for pair in own if pair.unit.verb}
    return max(
        dict.fromkeys(frames),
        key=lambda at: frames.count(at) + 0.5 * (at in verbs),
        default=-1,
    )


def _denied_alike(own: Sequence[Pair], claim: Text, frame: Frame, quote: Text, there: int) -> bool:
    """Whether both deny or neither does; another clause that holds as much will do."""
    said = _denies(claim.text, frame)
    if said == _denies(quote.text, quote.frames[there]):
        return True
    words = {folded(form) for pair in own for p in pair.partners for form in p.forms}
    for at, other in enumerate(quote.frames):
        text = {folded(word) for word in _WORD.findall(quote.text[other.start : other.end])}
        if at != there and 2 * len(words & text) > len(own) and _denies(quote.text, other) == said:
            return True
    return False


def _denies(text: str, frame: Frame) -> bool:
    return len(_NOT.findall(text[frame.start : frame.end])) % 2 == 1


def _weakened(claim: Text, frame: Frame, quote: Text, there: Frame) -> Iterator[str]:
    """Duties and plans of the quote that the claim does not tell as such."""
    said = polarity(claim.text[frame.start : frame.end])
    quoted = polarity(quote.text[there.start : there.end])
    if quoted.must and not (said.must or said.asks or frame.spoken):
        yield "a duty left out"
    if said.can and quoted.must and not said.must:
        yield "a duty told as a possibility"
    if (quoted.plan or quoted.should) and not (said.plan or said.should or said.can):
        yield "a plan told as a fact"


def _told(pairs: Sequence[Pair], quote: Text, there: int) -> Iterator[str]:
    """What the quote has somebody say, told as if it were so."""
    opener = _opener(quote, quote.frames[there])
    if opener not in _THAT or there == 0:
        return
    if not any(partner.frame == there - 1 for pair in pairs for partner in pair.partners):
        yield f"what stands behind “{opener}”"


def _opened(claim: Text, frame: Frame, quote: Text, there: Frame) -> Iterator[str]:
    """Causes and orders in time that the quote does not give."""
    opener = _opener(claim, frame)
    if opener in _BECAUSE and _opener(quote, there) not in _BECAUSE:
        yield f"“{opener}”"
    words = frozenset(map(folded, _WORD.findall(quote.text)))
    if opener in _AFTERWARDS and not words & _AFTERWARDS:
        yield f"“{opener}”"


def _addressed(
    claim: Text, frame: Frame, quote: Text, there: Frame, matcher: Matcher
) -> Iterator[str]:
    """ "You pay the fund" where the fund pays you."""
    if not frame.spoken or there.spoken or not _YOU.search(claim.text[frame.start : frame.end]):
        return
    stems = matcher.stems(" ".join(there.verbs), quote.lang)
    same = any(matcher.held(folded(verb), claim.lang, stems) for verb in frame.verbs)
    agents = [phrase for phrase in there.phrases if phrase.role == AGENT]
    if agents and (same or not frame.verbs):
        yield f"you, not {agents[0].head}"


def _opener(text: Text, frame: Frame) -> str:
    """The word before a clause."""
    before = text.text[: frame.start].rstrip(" ,").rsplit(None, 1)
    return folded(before[-1]) if before else ""
