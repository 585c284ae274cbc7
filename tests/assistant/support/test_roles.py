"""Who does what to whom, and what a number stands with: invented sentences in both languages."""

from __future__ import annotations

import pytest

from assistant.support.judging import QuoteInContext, SupportJudge
from assistant.support.phrases import AGENT, OBJECT, RECEIVER, PhraseFinder
from corpus.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def judge() -> SupportJudge:
    return SupportJudge(Vocabulary.load())


@pytest.fixture(scope="module")
def finder() -> PhraseFinder:
    return PhraseFinder(Vocabulary.load())


@pytest.mark.parametrize(
    ("text", "lang", "roles"),
    [
        ("The fund pays the artist.", "en", {"fund": AGENT, "artist": OBJECT}),
        ("The artist is paid by the fund.", "en", {"fund": AGENT, "artist": OBJECT}),
        ("De organisator betaalt de gage.", "nl", {"organisator": AGENT, "gage": OBJECT}),
        (
            "De gage wordt door de organisator betaald.",
            "nl",
            {"organisator": AGENT, "gage": OBJECT},
        ),
        (
            "In juni geeft het fonds een beurs aan de maker.",
            "nl",
            {"fonds": AGENT, "beurs": OBJECT, "maker": RECEIVER},
        ),
        (
            "De maker krijgt een beurs van het fonds.",
            "nl",
            {"fonds": AGENT, "beurs": OBJECT, "maker": RECEIVER},
        ),
        (
            "The maker gets a grant from the fund.",
            "en",
            {"fund": AGENT, "grant": OBJECT, "maker": RECEIVER},
        ),
        ("Je vraagt de beurs aan.", "nl", {"beurs": OBJECT}),
    ],
)
def test_parts(finder, text, lang, roles):
    found = {p.head: p.role for frame in finder.frames(text, lang) for p in frame.phrases}
    assert {head: found.get(head) for head in roles} == roles


def test_two_verbs_share_their_subject(finder):
    _, second = finder.frames("De stad bouwt een zaal en betaalt de huur.", "nl")
    assert [(p.head, p.role) for p in second.phrases] == [("stad", AGENT), ("huur", OBJECT)]


FUND = (
    "Het Reisfonds betaalt de hotels, en de organisator vult 10 % aan. "
    "Kunstenaars uit Gent krijgen steun van de stad."
)


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "of", "kind"),
    [
        ("De stad krijgt steun van kunstenaars.", "nl", FUND, "nl", "role"),
        ("De organisator betaalt de hotels.", "nl", FUND, "nl", "role"),
        (
            "The Flemish government supports the project.",
            "en",
            "De Nederlandse overheid steunt het project; de Vlaamse zaal doet mee.",
            "nl",
            "role",
        ),
        (
            "Makers outside the region may apply.",
            "en",
            "Makers in the region may apply.",
            "en",
            "role",
        ),
        (
            "First you sign the contract, then you ask the permit.",
            "en",
            "First you ask the permit, then you sign the contract.",
            "en",
            "role",
        ),
        (
            "The house still exists.",
            "en",
            "Vraag aan de stad of het huis nog bestaat.",
            "nl",
            "role",
        ),
        (
            "The tour had 9 concerts and 40 speakers.",
            "en",
            "De tournee telde 40 concerten en 9 sprekers.",
            "nl",
            "binding",
        ),
        (
            "In 2019 waren er 300 concerten.",
            "nl",
            "Het aantal concerten steeg van 300 (2010) tot 500 (2019).",
            "nl",
            "binding",
        ),
        (
            "De beurs bedraagt 500 euro per deelnemer.",
            "nl",
            "De beurs bedraagt 500 euro voor de deelnemers.",
            "nl",
            "binding",
        ),
        (
            "Makers need no permit.",
            "en",
            "Makers who stay at most 30 days need no permit.",
            "en",
            "binding",
        ),
    ],
)
def test_what_is_turned_around_is_not_carried(judge, claim, lang, quote, of, kind):
    support = judge.judge(claim, lang, [QuoteInContext(quote, quote, of)])
    assert kind in {failure.kind for failure in support.failures}


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "of"),
    [
        ("Steun komt van de stad.", "nl", FUND, "nl"),
        ("The hotels are paid by the Reisfonds.", "en", FUND, "nl"),
        ("Artists from Gent get support from the city.", "en", FUND, "nl"),
        (
            "De vergunning wordt door de stad verleend.",
            "nl",
            "The city grants the permit.",
            "en",
        ),
        (
            "The tour counted 9 speakers and 40 concerts.",
            "en",
            "De tournee telde 40 concerten en 9 sprekers.",
            "nl",
        ),
    ],
)
def test_a_turn_of_phrase_is_no_turn_of_meaning(judge, claim, lang, quote, of):
    support = judge.judge(claim, lang, [QuoteInContext(quote, quote, of)])
    assert not {"role", "binding"} & {failure.kind for failure in support.failures}
