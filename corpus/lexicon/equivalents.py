"""From the tables to look-ups: term -> equivalents with weights, synonyms, countries, disciplines.

Keys are lower case; equivalents keep the case of the table. Every look-up has a part per language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from corpus.lexicon import tables as files
from corpus.lexicon.conjugation import Kinds
from corpus.lexicon.everyday import Everyday, read_everyday
from corpus.lexicon.places import Gazetteer, read_gazetteer
from corpus.lexicon.tables import (
    FUNCTION_KINDS,
    LANGUAGES,
    Abbreviation,
    Colloquial,
    Concept,
    Country,
    Discipline,
    Entry,
    Language,
    Region,
)
from corpus.lexicon.thesaurus import Thesaurus, read_lines

# Weight of the first, second, third ... equivalent: later ones are less usual, not impossible.
RANKS = (1.0, 0.75, 0.6, 0.5, 0.4)
FUNCTION_WEIGHT = 0.3
LONGEST_PHRASE = 6  # words
_NOT_PREFERRED = 0.4
_SYNONYM = 0.9
_PHRASE = 0.95
# Words that at the end of another are no more than a suffix: projectmatig, wezenlijk, boekhoudster.
_SUFFIXES = frozenset({"matig", "rijk", "arm", "waardig", "lijk", "lijken", "ster", "eren"})

Equivalents = dict[Language, dict[str, dict[str, float]]]
OTHER: dict[Language, Language] = {"nl": "en", "en": "nl"}


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables of the lexicon."""

    entries: tuple[Entry, ...]
    concepts: tuple[Concept, ...]
    preferred: dict[str, tuple[str, ...]]
    abbreviations: tuple[Abbreviation, ...]
    colloquials: tuple[Colloquial, ...]
    countries: tuple[Country, ...]
    gazetteer: Gazetteer
    regions: tuple[Region, ...]
    disciplines: tuple[Discipline, ...]
    thesaurus: Thesaurus
    everyday: Everyday

    @classmethod
    def read(cls, folder: Path) -> Tables:
        """The tables in ``folder``. Raises LexiconError on a malformed one."""
        return cls(
            entries=files.read_general(folder),
            concepts=files.read_field(folder),
            preferred=files.read_preferred(folder),
            abbreviations=files.read_abbreviations(folder),
            colloquials=files.read_colloquial(folder),
            countries=files.read_countries(folder),
            gazetteer=read_gazetteer(folder),
            regions=files.read_regions(folder),
            disciplines=files.read_disciplines(folder),
            thesaurus=Thesaurus.of(read_lines(folder)),
            everyday=Everyday.of(read_everyday(folder)),
        )


def ranked(terms: tuple[str, ...]) -> dict[str, float]:
    """Weights of equivalents by their place; the first place counts where a term repeats."""
    return {term: RANKS[min(rank, 4)] for rank, term in enumerate(dict.fromkeys(terms))}


def equivalents(tables: Tables) -> Equivalents:
    """Every term -> its equivalents in the other language; the likeliest of a term weighs 1.

    A function word's equivalents stay light: "of" must not outweigh the nouns around it.
    """
    found: Equivalents = {"nl": {}, "en": {}}
    to_dutch, to_english = found["en"], found["nl"]

    def add(english: str, dutch: str, weight: float, back: float) -> None:
        known = to_dutch.setdefault(english.casefold(), {})
        if known.get(dutch, 0.0) < weight:
            known[dutch] = weight
        known = to_english.setdefault(dutch.casefold(), {})
        if known.get(english, 0.0) < back:
            known[english] = back

    light = tuple(FUNCTION_WEIGHT * weight for weight in RANKS)
    for english, kind, words in tables.entries:
        for dutch, weight in zip(words, light if kind in FUNCTION_KINDS else RANKS, strict=False):
            # A word is first another word, and only then part of what a phrase says.
            longer = _PHRASE if english.count(" ") > dutch.count(" ") else 1.0
            add(english, dutch, weight, weight * longer)
    for concept in tables.concepts:
        for (row, dutch), (column, english) in product(
            enumerate(concept.dutch), enumerate(concept.english)
        ):
            # A term on several lines belongs most to the line where it is the preferred one.
            to_nl = RANKS[min(row, 4)] * (1.0 if column == 0 else _SYNONYM)
            to_en = RANKS[min(column, 4)] * (1.0 if row == 0 else _SYNONYM)
            add(english, dutch, to_nl, to_en)
    for word, choices in tables.preferred.items():
        # The order of an English entry says little of the Dutch one: "prijs" is first a price.
        options = to_english.setdefault(word.casefold(), {})
        for option in options:
            options[option] *= _NOT_PREFERRED
        options.update(ranked(choices))
    for country in tables.countries:
        for dutch, english in _name_pairs(country):
            add(english, dutch, 1.0, 1.0)
    for place in tables.gazetteer.places:
        # What is also a word or borne by people is no entry: "nice" is pleasant in the first place.
        for lang in LANGUAGES:
            for name in place.said(lang):
                found[lang].setdefault(name.casefold(), {})[place.called(OTHER[lang])] = 1.0
    for short in tables.abbreviations:
        add(short.english, short.dutch, 1.0, 1.0)
    for lang in LANGUAGES:
        # A short form that is also a word ("op", "us", "it") counts only in its own capitals.
        for form, meanings in short_forms(tables)[lang].items():
            found[lang].setdefault(form.casefold(), ranked(meanings))
    for informal in tables.colloquials:
        terms = found[informal.lang]
        for rank, standard in enumerate(informal.standard):
            slot = terms.setdefault(informal.informal.casefold(), {})
            for equivalent, weight in list(terms.get(standard.casefold(), {}).items()):
                slot.setdefault(equivalent, weight * RANKS[min(rank, 4)])
    for terms in found.values():
        for empty in [term for term, options in terms.items() if not options]:
            del terms[empty]
        for options in terms.values():
            best = max(options.values())
            if FUNCTION_WEIGHT < best < 1.0:
                for option in options:
                    options[option] /= best
    return found


def verb_meanings(tables: Tables) -> dict[str, frozenset[str]]:
    """English verbs -> what they are in Dutch as verbs."""
    return {entry.english: frozenset(entry.dutch) for entry in tables.entries if entry.kind == "v"}


def dutch_kinds(tables: Tables) -> Kinds:
    """Which Dutch words are verbs, and which nouns and never verbs."""
    verbs = {dutch for entry in tables.entries if entry.kind == "v" for dutch in entry.dutch}
    nouns = {dutch for entry in tables.entries if entry.kind == "n" for dutch in entry.dutch}
    nouns.update(term for concept in tables.concepts for term in concept.dutch)
    return Kinds(
        frozenset(word.casefold() for word in verbs),
        frozenset(word.casefold() for word in nouns - verbs),
    )


def is_short(name: str) -> bool:
    """Whether a country's name is an abbreviation: VS and US, which vs and us are not."""
    return name.isupper() and len(name) <= 3


def _name_pairs(country: Country) -> list[tuple[str, str]]:
    pairs = [*country.languages]
    for dutch, english in (
        (country.names_nl, country.names_en),
        (country.adjectives_nl, country.adjectives_en),
        (country.inhabitants_nl, country.inhabitants_en),
    ):
        pairs.extend((name, english[0]) for name in dutch if not is_short(name))
        pairs.extend((dutch[0], name) for name in english if not is_short(name))
    return pairs


def short_forms(tables: Tables) -> dict[Language, dict[str, tuple[str, ...]]]:
    """Short forms as written (VAF, US, btw) -> what they are in the other language."""
    found: dict[Language, dict[str, tuple[str, ...]]] = {"nl": {}, "en": {}}
    for lang in LANGUAGES:
        other = OTHER[lang]
        for short in tables.abbreviations:
            known = found[lang].get(short.short(lang), ())
            found[lang][short.short(lang)] = (*known, short.short(other), short.expansion(other))
        for country in tables.countries:
            for name in country.names(lang):
                if is_short(name):
                    found[lang][name] = country.names(other)[:2]
    return found


def synonyms(tables: Tables) -> dict[Language, dict[str, tuple[str, ...]]]:
    """Every term -> the other terms for the same thing in its own language."""
    found: dict[Language, dict[str, tuple[str, ...]]] = {"nl": {}, "en": {}}
    for lang in LANGUAGES:
        groups = [concept.terms(lang) for concept in tables.concepts]
        groups.extend((item.expansion(lang), item.short(lang)) for item in tables.abbreviations)
        groups.extend(country.names(lang) for country in tables.countries)
        known = found[lang]
        for group in groups:
            for term in group:
                key = term.casefold()
                others = (other for other in group if other.casefold() != key)
                known[key] = tuple(dict.fromkeys((*known.get(key, ()), *others)))
        for item in tables.colloquials:
            if item.lang == lang:
                key = item.informal.casefold()
                known[key] = tuple(dict.fromkeys((*item.standard, *known.get(key, ()))))
    return found


def function_terms(tables: Tables) -> dict[Language, frozenset[str]]:
    """Articles, pronouns, prepositions and the like; Dutch particles only when nothing else."""
    inside = [entry for entry in tables.entries if entry.kind in FUNCTION_KINDS]
    # A particle gives way ("vrij" is free before it is quite), a pronoun does not ("haar" is hers).
    content = {
        dutch for entry in tables.entries if entry.kind in ("n", "v", "a") for dutch in entry.dutch
    }
    return {
        "en": frozenset(entry.english for entry in inside),
        "nl": frozenset(
            dutch
            for entry in inside
            for dutch in entry.dutch
            if not (entry.kind == "part" and dutch in content)
        ),
    }


def phrases(known: Equivalents) -> dict[Language, frozenset[str]]:
    """The entries of more than one word."""
    return {lang: frozenset(term for term in known[lang] if " " in term) for lang in LANGUAGES}


def lemmatised(
    known: Equivalents,
    lemmas: Callable[[str, Language], tuple[str, ...]],
    names: frozenset[str],
) -> dict[Language, dict[str, str]]:
    """Phrases as they stand and with every word in its dictionary form, beeldend kunst -> the
    entry. ``lemmas`` gives the dictionary forms of a word, the likeliest first; ``names``, in small
    letters, have no other form."""
    found: dict[Language, dict[str, str]] = {"nl": {}, "en": {}}
    for lang, entries in phrases(known).items():
        for phrase in entries - names:
            words = (
                word if word in known[lang] else (lemmas(word, lang) or (word,))[0]
                for word in phrase.split()
            )
            found[lang].setdefault(" ".join(words), phrase)
        found[lang].update((phrase, phrase) for phrase in entries)
    return found


def single_words(terms: Iterable[str]) -> frozenset[str]:
    """The terms of one word."""
    return frozenset(term for term in terms if " " not in term)


def words_of(terms: Iterable[str]) -> frozenset[str]:
    """Every word of the terms."""
    return frozenset(word for term in terms for word in term.split())


def phrase_words(
    known: dict[Language, frozenset[str]],
    others: dict[Language, dict[str, tuple[str, ...]]],
) -> dict[Language, frozenset[str]]:
    """Every word of the entries, and of the words for disciplines, of more than one word."""
    return {
        lang: words_of(term for term in (*known[lang], *others[lang]) if " " in term)
        for lang in LANGUAGES
    }


def compound_parts(tables: Tables) -> dict[str, bool]:
    """Dutch words that compounds are made of -> whether a noun; the shortest only as nouns."""
    nouns = {dutch for entry in tables.entries if entry.kind == "n" for dutch in entry.dutch}
    nouns.update(term for concept in tables.concepts for term in concept.dutch)
    others = {
        dutch for entry in tables.entries if entry.kind in ("v", "a") for dutch in entry.dutch
    }
    return {
        term.casefold(): term in nouns
        for term in nouns | others
        if " " not in term and len(term) >= (3 if term in nouns else 4) and term not in _SUFFIXES
    }


def country_words(tables: Tables) -> dict[Language, dict[str, Country]]:
    """Names, adjectives, inhabitants and places -> their country; short forms keep capitals. What
    several countries have, or is also a word or borne by people, leads to none."""
    found: dict[Language, dict[str, Country]] = {"nl": {}, "en": {}}
    for lang in LANGUAGES:
        for country in tables.countries:
            for word in (
                *country.names(lang),
                *country.adjectives(lang),
                *country.inhabitants(lang),
            ):
                found[lang].setdefault(word if is_short(word) else word.casefold(), country)
    codes = {country.iso2: country for country in tables.countries}
    for place in tables.gazetteer.places:
        if place.country in codes:
            for lang in LANGUAGES:
                for name in place.said(lang):
                    found[lang].setdefault(name.casefold(), codes[place.country])
    return found


def discipline_words(tables: Tables) -> dict[Language, dict[str, tuple[str, ...]]]:
    """Words -> the keys of the disciplines they point to, in the order of the table."""
    found: dict[Language, dict[str, tuple[str, ...]]] = {"nl": {}, "en": {}}
    for lang in LANGUAGES:
        for discipline in tables.disciplines:
            for word in discipline.words(lang):
                known = found[lang].get(word.casefold(), ())
                if discipline.key not in known:
                    found[lang][word.casefold()] = (*known, discipline.key)
    return found


def longest_known(words: Sequence[str], known: Callable[[str], bool]) -> list[str]:
    """The words with the longest known phrases among them joined, left to right."""
    segments: list[str] = []
    position = 0
    while position < len(words):
        length = min(LONGEST_PHRASE, len(words) - position)
        while length > 1 and not known(" ".join(words[position : position + length])):
            length -= 1
        segments.append(" ".join(words[position : position + length]))
        position += length
    return segments
