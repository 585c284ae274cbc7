"""The language of documents and of one-line questions."""

from __future__ import annotations

import pytest

from corpus.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Welke subsidies bestaan er voor circus?", "nl"),
        ("Hoeveel krijg je?", "nl"),
        ("subsidie Duitsland", "nl"),
        ("Wat is Creative Europe?", "nl"),
        ("Kunde gij mij zeggen waar da 'k moet zijn voor een beurs?", "nl"),
        ("Wa moet ek doen om in Frankrijk te spelen, zeg?", "nl"),
        ("'t is voor mijn groepke, hoe geraken we aan centen?", "nl"),
        ("btw in duitsland", "nl"),
        ("What is the deadline?", "en"),
        ("Which grants exist for dance companies?", "en"),
        ("touring in Germany", "en"),
        ("How much do I get for travel costs", "en"),
        ("Who do I ask about visas?", "en"),
        ("Quelles sont les aides pour le cirque ?", "fr"),
        ("Où trouver une résidence à Lyon?", "fr"),
        ("Combien coûte le visa", "fr"),
        ("Welche Förderung gibt es für Musik?", "de"),
        ("Wie hoch ist die Ausländersteuer?", "de"),
    ],
)
def test_questions(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "   ", "2035", "12.4 %", "???", "https://"])
def test_nothing_tells(text: str) -> None:
    assert detect(text) is None


def test_a_quotation_does_not_change_the_language_of_its_document() -> None:
    dutch = "De commissie besprak hoe gezelschappen hun reizen kunnen plannen en betalen. " * 6
    assert detect(dutch + "“We need to talk about the future of touring in Europe.”") == "nl"
