"""What keeps a claim from being derived from its quote, and what does not."""

from __future__ import annotations

import pytest

from assistant.support.content import Matcher
from assistant.support.derivation import DerivationCheck
from assistant.support.evidence import Evidence
from assistant.support.phrases import PhraseFinder
from corpus.vocabulary import Language, Vocabulary

HUIS = "Het huis in Gent steunt sinds 2016 dansers uit Vlaanderen. De stad betaalt de huur."
BOARD = (
    "The board recommends that the fund pays for visas. "
    "Small venues ask for more help than large ones."
)


@pytest.fixture(scope="module")
def check() -> DerivationCheck:
    vocabulary = Vocabulary.load()
    return DerivationCheck(Matcher(vocabulary), PhraseFinder(vocabulary), vocabulary)


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "of"),
    [
        ("Sinds 2016 steunt het huis in Gent dansers uit Vlaanderen.", "nl", HUIS, "nl"),
        ("The house in Ghent has supported dancers from Flanders since 2016.", "en", HUIS, "nl"),
        ("De huur wordt door de stad betaald.", "nl", HUIS, "nl"),
        ("Small venues ask for more help than large ones.", "en", BOARD, "en"),
        ("De artiest treedt op in de zaal.", "nl", "The artist performs in the venue.", "en"),
    ],
)
def test_what_grammar_and_translation_change_is_derived(
    check, claim: str, lang: Language, quote: str, of: str
):
    assert check.failures(claim, lang, [Evidence(quote, quote, of)]) == []


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "kind"),
    [
        ("Het huis in Gent steunt sinds 2016 zangers uit Vlaanderen.", "nl", HUIS, "content"),
        ("Dansers uit Vlaanderen steunen sinds 2016 het huis in Gent.", "nl", HUIS, "role"),
        ("Het huis betaalt de huur.", "nl", HUIS, "role"),
        ("Het huis in Gent steunt tot 2016 dansers.", "nl", HUIS, "binding"),
        ("Het huis in Gent steunt geen dansers uit Vlaanderen.", "nl", HUIS, "polarity"),
        ("The fund pays for visas.", "en", BOARD, "polarity"),
        ("Large venues ask for more help than small ones.", "en", BOARD, "role"),
    ],
)
def test_what_they_do_not_explain_is_not(check, claim: str, lang: Language, quote: str, kind: str):
    of = "nl" if quote is HUIS else "en"
    found = check.failures(claim, lang, [Evidence(quote, quote, of)])
    assert kind in {failure.kind for failure in found}


def test_a_date_goes_with_its_own_verb(check):
    quote = "De regel werd op 8 maart 2024 bekrachtigd en geldt sinds 1 januari 2025."
    own = check.failures(
        "De regel geldt sinds 1 januari 2025.", "nl", [Evidence(quote, quote, "nl")]
    )
    other = check.failures(
        "De regel geldt sinds 8 maart 2024.", "nl", [Evidence(quote, quote, "nl")]
    )
    assert own == []
    assert {failure.kind for failure in other} & {"binding", "role"}


def test_quotes_in_two_languages_explain_a_claim_each_for_itself(check):
    dutch = Evidence("De stad betaalt niets.", "De stad betaalt niets.", "nl")
    english = Evidence("The city pays the rent.", "The city pays the rent.", "en")
    assert check.failures("De stad betaalt de huur.", "nl", [dutch, english]) == []
