"""In what a figure is counted that a question asks for."""

from __future__ import annotations

import pytest

from assistant.understanding.dimensions import (
    asks_age,
    counted_in,
    dimension,
    speaks_of,
    speaks_of_age,
)

TIME, AREA, LENGTH, WEIGHT, LOUDNESS, EXTENT = range(6)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hoelang mag een repetitie duren?", TIME),
        ("How long is the interval?", TIME),
        ("Hoeveel weken op voorhand schrijf ik in?", TIME),
        ("How many square metres is the largest hall?", AREA),
        ("Hoeveel kilometer krijg ik terugbetaald?", LENGTH),
        ("Hoe zwaar mag een koffer zijn?", WEIGHT),
        ("Hoe luid mag een concert zijn?", LOUDNESS),
        ("How much time do choirs get to object?", TIME),
        ("Hoeveel tijd krijgt een fanfare?", TIME),
        ("How long may the touring proposal be?", EXTENT),
        ("Hoe lang mag mijn projectvoorstel zijn?", EXTENT),
        ("How long is the report kept?", TIME),
        ("How long is the application process?", TIME),
        ("How many dancers took part?", None),
        ("Hoe groot is het budget?", None),
        ("How far does the map reach?", None),
    ],
)
def test_what_a_figure_has_to_be_counted_in(question: str, expected: int | None) -> None:
    assert dimension(question) == expected


def test_a_unit_stands_right_behind_its_figure() -> None:
    assert counted_in("12 vierkante meter", 2, AREA)
    assert counted_in("a 5-day course", 3, TIME)
    assert counted_in("40 strekkende meter rek", 2, LENGTH)
    assert not counted_in("per square metre you pay 5 euros", 27, AREA)
    assert not counted_in("5 mensen", 1, LENGTH)


def test_a_header_names_a_unit() -> None:
    assert speaks_of("Duur (min)", TIME)
    assert not speaks_of("Minimum", TIME)


def test_an_age_needs_no_unit() -> None:
    assert asks_age("Up to what age may you take part?")
    assert speaks_of_age("for designers under 35")
    assert speaks_of_age("jongeren tot 18 jaar")
    assert not speaks_of_age("a shuttle every ten minutes")
