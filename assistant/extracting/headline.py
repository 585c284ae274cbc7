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
_REACH = 120  # characters: further away a word belongs to something else
_BEFORE = 0.6  # what a word before a figure says about it, against one behind it
_CLEAR = 1.15  # how much more the words of the chosen figure must weigh than the next one's
_LEAST_FORM = 0.4


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
        near = _nearest([(item.start, item.end) for item in people], clean, concepts)
        if near is not None and len(people) == 1 and len(people[0].surface.split()) > 1:
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
    # How long or how large is not told by "the half of them".
    return [f for f in shares if f.kind is FigureKind.PERCENTAGE] + amounts + counts


def _nearest(spans: list[tuple[int, int]], text: str, concepts: tuple[Concept, ...]) -> int | None:
    """The span that the question's words belong to; None when two may be meant.

    A figure's own words are those between it and the figures beside it, within its clause; those
    behind it ("13,7% van de artiesten") say more than those before it.
    """
    if not spans:
        return None
    places = _concept_places(text, concepts)
    if len(spans) == 1:
        start, end = spans[0]
        return 0 if _held(places, start - 2 * _REACH, end + _REACH) > 0 else None
    scores = []
    for number, (start, end) in enumerate(spans):
        before = text[spans[number - 1][1] if number else 0 : start]
        after = text[end : spans[number + 1][0] if number + 1 < len(spans) else len(text)]
        breaks = [match.end() for match in _CLAUSE.finditer(before)]
        first = start - len(before) + (breaks[-1] if breaks else 0)
        stop = _CLAUSE.search(after)
        last = end + (stop.start() if stop else len(after))
        scores.append(
            _held(places, end, min(last, end + _REACH))
            + _BEFORE * _held(places, max(first, start - _REACH), start)
        )
    ranked = sorted(scores, reverse=True)
    if ranked[0] <= 0 or ranked[0] < _CLEAR * ranked[1]:
        return None
    return scores.index(ranked[0])


def _held(places: list[tuple[int, float, str]], first: int, last: int) -> float:
    """The weight of the different question words between two offsets."""
    best: dict[str, float] = {}
    for place, weight, surface in places:
        if first <= place < last:
            best[surface] = max(best.get(surface, 0.0), weight)
    return sum(best.values())


def _concept_places(text: str, concepts: tuple[Concept, ...]) -> list[tuple[int, float, str]]:
    """Where words that start like one of the concepts' forms stand, and what they are worth."""
    lower = text.lower()
    places = []
    for concept in concepts:
        if concept.frame:
            continue
        stems: dict[str, float] = {}
        for options in concept.forms.values():
            for form in options:
                if form.weight >= _LEAST_FORM and len(form.terms[0]) > 2:
                    stems[form.terms[0]] = max(stems.get(form.terms[0], 0.0), form.weight)
        for stem, worth in stems.items():
            for match in re.finditer(rf"\b{re.escape(stem)}", lower):
                places.append((match.start(), concept.weight * worth, concept.surface))
    return places
