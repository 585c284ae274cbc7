"""What the headings of a table make of the figures in its rows: sums of money, percentages."""

from __future__ import annotations

from assistant.extracting.asked import Asked
from assistant.extracting.counted import OTHER_COUNT
from assistant.extracting.evidence import Unit
from assistant.extracting.tables import of_money, of_shares
from assistant.understanding.answer_kind import AnswerKind


def of_prices(unit: Unit) -> bool:
    """Whether a unit is a row of a list of prices: it tells what something costs without a word
    for it."""
    return unit.table is not None and of_money(unit.table, unit.passage.section)


def fit_by_headings(asked: Asked, unit: Unit, fit: float) -> float:
    """How far a unit holds the wanted kind of figure (``fit``, 0 to 1), once its table's headings
    are read: any figure may be a sum or a share there."""
    if not 0.0 < fit < 1.0:
        return fit
    if asked.wanted is AnswerKind.AMOUNT:
        if of_prices(unit):
            return 1.0
        # A share is no sum of money.
        return fit * OTHER_COUNT if asked.money else fit
    if asked.wanted is AnswerKind.SHARE and unit.table is not None:
        return 1.0 if of_shares(unit.table, unit.passage.section) else fit
    return fit
