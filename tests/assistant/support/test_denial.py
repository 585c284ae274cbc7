"""What a claim denies against what its quote denies."""

from __future__ import annotations

import pytest

from assistant.support.content import Matcher
from assistant.support.derivation import DerivationCheck
from assistant.support.evidence import QuoteInContext
from assistant.support.phrases import PhraseFinder
from corpus.vocabulary import Language, Vocabulary

LEVY = "Voor kostuums heb je geen keuring nodig en betaal je geen heffing, want ze komen terug."
HOUSE = "The house pays a studio and the travel, but it does not pay for childcare."
CHOIRS = "The grant is for choirs and not for orchestras, and the fund decides without a jury."


@pytest.fixture(scope="module")
def check() -> DerivationCheck:
    vocabulary = Vocabulary.load()
    return DerivationCheck(Matcher(vocabulary), PhraseFinder(vocabulary), vocabulary)


def _denied(check: DerivationCheck, claim: str, lang: Language, quote: str, of: str) -> list[str]:
    found = check.failures(claim, lang, [QuoteInContext(quote, quote, of)])
    return [failure.detail for failure in found if "negation" in failure.detail]


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "of"),
    [
        ("Voor kostuums heb je geen keuring nodig.", "nl", LEVY, "nl"),
        ("For costumes you pay no levy.", "en", LEVY, "nl"),
        ("The house does not pay for childcare.", "en", HOUSE, "en"),
        ("The house pays a studio.", "en", HOUSE, "en"),
        ("The grant is for choirs.", "en", CHOIRS, "en"),
        ("De beurs is er niet voor orkesten.", "nl", CHOIRS, "en"),
        ("There is no jury when the fund decides.", "en", CHOIRS, "en"),
        ("Apply no later than six weeks before.", "en", "Apply at least six weeks before.", "en"),
    ],
)
def test_what_is_denied_alike_is_kept(check, claim: str, lang: Language, quote: str, of: str):
    assert _denied(check, claim, lang, quote, of) == []


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "of"),
    [
        ("Voor kostuums heb je een keuring nodig.", "nl", LEVY, "nl"),
        ("For costumes you pay a levy.", "en", LEVY, "nl"),
        ("The house pays for childcare.", "en", HOUSE, "en"),
        ("The house does not pay the travel.", "en", HOUSE, "en"),
        ("The grant is not for choirs.", "en", CHOIRS, "en"),
        ("The grant is for orchestras.", "en", CHOIRS, "en"),
        ("The house pays for nothing.", "en", HOUSE, "en"),
    ],
)
def test_what_is_denied_in_one_only_is_told(check, claim: str, lang: Language, quote: str, of: str):
    assert _denied(check, claim, lang, quote, of)
