"""A paragraph pasted into the chat to be checked: with the words that ask for it, or without."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.extracting.dates import dates
from assistant.extracting.numbers import figures
from assistant.paragraphs.cutting import Role, cut
from assistant.paragraphs.references import bracketed

_THING = (
    r"(?:paragra(?:af|fen|ph|phs)|alinea(?:'s)?|tekst(?:je)?|tekstdeel|passage|stuk(?:je)?|fragment"
    r"|zin(?:nen)?|text|piece|sentences?|draft|ontwerp|nota|volgende|following)"
)
_CHECKS = (
    r"(?:klop(?:t|pen)|juist|correct|waar|control\w+|nakijken|na te kijken|kijk\w*|nagaan|ga\b"
    r"|check\w*|verifi\w+|verify\w*|fact-?check\w*|feiten\w*|true|right|accurate|bevestig\w*|confirm\w*"
    r"|gedragen|onderbouwd|ondersteund|supported|carried|staat|staan|toets\w*|beoordeel\w*|review"
    r"|test\w*)"
)
# What stands before the text: "klopt deze paragraaf:", "check this text for me", "factcheck:".
_ASKED_FIRST = re.compile(
    rf"^\W*(?P<ask>(?=[^\n:]{{0,160}}\b{_CHECKS}\b)(?:[^\n:?.]{{0,160}}\b{_THING}\b[^\n:?.]{{0,80}}"
    rf"|[^\n:?.]{{0,60}}))\s*(?:\?\s*:?|:|\.?\n)\s*(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ASKED_LAST = re.compile(
    rf"^(?P<text>.+[.!”\"])\s*(?P<ask>(?=[^\n.!?]{{0,120}}\b{_CHECKS}\b)[^\n.!?]{{0,120}}\b(?:{_THING}|dit"
    r"|dat|deze|this|that|alles|all)\b[^\n.!?]{0,60}\?)\s*$",
    re.IGNORECASE | re.DOTALL,
)
# Who tells of themselves, or tells what to do, wants an answer and no verdict.
_PERSONAL = re.compile(
    r"\b(?:ik|mij|mijn|me|wij|we|ons|onze|jij|jullie|je|u|uw|ge|i|my|me|we|our|us|you|your|i'm|i’m"
    r"|graag|please|help|vertel|geef|leg\suit|schrijf|vat|maak|tell|give|explain|write|summari[sz]e"
    r"|translate|vertaal)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b{_THING}\b", re.IGNORECASE)
_FEWEST_ASKED = 8  # words of a text that is checked when it is asked for
_FEWEST_SENTENCES = 2  # of a text that is pasted without a word
_FEWEST_WORDS = 25


@dataclass(frozen=True, slots=True)
class Pasted:
    """The text that is to be checked, and the words that ask for it (empty without)."""

    text: str
    ask: str = ""


def pasted(message: str) -> Pasted | None:
    """The paragraph in a chat message; None where the message is a question like any other.

    Without words that ask for a check it is one when it has several sentences that state something,
    with figures, dates or references, when it asks nothing and nobody in it says "I" or "you".
    """
    for form in (_ASKED_FIRST, _ASKED_LAST):
        match = form.match(message)
        if match and _is_text(match["text"], _NAMED.search(match["ask"]) is not None):
            return Pasted(match["text"].strip(), match["ask"].strip())
    return Pasted(message.strip()) if _states(message) else None


def _is_text(text: str, named: bool) -> bool:
    """Whether there is something to check, not a question that goes on: with words that name a text
    ("this paragraph") one statement, else several that nobody says of themselves."""
    if len(text.split()) < _FEWEST_ASKED:
        return False
    roles = [piece.role for piece in cut(text).pieces]
    states = roles.count(Role.CLAIM)
    if not states or roles.count(Role.QUESTION) > states:
        return False
    return named or (states >= _FEWEST_SENTENCES and not _PERSONAL.search(text))


def _states(message: str) -> bool:
    if len(message.split()) < _FEWEST_WORDS or _PERSONAL.search(message):
        return False
    pieces = cut(message).pieces
    states = [piece for piece in pieces if piece.role is Role.CLAIM]
    if len(states) < _FEWEST_SENTENCES or any(piece.role is Role.QUESTION for piece in pieces):
        return False
    return any(
        figures(piece.text) or dates(piece.text) or any(bracketed(piece.text)) for piece in states
    )
