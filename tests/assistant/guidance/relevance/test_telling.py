"""What is told to one part of a question of who asks for guidance."""

from __future__ import annotations

from datetime import date

from assistant.answer import AnswerStatus, Question
from assistant.guidance.advice import Advice
from assistant.guidance.guide import Guide
from assistant.understanding import understand
from corpus.vocabulary import Vocabulary

TODAY = date(2026, 11, 22)
VOCABULARY = Vocabulary.load()


def told(guide: Guide, text: str, asked: str) -> Advice | None:
    """What is told to the part of a question that is asked so."""
    understood = understand(Question(text), VOCABULARY, subjects=guide.subjects)
    shares = guide.by_part(understood, understood.parts, TODAY)
    return next((one.advice for one in shares if any(asked in p.asked for p in one.parts)), None)


def test_the_few_statements_that_belong_are_told_and_no_others(guide: Guide) -> None:
    advice = told(
        guide,
        "We're a brass quintet and play three concerts in Aarhus. Do we pay tax there, and who"
        " collects the authors' rights?",
        "Do we pay tax there",
    )
    assert advice is not None
    assert advice.status is AnswerStatus.ANSWERED
    assert "country-dk-en" in advice.documents
    assert "No" in advice.lines[0].lead
    assert len([line for line in advice.lines if line.statements]) <= 3


def test_a_gap_is_told_alone_and_answers_partly(guide: Guide) -> None:
    advice = told(
        guide,
        "I'm a painter and want a residency in Marrakech for two months. Which residencies are"
        " there in Morocco, and do I need customs papers for my works?",
        "Which residencies",
    )
    assert advice is not None
    assert advice.status is AnswerStatus.PARTLY_ANSWERED
    assert ["no verified information" in line.text for line in advice.lines] == [True]


def test_a_number_of_the_question_is_set_beside_the_limit(guide: Guide) -> None:
    advice = told(
        guide,
        "I am a dancer with a job of 30 months in Poland. Who pays the social security, and do I"
        " need a visa?",
        "Who pays the social security",
    )
    assert advice is not None
    assert any("30 months" in line.text and not line.statements for line in advice.lines)


def test_where_a_price_is_asked_a_grant_is_not_told(guide: Guide) -> None:
    story = "Ons danscollectief speelt 8 keer in Lissabon."
    part = "wat kosten de vluchten?"
    assert told(guide, f"{story} Krijgen we subsidie en {part}", part) is None
    assert told(guide, f"{story} Krijgen we subsidie en {part}", "Krijgen we subsidie") is not None
