"""Insurance, customs and VAT come with plans by which works are seen or things taken along."""

from __future__ import annotations

import pytest

from assistant.answer import Question
from assistant.pipeline import Assistant


def begins(adviser: Assistant, plan: str) -> list[str]:
    """The names of the steps that somebody with a plan is told."""
    asks = "Waar begin ik?" if plan.startswith(("Ik ", "Wij ")) else "Where do I start?"
    claims = adviser.ask(Question(f"{plan} {asks}")).claims
    return [one.text[2:].partition(".**")[0] for one in claims if one.text.startswith("**")]


@pytest.mark.parametrize(
    "plan",
    [
        "I'm a choreographer and want to show my duet in {}.",
        "Ik ben stedenbouwkundige en wil een plein ontwerpen in {}.",
        "We develop computer games and want to launch one in {}.",
        "Ik ben mimespeler en wil mijn werk tonen in {}.",
        "I'm a jewellery designer and want to sell my rings in {}.",
        "Ik schrijf jeugdboeken en wil ze tonen op een beurs in {}.",
    ],
)
@pytest.mark.parametrize("country", ["Austria", "South Korea"])
def test_who_shows_no_works_insures_none(adviser: Assistant, plan: str, country: str) -> None:
    told = begins(adviser, plan.format(country))
    assert len(told) > 2  # a contact, money and a rule
    assert not {"Insurance", "Verzekering"} & {*told}


@pytest.mark.parametrize("country", ["Ireland", "Canada"])
def test_who_exhibits_works_is_told_who_insures_them(adviser: Assistant, country: str) -> None:
    plan = "I'm a ceramicist and will exhibit my vases in {}."
    assert "Insurance" in begins(adviser, plan.format(country))


def test_who_plans_a_building_brings_no_goods_over_a_border(adviser: Assistant) -> None:
    told = begins(adviser, "I'm an architect and want to renovate a school in Switzerland.")
    assert "Visa and work permit" in told
    assert not {"Customs and transport", "VAT"} & {*told}


def test_a_band_at_a_border_does(adviser: Assistant) -> None:
    told = begins(adviser, "We are a funk band and want to play in Switzerland.")
    assert "Customs and transport" in told


@pytest.mark.parametrize("country", ["Austria", "Denmark"])
def test_who_is_booked_at_showcases_begins_there(adviser: Assistant, country: str) -> None:
    told = begins(adviser, f"Wij zijn een indieband en willen spelen in {country}.")
    assert told.index("Podia, partners en toonmomenten") < told.index("Belasting")


def test_who_plays_classical_music_is_told_of_no_showcases(adviser: Assistant) -> None:
    told = begins(adviser, "We play in a string quartet and want to give a concert in Germany.")
    assert "Venues, partners and showcases" not in told


def test_who_tells_no_trade_hears_of_no_customs_within_the_union(adviser: Assistant) -> None:
    told = begins(adviser, "I'm a stage manager and want to go on tour in Denmark.")
    assert "Visa and work permit" in told
    assert "Customs and transport" not in told
