"""Makers of documents who are asked what they say: "what do the Dock Council and Tentbureau want".

A word of a maker's name tells whose text is meant where it is a name; an ordinary word does only as
part of the whole name ("Dock Council"), or where a text is said to be theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.mention import Mention
from corpus.document import Source
from corpus.vocabulary import Vocabulary
from indexing.analysis import stop_words
from indexing.tokenising import folded

_SAYS = (
    r"(?:zegt|zeggen|zei|stelt|stellen|vindt|vinden|schrijft|schrijven|noemt|noemen|meldt|melden"
    r"|adviseert|adviseren|beschrijft|beschrijven|ziet|zien|kijkt|kijken|wil|willen|wilde|pleit"
    r"|pleiten|denkt|denken|oordeelt|oordelen|beweert|beweren|vraagt|vragen|hoopt|verwacht"
    r"|verwachten"
    r"|says?|said|writes?|mentions?|reports?|recommends?|proposes?|suggests?|descri?bes?|thinks?"
    r"|wants?|argues?|asks?|claims?|believes?|expects?|judges?|hopes?|see|sees)"
)
_VIEW = (
    r"(?:standpunt(?:en)?|visies?|mening(?:en)?|opvatting(?:en)?|kijk|views?|opinions?|positions?)"
)
_VOLGENS = re.compile(
    rf"\b(?:volgens|according\sto|bij|{_VIEW}\s(?:van|of))\s(?:de\s|het\s|the\s)?(?:\w+\s)?$", re.I
)
# "The report", "which report" is no verb.
_SAYS_BEFORE = re.compile(
    rf"(?<!\bthe\s)(?<!\bwhich\s)(?<!\bwhat\s)\b{_SAYS}\s(?:de\s|het\s|the\s)?(?:[a-z]+\s)?$", re.I
)
_SAYS_AFTER = re.compile(rf"^\s(?:\w+\s)?{_SAYS}\b", re.I)
_JOINED = re.compile(
    r"^(?:,|,?\s(?:en|and|of|or|met|with|dan|than))\s"
    r"(?:(?:in|bij|volgens|by|according\sto)\s)?(?:de\s|het\s|the\s)?(?:[a-z]+\s)?$",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"\b(?:de|het|the)\s[a-z]{4,}\s$")
_PARTED = re.compile(r"\s(?:en|and|&)\s|[,;/()]")
_WORD = re.compile(r"[\w.]+(?:[-'’][\w.]+)*")
_EMPTY = stop_words("nl") | stop_words("en")
_STEM = 5  # letters of a word that may be a piece of another
_LEAST = 3  # letters of a word of a name


class Makers:
    """Knows who made the documents of an index."""

    def __init__(self, sources: Iterable[Source], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._names: dict[str, set[str]] = {}
        self._words: dict[str, set[str]] = {}
        phrases: dict[str, set[str]] = {}
        for source in sources:
            said = f"{source.publisher}, {source.author}"
            for word in self.names_of(source):
                self._names.setdefault(word, set()).add(source.id)
            for word in _words(said):
                self._words.setdefault(word, set()).add(source.id)
            for name in (source.publisher, source.author, *_PARTED.split(said)):
                for phrase in _openings(name):
                    phrases.setdefault(phrase, set()).add(source.id)
        self._phrases = [
            (phrase, frozenset(held))
            for phrase, held in sorted(phrases.items(), key=lambda item: -len(item[0]))
        ]

    def is_common(self, word: str) -> bool:
        """Whether a word is no name: the lexicon knows it."""
        return self._vocabulary.knows(word, "nl") or self._vocabulary.knows(word, "en")

    def names_of(self, source: Source) -> frozenset[str]:
        """The words of its makers' names (folded) that are no ordinary words."""
        said = _words(f"{source.publisher} {source.author}")
        return frozenset(word for word in said if not self.is_common(word))

    def made_by(self, word: str) -> frozenset[str]:
        """The documents of those in whose name a word (folded) stands, as it is, put into Dutch, or
        as a piece of a compound ("centre" of a "kenniscentrum")."""
        meant = {word, *(folded(m.term) for m in self._vocabulary.translate(word, "en", "nl")[:3])}
        return frozenset(
            one
            for name, held in self._words.items()
            if any(
                name == stem
                or (len(stem) >= _STEM and (name.startswith(stem) or name.endswith(stem)))
                for stem in meant
            )
            for one in held
        )

    def named(self, text: str) -> list[tuple[re.Match[str], frozenset[str]]]:
        """Where makers' names stand in ``text``, in order, and the documents that each of them
        made: a whole name, or what it opens with, else a word that is no ordinary one."""
        lower = text.lower()
        found: list[tuple[re.Match[str], frozenset[str]]] = []
        for phrase, held in self._phrases:
            if phrase in lower:
                match = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE)
                if match is not None and _free(match, found):
                    found.append((match, held))
        for match in _WORD.finditer(text):
            word = folded(match.group()).strip(".")
            if _free(match, found) and not self.is_common(word):
                found.append((match, frozenset(self._names.get(word, ()))))
        return sorted(found, key=lambda item: item[0].start())


def spoken(text: str, start: int, end: int) -> bool:
    """Whether what stands at ``text[start:end]`` is said to speak."""
    before, after = text[:start], text[end:]
    return bool(_VOLGENS.search(before) or _SAYS_BEFORE.search(before) or _SAYS_AFTER.match(after))


def beside(text: str, match: re.Match[str], found: Iterable[Mention]) -> bool:
    """Whether it is joined to one of the mentions: "het rapport en Tentbureau"."""
    return any(
        _JOINED.match(text[one.end : match.start()]) or _JOINED.match(text[match.end() : one.start])
        for one in found
    )


def appositive(text: str, start: int) -> int:
    """Where the common noun before a name begins ("de commissie CVN"); else where the name does."""
    noun = _APPOSED.search(text[:start])
    return noun.start() if noun else start


def _free(match: re.Match[str], found: Iterable[tuple[re.Match[str], frozenset[str]]]) -> bool:
    return all(match.end() <= one.start() or one.end() <= match.start() for one, _ in found)


def _openings(name: str) -> set[str]:
    """A name of several words, and what it opens with that is long enough to tell (lower case)."""
    words = name.strip().lower().split()
    return {
        " ".join(words[:end])
        for end in range(2, len(words) + 1)
        if words[end - 1] not in _EMPTY and not words[end - 1].endswith((",", ":"))
    }


def _words(text: str) -> set[str]:
    """The words of names, in pieces where they are joined by a hyphen."""
    found = set()
    for match in _WORD.finditer(text):
        word = folded(match.group()).strip(".")
        for piece in {word, *word.split("-")}:
            if piece not in _EMPTY and (len(piece) >= _LEAST or piece.isdigit()):
                found.add(piece)
    return found
