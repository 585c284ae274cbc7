"""The index terms that words and phrases of the lexicon have, each looked up once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from indexing.analysis import Analyser, stop_words
from indexing.tokenising import folded, tokens

Wholes = Callable[[str, str], tuple[str, ...]]
"""From a text and its language to its index terms."""

_REMEMBERED = 20_000  # words and phrases: what one word is near, others are as well


def wholes(analyser: Analyser) -> Wholes:
    """The index terms of a text, empty words left out; of a compound the whole."""

    @lru_cache(maxsize=_REMEMBERED)
    def terms(text: str, lang: str) -> tuple[str, ...]:
        return tuple(
            term
            for token in tokens(text)
            if folded(token) not in stop_words(lang)
            for term in analyser.whole(folded(token), lang)
        )

    return terms
