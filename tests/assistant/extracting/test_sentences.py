"""Sentences end where people end them: not in abbreviations, decimals, initials or numbers."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.extracting.sentences import sentences


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een zin. Nog een zin.", ["Een zin.", "Nog een zin."]),
        ("Denk o.a. Aan dit.", ["Denk o.a. Aan dit."]),
        ("Zie art. 5 van het decreet. Het geldt.", ["Zie art. 5 van het decreet.", "Het geldt."]),
        ("Het gaat om 2.650 mensen. Dat is veel.", ["Het gaat om 2.650 mensen.", "Dat is veel."]),
        ("Zie § 4.1.1. Daar staat het.", ["Zie § 4.1.1.", "Daar staat het."]),
        ("J. Peeters schreef dit. Punt.", ["J. Peeters schreef dit.", "Punt."]),
        ("1. Van A naar B", ["1. Van A naar B"]),
        ("Dat zei prof. Janssens gisteren.", ["Dat zei prof. Janssens gisteren."]),
        ("e.g. Circus is one. So is dance.", ["e.g. Circus is one.", "So is dance."]),
        ("Zij werkten in de sector.De rest niet.", ["Zij werkten in de sector.", "De rest niet."]),
        ("Kijk op https://vi.be/nieuws. Daarna verder.", None),
        ("Muziek, dans, enz. De rest volgt.", ["Muziek, dans, enz.", "De rest volgt."]),
        ("VI.BE steunt artiesten.", ["VI.BE steunt artiesten."]),
        (
            "Waarom? Daarom! “Echt waar?” vroeg ze.",
            ["Waarom?", "Daarom!", "“Echt waar?” vroeg ze."],
        ),
        ("regel een\nregel twee", ["regel een", "regel twee"]),
    ],
)
def test_splits_where_a_sentence_ends(text: str, expected: list[str] | None) -> None:
    found = split(text)
    if expected is not None:
        assert found == expected
    else:
        assert found[0].startswith("Kijk op https://vi.be/nieuws")


@given(st.text(max_size=400))
def test_spans_are_ordered_trimmed_and_lose_nothing_but_white_space(text: str) -> None:
    spans = sentences(text)
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    kept = "".join(span.of(text) for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
