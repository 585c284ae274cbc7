"""What a model sees of a question: its words and pairs of them, pieces of words, what they mean in
both languages, in what manner it is asked, and what the lists of words found in it.

Names of places and numbers are no words of their own here: they become one of a class, so that what
was learnt of Lisbon holds for Osaka.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from assistant.extracting.dates import years
from assistant.guidance.country_names import plain
from assistant.guidance.needs import Needs, load_needs
from assistant.guidance.scope import HOME, Scope, ScopeReader
from assistant.guidance.wanting import FIRST_PERSON, asking, clauses, wanted
from assistant.understanding.answer_kind import answer_kind
from corpus.vocabulary import Language, Vocabulary
from indexing.analysis import Analyser

FEATURES_VERSION = 2
"""Raised whenever the same question gives other features: a model made from others is stale."""

WORD, PAIR, PIECE, MEANING = "word", "pair", "piece", "meaning"
MANNER, LISTED = "manner", "listed"
GROUPS = (WORD, PAIR, PIECE, MEANING, MANNER, LISTED)
_TOKEN = re.compile(r"⟨\w+⟩|[^\W_]+(?:['’.-][^\W\d_][^\W_]*|-\d+)*|[%€?]")
_DIGIT = re.compile(r"\d")
_PLACE, _HOME, _NUMBER = "⟨place⟩", "⟨home⟩", "⟨number⟩"
_EDGES = ("⟨begin⟩", "⟨end⟩")
_PIECES = (3, 4, 5)  # letters, the edges of a word among them
_SHORTEST = 4  # letters from which a word is cut in pieces
_SHORTEST_MEANT = 3
_MEANINGS = 3
_FIRST_WORDS = re.compile(r"[^\W\d_][\w'’]*")
_CAPITAL = re.compile(r"(?<=[^\W\d_,] )(?!I\b)[A-Z][\w-]+")  # a name inside a sentence
_ASKS = 2  # words by which the question begins
_MOST_COUNTED = 2
_STEP, _MOST_STEPS = 8, 4  # words
_REMEMBERED = 20_000  # words
_TEXTS = 32  # texts whose features are kept: a question, its parts and its sentences


class Feature(NamedTuple):
    """One thing seen: its ``group``, its ``name``, how much of it there is (1 for all of it), and
    the ``word`` of the question that shows it."""

    group: str
    name: str
    value: float
    word: str


class FeatureReader:
    """Reads the features of questions in Dutch or English. Safe for several threads."""

    def __init__(self, scopes: ScopeReader, vocabulary: Vocabulary) -> None:
        self._scopes = scopes
        self._vocabulary = vocabulary
        self._needs: Needs = load_needs()
        self._analyser = Analyser()
        self._meanings = lru_cache(maxsize=_REMEMBERED)(self._meanings_of)
        # What is asked guidance for and what editors anticipate are read of the same texts.
        self._of_words = lru_cache(maxsize=_TEXTS)(self._of_words_anew)

    def read(self, text: str, lang: Language, scope: Scope | None = None) -> list[Feature]:
        """The features of a question in ``lang``; ``scope`` is what the lists of words read in it,
        when that is known already."""
        told = self._scopes.read(text) if scope is None else scope
        return [*self.of_words(text, lang), *self._manner(text), *self._listed(text, told)]

    def of_words(self, text: str, *languages: Language) -> tuple[Feature, ...]:
        """The features of a text in one of the languages that come from its words alone."""
        return self._of_words(text, *languages)

    def _of_words_anew(self, text: str, *languages: Language) -> tuple[Feature, ...]:
        words = list(self._words(text))
        found = [Feature(WORD, word, 1.0, word) for word in dict.fromkeys(words)]
        for one, other in pairwise((_EDGES[0], *words, _EDGES[1])):
            found.append(Feature(PAIR, f"{one} {other}", 1.0, f"{one} {other}"))
        for word in dict.fromkeys(words):
            if not word[0].isalpha():
                continue
            if len(word) >= _SHORTEST:
                found += _pieces(word)
            if len(word) >= _SHORTEST_MEANT:
                for lang in languages:
                    found += [
                        Feature(MEANING, term, weight, word)
                        for term, weight in self._meanings(word, lang)
                    ]
        return tuple(_once(found))

    def _words(self, text: str) -> Iterator[str]:
        """The words as they are compared: small letters without accents, classes for names of
        places and numbers."""
        pieces: list[str] = []
        at = 0
        for start, end, code in self._scopes.places(text):
            if start >= at:
                pieces += [text[at:start], _HOME if code == HOME else _PLACE]
                at = end
        for token in _TOKEN.findall(" ".join([*pieces, text[at:]])):
            if token.startswith("⟨"):
                yield token
            else:
                yield _NUMBER if _DIGIT.search(token) else plain(token)

    def _meanings_of(self, word: str, lang: Language) -> tuple[tuple[str, float], ...]:
        """A word's base and its translations, as stems with their language and weight."""
        other: Language = "en" if lang == "nl" else "nl"
        base = (self._vocabulary.lemmas(word, lang) or (word,))[0].split()[-1]
        found = {f"{lang} {self._analyser.stem(base, lang)}": 1.0}
        for translation in self._vocabulary.translate(word, lang, other)[:_MEANINGS]:
            for part in translation.term.split():
                if len(part) >= _SHORTEST_MEANT:
                    term = f"{other} {self._analyser.stem(part, other)}"
                    found[term] = max(found.get(term, 0.0), translation.weight)
        return tuple(found.items())

    def _manner(self, text: str) -> Iterator[Feature]:
        """How it is asked, which tells who asks for guidance from who asks what a document says:
        the kind of answer, whether they tell of themselves, how it begins, how long it is."""
        begins = _FIRST_WORDS.findall(text.lower())[:1]
        asks = _FIRST_WORDS.findall(asking(text).lower())[:_ASKS]
        names = sum(not self._scopes.places(name) for name in _CAPITAL.findall(text))
        for kind, said in (
            ("kind", str(answer_kind(text))),
            ("tells", "of-themselves" if FIRST_PERSON.search(text) else "of-others"),
            ("begins", " ".join(begins)),
            ("asks", " ".join(asks[:1])),
            ("asks", " ".join(asks)),
            ("names", str(min(names, _MOST_COUNTED))),
            ("sentences", str(min(len(clauses(text)), _MOST_COUNTED))),
            ("length", str(min(len(text.split()) // _STEP, _MOST_STEPS))),
            ("mark", "yes" if "?" in text else "no"),
            ("year", "yes" if years(text) else "no"),
        ):
            yield Feature(MANNER, f"{kind} {said}", 1.0, f"[{kind} {said}]")

    def _listed(self, text: str, scope: Scope) -> Iterator[Feature]:
        """What the lists of words say (needs.yaml, words.yaml)."""
        needs = self._needs
        first = wanted(text, scope, needs)[:1]
        for kind, keys in (
            ("need", needs.asked(text)),
            ("asked", needs.asked(asking(text))),
            ("first", first),
            ("doing", scope.doing),
            ("for", scope.disciplines),
            ("who", scope.who),
            ("request", scope.requests),
            ("section", scope.sections),
            ("topic", scope.topics),
            ("place", ("abroad",) * bool(scope.countries) + ("home",) * scope.home),
            ("place", ("several",) * (len(scope.countries) > 1)),
        ):
            for key in keys:
                yield Feature(LISTED, f"{kind} {key}", 1.0, f"[{kind} {key}]")


@lru_cache(maxsize=_REMEMBERED)
def _pieces(word: str) -> tuple[Feature, ...]:
    whole = f"<{word}>"
    pieces = dict.fromkeys(
        whole[start : start + length]
        for length in _PIECES
        for start in range(len(whole) - length + 1)
    )
    return tuple(Feature(PIECE, piece, 1.0, word) for piece in pieces)


def _once(features: Iterable[Feature]) -> list[Feature]:
    """Each feature once, with the most there is of it."""
    found: dict[tuple[str, str], Feature] = {}
    for one in features:
        known = found.get((one.group, one.name))
        if known is None or known.value < one.value:
            found[one.group, one.name] = one
    return list(found.values())
