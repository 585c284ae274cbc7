"""Passages that open a section whose heading asks what something is ("What is a cluster?")."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from assistant.extracting.asked import Asked, Candidate
from assistant.understanding.answer_kind import AnswerKind, answer_kind
from indexing.passage import Passage

HEADED_FIT = 1.0
"""How far what opens such a section says what its subject is, whatever its form."""
_THERE = 0.3  # strength from which a concept stands in the heading
_REACH = 40  # passages of a section that are gone back over


def openings(
    candidates: Collection[Candidate], passages: Callable[[str, int, int], tuple[Passage, ...]]
) -> list[Candidate]:
    """The opening passages of the sections of ``candidates`` whose heading asks what something is.

    ``passages`` gives a document's passages from one ordinal to another.
    """
    found: dict[str, Candidate] = {}
    for candidate in candidates:
        passage = candidate.passage
        if not _asks(passage):
            continue
        first = passage
        before = passages(passage.document, max(0, passage.ordinal - _REACH), passage.ordinal - 1)
        for one in reversed(before if passage.ordinal else ()):
            if one.section != passage.section:
                break
            first = one
        found.setdefault(first.id, replace(candidate, passage=first, opens=True))
    return list(found.values())


def headed(asked: Asked, candidate: Candidate, above: Sequence[float]) -> bool:
    """Whether the heading of a candidate that opens its section asks for just what is asked;
    ``above`` is how surely each concept of the question stands in that heading."""
    own = [
        strength
        for concept, strength in zip(asked.concepts, above, strict=True)
        if not concept.frame and concept.origin == "own"
    ]
    return candidate.opens and bool(own) and min(own) >= _THERE


def _asks(passage: Passage) -> bool:
    heading = passage.section[-1] if passage.section else ""
    return heading.rstrip().endswith("?") and answer_kind(heading) is AnswerKind.DEFINITION
