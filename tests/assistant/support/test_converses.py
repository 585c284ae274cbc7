"""What a claim may tell from the other end, and what it may not leave out or put together."""

from __future__ import annotations

import pytest

from assistant.support.judging import QuoteInContext, SupportJudge
from corpus.vocabulary import Language, Vocabulary

LENDS = ("The library lends instruments to schools in the valley.", "en")
SELLS = ("De stad verkoopt elk jaar zes werken aan verzamelaars.", "nl")
RENTS = ("The choir rents its hall from the parish for 90 euros a month.", "en")
PRIZES = ("In 2022 the foundation awarded prizes to nine illustrators.", "en")
OPERAS = ("Attendance at operas fell while attendance at concerts grew.", "en")
NIGHT = ("Members who rehearse at night pay five euros more.", "en")
TICKET = ("Zonder geldig ticket kom je de tuin niet binnen.", "nl")
TOUR = ("Voor een tournee van minstens vijf voorstellingen krijg je tot 4.000 euro.", "nl")
DESK = ("Vanaf 2027 komt er een loket voor koren.", "nl")
JURY = ("The jury consists of five members, who meet twice a year.", "en")
FILES = ("De raad keurde 14 van de 40 dossiers goed.", "nl")
PUPPETS = ("The number of puppet theatres rose from 12 to 18.", "en")
WRITERS = ("Een kwart van de schrijvers heeft een agent, en de helft van de vertalers.", "nl")
TOWER = ("De restauratie van de toren duurde vier jaar en kostte 3 miljoen euro.", "nl")
HALL = ("Er zijn 40 zalen in de vallei.", "nl")


@pytest.fixture(scope="module")
def judge() -> SupportJudge:
    return SupportJudge(Vocabulary.load())


@pytest.mark.parametrize(
    ("claim", "lang", "quote"),
    [
        ("Schools in the valley can borrow instruments from the library.", "en", LENDS),
        ("Collectors buy six works from the city every year.", "en", SELLS),
        ("De parochie verhuurt haar zaal aan het koor voor 90 euro per maand.", "nl", RENTS),
        ("Negen illustratoren kregen in 2022 een prijs van de stichting.", "nl", PRIZES),
        ("Het operabezoek daalde, terwijl het concertbezoek steeg.", "nl", OPERAS),
        ("You cannot enter the garden without a valid ticket.", "en", TICKET),
        ("A tour of at least five performances is supported with up to 4,000 euros.", "en", TOUR),
        ("From 2027 there will be a desk for choirs.", "en", DESK),
        ("The five members of the jury meet twice a year.", "en", JURY),
        ("14 of the 40 files were approved.", "en", FILES),
        ("There was a rise in the number of puppet theatres, from 12 to 18.", "en", PUPPETS),
        ("25% of the writers have an agent.", "en", WRITERS),
        ("The tower was restored in four years.", "en", TOWER),
        ("The valley has 40 venues.", "en", HALL),
    ],
)
def test_another_structure_says_the_same(judge, claim, lang: Language, quote):
    text, of = quote
    found = judge.judge(claim, lang, [QuoteInContext(text, text, of)])
    assert [failure.detail for failure in found.failures] == []


@pytest.mark.parametrize(
    ("claim", "lang", "quote"),
    [
        ("The library borrows instruments from schools in the valley.", "en", LENDS),
        ("The city buys six works from collectors every year.", "en", SELLS),
        ("Het koor verhuurt zijn zaal aan de parochie voor 90 euro per maand.", "nl", RENTS),
        ("Nine illustrators awarded a prize to the foundation in 2022.", "en", PRIZES),
        ("Attendance at operas grew while attendance at concerts fell.", "en", OPERAS),
        ("Attendance at operas and concerts fell.", "en", OPERAS),
        ("Members pay five euros more.", "en", NIGHT),
        ("You cannot enter the garden.", "en", TICKET),
        ("For a tour you get up to 4,000 euros.", "en", TOUR),
        ("There is already a desk for choirs.", "en", DESK),
        ("The jury consists of two members, who meet five times a year.", "en", JURY),
        ("De raad keurde 40 dossiers goed.", "nl", FILES),
        ("Het aantal poppentheaters steeg met 18.", "nl", PUPPETS),
        ("Half of the writers have an agent.", "en", WRITERS),
        ("Restoring the tower cost 4 million euros.", "en", TOWER),
    ],
)
def test_what_is_turned_round_cut_or_joined_says_something_else(
    judge, claim, lang: Language, quote
):
    text, of = quote
    assert not judge.judge(claim, lang, [QuoteInContext(text, text, of)]).carried
