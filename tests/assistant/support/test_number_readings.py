"""Other ways to say a number, told as the same and no other."""

from __future__ import annotations

import pytest

from assistant.support.judging import QuoteInContext, SupportJudge
from corpus.vocabulary import Language, Vocabulary


@pytest.fixture(scope="module")
def judge() -> SupportJudge:
    return SupportJudge(Vocabulary.load())


def _wrong(judge: SupportJudge, claim: str, lang: Language, quote: str, of: str) -> list[str]:
    found = judge.judge(claim, lang, [QuoteInContext(quote, quote, of)]).failures
    return [failure.detail for failure in found if failure.kind == "number"]


SAME = [
    ("Ze melden dat één keer per jaar.", "nl", "They report it once a year.", "en"),
    ("The hall is open until 10 p.m.", "en", "De zaal is open tot 22 uur.", "nl"),
    ("She gets EUR 900 a month.", "en", "She gets a monthly allowance of EUR 900.", "en"),
    ("The monthly fees are EUR 10, 20 or 30.", "en", "Fees are EUR 10, 20 or 30 a month.", "en"),
    ("Drie op de vier zalen vulden het in.", "nl", "Van de zalen vulde 75 % het in.", "nl"),
    ("From 1.2 to 2 million euros.", "en", "Van 1,2 naar 2 miljoen euro.", "nl"),
    ("At least 10% of the seats.", "en", "Niet minder dan 10 % van de plaatsen.", "nl"),
    ("It runs from 2025 to 2028.", "en", "It runs in 2025-28.", "en"),
    ("For five to twenty days.", "en", "Voor vijf tot twintig dagen.", "nl"),
    ("Vanaf zes weken voor het concert.", "nl", "From six weeks before the concert.", "en"),
]


@pytest.mark.parametrize(("claim", "lang", "quote", "of"), SAME)
def test_the_same_number_said_otherwise_is_carried(judge, claim, lang, quote, of):
    assert _wrong(judge, claim, lang, quote, of) == []


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "of"),
    [
        ("Ze melden dat twee keer per jaar.", "nl", "They report it once a year.", "en"),
        ("The hall is open until 11 p.m.", "en", "De zaal is open tot 22 uur.", "nl"),
        ("The hall is open until 10 a.m.", "en", "De zaal is open tot 22 uur.", "nl"),
        ("She gets EUR 900 a week.", "en", "She gets a monthly allowance of EUR 900.", "en"),
        ("Twee op de vier zalen vulden het in.", "nl", "Van de zalen vulde 75 % het in.", "nl"),
        ("From 1.2 to 3 million euros.", "en", "Van 1,2 naar 2 miljoen euro.", "nl"),
        ("At most 10% of the seats.", "en", "Niet minder dan 10 % van de plaatsen.", "nl"),
        ("It runs from 2025 to 2029.", "en", "It runs in 2025-28.", "en"),
        ("For six to twenty days.", "en", "Voor vijf tot twintig dagen.", "nl"),
    ],
)
def test_another_number_is_not(judge, claim, lang, quote, of):
    assert _wrong(judge, claim, lang, quote, of)
