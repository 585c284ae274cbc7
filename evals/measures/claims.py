"""Do the quotes carry the claims; does the reader learn whose words they are and if they hold?"""

from __future__ import annotations

import re

from corpus.language import detect
from evals.measures.measure import PageText
from evals.measures.nuggets import folded, holds
from evals.result import Cited, Result
from evals.suite import Item

SAME_LANGUAGE_SHARE = 0.5
"""Share of a claim's longer words that its quotes must hold when both are in one language. Below
the share that honest rewordings keep; it catches claims that speak of something else."""

OUTDATED = ("ended", "replaced", "proposal", "historical")
"""Validities of a cited document that call for a notice of the same name."""

# The number of an item, which a quote of a list whose numbers the file does not write lacks.
_MARKER = re.compile(r"^[>\s]*-\s+\(?\d{1,2}[.)°]?\s", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]{5,}")
_STEM = 5
_FEW = 4


def claim_citation(_: Item, result: Result, __: PageText) -> float | None:
    """Share of the claims that cite something; the assistant's own connecting words are no claims.

    None where the result does not list its claims.
    """
    if result.refused or not result.claims:
        return None
    return sum(bool(numbers) for _, numbers in result.claims) / len(result.claims)


def claim_support(_: Item, result: Result, __: PageText) -> float | None:
    """Share of the cited claims that their quotes carry, as far as rules can see.

    Every number of the claim, those of a list's items aside, must stand in the quotes it cites.
    Where claim and quotes are in one language, at least :data:`SAME_LANGUAGE_SHARE` of the claim's
    words of five letters or more must begin as a word of the quotes, their titles or headings does;
    a translation, or a claim of a few words, is judged on its numbers alone. Independent of the
    assistant's own check.
    """
    known = {c.n: c for c in result.citations}
    scored = [
        _carried(text, [known[n] for n in numbers if n in known])
        for text, numbers in result.claims
        if numbers
    ]
    return sum(scored) / len(scored) if scored else None


def _carried(claim: str, citations: list[Cited]) -> bool:
    quotes = " ".join(c.quote for c in citations)
    if not quotes.strip() or not _digits(_MARKER.sub("", claim)) <= _digits(quotes):
        return False
    words = [word[:_STEM] for word in _WORD.findall(folded(claim))]
    if len(words) < _FEW or detect(claim) != detect(quotes):
        return True
    around = " ".join(f"{c.title} {c.section}" for c in citations)
    carried = {word[:_STEM] for word in _WORD.findall(folded(f"{_joined(quotes)} {around}"))}
    return sum(word in carried for word in words) >= SAME_LANGUAGE_SHARE * len(words)


def _joined(quote: str) -> str:
    """The quote with words that were cut at a line's end made whole."""
    return re.sub(r"(?<=\w)[-\u00ad]\s+(?=\w)", "", quote)


def _digits(text: str) -> set[str]:
    found = re.findall(r"\d+(?:[.,\u00a0\u202f ]\d+)*", text)
    return {part for number in found for part in re.findall(r"\d+", number)}


def attribution(item: Item, result: Result, _: PageText) -> float | None:
    """1 when the answer names whose statement it is: one of the item's ``attribution`` forms."""
    if not item.attribution or result.refused:
        return None
    return float(holds(result.answer, item.attribution))


def expected_notices(item: Item, result: Result, _: PageText) -> float | None:
    """Share of the item's ``notices`` (kinds) that stand beside the answer."""
    if not item.notices or result.refused:
        return None
    return sum(kind in result.notices for kind in item.notices) / len(item.notices)


def validity_notices(_: Item, result: Result, __: PageText) -> float | None:
    """Of what is cited and no longer (or not yet) holds: the share that the answer says so of.

    Needs the citations' validity; None where nothing outdated is cited.
    """
    outdated = {c.validity for c in result.citations} & set(OUTDATED)
    if result.refused or not outdated:
        return None
    return sum(validity in result.notices for validity in outdated) / len(outdated)
