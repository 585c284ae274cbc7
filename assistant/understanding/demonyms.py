"""Words for a country before what is at home there: "the Dutch film fund" need not call itself
Dutch."""

from __future__ import annotations

import re

from corpus.vocabulary import Language, Vocabulary
from indexing.tokenising import folded

_AT_HOME = re.compile(
    r"\b(?P<word>[^\W\d_]{4,})(?=\s(?:[\w'’&-]+\s){0,3}?"
    r"(?:\w*(?:fonds|vereniging|stichting|regeling|reglement|raad|bond|federatie|genootschap"
    r"|organisatie|instelling|instituut|academie|agentschap|ministerie|wet|decreet|subsidie|beurs"
    r"|netwerk|vzw|koepel|bibliotheek|bibliotheken|museum|musea)"
    r"|funds?|associations?|foundations?|schemes?|regulations?|councils?|unions?|federations?"
    r"|societ(?:y|ies)|organi[sz]ations?|institut(?:e|ion)s?|academ(?:y|ies)|agenc(?:y|ies)"
    r"|ministr(?:y|ies)|acts?|laws?|decrees?|grants?|networks?|librar(?:y|ies)|museums?"
    r"|programmes?)\b)",
    re.IGNORECASE,
)
_SPOKEN: dict[str, Language] = {"Dutch": "nl", "English": "en"}


def at_home(text: str, lang: Language, vocabulary: Vocabulary) -> dict[str, Language]:
    """The words (folded) of a question that say of which country something is, each with the
    language of the texts that need not say it."""
    found: dict[str, Language] = {}
    for match in _AT_HOME.finditer(text):
        word = folded(match["word"])
        country = vocabulary.country(word, lang)
        forms = {word, *vocabulary.lemmas(word, lang)}
        if country is None or forms.isdisjoint(map(folded, country.adjectives(lang))):
            continue
        spoken = [_SPOKEN[name] for _, name in country.languages if name in _SPOKEN]
        if spoken:
            found[word] = spoken[0]
    return found
