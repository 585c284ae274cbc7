"""Claims put together from two members of a sentence."""

from __future__ import annotations

import pytest

from assistant.support.judging import QuoteInContext, SupportJudge
from corpus.vocabulary import Language, Vocabulary

ARCHIVES = "The archive in Bruges keeps posters and the one in Ghent keeps films."
VISITORS = "De expo trok 40.000 bezoekers, van wie 12.000 uit het buitenland."
PRIZE = "De prijs wordt om de twee jaar uitgereikt aan een jonge architect."
CITY = "De stad geeft kunstenaars een beurs van 5.000 euro en stelt een atelier ter beschikking."
THEATRE = "The workshop is open to dancers."


@pytest.fixture(scope="module")
def judge() -> SupportJudge:
    return SupportJudge(Vocabulary.load())


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "of"),
    [
        ("Het archief in Gent bewaart affiches.", "nl", ARCHIVES, "en"),
        ("The archive in Bruges keeps films.", "en", ARCHIVES, "en"),
        ("The exhibition drew 40,000 visitors from abroad.", "en", VISITORS, "nl"),
        ("The prize goes to two young architects.", "en", PRIZE, "nl"),
        ("The prize goes to a young architect every year.", "en", PRIZE, "nl"),
        ("De stad geeft kunstenaars 5.000 ateliers.", "nl", CITY, "nl"),
    ],
)
def test_what_two_members_tell_is_not_told_of_one(judge, claim, lang: Language, quote, of):
    assert not judge.judge(claim, lang, [QuoteInContext(quote, quote, of)]).carried


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "of"),
    [
        ("Het archief in Brugge bewaart affiches.", "nl", ARCHIVES, "en"),
        ("The exhibition drew 40,000 visitors.", "en", VISITORS, "nl"),
        ("The prize goes to a young architect every two years.", "en", PRIZE, "nl"),
        ("De werkplaats is er voor dansers.", "nl", THEATRE, "en"),
    ],
)
def test_what_one_of_them_tells_is(judge, claim, lang: Language, quote, of):
    found = judge.judge(claim, lang, [QuoteInContext(quote, quote, of)])
    assert [failure.detail for failure in found.failures] == []
