"""Whether words that stand together in the question stand together in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.extracting.concept import Concept
from assistant.extracting.evidence import Unit

_REACH = 3  # terms between two words that still stand together


def together(
    concepts: Sequence[Concept], unit: Unit, lang: str, strengths: Sequence[float]
) -> float:
    """The share (0 to 1) of neighbouring question words that are neighbours in the unit too.

    ``strengths`` tell how surely the unit holds each concept; 0 for one that it lacks.
    """
    if len(concepts) < 2:
        return 0.0
    close = 0
    before: Sequence[int] = ()
    for number, concept in enumerate(concepts):
        beside = strengths[number] and (
            (number and strengths[number - 1])
            or (number + 1 < len(strengths) and strengths[number + 1])
        )
        places = _places(concept, unit, lang) if beside else ()
        if any(abs(a - b) <= _REACH for a in before for b in places):
            close += 1
        before = places
    return close / (len(concepts) - 1)


def _places(concept: Concept, unit: Unit, lang: str) -> list[int]:
    wanted = concept.words(lang)
    return [place for place, term in enumerate(unit.sequence) if term in wanted]
