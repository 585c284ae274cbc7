"""Regions of several countries, and countries that no fiche is about."""

from __future__ import annotations

import pytest

from assistant.answer import AnswerStatus
from assistant.guidance.scope import ScopeReader
from assistant.pipeline import Assistant
from corpus.vocabulary import Vocabulary
from tests.assistant.guidance.test_advising import ask


@pytest.fixture(scope="module")
def scopes() -> ScopeReader:
    return ScopeReader(Vocabulary.load())


@pytest.mark.parametrize(
    ("text", "regions", "countries"),
    [
        ("een tournee door de Baltische staten", ("baltic",), ()),
        ("festivals in Latin America", ("latin-america",), ()),
        ("een Oost-Europese uitgever", ("eastern-europe",), ()),
        ("concerts in South Africa", (), ("za",)),
        ("concerten in Zuid-Amerika", ("south-america",), ()),
        ("Scandinavië, vooral Noorwegen", (), ("no",)),
        ("we go outside the EU", ("outside-europe",), ()),
        ("I come from outside the EU", (), ()),
    ],
)
def test_a_region_is_told_from_a_country(
    scopes: ScopeReader, text: str, regions: tuple[str, ...], countries: tuple[str, ...]
) -> None:
    scope = scopes.read(text)
    assert (scope.regions, scope.countries) == (regions, countries)


def test_going_outside_the_union_makes_nobody_a_national_of_elsewhere(scopes: ScopeReader) -> None:
    assert "non-eu" not in scopes.read("we touren buiten de EU").who
    assert "non-eu" in scopes.read("ik kom van buiten de EU").who


def test_what_holds_in_each_country_of_a_region_is_told(adviser: Assistant) -> None:
    answer = ask(
        adviser, "houden ze belasting in op onze gage als onze band door Scandinavië toert?"
    )
    cited = {citation.document for citation in answer.citations}
    assert {"country-dk-nl", "country-no-nl", "country-se-nl"} <= cited
    assert not cited & {"country-de-nl", "country-fr-nl", "country-nl-nl"}
    assert "Over welk land gaat het?" in answer.text
    assert answer.choices[0] == "Hoe zit het met belasting als ik in Denemarken werk?"


def test_of_a_region_in_part_known_it_is_said_which_part(adviser: Assistant) -> None:
    answer = ask(adviser, "do I need a visa to play a concert in Asia?")
    assert "Asia: Wegwijs has a fiche on Japan, not on the other countries" in answer.text


def test_a_grant_for_another_country_is_not_offered_for_a_region(adviser: Assistant) -> None:
    answer = ask(adviser, "is er geld voor mijn theatergroep om in de Balkan te spelen?")
    cited = {citation.document for citation in answer.citations}
    assert "funding-tip-nl" in cited
    assert "funding-south-africa-nl" not in cited


@pytest.mark.parametrize(
    ("question", "country"),
    [
        (
            "hoeveel procent belasting gaat er in Griekenland van mijn gage als danser af?",
            "Griekenland",
        ),
        ("do I need a visa for my concerts in Argentina?", "Argentina"),
        ("what does a gallery in Belgrade pay a sculptor?", "Serbia"),
    ],
)
def test_a_refusal_names_the_country_that_is_not_known(
    adviser: Assistant, question: str, country: str
) -> None:
    answer = ask(adviser, question)
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert f"fiche on {country}" in answer.text or f"Over {country}" in answer.text
    assert "Cultuurloket" in answer.text
