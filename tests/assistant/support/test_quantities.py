"""Numbers in both notations."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.support.dates import NamedDate, dates
from assistant.support.quantities import carried, quantities


@pytest.mark.parametrize(
    ("text", "lang", "value", "unit"),
    [
        ("70,6 %", "nl", "70.6", "percent"),
        ("70.6%", "en", "70.6", "percent"),
        ("5.900 euro", "nl", "5900", "euro"),
        ("EUR 5,900", "en", "5900", "euro"),
        ("€ 2,5 miljoen", "nl", "2500000", "euro"),
        ("2.5 million euros", "en", "2500000", "euro"),
        ("vijfentwintig dagen", "nl", "25", "day"),
        ("twenty-five days", "en", "25", "day"),
        ("driehonderd leden", "nl", "300", ""),
        ("anderhalf jaar", "nl", "1.5", "year"),
        ("3 procentpunten", "nl", "3", "percentage point"),
    ],
)
def test_readings(text, lang, value, unit):
    (found,) = quantities(text, lang)
    assert found.values == {Decimal(value)}
    assert found.unit == unit


def test_an_unknown_language_keeps_both_readings():
    (found,) = quantities("5.900", None)
    assert found.values == {Decimal("5900"), Decimal("5.9")}


def test_a_unit_that_is_wanted_must_be_there():
    (percent,) = quantities("12 %", "nl")
    assert not carried(percent, quantities("12 landen", "nl"))
    assert not carried(percent, quantities("12 procentpunt", "nl"))
    assert carried(percent, quantities("12 procent", "nl"))


@given(st.integers(0, 10**9))
def test_a_whole_number_reads_as_itself_in_either_notation(number):
    assert Decimal(number) in quantities(f"{number:,}", "en")[0].values
    assert Decimal(number) in quantities(f"{number:,}".replace(",", "."), "nl")[0].values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("op 3 maart 2024", NamedDate(3, 3, 2024)),
        ("on March 3, 2024", NamedDate(3, 3, 2024)),
        ("sinds 2024-03", NamedDate(3, None, 2024)),
        ("21/11/2026", NamedDate(11, 21, 2026)),
    ],
)
def test_dates(text, expected):
    assert dates(text) == (expected,)


def test_may_is_mostly_a_verb():
    assert dates("You may apply.") == ()
    assert dates("Apply in May.") == (NamedDate(5, None, None),)
