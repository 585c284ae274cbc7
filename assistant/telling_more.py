"""More of the same: what the evidence holds beyond what was told already."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import AnswerStatus
from assistant.answering_settings import AnsweringSettings
from assistant.extracting.evidence import Weighed
from assistant.extracting.sentences import sentences
from assistant.guidance.advice import Advice, Line, Said
from corpus.document import BlockKind
from indexing.passage import Passage

_TOLD_IN_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE)


def more(weighed: Sequence[Weighed], told: str, settings: AnsweringSettings) -> Advice | None:
    """What is told next to somebody who wants to hear more; None when nothing is left.

    Args:
        weighed: the evidence for the question that was answered, best first.
        told: all that was said on it.
        settings: how much is told, and how well it must fit.
    """
    heard = _plain(told)
    ranked = sorted(weighed, key=lambda item: -item.score)
    seen: set[str] = set()
    lines: list[Line] = []
    for item in ranked:
        passage = item.unit.passage
        here = passage.document == ranked[0].unit.passage.document
        share = settings.more_share if here else settings.more_share_elsewhere
        least = share * ranked[0].score
        if passage.id in seen or item.score < least or passage.kind not in _TOLD_IN_PROSE:
            continue
        seen.add(passage.id)
        if said := _untold(passage, heard, settings.more_words):
            lines.append(Line("", (said,)))
            heard = f"{heard} {_plain(said.text)}"
        if len(lines) == settings.more_statements:
            break
    return Advice(AnswerStatus.ANSWERED, tuple(lines)) if lines else None


def _untold(passage: Passage, heard: str, words: int) -> Said | None:
    """The first run of sentences of a passage that was not heard yet, at most ``words`` long but at
    least one sentence; what follows on a sentence that was heard goes before what led up to it."""
    spans = sentences(passage.text)
    known = [_plain(span.of(passage.text)) in heard for span in spans]
    after = max((place + 1 for place, is_known in enumerate(known) if is_known), default=0)
    order = [*range(after, len(spans)), *range(after)]
    start = next((place for place in order if not known[place]), None)
    if start is None:
        return None
    end = start
    for place in range(start, len(spans)):
        length = len(passage.text[spans[start].start : spans[place].end].split())
        if known[place] or (place > start and length > words):
            break
        end = place
    return Said(passage, spans[end].end, spans[start].start)


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
