"""Turns of phrase that may stand for each other: "in aanmerking komen" and "be eligible"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from assistant.support.content_words import ContentWord
from assistant.words import own_yaml

_LONG = 5  # letters from which a word of an expression may have an ending
_PARTS = 4  # words up to which every word of an expression is its own
_BETWEEN = r"(?:\W+\w+){0,6}?\W+"


@cache
def _listed(name: str) -> tuple[re.Pattern[str], ...]:
    content = own_yaml.load(Path(__file__).parent / "expressions.yaml")
    return tuple(
        re.compile("|".join(map(_pattern, sorted(group, key=len, reverse=True))), re.IGNORECASE)
        for group in content[name]
    )


@cache
def _groups() -> tuple[re.Pattern[str], ...]:
    return (*_listed("groups"), *_listed("denials"))


def _pattern(expression: str) -> str:
    parts = [
        r"\W+".join(
            re.escape(word) + (r"\w{0,2}" if len(word) >= _LONG and word.isalpha() else "")
            for word in part.split()
        )
        for part in expression.split("...")
    ]
    return rf"(?<!\w)(?:{_BETWEEN.join(parts)})(?!\w)"


@lru_cache(maxsize=2_000)
def _in(text: str) -> frozenset[int]:
    """The groups of which a text has an expression."""
    return frozenset(at for at, group in enumerate(_groups()) if group.search(text))


def reworded(units: Sequence[ContentWord], text: str, quote: str) -> set[int]:
    """The places of those ``units`` of a claim ``text`` that are part of a turn of phrase for which
    the quote has another."""
    found: set[int] = set()
    for at in _in(quote) & _in(text):
        for match in _groups()[at].finditer(text):
            whole = len(match[0].split()) <= _PARTS
            found.update(
                unit.place
                for unit in units
                if match.start() <= unit.start
                and unit.end <= match.end()
                and (whole or unit.start == match.start() or unit.end == match.end())
            )
    return found


Span = tuple[int, int]


@lru_cache(maxsize=2_000)
def denied_alike(claim: str, quote: str) -> tuple[tuple[Span, Span], ...]:
    """Where a claim and its quote may deny the same by different turns of phrase ("not eligible",
    "no grant"): pairs of spans, of the claim and of the quote, from 0. Only where each has one of
    its group, so that it is clear which stands for which."""
    found = []
    for group in _listed("denials"):
        here, there = (list(group.finditer(text)) for text in (claim, quote))
        if len(here) == len(there) == 1 and here[0][0].casefold() != there[0][0].casefold():
            found.append((here[0].span(), there[0].span()))
    return tuple(found)
