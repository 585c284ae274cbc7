"""Names in a question that are no place and no word: whether any document holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.guidance.naming import Terms
from assistant.guidance.origin import is_home
from assistant.guidance.scope import ScopeReader
from assistant.guidance.wanting import FIRST_PERSON
from assistant.understanding import Understanding
from indexing.tokenising import tokens

_SHORTEST = 4


class NamedThings:
    """Tells names that documents hold from those that none does. Safe for several threads.

    ``frequency`` gives the passages in which a term stands.
    """

    def __init__(self, scopes: ScopeReader, terms: Terms, frequency: Callable[[str], int]) -> None:
        self._scopes = scopes
        self._terms = terms
        self._frequency = frequency

    def unknown(self, understood: Understanding) -> tuple[str, ...]:
        """Names that stand in no document: a trade may be written with a capital, and be known by
        another word."""
        return tuple(name for name in self._names(understood) if not self._is_known(name))

    def known(self, understood: Understanding) -> tuple[str, ...]:
        """Names that stand in a document."""
        return tuple(name for name in self._names(understood) if self._is_known(name))

    def _names(self, understood: Understanding) -> Iterator[str]:
        for name in understood.names:
            if (
                len(name) >= _SHORTEST
                and not FIRST_PERSON.search(name)
                and not self._scopes.places(name)
                and not self._scopes.regions(name)
                and not self._scopes.is_word(name)
                and not is_home(understood.text, name)
            ):
                yield name

    def _is_known(self, name: str) -> bool:
        return any(
            self._frequency(term)
            for word in tokens(name)
            for lang in ("nl", "en")
            for term in self._terms(word, lang)
        )
