"""Other forms of a word, and how they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.extracting.numbers import NUMBER_WORDS
from indexing.tokenising import folded

if TYPE_CHECKING:
    from assistant.extracting.concepts import Concept

_DUTCH_PREFIXES = ("ver", "be", "ge", "her", "ont", "op", "uit", "in", "af", "aan")
_SHORTEST_FAMILY = 5
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
    paired: dict[str, str] = {}
    for first, link, second in zip(words, words[1:], words[2:], strict=False):
        if folded(link) == either:
            paired[first], paired[second] = second, first
    known = {concept.surface: concept for concept in concepts}
    found = []
    for concept in concepts:
        other = known.get(paired.get(concept.surface, ""))
        if other is not None and len(concept.surface) > 2:
            forms = {
                code: (
                    *options,
                    *(Form(form.terms, form.weight * CALLED) for form in other.forms.get(code, ())),
                )
                for code, options in concept.forms.items()
            }
            concept = replace(concept, forms=forms)
        found.append(concept)
    return tuple(found)
