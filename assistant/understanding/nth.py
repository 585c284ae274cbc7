"""One of the things that the last answer named: "the second one", "de eerste"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PLACES = {
    "first": 0, "eerste": 0, "second": 1, "tweede": 1, "third": 2, "derde": 2, "last": -1,
    "laatste": -1, "latter": -1, "laatstgenoemde": -1, "former": 0, "eerstgenoemde": 0,
}  # fmt: skip
_NTH = re.compile(
    rf"\b(?:the|de|het|die|dat)\s(?P<nth>{'|'.join(_PLACES)})"
    r"(?:\s(?:one|daarvan|of them|of those))?(?=\s*(?:[?.!,]|$)"
    r"|\s(?:is|was|heeft|has|does|do|exist|bestaat|per|in|voor|van|of|for|precies)\b)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"^\W*(?:(?:doe|neem|geef|toon|ik (?:bedoel|kies|neem)|i (?:mean|choose|take)|give me"
    r"|show me|take)\s)?(?:(?:maar|de|het|die|dat|the|that|optie|keuze|nummer|nr\.?|option"
    r"|choice|number|no\.?)\s)*"
    rf"(?P<nth>{'|'.join(_PLACES)}|\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?"
    r"(?:\s(?:one|keuze|optie|option))?"
    r"(?:[\s,]+(?:please|aub|graag|dan))*\W*$",
    re.IGNORECASE,
)
_HEADED = re.compile(r"^\*\*(?P<thing>[^*\n]{2,90}?)\*\*(?=\s\S)", re.MULTILINE)
_ITEM = re.compile(
    r"^\s*(?:[-*•]|\d{1,2}[.)])\s+(?P<thing>[^\n]{2,90}?)(?:\s\[\d+\])*\s*$", re.MULTILINE
)
_JOINED = re.compile(r"\s(?:and|en|&)\s|,\s")


def with_the_nth(question: str, named: Sequence[str]) -> str:
    """A question with "the second one" replaced by the second of the names that were ``named``;
    empty when it points at none, or when there is no such name."""
    match = _NTH.search(question)
    if not match:
        return ""
    names = [piece for name in named for piece in _JOINED.split(name)]
    place = _PLACES.get(match["nth"].lower(), -1)
    if len(names) < 2 or place >= len(names):
        return ""
    return f"{question[: match.start()]}{names[place]}{question[match.end() :]}"


def nth_of(reply: str, count: int) -> int | None:
    """Which of ``count`` things a reply takes, counted from 0, when it says nothing else ("de
    tweede", "the last one", "2"); None for another reply."""
    match = _ALONE.match(reply)
    if not match:
        return None
    said = match["nth"].lower()
    place = int(said) - 1 if said.isdigit() else _PLACES[said]
    if place < 0:
        place += count if not said.isdigit() else -count
    return place if 0 <= place < count else None


def listed(answer: str, named: Sequence[str]) -> tuple[str, ...]:
    """The things of an answer that can be counted off: what its headings in bold say, or the items
    of its list, or else those ``named`` in it."""
    for form in (_HEADED, _ITEM):
        found = tuple(match["thing"].strip(" .:") for match in form.finditer(answer))
        if len(found) > 1:
            return found
    return tuple(named)
