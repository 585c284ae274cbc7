"""Whom people are sent to, and what they are told first, over the shipped fiches."""

from __future__ import annotations

import pytest

from assistant.answer import AnswerStatus, Question
from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("I'm a harpsichordist who wants to play in Portugal, who can help me?", "kunstenpunt"),
        ("I'm a composer and want my pieces played in Latvia. Who can help me?", "kunstenpunt"),
        ("Ik ben cellist en wil spelen in Noorwegen. Wie kan mij helpen?", "kunstenpunt"),
        ("I compose techno in a studio and want to play in Peru. Who can help me?", "vibe"),
        ("ons strijkkwartet wil naar Polen, bij wie kunnen we terecht?", "kunstenpunt"),
        ("our punk trio wants to play in Portugal, who can help us?", "vibe"),
        ("ik speel jazz en klassiek en wil naar Polen, bij wie kan ik terecht?", "vibe"),
    ],
)
def test_musicians_are_sent_to_who_works_for_their_kind_of_music(
    adviser: Assistant, text: str, pair: str
) -> None:
    answer = adviser.ask(Question(text))
    contacts = [one.document for one in answer.citations if one.document.startswith("organisation")]
    assert contacts[0].startswith(f"organisation-{pair}-")
    other = {"kunstenpunt": "vibe", "vibe": "kunstenpunt"}[pair]
    assert not any(one.startswith(f"organisation-{other}-") for one in contacts)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "Ik ben illustrator van een prentenboek en wil het tonen in Polen. Waar begin ik?",
            "literatuur",
        ),
        (
            "I'm an illustrator with a picture book and want to go to Peru. Where do I start?",
            "literatuur",
        ),
        (
            "Ik ben illustrator en wil exposeren in een galerie in Polen. Waar begin ik?",
            "kunstenpunt",
        ),
    ],
)
def test_illustrators_are_sent_to_who_works_for_what_they_make(
    adviser: Assistant, text: str, pair: str
) -> None:
    answer = adviser.ask(Question(text))
    contacts = [one.document for one in answer.citations if one.document.startswith("organisation")]
    assert contacts[0].startswith(f"organisation-{pair}")


@pytest.mark.parametrize(
    "text",
    [
        "Ik ben sopraan en wil zingen in Ierland. Wat is de eerste stap?",
        "We are a ska band and want to tour Denmark. What is the first step?",
        "I'm a writer and would like my farce staged in Norway. Where should I begin?",
        "Ik schrijf koorwerk en wil het laten uitvoeren in Finland. Waar begin ik?",
    ],
)
def test_who_asks_where_to_begin_is_told_first_whom_to_turn_to(
    adviser: Assistant, text: str
) -> None:
    claims = adviser.ask(Question(text)).claims
    assert claims[0].text.startswith(("Zo begin je", "This is how you start"))
    assert claims[1].text.startswith(("**Eerste contact", "**First contact"))


def test_parents_papers_are_no_question_to_a_fund(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question("Onze tekenklas met 14-jarigen stelt tentoon in Wenen: wat tekenen de ouders?")
    )
    assert "reistoelating" in answer.text
    assert "organisation-literatuur" not in " ".join(one.document for one in answer.citations)


def test_who_moves_is_told_what_holds_for_who_moves(adviser: Assistant) -> None:
    answer = adviser.ask(Question("Ik wil mij als beeldhouwer vestigen in Praag, wat regel ik?"))
    assert "weet Wegwijs in jouw geval niets" not in answer.text
    assert "Verhuis je naar een ander land van de EU" in answer.text
    assert "dienst bevolking" in answer.text


def test_who_moves_and_asks_of_a_diploma_is_told_both(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question("I'm a sculptor with a Belgian degree, can I open a practice in Bern?")
    ).text
    assert "ENIC-NARIC" in answer
    assert "If you move to another country" in answer


def test_a_diploma_is_no_moving(adviser: Assistant) -> None:
    answer = adviser.ask(Question("Is my degree in dance recognised in Estonia?"))
    assert answer.status is AnswerStatus.ANSWERED
    assert "ENIC-NARIC" in answer.text
    assert "If you move" not in answer.text


def test_a_carnet_for_a_country_that_is_not_known(adviser: Assistant) -> None:
    unknown = adviser.ask(Question("Do we need an ATA carnet for our harps in Laos?")).text
    known = adviser.ask(Question("Do we need an ATA carnet for our harps in Japan?")).text
    assert "whether the ATA carnet holds in the country that you name" in unknown
    assert "shipping agent" in unknown
    assert "whether the ATA carnet holds in the country that you name" not in known


def test_who_asks_for_an_a1_and_says_no_status_is_told_both(adviser: Assistant) -> None:
    answer = adviser.ask(Question("Waar vraag ik een A1 aan voor Hongarije?")).text
    assert "Ben je werknemer" in answer
    assert "ben je zelfstandige" in answer
    assert "vraag je het A1-formulier zelf" not in answer
    own = adviser.ask(Question("Ik ben zelfstandig. Waar vraag ik een A1 aan voor Hongarije?")).text
    assert "Ben je zelfstandige" in own


def test_benefits_are_asked_of_who_pays_them(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question("Ik krijg een werkloosheidsuitkering en mag twee maanden acteren in Praag. Wat"
                 " gebeurt er met mijn uitkering?")
    )  # fmt: skip
    told = answer.text
    assert "moet in België wonen" in told
    assert "uitbetalingsinstelling" in told
    assert "weet niet voor elk verblijf" not in told.partition("moet in België wonen")[0]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Wat is een kunstwerkattest?", "attest voor wie in de kunsten werkt"),
        ("What is the artist card?", "KVR"),
    ],
)
def test_what_a_paper_is_comes_first(adviser: Assistant, text: str, says: str) -> None:
    assert says in adviser.ask(Question(text)).claims[0].text
