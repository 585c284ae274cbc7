"""What keeps a claim from being derived from its quote, and what does not."""

from __future__ import annotations

import pytest

from assistant.support.content import Matcher
from assistant.support.derivation import DerivationCheck
from assistant.support.evidence import QuoteInContext
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
    assert check.failures(claim, lang, [QuoteInContext(quote, quote, of)]) == []


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
    found = check.failures(claim, lang, [QuoteInContext(quote, quote, of)])
    assert kind in {failure.kind for failure in found}


def test_a_date_goes_with_its_own_verb(check):
    quote = "De regel werd op 8 maart 2024 bekrachtigd en geldt sinds 1 januari 2025."
    own = check.failures(
        "De regel geldt sinds 1 januari 2025.", "nl", [QuoteInContext(quote, quote, "nl")]
    )
    other = check.failures(
        "De regel geldt sinds 8 maart 2024.", "nl", [QuoteInContext(quote, quote, "nl")]
    )
    assert own == []
    assert {failure.kind for failure in other} & {"binding", "role"}


def test_quotes_in_two_languages_explain_a_claim_each_for_itself(check):
    dutch = QuoteInContext("De stad betaalt niets.", "De stad betaalt niets.", "nl")
    english = QuoteInContext("The city pays the rent.", "The city pays the rent.", "en")
    assert check.failures("De stad betaalt de huur.", "nl", [dutch, english]) == []


ORCHESTRA = (
    "Het orkest werd in 1998 opgericht door de stad en verhuisde in 2011 naar Gent. "
    "De meeste leden spelen niet in het buitenland, en niet in Brussel."
)


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "of"),
    [
        # a turn of phrase, and a verb that translations choose freely
        ("Neem contact op met het fonds.", "nl", "Get in touch with the fund.", "en"),
        ("Groups can qualify for it.", "en", "Groepen komen in aanmerking.", "nl"),
        ("The exhibition drew visitors from France and Spain.", "en", "Naar de tentoonstelling "
         "kwamen bezoekers uit Frankrijk en Spanje.", "nl"),
        # two sentences of the quote in one
        ("The city pays the rent, and the house supports dancers from Flanders.", "en", HUIS, "nl"),
        # what is only named to deny it may be left out
        ("De organisator sluit de verzekering af.", "nl", "De organisator sluit de verzekering af, "
         "niet de kunstenaar.", "nl"),
    ],
)  # fmt: skip
def test_what_is_reworded_is_derived(check, claim: str, lang: Language, quote: str, of: str):
    assert check.failures(claim, lang, [QuoteInContext(quote, quote, of)]) == []


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "of", "kind"),
    [
        ("Het orkest werd in 2011 opgericht.", "nl", ORCHESTRA, "nl", "binding"),
        ("De leden spelen niet in het buitenland.", "nl", ORCHESTRA, "nl", "polarity"),
        ("De kunstenaar sluit de verzekering af.", "nl", "De organisator sluit de verzekering af, "
         "niet de kunstenaar.", "nl", "polarity"),
        ("It names the strongest region.", "en", "It names a strong region.", "en", "polarity"),
        ("Some groups may apply.", "en", "All groups may apply.", "en", "polarity"),
        ("Je kunt maandelijks aanvragen.", "nl", "Je kunt jaarlijks aanvragen.", "nl", "binding"),
        ("The fund replaces grants for dancers.", "en", "The fund gives grants for dancers.", "en",
         "content"),
        ("The Ministry of Culture of France pays.", "en", "The Ministry of Affairs of France pays "
         "for tours, shows and stays of people in Culture.", "en", "name"),
    ],
)  # fmt: skip
def test_what_says_more_is_not(check, claim: str, lang: Language, quote: str, of: str, kind: str):
    found = check.failures(claim, lang, [QuoteInContext(quote, quote, of)])
    assert kind in {failure.kind for failure in found}


def test_a_claim_without_a_word_of_its_quote_is_not_derived(check):
    assert check.failures("Er is niets.", "nl", [QuoteInContext(HUIS, HUIS, "nl")])
