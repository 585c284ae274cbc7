"""Text to index terms: tokens stemmed per language, compounds split, stop words known.

Stemming happens per passage, in the language that the passage seems to have; a question is stemmed
in every language of the index (:mod:`indexing.querying`), so that a wrong guess costs little. Stop
words stay in the index and are left out of questions only: a word that is empty in one language
may carry meaning in another.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from pathlib import Path

import Stemmer

from indexing import compounds
from indexing.compounds import SPLIT_LANGUAGES, Frequency
from indexing.tokenising import folded, tokens

LANGUAGES = ("nl", "en", "fr")
_ALGORITHMS = {"nl": "dutch", "en": "english", "fr": "french", "de": "german"}
_STOP_WORDS = Path(__file__).parent / "stop_words"
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\w{2})")
_POSSESSIVE = re.compile(r"'s?$")
_DUTCH_VERB = re.compile(
    r"(?:ge)?(\w{4,}?)(?:[eë]{2}r|[eë]{2}rt|[eë]{2}rd|[eë]{2}rden?|[eë]rend|[eë]rende|[eë]ren|[eë]ring|[eë]ringen)"
)
_DUTCH_PLURAL = re.compile(r"(\w+(?:ie|[gmnv]e|que))s")
_MAX_TERM = 60
REMEMBERED = 100_000
"""Tokens whose terms are remembered from one question to the next; some 300 bytes each."""
_REMEMBERED_WHILE_INDEXING = 2_000_000


@cache
def stop_words(lang: str) -> frozenset[str]:
    """The words of a language that carry no meaning in a question; folded; empty when unknown."""
    file = _STOP_WORDS / f"{lang}.txt"
    if not file.exists():
        return frozenset()
    return frozenset(folded(word) for word in file.read_text("utf-8").split())


@cache
def all_stop_words() -> frozenset[str]:
    """Stop words of every language that has them."""
    return frozenset().union(*(stop_words(lang) for lang in LANGUAGES))


class Analyser:
    """Turns text into terms. ``frequency`` tells how often the corpus has a word (for compounds);
    ``names``, in small letters without accents, are none: Oostende is neither the east nor an end.

    Not for several threads at once while indexing; queries may share one (its memory only grows by
    entries that are the same whoever computes them).
    """

    def __init__(
        self,
        frequency: Frequency | None = None,
        *,
        split_compounds: bool = True,
        remembered: int = _REMEMBERED_WHILE_INDEXING,
        names: Container[str] = frozenset(),
    ) -> None:
        self._names = names
        self._frequency = frequency
        self._remembered = remembered
        self._split = split_compounds and frequency is not None
        self._stemmers: dict[str, Stemmer.Stemmer] = {}
        self._seen: dict[str, dict[str, tuple[str, ...]]] = {}

    def terms(self, text: str, lang: str) -> list[str]:
        """The terms of a text in order; the parts of a compound follow the whole."""
        seen = self._seen.setdefault(lang, {})
        found: list[str] = []
        for token in tokens(text):
            analysed = seen.get(token)
            found.extend(self.token(token, lang) if analysed is None else analysed)
        return found

    def token(self, token: str, lang: str) -> tuple[str, ...]:
        """The terms of one token: the whole first, then its parts."""
        seen = self._seen.setdefault(lang, {})
        analysed = seen.get(token)
        if analysed is None:
            analysed = self._analysed(token, lang)
            if len(seen) < self._remembered:
                seen[token] = analysed
        return analysed

    def whole(self, token: str, lang: str) -> tuple[str, ...]:
        """The first of the terms of one token: of a compound the whole; empty without any."""
        if token[0].isdigit() or not token[0].isalnum():
            return (token[:_MAX_TERM],)
        return tuple(self.stem(word, lang) for word in parts(token)[:1])

    def _analysed(self, token: str, lang: str) -> tuple[str, ...]:
        if token[0].isdigit() or not token[0].isalnum():
            return (token[:_MAX_TERM],)
        words = parts(token)
        found: list[str] = []
        for word in words:
            found.append(self.stem(word, lang))
            if self._split and lang in SPLIT_LANGUAGES:
                found.extend(self.stem(part, lang) for part in self.compound(word))
        return tuple(dict.fromkeys(found))

    def stem(self, word: str, lang: str) -> str:
        """The stem of a lower case word, without accents."""
        if word[0].isdigit():
            return word[:_MAX_TERM]
        algorithm = _ALGORITHMS.get(lang)
        if algorithm is None:
            return folded(word)[:_MAX_TERM]
        stemmer = self._stemmers.get(lang)
        if stemmer is None:
            stemmer = self._stemmers[lang] = Stemmer.Stemmer(algorithm)
        if lang == "nl":
            word = _dutch_base(word)
        stem = folded(stemmer.stemWord(word))
        if stem in stop_words(lang) and folded(word) not in stop_words(lang):
            # "overheid" is not "over".
            return folded(word)[:_MAX_TERM]
        return stem[:_MAX_TERM]

    def compound(self, word: str) -> tuple[str, ...]:
        """The parts of a compound as words; nothing when it does not split or is a name."""
        whole = folded(word)
        if self._frequency is None or whole in self._names:
            return ()
        return compounds.split(whole, self._word_frequency)

    def _word_frequency(self, word: str) -> int:
        if self._frequency is None or word in stop_words("nl"):
            return 0
        return self._frequency(word)


def _dutch_base(word: str) -> str:
    """A Dutch word without the endings that Porter's rules leave on.

    ``subsidies`` and ``subsidie`` meet, as do ``gesubsidieerd``, ``subsidieerde``, ``subsidiëren``
    and ``subsidiëring``: Kraaij and Pohlmann's stemmer joins these, the one at hand does not.
    """
    if ("er" in word or "ër" in word) and (match := _DUTCH_VERB.fullmatch(word)):
        return match[1] + "eren"
    if word.endswith("s") and (match := _DUTCH_PLURAL.fullmatch(word)):
        return match[1]
    return word


def parts(token: str) -> tuple[str, ...]:
    """The words in a token: a hyphenated one whole and in parts, elision and possessive removed."""
    if token.isalnum():
        return (token,)
    if "." in token:
        pieces = [piece for piece in token.split(".") if piece]
        if all(len(piece) == 1 for piece in pieces):
            return ("".join(pieces),)
        return tuple(dict.fromkeys(part for piece in pieces for part in parts(piece)))
    if "-" in token:
        pieces = [piece for piece in token.split("-") if piece]
        inner = [part for piece in pieces for part in parts(piece)]
        return tuple(dict.fromkeys(["".join(inner), *inner]))
    bare = _POSSESSIVE.sub("", _ELISION.sub("", token))
    return (bare.replace("'", "") or token.replace("'", ""),)


def words(text: str) -> set[str]:
    """The distinct words of a text, folded: what the corpus's vocabulary is counted from."""
    found: set[str] = set()
    for token in tokens(text):
        if token[0].isalpha():
            found.update(folded(part) for part in parts(token) if part[0].isalpha())
    return found
