"""Whether the figures of a sentence or row count what is asked for, in what it is counted in."""

from __future__ import annotations

from assistant.extracting.asked import Asked
from assistant.extracting.counting import (
    asks_people,
    countable,
    counts,
    counts_one,
    counts_persons,
    labelled,
    names_persons,
    numbered,
    stems,
)
from assistant.extracting.evidence import Unit
from assistant.extracting.numbers import FigureKind, figures, number_value
from assistant.extracting.ranges import lies_within
from assistant.extracting.tables import row_text
from assistant.understanding.answer_kind import AnswerKind
from assistant.understanding.dimensions import (
    Dimension,
    asks_age,
    asks_times,
    counted_in,
    speaks_of,
    speaks_of_age,
    tells_one,
    tells_times,
)
from indexing.tokenising import folded

OTHER_COUNT = 0.4  # a figure that counts something else than what is asked
_OTHER_UNIT = 0.7  # months, where days are asked for
_IN_RANGE = 0.9  # a figure of the question that a range holds


def values_counted(asked: Asked) -> tuple[tuple[int, float], ...]:
    """The places among the concepts and the values of what a question counts: a sum of money, a
    share and a year are claims."""
    counted = {one.value for one in figures(asked.text) if one.kind is FigureKind.COUNT}
    given = ((at, number_value(c.surface)) for at, c in enumerate(asked.concepts))
    return tuple((at, value) for at, value in given if value is not None and value in counted)


def with_ranges(
    strengths: list[float], values: tuple[tuple[int, float], ...], unit: Unit
) -> list[float]:
    """What a unit holds, with the figures that lie in a range of it: "30 m²" in "25 to 50 m²".

    Of a row of a table its name and its columns' headers tell the range.
    """
    row = unit.table
    text = unit.text if row is None else " ; ".join((row.cells[0], *row.header))
    held = list(strengths)
    for at, value in values:
        if lies_within(value, text):
            held[at] = max(held[at], _IN_RANGE)
    return held


def _counted(asked: Asked, unit: Unit) -> bool:
    """Whether a figure in the unit counts what is asked ("hoeveel bedrijven": "100 bedrijven")."""
    beginnings = stems(c for c in asked.concepts if c.surface in asked.attribute)
    people = asks_people(asked.attribute)
    text = row_text(unit.table) if unit.table is not None else unit.text
    if unit.table is not None:
        # A figure counts what its column's header says.
        for header, cell in zip(unit.table.header, unit.table.cells, strict=False):
            named = _named(header, beginnings) or (people and names_persons(header))
            if named and figures(cell):
                return True
        # In a row that is called by what it counts ("Concerts; 62; 54") each figure does.
        called, *cells = unit.table.cells or ("",)
        if not figures(called) and _named(called, beginnings):
            return any(figures(cell) for cell in cells)
    return any(
        counts(text, figure.end, beginnings)
        or labelled(text, figure.start, beginnings)
        or numbered(text, figure.start, beginnings)
        or (people and counts_persons(text, figure.end))
        for figure in figures(text)
    )


def _named(label: str, beginnings: frozenset[str]) -> bool:
    return any(stem in folded(label) for stem in beginnings)


def told_in_words(asked: Asked, text: str) -> bool:
    """Whether a text tells how many, how often or how long without a figure: "maandelijks", "een
    week", "niet meer dan een volmacht"."""
    if asked.wanted is AnswerKind.COUNT:
        counted = stems(c for c in asked.concepts if c.surface in asked.attribute)
        return (asks_times(asked.text) and tells_times(text)) or counts_one(text, counted)
    wanted = asked.dimension
    return asked.wanted is AnswerKind.FIGURE and wanted is not None and tells_one(text, wanted)


def fitting_measure(asked: Asked, unit: Unit) -> float:
    """How well a figure in the unit counts what is asked for, in what it has to be counted in."""
    # "Hoeveel waarborg": what has no number may be told in anything.
    things = asked.kind is AnswerKind.COUNT and countable(asked.attribute)
    counted = not things or _counted(asked, unit)
    wanted = asked.dimension
    if wanted is None:
        if asks_times(asked.text) and not tells_times(unit.text):
            return _OTHER_UNIT
        return 1.0 if counted else OTHER_COUNT
    if not _in_dimension(asked, wanted, unit):
        return OTHER_COUNT * (1.0 if counted else OTHER_COUNT)
    return 1.0 if counted else _OTHER_UNIT


def _in_dimension(asked: Asked, wanted: Dimension, unit: Unit) -> bool:
    """Whether a figure in the unit is counted in a unit of the dimension."""
    found = figures(unit.text)
    if asks_age(asked.text):
        return bool(found) and speaks_of_age(unit.text)
    if any(counted_in(unit.text, figure.end, wanted) for figure in found):
        return True
    row = unit.table
    return row is not None and speaks_of(" ".join((row.caption, *row.header)), wanted)
