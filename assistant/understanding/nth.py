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
