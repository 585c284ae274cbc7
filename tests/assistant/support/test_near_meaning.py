"""Which words of a claim stand for near ones of the quote, and which never stand for each other."""

from __future__ import annotations

import pytest

from assistant.support.judging import QuoteInContext, SupportJudge
from assistant.support.near_meaning import NEAR, NearMeaning
from assistant.support.tagging import Tagger
from assistant.support.two_ends import are_opposite
from corpus.vocabulary import Language, Vocabulary

INSURER = "The insurer pays the baker for a stolen oven."
DELAY = "A late parcel does not change the fee that the baker pays."


@pytest.fixture(scope="module")
def near() -> NearMeaning:
    vocabulary = Vocabulary.load()
    return NearMeaning(vocabulary, Tagger(vocabulary))


@pytest.fixture(scope="module")
def judge() -> SupportJudge:
    return SupportJudge(Vocabulary.load())


@pytest.mark.parametrize(
    ("one", "lang", "two", "other"),
    [
        ("aanbesteding", "nl", "overheidsopdracht", "nl"),
        ("overheidsopdracht", "nl", "aanbesteding", "nl"),
        ("aanbevelingen", "nl", "suggestie", "nl"),
        ("recommendation", "en", "tip", "nl"),
    ],
)
def test_synonyms_of_the_thesaurus_are_near_either_way(
    near, one: str, lang: Language, two: str, other: Language
):
    assert near.worth(one, lang, two, other) >= NEAR


@pytest.mark.parametrize(
    ("one", "two"),
    [("aanbesteding", "opdrachtgever"), ("geldgebrek", "gebrek"), ("bakker", "kapper")],
)
def test_what_goes_with_a_word_or_is_part_of_it_is_not(near, one: str, two: str):
    assert near.worth(one, "nl", two, "nl") < NEAR


def _kinds(judge: SupportJudge, claim: str, lang: Language, quote: str, of: str) -> set[str]:
    found = judge.judge(claim, lang, [QuoteInContext(quote, quote, of)]).failures
    return {failure.kind for failure in found}


def test_a_noun_that_only_names_what_the_rest_tells_may_come_in(judge):
    claim = "A late parcel has no influence on the fee that the baker pays."
    assert "content" not in _kinds(judge, claim, "en", DELAY, "en")


def test_it_may_not_take_the_place_of_another(judge):
    claim = "The insurer pays the baker for a procedure."
    assert "content" in _kinds(judge, claim, "en", INSURER, "en")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("employer", "employees"),
        ("werkgever", "employee"),
        ("huurder", "verhuurder"),
        ("subsidiegever", "subsidienemer"),
        ("examiner", "examinee"),
        ("verkoper", "koper"),
    ],
)
def test_the_two_ends_of_a_relation_are_opposite(one: str, two: str):
    assert are_opposite((one,), (two,))
    assert are_opposite((two,), (one,))


@pytest.mark.parametrize(
    ("one", "two"), [("employer", "werkgever"), ("baker", "employee"), ("huurder", "tenant")]
)
def test_others_are_not(one: str, two: str):
    assert not are_opposite((one,), (two,))


def test_a_text_that_names_both_ends_holds_both():
    assert not are_opposite(("employer",), ("employee", "employer"))


def test_one_end_does_not_stand_for_the_other(judge):
    quote = "The tax does not apply to the employer of a baker."
    same = "De belasting geldt niet voor de werkgever van een bakker."
    other = "The tax does not apply to the employee of a baker."
    assert "content" not in _kinds(judge, same, "nl", quote, "en")
    assert "content" in _kinds(judge, other, "en", quote, "en")
