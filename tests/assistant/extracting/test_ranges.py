"""Ranges that a figure lies in."""

from __future__ import annotations

import pytest

from assistant.extracting.ranges import lies_within


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Lokaal van 25 tot 50 m²", 30),
        ("Lokaal tot 25 m²", 12),
        ("halls with more than 400 seats", 500),
        ("16-24 jaar", 18),
        ("60 jaar en ouder", 66),
        ("tussen 100 en 200 plaatsen", 150),
        ("children from 6 to 12 years", 12),
        ("from 1,000 to 5,000 visitors", 1500),
        ("5 or more players", 8),
    ],
)
def test_a_figure_within_a_range(text: str, value: float) -> None:
    assert lies_within(value, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Lokaal van 25 tot 50 m²", 60),
        ("Lokaal tot 25 m²", 30),
        ("zalen met meer dan 400 plaatsen", 300),
        ("op 3 en 5 mei", 4),
        ("in 2019-2023 gold het niet", 2020),
        ("onder het oude besluit (tot 2025)", 17),
        ("niets van dat alles", 3),
    ],
)
def test_a_figure_outside_every_range(text: str, value: float) -> None:
    assert not lies_within(value, text)
