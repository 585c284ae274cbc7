"""Other forms of a word, and how they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from assistant.extracting.numbers import NUMBER_WORDS
from indexing.tokenising import folded

if TYPE_CHECKING:
    from assistant.extracting.concept import Concept

_DUTCH_PREFIXES = ("ver", "be", "ge", "her", "ont", "op", "uit", "in", "af", "aan")
_SHORTEST_FAMILY = 5
_ARTICLES = frozenset({"de", "het", "een", "the", "a", "an"})
_LARGEST_WRITTEN = 20
_SHORTEST_PARTICIPLE = 4
CALLED = 0.8
"""What the short name of a thing is worth for the thing ("Arkimedes" for "Arkimedesfonds")."""


@dataclass(frozen=True, slots=True)
class Form:
    """A way to say a concept: terms that must all be there, and how surely it means the same."""

    terms: tuple[str, ...]
    weight: float


def as_written(word: str) -> tuple[str, ...]:
    """Other ways to write a small number: "vijf", "5", "five"."""
    value = NUMBER_WORDS.get(word) or (int(word) if word.isdecimal() and len(word) < 3 else 0)
    if not 2 <= value <= _LARGEST_WRITTEN:
        return ()
    return (str(value), *(name for name, number in NUMBER_WORDS.items() if number == value))


def prefixed(stem: str) -> Iterator[str]:
    """Dutch stems of the same family: "spreid" for "verspreid" and the other way round."""
    for prefix in _DUTCH_PREFIXES:
        shortest = _SHORTEST_PARTICIPLE if prefix == "ge" else _SHORTEST_FAMILY
        if stem.startswith(prefix) and len(stem) - len(prefix) >= shortest:
            yield stem[len(prefix) :]
        elif len(stem) >= shortest:
            yield prefix + stem


def put(forms: dict[tuple[str, ...], float], terms: tuple[str, ...], weight: float) -> None:
    """Keep the highest weight of a form; a form without terms says nothing."""
    if terms and forms.get(terms, 0.0) < weight:
        forms[terms] = weight


def with_alternatives(
    concepts: tuple[Concept, ...], words: list[str], lang: str
) -> tuple[Concept, ...]:
    """ "Een exportbureau of exportkantoor": either word stands for the other.

    English "of" is no Dutch "of".
    """
    either = "of" if lang == "nl" else "or"
    paired: dict[str, tuple[str, ...]] = {}
    names = {concept.surface for concept in concepts if concept.name}
    for at, link in enumerate(words[:-1]):
        if folded(link) != either or not at:
            continue
        first, second = (words[at - 1],), _opening(words[at + 1 :], names)
        for one, other in ((first, second), (second, first)):
            paired.update(dict.fromkeys(one, other))
    known = {concept.surface: concept for concept in concepts}
    found = []
    for concept in concepts:
        others = [known[word] for word in paired.get(concept.surface, ()) if word in known]
        if others and len(concept.surface) > 2:
            forms = {
                code: (
                    *options,
                    *(Form(terms, weight * CALLED) for terms, weight in _joined(others, code)),
                )
                for code, options in concept.forms.items()
            }
            concept = replace(concept, forms=forms)
        found.append(concept)
    return tuple(found)


def _opening(words: list[str], names: set[str]) -> tuple[str, ...]:
    """The word that words open with, without an article; of a name all its words."""
    rest = words[1:] if len(words) > 1 and folded(words[0]) in _ARTICLES else words
    name = tuple(takewhile(names.__contains__, rest))
    return name or tuple(rest[:1])


def _joined(concepts: list[Concept], code: str) -> tuple[tuple[tuple[str, ...], float], ...]:
    """The forms of several concepts together: of more than one, the surest of each."""
    if len(concepts) == 1:
        return tuple((form.terms, form.weight) for form in concepts[0].forms.get(code, ()))
    surest = [concept.forms[code][0] for concept in concepts if concept.forms.get(code)]
    if len(surest) < len(concepts):
        return ()
    terms = tuple(term for form in surest for term in form.terms)
    return ((terms, min(form.weight for form in surest)),)
