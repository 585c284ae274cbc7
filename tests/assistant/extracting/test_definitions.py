"""A sentence that says what something is, against one that merely mentions it."""

from __future__ import annotations

import pytest

from assistant.extracting.definitions import defines, points_back


@pytest.mark.parametrize(
    "text",
    [
        "Waterkring is een netwerk van werkplaatsen.",
        "Onder waterkring verstaan we een netwerk van werkplaatsen.",
        "Waterkring verwijst naar een netwerk.",
    ],
)
def test_definitions_score_above_mentions(text: str) -> None:
    mention = "Vorig jaar kwam ook de waterkring ter sprake op het overleg."
    assert defines(text, frozenset({"waterkring"})) > defines(mention, frozenset({"waterkring"}))


def test_a_sentence_may_define_what_stood_before_it() -> None:
    assert points_back("Dat laatste is een fonds voor makers.")
    assert not points_back("De makers vragen een fonds.")
