"""What the analysis of questions needs of a lexicon and of a list of words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

Lang = Literal["nl", "en"]


class Vocabulary(Protocol):
    """What retrieval needs of the lexicon."""

    def translate(self, term: str, source: Lang, target: Lang) -> Sequence[Equivalent]: ...

    def synonyms(self, term: str, lang: Lang) -> Sequence[str]: ...

    def expressions(self, words: Sequence[str], lang: Lang) -> Sequence[Expression]: ...

    def words(self, lang: Lang) -> frozenset[str]: ...

    def phrase_words(self, lang: Lang) -> frozenset[str]: ...

    def verb_forms(self, word: str) -> Sequence[str]: ...

    def relatives(self, term: str, lang: Lang) -> Sequence[Equivalent]: ...

    def written(self, term: str, lang: Lang) -> Sequence[Equivalent]: ...

    def lemmas(self, form: str, lang: Lang) -> Sequence[str]: ...


class Expression(Protocol):
    @property
    def term(self) -> str: ...
    @property
    def places(self) -> tuple[int, ...]: ...


class Equivalent(Protocol):
    @property
    def term(self) -> str: ...
    @property
    def weight(self) -> float: ...


class Spelling(Protocol):
    """The index's own words, searched by spelling."""

    def near(self, word: str, distance: int) -> list[tuple[str, int]]: ...

    def alike(self, word: str, limit: int) -> list[tuple[str, float]]: ...
