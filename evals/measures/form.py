"""Language, length and speed."""

from __future__ import annotations

from corpus.language import detect
from evals.measures.measure import PageText
from evals.measures.nuggets import word_count
from evals.result import Result
from evals.suite import Item


def language_match(item: Item, result: Result, _: PageText) -> float | None:
    """1 when the answer's own language is the question's.

    The language that the result states decides; else that of its text, quotes taken out.
    """
    if result.lang:
        return float(result.lang == item.lang)
    own = result.answer
    for citation in result.citations:
        own = own.replace(citation.quote, " ") if citation.quote else own
    found = detect(own)
    return None if found is None else float(found == item.lang)


def words(_: Item, result: Result, __: PageText) -> float | None:
    """Length of the answer, in words."""
    return float(word_count(result.answer))


def latency(_: Item, result: Result, __: PageText) -> float | None:
    """Milliseconds from question to whole answer."""
    return result.latency_ms
