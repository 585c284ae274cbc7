"""What is told beside a question ("we lost our hall in a fire. How fast does the fund decide?"): it
is looked for as well, the more the less the question says itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.answering_settings import AnsweringSettings
from assistant.extracting.concept import TOLD, Concept
from indexing.retriever import Retrieval
from indexing.tokenising import folded, tokens

_MOST_SAID = 3.5  # what a single word says of a question at most, however rare it is


def retrieved(retrieve: Callable[[str], Retrieval], text: str, told: str) -> Retrieval:
    """What ``retrieve`` finds for a question, and for it together with what is ``told`` beside it;
    the best of each stands first. A question that says it all itself is looked for once."""
    alone = retrieve(text)
    if set(map(folded, tokens(told))) <= set(map(folded, tokens(text))):
        return alone
    both = retrieve(f"{text} {told}").hits
    hits = {hit.passage.id: hit for hit in alone.hits}
    if both:
        scale = alone.hits[0].score / (both[0].score or 1.0) if alone.hits else 1.0
        for hit in both:
            found = replace(hit, score=hit.score * scale)
            known = hits.setdefault(hit.passage.id, found)
            if known.score < found.score:
                hits[hit.passage.id] = found
    return replace(alone, hits=tuple(sorted(hits.values(), key=lambda hit: -hit.score)))


def with_told(
    said: tuple[Concept, ...],
    told: str,
    read: Callable[..., tuple[Concept, ...]],
    settings: AnsweringSettings,
) -> tuple[Concept, ...]:
    """The concepts of a question, ``said``, and of what is ``told`` beside it, as ``read`` finds
    them.

    Those fill up what the question lacks to say enough, and count for a share of it in any case.
    Where they count for less than the question itself they only frame it.
    """
    if not told:
        return said
    known = frozenset(folded(concept.surface) for concept in said)
    beside = read(told, origin=TOLD, known=known)
    own = sum(min(_MOST_SAID, concept.weight) for concept in said if not concept.frame)
    total = sum(concept.weight for concept in beside) or 1.0
    room = max(settings.told_enough - own, settings.told_least * own)
    share = min(1.0, room / total)
    return (
        *said,
        *(replace(one, weight=one.weight * share, frame=one.frame or room < own) for one in beside),
    )
