"""How many things a question asks for ("the five pillars")."""

from __future__ import annotations

import re

_WORDS = {
    "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "twaalf": 12, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
}  # fmt: skip
_ASKED_SIZE = re.compile(
    r"\b(?:de|welke|the|which|what|noem|name|deze|these|those|are|zijn)\s+(?:\w+\s)?("
    + "|".join(_WORDS)
    + r"|\d{1,2})\s+\w",
    re.IGNORECASE,
)


def asked_size(question: str) -> int | None:
    """How many things a list should have when the question says so ("de vijf ..."), else None."""
    match = _ASKED_SIZE.search(question)
    if not match:
        return None
    word = match.group(1).lower()
    size = _WORDS.get(word) or (int(word) if word.isdecimal() else 0)
    return size if 2 <= size <= 30 else None
