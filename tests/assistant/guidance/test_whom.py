"""Whom a refusal sends people to: who knows of the thing, the need, the discipline."""

from __future__ import annotations

import pytest

from assistant.answer import AnswerStatus, Question
from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("hoeveel verdient een jongleur gemiddeld in Finland?", "Circuscentrum"),
        ("wat kost het om een kortfilm in te schrijven in Locarno?", "VAF"),
        (
            "does the Polish book institute pay for a translation into Dutch?",
            "Literatuur Vlaanderen",
        ),
    ],
)
def test_a_refusal_names_who_knows(adviser: Assistant, question: str, name: str) -> None:
    answer = adviser.ask(Question(question))
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert name in answer.referrals[0].name
    assert all("Cultuurloket" not in one.name for one in answer.referrals)


def test_what_is_nearest_is_of_no_other_discipline(adviser: Assistant) -> None:
    answer = adviser.ask(Question("wat kost het om een kortfilm in te schrijven in Locarno?"))
    assert "sociaal-cultureel" not in answer.text
    assert "literaire" not in answer.text


def test_a_trade_with_a_capital_is_no_unknown_name(adviser: Assistant) -> None:
    answer = adviser.ask(Question("Als Orgelbouwer en muzikant wil ik naar Leipzig, is er steun?"))
    assert "komt niet voor" not in answer.text
    answer = adviser.ask(
        Question("Ik speel met mijn band in zaal Quarkweiler in Leipzig, is er steun?")
    )
    assert "Quarkweiler komt niet voor" in answer.text


def test_money_for_a_residency_is_asked_of_who_gives_it(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question("Residency in Finland, they pay no fee. Can I get money for it from Flanders?")
    )
    assert "organisation-cjm-en" in {citation.document for citation in answer.citations}


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("wat verdient een striptekenaar in Japan?", "Literatuur Vlaanderen"),
        ("hoeveel leden telt de Zweedse museumvereniging?", "FARO"),
        ("what is the entry fee of the Annecy animation festival?", "VAF"),
        ("how many architects from Belgium work in Denmark?", "Architecture"),
    ],
)
def test_a_refusal_sends_to_the_discipline_of_the_question(
    adviser: Assistant, question: str, name: str
) -> None:
    answer = adviser.ask(Question(question))
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert [name in one.name for one in answer.referrals] == [True]


@pytest.mark.parametrize("question", ["Oostende", "oudenaarde"])
def test_a_town_that_no_fiche_names_is_not_taken_for_what_is_spelled_alike(
    adviser: Assistant, question: str
) -> None:
    answer = adviser.ask(Question(question))
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert "Oostenrijk" not in answer.text
    assert "Oost-Brabant" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "wie kan mij helpen met btw",
        "who can help me with tax?",
        "who helps with work permits for my guest",
        "wie moet ik contacteren voor verzekering",
    ],
)
def test_who_asks_who_helps_with_a_rule_is_told_whom_to_turn_to(
    adviser: Assistant, question: str
) -> None:
    answer = adviser.ask(Question(question))
    assert answer.status is AnswerStatus.ANSWERED
    first = next(claim for claim in answer.claims if claim.citations)
    assert "Cultuurloket" in first.text
    assert not any("Circuscentrum" in claim.text for claim in answer.claims)
