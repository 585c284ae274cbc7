"""What is handed in or lodged: what a question is about, though the word often frames one."""

from __future__ import annotations

import re

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
