"""One question that is put to two things: behind a colon, in a sentence of their own behind it, or
told before it as what is chosen between."""

from __future__ import annotations

import re

from assistant.understanding.answer_kind import AnswerKind, answer_kind
from assistant.understanding.openings import ASKING, OPENS, PREPOSITION, VERB_FIRST

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
    r"\b(?:tussen|between)\s(?P<first>[^,.;?]+?)\s(?:en|and|of|or)\s(?P<second>[^,.;?]+?)\W*$",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:each(?:\sof\sthem)?|elk(?:\svan\sbeide)?|allebei|both)\b", re.IGNORECASE)
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
    asks = OPENS.match(text) or re.match(rf"\W*{VERB_FIRST}", text, re.IGNORECASE)
    if not asks or _TOGETHER.search(text):
        return False
    kind = answer_kind(f"{text}?")
    return kind.numeric or kind in (AnswerKind.DATE, AnswerKind.PERSON, AnswerKind.PLACE)


def _of_both(match: re.Match[str], asked: str) -> tuple[str, ...]:
    sides = [match[side].strip() for side in ("first", "second")]
    if any(ASKING.search(side) or len(side.split()) > _LONGEST for side in sides):
        return ()
    if any(DOCUMENT.match(_PLACED.sub("", side, count=1)) for side in sides):
        return ()  # left for who knows them
    asked = asked.rstrip(" ?.")
    return tuple(
        f"{asked} {side[0].lower()}{side[1:]}?" if _PLACED.match(side) else f"{asked}: {side}?"
        for side in sides
    )
