"""Who asks and what they do there, in words of many kinds; and that a rule kept for others is not
told to them."""

from __future__ import annotations

import pytest

from assistant.answer import Question
from assistant.guidance.fitting import (
    decides_for,
    is_for_others,
    is_of_work,
    is_theirs,
    suits,
)
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
    "combine",
    "attend",
    "settle",
    "study",
)


@pytest.fixture(scope="module")
def reader() -> ScopeReader:
    return ScopeReader(Vocabulary.load())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Whose job it is, and who moves.
        ("Mijn man heeft een job in Oslo en ik verhuis mee als weefster", "settle"),
        ("My wife got a job in Vienna and we're moving there in May, I bind books", "settle"),
        ("Ik ga in Kopenhagen wonen en ben glazenier", "settle"),
        ("Een orkest in Praag geeft mij een jaarcontract", "hired"),
        ("An opera house in Zagreb offers me a permanent position", "hired"),
        # A group of young people.
        ("Met een groepje van 13 tot 16 jaar logeren we een week in Riga", "minor"),
        ("I take ten pupils aged 15 along to Tallinn", "minor"),
        ("Met volwassenen van 30 tot 50 jaar logeren we een week in Riga", ""),
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
        ("I write stage plays and a house in Riga wants one", ""),
        # Two countries by turns, or only one of them.
        ("I teach two days a week in Ghent and work in Lille the other days", "teach combine"),
        ("Ik dans halftijds in Brussel en halftijds in Rotterdam", "perform combine"),
        (
            "Ben hier zelfstandig, kreeg een deeltijdse job in Metz",
            "self-employed hired combine",
        ),
        ("elke maand werk ik een paar dagen in Bonn, de rest thuis in Gent", "combine"),
        ("I get 900 euro every month for a job in Tartu and live in Ghent", "hired"),
        ("Elke week maak ik thuis in Aalst een tekening voor een krant in Oslo", "remote"),
        ("We tour Norway and Sweden in May", ""),
        # Being there without working.
        ("I only go to the opening of my exhibition in Dallas", "attend"),
        ("Ik bezoek een beurs in Toronto als bezoeker, ik toon niks", "attend"),
        ("We play at the opening of a museum in Bern", "perform"),
        # Learning, and living there.
        ("Ik loop drie maanden stage bij een drukker in Turijn", "study"),
        ("I move to Bergen for good", "settle"),
        # What is ordered at a desk.
        ("I'm an illustrator and a publisher in Turin orders pictures", "remote"),
        ("I'm an illustrator and go to a publisher in Turin for a week", ""),
        ("Ik ben vertaalster, een tijdschrift uit Bern vraagt mij een tekst", "remote"),
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
        ("who: eu, hired", Scope(), False),
        # Nobody is sent who moves, works there and here by turns, looks around or learns.
        ("who: self-employed, posted", Scope(), True),
        ("who: self-employed, posted", Scope(doing=("combine",)), False),
        ("who: self-employed, posted", Scope(doing=("exhibit", "attend")), False),
        ("who: self-employed, posted", Scope(doing=("study",)), False),
        ("who: self-employed, posted", Scope(who=("employee",), doing=("study",)), False),
        ("who: employee, posted", Scope(who=("employee",), doing=("study",)), True),
        ("doing: off-stage", Scope(disciplines=("design",), doing=("settle",)), False),
        ("doing: combine", Scope(doing=("combine",)), True),
        ("doing: combine", Scope(doing=("perform",), countries=("no",)), False),
        ("doing: combine", Scope(doing=("perform",), countries=("no", "se")), True),
        ("doing: settle", Scope(), False),
        ("doing: exhibit", Scope(doing=("attend",)), False),
    ],
)
def test_a_statement_is_kept_for_those_who_do_what_it_says(
    text: str, scope: Scope, fit: bool
) -> None:
    assert suits(parse_annotation(text), scope) is fit


def test_who_moves_is_told_no_rule_for_who_works_from_here() -> None:
    moves = Scope(doing=("settle",))
    assert is_for_others(parse_annotation("who: self-employed, employee"), moves)
    assert is_for_others(parse_annotation("doing: off-stage"), moves)
    assert not is_for_others(parse_annotation("who: hired"), moves)
    assert not is_for_others(parse_annotation("who: eu"), moves)
    assert is_theirs(parse_annotation("key; doing: settle"), moves)


def test_a_rule_on_work_is_not_for_who_only_attends() -> None:
    attends = Scope(doing=("exhibit", "attend"))
    assert is_of_work(parse_annotation("doing: exhibit"), attends)
    assert is_of_work(parse_annotation("who: paid"), attends)
    assert not is_of_work(parse_annotation("doing: remote, attend"), attends)
    assert not is_of_work(parse_annotation("who: eu"), attends)
    assert not is_of_work(parse_annotation("doing: exhibit"), Scope(doing=("exhibit",)))


def test_a_rule_on_one_employer_is_no_answer_to_who_has_work_here_too() -> None:
    hired = parse_annotation("key; answer: no; who: hired")
    assert decides_for(hired, Scope(who=("hired",)))
    assert not decides_for(hired, Scope(who=("hired",), doing=("combine",)))
    assert not is_theirs(hired, Scope(who=("hired",), doing=("combine",)))
    assert is_for_others(hired, Scope(who=("hired",), doing=("combine",)))
    several = parse_annotation("key; who: self-employed, hired; doing: combine")
    assert is_theirs(several, Scope(who=("self-employed", "hired"), doing=("combine",)))
    assert not is_theirs(several, Scope(who=("hired",), doing=("combine",)))
    assert not is_theirs(several, Scope(doing=("combine",)))


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
        # Two countries by turns, a move, a visit: no posting.
        (
            "Ik dans halftijds in Brussel en halftijds in Kopenhagen, telkens als werkneemster."
            " Heb ik een A1 nodig?",
            "",
            "geregeld in meerdere landen",
            "24 maanden",
        ),
        (
            "I'm moving to Helsinki for good as a self-employed illustrator. Do I need an A1?",
            "No.",
            "for a time from Belgium",
            "24 months",
        ),
        (
            "Ik ga naar de vernissage van mijn tentoonstelling in Londen. Heb ik een visum nodig?",
            "Nee.",
            "geen visum nodig",
            "12 maanden",
        ),
        # An A1 for each country is another question than whether one is needed.
        (
            "Our circus duo tours Spain and Hungary in June. Do we need an A1 for each country?",
            "",
            "in several countries at once",
            "**Yes",
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
