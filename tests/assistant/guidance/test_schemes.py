"""Whether a scheme is for who asks and for what they plan, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from assistant.answer import Question
from assistant.guidance.guide import Guide
from assistant.guidance.rounds import of_their_round
from assistant.guidance.schemes import is_for, schemes_named
from assistant.guidance.scope import Scope
from assistant.guidance.starting import starting
from assistant.pipeline import Assistant
from corpus.annotation import Doing, Who

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("pair", "discipline", "who", "doing", "expected"),
    [
        ("funding-wbi-showcase", "music", (), ("showcase",), False),
        ("funding-wbi-showcase", "music", ("french-community",), ("showcase",), True),
        ("funding-literature-residencies", "literature", (), ("reside",), True),
        ("funding-literature-residencies", "literature", ("translator",), ("reside",), False),
        ("funding-literature-talent", "literature", ("translator",), ("reside",), True),
        ("funding-literature-talent", "literature", ("author",), ("showcase",), False),
        ("funding-literature-translation", "literature", ("person",), ("publish",), True),
        ("funding-literature-translation", "theatre", ("organisation",), ("translate",), True),
        ("funding-vaf-promotion", "film", (), ("exhibit",), True),
        ("funding-vaf-promotion", "film", ("unsupported",), ("exhibit",), False),
        ("funding-heritage-exchange", "heritage", ("unsupported",), ("study",), False),
        ("funding-fit", "design", (), ("exhibit",), False),
        ("funding-fit", "design", (), ("exhibit", "fair"), True),
        ("funding-vaf-games", "games", (), ("fair",), True),
        ("funding-tip", "visual-arts", (), ("network",), False),
    ],
)
def test_for_whom_and_what(
    guide: Guide,
    pair: str,
    discipline: str,
    who: tuple[Who, ...],
    doing: tuple[Doing, ...],
    *,
    expected: bool,
) -> None:
    scope = Scope(disciplines=(discipline,), who=who, doing=doing)
    assert is_for(guide.fiches.fiche(pair, "nl"), scope) is expected


def test_half_a_name_names_no_scheme(guide: Guide) -> None:
    scope = Scope(named={"funding-tip": 0.5, "funding-ip": 0.7, "organisation-cjm": 1.0})
    assert schemes_named(guide.fiches, scope, "nl", 0.6) == ("funding-ip",)


def _told(adviser: Assistant, text: str) -> list[str]:
    """The fiches (pairs) that an answer cites, each once, in its order."""
    answer = adviser.ask(Question(text))
    found = (one.document.rpartition("-")[0] for one in answer.citations)
    return list(dict.fromkeys(found))


def _first(pairs: Iterable[str], kind: str) -> str:
    return next((one for one in pairs if one.startswith(kind)), "")


@pytest.mark.parametrize(
    ("text", "scheme", "contact"),
    [
        (
            "Onze gamestudio uit Kortrijk wil onze nieuwe game tonen op een vakbeurs in Malmö."
            " Is er steun, en bij wie kloppen we eerst aan?",
            "funding-vaf-games",
            "organisation-vaf",
        ),
        (
            "ik vertaal gedichten uit het deens en wil een maand in aarhus werken, krijg ik geld?",
            "funding-literature-talent",
            "organisation-literatuur-vlaanderen",
        ),
        (
            "We are an amateur brass band invited to a contest in Finland. Who helps us, and is"
            " there money for the bus?",
            "funding-amateur-arts-abroad",
            "organisation-amateur-arts-umbrellas",
        ),
        (
            "Our circus duo plays a street festival in Graz. Can we get our travel paid, and whom"
            " do we ask?",
            "funding-circus-travel",
            "organisation-circuscentrum",
        ),
    ],
)
def test_scheme_and_first_contact(adviser: Assistant, text: str, scheme: str, contact: str) -> None:
    told = _told(adviser, text)
    assert scheme in told
    assert _first(told, "organisation-") == contact


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        # Who knows most of what is asked, and nobody beside who knows of rules.
        (
            "Ben goochelaar en verstuikte mijn enkel tijdens een show in Napels. Wie betaalt de"
            " dokter en de vlucht naar huis?",
            ["organisation-cultuurloket"],
        ),
        (
            "We are a juggling duo. The venue in Oslo kept part of our fee as tax. Can we claim"
            " that money back and does our accountant declare it in Belgium?",
            ["organisation-cultuurloket"],
        ),
        # Before the office that all apply to, also where a rule is asked beside the money.
        (
            "wij zijn een circusgezelschap uit Leuven en mogen in maart in Cardiff spelen, wie"
            " betaalt de trein en de tent",
            ["organisation-circuscentrum", "organisation-cjm"],
        ),
        (
            "Ons koor uit Tienen gaat in juni zingen op een wedstrijd in Vilnius. Is er geld voor"
            " de bus, en gaat er belasting van het prijzengeld?",
            ["organisation-koor-en-stem", "organisation-cjm"],
        ),
    ],
)
def test_who_knows_of_money_goes_before_the_office(
    adviser: Assistant, text: str, contacts: list[str]
) -> None:
    told = [one for one in _told(adviser, text) if one.startswith("organisation-")]
    assert told == contacts


def test_a_closed_call_stands_in_half_a_line_beside_what_is_open(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question("Ik ben danser en mag vijf weken op residentie in Porto. Is er Vlaamse steun?")
    )  # fmt: skip
    said = [claim.text for claim in answer.claims]
    assert any("Residentiebeurs" in text for text in said)
    closed = [text for text in said if "Culture Moves Europe" in text]
    assert closed
    assert "sloot op 30 april 2026" in closed[0]


def test_what_is_only_heard_is_no_film(adviser: Assistant, guide: Guide) -> None:
    text = "Wij maken een documentaire podcast met een Deense partner. Welk fonds steunt dat?"
    assert guide.read(text).disciplines == ()
    assert guide.read("Wij maken een documentaire met een Deense partner.").disciplines == ("film",)
    told = _told(adviser, text)
    assert not _first(told, "funding-")
    assert "practice-which-fund" in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our show opens on 3 June.", ["mei"]),
        ("It starts on 5 March.", ["februari"]),
        ("Het begint op 10 september.", ["rondes niet"]),
        ("When is the deadline?", ["februari", "mei", "rondes niet"]),
    ],
)
def test_the_round_of_when_the_plan_begins(guide: Guide, text: str, expected: list[str]) -> None:
    passages = [item.passage for item in guide.fiches.fiche("funding-ip", "nl").by_section["when"]]
    told = of_their_round(passages, starting(text, TODAY))
    assert len(told) == len(expected)
    assert all(word in one.text for word, one in zip(expected, told, strict=True))


def test_amount_and_date_of_a_named_scheme(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question("Onze voorstelling in Wenen opent op 10 juni. Tegen wanneer moeten we een IP"
                 " aanvragen en hoeveel kunnen we krijgen?")
    )  # fmt: skip
    said = " ".join(claim.text for claim in answer.claims)
    assert "31 januari" in said
    assert "31 oktober" not in said
    assert "50.000" in said


def test_amount_and_date_of_the_scheme_that_is_told_before(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question("Ons amateurkoor gaat in juli naar een wedstrijd in Estland. Welke steun is er,"
                 " hoeveel is het en wat is de deadline?")
    )  # fmt: skip
    said = " ".join(claim.text for claim in answer.claims)
    assert "15 oktober" in said
    assert "Het bedrag van de tussenkomst" in said


def test_combining_with_what_the_host_pays(adviser: Assistant) -> None:
    told = _told(
        adviser,
        "I have a residency of five weeks in Aarhus as a sculptor. Is there a Flemish grant, and"
        " can I combine it with the stipend of the host?",
    )
    assert "funding-residency-grant" in told
    assert "practice-combining-grants" in told


@pytest.mark.parametrize(
    "text",
    [
        "Onze bigband (allemaal liefhebbers) speelt in maart op een feest in Porto. Is er geld voor"
        " de vlucht?",
        "Our club of hobby musicians plays in Vilnius in May. Is there money for the ferry?",
    ],
)
def test_no_support_for_professionals_to_who_plays_for_love(adviser: Assistant, text: str) -> None:
    told = _told(adviser, text)
    assert "funding-amateur-arts-abroad" in told
    assert "funding-tip" not in told


def test_who_is_of_another_age_is_told_so(adviser: Assistant) -> None:
    answer = adviser.ask(
        Question("I am 47 and design lamps. How do I get into SaloneSatellite in Milan?")
    )
    said = [claim.text for claim in answer.claims]
    at = next(place for place, text in enumerate(said) if "designers under 35" in text)
    assert "47 years" in said[at + 1]


def test_what_a_country_pays_its_own_houses_is_for_nobody_who_goes_there(
    adviser: Assistant,
) -> None:
    text = (
        "We are a clown duo and dream of FiraTàrrega. How do we get in there, how much tax do they"
        " take, and is there anything that pays our trip?"
    )
    answer = adviser.ask(Question(text))
    said = " ".join(claim.text for claim in answer.claims)
    assert "Ramon Llull" not in said
    assert "funding-circus-travel" in _told(adviser, text)
    assert "send a proposal to FiraTàrrega" in said
