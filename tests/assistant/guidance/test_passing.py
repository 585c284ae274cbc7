"""Places that are named in passing are not where somebody goes."""

from __future__ import annotations

import pytest

from assistant.guidance.scope import ScopeReader
from corpus.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def scopes() -> ScopeReader:
    return ScopeReader(Vocabulary.load())


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("We danced in Porto and Lisbon last spring, now it's Helsinki that asks us", ("fi",)),
        ("nog nooit verder dan Maastricht geraakt, ik wil in Denemarken spelen", ("dk",)),
        ("nog nooi verder gespeeld as keulen, hoe geraak ek in italie", ("it",)),
        ("Ik heb in Praag gewerkt en werk nu in Tallinn aan een mozaïek", ("ee",)),
        ("After a stay in Budapest last year I'd now like to go to Ireland", ("ie",)),
        ("Unlike in Austria, I know nobody in Sweden", ("se",)),
        ("moet ik in Polen btw aanrekenen zoals in Duitsland?", ("pl",)),
        ("My agent works from Chicago, the job is in Portugal", ("pt",)),
        ("Onze drukker zit in Riga, de beurs is in Wenen", ("at",)),
        ("dankzij een collega uit Milaan mag ik in Oslo hangen", ("no",)),
        ("Vroeger speelde ik in Frankrijk, maar nu in Canada. Moet ik daar iets melden?", ("ca",)),
        ("we've played Germany for years, how does one get elsewhere?", ()),
    ],
)
def test_what_is_named_in_passing_is_no_destination(
    scopes: ScopeReader, text: str, countries: tuple[str, ...]
) -> None:
    assert scopes.read(text).countries == countries


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("We played in Vienna in May. Do we declare that?", ("at",)),
        ("I lived in Japan and want to exhibit there again, and maybe in Canada", ("jp", "ca")),
        (
            "Last year they withheld tax in Italy, in June we go to Spain. Can I reclaim it?",
            ("it", "es"),
        ),
        (
            "Vorig jaar stond ik in Polen. Moet ik dat aangeven? Straks ga ik naar Ierland",
            ("pl", "ie"),
        ),
        ("landen zoals Zweden of Finland", ("se", "fi")),
        ("we rijden met de camion naar Londen en dan door naar Dublin", ("gb", "ie")),
        ("Is the tax in Denmark higher than in Norway?", ("dk", "no")),
        ("we hebben een zaal gevonden in Lyon, en een club in Turijn vraagt ons", ("fr", "it")),
    ],
)
def test_what_is_asked_about_stays(
    scopes: ScopeReader, text: str, countries: tuple[str, ...]
) -> None:
    assert scopes.read(text).countries == countries


def test_a_part_of_the_world_is_where_somebody_goes_too(scopes: ScopeReader) -> None:
    scope = scopes.read("we toured Germany before, now we'd like to try Scandinavia")
    assert scope.countries == ()
    assert "se" in scope.area
