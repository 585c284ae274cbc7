"""The gazetteer: towns, regions and islands in Dutch and English, and the countries they lie in;
festivals, fairs and houses, too, that stay in one country.

A name is found as people type it: without capitals and accents, with spaces for its hyphens,
"koeln" for "Köln". What is also a word ("Nice") or borne by people ("Florence") says so in the
table.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from corpus.lexicon.tables import Language, rows, values
from corpus.settings import LEXICON

FILE_NAME = "places.tsv"
LONGEST = 4  # words in a name
_RATHER = " > "  # between the country that is meant and those with a lesser place of that name
# Letters that are no other letter with a sign on it, as people type them.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ı": "i", "ð": "d", "þ": "th"}
)
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


class Sense(Enum):
    """What else a name of a place is, by the sign behind it in the table."""

    NOTHING = ""
    WORD = "?"
    PERSON = "~"


class PlaceName(NamedTuple):
    """A name as it is spelled, and what else it is."""

    text: str
    sense: Sense


@dataclass(frozen=True, slots=True)
class Place:
    """A place: the codes of its country (of several countries, where they share the name), and its
    names: the Dutch one, the English one where it is another, other spellings. ``rivals`` are the
    countries of lesser places of that name."""

    countries: tuple[str, ...]
    rivals: tuple[str, ...]
    names: tuple[PlaceName, ...]

    def called(self, lang: Language) -> str:
        """Its name in a language."""
        return self.names[0 if lang == "nl" else min(1, len(self.names) - 1)].text

    def said(self, lang: Language) -> tuple[str, ...]:
        """What it is called in a text in a language: its name there and its other spellings, but
        none that is anything else as well."""
        own = self.names[0 if lang == "nl" else min(1, len(self.names) - 1)]
        names = (own, *self.names[2:])
        return tuple(name.text for name in names if name.sense is Sense.NOTHING)

    @property
    def country(self) -> str:
        """The code of its country; empty where several share the name."""
        return self.countries[0] if len(self.countries) == 1 else ""


class Known(NamedTuple):
    """What a name leads to: the place, the name as it is spelled, what else it is."""

    place: Place
    name: str
    sense: Sense


class Gazetteer:
    """Finds places by name. A name as it is spelled goes before what another is like when it is
    typed."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        self.places = places
        named = [
            (name.text.casefold(), Known(place, *name)) for place in places for name in place.names
        ]
        self._known: dict[str, Known] = {}
        for name, known in named:
            self._known.setdefault(name, known)
        for name, known in named:
            for typed in _typed(name):
                self._known.setdefault(typed, known)

    def find(self, name: str) -> Known | None:
        """What a name leads to, in any case and as people type it ("Köln", "koeln", "Cologne's");
        None for what names no place."""
        folded = " ".join(name.replace("’", "'").split()).casefold()
        return self._known.get(folded) or self._known.get(folded.removesuffix("'s"))

    def names(self, word: str) -> bool:
        """Whether a word names a place and is nothing else."""
        known = self.find(word)
        return known is not None and known.sense is Sense.NOTHING

    @cached_property
    def certain(self) -> frozenset[str]:
        """The names that are nothing else, in small letters, in each way that they are typed."""
        return frozenset(
            name for name, known in self._known.items() if known.sense is Sense.NOTHING
        )

    def __iter__(self) -> Iterator[str]:
        """Every name in small letters, in each way that it is typed."""
        return iter(self._known)


@cache
def read_gazetteer(folder: Path = LEXICON) -> Gazetteer:
    """The places of ``places.tsv``, read once. Raises LexiconError on a malformed line."""
    return Gazetteer(
        tuple(
            Place(
                values(codes.partition(_RATHER)[0]),
                values(codes.partition(_RATHER)[2]),
                tuple(_name(text) for text in cell.split("=")),
            )
            for codes, cells in rows(folder / FILE_NAME, 2)
            for cell in values(cells)
        )
    )


def _name(text: str) -> PlaceName:
    sense = Sense(text[-1:]) if text[-1:] in (Sense.WORD.value, Sense.PERSON.value) else Sense("")
    return PlaceName(text.removesuffix(sense.value), sense)


def _typed(name: str) -> Iterator[str]:
    """Other ways in which people type a name that is in small letters."""
    name = name.removeprefix("'")  # 's-Hertogenbosch
    for spelled in (name, *((name.replace("-", " "),) if "-" in name else ())):
        if len(spelled.split()) <= LONGEST:
            yield spelled
            if not spelled.isascii():
                yield _plain(spelled)
                yield _plain(spelled.translate(_WRITTEN_OUT))


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name.translate(_LETTERS))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
