"""Whether a text tells of a range that a figure lies in: "from 25 to 50", "more than 200"."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from assistant.extracting.numbers import number_value

_REMEMBERED = 2048  # texts
_N = r"(?<![\w.,/])(?P<{}>\d+(?:[.,]\d+)*)(?![\w/])"
_A, _B = _N.format("a"), _N.format("b")
_UNIT = r"(?:\s?[^\W\d_]+\.?){0,2}?"
_BETWEEN = re.compile(
    rf"{_A}{_UNIT}\s?(?:-|–|\btot\b(?: en met)?|\bt/m\b|\bto\b|\ben\b|\band\b)\s?{_B}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_BETWEEN_LEAD = re.compile(r"\b(?:tussen|between)\s(?:de\s|the\s)?\Z", re.IGNORECASE)
_UP_TO = re.compile(
    r"\b(?:tot(?: en met)?|hoogstens|maximaal|up to|at most|"
    r"(?:minder|kleiner|jonger|korter|lager|fewer|less|smaller|younger|shorter|lower) (?:dan|than)"
    rf"|onder|under|below)\s(?:de\s|the\s)?{_B}",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:vanaf|minstens|minimaal|at least"
    r"|(?:meer|groter|ouder|langer|hoger|more|larger|bigger|older|longer|higher) (?:dan|than)"
    rf"|boven|above|over)\s(?:de\s|the\s)?{_A}",
    re.IGNORECASE,
)
_OR_MORE = re.compile(
    rf"{_A}{_UNIT}\s(?:en|of|and|or)\s(?:meer|ouder|groter|hoger|langer|more|over|older|larger|above)\b",
    re.IGNORECASE,
)


def lies_within(value: float, text: str) -> bool:
    """Whether a range of ``text`` holds ``value``; the figures at its ends do."""
    return any(low <= value <= high for low, high in _ranges(text))


@lru_cache(maxsize=_REMEMBERED)
def _ranges(text: str) -> tuple[tuple[float, float], ...]:
    found: list[tuple[float, float]] = []
    taken: list[tuple[int, int]] = []
    for match in _BETWEEN.finditer(text):
        joined = re.search(r"\b(?:en|and)\b", match.group(), re.IGNORECASE) is not None
        if joined and not _BETWEEN_LEAD.search(text[: match.start()]):
            continue  # "3 en 5" are two figures
        low, high = number_value(match["a"]), number_value(match["b"])
        if _YEAR.fullmatch(match["b"]):
            continue
        if low is not None and high is not None and low < high:
            found.append((low, high))
            taken.append(match.span())
    for pattern, name in ((_UP_TO, "b"), (_FROM, "a"), (_OR_MORE, "a")):
        for match in pattern.finditer(text):
            inside = any(start < match.end(name) <= end for start, end in taken)
            if inside or _YEAR.fullmatch(match[name]):
                continue
            value = number_value(match[name])
            if value is not None:
                found.append((-math.inf, value) if name == "b" else (value, math.inf))
    return tuple(found)
