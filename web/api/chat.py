"""``POST /api/chat``: a question in, the answer as server-sent events or as JSON."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any, Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from assistant.answer import Question, Turn
from assistant.events import ClaimReady, Done, Event, Retrieved, Understood, Working
from assistant.serialising import answer_as_json, citation_as_json
from web.conversations import without_earlier
from web.error_answers import shape_of
from web.pages.chat import exchange_html
from web.presenting import marker_html
from web.rendering import claims_html
from web.services import Services, services, spoken
from web.wording import wording

router = APIRouter(prefix="/api", tags=["chat"])


class TurnIn(BaseModel):
    """An earlier turn of the conversation."""

    role: Literal["user", "assistant"] = Field(description="Who said it.")
    content: str = Field(description="What was said.", max_length=40_000)


class ChatRequest(BaseModel):
    """A question with what came before it."""

    question: str = Field(description="The question, in any language; answered in its own.")
    history: list[TurnIn] = Field(
        default_factory=list, max_length=200, description="Earlier turns, oldest first."
    )
    lang: Literal["nl", "en"] | None = Field(
        None, description="Language of the answer; else that of the question."
    )
    conversation: str | None = Field(
        None,
        description="Used by the web page: the conversation to add to (empty to start one). The "
        "server then keeps the history, and events carry HTML.",
    )


RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Server-sent events `understood`, `retrieved`, `claim` (repeated), `done` "
        "(the answer) or `error`; with `Accept: application/json` the answer alone.",
        "content": {"text/event-stream": {}, "application/json": {}},
    }
}


@router.post("/chat", responses=RESPONSES, response_class=Response)
async def chat(request: Request, body: ChatRequest) -> Response:
    """Answers a question with what the documents say, each claim with its citations."""
    parts = services(request)
    earlier = parts.conversations.find(body.conversation)
    history = tuple(Turn(turn.role, turn.content) for turn in body.history)
    question = parts.question(body.question, earlier.history if earlier else history, body.lang)
    lost = bool(body.conversation) and not question.history
    if not wants_events(request):
        answer = await parts.answering.ask(question)
        return JSONResponse(answer_as_json(without_earlier(answer) if lost else answer))
    from sse_starlette import EventSourceResponse

    events = parts.answering.stream(question)
    # The first event is awaited here, so that "too busy" and the like are still HTTP errors.
    first = await anext(events)
    told = _written(request, parts, body, question, first, events, lost=lost)
    return EventSourceResponse(told, ping=15)


def wants_events(request: Request) -> bool:
    """Events are the rule; JSON is for who asks for it and not for events."""
    accept = request.headers.get("accept", "")
    return "text/event-stream" in accept or "application/json" not in accept


async def _written(
    request: Request,
    parts: Services,
    body: ChatRequest,
    question: Question,
    first: Event,
    rest: AsyncIterator[Event],
    *,
    lost: bool,
) -> AsyncIterator[dict[str, str]]:
    t = spoken(request)
    draw = marker_html(t, parts.library.find)

    def data_of(event: Event) -> tuple[str, dict[str, Any]]:
        nonlocal draw
        if isinstance(event, Understood):
            draw = marker_html(wording(event.lang), parts.library.find)
            data: dict[str, Any] = {
                "standalone_question": event.standalone_question,
                "lang": event.lang,
            }
            return "understood", data
        if isinstance(event, Retrieved):
            return "retrieved", {"count": event.passages, "documents": list(event.documents)}
        if isinstance(event, Working):
            return "working", {"stage": event.stage, "place": event.place}
        if isinstance(event, ClaimReady):
            data = {
                "text": event.claim.text,
                "citations": list(event.claim.citations),
                "sources": [citation_as_json(citation) for citation in event.citations],
            }
            if body.conversation is not None:
                data["html"] = claims_html([event.claim], event.citations, draw)
            return "claim", data
        answer = without_earlier(event.answer) if lost else event.answer
        data = answer_as_json(answer)
        if body.conversation is not None:
            kept = parts.conversations.add(body.conversation or None, question.text, answer)
            data["conversation"] = kept.id
            data["html"] = exchange_html(request, kept, kept.exchanges[-1])
        return "done", data

    try:
        name, data = data_of(first)
        yield _event(name, data)
        async for event in rest:
            name, data = data_of(event)
            yield _event(name, data)
            if isinstance(event, Done):
                return
    except Exception as error:
        parts.metrics.failures.labels(type(error).__name__).inc()
        yield _event("error", shape_of(error, t).as_json())


def _event(name: str, data: dict[str, Any]) -> dict[str, str]:
    return {"event": name, "data": json.dumps(data, ensure_ascii=False)}
