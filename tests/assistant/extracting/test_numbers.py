"""Figures are found with what they measure, in Dutch and in English notation."""

from __future__ import annotations

import pytest

from assistant.extracting.numbers import FigureKind, figures, is_limit, localised, number_value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5.900", 5900.0),
        ("5,900", 5900.0),
        ("70,6", 70.6),
        ("70.6", 70.6),
        ("1.234.567", 1234567.0),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("17 000", 17000.0),
        ("4.1.1", None),
        ("abc", None),
    ],
)
def test_number_value_reads_both_notations(text: str, value: float | None) -> None:
    assert number_value(text) == value


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Zowat 70,6% is actief", FigureKind.PERCENTAGE, 70.6),
        ("een daling van 30 procent", FigureKind.PERCENTAGE, 30.0),
        ("2,5 miljoen euro per jaar", FigureKind.AMOUNT, 2_500_000.0),
        ("€ 1.500 steun", FigureKind.AMOUNT, 1500.0),
        ("18.000 euro", FigureKind.AMOUNT, 18_000.0),
        ("it costs 16 euros a week", FigureKind.AMOUNT, 16.0),
        ("it costs GBP 16", FigureKind.AMOUNT, 16.0),
        ("a fine of 10,000 DKK", FigureKind.AMOUNT, 10_000.0),
        ("we try 5 of them", FigureKind.COUNT, 5.0),
        ("ongeveer 5.900 loontrekkenden", FigureKind.COUNT, 5900.0),
        ("zes onderzoeksinstellingen", FigureKind.COUNT, 6.0),
        ("één derde van de leden", FigureKind.FRACTION, 100 / 3),
        ("in 2010 verschenen", FigureKind.YEAR, 2010.0),
    ],
)
def test_the_kind_and_value_of_a_figure(text: str, kind: FigureKind, value: float) -> None:
    (figure,) = figures(text)
    assert figure.kind is kind
    assert figure.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text", ["zie Tabel 2", "§ 4.1.1", "p. 12", "voetnoot 13", "een museum", "jaren tachtig"]
)
def test_pointers_and_articles_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_notation_follows_the_reader() -> None:
    assert localised("70,6%", "en") == "70.6%"
    assert localised("5.900", "en") == "5,900"
    assert localised("5,900", "nl") == "5.900"
    assert localised("70.6%", "nl") == "70,6%"


def test_an_amount_may_be_written_in_words() -> None:
    (figure,) = figures("Het vignet kost twaalf euro.")
    assert (figure.kind, figure.value, figure.surface) == (FigureKind.AMOUNT, 12.0, "twaalf euro")


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("Een kind jonger dan 16 heeft toestemming nodig.", True),
        ("A grant of up to EUR 500 a person.", True),
        ("met een maximum van 25 euro", True),
        ("De regio telde 48 werkplaatsen.", False),
        ("Het fonds betaalde voor 75 concerten.", False),
    ],
)
def test_a_figure_that_ends_a_range_is_a_limit(text: str, limit: bool) -> None:
    (figure,) = [one for one in figures(text) if one.surface.strip("EUR o") and one.value > 1]
    assert is_limit(text, figure.start) is limit


@pytest.mark.parametrize("text", ["het 4C-fonds", "een film in 3D", "formulier 12A"])
def test_a_figure_that_a_capital_ends_is_a_name(text: str) -> None:
    assert not figures(text)


def test_thousands_in_short_stay_figures() -> None:
    assert [figure.value for figure in figures("20K bezoekers, 30 koren")] == [20.0, 30.0]
