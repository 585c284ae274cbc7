"""Questions that there is nothing to look up for."""

from __future__ import annotations

from assistant.answer import AnswerStatus
from assistant.finding import Found
from assistant.understanding import Understanding


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
