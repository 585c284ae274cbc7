"""``POST /api/feedback``: what a reader thinks of an answer, without anything about the reader."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from web.errors import NotFound
from web.feedback import Reason, Verdict
from web.services import services

router = APIRouter(prefix="/api", tags=["feedback"])


class Judgement(BaseModel):
    """A reader's judgement. There is no room for free text, because it may hold personal data."""

    answer: str = Field(description="The answer's id.", max_length=200)
    verdict: Verdict = Field(description="Whether the answer was of use.")
    conversation: str | None = Field(None, description="The web page's conversation.")
    reason: Reason | None = Field(None, description="What was wrong with it.")


@router.post("/feedback", status_code=201)
def feedback(request: Request, judgement: Judgement) -> dict[str, str]:
    """Keeps a judgement of a recent answer."""
    parts = services(request)
    if not parts.feedback.add(judgement.answer, judgement.verdict, judgement.reason):
        raise NotFound("answer_not_found")
    if judgement.conversation:
        parts.conversations.judge(judgement.conversation, judgement.answer, judgement.verdict)
    parts.metrics.feedback.labels(judgement.verdict).inc()
    return {"status": "kept"}
