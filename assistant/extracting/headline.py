"""The short answer: the figure, date or name itself, when the evidence leaves no doubt which."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.extracting import dates as date_notation
from assistant.extracting import numbers as number_notation
from assistant.extracting.answer_type import without_literature
from assistant.extracting.concepts import Concept
from assistant.extracting.dates import dates
from assistant.extracting.names import NameKind, names
from assistant.extracting.numbers import Figure, FigureKind, figures
from assistant.understanding.answer_kind import AnswerKind

_CLAUSE = re.compile(
    r"[;:]|,\s(?:en|and|maar|but|terwijl|while|tegen|whereas)\b|\s(?:en|and)\s(?=\d)"
)
_NEAR = 90  # characters: further away a figure belongs to something else


@dataclass(frozen=True, slots=True)
class Headline:
    """The short answer as it stands in the text, and in the notation of the reader's language."""

    surface: str
    text: str
    start: int
    end: int
    value: float | None = None


def headline(
    kind: AnswerKind,
    text: str,
    concepts: tuple[Concept, ...],
    lang: str,
    claimed: frozenset[str] = frozenset(),
) -> Headline | None:
    """The thing of the wanted kind in ``text`` nearest the question's words; None when unsure.

    ``claimed`` are surfaces that the question itself gives (lower case): they are no answer.
    """
    clean = without_literature(text)
    if kind.numeric:
        return _figure(kind, clean, concepts, lang, claimed)
    if kind is AnswerKind.DATE:
        found = [item for item in dates(clean) if item.surface.lower() not in claimed]
        best = _nearest([(item.start, item.end) for item in found], clean, concepts)
        if best is None:
            return None
        item = found[best]
        return Headline(
            item.surface, date_notation.localised(item.surface, lang), item.start, item.end
        )
    if kind is AnswerKind.PERSON:
        people = [
            item
            for item in names(clean)
            if item.kind is NameKind.PERSON and item.surface.lower() not in claimed
        ]
        if len(people) == 1:
            person = people[0]
            return Headline(person.surface, person.surface, person.start, person.end)
    return None


def _figure(
    kind: AnswerKind,
    text: str,
    concepts: tuple[Concept, ...],
    lang: str,
    claimed: frozenset[str],
) -> Headline | None:
    wanted = _wanted(kind, figures(text))
    wanted = [figure for figure in wanted if figure.surface.lower() not in claimed]
    best = _nearest([(figure.start, figure.end) for figure in wanted], text, concepts)
    if best is None:
        return None
    figure = wanted[best]
    return Headline(
        figure.surface,
        number_notation.localised(figure.surface, lang),
        figure.start,
        figure.end,
        figure.value,
    )


def _wanted(kind: AnswerKind, found: tuple[Figure, ...]) -> list[Figure]:
    shares = [f for f in found if f.kind in (FigureKind.PERCENTAGE, FigureKind.FRACTION)]
    amounts = [f for f in found if f.kind is FigureKind.AMOUNT]
    counts = [f for f in found if f.kind is FigureKind.COUNT]
    if kind is AnswerKind.SHARE:
        return shares
    if kind is AnswerKind.AMOUNT:
        return amounts or shares
    if kind is AnswerKind.COUNT:
        return counts or shares
    return shares + amounts + counts


def _nearest(spans: list[tuple[int, int]], text: str, concepts: tuple[Concept, ...]) -> int | None:
    """The span closest to the question's words, weighed by their rarity; None without any near."""
    if not spans:
        return None
    if len(spans) == 1:
        return 0
    places = _concept_places(text, concepts)
    if not places:
        return None
    scores = []
    for start, end in spans:
        score = 0.0
        for place, weight in places:
            distance = max(start - place, place - end, 0)
            between = text[min(end, place) : max(start, place)]
            distance += 60 * len(_CLAUSE.findall(between))
            if distance < 2 * _NEAR:
                score += weight / (1 + distance / 15)
        scores.append(score)
    best = max(range(len(spans)), key=lambda number: scores[number])
    ranked = sorted(scores, reverse=True)
    if ranked[0] <= 0 or (len(ranked) > 1 and ranked[0] < 1.15 * ranked[1]):
        return None
    return best


def _concept_places(text: str, concepts: tuple[Concept, ...]) -> list[tuple[int, float]]:
    """Where words that start like one of the concepts' forms stand."""
    lower = text.lower()
    places = []
    for concept in concepts:
        if concept.frame:
            continue
        stems = {
            form.terms[0]
            for options in concept.forms.values()
            for form in options
            if form.weight >= 0.5 and len(form.terms[0]) > 2
        }
        for stem in stems:
            for match in re.finditer(rf"\b{re.escape(stem)}", lower):
                places.append((match.start(), concept.weight))
    return places
