"""Whom a question is on: who asks, people who go along, or guests of theirs."""

from __future__ import annotations

import pytest

from assistant.guidance.scope import ScopeReader
from assistant.guidance.whose import is_on_guests, on_whom
from assistant.pipeline import Assistant
from corpus.vocabulary import Vocabulary
from tests.assistant.guidance.test_advising import ask, cited


@pytest.fixture(scope="module")
def scopes() -> ScopeReader:
    return ScopeReader(Vocabulary.load())


@pytest.mark.parametrize(
    ("text", "countries", "companions"),
    [
        (
            "Onze celliste is Chileense en woont al jaren in Aalst. We spelen in Bazel.",
            ("ch",),
            ("cl",),
        ),
        ("We go to Leeds. Our stage manager is Kenyan but lives here.", ("gb",), ("ke",)),
        ("onze tromboon heeft nen marokkaanse pas, wij moeten naar rome", ("it",), ("ma",)),
        ("My pianist is Turkish with a Belgian residence card. Concert in Oslo.", ("no",), ("tr",)),
        ("trompettist = amerikaan, woont in mechelen, we spelen in wenen", ("at",), ("us",)),
    ],
)
def test_who_goes_along_tells_neither_where_to_nor_that_somebody_comes(
    scopes: ScopeReader, text: str, countries: tuple[str, ...], companions: tuple[str, ...]
) -> None:
    scope = scopes.read(text)
    assert not scope.incoming
    assert scope.countries == countries
    assert scope.companions == companions
    assert {"eu", "non-eu"} <= {*scope.who}


def test_what_is_asked_of_who_goes_along_is_for_them_alone(scopes: ScopeReader) -> None:
    scope = scopes.read("Onze celliste is Chileense en woont in Aalst. We spelen in Bazel.")
    assert "eu" not in on_whom(scope, ["Kan zij zomaar mee?"]).who
    assert "eu" in on_whom(scope, ["Hoeveel houden ze van onze gage af?"]).who


@pytest.mark.parametrize(
    ("text", "visitors"),
    [
        ("wij willen in juni een duo uit dakar twee avonden late spelen", ("sn",)),
        ("Our hall wants a choir from Manila on the bill", ("ph",)),
        ("Can I get a co-author from Lima over here for a week?", ("pe",)),
        ("Een strijker uit Toronto treedt op. Moet ik iets afhouden?", ("ca",)),
        ("De vertaalster van de Poolse uitgave komt een week naar hier", ("pl",)),
        ("My Mexican friend wants to work in my studio in Hasselt", ("mx",)),
        ("Our headliner is a dj who lives in Lyon. Do we withhold tax?", ("fr",)),
    ],
)
def test_guests_are_known_by_what_is_done_with_them(
    scopes: ScopeReader, text: str, visitors: tuple[str, ...]
) -> None:
    scope = scopes.read(text)
    assert scope.incoming
    assert scope.visitors == visitors


@pytest.mark.parametrize(
    ("text", "countries", "visitors"),
    [
        (
            "A Peruvian weaver works with us here in March, and in June we go to Turin.",
            ("it",),
            ("pe",),
        ),
        (
            "Een Deense uitgever wil onze roman. De vertaalster komt een maand naar hier.",
            ("dk",),
            ("dk",),
        ),
    ],
)
def test_some_come_while_others_leave(
    scopes: ScopeReader, text: str, countries: tuple[str, ...], visitors: tuple[str, ...]
) -> None:
    scope = scopes.read(text)
    assert scope.guests
    assert not scope.incoming
    assert (scope.countries, scope.visitors) == (countries, visitors)
    assert is_on_guests(scope, "Heeft zij een visum nodig?")
    assert not is_on_guests(scope, "Wat betalen wij daar aan belasting?")
    assert on_whom(scope, ["Heeft zij een visum nodig?"]).incoming


def test_each_part_is_told_the_rules_of_its_own_direction(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "In mei komt een Japanse danseres bij ons in Gent repeteren en in juni spelen we in Polen."
        " Heeft zij hier een visum nodig, en hoeveel belasting gaat er van onze gage?",
    )
    assert {"practice-artists-from-abroad-nl", "country-pl-nl"} <= {*cited(answer)}


def test_where_a_guest_comes_from_has_no_say_in_what_is_withheld(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "wij hebbe een klein theaterke en willen een duo uit new york late spelen. moeten die nen"
        " visum hebben, en moet ik iet afhouden voor den belastingen?",
    )
    assert not any(one.startswith("country-us") for one in cited(answer))
