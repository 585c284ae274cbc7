"""Questions that there is nothing to look up for, or that may be about several things."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.answer import AnswerStatus
from assistant.answering_settings import AnsweringSettings
from assistant.finding import Found
from assistant.understanding import Understanding
from assistant.understanding.ambiguity import choices, is_bare
from corpus.document import Source

_FITS = 0.4  # type fit from which a sentence could be the answer to a bare question


def set_aside_status(understood: Understanding) -> AnswerStatus | None:
    """The status of a question that there is nothing to look up for, else None."""
    if understood.small_talk is not None:
        return AnswerStatus.OUT_OF_SCOPE
    if not any(sign.isalnum() for sign in understood.text):
        return AnswerStatus.DECLINED if understood.orders else AnswerStatus.OUT_OF_SCOPE
    if understood.orders and len(understood.text.split()) < 3:
        return AnswerStatus.DECLINED
    return None


def says_nothing(understood: Understanding, found: Found) -> bool:
    """Whether the question names nothing to look up ("Hoeveel?")."""
    asked = found.asked
    return not (asked.subject or asked.points or asked.named or understood.follow_up.dependent)


def several_readings(
    understood: Understanding,
    found: Found,
    sources: Mapping[str, Source],
    settings: AnsweringSettings,
) -> tuple[str, ...]:
    """What a bare question may be about, when several places answer it about equally well."""
    asked = found.asked
    bare = not asked.named and is_bare(asked.kind, asked.concepts, asked.points)
    if understood.follow_up.dependent or not bare:
        return ()
    floor = settings.reading_share * (found.best.score if found.best else 0.0)
    return choices(
        understood.text,
        [
            (sources[item.unit.passage.document].title, item.unit.passage.heading)
            for item in found.weighed
            if item.score >= floor and item.own > 0 and item.type_fit >= _FITS
        ],
    )
