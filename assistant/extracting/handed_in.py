"""What a question is about, though the word often frames one: what is handed in or lodged, and what
is called by such a word in capitals."""

from __future__ import annotations

import re

from indexing.tokenising import folded

_CAPITALS = re.compile(r"\b[A-ZÀ-Þ]{3,}\b")
_HANDS_IN = re.compile(
    r"\b(?:hand(?:s|ed|ing)?\s[^?]*\bin|send(?:s|ing)?\s[^?]*\bin|sent in|submit\w*|due"
    r"|dien\w*\s[^?]*\bin|in(?:dienen|gediend|leveren|geleverd|sturen|gestuurd|zenden)"
    r"|lever\w*\s[^?]*\bin|maak\w*|maken|aantekenen|teken\s[^?]*\baan)\b",
    re.IGNORECASE,
)
_HANDED_IN = frozenset(("report", "reports", "rapport", "rapporten", "bezwaar"))


def handed_in(question: str) -> frozenset[str]:
    """The words (lower case) for what a question says is handed in: "when is the report due" asks
    about a report, "what does the report say" in one."""
    return _HANDED_IN if _HANDS_IN.search(question) else frozenset()


def in_capitals(text: str) -> frozenset[str]:
    """The words (folded) that stand in capitals in a text that has small letters, too."""
    if text.isupper():
        return frozenset()
    return frozenset(folded(word) for word in _CAPITALS.findall(text))
