"""Towns, regions and islands in questions, and what only looks like them."""

from __future__ import annotations

import pytest

from assistant.guidance.scope import ScopeReader
from corpus.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def reader() -> ScopeReader:
    return ScopeReader(Vocabulary.load())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("heb ik een visum nodig voor essaouira", ("ma",)),
        ("optreden in paramaribo", ("sr",)),
        ("Geldt dat ook in Catalonië?", ("es",)),
        ("touring through Bayern and NRW", ("de",)),
        ("residentie in koeln", ("de",)),
        ("residentie in Köln", ("de",)),
        ("a show in Cologne", ("de",)),
        ("een show in kobenhavn", ("dk",)),
        ("København, Odense en Århus", ("dk",)),
        ("we spelen op Sziget", ("hu",)),
        ("en in clermont ferrand?", ("fr",)),
        ("concert in saint etienne", ("fr",)),
        ("the literature festival of San Miguel de Allende", ("mx",)),
        ("atelier in malaga of sao paulo", ("es", "br")),
        ("Wroclaw en Łódź", ("pl",)),
        ("Berlin's galleries", ("de",)),
        ("de trein Brussel-Praag", ("cz",)),
        ("expo in 's-Hertogenbosch", ("nl",)),
        ("een reading in st gallen", ("ch",)),
        ("lezing op Curaçao", ("cw",)),
        ("lezing op curacao", ("cw",)),
        ("wij gaan naar zuid afrika", ("za",)),
        ("in nieuw zeeland", ("nz",)),
        ("in Zeeland", ("nl",)),
        ("masterclass in Zuid-Tirol", ("it",)),
        ("een zaal in oostende", ("be",)),
    ],
)
def test_a_place_tells_its_country_in_any_spelling(
    reader: ScopeReader, text: str, codes: tuple[str, ...]
) -> None:
    assert reader.countries(text) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("We play in Nice and Reading", ("fr", "gb")),
        ("naar nice met de trein", ("fr",)),
        ("Nice weather for a tour", ()),
        ("Nice!", ()),
        ("Reading the decree, what do I need?", ()),
        ("to split the fee", ()),
        ("Split the fee in two", ()),
        ("een gig in Split", ("hr",)),
        ("most of the male dancers are the best", ()),
        ("dancers from Malé", ("mv",)),
        ("namen van musea", ()),
        ("het audiovisuele luik van de steun", ()),
        ("naar best vermogen", ()),
        ("een triest verhaal voor wien", ()),
        ("Are there tours? Bar the cork, we bath and deal.", ()),
        ("wat is FARO", ()),
        ("the Schengen area", ()),
        ("kasten, laken en een boom vol mollen", ()),
    ],
)
def test_a_word_is_no_place(reader: ScopeReader, text: str, codes: tuple[str, ...]) -> None:
    assert reader.countries(text) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("een duo met Florence en Nancy", ()),
        ("a residency in Florence", ("it",)),
        ("naar florence", ("it",)),
        ("Florence", ("it",)),
        ("Florence Biennale: what does a stand cost?", ("it",)),
        ("the rights of a song in Florence Welch's catalogue", ()),
        ("een film van Lars von Trier", ()),
        ("een concert in Trier", ("de",)),
        ("de dirigent Jean Van Damme", ()),
    ],
)
def test_a_person_is_no_place(reader: ScopeReader, text: str, codes: tuple[str, ...]) -> None:
    assert reader.countries(text) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("een project in Limburg", ()),
        ("een project in Limburg, Nederland", ("nl",)),
        ("boekenbeurs van Guadalajara", ()),
        ("naar Santiago", ()),
        ("naar Santiago de Compostela", ("es",)),
        ("naar Santiago de Chile", ("cl",)),
        ("a show in Birmingham", ("gb",)),
        ("a show in Birmingham, Alabama", ("us",)),
        ("van Birmingham naar New York", ("gb", "us")),
        ("Perth in Schotland", ("gb",)),
        ("in Perth", ("au",)),
        ("a stage in Georgia", ("ge",)),
    ],
)
def test_a_shared_name_never_tells_the_wrong_country(
    reader: ScopeReader, text: str, codes: tuple[str, ...]
) -> None:
    assert reader.countries(text) == codes


def test_no_word_of_the_lexicon_is_read_as_a_place(reader: ScopeReader) -> None:
    vocabulary = Vocabulary.load()
    words = {
        word
        for entry in vocabulary.tables.entries
        if entry.kind != "name"
        for word in (entry.english, *entry.dutch)
        if word.islower()
    }
    read = {
        word
        for word in words
        for start, end, _ in reader.places(f"een {word} the")
        if vocabulary.gazetteer.find(f"een {word} the"[start:end])
    }
    assert read == set()
