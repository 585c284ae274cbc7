"""What a question is about: country, discipline, part, applicant."""

from __future__ import annotations

import pytest

from assistant.guidance.scope import Scope, ScopeReader
from corpus.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def reader() -> ScopeReader:
    return ScopeReader(Vocabulary.load())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("een optreden in Keulen", ("de",)),
        ("a concert in lille", ("fr",)),
        ("de Poolse belasting en de finse", ("pl", "fi")),
        ("touring the United Kingdom and South Africa", ("gb", "za")),
        ("the Flemish-Dutch treaty", ("nl",)),
        ("the agreement with the French Community", ("be",)),
        ("de Duitstalige Gemeenschap", ("be",)),
        ("tell us how it is, no less", ()),
        ("mijn namen en een pool van artiesten", ()),
        ("in de US en de UK", ("us", "gb")),
    ],
)
def test_countries_are_read_from_names_adjectives_and_cities(
    reader: ScopeReader, text: str, codes: tuple[str, ...]
) -> None:
    assert reader.countries(text) == codes


@pytest.mark.parametrize(
    ("text", "disciplines"),
    [
        ("mijn dansgezelschap", ("dance",)),
        ("my band", ("music",)),
        ("I play a show at a festival", ()),
        ("een optreden in Frankrijk als danser", ("dance",)),
        ("a visual artist", ("visual-arts",)),
        ("moet ik dat in het verslag aangeven", ()),
    ],
)
def test_words_that_many_disciplines_use_tell_nothing(
    reader: ScopeReader, text: str, disciplines: tuple[str, ...]
) -> None:
    assert reader.disciplines(text) == disciplines


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("hoeveel houdt Noorwegen in op een gage?", "tax"),
        ("Do I need a work permit?", "visa"),
        ("btw op een optreden", "vat"),
        ("tegen wanneer moet ik een TIP aanvragen?", "when"),
        ("who can apply for it", "for-whom"),
        ("via welke website dien ik in", "where-to-apply"),
        ("is dat nog van kracht?", "status"),
    ],
)
def test_the_part_of_a_fiche_that_is_asked_for(
    reader: ScopeReader, text: str, section: str
) -> None:
    assert section in reader.read(text).sections


def test_a_definition_is_asked_only_when_nothing_else_is(reader: ScopeReader) -> None:
    assert "what-it-is" in reader.read("what is a TIP?").sections
    assert "what-it-is" not in reader.read("what is the amount of a TIP?").sections


def test_a_follow_up_fills_what_it_leaves_open() -> None:
    new = Scope(countries=("nl",))
    merged = new.over(Scope(countries=("de",), sections=("tax",), disciplines=("music",)))
    assert merged.countries == ("nl",)
    assert merged.sections == ("tax",)
    assert merged.disciplines == ("music",)
