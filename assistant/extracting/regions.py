"""Words for where somebody comes from, and what the documents may say instead of them."""

from __future__ import annotations

import re

from assistant.words import region_countries
from corpus.vocabulary import Language, Vocabulary
from indexing.tokenising import folded

HOME = "be"
"""The country that is all around (its code)."""

_DEMONYM = re.compile(
    r"vlaam|vlaming|vlaander|flemish|fland|waal|walloon|brussel|europ|belg|nederlandstal"
)
_NEIGHBOUR = re.compile(r"waal|walloon|wallon|brussel|brusel")
_GROUND = re.compile(r"vlaam|flemish|europ|belg|international")
_PEOPLE = re.compile(
    r"(?P<stem>[^\W\d_]{4,}?)(?:ische?|sche?|se|ish|ians?|ans?|ese|que)", re.IGNORECASE
)


def land_of_people(word: str, lang: Language, vocabulary: Vocabulary) -> str:
    """The start that a word for people shares with their land ("bask" of "Baskische"); else "".

    Only of a word that the lexicon knows: "Jonathan" is a name.
    """
    match = _PEOPLE.fullmatch(word)
    if match is None:
        return ""
    if not (vocabulary.knows(word, lang) or vocabulary.lemmas(word, lang)):
        return ""
    return folded(match["stem"])


def countries_of_region(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The countries of a part of the world, in both languages ("African": South Africa ...)."""
    codes = region_countries().get(folded(word))
    if codes is None:
        return ()
    return tuple(
        name
        for country in vocabulary.countries
        if country.iso2.lower() in codes
        for name in (*country.names_nl[:1], *country.names_en[:1])
    )


def may_name(word: str, lang: Language, vocabulary: Vocabulary, *, named: bool) -> bool:
    """Whether a word that looks like a name (``named``) is one: "Vlaamse" and "European" have a
    capital without being one.

    Another country is one, however it is written: what holds there need not hold elsewhere.
    """
    country = vocabulary.country(word, lang)
    if country is None and countries_of_region(word, vocabulary):
        return False
    if country is not None:
        return country.iso2.lower() != HOME
    return named and not _DEMONYM.match(folded(word))


def says_where(word: str, lang: Language, vocabulary: Vocabulary) -> bool:
    """Whether a word says where: what holds elsewhere is no answer. Not what is all around."""
    country = vocabulary.country(word, lang)
    if country is not None:
        return country.iso2.lower() != HOME
    return bool(
        _NEIGHBOUR.match(folded(word)) or countries_of_region(word, vocabulary)
    ) and not _GROUND.match(folded(word))


def comes_from(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word says where somebody or something comes from, what is all around included
    ("Belgian", "Flemish", "European")."""
    return bool(
        _DEMONYM.match(folded(word))
        or vocabulary.country(word, "nl")
        or vocabulary.country(word, "en")
        or countries_of_region(word, vocabulary)
    )
