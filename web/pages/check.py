"""The reference check: paste a paragraph, see which of its sentences the documents carry."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, Response

from assistant.answer import Claim
from assistant.errors import BadQuestion
from assistant.paragraphs.verdicts import CheckedParagraph, SentenceVerdict
from assistant.paragraphs.wording import load_wording
from web.error_answers import shape_of
from web.errors import BadRequest, TooBusy, TookTooLong
from web.pages.rendered import page_response
from web.services import services, spoken

router = APIRouter(include_in_schema=False)


@router.get("/check")
def check_page(request: Request) -> Response:
    """The form alone."""
    return _page(request)


@router.post("/check")
async def checked_page(request: Request, text: Annotated[str, Form()] = "") -> Response:
    """The form with the text, and the verdict on each of its sentences."""
    parts = services(request)
    t = spoken(request)
    try:
        stripped = parts.question(text).text
        checked = await parts.answering.run(lambda: parts.assistant.check(stripped, t.lang))
    except (BadRequest, BadQuestion, TooBusy, TookTooLong) as error:
        shape = shape_of(error, t)
        return _page(request, text, f"{shape.message} {shape.hint}".strip(), shape.status)
    return _page(request, stripped, checked=checked)


def _page(
    request: Request,
    text: str = "",
    problem: str = "",
    status: int = 200,
    checked: CheckedParagraph | None = None,
) -> Response:
    wording = load_wording(checked.lang if checked else spoken(request).lang)
    context: dict[str, Any] = {
        "text": text,
        "problem": problem,
        "checked": checked,
        "verdict_name": wording.verdict,
        "verdicts": list(SentenceVerdict),
        "frame": wording.frame,
        # What a source says is drawn as it stands, so no claim tells it in full.
        "claims": tuple[Claim, ...](),
    }
    return page_response(request, "check.html", context, status)
