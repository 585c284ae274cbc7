"""``POST /api/check``: a paragraph in, a verdict for each of its sentences out."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from assistant.paragraphs.serialising import check_as_json
from web.services import services

router = APIRouter(prefix="/api", tags=["check"])


class CheckRequest(BaseModel):
    """A text to be checked."""

    text: str = Field(description="A paragraph of some sentences, in Dutch or English.")
    lang: Literal["nl", "en"] | None = Field(
        None, description="Language of the explanations; else that of the text."
    )


@router.post("/check")
async def check(request: Request, body: CheckRequest) -> dict[str, Any]:
    """Whether the documents carry each sentence of a paragraph: `supported`, `partly`,
    `contradicted`, `outdated`, `not_in_corpus` or `not_checkable`, with citations."""
    parts = services(request)
    text = parts.question(body.text).text
    checked = await parts.answering.run(lambda: parts.assistant.check(text, body.lang))
    return check_as_json(checked)
