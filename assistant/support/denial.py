"""Does a claim deny what its quote denies, and nothing else?

Counting "not" is not enough: "and not by individuals" denies nothing but what stands behind it,
"exempt" and "without" deny as "no" does, and a sentence may deny one thing and tell another. So
each word is denied as often as words in its stretch of the sentence deny it; and what a word of the
claim stands for must be denied as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.support.clause_bounds import enumerates
from assistant.support.content_words import ContentWord
from assistant.support.expressions import denied_alike
from assistant.support.names import folded
from assistant.support.tagging import Tagger, Token
from assistant.support.word_alignment import Pair
from assistant.support.word_order import Text

_DENIES = frozenset(
    ("niet", "geen", "nooit", "niemand", "niets", "noch", "nergens", "evenmin", "nauwelijks",
     "not", "no", "never", "nobody", "nothing", "none", "neither", "nor", "cannot", "hardly",
     "nowhere")
)  # fmt: skip
_LIMITED = frozenset(("without", "zonder", "exempt", "exempted", "exemption", "vrijgesteld",
                      "vrijstelling", "unable"))  # fmt: skip
"""What denies no more than the phrase behind it."""
_WHOLLY = frozenset(("niets", "nothing", "niemand", "nobody"))
"""What denies all there may be, which "not" does not."""
_BOUND = frozenset(("more", "less", "later", "longer", "meer", "minder", "langer", "fewer"))
_THAN = frozenset(("than", "dan"))
_ONLY = frozenset(("only", "alleen", "just", "enkel", "merely", "simply"))
_STOPS = frozenset(
    ("but", "maar", "because", "want", "omdat", "if", "als", "when", "wanneer", "dan", "terwijl",
     "while", "whereas", "unless", "tenzij", "although", "hoewel", "indien", "rather")
)  # fmt: skip
_THAT = frozenset(("die", "dat", "that"))
_AND = frozenset(("en", "and", "but", "maar"))
_VERBS = ("V", "B", "W", "M")
_NEGATED = re.compile(r"(?:niet|non)-", re.IGNORECASE)
_UNLESS = re.compile(r"\b(?:unless|tenzij)\b", re.IGNORECASE)
_ONLY_IF = re.compile(
    r"\b(?:only|alleen|enkel|slechts|pas)\b[^.;]*?\b(?:if|when|als|wanneer|indien)\b", re.IGNORECASE
)
_NEAR_BOUND = 9  # words within which the number stands that "no ... longer than" bounds
_NEAR = 4  # words on either side among which the rest of a claim is looked for
_ENDING = 2  # letters that a form of a word may have more
_JOINED = re.compile(r"(?:\s|,|\b(?:of|or|en|and|een|an?|the|de|het)\b)+", re.IGNORECASE)
_N_T = re.compile(r"\w+n['’]t$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Denial:
    """One word that denies: ``focus`` is what it denies before all, ``reach`` all words that it
    may, both as places of units; ``whole`` tells that it denies all there may be; ``start`` is
    where it stands in the text."""

    focus: frozenset[int]
    reach: frozenset[int]
    whole: bool
    start: int


def turned_denials(
    pairs: Sequence[Pair], claim: Text, quote: Text, units: Sequence[ContentWord], tagger: Tagger
) -> Iterator[str]:
    """Words that are denied in one of claim and quote only. ``units`` are those of the quote."""
    mine = denials(claim, [pair.unit for pair in pairs], tagger, _unless(claim, quote))
    theirs = denials(quote, units, tagger, _unless(quote, claim))
    for here, at in denied_alike(claim.text, quote.text):
        denying = [one for one in mine if here[0] <= one.start < here[1]]
        others = [two for two in theirs if at[0] <= two.start < at[1]]
        if _deny_the_same(denying, others, at[0], pairs, units):
            mine = [one for one in mine if one not in denying]
            theirs = [two for two in theirs if two not in others]
    if not mine and not theirs:
        return
    focus = frozenset().union(*(one.focus for one in mine))
    denied = frozenset().union(*(one.focus for one in theirs))
    for pair in pairs:
        there = [partner.place for partner in pair.partners]
        if not there or not (pair.unit.place in focus or denied & set(there)):
            continue
        meant = _meant(pair, pairs, units)
        if all(_parity(pair.unit, mine) != _parity(unit, theirs) for unit in meant):
            yield f"negation of {pair.unit.text}"
    held = {partner.place for pair in pairs for partner in pair.partners}
    for one in mine:
        own = [pair for pair in pairs if pair.unit.place in one.reach]
        told = {p.place for pair in own for p in pair.partners}
        if any(_NEGATED.match(p.text) for pair in own for p in pair.partners):
            continue
        words = {folded(units[place].text) for place in told or held}
        near = [two for two in theirs if words & {folded(units[at].text) for at in two.reach}]
        if not near or (one.whole and not any(two.whole for two in near)):
            yield "negation"
    said = frozenset().union(*(one.reach for one in mine))
    for two in theirs:
        if two.focus & held:
            continue
        for frame in dict.fromkeys(pair.unit.frame for pair in pairs):
            clause = [pair for pair in pairs if pair.unit.frame == frame and pair.partners]
            own = [pair for pair in clause if two.reach & {p.place for p in pair.partners}]
            denied_too = sum(pair.unit.place in said for pair in own)
            if own and 2 * denied_too < len(own) and 2 * len(own) >= len(clause):
                yield "negation left out"


def _deny_the_same(
    own: Sequence[Denial],
    others: Sequence[Denial],
    at: int,
    pairs: Sequence[Pair],
    units: Sequence[ContentWord],
) -> bool:
    """Whether what is denied by a turn of phrase of the claim is what one of the quote, which
    stands ``at``, denies. ``own`` and ``others`` are the words in them that deny, if any do."""
    sentence = next((unit.sentence for unit in reversed(units) if unit.start <= at), 0)
    denied = frozenset().union(*(two.reach for two in others))
    for pair in pairs:
        if not pair.partners or not any(pair.unit.place in one.focus for one in own):
            continue
        if not any(
            there.place in denied if others else there.sentence == sentence
            for there in pair.partners
        ):
            return False
    return True


def _unless(text: Text, other: Text) -> int:
    """Up to where a text denies nothing, because "not ... unless" says what the other says with
    "only if"; 0 where it does not."""
    found = _UNLESS.search(text.text)
    return found.start() if found and _ONLY_IF.search(other.text) else 0


def denials(
    text: Text,
    units: Sequence[ContentWord],
    tagger: Tagger,
    begin: int = 0,
) -> list[Denial]:
    """The words of a text that deny, each with what it denies; those before ``begin`` left out if
    they stand in its sentence."""
    tokens = tagger.tagged(text.text, text.lang)
    found = []
    for at, token in enumerate(tokens):
        word = folded(token.text)
        if token.start < begin and "." not in {one.tag for one in tokens[at:] if one.start < begin}:
            continue
        limited = word in _LIMITED
        if not (limited or word in _DENIES or _N_T.match(word)) or _is_bound(tokens, at):
            continue
        starts = {frame.start for frame in text.frames}
        end = _end(tokens, at, starts, limited=limited)
        behind = [unit for unit in units if token.end <= unit.start < end]
        focus = _focus(behind)
        start = token.end
        if not limited and not _is_contrast(tokens, at):
            start = _start(tokens, at, starts)
            before = [unit for unit in units if start <= unit.start < token.start]
            if word in _WHOLLY:
                # "If they choose nothing": what is done, not who does it.
                focus = [unit for unit in (*before, *behind) if _is_deed(unit)][:1] or focus
            if not focus:
                focus = before[-1:]
        reach = [unit.place for unit in units if start <= unit.start < end]
        if limited:
            reach = _phrase_of(behind, text.text)
        if not reach:
            continue
        found.append(
            Denial(
                frozenset(unit.place for unit in focus),
                frozenset(reach),
                word in _WHOLLY,
                token.start,
            )
        )
    return found


def _focus(behind: Sequence[ContentWord]) -> list[ContentWord]:
    """The phrase or verb that stands next behind a word that denies."""
    first = next((unit for unit in behind if not _is_small(unit)), None)
    if first is None:
        return []
    if first.phrase is None:
        # "Does not pay for childcare": what is not done, and to what.
        after = behind[behind.index(first) + 1 :]
        heads = [unit for unit in after if unit.head]
        return [first, *heads[:1]]
    whole = [unit for unit in behind if unit.phrase is first.phrase]
    return [unit for unit in whole if unit.head] or whole[-1:]


def _phrase_of(behind: Sequence[ContentWord], text: str) -> list[int]:
    """The places of the phrase that follows, and of those joined to it by "and" or "or"."""
    found: list[ContentWord] = []
    for unit in behind:
        another = bool(found) and (unit.phrase is None or unit.phrase is not found[-1].phrase)
        if another and not _JOINED.fullmatch(text[found[-1].end : unit.start]):
            break
        found.append(unit)
    return [unit.place for unit in found]


def _meant(pair: Pair, pairs: Sequence[Pair], units: Sequence[ContentWord]) -> list[ContentWord]:
    """The word of a quote that a word of the claim stands for: where the quote says it more than
    once, there where most of the claim stands near it."""
    partner = pair.partners[-1]
    again = [unit for unit in units if _same(unit.text, partner.text)]
    if len(again) < 2:
        return [partner]
    said = [
        one.partners[-1]
        for one in pairs
        if one.partners and one is not pair and one.unit.sentence == pair.unit.sentence
    ]

    def near(unit: ContentWord) -> int:
        around = [
            two.text
            for two in units[max(0, unit.place - _NEAR) : unit.place + _NEAR + 1]
            if two.sentence == unit.sentence and two.place != unit.place
        ]
        return sum(any(_same(text, one.text) for text in around) for one in said)

    counted = [near(unit) for unit in again]
    return [unit for unit, count in zip(again, counted, strict=True) if count == max(counted)]


def _same(one: str, two: str) -> bool:
    """Whether two words are forms of one, but for their endings."""
    short, long = sorted((folded(one), folded(two)), key=len)
    return long.startswith(short) and len(long) - len(short) <= (_ENDING if len(short) > 2 else 0)


def _is_small(unit: ContentWord) -> bool:
    """ "No longer", "not themselves": what denies is not only said of this word."""
    return unit.tag == "O" or folded(unit.text) in _BOUND


def _is_deed(unit: ContentWord) -> bool:
    return unit.verb or unit.tag in ("V", "L")


def _parity(unit: ContentWord, found: Sequence[Denial]) -> bool:
    count = sum(unit.place in one.reach for one in found)
    return bool((count + bool(_NEGATED.match(unit.text))) % 2)


def _is_bound(tokens: Sequence[Token], at: int) -> bool:
    """ "No later than" and "not only" deny nothing, nor does "no scripts longer than 20 pages" deny
    more than what is above a bound."""
    near = tokens[at + 1 : at + _NEAR_BOUND]
    for one, two, three in zip(near, near[1:], near[2:], strict=False):
        if one.tag in (".", ",", "R", "P"):
            # "No festivals with fewer than 500 visitors": it denies the festivals.
            break
        if folded(two.text) in _THAN and three.tag == "#" and folded(one.text).endswith("er"):
            return True
    after = [folded(token.text) for token in tokens[at + 1 : at + 3]]
    if not after:
        return False
    before = folded(tokens[at - 1].text) if at else ""
    if before in ("or", "of") and folded(tokens[at].text) in ("niet", "not"):
        return True
    return after[0] in _ONLY or (after[0] in _BOUND and after[1:] != [] and after[1] in _THAN)


def _is_contrast(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word only denies what stands behind it: ", not for individuals"."""
    if not at or not (tokens[at - 1].tag == "," or folded(tokens[at - 1].text) in _AND):
        return False
    for token in tokens[at + 1 : at + 6]:
        if token.tag in (".", ",") or folded(token.text) in _STOPS:
            return True
        if token.tag in _VERBS:
            return False
    return True


def _end(tokens: Sequence[Token], at: int, starts: set[int], *, limited: bool) -> int:
    """Where the reach of a word that denies ends."""
    said = False
    for position in range(at + 1, len(tokens)):
        token = tokens[position]
        if _stops(tokens, position, starts) or (limited and said and token.tag in _VERBS):
            return token.start
        said = said or token.tag in ("N", "V", "L", "#")
    return tokens[-1].end


def _start(tokens: Sequence[Token], at: int, starts: set[int]) -> int:
    """Where the stretch begins that a word denies."""
    for position in range(at - 1, -1, -1):
        if _stops(tokens, position, starts):
            return tokens[position].end
    return 0


def _stops(tokens: Sequence[Token], position: int, starts: set[int]) -> bool:
    """Whether a token ends the stretch that is told together. ``starts`` are where clauses
    begin."""
    token = tokens[position]
    word = folded(token.text)
    that = word in _THAT and position > 0 and tokens[position - 1].tag not in ("N", ",", "D")
    if token.tag == "." or (token.tag == "R" and not that) or word in _STOPS:
        return True
    rest = tokens[position + 1 :]
    if (word in _AND or token.tag == ",") and (
        token.start in starts or (rest and rest[0].start in starts)
    ):
        return True
    if token.tag == ",":
        if rest and rest[0].tag == "C":
            return not _ends_list(rest)
        return not enumerates(rest)
    if word in _AND and rest:
        near = [one.tag in _VERBS or folded(one.text) in _DENIES for one in rest[:3]]
        return any(near) and _has_verb(tokens[:position])
    return False


def _has_verb(before: Sequence[Token]) -> bool:
    """Whether a statement stands before "and", not only its first subject."""
    for token in reversed(before):
        if token.tag in _VERBS or token.tag == "L":
            return True
        if token.tag in (".", ",", "R"):
            return token.tag == ","
    return False


def _ends_list(rest: Sequence[Token]) -> bool:
    """Whether "and" follows with the last of a list, not with another statement."""
    if not rest or rest[0].tag != "C":
        return False
    for token in rest[1:]:
        if token.tag in (".", ",", "R"):
            break
        if token.tag in _VERBS or (token.tag == "L" and token.text.endswith(("s", "t", "ed"))):
            return False
    return True
