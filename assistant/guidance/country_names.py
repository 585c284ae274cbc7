"""What countries and those who live there are called, as people type it."""

from __future__ import annotations

import unicodedata
from itertools import product

from assistant.guidance.disciplines import LANGUAGES
from corpus.vocabulary import Vocabulary, fold

# Endings by which an adjective or the name of an inhabitant is bent ("Duitse", "Poolse").
_ENDINGS = ("", "e", "en", "s", "se")


def country_names(vocabulary: Vocabulary) -> dict[str, tuple[str, bool]]:
    """Names of countries, adjectives and inhabitants, folded: the country, and whether the name is
    one without a capital too."""
    found: dict[str, tuple[str, bool]] = {}
    for country in vocabulary.countries:
        code = country.iso2.lower()
        for lang, ending in product(LANGUAGES, _ENDINGS):
            for word in country.inhabitants(lang):
                found.setdefault(fold(word + ending), (code, False))
    for country in vocabulary.countries:
        code = country.iso2.lower()
        for lang in LANGUAGES:
            for name in country.names(lang):
                found[fold(name).removeprefix("the ")] = (code, True)
            for word in country.adjectives(lang):
                for ending in _ENDINGS if lang == "nl" else ("",):
                    found.setdefault(fold(word + ending), (code, True))
                    if len(word + ending) > 4:
                        found[fold(word + ending)] = (code, True)
    for name, known in list(found.items()):
        for typed in (plain(name), name.replace("-", " ")):  # "haiti", "zuid afrika"
            found.setdefault(typed, known)
    return found


def own_names(vocabulary: Vocabulary) -> frozenset[str]:
    """What countries are called, folded: "in Luxembourg" is in no language."""
    return frozenset(
        fold(name)
        for country in vocabulary.countries
        for lang in LANGUAGES
        for name in country.names(lang)
    )


def country_adjectives(vocabulary: Vocabulary) -> frozenset[str]:
    """Adjectives of countries and names of their inhabitants, folded, as they are bent."""
    return frozenset(
        fold(word + ending)
        for country in vocabulary.countries
        for lang, ending in product(LANGUAGES, _ENDINGS)
        for word in (*country.adjectives(lang), *country.inhabitants(lang))
    )


def plain(name: str) -> str:
    """A name without capitals and accents, as people type it."""
    decomposed = unicodedata.normalize("NFD", fold(name))
    return "".join(char for char in decomposed if not unicodedata.combining(char))
