"""From weighed sentences to what is shown: the best, what completes it, and no more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.answering_settings import AnsweringSettings
from assistant.extracting.evidence import Weighed
from assistant.extracting.quoting import Extract, is_list, whole_list, window
from assistant.extracting.weighing import Asked
from assistant.understanding.answer_kind import AnswerKind
from corpus.document import BlockKind
from indexing.passage import Passage

Around = Callable[[str, int, int], tuple[Passage, ...]]
"""Document id, first and last ordinal (from 0, both included) to its passages."""

# Kinds whose answer is one thing: a sentence or two carry it.
_BRIEF = (
    AnswerKind.SHARE,
    AnswerKind.AMOUNT,
    AnswerKind.COUNT,
    AnswerKind.FIGURE,
    AnswerKind.DATE,
    AnswerKind.PERSON,
    AnswerKind.PLACE,
    AnswerKind.ORGANISATION,
    AnswerKind.YES_NO,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much may be shown: words in all, the size of the list asked for, several documents."""

    words: int
    size: int | None = None
    several: bool = False


def choose(
    asked: Asked,
    weighed: tuple[Weighed, ...],
    wanted: Wanted,
    around: Around,
    settings: AnsweringSettings,
) -> tuple[Extract, ...]:
    """What is shown for one question, best first; empty when nothing was found."""
    if not weighed:
        return ()
    best = weighed[0]
    by_passage: dict[str, list[Weighed]] = {}
    for item in weighed:
        by_passage.setdefault(item.unit.passage.id, []).append(item)
    chosen: list[Extract] = []
    words = 0
    budget = wanted.words
    held: set[str] = set()
    total = sum(concept.weight for concept in asked.concepts) or 1.0
    weights = {concept.surface: concept.weight / total for concept in asked.concepts}
    for item in weighed:
        passage = item.unit.passage
        if chosen and not _worth_adding(item, best, held, weights, wanted, chosen, settings):
            continue
        extracts = _extract(asked, item, by_passage[passage.id], wanted, around, settings)
        extracts = tuple(new for new in extracts if not _overlaps(new, chosen))
        size = sum(extract.words for extract in extracts)
        if not extracts:
            continue
        if chosen and words + size > budget:
            continue
        chosen.extend(extracts)
        words += size
        held.update(item.found)
        if words >= budget or len(chosen) >= 6:
            break
    return tuple(chosen)


def _worth_adding(
    item: Weighed,
    best: Weighed,
    held: set[str],
    weights: dict[str, float],
    wanted: Wanted,
    chosen: list[Extract],
    settings: AnsweringSettings,
) -> bool:
    gain = sum(weights.get(surface, 0.0) for surface in item.found if surface not in held)
    same = item.unit.passage.document in {extract.passage.document for extract in chosen}
    if not same and not wanted.several:
        # Another document only joins when it holds what the first one lacks.
        return gain >= settings.other_document_gain and item.own >= settings.other_document_own
    return item.score >= settings.second_share * best.score or gain >= settings.same_document_gain


def _extract(
    asked: Asked,
    item: Weighed,
    siblings: list[Weighed],
    wanted: Wanted,
    around: Around,
    settings: AnsweringSettings,
) -> tuple[Extract, ...]:
    passage = item.unit.passage
    listing = asked.kind in (AnswerKind.LIST, AnswerKind.COUNT, AnswerKind.REFERENCE) or (
        wanted.size is not None
    )
    lists = is_list(passage) and (
        listing or item.unit.text.rstrip().endswith(":") or passage.kind is BlockKind.HEADING
    )
    if lists:
        found = whole_list(
            passage, item.score, lambda first, last: around(passage.document, first, last)
        )
        kept: list[Extract] = []
        words = 0
        for extract in found:
            words += extract.words
            if kept and words > settings.list_words:
                break
            kept.append(extract)
        if sum(extract.words for extract in kept) <= settings.list_words:
            return tuple(kept)
    brief = asked.kind in _BRIEF
    words = settings.brief_quote_words if brief else settings.quote_words
    return (window(item, tuple(siblings), min(words, wanted.words)),)


def _overlaps(extract: Extract, chosen: list[Extract]) -> bool:
    return any(
        extract.passage.id == other.passage.id
        and extract.start < other.end
        and other.start < extract.end
        for other in chosen
    )
