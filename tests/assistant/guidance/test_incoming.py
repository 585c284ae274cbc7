"""People who come to Belgium: told apart from those who leave, and what holds for them."""

from __future__ import annotations

import pytest

from assistant.answer import Question
from assistant.guidance.scope import ScopeReader
from assistant.pipeline import Assistant
from corpus.vocabulary import Vocabulary
from tests.assistant.guidance.test_advising import ask, cited


@pytest.fixture(scope="module")
def scopes() -> ScopeReader:
    return ScopeReader(Vocabulary.load())


@pytest.mark.parametrize(
    ("question", "visitors", "who"),
    [
        ("een jazzgroep uit Ghana komt bij ons in Brugge spelen", ("gh",), "non-eu"),
        ("Our studio hosts an Italian sculptor for a month", ("it",), "eu"),
        ("mag een Chinese pianist in Hasselt optreden zonder visum?", ("cn",), "non-eu"),
        ("we willen een fotograaf uit Peru laten overkomen", ("pe",), "non-eu"),
        ("A Norwegian choir sings in our church. What do they bring?", ("no",), "eu"),
        ("I am an Egyptian dancer, I live in Cairo and perform in Antwerp", ("eg",), "non-eu"),
        ("Ik kom uit Congo en mag zes weken in Antwerpen werken", ("cd",), "non-eu"),
        ("I'm from India, a house in Kortrijk offers me a contract", ("in",), "non-eu"),
        ("hoe nodig ik een buitenlandse regisseur uit?", (), ""),
        ("The house invites an Iraqi poet who lives in Poland", ("iq",), "non-eu"),
        ("ons museum nodigt een Cubaanse schilder uit die in Lyon woont", ("cu",), "non-eu"),
        ("kunnen we ne keniaanse danser late komme voor een workshop?", ("ke",), "non-eu"),
        # A trade that no list names, and the verb behind who comes.
        ("we willen een kantklosster uit Peru uitnodigen om les te geven", ("pe",), "non-eu"),
        ("Our school would like to fly in an American storyteller", ("us",), "non-eu"),
        ("onze school nodigt in mei een Iraanse kalligraaf uit", ("ir",), "non-eu"),
        ("kunnen wij een Indische danseres boeken voor ons feest?", ("in",), "non-eu"),
        ("May we pay a Mexican muralist who comes over in May?", ("mx",), "non-eu"),
    ],
)
def test_who_comes_here_is_recognised(
    scopes: ScopeReader, question: str, visitors: tuple[str, ...], who: str
) -> None:
    scope = scopes.read(question)
    assert scope.incoming
    assert scope.visitors == visitors
    assert not scope.countries
    assert not who or who in scope.who


@pytest.mark.parametrize(
    ("question", "countries"),
    [
        ("een Frans gezelschap nodigt ons uit voor drie voorstellingen", ("fr",)),
        ("We are invited by a Japanese choreographer", ("jp",)),
        ("A French company invites our dancers for a week", ("fr",)),
        ("ik ben een Marokkaanse danser uit Gent en ga op tournee in Spanje", ("es",)),
        ("een Zweedse uitgever wil mijn boek uitgeven", ("se",)),
        ("we komen uit Gent en gaan naar Marokko", ("ma",)),
        ("I work with an Irish band and we tour in Ireland", ("ie",)),
        ("study visit to a Danish company", ("dk",)),
        # The home stands in one sentence, the destination in the next.
        ("I'm a Syrian dancer with papers in Belgium. May I work in Poland?", ("pl",)),
        ("Is there a Hungarian contact in Belgium?", ("hu",)),
        ("in verband met een Duits festival hier in de buurt", ("de",)),
    ],
)
def test_who_leaves_is_not_taken_for_a_visitor(
    scopes: ScopeReader, question: str, countries: tuple[str, ...]
) -> None:
    scope = scopes.read(question)
    assert not scope.incoming
    assert scope.countries == countries


def test_what_a_house_must_do_for_its_guests_is_told(adviser: Assistant) -> None:
    answer = ask(
        adviser, "een theatergezelschap uit Marokko komt bij ons in Gent spelen, wat regelen we?"
    )
    assert "Marokko" in answer.text
    assert "arbeidskaart" in answer.text
    assert "18 %" in answer.text
    assert not any(citation.document.startswith("country-") for citation in answer.citations)


def test_a_guest_from_the_union_needs_no_permit_but_brings_an_a1(adviser: Assistant) -> None:
    answer = ask(
        adviser, "A Spanish dancer comes to work with us in Ghent. Does she need a permit or an A1?"
    )
    assert "need no visa" in answer.text
    assert "bring an A1 from their own country" in answer.text


def test_a_grant_for_leaving_is_not_offered_for_a_guest(adviser: Assistant) -> None:
    answer = ask(adviser, "is er geld om een curator uit Japan naar Antwerpen te laten komen?")
    cited = {citation.document for citation in answer.citations}
    assert "funding-visitors-programme-nl" in cited
    assert "funding-tip-nl" not in cited


def test_whom_limosa_does_not_concern_is_told_first(adviser: Assistant) -> None:
    answer = ask(adviser, "moet een Franse freelance geluidsman bij ons in Aalst Limosa invullen?")
    assert answer.claims[0].text.startswith("Zelfstandige kunstenaars en technici")


def test_money_for_a_guest_is_told_beside_a_visa(adviser: Assistant) -> None:
    answer = ask(
        adviser, "een Egyptische dichter komt voorlezen in Gent: welk visum en wie betaalt de reis?"
    )
    assert "past een TIP niet" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "I'm an Iranian composer with a Belgian residence card. May I work in Vienna for a month?",
        "i'm a ukrainian choreographer with temporary protection in belgium. can i work in Poland?",
    ],
)
def test_who_lives_here_and_goes_on_to_a_third_country_is_no_guest(
    adviser: Assistant, question: str
) -> None:
    answer = ask(adviser, question)
    assert "practice-artists-from-abroad-en" not in cited(answer)
    assert "embassy" in answer.text


def test_a_guest_of_a_country_without_a_fiche_is_told_apart_from_europeans(
    adviser: Assistant,
) -> None:
    text = ask(
        adviser,
        "We nodigen een Braziliaanse muzikante een maand uit in Leuven, betaald. Wat regelen we?",
    ).text
    assert "arbeidskaart" in text
    assert "Guests from another EU" not in text
    assert "EU-land" not in text
    assert "geen landenfiche" not in text


def test_who_asks_what_to_arrange_and_for_money_hears_both(adviser: Assistant) -> None:
    text = adviser.ask(
        Question(
            "Ons amateurtoneel krijgt een Canadese groep op bezoek, wat moeten we in orde brengen"
            " en kan Vlaanderen iets bijdragen?"
        )
    ).text
    assert "geen visum nodig" in text
    assert "internationaal amateurkunstenproject" in text


def test_guests_who_are_named_by_their_country_alone_come_too(adviser: Assistant) -> None:
    text = adviser.ask(
        Question("Onze galerie in Gent ontvangt een kunstenaar uit Japan en een uit Iran."
                 " Welk visum hebben ze nodig?")
    ).text  # fmt: skip
    assert "geen visum nodig voor een verblijf" in text
    assert "visum kort verblijf (type C) nodig" in text


def test_of_a_country_on_no_list_it_is_said_that_it_depends(adviser: Assistant) -> None:
    text = adviser.ask(
        Question("We invite a Ukrainian writer to read in Antwerp. Does she need a visa?")
    ).text
    assert "depends on the nationality" in text
    assert "Senegal" not in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        # Who pays a guest asks for no money.
        (
            "A Kenyan drummer plays with us in Ghent. Who pays his social security?",
            "make a Dimona declaration",
        ),
        (
            "A Mexican sound engineer joins our crew in Hasselt. How do we pay him?",
            "Whether you may pay a guest from abroad only expenses",
        ),
        # A part that does not name the guest again is still about them.
        (
            "A Danish singer performs with us in Bruges. Is she insured here, and must we make a"
            " Limosa declaration?",
            "Limosa is the declaration made in advance",
        ),
        (
            "Our theatre hosts a Chilean actor. Visa, and what about insurance?",
            "Which insurance and which contract a guest",
        ),
    ],
)
def test_each_thing_that_is_asked_about_a_guest_is_told(
    adviser: Assistant, question: str, told: str
) -> None:
    answer = ask(adviser, question)
    assert told in answer.text
    assert not any(one.document.startswith("funding-") for one in answer.citations)
    assert not any(one.document.startswith("practice-posting") for one in answer.citations)


def test_who_asks_for_money_for_a_guest_is_told_of_grants(adviser: Assistant) -> None:
    answer = ask(adviser, "is er subsidie om een Chileense regisseur uit te nodigen?")
    assert any(one.document.startswith("funding-") for one in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "a Latvian printer says the paper comes on top",
        "een Deense vertaler wil mijn boeken vertalen",
        "we kregen post van een Deense drukker, hier in Gent",
    ],
)
def test_a_trade_abroad_is_no_guest_when_nobody_has_them_come(
    scopes: ScopeReader, question: str
) -> None:
    assert not scopes.read(question).incoming


def test_who_asks_from_when_is_not_told_until_when(adviser: Assistant) -> None:
    plan = "we laten in juni een band uit Senegal overkomen."
    earliest = ask(adviser, f"{plan} Hoe vroeg moeten we met het visum beginnen?").text
    assert "ten vroegste zes maanden" in earliest
    assert "daarvoor is er nog tijd" not in earliest
    assert "nog geen recht om te werken" in earliest
