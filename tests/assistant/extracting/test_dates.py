"""Dates, periods and years are found whole; pages and decimals are no years."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.extracting.dates import dates, days, localised, years


@pytest.mark.parametrize(
    ("text", "surface", "precision"),
    [
        ("op 30 september 2021 voorgesteld", "30 september 2021", "day"),
        ("by 3 May 2024", "3 May 2024", "day"),
        ("eind 2020 opgericht", "eind 2020", "season"),
        ("in juni 2010", "juni 2010", "month"),
        ("de periode 2021-2025", "2021-2025", "period"),
        ("sinds 2007", "2007", "year"),
        ("a fair in Brighton, in May, for music", "May", "month"),
        ("elk jaar eind september", "september", "month"),
        ("open vanaf maart", "maart", "month"),
        ("closed from October to the spring", "October", "month"),
        ("apply by March 24, 2024.", "March 24, 2024", "day"),
        ("the hall opens on Oct. 8th", "Oct. 8th", "day"),
        ("Deadline: 2024 July 1 - 6", "2024 July 1 - 6", "day"),
        ("Deadline: 2024 April", "2024 April", "month"),
        ("open op 3 okt. en dicht", "3 okt.", "day"),
        ("in april 12 concerten", "april", "month"),
    ],
)
def test_a_date_is_found_whole(text: str, surface: str, precision: str) -> None:
    (found,) = dates(text)
    assert (found.surface, found.precision) == (surface, precision)


def test_the_day_may_stand_behind_the_month() -> None:
    assert days("closed on May 3, 2024 and 4 mrt 2025") == (date(2024, 5, 3), date(2025, 3, 4))


def test_figures_are_no_years() -> None:
    assert dates("2.015 leden, 2015,5 punten") == ()
    assert dates("You may come") == ()
    assert years("van 2000-2001 tot 2016") == {2000, 2001, 2016}


def test_months_are_named_in_the_readers_language() -> None:
    assert localised("30 september 2021", "en") == "30 September 2021"
    assert localised("3 May 2024", "nl") == "3 mei 2024"
    assert localised("eind 2020", "en") == "end of 2020"
