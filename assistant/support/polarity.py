"""Negation, direction, strength and attribution: the small words that turn a statement around."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_NEGATIVE_PREFIXES = re.compile(
    r"^(?:niet-|non-|on(?:mogelijk|toegankelijk|voldoende|belast|geldig|duidelijk|afhankelijk)"
    r"|un(?:able|clear|taxed|likely|available|necessary|paid)|im(?:possible)|in(?:valid|eligible|sufficient))"
)
_ATTRIBUTION = re.compile(
    r"\b(?:volgens|aldus|naar eigen zeggen|stelt|stellen|vindt|vinden|meent|menen|zegt|zeggen|"
    r"according to|says|said|states|argues|argue|claims|believes|in the view of|finds)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\b(neemt|stelt|meer|minder|less|more|fewer|at|up|ten|have|has|calls)\s+"
    r"(toe|voor|dan|than|least|most|to|minste|hoogste|for)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"n't\b|[^\W\d_]+(?:-[^\W\d_]+)*", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Polarity:
    """The turning words of a clause."""

    negations: int
    up: bool
    down: bool
    before: bool
    after: bool
    everything: bool
    some: bool
    limits: bool
    must: bool
    should: bool
    can: bool
    plan: bool
    attributed: bool


@cache
def words() -> Mapping[str, frozenset[str]]:
    """The words that turn a statement, by what they do."""
    content = (Path(__file__).parent / "words.yaml").read_text(encoding="utf-8")
    return {name: frozenset(listed) for name, listed in yaml.safe_load(content).items()}


def polarity(text: str) -> Polarity:
    """The turning words of a text in Dutch or English."""
    joined = _JOINED.sub(lambda match: f"{match[1]}-{match[2]}", text.replace("’", "'"))
    said = [word.casefold() for word in _WORD.findall(joined.replace("n't", " n't"))]
    known = set(said)
    turning = words()
    negations = sum(
        word in turning["negations"] or bool(_NEGATIVE_PREFIXES.match(word)) for word in said
    )
    return Polarity(
        negations=negations,
        up=bool(known & turning["up"]),
        down=bool(known & turning["down"]),
        before=bool(known & turning["before"]),
        after=bool(known & turning["after"]),
        everything=bool(known & turning["everything"]),
        some=bool(known & turning["some"]),
        limits=bool(known & turning["limits"]),
        must=bool(known & turning["must"]),
        should=bool(known & turning["should"]),
        can=bool(known & turning["can"]),
        plan=bool(known & turning["plan"]),
        attributed=bool(_ATTRIBUTION.search(text)),
    )


def flips(claim: Polarity, quote: Polarity) -> tuple[str, ...]:
    """In what respects the claim turns the quote around; empty when it does not.

    A claim may be weaker than its quote, never stronger: what the quote calls possible, advised or
    planned stays so, an obligation must be in the quote, a limit may not be dropped.
    """
    found = []
    if bool(claim.negations % 2) != bool(quote.negations % 2):
        found.append("negation")
    if (claim.up and not claim.down and quote.down and not quote.up) or (
        claim.down and not claim.up and quote.up and not quote.down
    ):
        found.append("direction")
    if (claim.before and not claim.after and quote.after and not quote.before) or (
        claim.after and not claim.before and quote.before and not quote.after
    ):
        found.append("order in time")
    if claim.everything and quote.some and not quote.everything:
        found.append("some told as all")
    if quote.limits and not claim.limits:
        found.append("a limit left out")
    if claim.must and not quote.must:
        found.append("an obligation that is not there")
    if quote.plan and not (claim.plan or claim.should or claim.can):
        found.append("a plan told as a fact")
    open_quote = (quote.can or quote.should) and not (quote.must or quote.plan)
    if open_quote and not (claim.can or claim.should or claim.plan):
        found.append("a possibility told as a fact")
    if quote.attributed and not claim.attributed:
        found.append("attribution left out")
    return tuple(found)
