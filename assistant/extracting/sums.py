"""What a sum of money says by itself: that it is money, and what something costs."""

from __future__ import annotations

from assistant.extracting.asked import Asked
from assistant.extracting.evidence import Unit
from assistant.extracting.numbers import FigureKind, figures
from assistant.understanding.answer_kind import AnswerKind
from assistant.words import kind_nouns

PRICED = 0.85
"""What a row of a price list is worth for "costs", and a sum for "money"."""


def with_sums(asked: Asked, parts: tuple[Unit, ...], own: list[list[float]]) -> list[list[float]]:
    """What the units hold, where a sum says by itself that it is money ("hoeveel geld")."""
    nouns = kind_nouns()["amount"]
    places = (
        [at for at, c in enumerate(asked.concepts) if c.surface.lower() in nouns]
        if asked.wanted is AnswerKind.AMOUNT
        else []
    )
    if not places:
        return own
    return [
        [max(held, PRICED) if at in places else held for at, held in enumerate(strengths)]
        if any(figure.kind is FigureKind.AMOUNT for figure in figures(unit.text))
        else strengths
        for unit, strengths in zip(parts, own, strict=True)
    ]
