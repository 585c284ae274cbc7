"""Years and days that a claim gives to another thing than its quote."""

from __future__ import annotations

import pytest

from assistant.support.judging import QuoteInContext, SupportJudge
from corpus.vocabulary import Language, Vocabulary

CALLS = "The 2023 call was for puppet theatres; the 2021 call closed on 3 May."
CHARTER = "Bijen zijn een thema uit het charter van 2017 (Honingplan 2019-2022)."
GUILDS = "Voorbeelden zijn MOLA (2021-24) en VESKA, dat 61 bakkers in 4 dorpen telt."


@pytest.fixture(scope="module")
def judge() -> SupportJudge:
    return SupportJudge(Vocabulary.load())


def _kinds(judge: SupportJudge, claim: str, lang: Language, quote: str, of: str) -> set[str]:
    found = judge.judge(claim, lang, [QuoteInContext(quote, quote, of)]).failures
    return {failure.kind for failure in found}


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "of"),
    [
        ("De oproep 2023 sloot op 3 mei.", "nl", CALLS, "en"),
        ("Bijen zijn een thema uit het charter van 2022.", "nl", CHARTER, "nl"),
        ("MOLA telt 61 bakkers in 4 dorpen.", "nl", GUILDS, "nl"),
    ],
)
def test_a_year_a_day_or_a_count_of_another_is_bound_to_it(
    judge, claim: str, lang: Language, quote: str, of: str
):
    assert "binding" in _kinds(judge, claim, lang, quote, of)


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "of"),
    [
        ("De oproep 2021 sloot op 3 mei.", "nl", CALLS, "en"),
        ("Bijen zijn een thema uit het charter van 2017.", "nl", CHARTER, "nl"),
        ("VESKA telt 61 bakkers in 4 dorpen.", "nl", GUILDS, "nl"),
    ],
)
def test_its_own_is_not(judge, claim: str, lang: Language, quote: str, of: str):
    assert "binding" not in _kinds(judge, claim, lang, quote, of)
