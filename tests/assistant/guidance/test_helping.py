"""Who asks who can help is told of people, and no route."""

from __future__ import annotations

import pytest

from assistant.answer import AnswerStatus, Question
from assistant.pipeline import Assistant

_PLANS = [
    ("I'm a puppeteer and I'd like to play in {}.", "organisation-kunstenpunt"),
    ("Wij zijn een reggaeband en willen spelen in {}.", "organisation-vibe"),
    ("Ik schrijf korte verhalen en wil ze uitgeven in {}.", "organisation-literatuur-vlaanderen"),
    ("I make animated films and hope to screen one in {}.", "organisation-vaf"),
    ("Ik ben jongleur en zou graag optreden in {}.", "organisation-circuscentrum"),
    ("We sing in an amateur choir and want to give a concert in {}.", "organisation-koor-en-stem"),
    ("I am an architect and want to show a model in {}.", "organisation-vai"),
    ("Ik ontwerp schoenen en wil ze tonen in {}.", "organisation-flanders-dc"),
]
_STEPS = ("**Visa", "**Visum", "**Tax", "**Belasting", "**Social", "**Sociale", "**Insurance")


def pairs(adviser: Assistant, text: str) -> list[str]:
    """The fiches that an answer cites, in order, each once."""
    answer = adviser.ask(Question(text))
    assert answer.status is AnswerStatus.ANSWERED
    assert not any(claim.text.startswith(_STEPS) for claim in answer.claims)
    return list(dict.fromkeys(one.document.rpartition("-")[0] for one in answer.citations))


def whom(plan: str, country: str) -> str:
    """A plan for a country, and who can help with it."""
    dutch = plan.startswith(("Ik ", "Wij "))
    asks = "Bij wie kan ik terecht?" if dutch else "Who could help us?"
    return f"{plan.format(country)} {asks}"


@pytest.mark.parametrize(("plan", "house"), _PLANS)
@pytest.mark.parametrize("country", ["Portugal", "Canada"])
def test_the_house_of_the_trade_comes_first_then_who_knows_rules(
    adviser: Assistant, plan: str, house: str, country: str
) -> None:
    told = pairs(adviser, whom(plan, country))
    assert told[0] == house
    assert "organisation-cultuurloket" in told


@pytest.mark.parametrize(
    ("country", "there"),
    [("Hungary", "Hungarian"), ("Norway", "Performing Arts Hub"), ("Morocco", "Darna")],
)
def test_who_helps_in_the_country_is_told(adviser: Assistant, country: str, there: str) -> None:
    text = f"I'm a mime artist and I'd like to perform in {country}. Who do I contact?"
    assert there in adviser.ask(Question(text)).text


def test_who_gives_the_money_that_fits_is_told_with_it(adviser: Assistant) -> None:
    told = pairs(adviser, "Ik ben mimespeler en wil optreden in Polen. Wie kan mij helpen?")
    assert told.index("funding-tip") < told.index("organisation-cjm")


def test_where_nothing_is_known_of_a_country_that_is_said(adviser: Assistant) -> None:
    text = "I'm a sculptor and want to exhibit in Peru. Who can help me?"
    assert "no country fiche on Peru" in adviser.ask(Question(text)).text


@pytest.mark.parametrize(
    "text",
    [
        "My fee for a show in Spain was never paid. Who can help me?",
        "I'm a singer and need a visa for Japan. Who can help me?",
    ],
)
def test_a_mishap_or_a_rule_is_what_is_asked(adviser: Assistant, text: str) -> None:
    told = adviser.ask(Question(text))
    assert not any(claim.text.startswith("**Rules.**") for claim in told.claims)


def test_who_asks_where_to_begin_as_well_gets_the_steps(adviser: Assistant) -> None:
    text = "Ik ben mimespeler en wil optreden in Polen. Waar begin ik en wie kan mij helpen?"
    claims = adviser.ask(Question(text)).claims
    assert claims[0].text.startswith("Zo begin je")


def test_a_work_that_is_brought_along_is_no_freight(adviser: Assistant) -> None:
    text = "I make theatre and want to take my show to Austria. Where do I start?"
    answer = adviser.ask(Question(text))
    assert answer.claims[0].text.startswith("This is how you start with theatre")
    assert "carnet" not in answer.text
