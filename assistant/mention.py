"""A document as a question names it, and the question without it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LEAD = re.compile(
    r"(?:,?\s?\b(?:en|and|of|or)\s)?(?:\b(?:ook\s|also\s)?(?:volgens|according\sto|in|door|by|bij|from|uit)\s)?"
    r"(?:\b(?:de|het|the|een|an?)\s)?$",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"\s(?:en|and|,)(?=\s*(?:[?.,]|$))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A document as a question names it: ``text[start:end]``."""

    document: str
    start: int
    end: int


def without(text: str, mentions: Iterable[Mention]) -> str:
    """The text without the mentions and the words that lead them in, for what is asked itself."""
    for mention in sorted(mentions, key=lambda one: -one.start):
        text = f"{_LEAD.sub(' ', text[: mention.start])} {text[mention.end :]}"
    return " ".join(_LOOSE.sub(" ", text).split()).lstrip(":;, ")


def apart(start: int, end: int, mentions: Iterable[Mention]) -> bool:
    """Whether ``text[start:end]`` overlaps none of the mentions."""
    return all(end <= one.start or one.end <= start for one in mentions)
