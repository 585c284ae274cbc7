"""Things that a claim gives to another verb, or to its other end."""

from __future__ import annotations

import pytest

from assistant.support.judging import QuoteInContext, SupportJudge
from corpus.vocabulary import Language, Vocabulary

TOWN = "De stad Aalst stelt een werkplaats ter beschikking."
BAND = "The band rehearses in a chapel that the province restored."
FUND = "Zoek je steun, dan dient je school de aanvraag in bij het fonds."


@pytest.fixture(scope="module")
def judge() -> SupportJudge:
    return SupportJudge(Vocabulary.load())


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "of"),
    [
        ("A workshop is made available to the city of Aalst.", "en", TOWN, "nl"),
        ("The province rehearses in a chapel that the band restored.", "en", BAND, "en"),
        ("Zoek je steun, dan dien jij de aanvraag in bij je school.", "nl", FUND, "nl"),
    ],
)
def test_parts_that_changed_places_are_told(judge, claim, lang: Language, quote, of):
    assert not judge.judge(claim, lang, [QuoteInContext(quote, quote, of)]).carried


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "of"),
    [
        ("The city of Aalst makes a workshop available.", "en", TOWN, "nl"),
        ("The chapel in which the band rehearses was restored by the province.", "en", BAND, "en"),
        ("Je school dient de aanvraag in bij het fonds als je steun zoekt.", "nl", FUND, "nl"),
    ],
)
def test_the_same_parts_are_kept(judge, claim, lang: Language, quote, of):
    found = judge.judge(claim, lang, [QuoteInContext(quote, quote, of)])
    assert [failure.detail for failure in found.failures] == []


def test_a_number_with_the_neighbour_of_another_is_told(judge):
    quote = "In 2019 the centres drew 6% more visitors than in 2018. The decree of 2013 named it."
    evidence = [QuoteInContext(quote, quote, "en")]
    assert judge.judge(
        "In 2019 the centres drew 6% more visitors than in 2018.", "en", evidence
    ).carried
    assert not judge.judge(
        "In 2018 the centres drew 6% more visitors than in 2019.", "en", evidence
    ).carried
    assert not judge.judge("The decree of 2019 named it.", "en", evidence).carried
