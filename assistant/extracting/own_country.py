"""The country that a text need not say: the one whose language it is in."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.vocabulary import Country, Language, Vocabulary

_REMEMBERED = 512  # questions, each with the languages of the texts that it is weighed for
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SPOKEN: dict[str, str] = {"nl": "Dutch", "en": "English"}


@lru_cache(maxsize=_REMEMBERED)
def own_country(question: str, asked: Language, told: str) -> frozenset[str]:
    """The words of a question in the language ``asked``, lower case, that name a country where
    people speak that of a text (``told``): who asks from elsewhere says it ("the Dutch register",
    "in het Verenigd Koninkrijk"), the text does not."""
    spoken = _SPOKEN.get(told)
    if spoken is None:
        return frozenset()
    vocabulary = Vocabulary.load()
    said = question.lower()
    found: set[str] = set()
    for match in _WORD.finditer(question):
        country = vocabulary.country(match.group(), asked)
        if country is not None and _speaks(country, spoken):
            found.add(match.group().lower())
    for country in vocabulary.countries:
        if _speaks(country, spoken):
            names = (name.lower() for name in (*country.names_nl, *country.names_en))
            found.update(*(name.split() for name in names if " " in name and name in said))
    return frozenset(found)


def _speaks(country: Country, language: str) -> bool:
    return any(name == language for _, name in country.languages)
