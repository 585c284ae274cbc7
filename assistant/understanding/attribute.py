"""What is asked of the subject: the word right after the question word ("de omzet", "inwoners")."""

from __future__ import annotations

import re

_ARTICLE = r"(?:(?:de|het|een|zijn|haar|hun|the|an?|its|their|your|his|her)\s)?"
_WORD = r"(?P<head>[^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+)?)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:hoeveel|how many|how much|welke?|which|what)\s{_WORD}",
        rf"\b(?:wat|wie|what|who)\s(?:is|was|zijn|waren|are|were|wordt|werd|'s)\s{_ARTICLE}{_WORD}"
        r"\s(?:van|voor|in|bij|op|aan|of|for|in|at|on)\b",
        # "When was it built": the last word says what happened.
        r"\b(?:wanneer|(?:in|sinds) welk jaar|when|(?:in|since) (?:which|what) year)\s"
        r"(?:is|was|waren|werd|werden|wordt|did|were|does)\s.*?(?P<head>[^\W\d_]+)\W*$",
        r"\bhoe\s(?:hoog|groot|lang|duur|oud)\s(?:is|was|zijn|waren)\s" + _ARTICLE + _WORD,
    )
)


def attribute(question: str) -> tuple[str, ...]:
    """The words of what is asked of the subject, lower case; empty when the form does not tell."""
    for pattern in _PATTERNS:
        if match := pattern.search(question):
            return tuple(match["head"].lower().split())
    return ()
