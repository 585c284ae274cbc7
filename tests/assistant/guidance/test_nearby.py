"""What is told where nothing answers: what stands near, and what holds in general."""

from __future__ import annotations

import pytest

from assistant.answer import Answer, AnswerStatus, Question
from assistant.pipeline import Assistant

NEAR = (
    "maar het komt in de buurt:",
    "but it comes near:",
    "This comes near:",
    "Dit geldt in het algemeen:",
    "This holds in general:",
)


def _documents(answer: Answer) -> list[str]:
    return [citation.document for citation in answer.citations]


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("Hoeveel kost een visum voor Georgië?", "practice-visas-nl"),
        ("Hoeveel belasting betaal ik op een gage in Turkije?", "practice-foreign-income-nl"),
        ("do I have to pay tax on a workshop in Serbia?", "practice-foreign-income-en"),
        ("What percentage is withheld from a performer's fee in Portugal?", "country-pt-en"),
        ("How high is the fine for a missing Limosa declaration?", "practice-limosa-en"),
    ],
)
def test_a_refusal_tells_what_is_near_and_says_that_it_is_no_answer(
    adviser: Assistant, question: str, document: str
) -> None:
    answer = adviser.ask(Question(question))
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert _documents(answer)[0] == document
    assert len([claim for claim in answer.claims if not claim.frame]) <= 4  # with the contact
    leads = [place for place, claim in enumerate(answer.claims) if claim.text.endswith(NEAR)]
    assert leads
    assert all(claim.frame for claim in answer.claims[: leads[0]])


@pytest.mark.parametrize(
    "question",
    [
        "What is the salary of the director of Kunstenpunt?",  # it asks for no guidance
        "How much money does the Sabam showcase grant give?",  # other grants are no neighbours
        "When is the deadline of the Flanders Dance Mobility Fund?",
        "Who won the Eurovision song contest in 1986?",
    ],
)
def test_what_asks_for_no_guidance_has_nothing_near(adviser: Assistant, question: str) -> None:
    answer = adviser.ask(Question(question))
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert not answer.citations


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        (
            "wa moek doen voor n optreden in turkije, zen met 4 man en ze betalen cash",
            {"practice-visas-nl", "practice-social-security-outside-europe-nl"},
        ),
        (
            "ons dansgezelschap heeft een werkingssubsidie van het kunstendecreet. kunnen wij "
            "daarbovenop nog geld krijgen voor een tournee in Latijns-Amerika?",
            {"funding-tip-nl"},
        ),
    ],
)
def test_who_tells_a_plan_is_advised_from_what_holds_in_general(
    adviser: Assistant, question: str, documents: set[str]
) -> None:
    answer = adviser.ask(Question(question))
    assert answer.status is AnswerStatus.ANSWERED
    assert documents <= set(_documents(answer))


@pytest.mark.parametrize(
    "question",
    [
        "telt mijn tournee in frankrijk mee voor mijn kunstwerkattest?",
        "btw in Zuid-Afrika op een optreden?",
        "Hebt ge een voorbeeld van een contract voor een optreden in het buitenland?",
    ],
)
def test_what_is_admitted_not_to_be_known_stays_a_refusal(
    adviser: Assistant, question: str
) -> None:
    assert adviser.ask(Question(question)).status is AnswerStatus.NOT_IN_CORPUS


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel kost een visum voor Georgië?",
        "wa moek doen voor n optreden in Georgië",
        "What does Flanders Arts Institute do for a musician who wants to break into Georgia?",
        "can my dance company get money to tour in Georgia?",
    ],
)
def test_a_country_without_a_fiche_is_said_once_in_every_answer(
    adviser: Assistant, question: str
) -> None:
    text = adviser.ask(Question(question)).text
    assert text.count("geen landenfiche") + text.count("no country fiche") == 1


def test_who_comes_here_is_not_sent_to_their_embassy(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question("We willen een Braziliaanse muzikante een maand uitnodigen in Leuven, betaald.")
    )
    assert "geen landenfiche" not in answer.text
