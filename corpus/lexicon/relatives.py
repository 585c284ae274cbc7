"""Words that may stand in each other's place: what shares a meaning, and what the thesaurus has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from corpus.lexicon.settings import ByWaySettings
from corpus.lexicon.thesaurus import Thesaurus

# How far words that share a meaning are looked for: meanings, words for each, least weight.
_MEANINGS = 3
_WORDS_A_MEANING = 5
_RELATED = 0.5
_BY_WAY = ByWaySettings()


@dataclass(frozen=True, slots=True)
class Translation:
    """An equivalent in the other language; `weight` is in (0, 1], 1 for the most likely."""

    term: str
    weight: float


def there_and_back(
    meanings: Iterable[Translation], back: Callable[[str], Iterable[Translation]]
) -> dict[str, float]:
    """What a term's ``meanings`` in the other language are in its own, with the weight of both;
    words before phrases. ``back`` translates such a meaning."""
    found: dict[str, float] = {}
    for meaning in sorted(meanings, key=lambda one: " " in one.term)[:_MEANINGS]:
        for term in tuple(back(meaning.term))[:_WORDS_A_MEANING]:
            weight = meaning.weight * term.weight
            if weight >= _RELATED:
                found[term.term] = max(found.get(term.term, 0.0), weight)
    return found


def by_way_of_dutch(
    english: str,
    meanings: Mapping[str, float],
    thesaurus: Thesaurus,
    back: Mapping[str, Mapping[str, float]],
) -> dict[str, float]:
    """What may stand in the place of an English word (lower case), with its worth from 0 to 1: in
    English, the synonyms of what it is in Dutch.

    ``meanings`` are its Dutch equivalents with their weights, ``back`` the English ones of every
    Dutch entry. Only entries take part, so that nothing is put together from parts.
    """
    found: dict[str, float] = {}
    surest = sorted(meanings.items(), key=lambda pair: -pair[1])[: _BY_WAY.meanings]
    for meaning, weight in surest:
        if weight < _BY_WAY.least_meaning:
            break
        for synonym, worth in thesaurus.near((meaning.casefold(),)).items():
            if worth < _BY_WAY.least_synonym:
                continue
            known = back.get(synonym.casefold(), {})
            for word in sorted(known, key=lambda word: -known[word])[: _BY_WAY.words_back]:
                value = weight * worth * known[word] * _BY_WAY.worth
                if value >= _BY_WAY.least and word.casefold() != english:
                    found[word] = max(found.get(word, 0.0), value)
    return found


def joined(*kinds: Mapping[str, float]) -> dict[str, float]:
    """Words with the greatest worth that any of ``kinds`` gives them."""
    found: dict[str, float] = {}
    for kind in kinds:
        for word, worth in kind.items():
            found[word] = max(found.get(word, 0.0), worth)
    return found
