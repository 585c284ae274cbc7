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
        ("selling prints in the uk, then a gig in nyc", ("gb", "us")),
        ("visum voor de vs", ("us",)),
        ("Brussel vs Antwerpen", ("be",)),
    ],
)
def test_countries_are_read_from_names_adjectives_and_cities(
    reader: ScopeReader, text: str, codes: tuple[str, ...]
) -> None:
    assert reader.countries(text) == codes


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("een contract in het Engels voor een set in Lima", ("pe",)),
        ("the forms are in German, we play in Oslo", ("no",)),
        ("I speak Spanish and go to Japan", ("jp",)),
        ("een Engels contract voor een show in Riga", ("gb", "lv")),
        ("een concert in het Duitse Keulen en in Wenen", ("de", "at")),
        # Nothing else tells where to.
        ("mijn boek verschijnt in het Frans", ("fr",)),
    ],
)
def test_a_language_is_no_country_where_one_is_named(
    reader: ScopeReader, text: str, countries: tuple[str, ...]
) -> None:
    assert reader.read(text).countries == countries


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
    ("text", "discipline"),
    [
        ("onze punkbandjes", "music"),
        ("een balkanfanfare", "amateur-arts"),
        ("ik ben hiphopdanser", "dance"),
        ("poppenspeler in bijberoep", "theatre"),
        ("dichteres", "literature"),
        ("beeldhouwster", "visual-arts"),
        ("schrijfster", "literature"),
        ("vertaalster", "literature"),
        ("a street theatre duo", "theatre"),
        ("een stripalbum", "literature"),
    ],
)
def test_a_word_made_of_others_tells_the_discipline_of_what_it_is(
    reader: ScopeReader, text: str, discipline: str
) -> None:
    assert reader.disciplines(text)[0] == discipline


@pytest.mark.parametrize("text", ["mijn husband", "in verband met", "een werkgroep", "een map"])
def test_a_word_that_only_ends_like_another_tells_nothing(reader: ScopeReader, text: str) -> None:
    assert reader.disciplines(text) == ()


@pytest.mark.parametrize(
    ("text", "countries", "who"),
    [
        ("A dancer from Brazil living in Brussels, can I go to Switzerland?", ("ch",), "non-eu"),
        ("ik ben syrisch en woon in gent, mag ik in parijs spelen?", ("fr",), "non-eu"),
        ("I'm a US citizen, can I work in Germany?", ("de",), "non-eu"),
        ("One of us is American. We play in Prague.", ("cz",), "non-eu eu"),
        ("kan een Marokkaanse danser met ons mee naar Duitsland?", ("de",), "non-eu eu"),
        ("wij zijn een band uit Luik en willen in Londen spelen", ("gb",), "eu"),
        ("as a Dutch citizen living in Antwerp can I play in the US?", ("us",), "eu"),
        ("een galerie uit Parijs wil mijn werk tonen", ("fr",), ""),
        ("I want to live in Berlin as a painter", ("de",), ""),
        ("Ik woon in Berlijn en wil in Wenen spelen", ("at",), ""),
    ],
)
def test_where_people_come_from_and_live_is_not_where_they_go(
    reader: ScopeReader, text: str, countries: tuple[str, ...], who: str
) -> None:
    read = reader.read(text)
    assert read.countries == countries
    assert [key for key in read.who if key in ("eu", "non-eu")] == who.split()


@pytest.mark.parametrize(
    ("text", "who", "doing"),
    [
        ("Ik werk via een sociaal bureau en speel in Berlijn", ("employee",), ("perform",)),
        ("zelfstandig, ik exposeer in Londen", ("self-employed",), ("exhibit",)),
        ("Mijn zoon mag meespelen", ("minor",), ("perform",)),
        ("our non-profit goes on tour", ("organisation",), ("tour",)),
        ("I have a residence card", ("non-eu",), ()),
        ("a residency", (), ("reside",)),
    ],
)
def test_who_asks_and_what_they_are_going_to_do(
    reader: ScopeReader, text: str, who: tuple[str, ...], doing: tuple[str, ...]
) -> None:
    read = reader.read(text)
    assert (read.who, read.doing) == (who, doing)


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
