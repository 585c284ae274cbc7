"""Expressions of several words among the words of a question, also inflected and taken apart.

"They turned it down", "wie zet dat op poten", "op poten te zetten": the words of an expression need
not stand next to each other, nor in the order and form that the tables have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus.lexicon.equivalents import LONGEST_PHRASE, Tables
from corpus.lexicon.phrase_tree import PhraseTree
from corpus.lexicon.tables import Language

# What may stand between a verb and the rest of its expression, in words.
_FURTHEST: dict[Language, int] = {"nl": 9, "en": 5}
_FURTHEST_PARTICLE = 4  # "hand our final report in"
_REMEMBERED = 500  # questions, and parts of them
_LONGEST = 5  # words in a row that are looked up
_FURTHEST_BEFORE = 3  # "op poten hebben gezet"
_PARTICLES = frozenset(("up", "out", "off", "down", "away", "back", "together", "apart", "aside"))
# They are as often prepositions: then what they belong to follows.
_PREPOSITIONS = frozenset(("in", "on", "over", "through", "along", "around", "round", "by"))
_CLOSING = frozenset(
    (
        "and", "or", "but", "by", "before", "after", "at", "when", "while", "if", "to", "for",
        "until", "till", "from", "with", "as", "than", "because", "since", "during", "within",
        "again", "instead", "this", "last", "next",
    )
)  # fmt: skip
_BREAKS: dict[Language, frozenset[str]] = {
    "nl": frozenset(("en", "of", "maar", "als", "omdat", "wanneer", "zodat", "terwijl", "want")),
    "en": frozenset(
        (
            "and", "or", "but", "that", "which", "who", "what", "where", "if", "when", "because",
            "while", "is", "are", "was", "were",
        )
    ),
}  # fmt: skip
_OWN = frozenset(("my", "your", "his", "her", "its", "our", "their", "whose"))
_ONES = "one's"
_NO_PART = frozenset(("zich", "te", "een", "de", "het", "a", "an", "the"))


@dataclass(frozen=True, slots=True)
class Expression:
    """A term of the lexicon that some words say: ``term`` as the tables have it, and where its
    words stand, the first word being 0."""

    term: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Parted:
    """An expression with a verb: the verb, and the words that may stand apart from it."""

    term: str
    rest: tuple[str, ...]


class Expressions:
    """Reads expressions of the lexicon. Keeps what it looked up; may be shared by threads.

    ``lemmas`` gives the dictionary forms of a word in small letters, ``terms`` the entries that a
    phrase is a form of, ``empty`` the words that say nothing by themselves. ``trees`` hold all that
    ``terms`` and the everyday expressions of the tables find.
    """

    def __init__(
        self,
        tables: Tables,
        lemmas: Callable[[str, Language], tuple[str, ...]],
        terms: Callable[[str, Language], tuple[str, ...]],
        empty: Mapping[Language, frozenset[str]],
        trees: Mapping[Language, PhraseTree],
    ) -> None:
        self._tables = tables
        self._lemmas = lemmas
        self._terms = terms
        self._empty = empty
        self._trees = trees
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._read)

    def read(self, words: Sequence[str], lang: Language) -> tuple[Expression, ...]:
        """The expressions among the words of one question (small letters), in any form: those in a
        row, the longest first, then those whose words stand apart. They may overlap."""
        return self._remembered(tuple(words), lang)

    def _read(self, words: tuple[str, ...], lang: Language) -> tuple[Expression, ...]:
        return (*self._in_a_row(words, lang), *self._apart(words, lang))

    def _in_a_row(self, words: Sequence[str], lang: Language) -> Iterator[Expression]:
        likely = self._likely(words, lang)
        for size in range(min(_LONGEST, len(words)), 1, -1):
            for start in range(len(words) - size + 1):
                if size not in likely[start]:
                    continue
                group = words[start : start + size]
                for phrase in dict.fromkeys((" ".join(group), " ".join(_with_ones(group, lang)))):
                    if self._is_term(phrase, lang):
                        yield Expression(phrase, tuple(range(start, start + size)))
                        break

    def _is_term(self, phrase: str, lang: Language) -> bool:
        everyday = self._tables.everyday
        return bool(self._terms(phrase, lang) or everyday.said(phrase, lang, self._lemmas))

    def _likely(self, words: Sequence[str], lang: Language) -> list[set[int]]:
        """Per place how many words from there may be an expression: few are, and to look each row
        of words up took as long as all else that is looked up for a question."""
        tree, ones = self._trees[lang], _with_ones(words, lang)
        found: list[set[int]] = []
        for start in range(len(words)):
            row = _written_words(words[start : start + _LONGEST])
            sizes = set(tree.sizes(row))
            if ones != words:
                sizes |= tree.sizes(ones[start : start + len(row)])
            for size in range(2, len(row) + 1):
                if any("-" in word for word in row[:size]):
                    phrase = " ".join(row[:size])
                    if any(tree.may_be(phrase.replace("-", to).split()) for to in ("", " ")):
                        sizes.add(size)
            found.append(sizes)
        return found

    def _apart(self, said: Sequence[str], lang: Language) -> Iterator[Expression]:
        seen: set[tuple[str, int]] = set()
        for at, word in enumerate(said):
            for verb in dict.fromkeys((word, *self._lemmas(word, lang))):
                for parted in self._by_verb[lang].get(verb, ()):
                    start = self._rest(said, at, parted.rest, lang)
                    if start is not None and (parted.term, at) not in seen:
                        seen.add((parted.term, at))
                        places = (at, *range(start, start + len(parted.rest)))
                        yield Expression(parted.term, places)

    def _rest(
        self, said: Sequence[str], verb: int, rest: tuple[str, ...], lang: Language
    ) -> int | None:
        """Where the rest of an expression begins whose verb stands at ``verb``; None: nowhere."""
        alone = lang == "en" and len(rest) == 1 and rest[0] in _PARTICLES | _PREPOSITIONS
        furthest = _FURTHEST_PARTICLE if alone else _FURTHEST[lang]
        # In a row the look-up of phrases finds it; Dutch turns the order around.
        for at in range(verb + (1 if lang == "nl" else 2), verb + 2 + furthest):
            if at + len(rest) > len(said):
                break
            if said[at - 1] in _BREAKS[lang] and at > verb + 1:
                break
            if self._are(said, at, rest, lang):
                return at if not alone or _closes(said, at) else None
        if lang == "nl":
            last = verb - len(rest)
            for at in range(last - 1, max(-1, last - 1 - _FURTHEST_BEFORE), -1):
                if self._are(said, at, rest, lang):
                    return at
        return None

    def _are(self, said: Sequence[str], at: int, rest: Iterable[str], lang: Language) -> bool:
        return all(
            there == word
            or (word == _ONES and there in _OWN)
            or (len(there) >= len(word) and word in self._lemmas(there, lang))
            for word, there in zip(rest, said[at:], strict=False)
        )

    @cached_property
    def _by_verb(self) -> dict[Language, dict[str, tuple[_Parted, ...]]]:
        tables = self._tables
        verbs: dict[Language, set[str]] = {"nl": set(), "en": set()}
        for entry in tables.entries:
            if entry.kind == "v":
                verbs["en"].add(entry.english)
                verbs["nl"].update(entry.dutch)
        said: dict[Language, set[str]] = {
            lang: {
                term
                for term, written in tables.everyday.formal[lang].items()
                if lang == "nl" or written[0] in verbs[lang]
            }
            for lang in verbs
        }
        for item in tables.colloquials:
            if item.standard[0] in verbs[item.lang]:
                said[item.lang].add(item.informal)
        found: dict[Language, dict[str, list[_Parted]]] = {"nl": {}, "en": {}}
        for lang, terms in verbs.items():
            empty = self._empty[lang]
            for term in sorted(terms | said[lang]):
                words = term.casefold().split()
                if not 1 < len(words) <= LONGEST_PHRASE:
                    continue
                verb, rest = (words[-1], words[:-1]) if lang == "nl" else (words[0], words[1:])
                while rest and rest[0] in _NO_PART:
                    rest = rest[1:]
                particle = lang == "en" and rest[0] in _PARTICLES | _PREPOSITIONS
                says = any(word not in empty for word in rest)
                if verb in verbs[lang] and rest and (says or (particle and len(rest) == 1)):
                    found[lang].setdefault(verb, []).append(_Parted(term, tuple(rest)))
        return {
            lang: {verb: tuple(parted) for verb, parted in by.items()} for lang, by in found.items()
        }


def _closes(said: Sequence[str], at: int) -> bool:
    """Whether an English particle is no preposition that something follows."""
    if at + 1 == len(said) or said[at] in _PARTICLES:
        return True
    return said[at + 1] in _CLOSING


def _written_words(words: Sequence[str]) -> Sequence[str]:
    """The words up to the first without a letter, which is part of no expression."""
    for at, word in enumerate(words):
        if not (word.isalpha() or any(map(str.isalpha, word))):
            return words[:at]
    return words


def _with_ones(words: Sequence[str], lang: Language) -> Sequence[str]:
    """The words with "one's" for whose it is: the tables have "at one's own expense"."""
    if lang != "en" or _OWN.isdisjoint(words):
        return words
    return tuple(_ONES if word in _OWN else word for word in words)
