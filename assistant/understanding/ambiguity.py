"""A bare question ("Wat is het budget?") that several places answer differently."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.extracting.concepts import Concept
from assistant.understanding.answer_kind import AnswerKind

_ONE_THING = (
    AnswerKind.SHARE,
    AnswerKind.AMOUNT,
    AnswerKind.COUNT,
    AnswerKind.FIGURE,
    AnswerKind.DATE,
    AnswerKind.PERSON,
    AnswerKind.PLACE,
)
_MOST_CHOICES = 4


def is_bare(kind: AnswerKind, concepts: Sequence[Concept], points: bool) -> bool:
    """Whether a question asks for one thing without saying of what.

    Nothing but a common word or two halves of one is left when names, numbers and frames are
    taken away.
    """
    if points or kind not in _ONE_THING:
        return False
    said = [concept for concept in concepts if not concept.frame]
    return len(said) <= 1 and not any(concept.name for concept in said)


def choices(places: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The readings to offer, from (document title, heading) pairs in order of fitness.

    Empty when all lead to the same place: then there is nothing to choose.
    """
    distinct = tuple(
        dict.fromkeys(f"{heading} — {title}" if heading else title for title, heading in places)
    )
    return distinct[:_MOST_CHOICES] if len(distinct) > 1 else ()
