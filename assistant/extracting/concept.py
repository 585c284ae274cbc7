"""Something that a question is about, and how surely a text holds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.extracting.forms import Form

DERIVED = 0.55  # "digitaal" for "digitalisering": the same stem, another word
_SURE_WORD = 0.5
_OPENS = 6  # letters of a stem with which other words of its family begin
_OPENING_SHARE = 0.7
TOLD = "told"
"""The origin of words that are told beside a question."""


@dataclass(frozen=True)
class Concept:
    """Something a question is about.

    ``weight`` grows with its rarity in the corpus; ``forms`` are its index terms by language;
    ``known`` tells that the corpus has one of them; ``name`` that it is written as a name;
    ``frame`` that it frames the question only; ``place`` that it is a place or its
    people; ``origin`` is ``own``, ``context``, ``referent`` or ``told``; ``home`` is the language
    of texts that need not say it, empty for most.
    """

    surface: str
    weight: float
    forms: dict[str, tuple[Form, ...]]
    prefixes: dict[str, str]
    known: bool
    name: bool = False
    frame: bool = False
    place: bool = False
    origin: str = "own"
    idf: float = 0.0
    home: str = ""

    @cached_property
    def _by_term(self) -> dict[str, tuple[dict[str, float], tuple[Form, ...]]]:
        """Per language: what each one-term form is worth, the worthiest first, and the forms of
        several terms."""
        found = {}
        for lang, forms in self.forms.items():
            single: dict[str, float] = {}
            for form in sorted(forms, key=lambda form: -form.weight):
                if len(form.terms) == 1:
                    single.setdefault(form.terms[0], form.weight)
            found[lang] = single, tuple(form for form in forms if len(form.terms) > 1)
        return found

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        return {
            lang: frozenset(
                form.terms[0]
                for form in forms
                if len(form.terms) == 1 and form.weight >= _SURE_WORD
            )
            for lang, forms in self.forms.items()
        }

    def words(self, lang: str) -> frozenset[str]:
        """The index terms that by themselves say the concept in a language, quite surely."""
        return self._words.get(lang, frozenset())

    def strength(self, terms: frozenset[str], lang: str) -> float:
        """How surely ``terms`` (of a text in ``lang``) hold this concept, 0 to 1."""
        code = lang if lang in self.forms else "nl"
        single, several = self._by_term[code]
        best = 0.0
        if not single.keys().isdisjoint(terms):
            for term, weight in single.items():
                if term in terms:
                    best = weight
                    break
        for form in several:
            if form.weight > best and terms.issuperset(form.terms):
                best = form.weight
        if best < DERIVED:
            prefix = self.prefixes.get(code, "")
            # Terms have no spaces: looked for in one text that takes a third of the time.
            if prefix and f" {prefix}" in f" {' '.join(terms)}":
                return DERIVED
        return best


def opening(stem: str) -> str:
    """What words of the same family as a stem begin with ("internation"); empty for a short one and
    for several words."""
    if len(stem) < _OPENS or " " in stem:
        return ""
    return stem[: max(_OPENS, round(len(stem) * _OPENING_SHARE))]


def eased(setting: tuple[Concept, ...], own: float) -> tuple[Concept, ...]:
    """The words of the setting: the more a part says itself (``own``, in weight), the less they
    count, down to half. A name stays what it is about."""
    total = sum(concept.weight for concept in setting) or 1.0
    share = 1.0 - 0.5 * min(1.0, own / total)
    return tuple(
        concept if concept.name else replace(concept, weight=concept.weight * share)
        for concept in setting
    )


def to_be_held(concepts: Iterable[Concept], told_missed: float) -> float:
    """The weight that is all of a question. Words told beside it, which only frame it, take
    ``told_missed`` of theirs; a statement of a fiche is whole in itself, and has to hold them."""
    return (
        sum(
            concept.weight * (told_missed if concept.origin == TOLD and concept.frame else 1.0)
            for concept in concepts
        )
        or 1.0
    )
