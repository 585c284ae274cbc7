"""Which term is asked to be explained, in whatever frame."""

from __future__ import annotations

import pytest

from assistant.understanding.term_asked import term_asked

FRAMES = (
    "wat is een {}?", "wa is da eigenlijk, zo'n {}?", "en wat is dan een {} precies", "{} = ?",
    "leg eens uit wat een {} is", "{}: wat is dat nu weer", "waar staat {} voor?",
    "definitie van {}", "wat houdt een {} in?", "geen idee wat een {} is, help",
    "Ik ken {} niet. Wat is dat?",
    "what's this {} thing?", "what exactly is a {}", "what does {} mean?",
    "explain {} please", "never heard of {}, what is that?", "tell me what a {} is",
    "what do they mean by {}", "{} - what's that?",
)  # fmt: skip


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("term", ["A1", "tax treaty", "kunstwerkattest"])
def test_a_frame_leaves_the_term(frame: str, term: str) -> None:
    asked = term_asked(frame.format(term))
    assert asked is not None
    assert asked.term == term


def test_what_with_a_name_behind_it_is_no_contraction() -> None:
    asked = term_asked("tell me what SHELL is")
    assert asked is not None
    assert asked.term == "SHELL"


def test_a_general_noun_belongs_to_no_term() -> None:
    asked = term_asked("what is the A1 form?")
    assert asked is not None
    assert (asked.term, asked.whole, asked.definite) == ("A1", "A1 form", True)


def test_a_story_is_what_the_question_points_back_to() -> None:
    asked = term_asked("mijn boeker zegt dat ik een carnet nodig heb, wat is dat?")
    assert asked is not None
    assert "carnet" in asked.told


@pytest.mark.parametrize(
    "text",
    [
        "What is withheld from the catch?",
        "what's taken off our share?",
        "what do I do with VAT if a Dutch shop orders two",
        "wat wordt er afgehouden in Spanje",
        "wat doet de haven met dat geld",
        "What is an A1, and how do I get one?",
        "I don't know which visa I need",
        "Our choir is invited to a festival in Italy. What help is there?",
        "We spelen in Spanje. Wat is er nodig?",
        "wat betekent dat voor mijn btw",
        "is een carnet verplicht?",
        "waar is Kunstenpunt",
        "ik ken niemand in Spanje",
    ],
)
def test_another_question_asks_for_no_term(text: str) -> None:
    assert term_asked(text) is None
