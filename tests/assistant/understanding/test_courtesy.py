"""Politeness around a question is set aside; what asks or tells something is not."""

from __future__ import annotations

import pytest

from assistant.understanding.courtesy import without_courtesy


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Could you help me with this? Who pays the tax? Thanks!", "Who pays the tax?"),
        ("Dag allemaal! Wie betaalt de zaal? Alvast bedankt", "Wie betaalt de zaal?"),
        ("Quick question: who pays the tax?", "who pays the tax?"),
        ("Sorry dat ik stoor, maar wie betaalt de zaal?", "wie betaalt de zaal?"),
        ("Wij dansen. Kan je mij helpen? Alvast bedankt", "Wij dansen."),
        ("Wij dansen. Wie kan mij helpen? Alvast bedankt", "Wij dansen. Wie kan mij helpen?"),
        ("We dance. So who could help us please?", "We dance. So who could help us please?"),
        ("Two questions. What is a carnet? Besides that: who pays?", "What is a carnet? who pays?"),
        ("wat is een carnet? nog iets: wie betaalt?", "wat is een carnet? wie betaalt?"),
    ],
)
def test_only_what_is_polite_goes(said: str, left: str) -> None:
    assert without_courtesy(said) == left


@pytest.mark.parametrize(
    "said",
    [
        "Wie kan mij helpen?",
        "What can you do?",
        "Wie kan helpen met een visum?",
        "Danser hier, wat nu?",
        "Mobility in the report: how many travelled?",
        "Help, my visa is late",
        "I need a carnet. What is it?",
        "Why do small, young choirs stop so early?",
        "Waarom stoppen kleine, jonge koren zo vroeg?",
    ],
)
def test_what_is_asked_stays(said: str) -> None:
    assert without_courtesy(said) == said
