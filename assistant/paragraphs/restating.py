"""A share in words with the figure between brackets: "seven in ten … (70.6 %)" says it once."""

from __future__ import annotations

import re

from assistant.extracting.numbers import FigureKind, figures

_ONES = (
    ("een", "één", "one", "a"),
    ("twee", "two"),
    ("drie", "three"),
    ("vier", "four"),
    ("vijf", "five"),
    ("zes", "six"),
    ("zeven", "seven"),
    ("acht", "eight"),
    ("negen", "nine"),
    ("tien", "ten"),
)
_VALUES = {word: value for value, words in enumerate(_ONES, start=1) for word in words}
_WORDS = "|".join(sorted(_VALUES, key=len, reverse=True))
_SHARE = re.compile(
    r"\b(?:(?:ruim|bijna|zowat|ongeveer|meer dan|almost|nearly|about|over|some|more than|roughly)"
    rf"\s)?(?P<part>{_WORDS}|\d)\s(?:op|in|van|out of)\s(?:de\s|elke\s|every\s)?"
    rf"(?P<whole>{_WORDS}|10)\b"
    r"(?P<of>\s(?:of|van)\b)?",
    re.IGNORECASE,
)
_BETWEEN_BRACKETS = re.compile(r"\s?\((?P<inside>[^()]{1,24})\)")
_APART = 0.05  # by which a share in words may differ from the exact one


def restated(sentence: str) -> str:
    """The sentence with the exact figure in the place of the share in words, where both say the
    same; as it stands else."""
    share = _SHARE.search(sentence)
    exact = _BETWEEN_BRACKETS.search(sentence, share.end()) if share else None
    if share is None or exact is None:
        return sentence
    found = figures(exact["inside"])
    if len(found) != 1 or found[0].kind is not FigureKind.PERCENTAGE:
        return sentence
    said = _value(share["part"]) / _value(share["whole"])
    if abs(said - found[0].value / 100) > _APART:
        return sentence
    between = sentence[share.end() : exact.start()]
    joint = share["of"] or (" of" if re.search(r"\bout of\b", share.group()) else "")
    if not joint:
        joint = " of" if "every" in share.group() or " in " in share.group() else " van"
    return f"{sentence[: share.start()]}{exact['inside']}{joint}{between}{sentence[exact.end() :]}"


def _value(word: str) -> float:
    return float(word) if word.isdigit() else float(_VALUES[word.lower()])
