"""Verbs that tell the same from either end: lend and borrow, pay and get, sell and buy.

A claim may tell from the other end what its quote tells, when its subject is the other one too.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from assistant.support.content_words import ContentWord
from assistant.support.tagging import Tagger, tables
from corpus.vocabulary import Language


def turns_round(
    verbs: Sequence[str], lang: Language, others: Sequence[str], other: Language, tagger: Tagger
) -> bool:
    """Whether one of some verbs is the converse of one of others."""
    mine = {end for verb in verbs for end in ends(verb, lang, tagger)}
    theirs = {end for verb in others for end in ends(verb, other, tagger)}
    return any((line, 1 - side) in theirs for line, side in mine)


def is_converse(
    verb: str, lang: Language, units: Sequence[ContentWord], other: Language, tagger: Tagger
) -> bool:
    """Whether a verb of a claim is the converse of one among the ``units`` of a quote."""
    mine = ends(verb, lang, tagger)
    theirs = [end for unit in units for form in unit.forms for end in ends(form, other, tagger)]
    return any((line, 1 - side) in theirs for line, side in mine)


def ends(verb: str, lang: Language, tagger: Tagger) -> set[tuple[int, int]]:
    """In which lines of the converse verbs a verb is, and on which side."""
    return {
        (line, side)
        for line, sides in enumerate(_converses())
        for side, verbs in enumerate(sides)
        if tagger.is_one_of(verb, lang, verbs)
    }


@cache
def _converses() -> tuple[tuple[frozenset[str], ...], ...]:
    """Pairs of verbs in either language that tell the same from either end."""
    return tuple(tuple(frozenset(side.split()) for side in sides) for sides in tables()["converse"])
