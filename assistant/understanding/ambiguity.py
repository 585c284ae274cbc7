"""A bare question ("Wat is het budget?") that several places answer differently."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.extracting.concept import Concept
from assistant.understanding.answer_kind import AnswerKind
from assistant.understanding.slots import at_end

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


def choices(question: str, places: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The questions to offer: ``question`` about each of the places that answer it.

    Args:
        question: the bare question, as it was asked.
        places: (document title, heading) pairs in order of fitness.

    Empty when all lead to the same place: then there is nothing to choose.
    """
    distinct = dict.fromkeys(
        # A heading that is a question itself tells nothing of what is asked of.
        ", ".join(said for said in (heading, title) if said and not said.endswith("?"))
        for title, heading in places
    )
    offered = tuple(at_end(question, f"({place})") for place in list(distinct)[:_MOST_CHOICES])
    return offered if len(offered) > 1 else ()
