"""Answered or refused, against what the documents hold; false answers and false refusals apart."""

from __future__ import annotations

from evals.measures.measure import PageText
from evals.measures.nuggets import asked_back
from evals.result import Result
from evals.suite import Item


def false_answer(item: Item, result: Result, _: PageText) -> float | None:
    """1 when a question that the corpus does not answer was answered; small talk has no answer."""
    if item.answerable or item.kind == "smalltalk":
        return None
    return float(not result.refused)


def false_refusal(item: Item, result: Result, _: PageText) -> float | None:
    """1 when an answerable question was refused. A counter-question may be right: left out."""
    if not item.answerable or item.kind == "smalltalk" or asked_back(item, result):
        return None
    return float(result.refused)


def bare_refusal(_: Item, result: Result, __: PageText) -> float | None:
    """Of the refusals: 1 when it carries no citations; others quote what is near as no answer."""
    return float(not result.citations) if result.refused else None


def brier(item: Item, result: Result, _: PageText) -> float | None:
    """Squared distance between the stated confidence and whether there is an answer (1) or not (0).

    0 is best; always saying one half scores 0.25. None where no confidence is stated.

    Source: G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly
    Weather Review 78 (1950), in its usual form for two outcomes.
    """
    if result.confidence is None or item.kind in ("smalltalk", "ambiguous"):
        return None
    return (result.confidence - float(item.answerable)) ** 2
