"""A sentence that says what something is, against one that merely mentions it."""

from __future__ import annotations

import pytest

from assistant.extracting.answer_type import type_fit
from assistant.extracting.definitions import defines, points_back
from assistant.understanding import AnswerKind
from corpus.document import BlockKind


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


@pytest.mark.parametrize(
    "text",
    [
        "Waterkring, een netwerk van werkplaatsen, zoekt leden.",
        "Waterkring of Northern Harbours, een netwerk van werkplaatsen.",
        "De waterkringen – het netwerk van de haven – groeien.",
        "Waterkring (een netwerk) zoekt leden.",
    ],
)
def test_what_stands_beside_a_name_says_what_it_is(text: str) -> None:
    assert defines(text, frozenset({"waterkring"})) >= 0.6


@pytest.mark.parametrize(
    "text",
    [
        "Waterkring, Zeezicht en de Kustraad zoeken leden.",
        "Waterkring, met zes havens, zoekt leden.",
        "Dat bleek in de haven (Waterkring, 2023).",
    ],
)
def test_what_follows_a_name_in_a_row_or_a_reference_says_nothing_of_it(text: str) -> None:
    fit = type_fit(AnswerKind.DEFINITION, text, BlockKind.PARAGRAPH, frozenset({"waterkring"}))
    assert fit < 0.6


def test_an_entry_of_a_list_of_terms_defines_its_term() -> None:
    subject = frozenset({"strandfonds", "kustbeurs"})
    entry = "Kustbeurs: een bijdrage aan wie langs zee werkt."
    assert defines(entry, subject) > 0.9
    assert defines("Andere regels: de kustbeurs komt later ter sprake.", subject) < 0.5
