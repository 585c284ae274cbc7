"""The "ik" that is written with its verb as one word."""

from __future__ import annotations

import pytest

from assistant.understanding.contractions import taken_apart


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kheb een boot en kmoet naar zee", "ik heb een boot en ik moet naar zee"),
        ("Kzou graag varen", "Ik zou graag varen"),
        ("k'ga morgen", "ik ga morgen"),
    ],
)
def test_it_is_taken_from_its_verb(text: str, expected: str) -> None:
    assert taken_apart(text) == expected


@pytest.mark.parametrize(
    "text", ["een kwam boven", "de kraak en de kleer", "ok-heb", "kastaan", "de kreeg", "kanaal"]
)
def test_other_words_stay(text: str) -> None:
    assert taken_apart(text) == text
