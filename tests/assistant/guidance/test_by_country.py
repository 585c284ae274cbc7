"""Several countries in one question: each is told of, in the order in which they are named."""

from __future__ import annotations

import pytest

from assistant.answer import AnswerStatus
from assistant.guidance.guide import Guide
from assistant.guidance.scope import ScopeReader
from assistant.guidance.side_by_side import each_country
from assistant.pipeline import Assistant
from assistant.route_plan import Choice
from corpus.vocabulary import Vocabulary
from tests.assistant.guidance.test_advising import ask


def in_order(text: str, *names: str) -> bool:
    """Whether names stand in a text, each once, one behind the other."""
    places = [text.find(f"**{name}") for name in names]
    once = all(text.count(f"**{name}") == 1 for name in names)
    return once and -1 not in places and places == sorted(places)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        (
            "we spelen met ons kwintet in Polen, Frankrijk en Denemarken, wat houden ze in?",
            ("Polen", "Frankrijk", "Denemarken"),
        ),
        (
            "first Sweden, then Germany with our puppet show: what about tax?",
            ("Sweden", "Germany"),
        ),
        (
            "do I need a visa for my dance solo in Canada, Ireland and Japan?",
            ("Canada", "Ireland", "Japan"),
        ),
        (
            "onze harmonie treedt op in Oostenrijk, Spanje, Italië, Portugal en Noorwegen,"
            " belasting?",
            ("Oostenrijk", "Spanje", "Italië", "Portugal", "Noorwegen"),
        ),
    ],
)
def test_each_country_is_told_of_in_its_order(
    adviser: Assistant, question: str, names: tuple[str, ...]
) -> None:
    assert in_order(ask(adviser, question).text, *names)


def test_an_exemption_stands_with_the_rule_of_its_country(adviser: Assistant) -> None:
    answer = ask(adviser, "our trio plays Germany, Finland and Spain: what about tax?")
    germany = next(claim.text for claim in answer.claims if "Germany" in claim.text)
    assert "15.825%" in germany
    assert "EUR 250" in germany


def test_a_country_of_which_nothing_is_known_is_named_once(adviser: Assistant) -> None:
    answer = ask(adviser, "we treden op in Luxemburg en Zweden, hoe zit het met belasting?")
    assert answer.status is AnswerStatus.PARTLY_ANSWERED
    assert answer.text.count("Over Luxemburg heeft Wegwijs geen landenfiche") == 1
    assert answer.text.find("Luxemburg") < answer.text.find("Zweden")


def test_what_the_fiche_of_one_country_does_not_know_is_said_there(adviser: Assistant) -> None:
    answer = ask(adviser, "wij spelen in Hongarije en Polen, betalen we daar belasting?")
    assert in_order(answer.text, "Hongarije", "Polen")
    assert "geen geverifieerde informatie over belasting in Hongarije" in answer.text


def test_a_yes_or_a_no_is_that_of_its_country(adviser: Assistant) -> None:
    answer = ask(adviser, "do I need a visa to perform in Norway and the US?")
    assert "**Norway.** No." in answer.text
    assert "**The United States.** Yes." in answer.text


def test_of_several_rules_each_is_told_for_every_country(adviser: Assistant) -> None:
    answer = ask(
        adviser, "We tour Italy, Poland and Austria with our band. Is there tax, and what of VAT?"
    )
    text = answer.text
    for country in ("Italy", "Poland", "Austria"):
        assert text.count(f"**{country}") == 2, country


@pytest.mark.parametrize(
    ("text", "each"),
    [
        (
            "Which residencies are there in Finland, Norway and Denmark for poets?",
            (
                "Which residencies are there in Finland for poets?",
                "Which residencies are there in Norway for poets?",
                "Which residencies are there in Denmark for poets?",
            ),
        ),
        (
            "is the tax higher in Spain than in Poland",
            ("is the tax higher in Spain", "is the tax higher in Poland"),
        ),
        ("concerts in Spain. And what about Poland?", ()),
    ],
)
def test_a_question_is_put_for_each_country(guide: Guide, text: str, each: tuple[str, ...]) -> None:
    assert each_country(text, guide.scopes.places(text), guide.fiches.country_codes) == each


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("a concert in Luxembourg and one in Paris", ("lu", "fr")),
        ("we play Paris, Florence and Vienna", ("fr", "it", "at")),
        ("a Belgian duo, Florence and Nancy", ()),
        ("the contract is in German", ()),
    ],
)
def test_names_in_a_row_of_places_are_places(text: str, countries: tuple[str, ...]) -> None:
    assert ScopeReader(Vocabulary.load()).read(text).countries == countries


def test_an_abbreviation_keeps_its_capitals_in_a_sentence() -> None:
    need = Choice(nl="Btw", en="VAT")
    assert need.within("nl") == "btw"
    assert need.within("en") == "VAT"
