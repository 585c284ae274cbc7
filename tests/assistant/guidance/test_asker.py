"""Who asks and what they do there, in words of many kinds; and that a rule kept for others is not
told to them."""

from __future__ import annotations

import pytest

from assistant.answer import Question
from assistant.guidance.fitting import is_for_others, is_theirs, suits
from assistant.guidance.scope import Scope, ScopeReader
from assistant.pipeline import Assistant
from corpus.annotation import parse_annotation
from corpus.vocabulary import Vocabulary

_READ = (
    "organisation",
    "group",
    "self-employed",
    "employee",
    "hired",
    "unpaid",
    "minor",
    "non-eu",
    "off-stage",
    "remote",
    "license",
    "perform",
    "teach",
)


@pytest.fixture(scope="module")
def reader() -> ScopeReader:
    return ScopeReader(Vocabulary.load())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # On stage or not.
        ("Ik ben lichtontwerper en werk twee weken in Noorwegen", "off-stage"),
        ("I'm a freelance theatre director, I stage Chekhov in Warsaw", "self-employed off-stage"),
        ("Als geluidstechnieker werk ik in Graz", "off-stage"),
        ("Costume designer from Antwerp here. The opera of Helsinki asked me", "off-stage"),
        ("Een Zweeds gezelschap vraagt mij als choreograaf, ik dans niet mee", "off-stage"),
        ("I choreograph and also dance in the piece myself in Lisbon", ""),
        ("I'm a choreographer and we perform our own piece in Porto", "perform"),
        ("As tour manager of a Belgian band I'm paid per day in Germany", "group off-stage"),
        ("Ik ben dramaturge in Praag, zelf sta ik niet op het podium", "off-stage"),
        ("Moet een choreograaf die in Helsinki werkt daar belasting betalen?", "off-stage"),
        ("Our sound engineer comes along when we play in Lyon", "perform"),
        ("I'm the director of a dance festival and go to Riga", ""),
        # At home for a client abroad, and support or people from home.
        ("I would draw it at my desk in Antwerp for a firm in Warsaw", "remote"),
        ("I mix records in my studio in Ghent for a label in Oslo", "remote"),
        ("Ik maak beats vanuit mijn slaapkamer in Aalst voor een label in Londen", "remote"),
        ("I teach online from Leuven for an academy in Dublin", "remote teach"),
        ("Ik vertaal thuis een roman voor een Duitse uitgeverij", "remote"),
        ("Ik schrijf muziek voor een Deens gezelschap, alles vanuit Gent", "remote"),
        ("Krijg ik steun vanuit Vlaanderen voor een beurs in Kaapstad?", ""),
        ("We're a band from Belgium playing in Lyon", "group perform"),
        ("Do I apply for the A1 online?", ""),
        # A house that is somebody else's.
        ("A gallery in London shows my canvases", ""),
        ("A German company wants me to design a chair", ""),
        ("Een Britse uitgeverij wil mijn bundel brengen", ""),
        ("ik ga een stuk maken met een dansgezelschap in Lissabon", ""),
        ("Wij zijn een theatergezelschap en spelen in Madrid", "organisation group perform"),
        ("Our dance company is invited to Seoul", "organisation group"),
        ("Uitgeverij uit Leuven met een stand in Bologna", "organisation"),
        ("I run a small label and have an act in Tallinn", "organisation"),
        ("wij zijn vier muzikanten, geen vzw, en gaan naar Riga", ""),
        # Hired there, sent from here, or paid by an agency.
        ("A company in Hamburg offers me a ten-month contract with a salary", "hired"),
        ("Een operahuis in Wenen neemt mij voor drie maanden in dienst", "hired"),
        ("een stadstheater in Duitsland wil mij aannemen met een arbeidscontract", "hired"),
        ("a german theater gives me a contract for 6 weeks", "hired"),
        ("a company in vienna wants me for 3 months as employee", "hired"),
        ("contract gekregen bij een Zweeds gezelschap, 4 maanden, loon in kronen", "hired"),
        ("Een festival in Duitsland stuurt ons een contract voor een concert", "perform"),
        ("Sound engineer hired by a Belgian band for dates in Austria", "group off-stage"),
        ("My Belgian employer, a theatre in Ghent, sends me to Zurich", "employee"),
        ("We work through Amplo and play in Basel", "employee perform"),
        ("Ik werk met Smart en geef les in Keulen", "employee teach"),
        ("I invoice through SBK for a show in Vienna", "employee perform"),
        ("een Brits productiehuis neemt me aan voor een serie in Londen", "hired"),
        ("een zaal in Parijs zegt dat ik werknemer ben, ik ben zelfstandig", ""),
        # Paid or not.
        ("Ons koor zingt in Tallinn, we krijgen geen gage", "organisation group unpaid perform"),
        ("Met onze fanfare in Bern, we krijgen geen geld alleen eten", "organisation group unpaid"),
        ("Our brass band plays for free in Bergen", "group unpaid perform"),
        ("ze betalen alleen onze onkosten in Friesland", "unpaid"),
        ("We have no money for the trip to Oslo", ""),
        ("They do not pay my flight to Tokyo", ""),
        # Children who go, and children whom it is for.
        ("My daughter is 16 and goes to Utrecht", "minor"),
        ("12 leden zijn jonger dan 15 en we gaan naar Eindhoven", "minor"),
        ("We make theatre for children in Oslo", ""),
        ("A museum in Madrid pays me for a workshop with children", "teach"),
        ("Ons koor neemt kinderen mee naar Parijs", "organisation group minor"),
        ("Flemish publisher of children's books in Bologna", "organisation"),
        # Where people are from.
        ("I'm a writer from Ghent with a Syrian passport, my book comes out in London", "non-eu"),
        ("Do we pay Norwegian artist tax?", ""),
        # Work, goods or rights.
        ("A theatre in Vienna wants to stage my play and pays royalties", "license"),
        ("Ik geef een Poolse firma een licentie op mijn stofontwerp", "license"),
        ("Ik geef drie dagen les aan een circusschool in Stockholm", "teach"),
        ("Een conservatorium in Oslo vraagt mij voor een masterclass", "teach"),
        ("a residency in Porto, no show at the end", ""),
    ],
)
def test_who_asks_is_told_from_who_else_is_spoken_of(
    reader: ScopeReader, text: str, told: str
) -> None:
    read = reader.read(text)
    assert {*read.who, *read.doing} & {*_READ} == {*told.split()}


@pytest.mark.parametrize(
    ("text", "scope", "fit"),
    [
        # Off stage: who says so, who does other work, and who does not perform at all.
        ("doing: off-stage", Scope(disciplines=("dance",), doing=("off-stage",)), True),
        ("doing: off-stage", Scope(disciplines=("dance",), doing=("perform",)), False),
        ("doing: off-stage", Scope(disciplines=("dance",)), False),
        ("doing: off-stage", Scope(disciplines=("music",), doing=("reside",)), True),
        ("doing: off-stage", Scope(disciplines=("literature",), doing=("perform",)), True),
        ("doing: off-stage", Scope(disciplines=("design",)), True),
        ("doing: perform, tour", Scope(disciplines=("dance",), doing=("off-stage", "tour")), False),
        ("doing: perform, exhibit", Scope(doing=("off-stage", "exhibit")), True),
        # What decides for performers and others holds for both, and not for pay for rights.
        ("doing: perform, off-stage", Scope(disciplines=("dance",), doing=("off-stage",)), True),
        ("who: paid; doing: perform, off-stage", Scope(doing=("license",)), False),
        # A truck and the place that one works from are no plan.
        ("doing: perform", Scope(disciplines=("circus",), doing=("transport",)), True),
        ("doing: perform", Scope(disciplines=("music",), doing=("remote",)), False),
        ("doing: sell, transport", Scope(disciplines=("design",), doing=("remote",)), False),
        ("doing: remote, create", Scope(disciplines=("design",), doing=("remote",)), True),
        ("doing: remote", Scope(disciplines=("design",)), False),
        # What is said of rights is for who says so, or publishes as a matter of course.
        ("doing: publish, license", Scope(disciplines=("theatre",)), False),
        ("doing: publish, license", Scope(disciplines=("literature",)), True),
        # Nobody is paid: neither tax nor the A1 of workers.
        ("who: paid", Scope(who=("unpaid",)), False),
        ("who: self-employed, employee", Scope(who=("unpaid",)), False),
        ("who: organisation, unpaid", Scope(who=("unpaid",)), True),
        ("who: paid", Scope(), True),
        # Who is hired there is not sent.
        ("who: self-employed, employee", Scope(who=("hired",)), False),
        ("who: hired", Scope(who=("self-employed",)), False),
    ],
)
def test_a_statement_is_kept_for_those_who_do_what_it_says(
    text: str, scope: Scope, fit: bool
) -> None:
    assert suits(parse_annotation(text), scope) is fit


def test_what_decides_for_just_who_asks_is_theirs() -> None:
    hired = Scope(who=("hired",))
    assert is_theirs(parse_annotation("key; who: hired"), hired)
    assert not is_theirs(parse_annotation("who: hired"), hired)
    assert not is_theirs(parse_annotation("key; who: hired, employee"), hired)
    assert not is_theirs(parse_annotation("key; who: hired"), Scope())
    assert is_for_others(parse_annotation("who: employee"), hired)
    assert not is_for_others(parse_annotation("who: organisation"), hired)
    fee = parse_annotation("for: music; who: paid")
    assert is_for_others(fee, Scope(disciplines=("visual-arts",)))
    assert not is_for_others(parse_annotation("for: music"), Scope(disciplines=("visual-arts",)))


@pytest.mark.parametrize(
    ("text", "verdict", "told", "kept"),
    [
        (
            "ik ben zelfstandig choreografe en ga drie weken een stuk maken met een gezelschap in"
            " Lissabon, zelf sta ik niet op de scene. Gaan ze belasting afhouden van mijn fee?",
            "Nee.",
            "zonder op te treden",
            "Treed je op in Portugal",
        ),
        (
            "I'm a stage director from Ghent and direct a play in Madrid. Do they withhold tax?",
            "No.",
            "without performing",
            "If you perform in Spain",
        ),
        (
            "We're a trio from Ghent and play in Madrid. Do they withhold tax?",
            "Yes.",
            "If you perform in Spain",
            "without performing",
        ),
        (
            "I'm an illustrator and draw at home for a magazine in Lyon. Do I need an A1?",
            "No.",
            "do not travel for it",
            "before you leave for France",
        ),
        (
            "Een operahuis in Wenen neemt mij drie maanden in dienst als zangeres. Heb ik een A1"
            " nodig?",
            "Nee.",
            "je zelf in dienst",
            "als zelfstandig kunstenaar",
        ),
        (
            "Ons amateurkoor zingt in Tallinn, we krijgen geen gage. Moeten we een A1 hebben?",
            "",
            "weet Wegwijs niet",
            "voor je in Estland werkt",
        ),
        (
            "Ik word betaald via Amplo en speel in Lille. Wie vraagt mijn A1 aan?",
            "",
            "vraagt dat bureau de A1 voor jou aan",
            "bij het RSVZ, dat beslist",
        ),
        # Neither a country where they do not go, nor an agency that they do not name.
        (
            "Onze vzw stuurt twee dansers in loondienst naar Helsinki. Moeten wij iets melden en"
            " wie vraagt de A1?",
            "",
            "vraagt je werkgever het A1-attest online aan",
            "Oostenrijk",
        ),
        # No grant is the answer to a tax.
        (
            "Ik geef een lezing over mijn boek in Berlijn. Gaat daar Duitse belasting af?",
            "Nee.",
            "zonder op te treden",
            "vraagt die steun niet zelf aan",
        ),
    ],
)
def test_a_rule_for_others_is_not_told_and_gives_no_yes_or_no(
    adviser: Assistant, text: str, verdict: str, told: str, kept: str
) -> None:
    answer = adviser.ask(Question(text))
    assert f"**{verdict}" in answer.text or not verdict
    assert told in answer.text
    assert kept not in answer.text
