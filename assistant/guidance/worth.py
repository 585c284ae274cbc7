"""What a statement of a fiche is worth for a question, and for whom it is not."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assistant.extracting.dates import years as years_in
from assistant.guidance.concluding import beyond
from assistant.guidance.country_names import plain
from assistant.guidance.fiches import Fiches
from assistant.guidance.fitting import closeness, is_theirs
from assistant.guidance.limits import quantities
from assistant.guidance.needs import load_needs
from assistant.guidance.scope import HOME, Scope
from assistant.guidance.settings import GuidanceSettings
from indexing.analysis import stop_words
from indexing.passage import Passage
from indexing.tokenising import folded, tokens

Terms = Callable[[str, str], list[str]]

_ASIDE = re.compile(r"\([^)]*\)")
_UNION = re.compile(r"\b(?:EU|EER|EEA)\b")
_EMPTY = stop_words("nl") | stop_words("en")


@dataclass(frozen=True, slots=True)
class Sought:
    """What statements are selected for: a question's scope, its text, the reader's language.

    ``words`` is the part of the text whose words count; empty when only the scope does. ``asked``
    is what the question itself asks, without what was spoken of before it.
    ``particular`` tells that one certain thing is asked for, a name, a date or one of several.
    """

    scope: Scope
    text: str
    lang: str
    today: date
    words: str = ""
    particular: bool = False
    asked: str = ""


class Worth:
    """Weighs statements of the fiches of one index."""

    def __init__(
        self,
        fiches: Fiches,
        settings: GuidanceSettings,
        terms: Terms,
        frequency: Callable[[str], int],
        passages: int,
        places: Callable[[str], tuple[tuple[int, int, str], ...]],
        country_names: frozenset[str],
    ) -> None:
        self._fiches = fiches
        self._settings = settings
        self._terms = terms
        self._frequency = frequency
        self._passages = max(2, passages)
        self._places = places
        self._country_names = country_names
        self._needs = load_needs()

    def groups(self, sought: Sought) -> frozenset[str]:
        """The groups of people that who asks belongs to."""
        return self._needs.groups_of(sought.text)

    def disciplines(self, sought: Sought) -> frozenset[str]:
        """The disciplines of who asks, else those that the words of the question go with."""
        told = frozenset(sought.scope.disciplines)
        return told or self._needs.disciplines_of(sought.text)

    def of(
        self,
        passage: Passage,
        sought: Sought,
        asked: frozenset[str],
        words: dict[str, float],
    ) -> float | None:
        """What a statement is worth for the question; None when it is for other people."""
        settings = self._settings
        if self._of_another_country(passage, sought.scope):
            return None
        annotated = self._fiches.annotated(passage)
        own = self.disciplines(sought)
        score = self._aged_and_worded(passage, sought, words)
        score -= settings.need_beyond * beyond(passage.text, quantities(sought.text))
        said = self._needs.groups_said(passage.text)
        for group in self._needs.groups:
            if group.key not in said or (group.key in asked and group.against in asked):
                continue
            both = group.against in said
            if group.key in asked:
                # What few ask for comes first (:meth:`ahead`), and makes nothing else worth less.
                score += 0.0 if group.rare else settings.need_group / (1 + 4 * both)
            elif (group.against in asked and not both) or (group.rare and not both):
                return None
        if annotated:
            return score + settings.need_close * closeness(passage.annotation, sought.scope, own)
        return score - settings.need_other_discipline * self.for_others(passage, own)

    def _aged_and_worded(self, passage: Passage, sought: Sought, words: dict[str, float]) -> float:
        """What its age takes from a statement, and what the words of the question that it holds
        add."""
        settings = self._settings
        score = -settings.need_old if self._old(passage, sought.today) else 0.0
        held = frozenset(self._terms(passage.text, passage.language))
        total = sum(words.values())
        if total:
            score += settings.need_words * sum(w for t, w in words.items() if t in held) / total
        return score

    def _of_another_country(self, passage: Passage, scope: Scope) -> bool:
        """Whether a statement of a general fiche is on another country than the one asked for."""
        told = scope.visitors if scope.incoming else scope.countries
        if not told or self._fiches.of_country(passage):
            return False
        text = _ASIDE.sub("", passage.text)  # where a source comes from stands there
        if _UNION.search(text):
            return False  # "the EU and Switzerland" is said of all of them
        named = self._countries_of(text)
        return bool(named) and not named & set(told)

    def ahead(self, passage: Passage, sought: Sought, asked: frozenset[str]) -> float:
        """What puts a statement before others without making them worth less: that it is on what
        few ask for, decides for just who asks, or that a general fiche names the very country."""
        settings = self._settings
        said = self._needs.groups_said(passage.text)
        rare = any(
            group.rare and group.key in asked and group.key in said for group in self._needs.groups
        )
        rare = rare or is_theirs(passage.annotation, sought.scope)
        country = self._of_the_very_country(passage, sought.scope)
        return settings.need_group * rare + settings.need_very_country * country

    def _of_the_very_country(self, passage: Passage, scope: Scope) -> bool:
        """Whether a statement of a general fiche names the country that is asked for."""
        told = set(scope.visitors if scope.incoming else scope.countries)
        of_country = not told or self._fiches.of_country(passage)
        text = _ASIDE.sub("", passage.text)
        if of_country or _UNION.search(text):
            return False
        return bool(self._countries_of(text) & told)

    def _countries_of(self, text: str) -> set[str]:
        """The countries that a text names by their names, without this one."""
        return {
            code
            for start, end, code in self._places(text)
            if plain(text[start:end]) in self._country_names
        } - {HOME}

    def for_others(self, passage: Passage, own: frozenset[str]) -> bool:
        """Whether a statement is for other disciplines than those of who asks."""
        marks = self._needs.disciplines_of(passage.text)
        return bool(own and marks) and not marks & own

    def _old(self, passage: Passage, today: date) -> bool:
        """Whether every fact that carries a statement is known to be old."""
        years = [
            max(found) if (found := years_in(origin.as_of)) else today.year
            for part in passage.parts
            for origin in part.provenance
        ]
        return bool(years) and max(years) < today.year - self._settings.need_years

    def words(self, sought: Sought) -> dict[str, float]:
        """The terms of the question with their rarity."""
        places = {folded(sought.words[start:end]) for start, end, _ in self._places(sought.words)}
        kept = [
            word
            for word in tokens(sought.words)
            if folded(word) not in _EMPTY and folded(word) not in places
        ]
        return {
            term: math.log(self._passages / count)
            for word in kept
            for term in self._terms(word, sought.lang)
            if 0 < (count := self._frequency(term)) < self._passages
        }
