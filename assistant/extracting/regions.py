"""Words for where somebody comes from, and what the documents may say instead of them."""

from __future__ import annotations

import re

from assistant.words import region_countries
from corpus.vocabulary import Language, Vocabulary
from indexing.tokenising import folded

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
