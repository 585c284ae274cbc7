"""A figure that stands in a sentence may go with something else there: whose clause is it in?"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.extracting.names import names
from assistant.extracting.numbers import Figure, FigureKind, figures
from assistant.paragraphs.comparing import Comparer, Comparison
from assistant.support.polarity import polarity
from corpus.vocabulary import Language
from indexing.analysis import stop_words
from indexing.tokenising import folded

_BOUNDARY = re.compile(r"[;,:]\s|[()]|\s(?:en|and|terwijl|while|whereas|maar|but|tegenover)\s")
_BRACKETED = re.compile(r"\((?P<inside>[^()]{2,60})\)")
_BEHIND_NAME = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'’.-]*(?:\s(?:[A-ZÀ-Þ][\w'’.-]*|van|de|of|the|for|voor)){0,5})\s$"
)
_NOT_THEM = re.compile(r",\s(?:en\s|and\s)?(?:niet|not)\s(?P<who>[^.,;:()]{3,50})")
_SHORT_WORD = re.compile(r"[^\W\d_]{2,}")
_EMPTY = stop_words("nl") | stop_words("en")
_WORD = re.compile(r"[^\W\d_]{3,}")


class Bindings:
    """Looks closer at sentences that several figures of a kind stand in. May be shared."""

    def __init__(self, comparer: Comparer) -> None:
        self._comparer = comparer

    def checked(self, claim: str, lang: Language, one: Comparison) -> Comparison:
        """The comparison, with a figure of the claim as missing where another clause of the
        stretch, with a figure of its own, has more of the claim's words than the clause that the
        claim's figure stands in."""
        if _excludes(_whole(one), claim):
            return replace(one, turned=("negation",), denied=True)
        if stray := _of_another(claim, _whole(one)):
            return replace(one, moved=(stray,))
        mine = figures(claim)
        if len(mine) != 1:
            return one
        (figure,) = mine
        segments = [
            (part, alike)
            # One clause may carry it alone only because the other, which it goes with, is left out.
            for part in _BOUNDARY.split(_whole(one))
            if (alike := [other for other in figures(part) if _alike(other, figure)])
        ]
        own = [part for part, alike in segments if any(o.value == figure.value for o in alike)]
        others = [part for part, alike in segments if part not in own]
        if not own or not others:
            return one
        if _kind(figure) is FigureKind.COUNT:
            # What it counts stands behind it, and was compared; of whom is told by a name.
            named = _names_in(claim)
            most_named = max(len(named & _names_in(part)) for part in own)
            if all(len(named & _names_in(part)) <= most_named for part in others):
                return one
        most = max(self._matched(claim, lang, one, part) for part in own)
        rivals = {part: self._matched(claim, lang, one, part) for part in others}
        closest = max(rivals, key=lambda part: rivals[part])
        if rivals[closest] <= most:
            return one
        return replace(one, stretch=replace(one.stretch, text=closest), figures=(figure.surface,))

    def _matched(self, claim: str, lang: Language, one: Comparison, part: str) -> tuple[int, int]:
        """How many words of the claim stand in a clause, in any form and as they are written."""
        compared = self._comparer.compare(claim, lang, replace(one.stretch, text=part))
        told = {folded(word) for word in _WORD.findall(part)}
        same = {folded(word) for word in _WORD.findall(claim)} & told
        return compared.matched, len(same)


def _excludes(text: str, claim: str) -> bool:
    """Whether a text says ", not you as an artist" of whom the claim, which denies nothing, tells
    it."""
    if polarity(claim).negations:
        return False
    told = {folded(word) for word in _SHORT_WORD.findall(claim)}
    for match in _NOT_THEM.finditer(text):
        out = {folded(word) for word in _SHORT_WORD.findall(match["who"])}
        if out - _EMPTY and out - _EMPTY <= told:
            return True
    return False


def _of_another(claim: str, text: str) -> str:
    """A word or year of the claim that the text has only between brackets behind a name which the
    claim does not have: "Haven Theatre (coordinator)"; empty where there is none."""
    told = folded(claim)
    outside = folded(_BRACKETED.sub(" ", text))
    own = _names_in(claim)
    for match in _BRACKETED.finditer(text):
        inside = {folded(word) for word in re.findall(r"\w{4,}", match["inside"])}
        mine = {word for word in inside if re.search(rf"\b{word}\b", told)}
        only = {word for word in mine if word not in outside} - own
        before = _BEHIND_NAME.search(text[: match.start()])
        if not only or before is None:
            continue
        whose = {folded(word) for word in re.findall(r"\w{3,}", before["name"])}
        if whose and not any(re.search(rf"\b{word}\b", told) for word in whose):
            return min(only)
    return ""


def _names_in(text: str) -> set[str]:
    return {folded(name.surface) for name in names(text)}


def _whole(one: Comparison) -> str:
    """The text that a stretch is of, and what it was widened with."""
    unit = one.stretch.unit
    return one.stretch.text if one.stretch.wide or unit.table is not None else unit.text


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two figures can be told of the same: of sums in a row the currency is told once."""
    sums = (FigureKind.AMOUNT, FigureKind.COUNT)
    return _kind(one) is _kind(other) or (one.kind in sums and other.kind in sums)


def _kind(figure: Figure) -> FigureKind:
    shares = (FigureKind.PERCENTAGE, FigureKind.FRACTION)
    return FigureKind.PERCENTAGE if figure.kind in shares else figure.kind
