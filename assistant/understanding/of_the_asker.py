"""What people tell of themselves before they ask ("I sit on the council of a small town", "we are
preparing a note"): it is seldom what they ask about."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.extracting.names import names
from assistant.extracting.numbers import NUMBER_WORDS
from assistant.understanding.parts import points_elsewhere
from indexing.tokenising import folded, tokens

_FIRST_PERSON = re.compile(
    r"\b(?:ik|'k|mijn|m'n|wij|we|ons|onze|mij|me|i|i['’]m|i['’]ve|i['’]d|my|our|us|we['’]re"
    r"|we['’]ve)\b",
    re.IGNORECASE,
)
# Where a sentence ends, also for who types fast: the next one opens without a capital.
_ENDS = re.compile(r"(?<=[^\W\d_]{3}[.!])\s+")
_FIGURE = re.compile(r"\d")
_NUMBERS = frozenset(NUMBER_WORDS) - {"een"}  # the article, far more often than a number
# Who writes a memo is no writer for it, and who prepares a presentation does not perform.
_PAPERWORK = re.compile(
    r"\b(?:schrij\w+|schreef|werk\w*|stel\w*|bereid\w*|voorbereid\w*|maak|maken|writ\w+|work\w*"
    r"|prepar\w+|draft\w*|mak(?:e|ing))\b[^.!?]{0,30}?\b(?:\w*nota|nota's|memo|\w*verslag|rapport"
    r"|presentatie|\w*brief|mail|artikel|paper|scriptie|thesis|\w*dossier|note|report"
    r"|presentation|letter|e-?mail|article|brochure|handout)s?\b",
    re.IGNORECASE,
)
# What has no subject of its own: "Even checken voor ...", "Just checking ...".
_NO_SUBJECT = re.compile(r"^\W*(?:even|snel|just|quick(?:ly)?)\s\w+", re.IGNORECASE)


def without_asker(text: str) -> str:
    """A text without the sentences at its beginning that tell of who asks and name nothing; the
    text itself where what is left points at them, or nothing is."""
    return _without(text, tells_of_asker)


def without_errand(text: str, matters: Callable[[str], bool]) -> str:
    """The same without those of them of which nothing ``matters`` to what is asked, where that is
    not of who asks ("My boss wants this tomorrow. Since when does the fund exist?")."""
    rest = _without(text, lambda one: tells_of_asker(one) and not matters(_PAPERWORK.sub("", one)))
    return text if _FIRST_PERSON.search(rest) else rest


def tells_of_asker(sentence: str) -> bool:
    """Whether a sentence is of who asks, and names nothing that a question may be about."""
    named = any(not _FIRST_PERSON.fullmatch(name.surface) for name in names(sentence))
    if "?" in sentence or named or _FIGURE.search(sentence):
        return False
    if not {folded(token) for token in tokens(sentence)}.isdisjoint(_NUMBERS):
        return False
    return bool(_FIRST_PERSON.search(sentence) or _NO_SUBJECT.match(sentence))


def _without(text: str, beside: Callable[[str], bool]) -> str:
    pieces = [piece for piece in _ENDS.split(text.strip()) if piece]
    first = next((at for at, one in enumerate(pieces[:-1]) if not beside(one)), len(pieces) - 1)
    rest = " ".join(pieces[first:])
    return rest if first and not points_elsewhere(rest) else text
