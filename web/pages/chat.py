"""The chat: start page, asking with a form, and a conversation. All of it works without scripts."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from assistant.errors import BadQuestion
from corpus.document import count_documents
from web.conversations import Conversation, Exchange, without_earlier
from web.error_answers import shape_of
from web.errors import BadRequest, NotFound, TooBusy, TookTooLong
from web.feedback import Verdict
from web.pages.rendered import macro_html, page_response
from web.pages.routes import route_choices
from web.services import services, spoken
from web.wording import Wording

router = APIRouter(include_in_schema=False)


@router.get("/")
def start(request: Request) -> Response:
    """The start page."""
    return _start_page(request)


@router.post("/ask")
async def ask(
    request: Request,
    question: Annotated[str, Form()] = "",
    conversation: Annotated[str, Form()] = "",
) -> Response:
    """Answers a question sent by a form and leads to the conversation."""
    parts = services(request)
    earlier = parts.conversations.find(conversation)
    try:
        asked = parts.question(question, earlier.history if earlier else ())
        answer = await parts.answering.ask(asked)
        if conversation and earlier is None:
            answer = without_earlier(answer)
    except (BadRequest, BadQuestion, TooBusy, TookTooLong) as error:
        shape = shape_of(error, spoken(request))
        problem = f"{shape.message} {shape.hint}".strip()
        return _start_page(request, shape.status, value=question, problem=problem)
    kept = parts.conversations.add(conversation or None, asked.text, answer)
    number = kept.exchanges[-1].number
    return RedirectResponse(f"/conversations/{kept.id}#turn-{number}", 303)


@router.get("/conversations/{identity}")
def conversation(request: Request, identity: str) -> Response:
    """A conversation, as long as the server remembers it."""
    parts = services(request)
    found = parts.conversations.find(identity)
    if found is None:
        return page_response(request, "gone.html", {}, 404)
    context = {"conversation": found, "conversation_id": found.id, "texts": _texts(spoken(request))}
    return page_response(request, "conversation.html", context)


@router.post("/feedback")
def feedback(
    request: Request,
    answer: Annotated[str, Form()],
    verdict: Annotated[Verdict, Form()],
    conversation: Annotated[str, Form()],
) -> Response:
    """Takes a judgement sent by a form and leads back to the conversation."""
    parts = services(request)
    exchange = parts.conversations.judge(conversation, answer, verdict)
    if exchange is None or not parts.feedback.add(answer, verdict):
        raise NotFound("answer_not_found")
    parts.metrics.feedback.labels(verdict).inc()
    return RedirectResponse(f"/conversations/{conversation}#turn-{exchange.number}", 303)


def exchange_html(request: Request, conversation: Conversation, exchange: Exchange) -> str:
    """One exchange as it stands on the conversation's page, for a page that streams."""
    return str(
        macro_html(request, "_answer.html", "exchange", exchange, conversation_id=conversation.id)
    )


def _start_page(
    request: Request, status: int = 200, *, value: str = "", problem: str = ""
) -> Response:
    parts = services(request)
    t = spoken(request)
    index = parts.library.index
    context: dict[str, Any] = {
        "conversation": None,
        "conversation_id": "",
        "texts": _texts(t),
        "value": value,
        "problem": problem,
        "route_choices": route_choices(t),
        "holdings": {
            "documents": count_documents(index.sources()),
            "passages": index.passage_count,
        },
    }
    return page_response(request, "start.html", context, status)


def _texts(t: Wording) -> str:
    """What the script on the page says, as JSON."""
    keys = (
        *("searching", "reading", "waiting", "drafting", "ready", "ready_none", "stop", "stopped"),
        *("failed", "again", "follow_placeholder"),
    )
    texts = {key: t.items(f"chat.{key}") for key in keys}
    texts["empty"] = t("errors.empty_question.message")
    texts["too_long"] = t.items("errors.question_too_long.message")
    return json.dumps(texts, ensure_ascii=False)
