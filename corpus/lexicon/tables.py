"""Read the tables of the lexicon: tab-separated text, one entry a line, `#` for a remark.

Within a cell several values stand between semicolons, most likely first; pairs of a Dutch and an
English name are written ``Berlijn=Berlin``. `docs/lexicon.md` explains each table to who edits it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from corpus.errors import LexiconError

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, Language] = ("nl", "en")

# Parts of speech of general.tsv. The last eight are function words: they say nothing by themselves.
KINDS = {
    "n": "noun",
    "v": "verb",
    "a": "adjective",
    "adv": "adverb",
    "num": "numeral",
    "phr": "phrase",
    "name": "name",
    "int": "interjection",
    "art": "article",
    "pron": "pronoun",
    "prep": "preposition",
    "conj": "conjunction",
    "aux": "auxiliary verb",
    "q": "question word",
    "part": "particle",
    "det": "determiner",
}
FUNCTION_KINDS = frozenset({"art", "pron", "prep", "conj", "aux", "q", "part", "det"})


class Entry(NamedTuple):
    """One line of general.tsv: an English headword, its kind, its Dutch equivalents in order.

    A named tuple, because ten thousand of them are made at every start.
    """

    english: str
    kind: str
    dutch: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """One line of field.tsv: terms for one thing, the preferred one of each language first."""

    dutch: tuple[str, ...]
    english: tuple[str, ...]

    def terms(self, lang: Language) -> tuple[str, ...]:
        return self.dutch if lang == "nl" else self.english


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form in one language (in the other it may be another, or the same)."""

    dutch_short: str
    english_short: str
    dutch: str
    english: str

    def short(self, lang: Language) -> str:
        return self.dutch_short if lang == "nl" else self.english_short

    def expansion(self, lang: Language) -> str:
        return self.dutch if lang == "nl" else self.english


@dataclass(frozen=True, slots=True)
class Colloquial:
    """An informal word and the standard words that documents use for it."""

    lang: Language
    informal: str
    standard: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A country with its words in both languages; `iso2` is lower case, first names preferred."""

    iso2: str
    names_nl: tuple[str, ...]
    names_en: tuple[str, ...]
    adjectives_nl: tuple[str, ...]
    adjectives_en: tuple[str, ...]
    inhabitants_nl: tuple[str, ...]
    inhabitants_en: tuple[str, ...]
    languages: tuple[tuple[str, str], ...]

    def names(self, lang: Language) -> tuple[str, ...]:
        return self.names_nl if lang == "nl" else self.names_en

    def adjectives(self, lang: Language) -> tuple[str, ...]:
        return self.adjectives_nl if lang == "nl" else self.adjectives_en

    def inhabitants(self, lang: Language) -> tuple[str, ...]:
        return self.inhabitants_nl if lang == "nl" else self.inhabitants_en


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the world with its words in both languages; `countries` are codes as in
    :class:`Country`, those that a question most likely means first."""

    key: str
    names_nl: tuple[str, ...]
    names_en: tuple[str, ...]
    adjectives_nl: tuple[str, ...]
    adjectives_en: tuple[str, ...]
    countries: tuple[str, ...]

    def names(self, lang: Language) -> tuple[str, ...]:
        return self.names_nl if lang == "nl" else self.names_en

    def adjectives(self, lang: Language) -> tuple[str, ...]:
        return self.adjectives_nl if lang == "nl" else self.adjectives_en


@dataclass(frozen=True, slots=True)
class Discipline:
    """A discipline and the words that point to it; `key` is what routes and fiches call it."""

    key: str
    words_nl: tuple[str, ...]
    words_en: tuple[str, ...]

    def words(self, lang: Language) -> tuple[str, ...]:
        return self.words_nl if lang == "nl" else self.words_en


def read_general(folder: Path) -> tuple[Entry, ...]:
    """Entries of ``general.tsv``. Raises LexiconError, naming the line, on a malformed one."""
    return tuple(
        Entry(english, kind, values(dutch))
        for english, kind, dutch in rows(folder / "general.tsv", 3)
    )


def read_field(folder: Path) -> tuple[Concept, ...]:
    """Concepts of ``field.tsv``. Raises LexiconError on a malformed line."""
    return tuple(
        Concept(values(dutch), values(english)) for dutch, english in rows(folder / "field.tsv", 2)
    )


def read_preferred(folder: Path) -> dict[str, tuple[str, ...]]:
    """Dutch words of ``preferred.tsv`` -> English equivalents in the order that fits them."""
    return {dutch: values(english) for dutch, english in rows(folder / "preferred.tsv", 2)}


def read_abbreviations(folder: Path) -> tuple[Abbreviation, ...]:
    """Abbreviations of ``abbreviations.tsv``. Raises LexiconError on a malformed line."""
    return tuple(Abbreviation(*row) for row in rows(folder / "abbreviations.tsv", 4))


def read_colloquial(folder: Path) -> tuple[Colloquial, ...]:
    """Informal words of ``colloquial.tsv``. Raises LexiconError on a malformed line."""
    return tuple(
        Colloquial("nl" if lang == "nl" else "en", informal, values(standard))
        for lang, informal, standard in rows(folder / "colloquial.tsv", 3)
    )


def read_forms(folder: Path, lang: Language) -> dict[str, tuple[str, ...]]:
    """Irregular forms of ``forms-nl.tsv`` or ``forms-en.tsv``: inflected form -> its lemmas."""
    lemmas: dict[str, tuple[str, ...]] = {}
    for lemma, forms in rows(folder / f"forms-{lang}.tsv", 2):
        for form in values(forms):
            known = lemmas.get(form, ())
            if lemma not in known:
                lemmas[form] = (*known, lemma)
    return lemmas


def read_countries(folder: Path) -> tuple[Country, ...]:
    """Countries of ``countries.tsv``. Raises LexiconError on a malformed line."""
    countries = []
    for row in rows(folder / "countries.tsv", 8):
        names_nl, names_en, adjectives_nl, adjectives_en, people_nl, people_en = map(
            values, row[1:7]
        )
        countries.append(
            Country(
                iso2=row[0],
                names_nl=names_nl,
                names_en=names_en,
                adjectives_nl=adjectives_nl,
                adjectives_en=adjectives_en,
                inhabitants_nl=people_nl,
                inhabitants_en=people_en,
                languages=_pairs(row[7]),
            )
        )
    return tuple(countries)


def read_regions(folder: Path) -> tuple[Region, ...]:
    """Regions of ``regions.tsv``. Raises LexiconError on a malformed line."""
    return tuple(Region(row[0], *map(values, row[1:])) for row in rows(folder / "regions.tsv", 6))


def read_disciplines(folder: Path) -> tuple[Discipline, ...]:
    """Disciplines of ``disciplines.tsv``. Raises LexiconError on a malformed line."""
    return tuple(
        Discipline(key, values(dutch), values(english))
        for key, dutch, english in rows(folder / "disciplines.tsv", 3)
    )


def read_linking(folder: Path) -> dict[str, tuple[str, ...]]:
    """Nouns of ``linking.tsv`` -> the form they take as first part of a compound."""
    return {noun: values(forms) for noun, forms in rows(folder / "linking.tsv", 2)}


def read_families(folder: Path, lang: Language) -> dict[str, tuple[str, ...]]:
    """Verbs of ``families-nl.tsv`` or ``families-en.tsv`` -> their nouns that have another stem."""
    return {verb: values(nouns) for verb, nouns in rows(folder / f"families-{lang}.tsv", 2)}


def read_french(folder: Path) -> dict[str, str]:
    """French words and phrases (lower case) of ``french.tsv`` -> their English in a question."""
    return {row[0]: row[1] for row in rows(folder / "french.tsv", 2)}


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell, between semicolons, without the white space around them."""
    if ";" not in cell:
        return (cell,) if cell else ()
    return tuple(value.strip() for value in cell.split(";"))


def _pairs(cell: str) -> tuple[tuple[str, str], ...]:
    pairs = []
    for value in values(cell):
        dutch, _, english = value.partition("=")
        pairs.append((dutch, english or dutch))
    return tuple(pairs)


def rows(path: Path, columns: int) -> Iterator[list[str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(
            f"The table cannot be read: {error}.", where=path.name, hint="Save it as UTF-8 text."
        ) from error
    for number, line in enumerate(text.split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != columns:
            raise LexiconError(
                f"{len(cells)} columns where {columns} are expected.",
                where=f"{path.name} line {number}",
                hint="Put exactly one tab between columns, and semicolons between values.",
            )
        yield cells
