"""Whether a text ends as sentences do, or goes on."""

from __future__ import annotations

import re

_ENDED = re.compile(r"[.!?:;…][)\]»”\"'’]*[⁰¹²³⁴-⁹\d]{0,3}$")
_OPEN = re.compile(
    r"(?:[,(/–-]|\b(?:de|het|een|en|of|van|in|op|met|voor|door|aan|bij|tot|te|dat|die|als|naar|om|"
    r"the|a|an|and|or|of|to|for|with|by|from|that|which|et|la|le|les|des|du))$",
    re.IGNORECASE,
)
_WANTING = re.compile(
    r"\b(?:de|het|een|en|of|tussen|zoals|volgens|tijdens|via|wegens|namelijk|zowel|the|a|an|and|or|"
    r"between|such as|et|ou|la|le|les|des|du|un|une|entre)$",
    re.IGNORECASE,
)


def ended(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(_ENDED.search(text[-12:]))


def open_ended(text: str) -> bool:
    """Whether a text ends in a word or a sign that cannot end a sentence."""
    return bool(_OPEN.search(text[-12:]))


def wanting(text: str) -> bool:
    """Whether a text ends in a word that another must follow, whatever its letters: no Dutch verb
    parts with it, as "door" and "aan" part."""
    return bool(_WANTING.search(text[-12:]))


def unclosed(text: str) -> bool:
    """Whether a parenthesis in a text is not closed."""
    return text.count("(") > text.count(")")
