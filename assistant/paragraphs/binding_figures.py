"""A figure that stands in a sentence may go with something else there: whose clause is it in?"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.extracting.numbers import Figure, FigureKind, figures
from assistant.paragraphs.comparing import Comparer, Comparison
from corpus.vocabulary import Language
from indexing.tokenising import folded

_BOUNDARY = re.compile(r"[;,]\s|\s(?:en|and|terwijl|while|whereas|maar|but|tegenover)\s")
_WORD = re.compile(r"[^\W\d_]{3,}")


class Bindings:
    """Looks closer at sentences that several figures of a kind stand in. May be shared."""

    def __init__(self, comparer: Comparer) -> None:
        self._comparer = comparer

    def checked(self, claim: str, lang: Language, one: Comparison) -> Comparison:
        """The comparison, with a figure of the claim as missing where another clause of the
        stretch, with a figure of its own, has more of the claim's words than the clause that the
        claim's figure stands in."""
        mine = figures(claim)
        if len(mine) != 1:
            return one
        (figure,) = mine
        if _kind(figure) is FigureKind.COUNT:
            return one  # what it counts stands behind it, and was compared
        segments = [
            (part, alike)
            # One clause may carry it alone only because the other, which it goes with, is left out.
            for part in _BOUNDARY.split(_whole(one))
            if (alike := [other for other in figures(part) if _kind(other) is _kind(figure)])
        ]
        own = [part for part, alike in segments if any(o.value == figure.value for o in alike)]
        others = [part for part, alike in segments if part not in own]
        if not own or not others:
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


def _whole(one: Comparison) -> str:
    """The text that a stretch is of, and what it was widened with."""
    unit = one.stretch.unit
    return one.stretch.text if one.stretch.wide or unit.table is not None else unit.text


def _kind(figure: Figure) -> FigureKind:
    shares = (FigureKind.PERCENTAGE, FigureKind.FRACTION)
    return FigureKind.PERCENTAGE if figure.kind in shares else figure.kind
