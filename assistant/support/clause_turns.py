"""Does a clause of a claim deny, strengthen or assert what the quote's clause does not?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.support.content import Matcher
from assistant.support.names import folded
from assistant.support.phrases import AGENT, Frame
from assistant.support.polarity import only_to_come, polarity
from assistant.support.tagging import Tagger
from assistant.support.word_alignment import Pair
from assistant.support.word_order import Text

_WORD = re.compile(r"[^\W\d_]+")
_YOU = re.compile(
    r"(?<!\bfor )(?<!\bto )(?<!\bwith )(?<!\bvoor )(?<!\baan )(?<!\bmet )\b(?:you|je|jij|u)\b",
    re.IGNORECASE,
)
_YOU_DO = re.compile(
    r"\b(?:ka|ku|mag|moe|he|krijg|vraag|betaal|dien|ben|zal|zul|wil|hoef)[nbt]?t? (?:je|jij|u)\b",
    re.IGNORECASE,
)
_ALREADY = re.compile(
    r"\b(?:[Aa]lready|[Rr]eeds"
    r"|al(?! (?:je|uw|hun|zijn|haar|de|het|mijn|onze|die|dat|wie|wat|naargelang)\b))\b"
)
_TO_COME = re.compile(
    r"\b(?:will|zal|zullen|kom(?:t|en) er|(?:vanaf|from|tegen|by) (?:\w+ )?20\d\d|word(?:t|en))\b",
    re.IGNORECASE,
)
_HAVE = re.compile(r"\b(?:heb|hebt|heeft|hebben|have|has)\b", re.IGNORECASE)
_COMMA = re.compile(r",\s+(?!\d)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_THAT = ("dat", "that", "whether")
_BECAUSE = ("because", "omdat", "doordat", "want")
_AFTERWARDS = frozenset(("nadat", "after", "na", "zodra", "once", "toen", "eens"))


def turned_clauses(
    pairs: Sequence[Pair], claim: Text, quote: Text, matcher: Matcher, tagger: Tagger
) -> Iterator[str]:
    """What each clause of the claim does to the clause of the quote that holds most of it."""
    yield from _already(claim, quote)
    for at, frame in enumerate(claim.frames):
        own = [pair for pair in pairs if pair.unit.frame == at and pair.partners]
        there = _nearest(own)
        if there < 0:
            continue
        yield from _weakened(claim, frame, quote, quote.frames[there], own, tagger)
        yield from _told(pairs, quote, there)
        yield from _opened(claim, frame, quote, quote.frames[there])
        yield from _addressed(claim, frame, quote, quote.frames[there], matcher)


def _already(claim: Text, quote: Text) -> Iterator[str]:
    """ "There is already" where the quote tells what is to come."""
    match = _ALREADY.search(claim.text)
    if match and _TO_COME.search(quote.text) and not _ALREADY.search(quote.text):
        yield f"“{match[0]}”"


def _nearest(own: Sequence[Pair]) -> int:
    """The clause of the quote that holds most of a clause's words, -1 for none."""
    frames = [pair.partners[-1].frame for pair in own]
    verbs = {pair.partners[-1].frame for pair in own if pair.unit.verb}
    return max(
        dict.fromkeys(frames),
        key=lambda at: frames.count(at) + 0.5 * (at in verbs),
        default=-1,
    )


def _weakened(
    claim: Text, frame: Frame, quote: Text, there: Frame, own: Sequence[Pair], tagger: Tagger
) -> Iterator[str]:
    """Duties and plans of the quote that the claim does not tell as such."""
    said = polarity(claim.text[frame.start : frame.end])
    told = f"{_opener(quote, there)} {_told_part(quote, there, own)}"
    quoted = polarity(told)
    if said.can and quoted.must and not said.must:
        yield "a duty told as a possibility"
    place = claim.frames.index(frame)
    before = claim.frames[place - 1] if place and _opener(claim, frame) in _THAT else frame
    meant = polarity(claim.text[before.start : frame.end])
    if (quoted.plan or quoted.should) and not (meant.plan or meant.should or meant.can):
        years = set(_YEAR.findall(claim.text)) & set(_YEAR.findall(quote.text))
        if quoted.should or not (years and only_to_come(told)):
            yield "a plan told as a fact"
    elif _demands(there, quote, tagger) and any(
        tagger.is_any(verb, claim.lang, listed)
        for verb in frame.verbs
        for listed in ("receive", "hold")
    ):
        yield "a demand told as a fact"


def _told_part(quote: Text, frame: Frame, own: Sequence[Pair]) -> str:
    """A clause of the quote without those of its later members, between commas, that hold no word
    of the claim: "the survey, announced for 2024, was postponed"."""
    starts = [partner.start for pair in own for partner in pair.partners]
    kept: list[str] = []
    start = frame.start
    for match in (*_COMMA.finditer(quote.text, frame.start, frame.end), None):
        end = match.start() if match else frame.end
        if not kept or any(start <= at < end for at in starts):
            kept.append(quote.text[start:end])
        start = match.end() if match else end
    return ", ".join(kept) or quote.text[frame.start : frame.end]


def _demands(frame: Frame, text: Text, tagger: Tagger) -> bool:
    """Whether somebody asks for something in a clause: "the sector asks for larger means"."""
    return any(phrase.role == AGENT for phrase in frame.phrases) and any(
        tagger.is_any(verb, text.lang, "demand") for verb in frame.verbs
    )


def _told(pairs: Sequence[Pair], quote: Text, there: int) -> Iterator[str]:
    """What the quote has somebody say, told as if it were so."""
    opener = _opener(quote, quote.frames[there])
    if opener not in _THAT or there == 0 or not quote.frames[there - 1].verbs:
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
    said = claim.text[frame.start : frame.end]
    if not frame.spoken or there.spoken or not _YOU.search(said):
        return
    if not frame.verbs and _HAVE.search(said):
        # "You have enough": a state, no deed of theirs.
        return
    stems = matcher.stems(" ".join(there.verbs), quote.lang)
    same = any(matcher.held(folded(verb), claim.lang, stems) for verb in frame.verbs)
    agents = [phrase for phrase in there.phrases if phrase.role == AGENT]
    does = _YOU_DO.search(quote.text, there.start, there.end)
    # "Dient je school": whose school it is, not who does it.
    if does is not None and not any(0 <= one.start - does.end() <= 1 for one in agents):
        return
    if agents and (same or not frame.verbs):
        yield f"you, not {agents[0].head}"


def _opener(text: Text, frame: Frame) -> str:
    """The word before a clause."""
    before = text.text[: frame.start].rstrip(" ,").rsplit(None, 1)
    return folded(before[-1]) if before else ""
