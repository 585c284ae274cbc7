"""Typing errors put right in a question, before anything is read from it.

Only words that nobody knows are touched: not in the index in any form, not in the lexicon of either
language, no compound of known words. Names are left as they are: a name that the documents lack is
as likely somebody else. What remains becomes the likeliest known word within one error (two, from
eight letters on), or two known words that were written together.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import log

from corpus.lexicon.inflection import SEPARABLE
from corpus.lexicon.places import read_gazetteer
from indexing.analysis import Analyser, stop_words
from indexing.compounds import NO_PART
from indexing.protocols import Lang, Spelling, Vocabulary
from indexing.querying import of_other_language
from indexing.tokenising import folded

_WORD = re.compile(r"[^\W\d_]+(?![\w'’])")
_SHORTEST = 4
_TWO_ERRORS = 8  # letters from which two errors are put right, and only with a word of the index
_SHORTEST_PART = 4
_SHORT = 5  # letters
_LONG = 9
_LONG_EMPTY = 5  # letters of "hoeveel", "waarom": no compound begins with these
_USUAL = 5  # passages
_VERY_USUAL = 20
_EMPTY_COUNT = 1_000  # a function word is as usual as a word in so many passages
_LEXICON_COUNT = 1


@dataclass(frozen=True, slots=True)
class Spelled:
    """A question as it was meant; ``corrections`` are pairs of the word as typed and as read."""

    text: str
    corrections: tuple[tuple[str, str], ...] = ()


class Speller:
    """Puts typing errors right against one index.

    Args:
        analyser: stems and splits compounds as the index does.
        frequency: in how many passages an index term stands.
        word_count: in how many passages a folded word stands.
        spelling: the index's words, searched by spelling.
        vocabulary: gives the lexicon; None: no lexicon, and then nothing is put right.
    """

    def __init__(
        self,
        analyser: Analyser,
        frequency: Callable[[str], int],
        word_count: Callable[[str], int],
        spelling: Spelling,
        vocabulary: Callable[[], Vocabulary | None],
    ) -> None:
        self._analyser = analyser
        self._frequency = frequency
        self._word_count = word_count
        self._spelling = spelling
        self._vocabulary = vocabulary

    def spelled(self, text: str, lang: str) -> Spelled:
        """``text`` with its typing errors put right. ``lang`` other than nl and en: as it was."""
        lexicon = self._vocabulary()
        source: Lang | None = "nl" if lang == "nl" else "en" if lang == "en" else None
        if lexicon is None or source is None:
            return Spelled(text)
        corrections: list[tuple[str, str]] = []
        parts: list[str] = []
        end = 0
        for match in _WORD.finditer(text):
            word = match[0]
            if _is_name(text, match) or self._is_known(word.lower(), lexicon):
                continue
            if source == "nl" and self._is_taken_apart(word.lower(), text[match.end() :], lexicon):
                continue
            right = self._meant(word.lower(), source, lexicon)
            # Short pieces of joined words stand nowhere by themselves: "cinema-goers".
            joined = "-" in (text[match.start() - 1 : match.start()], text[match.end() :][:1])
            if right and not (joined and len(word) <= _SHORT and not _same_letters(word, right)):
                right = right[0].upper() + right[1:] if word[0].isupper() else right
                corrections.append((word, right))
                parts += (text[end : match.start()], right)
                end = match.end()
        return Spelled("".join((*parts, text[end:])), tuple(corrections))

    def _is_known(self, word: str, lexicon: Vocabulary) -> bool:
        return (
            len(word) < _SHORTEST
            or self._word_count(folded(word)) > 0
            or any(self._frequency(self._analyser.stem(word, lang)) for lang in ("nl", "en", "fr"))
            or any(folded(word) in stop_words(lang) for lang in ("nl", "en", "fr"))
            or any(self._in_lexicon(word, lang, lexicon) for lang in _LANGS)
            or bool(self._analyser.compound(word))
        )

    def _is_taken_apart(self, word: str, after: str, lexicon: Vocabulary) -> bool:
        """Whether a word is a verb of which the rest follows: "waarom haken ze af"."""
        later = (found[0].lower() for found in _WORD.finditer(after))
        return any(
            self._in_lexicon(particle + word, "nl", lexicon)
            for particle in later
            if particle in SEPARABLE
        )

    def _in_lexicon(self, word: str, lang: Lang, lexicon: Vocabulary) -> bool:
        other: Lang = "en" if lang == "nl" else "nl"
        entry = lexicon.lemmas(word, lang) or lexicon.translate(word, lang, other)
        return bool(entry) or word in lexicon.phrase_words(lang) or read_gazetteer().names(word)

    def _meant(self, word: str, lang: Lang, lexicon: Vocabulary) -> str:
        """The likeliest known word or words; empty when there is none."""
        plain = folded(word)
        found = {
            other: float(count)
            for other, count in self._spelling.near(plain, 1)
            if count and _likely_error(plain, other) and not of_other_language(other, lang, lexicon)
        }
        near = [other for other in one_error(plain) if _likely_error(plain, other)]
        known = lexicon.words(lang) | stop_words(lang)
        listed = [other for other in near if other in known]
        if not listed and not found and lang == "en":
            # Dutch forms made by rule hold much that nobody writes.
            listed = [other for other in near if lexicon.lemmas(other, lang)]
        for other in listed:
            found[other] = max(found.get(other, 0.0), self._worth(other, lang, lexicon))
        found = {other: worth for other, worth in found.items() if worth >= _least(plain, other)}
        if found:
            return max(
                found, key=lambda other: (_alike(plain, other), found[other], len(other), other)
            )
        if apart := self._apart(plain, lang, lexicon):
            return apart
        if len(plain) < _TWO_ERRORS:
            return ""
        counted = self._spelling.near(plain, 2)
        same = [
            (count, other)
            for other, count in counted
            if count and other[0] == plain[0] and _same_letters(plain, other)
        ]
        return max(same)[1] if same else ""

    def _worth(self, word: str, lang: Lang, lexicon: Vocabulary) -> float:
        """How likely a word of the lexicon is here: how often the documents speak of it."""
        other: Lang = "en" if lang == "nl" else "nl"
        if word in stop_words(lang):
            return _EMPTY_COUNT
        meant = (folded(meaning.term) for meaning in lexicon.translate(word, lang, other)[:3])
        return _LEXICON_COUNT + max((self._word_count(term) for term in (word, *meant)), default=0)

    def _apart(self, word: str, lang: Lang, lexicon: Vocabulary) -> str:
        """The two words that ``word`` is made of, the likeliest pair."""
        best, likely = "", 0.0
        for cut in range(2, len(word) - 1):
            first, second = word[:cut], word[cut:]
            if first in NO_PART or first in SEPARABLE:
                continue  # "opgedeeld" is one word
            if lang == "nl" and not (first in stop_words("nl") and cut >= _LONG_EMPTY):
                continue  # a Dutch compound is written in one word: an unknown one is no error
            counts = [self._stands_alone(part, lang, lexicon) for part in (first, second)]
            if min(counts) and (score := sum(log(1 + count) for count in counts)) > likely:
                best, likely = f"{first} {second}", score
        return best

    def _stands_alone(self, part: str, lang: Lang, lexicon: Vocabulary) -> float:
        if part in stop_words(lang):
            return _EMPTY_COUNT
        if len(part) < _SHORTEST_PART:
            return 0
        counted = self._word_count(part)
        return counted or (_LEXICON_COUNT if lexicon.lemmas(part, lang) else 0)


_LANGS: tuple[Lang, ...] = ("nl", "en")


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a word is written as a name: a capital that no sentence asks for."""
    word = match[0]
    if not any(sign.isupper() for sign in word):
        return False
    before = text[: match.start()].rstrip()
    starts = not before or before[-1] in ".!?:"
    return not starts or any(sign.isupper() for sign in word[1:])


def _likely_error(typed: str, other: str) -> bool:
    """Whether a wrong letter is one beside the right one, or one that sounds like it."""
    if len(typed) != len(other) or sorted(typed) == sorted(other):
        return True
    wrong = [pair for pair in zip(typed, other, strict=True) if pair[0] != pair[1]]
    return all(b in _CONFUSED.get(a, "") for a, b in wrong)


def _least(typed: str, other: str) -> int:
    """In how many passages a word has to stand before ``typed`` is read as that.

    Letters that changed places, doubled ones and errors in long words are errors whatever they
    stand for; else the word must be a usual one: most short words that nobody knows are rare, not
    wrong. (Of 1,500 common Dutch words of 4 to 11 letters 12 % were taken for errors without this.)
    """
    if _same_letters(typed, other):
        return 1
    if typed[0] != other[0] or len(typed) < _SHORT:
        return _VERY_USUAL
    return 1 if len(typed) >= _LONG else _USUAL


def _same_letters(typed: str, other: str) -> bool:
    """Whether two words have the same letters, in another order or doubled."""
    return sorted(typed) == sorted(other) or _undoubled(typed) == _undoubled(other)


def _undoubled(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def _confused() -> dict[str, str]:
    """Per letter, those typed for it: beside it on the keyboard (qwerty and azerty), or its sound.

    A key has two neighbours in its row and two to three in each row beside it.
    """
    rows = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    found: dict[str, set[str]] = {letter: set() for letter in string.ascii_lowercase}
    for down, row in enumerate(rows):
        for at, key in enumerate(row):
            beside = {*row[max(0, at - 1) : at + 2]}
            if down:
                beside.update(rows[down - 1][at : at + 2])
            for other in beside - {key}:
                found[key].add(other)
                found[other].add(key)
    for pair in ("aq", "wz", "dt", "ck", "ks", "sz", "fv", "iy", "jy", "cs", "st"):
        found[pair[0]].add(pair[1])
        found[pair[1]].add(pair[0])
    return {key: "".join(sorted(others)) for key, others in found.items()}


_CONFUSED = _confused()


def _alike(typed: str, other: str) -> tuple[bool, bool]:
    """Errors rarely fall on the first letter; letters that changed places are the surest."""
    return typed[0] == other[0], sorted(typed) == sorted(other)


def one_error(word: str) -> Iterator[str]:
    """Every string within one error of ``word``: a letter too many, too few, wrong, or swapped."""
    seen = {word}
    for other in _one_error(word, string.ascii_lowercase):
        if other not in seen:
            seen.add(other)
            yield other


def _one_error(word: str, letters: Iterable[str]) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in letters:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
