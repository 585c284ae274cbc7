"""The words of a text that say something, each with its place, its phrase and its clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from assistant.extracting.sentences import sentences
from assistant.support import quantities
from assistant.support.dates import MONTH_NAMES
from assistant.support.names import folded
from assistant.support.phrases import Frame, Phrase, PhraseFinder
from assistant.support.polarity import words as turning_words
from assistant.support.tagging import Token
from assistant.words import own_yaml
from corpus.lexicon.inflection import dutch_verbs
from corpus.vocabulary import Language, Vocabulary

_CONTENT = ("N", "V", "L", "D", "O")
_TURNS = ("up", "down", "should", "can", "plan")
_NEXT_IS_MONTH = re.compile(rf"\s+(?:{MONTH_NAMES})\b", re.IGNORECASE)
_BRACKETED = re.compile(r"\([^()]*$")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/]\d+)?")
_BEFORE_NUMBER = 4  # tokens in which the preposition of a number or a date stands
_CLOCK = frozenset(("a.m", "p.m", "am", "pm", "uur", "o'clock"))
_GENITIVE = ("'s", "’s", "s'", "s’")


@cache
def _small() -> Mapping[str, Any]:
    """The lists of small_words.yaml."""
    content = own_yaml.load(Path(__file__).parent / "small_words.yaml")
    return dict(content)


@cache
def classes(word: str) -> frozenset[str]:
    """The classes of small words that a word, in lower case, is in."""
    own = {name for name, listed in _small()["classes"].items() if word in listed}
    own |= {name for name in _TURNS if word in turning_words()[name]}
    if word in turning_words()["must"] or word in turning_words()["asks"]:
        own.add("must")
    return frozenset(own)


def is_free(word: str) -> bool:
    """Whether a claim may bring in a word, in lower case."""
    return word in _small()["free"]


@dataclass(frozen=True, slots=True)
class ContentWord:
    """A word with content or a number.

    ``sentence`` and ``frame`` count the sentences and clauses of the text, ``place`` its units, all
    from 0; ``frame`` is -1 outside every clause. ``mark`` is the class of the preposition before
    its phrase. ``verb`` tells that it is nothing but a verb, ``aside`` that it stands in brackets,
    ``dated`` that it is the day of a date, ``source`` that it is part of "according to ...".
    ``lemmas`` are the Dutch verbs that it may be a form of.
    """

    text: str
    start: int
    end: int
    tag: str
    place: int
    sentence: int
    frame: int
    phrase: Phrase | None
    mark: str
    verb: bool
    aside: bool
    dated: bool
    source: bool
    lemmas: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The word as written, and the verbs that it may be a form of."""
        return (self.text, *self.lemmas)

    @property
    def number(self) -> bool:
        """Whether it is a number."""
        return self.tag == "#"

    @property
    def year(self) -> bool:
        """Whether it is a year or a span of years."""
        return self.number and bool(_YEAR.fullmatch(self.text))

    @property
    def name(self) -> bool:
        """Whether it has a capital that is not the first letter of the text, or nothing else."""
        return self.text[0].isupper() and (self.start > 0 or self.text.isupper())

    @property
    def thing(self) -> bool:
        """Whether it may be part of what a sentence is about: a noun, name, quality or number."""
        return not self.verb and self.tag in ("N", "D", "#")

    @property
    def head(self) -> bool:
        """Whether it is the last word of its phrase."""
        return self.phrase is not None and self.end == self.phrase.end

    @property
    def relation(self) -> str:
        """Its mark; "of" for a genitive ("the fund's rules")."""
        return "of" if self.text.endswith(_GENITIVE) else self.mark


class ContentWordFinder:
    """Finds the units of texts. Keeps what it found; may be shared by threads."""

    def __init__(self, finder: PhraseFinder, vocabulary: Vocabulary) -> None:
        self._finder = finder
        self._vocabulary = vocabulary
        self.units = lru_cache(maxsize=4_000)(self._units)

    def _units(self, text: str, lang: Language) -> tuple[ContentWord, ...]:
        frames = self._finder.frames(text, lang)
        tokens = self._finder.tagger.tagged(text, lang)
        whole, taken = self._divided(tokens, frames) if lang == "nl" else ({}, set())
        ends = [span.end for span in sentences(text)]
        # What follows a semicolon is another statement.
        ends += [at for at, sign in enumerate(text) if sign == ";"]
        numbers = {number.start: number for number in quantities.quantities(text, lang)}
        inside = {at for n in numbers.values() for at in range(n.start + 1, n.start + len(n.text))}
        found: list[ContentWord] = []
        for at, token in enumerate(tokens):
            part = (token.tag == "#" and token.start in inside) or _measures(tokens, at)
            if part or at in taken or not self._says(token, lang):
                continue
            frame = _frame_of(token, frames)
            phrase = _phrase_of(token, frames[frame]) if frame >= 0 else None
            found.append(
                ContentWord(
                    text=numbers[token.start].text if token.start in numbers else token.text,
                    start=token.start,
                    end=token.end,
                    tag=token.tag,
                    place=len(found),
                    sentence=sum(token.start >= end for end in ends),
                    frame=frame,
                    phrase=phrase,
                    mark=phrase.mark if phrase is not None else _mark_before(tokens, at),
                    verb=at in whole or self._is_verb(token, lang),
                    aside=bool(_BRACKETED.search(text[: token.start])),
                    dated=token.tag == "#" and bool(_NEXT_IS_MONTH.match(text[token.end :])),
                    source=_is_source(tokens, at),
                    lemmas=(whole[at],) if at in whole else self._lemmas(token, lang),
                )
            )
        return tuple(found)

    def _says(self, token: Token, lang: Language) -> bool:
        word = folded(token.text)
        if token.tag == "#":
            return word[0].isdigit() or bool(quantities.quantities(token.text, lang))
        if token.tag not in _CONTENT or len(word) < 2:
            return False
        small = len(word) <= 3 or word in self._vocabulary.function_words(lang)
        turns = any(word in turning_words()[name] for name in ("negations", "limits"))
        return token.tag != "O" or not (small or turns)

    def _is_verb(self, token: Token, lang: Language) -> bool:
        if token.tag not in ("V", "L", "N") or (token.text[0].isupper() and token.tag != "V"):
            return False
        kinds = self._finder.tagger.kinds(token.text, lang)
        return token.tag == "V" or ("v" in kinds and not kinds & {"n", "name"})

    def _lemmas(self, token: Token, lang: Language) -> tuple[str, ...]:
        if lang != "nl" or token.tag not in ("V", "L", "N") or token.text[0].isupper():
            return ()
        if token.tag == "N" and self._finder.tagger.kinds(token.text, lang) & {"n", "a"}:
            return ()
        found = dutch_verbs(folded(token.text), self._vocabulary.irregular["nl"])
        return tuple(dict.fromkeys(v for v in found if self._vocabulary.knows(v, "nl")))

    def _divided(
        self, tokens: Sequence[Token], frames: Sequence[Frame]
    ) -> tuple[dict[int, str], set[int]]:
        """Dutch verbs that stand in two ("treedt ... op"), whole, by the place of their first part;
        and the places of the second."""
        whole: dict[int, str] = {}
        taken: set[int] = set()
        for at, token in enumerate(tokens):
            if token.tag not in ("V", "L", "N") or not token.text[0].isalpha():
                continue
            verbs = tuple(dutch_verbs(folded(token.text), self._vocabulary.irregular["nl"]))
            if at > 1 and folded(tokens[at - 1].text) == "te" and token.text.endswith("n"):
                # "Om toe te laten"
                joined = folded(tokens[at - 2].text + token.text)
                parts = folded(tokens[at - 2].text) in _small()["particles"]
                if parts and self._vocabulary.knows(joined, "nl"):
                    whole[at] = joined
                    taken.add(at - 2)
                    continue
            for later in _particles(tokens, at, frames) if verbs else ():
                particle = folded(tokens[later].text)
                known = [v for v in verbs if self._vocabulary.knows(particle + v, "nl")]
                if known and later not in taken:
                    whole[at] = particle + known[0]
                    taken.add(later)
                    break
        return whole, taken


def _particles(tokens: Sequence[Token], at: int, frames: Sequence[Frame]) -> Iterator[int]:
    """Where, behind a verb and in its clause, a particle stands that begins no phrase."""
    frame = _frame_of(tokens[at], frames)
    for later in range(at + 1, len(tokens)):
        if tokens[later].tag == "." or _frame_of(tokens[later], frames) not in (frame, -1):
            return
        after = tokens[later + 1].tag if later + 1 < len(tokens) else "."
        if folded(tokens[later].text) in _small()["particles"] and after not in "AN#S":
            yield later


def _mark_before(tokens: Sequence[Token], at: int) -> str:
    """The preposition before a number, a date or a bare adjective."""
    for token in reversed(tokens[max(0, at - _BEFORE_NUMBER) : at]):
        if token.tag == "P":
            return token.mark
        if token.tag not in ("A", "#", "O"):
            return ""
    return ""


def _measures(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word only says how a number before it is measured: "5 p.m.", "24 maanden lang"."""
    word = folded(tokens[at].text)
    if word in _CLOCK:
        return bool(at) and tokens[at - 1].tag == "#"
    return word in ("lang", "long") and at > 1 and {tokens[at - 1].tag, tokens[at - 2].tag} == {"#"}


def _is_source(tokens: Sequence[Token], at: int) -> bool:
    for token in reversed(tokens[:at]):
        if token.mark == "under":
            return True
        if token.tag in ("V", "L", "B", "W", "M", ",", ".", "R"):
            return False
    return False


def _frame_of(token: Token, frames: Sequence[Frame]) -> int:
    """The shortest clause that a word stands in, -1 for none."""
    inside = [at for at, f in enumerate(frames) if f.start <= token.start < f.end]
    return min(inside, key=lambda at: frames[at].end - frames[at].start, default=-1)


def _phrase_of(token: Token, frame: Frame) -> Phrase | None:
    return next((p for p in frame.phrases if p.start <= token.start < p.end), None)
