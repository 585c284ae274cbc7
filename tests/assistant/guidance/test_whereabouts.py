"""What holds in one part of the world is told to nobody who goes elsewhere."""

from __future__ import annotations

import re

import pytest

from assistant.guidance.guide import Guide
from assistant.guidance.scope import Scope
from assistant.pipeline import Assistant
from tests.assistant.guidance.test_advising import ask, cited

_INSIDE = re.compile(r"(?:binnen|inside) (?:de|the) EU (?:betaal|you pay)", re.IGNORECASE)
_TREATY = re.compile(r"socialezekerheidsverdrag|social security treaty|bilateral treaty")
_BRITISH = re.compile(r"Verenigd Koninkrijk|United Kingdom")
_POINTER = re.compile(r"landenfiche|country sheet", re.IGNORECASE)
_A1 = re.compile(r"soorten A1|A1 zelf en gratis")
_CARD = re.compile(r"European Health Insurance Card|Europese ziekteverzekeringskaart")


@pytest.mark.parametrize(
    ("question", "never"),
    [
        # Neither Switzerland nor Morocco is in the customs union.
        ("Onze brassband speelt in augustus in Zürich. ATA-carnet nodig voor de tuba's?", _INSIDE),
        ("Do we need an ATA carnet when we take our instruments to Switzerland?", _INSIDE),
        (
            "Wij draaien een kortfilm in Marokko met een lokale coproducent. Welke draaivergunning"
            " moeten we hebben en mag onze camera mee met een ATA-carnet?",
            _INSIDE,
        ),
        ("We take our instruments to Casablanca, do we need an ATA carnet?", _INSIDE),
        (
            "I am an architect and show models in an exhibition in Rabat. Is there a Flemish grant"
            " for my trip, and do I need customs papers for the models?",
            _INSIDE,
        ),
        # Who is hired in Germany goes nowhere outside Europe.
        (
            "Een schouwburg in Duitsland wil mij als actrice aannemen met een arbeidscontract van"
            " bij hen. Val ik dan ginder of hier onder de sociale zekerheid, en hoe zit het met de"
            " belastingen?",
            _TREATY,
        ),
        ("A theatre in Munich hires me as an actress for six weeks. Where am I insured?", _TREATY),
        # And a loan to Norway none of the United Kingdom's rules.
        (
            "Ons museum wil een oud schilderij uit de eigen collectie uitlenen aan een museum in"
            " Oslo. Hebben wij daar een uitvoervergunning voor nodig en wie moet de verzekering"
            " betalen?",
            _BRITISH,
        ),
        # An A1 and the health card of Europe hold in Europe.
        ("Moet ik een A1 aanvragen voor een concert in Marokko als zelfstandige?", _A1),
        ("Do I need health insurance when I go on tour in the United States?", _CARD),
    ],
)
def test_what_holds_elsewhere_is_not_told(
    adviser: Assistant, question: str, never: re.Pattern[str]
) -> None:
    assert not never.search(ask(adviser, question).text)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Do I need an ATA carnet to take my paintings to Berlin?", _INSIDE),
        ("Heb ik binnen de EU een ATA-carnet nodig?", _INSIDE),
        ("Do I need an ATA carnet?", _INSIDE),
        (
            "Wij lenen een schilderij uit aan een museum in Londen. Hebben we een uitvoervergunning"
            " nodig?",
            _BRITISH,
        ),
    ],
)
def test_what_holds_there_or_is_asked_without_a_country_is_told(
    adviser: Assistant, question: str, told: re.Pattern[str]
) -> None:
    assert told.search(ask(adviser, question).text)


def test_what_holds_in_one_of_two_countries_is_told(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "Wij gaan op tournee in Duitsland en Zwitserland."
        " Moeten we iets doen bij de douane voor onze instrumenten?",
    )
    assert {"country-de-nl", "country-ch-nl"} <= {*cited(answer)}


def test_iceland_has_the_social_security_of_the_european_economic_area(adviser: Assistant) -> None:
    text = ask(adviser, "Do we need an A1 in Iceland?").text
    assert not _TREATY.search(text)
    assert "the EEA and Switzerland" in text


@pytest.mark.parametrize(
    "question",
    [
        "Ons circusduo is gevraagd voor een festival in Japan. Welk visum moeten we hebben,"
        " hoeveel belasting gaat er van onze gage af en wie betaalt de vliegtickets terug?",
        "I'm a novelist and want to spend three months in Tokyo working on my next book. Is there"
        " a residency, and which visa should I have?",
        "I'm a painter. A gallery in London is showing my work and wants me there to give a paid"
        " talk. Do I need a visa, how do I get the paintings across the border, and what happens"
        " if a few of them sell?",
    ],
)
def test_nobody_is_sent_to_the_country_sheet_that_is_told(
    adviser: Assistant, question: str
) -> None:
    assert not _POINTER.search(ask(adviser, question).text)


def test_the_country_sheet_is_pointed_to_where_it_has_nothing(guide: Guide) -> None:
    statements = guide.fiches.fiche("practice-visas", "en").statements
    pointer = next(one.passage for one in statements if _POINTER.search(one.passage.text))
    for code in ("jp", "ca", "ma", "za", "us"):
        sheet = guide.fiches.fiche(guide.fiches.country_codes[code], "en")
        known = any(one.section == "visa" and not one.gap for one in sheet.statements)
        assert guide.scoping.may_tell(pointer, Scope(countries=(code,))) is not known
    assert not guide.scoping.may_tell(pointer, Scope(countries=("jp",)))
    assert guide.scoping.may_tell(pointer, Scope(countries=("br",)))  # no sheet is about it


@pytest.mark.parametrize(
    ("question", "fiche"),
    [
        ("Our band was selected for SXSW, do we need a visa?", "country-us-en"),
        ("Wij mogen met ons duo op Hellfest spelen. Moeten we een A1 hebben?", "country-fr-nl"),
        ("I show chairs at Salone del Mobile. Do I need an ATA carnet?", "country-it-en"),
    ],
)
def test_a_festival_or_a_fair_tells_where_they_go(
    adviser: Assistant, question: str, fiche: str
) -> None:
    assert fiche in {*cited(ask(adviser, question))}
