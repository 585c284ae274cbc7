"""Proper names in text: runs of capitalised words, and a guess at what they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.extracting.dates import MONTHS
from assistant.extracting.sentences import sentences
from assistant.words import words as word_list
from corpus.vocabulary import Vocabulary


class NameKind(StrEnum):
    """What a name seems to name; UNKNOWN where its form does not tell."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a text. ``initial`` tells that it opens a sentence."""

    start: int
    end: int
    surface: str
    kind: NameKind
    initial: bool


_PARTICLE = r"(?:van|de|den|der|het|ten|ter|von|du|la|le|el|i\.s\.m\.|&|of|for|and|the|voor|d['’])"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’.&/+:-]*\w|[A-ZÀ-ÖØ-Þ]\b"
_NAME = re.compile(rf"(?<![\w.])(?:{_CAPITAL})(?:(?:\s{_PARTICLE}){{0,2}}\s(?:{_CAPITAL}))*")
_ORGANISATION_WORD = re.compile(
    r"(?:fonds|punt|loket|centrum|huis|raad|bureau|departement|ministerie|universiteit"
    r"|hogeschool|school|overleg|unie|vereniging|federatie|f[ée]d[ée]ration|communaut[ée]|association"
    r"|netwerk|network|group|groep|bond|vzw|nv|bv|consult|institute|instituut|institution"
    r"|council|fund|foundation|stichting|agency|office|university|theater|theatre|museum"
    r"|festival|academy|academie|company|vib?e|ministry|department|taskforce|commissie"
    r"|commission|committee|regering|government|partners|economisch|europe|international)\b",
    re.IGNORECASE,
)
_TITLE_BEFORE = re.compile(
    r"\b(?:minister(?:-president)?|commissaris|directeur|voorzitter|prof(?:essor)?\.?|dr\.?"
    r"|auteur|regisseur|kunstenaar|coördinator|schrijver|onderzoeker|mevrouw|meneer|dhr\.?"
    r"|door|by|director|chair|commissioner|author|volgens|-)\s*\Z",
    re.IGNORECASE,
)
_LINKS = frozenset(
    ("van", "de", "den", "der", "vander", "vanden", "ten", "ter", "von", "du", "la", "le", "el")
)
_PLACE_BEFORE = re.compile(r"\b(?:in|te|naar|uit|from|to|near|rond|around|bij|stad|city of)\s\Z")
# Common words that open sentences with a capital and name nothing.
_OPENERS = word_list("openers")
_CURRENCIES = frozenset(
    ("EUR", "USD", "GBP", "CHF", "CAD", "JPY", "NOK", "SEK", "DKK", "PLN", "CZK")
)
_DAYS_AND_MONTHS = frozenset(MONTHS) | {
    f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
}


def names(text: str) -> tuple[Name, ...]:
    """The names of ``text`` in order of appearance.

    A capitalised word that merely opens a sentence counts only when more follows or when it is
    written as names are (an inner capital, an abbreviation).
    """
    starts = {span.start for span in sentences(text)}
    found = []
    for match in _NAME.finditer(text):
        start, end = match.span()
        initial = start in starts or start == 0
        words = match.group().split()
        while words and _opens(words, initial=initial):
            start += len(words[0])
            while start < end and text[start].isspace():
                start += 1
            words = words[1:]
            while words and not words[0][:1].isupper():
                # "Kan het Havenfonds": the article is no part of the name.
                start = text.index(words[0], start) + len(words[0])
                while start < end and text[start].isspace():
                    start += 1
                words = words[1:]
            initial = False if words else initial
        if not words:
            continue
        surface = text[start:end].rstrip(".,:")
        if not surface or (initial and len(words) == 1 and _is_word(surface)):
            continue
        if surface in _CURRENCIES or surface.lower() in _DAYS_AND_MONTHS:
            continue
        found.append(
            Name(start, start + len(surface), surface, _kind(text, start, surface), initial)
        )
    return tuple(found)


def _opens(words: list[str], *, initial: bool) -> bool:
    """Whether the first of the words that stand together has a capital only because it opens a
    sentence: a common word, or the verb of a question before a name ("Betaalt het Havenfonds")."""
    first = words[0].lower().strip(".,:")
    if first in _OPENERS:
        return initial or len(words) > 1
    return initial and len(words) > 1 and _is_verb(first)


@lru_cache(maxsize=20_000)
def _is_verb(word: str) -> bool:
    """Whether a Dutch word is a verb in the third person, and nothing else."""
    if not word.endswith("t"):
        return False
    lemmas = Vocabulary.load().lemmas(word, "nl")
    return bool(lemmas) and all(one.endswith("en") for one in lemmas)


@lru_cache(maxsize=20_000)
def _is_word(word: str) -> bool:
    """Whether a capitalised word at the head of a sentence is a word like any other."""
    if any(sign.isupper() or sign.isdigit() for sign in word[1:]):
        return False
    vocabulary = Vocabulary.load()
    meanings = vocabulary.translate(word, "nl", "en")
    if any(meaning.term == word for meaning in meanings):
        return False  # the lexicon has it with a capital: it names the same in either language
    return vocabulary.knows(word.lower(), "nl") or vocabulary.knows(word.lower(), "en")


def _kind(text: str, start: int, surface: str) -> NameKind:
    before = text[max(0, start - 24) : start]
    words = surface.split()
    if _ORGANISATION_WORD.search(surface) or (surface.isupper() and len(surface) > 1):
        return NameKind.ORGANISATION
    if len(words) >= 2 and len(words) <= 5 and all(_person_word(word) for word in words):
        return NameKind.PERSON
    if _PLACE_BEFORE.search(before):
        return NameKind.PLACE
    if _TITLE_BEFORE.search(before):
        return NameKind.PERSON
    return NameKind.UNKNOWN


def of_a_person(surface: str) -> bool:
    """Whether a name has two words or more, none of which is a word like any other but for "Van"
    or "De"."""
    vocabulary = Vocabulary.load()
    words = [word for word in surface.split() if word[:1].isupper() and word.lower() not in _LINKS]
    return len(words) > 1 and not any(
        vocabulary.knows(word.lower(), "nl") or vocabulary.knows(word.lower(), "en")
        for word in words
    )


def _person_word(word: str) -> bool:
    if word.lower() in _LINKS:
        return True
    return bool(re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ'’-]+(?:[A-Z][a-zà-ÿ]+)?|[A-Z]\.", word))
