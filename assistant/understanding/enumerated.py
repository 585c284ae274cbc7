"""Rules that are asked about in a row by their names ("what about a visa, insurance and tax"), or
by two verbs before one thing ("how do we ship and insure it"): each is a question of its own."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.understanding.carrying import content_size

Matters = Callable[[str], frozenset[str]]
"""Which rules a few words name."""

_ABOUT = re.compile(
    r"^(?P<frame>\W*(?:(?:en|and)\s)?(?:wat?\smet|what\sabout|how\sabout"
    r"|hoe\szit\s(?:het|da|dat|'t)\smet))\s(?P<row>.+?)\W*$",
    re.IGNORECASE,
)
_BEHIND_COLON = re.compile(r"^(?P<lead>[^:?]{3,}?)\s?:\s(?P<row>[^:?]+?)\W*$")
_VERBS = re.compile(
    r"^(?P<frame>\W*(?:how|hoe|where|waar|who|wie)\s(?:(?:do|can|should|must|could)\s(?:we|i|you)\s)?)"
    r"(?P<first>[^\W\d_]+)\s(?:en|and|&)\s(?P<second>[^\W\d_]+)\s(?P<thing>[^,;]+?)\W*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r",\s+(?:(?:en|and|of|or)\s)?|\s(?:en|and|&|\+|plus)\s", re.IGNORECASE)
_LONGEST = 6  # words of one in a row
_LEAST = 2  # rules that a row names


def nothing(_words: str) -> frozenset[str]:
    """No words name a rule where there are no fiches."""
    return frozenset()


def one_by_one(piece: str, matters: Matters) -> list[str]:
    """The questions that a question about several rules in a row is; itself where it is one."""
    if match := _ABOUT.match(piece):
        return [f"{match['frame']} {one}" for one in row(match["row"], matters)] or [piece]
    if match := _BEHIND_COLON.match(piece):
        return [f"{one}?" for one in row(match["row"], matters)] or [piece]
    if match := _VERBS.match(piece):
        asked = [f"{match['frame']}{match[name]} {match['thing']}" for name in ("first", "second")]
        named = [matters(f"{match[name]} it {match[name]}") for name in ("first", "second")]
        if all(len(one) == 1 for one in named) and named[0] != named[1]:
            return [f"{one}?" for one in asked]
    return [piece]


def behind_colon(sentence: str, matters: Matters) -> tuple[str, list[str]]:
    """What a sentence tells before a row of rules, and each of these as a question; the sentence
    itself where it ends on no row."""
    match = _BEHIND_COLON.match(sentence)
    found = row(match["row"], matters) if match else []
    return (
        (f"{match['lead']}.", [f"{one}?" for one in found]) if match and found else (sentence, [])
    )


def row(text: str, matters: Matters) -> list[str]:
    """The things in a row of which several name a rule each; empty for another text."""
    found = [one.strip() for one in _BETWEEN.split(text) if one.strip()]
    named = [matters(one) for one in found]
    if any(
        len(one.split()) > _LONGEST or not (own or content_size(one))
        for one, own in zip(found, named, strict=True)
    ):
        return []
    several = [one for one in named if len(one) == 1]
    different = len(several) == len(set(several)) >= _LEAST and not any(len(o) > 1 for o in named)
    return found if different else []
