"""Answers to cold questions that are in other words than the statements that answer them."""

from __future__ import annotations

import pytest

from assistant.answer import Answer, AnswerStatus, Question
from assistant.pipeline import Assistant


def _fiches(answer: Answer) -> list[str]:
    return [citation.document[:-3] for citation in answer.citations]


@pytest.mark.parametrize(
    ("fiche", "question"),
    [
        (
            "practice-authors-rights",
            "a theatre in Oslo copied my costume sketches without asking, what now",
        ),
        (
            "practice-instruments-cites",
            "welk papier heb ik nodig om met mijn fagot met een ivoren ring in Lima te spelen",
        ),
        (
            "funding-fit",
            "mijn galerie wil mij meenemen naar een beurs in Miami, wie betaalt die stand",
        ),
        (
            "practice-a1-employee",
            "ik verhuis naar Lyon maar blijf hier ook spelen, waar betaal ik dan mijn bijdragen",
        ),
    ],
)
def test_who_asks_in_other_words_gets_the_statement(
    adviser: Assistant, fiche: str, question: str
) -> None:
    assert fiche in _fiches(adviser.ask(Question(question)))


def test_rules_for_one_country_are_not_told_of_another(adviser: Assistant) -> None:
    answer = adviser.ask(Question("do I need a work permit for my concerts in Seoul?"))
    assert "practice-united-kingdom" not in _fiches(answer)


def test_a_figure_that_is_not_held_stays_refused(adviser: Assistant) -> None:
    answer = adviser.ask(Question("what do I pay for the certificate for my ivory bow?"))
    assert answer.status is AnswerStatus.NOT_IN_CORPUS


def test_one_grant_is_named_once(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question("an Australian publisher wants my graphic novel, is there money to translate it?")
    )
    leads = [claim.text for claim in answer.claims if claim.text.startswith("**Translation grant")]
    assert len(leads) <= 1
    assert "funding-literature-translation" in _fiches(answer)


@pytest.mark.parametrize(
    "question",
    ["How do I apply for an A1 form?", "hoe vraag ik een A1 aan?", "waar vraag ik een A1 aan?"],
)
def test_who_applies_for_a_form_is_not_told_how_to_apply_for_a_grant(
    adviser: Assistant, question: str
) -> None:
    fiches = _fiches(adviser.ask(Question(question)))
    assert fiches[0] == "practice-a1-employee"
    assert not [name for name in fiches if name.startswith("funding-")]
