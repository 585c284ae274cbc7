"""Which disciplines a text tells, by words of their own, compounds and bent forms of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.guidance.words import load_words
from corpus.vocabulary import Language, Vocabulary, fold

LANGUAGES: tuple[Language, ...] = ("nl", "en")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_AMATEUR = "amateur-arts"
_REMEMBERED = 8192  # words and phrases
# Who says of themselves that they do it for love: nobody is told a trade besides.
_AMATEURS = re.compile(
    r"\bamateur|\bhobby(?:[\s-]?(?!is\b|was\b|and\b|en\b|but\b|maar\b|van\b|of\b|voor\b|for\b|in\b)"
    r"[^\W\d_]{4,})"
    r"|\b(?:allemaal|allen|enkel|alleen|pure|zuivere|all|only|just)\s(?:maar\s)?liefhebbers\b"
    r"|\b(?:geen|no|not|zonder|without)\s(?:profs?|pros|professionals|beroeps\w*)\b",
    re.IGNORECASE,
)
_PROFESSIONAL = re.compile(r"\b(?:professione|profession|beroeps)\w*", re.IGNORECASE)
# "A documentary podcast" is no film, nor is a podcast series.
_SOUND = re.compile(r"\w*podcasts?\w*|\w*hoorspel\w*|audio", re.IGNORECASE)
_LONGEST = 3  # words in a term
_HEAD = 4  # letters from which the end of a word is a word by itself
_BEFORE = 3  # letters that must stand before it
# What women of a trade are called, with what men are.
_WOMEN = {
    "houwster": "houwer",
    "fster": "ver",
    "ster": "er",
    "eres": "er",
    "euse": "eur",
    "trice": "teur",
}
_LONG_VOWEL = re.compile(r"([aeou])\1(?=[^aeiou]er$)")


class DisciplineReader:
    """Reads disciplines in Dutch or English. Safe for several threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        # The same words are read in a question, in its parts and in what is found for it.
        self._discipline = lru_cache(maxsize=_REMEMBERED)(self._discipline_anew)

    def read(self, text: str) -> tuple[str, ...]:
        """The disciplines that a word of their own points to, in the order of the text."""
        weak, yielding = load_words().weak, load_words().yielding
        found: dict[str, None] = {}
        left: dict[str, None] = {}
        told: list[tuple[str, ...]] = []
        words = [match.group() for match in _WORD.finditer(text)]
        covered: set[int] = set()
        for length in range(_LONGEST, 0, -1):
            for start in range(len(words) - length + 1):
                span = set(range(start, start + length))
                phrase = " ".join(words[start : start + length])
                if span & covered or fold(phrase) in weak:
                    continue
                keys = self._discipline(phrase)
                if keys:
                    covered |= span
                    if _of_sound(words, start, length):
                        continue
                    if _AMATEUR in keys and not _PROFESSIONAL.search(text):
                        keys = (_AMATEUR,)  # a choir or a brass band is one of amateurs, mostly
                    told.append(keys)
                    (left if fold(phrase) in yielding else found).update(dict.fromkeys(keys))
        if _AMATEURS.search(text):
            return (_AMATEUR,)
        return _settled(tuple(found or left), told)

    def _discipline_anew(self, phrase: str) -> tuple[str, ...]:
        weak = load_words().weak
        found: dict[str, None] = {}
        for lang in LANGUAGES:
            keys = self._vocabulary.discipline(phrase, lang)
            if keys and not weak & set(self._vocabulary.lemmas(phrase, lang)):
                found.update(dict.fromkeys(keys))
        if found or " " in phrase:
            return tuple(found)
        for part in self._parts(fold(phrase)):
            if (keys := self._vocabulary.discipline(part, "nl")) and not self._is_weak(part):
                return keys
        return ()

    def _parts(self, word: str) -> Iterator[str]:
        """The words that a Dutch word may be made of, that which it is a kind of first: a hip-hop
        dancer is a dancer."""
        yield from reversed(self._vocabulary.compound_parts(word))
        for women, men in _WOMEN.items():
            if word.endswith(women):
                yield _LONG_VOWEL.sub(r"\1", word.removesuffix(women) + men)
        if any(self._vocabulary.knows(word, lang) for lang in LANGUAGES):
            return
        for cut in range(_BEFORE, len(word) - _HEAD + 1):  # "punkband", whatever punk is
            yield word[cut:].lstrip("-")

    def _is_weak(self, word: str) -> bool:
        return bool(load_words().weak & {word, *self._vocabulary.lemmas(word, "nl")})


def _settled(found: tuple[str, ...], told: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Disciplines, first of those that one word has in common (an illustrator's) the one that
    another word tells as well (a picture book)."""
    alone = {keys[0] for keys in told if len(keys) == 1}
    shared = next((keys for keys in told if len(keys) > 1), ())
    if not shared or found[:1] != shared[:1] or found[0] in alone:
        return found
    return tuple(sorted(found, key=lambda key: not (key in shared and key in alone)))


def _of_sound(words: Sequence[str], start: int, length: int) -> bool:
    """Whether words stand beside one for what is only heard: they say which, and no film."""
    beside = [*words[max(0, start - 1) : start], *words[start + length : start + length + 1]]
    return any(_SOUND.fullmatch(word) for word in beside)


def tells_sound(text: str) -> bool:
    """Whether a text is on something that is only heard, as a podcast."""
    return any(_SOUND.fullmatch(match.group()) for match in _WORD.finditer(text))
