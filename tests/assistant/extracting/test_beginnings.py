"""How words begin that are made of an index term."""

from __future__ import annotations

import pytest

from assistant.extracting.beginnings import beginnings


@pytest.mark.parametrize(
    ("stem", "word"),
    [
        ("jar", "jaar"),
        ("kunstenar", "kunstenaars"),
        ("schol", "school"),
        ("compani", "company"),
        ("fonds", "fonds"),
    ],
)
def test_a_word_begins_in_one_of_the_ways_of_its_stem(stem: str, word: str) -> None:
    assert any(word.startswith(beginning) for beginning in beginnings(stem))


@pytest.mark.parametrize("stem", ["boek", "ui", "bouw", "land"])
def test_other_stems_begin_one_way(stem: str) -> None:
    assert beginnings(stem) == (stem,)
