"""The gazetteer: how places are found by name, and what their names are in the lexicon."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import LexiconError
from corpus.lexicon.places import Gazetteer, Sense, read_gazetteer
from corpus.settings import FICHES
from corpus.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return read_gazetteer()


@pytest.mark.parametrize(
    ("typed", "spelled", "country"),
    [
        ("Köln", "Köln", "de"),
        ("koln", "Köln", "de"),
        ("KOELN", "Köln", "de"),
        ("Århus", "Århus", "dk"),
        ("aarhus", "Aarhus", "dk"),
        ("lodz", "Lodz", "pl"),
        ("diyarbakir", "Diyarbakir", "tr"),
        ("aix en provence", "Aix-en-Provence", "fr"),
        ("rio de  janeiro", "Rio de Janeiro", "br"),
        ("Antwerp’s", "Antwerp", "be"),
        ("sxsw", "SXSW", "us"),
        ("reeperbahn festival", "Reeperbahn Festival", "de"),
        ("Palais de Tokyo", "Palais de Tokyo", "fr"),
    ],
)
def test_a_place_is_found_as_people_type_it(
    gazetteer: Gazetteer, typed: str, spelled: str, country: str
) -> None:
    known = gazetteer.find(typed)
    assert known is not None
    assert (known.name, known.place.country) == (spelled, country)


def test_a_name_that_several_countries_have_leads_to_none(gazetteer: Gazetteer) -> None:
    known = gazetteer.find("limburg")
    assert known is not None
    assert known.place.countries == ("be", "nl")
    assert known.place.country == ""


def test_every_country_with_a_fiche_has_its_places(gazetteer: Gazetteer) -> None:
    fiches = {path.stem.split("-")[1] for path in (FICHES / "countries").glob("country-*-en.md")}
    places = {code: sum(code in place.countries for place in gazetteer.places) for code in fiches}
    assert {code: count for code, count in places.items() if count < 60} == {}


def test_every_country_has_some_places(gazetteer: Gazetteer) -> None:
    known = {code for place in gazetteer.places for code in place.countries}
    assert {country.iso2 for country in Vocabulary.load().countries} - known == {"va"}


def test_only_what_is_nothing_else_is_an_entry() -> None:
    vocabulary = Vocabulary.load()
    assert [one.term for one in vocabulary.translate("Keulen", "nl", "en")] == ["Cologne"]
    assert [one.term for one in vocabulary.translate("Köln", "en", "nl")] == ["Keulen"]
    assert "Nice" not in [one.term for one in vocabulary.translate("nice", "en", "nl")]
    assert vocabulary.country("nice", "en") is None
    known = vocabulary.gazetteer.find("nice")
    assert known is not None
    assert known.sense is Sense.WORD


def test_a_name_is_no_compound() -> None:
    assert Vocabulary.load().compound_parts("Oostende") == ()
    assert Vocabulary.load().compound_parts("Duinkerke") == ()


def test_a_line_without_places_is_refused(tmp_path: Path) -> None:
    (tmp_path / "places.tsv").write_text("be\n", encoding="utf-8")
    with pytest.raises(LexiconError):
        read_gazetteer(tmp_path)
