"""One question that is put to two things: behind a colon, in a sentence of their own behind it, or
told before it as what is chosen between."""

from __future__ import annotations

import re

from assistant.understanding.answer_kind import AnswerKind, answer_kind
from assistant.understanding.carrying import content_size
from assistant.understanding.openings import ASKING, OPENS, PREPOSITION, VERB_FIRST
from assistant.understanding.sides import sides

_JOINED = r"(?:en|and|tegenover|versus|vs\.?|as opposed to|compared (?:to|with)|against)"
# "How many seats are there: the old hall in Mechelen and the new one in Leuven?"
_BEHIND_COLON = re.compile(
    rf"^(?P<asked>[^:?]{{8,}}?)\s?:\s+(?P<first>[^:?,;]+?),?\s{_JOINED}\s(?P<second>[^:?,;]+?)\W*$",
    re.IGNORECASE,
)
# "How many may I bring? At the choir union and at the dance union, I'm in both."
_IN_A_SENTENCE = re.compile(
    rf"^\W*(?P<first>(?P<at>{PREPOSITION})\s[^,.;?]+?)\s(?:en|and)\s(?P<second>(?P=at)\s[^,.;?]+)"
    r"(?:[,.;].*)?$",
    re.IGNORECASE,
)
# "I'm choosing between a room in Ghent and a studio in Lyon. How long does each last?"
_BETWEEN = re.compile(
    r"\b(?:tussen|between)\s(?P<first>[^,.;?]+?)\s(?:en|and|or|(?-i:of)(?=\s(?:de|het|een)\s))"
    r"\s(?P<second>[^,.;?]+?)\W*$",
    re.IGNORECASE,
)
# "With whom do they sing, first for the feast and second in the harbour?"
_IN_TURN = re.compile(
    rf"^(?P<asked>[^:?]{{8,}}?)[,:]?\s(?:first(?:ly)?|(?:ten\s)?eerste?)[,:]?\s"
    rf"(?P<first>{PREPOSITION}\s[^?]+?)[,;]?\s(?:(?:and|en)\s)?"
    rf"(?:second(?:ly)?|then|daarna|dan|vervolgens|(?:ten\s)?tweede)[,:]?\s"
    rf"(?P<second>{PREPOSITION}\s[^?]+?)\W*$",
    re.IGNORECASE,
)
# "Both the choir and the band complain of noise. What does it cost each of them?"
_BOTH_TELL = re.compile(
    r"^\W*(?:zowel|both)\s(?P<first>[^,.;?]+?)\s(?:als|and)\s(?P<second>[^,.;?]+?)"
    r"\s(?<!\bde\s)(?<!\bhet\s)(?<!\been\s)(?<!\bthe\s)(?<!\ban\s)(?<!\ba\s)"
    rf"(?P<rest>[^\W\d_]+\s(?:(?:allebei|beide|both)\s)?{PREPOSITION}\s[^?]+?)\W*$",
    re.IGNORECASE,
)
# "What do the choir and the band say about that?"
_VOICES = re.compile(
    r"^(?P<asks>(?:en\s|and\s)?(?:(?:wat|hoe)\s(?:zeg(?:gen)?|vind(?:en)?|denk(?:en)?|schrijven"
    r"|kijken)|what\s(?:do|did)))\s(?P<first>(?:de|het|the)\s[^,;?]+?)\s(?:en|and)\s"
    r"(?P<second>(?:de|het|the)\s[^,;?]+?)\s(?P<about>(?:(?:say|think|write)\s)?"
    r"(?:daarvan|daarover|hiervan|hierover|ervan|erover|(?:about|of)\s(?:that|it|this)))\W*$",
    re.IGNORECASE,
)
# "How much does it cost at the choir versus the band?": behind the same preposition.
_AGAINST = re.compile(
    rf"^(?P<asked>[^:?]{{8,}}\s(?P<at>{PREPOSITION}))\s(?P<first>[^,:;?]+?),?\s"
    r"(?:versus|vs\.?|tegenover|as opposed to|compared (?:to|with))\s(?P<second>[^,:;?]+?)\W*$",
    re.IGNORECASE,
)
# "Which has more members, and how many each?"
_MORE_OF = re.compile(
    r"\b(?:more|fewer|less|most|least|meer|minder|meeste|minste)\s"
    r"(?P<what>(?!is\b|are\b)[^\W\d_]{3,})",
    re.IGNORECASE,
)
# "Does the first one pay, and when does the second open?": not "the first concert".
_NO_NOUN = r"(?!\s(?!een\b|a\b)[^\W\d_]{4,})"
_NTH = tuple(
    re.compile(
        rf"\b(?:(?:de|het|the)\s(?:{nth})(?:\sone\b|{_NO_NOUN})|the\s{last}\b{_NO_NOUN})",
        re.IGNORECASE,
    )
    for nth, last in (("eerste|first", "former"), ("tweede|second", "latter"))
)
_STANDS_IN = re.compile(r"(?:one|that|those|die|dat|eentje)\b", re.IGNORECASE)
_LIMIT = re.compile(
    r"\b(?:most|highest|maximum|least|meeste?|hoogste|laagste|minimum)\b", re.IGNORECASE
)
_EACH = re.compile(
    r"\b(?:each(?:\sof\s(?:them|these|those|the\stwo))?|elk(?:\svan\s(?:beide|hen|die))?|telkens"
    r"|allebei|both)\b",
    re.IGNORECASE,
)
# The two are what the question is about together ("the two pillars: ...", "the difference: ...").
_TOGETHER = re.compile(
    r"\b(?:two|both|twee|beide|difference|verschil\w*|tussen|between|compar\w*|vergelijk\w*|samen"
    r"|together|total|totaal|more|less|fewer|meer|minder|\w+er than)\b",
    re.IGNORECASE,
)
# "In het rapport en in het dossier": what is named is a document, and no more is said of it.
DOCUMENT = re.compile(
    r"^(?:(?:het|de|dat|dit|the|this|that)\s)?"
    r"(?:(?!(?:in|van|uit|bij|of|from)\b)[\w.-]+\s){0,3}?[\w-]*"
    r"(?:rapport|dossier|document|verslag|studie|nota|tekst|verhaal|report|paper|study|text|page|file)"
    r"\b",
    re.IGNORECASE,
)
_PLACED = re.compile(rf"{PREPOSITION}\s", re.IGNORECASE)
_LONGEST = 12  # words of one of the two


def put_to_each(question: str, told: str, piece: str) -> tuple[str, ...]:
    """The question of each of two things that one question, ``piece``, is put to; ``told`` is what
    ``question`` tells besides. Empty where it is put to no two."""
    if (match := _BEHIND_COLON.match(piece)) and _asks(match["asked"]):
        return _of_both(match, match["asked"])
    if (match := _IN_TURN.match(piece)) and _opens(match["asked"]):
        return _of_both(match, match["asked"])
    if told and (each := _EACH.search(piece)) and (match := _BOTH_TELL.match(told)):
        asked = " ".join(f"{piece[: each.start()]}{piece[each.end() :]}".split())
        return tuple(f"{match[side]} {match['rest']}: {asked}" for side in ("first", "second"))
    if (match := _VOICES.match(piece)) and not _documents(match):
        return tuple(
            f"{match['asks']} {match[side]} {match['about']}?" for side in ("first", "second")
        )
    if match := _AGAINST.match(piece):
        return _against(match)
    after = question.strip().endswith(told) and not piece.endswith(told)
    if told and after and (match := _IN_A_SENTENCE.match(told)):
        return _of_both(match, piece)
    if told and (each := _EACH.search(piece)) and (match := _BETWEEN.search(told)):
        before, behind = piece[: each.start()], piece[each.end() :]
        return tuple(
            " ".join(f"{before}{match[side]}{behind}".split()) for side in ("first", "second")
        )
    return ()


def _asks(text: str) -> bool:
    """Whether a text asks for something that each of two has one of."""
    if not _opens(text) or _TOGETHER.search(text):
        return False
    kind = answer_kind(f"{text}?")
    return kind.numeric or kind in (AnswerKind.DATE, AnswerKind.PERSON, AnswerKind.PLACE)


def of_each_side(before: str, piece: str) -> tuple[tuple[str, str], ...]:
    """The question of each of the two that the question ``before`` sets side by side, where
    ``piece`` asks something of each, with what ``before`` asks of both; empty where it does not."""
    each, compared = _EACH.search(piece), sides(before)
    if each is None or len(compared) != 2 or any(len(s.split()) > _LONGEST for s in compared):
        return ()
    asked = [piece[: each.start()].strip(), piece[each.end() :].strip(" ?.!,")]
    if not content_size(" ".join(asked)) and (more := _MORE_OF.search(before)):
        asked[0] = f"{asked[0]} {more['what']}"
    both = before.partition(compared[0])[0].strip(" ,:")
    each_asked = (" ".join(f"{asked[0]} {side} {asked[1]}".split()) for side in compared)
    return tuple((f"{one}?", both) for one in each_asked)


def named_in_turn(told: str, pieces: list[str]) -> list[str]:
    """Questions with what is ``told`` for "the first" and "the second" of two that are chosen
    between; as they are where not both are asked about."""
    between = _BETWEEN.search(told)
    if between is None or not all(any(one.search(piece) for piece in pieces) for one in _NTH):
        return pieces
    for form, side in zip(_NTH, ("first", "second"), strict=True):
        named = between[side].replace("\\", r"\\")
        pieces = [form.sub(named, piece) for piece in pieces]
    return pieces


def _documents(match: re.Match[str]) -> bool:
    """Whether one of the two is a document."""
    return any(
        DOCUMENT.match(_PLACED.sub("", match[n].strip(), count=1)) for n in ("first", "second")
    )


def _against(match: re.Match[str]) -> tuple[str, ...]:
    """The question of each of two that stand behind the same preposition."""
    asked = f"{match['asked']} {match['first']}"
    other = _PLACED.match(match["second"])
    if other and other.group().strip().lower() != match["at"].lower():
        return ()
    if _STANDS_IN.match(match["second"]):
        return ()  # it takes its noun from the first
    if not (_asks(asked) or (_opens(asked) and _LIMIT.search(asked))):
        return ()
    return tuple(
        f"{match['asked']} {_PLACED.sub('', match[side], count=1)}?" for side in ("first", "second")
    )


def _opens(text: str) -> bool:
    return bool(OPENS.match(text) or re.match(rf"\W*{VERB_FIRST}", text, re.IGNORECASE))


def _of_both(match: re.Match[str], asked: str) -> tuple[str, ...]:
    each = [match[side].strip() for side in ("first", "second")]
    if any(ASKING.search(side) or len(side.split()) > _LONGEST for side in each):
        return ()
    if _documents(match):
        return ()  # left for who knows them
    asked = asked.rstrip(" ?.")
    return tuple(
        f"{asked} {side[0].lower()}{side[1:]}?" if _PLACED.match(side) else f"{asked}: {side}?"
        for side in each
    )
