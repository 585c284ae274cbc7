"""One quote, and claims that it carries or does not."""

from __future__ import annotations

import pytest

from assistant.support.judging import QuoteInContext, SupportJudge
from corpus.vocabulary import Vocabulary

QUOTE = (
    "In Duitsland houdt de organisator belasting in op de gage van zelfstandige artiesten uit het "
    "buitenland: 15,825 % van de brutogage."
)
EVIDENCE = [QuoteInContext(QUOTE, QUOTE, "nl", "Duitsland: optreden, toeren en werken")]


@pytest.fixture(scope="module")
def judge() -> SupportJudge:
    return SupportJudge(Vocabulary.load())


@pytest.mark.parametrize(
    ("claim", "lang"),
    [
        ("De Duitse organisator houdt 15,825 procent van je brutogage in als belasting.", "nl"),
        (
            "In Germany the organiser withholds tax of 15.825% of the gross fee from foreign "
            "self-employed artists.",
            "en",
        ),
    ],
)
def test_a_reworded_or_translated_claim_is_carried(judge, claim, lang):
    assert judge.judge(claim, lang, EVIDENCE).carried


@pytest.mark.parametrize(
    ("claim", "lang", "kind"),
    [
        ("In Germany the organiser withholds tax of 15.285% of the gross fee.", "en", "number"),
        ("In Germany the organiser withholds EUR 15.825 of the gross fee as tax.", "en", "number"),
        ("In France the organiser withholds 15.825% of the gross fee as tax.", "en", "name"),
        ("In Germany the organiser does not withhold tax of 15.825%.", "en", "polarity"),
        ("De organisator in Duitsland moet 15,825 % belasting inhouden.", "nl", "polarity"),
        ("Toeren met een bus vraagt in Duitsland veel geduld en rijtijden.", "nl", "content"),
    ],
)
def test_a_changed_claim_is_not(judge, claim, lang, kind):
    support = judge.judge(claim, lang, EVIDENCE)
    assert kind in {failure.kind for failure in support.failures}


def test_without_a_quote_nothing_is_carried(judge):
    assert not judge.judge("Iets.", "nl", []).carried
