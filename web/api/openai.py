"""The shapes that OpenAI clients expect: ``/v1/models`` and ``/v1/chat/completions``.

The last user message is the question, earlier ones the conversation. System messages are passed
over: what may be said is settled by the documents. Token counts are counts of words, because no
tokeniser is involved.
"""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator, Sequence
from typing import Any, Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant.answer import Answer, Question, Turn
from assistant.events import ClaimReady, Done, Event
from assistant.serialising import answer_as_json
from web.error_answers import shape_of
from web.errors import BadRequest, NotFound
from web.presenting import answer_as_text
from web.services import Services, services, spoken
from web.wording import wording

router = APIRouter(prefix="/v1", tags=["openai"])

MODEL = "wegwijs"


class ContentPart(BaseModel):
    """A part of a message; only text is read."""

    type: str
    text: str = ""


class Message(BaseModel):
    """One message of a chat."""

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | list[ContentPart] | None = None

    @property
    def text(self) -> str:
        if isinstance(self.content, str):
            return self.content
        return "\n".join(part.text for part in self.content or () if part.type == "text")


class StreamOptions(BaseModel):
    """What a stream carries besides text."""

    include_usage: bool = False


class CompletionRequest(BaseModel):
    """A chat completion request; settings of sampling are taken and not used."""

    model_config = ConfigDict(extra="ignore")

    model: str = Field(MODEL, description="Always answered by wegwijs.")
    messages: list[Message] = Field(min_length=1, max_length=400)
    stream: bool = Field(False, description="Whether to send the answer in pieces.")
    stream_options: StreamOptions | None = None


@router.get("/models")
async def models() -> dict[str, Any]:
    """The one model there is."""
    return {"object": "list", "data": [_model()]}


@router.get("/models/{name}")
async def model(name: str) -> dict[str, Any]:
    """The one model there is."""
    if name != MODEL:
        raise NotFound("not_found")
    return _model()


@router.post("/chat/completions", response_class=Response)
async def completions(request: Request, body: CompletionRequest) -> Response:
    """Answers the last user message. ``wegwijs`` in the reply holds the answer with citations."""
    parts = services(request)
    question = _question(parts, body.messages)
    if not body.stream:
        answer = await parts.answering.ask(question)
        return JSONResponse(_completion(parts, body, answer))
    from sse_starlette import EventSourceResponse

    events = parts.answering.stream(question)
    first = await anext(events)
    return EventSourceResponse(_chunks(request, parts, body, first, events), ping=15)


def _question(parts: Services, messages: Sequence[Message]) -> Question:
    spoken_turns = [
        Turn(message.role, message.text)
        for message in messages
        if message.role in ("user", "assistant") and message.text.strip()
    ]
    if not spoken_turns or spoken_turns[-1].role != "user":
        raise BadRequest("empty_question")
    return parts.question(spoken_turns[-1].content, tuple(spoken_turns[:-1]))


def _completion(parts: Services, body: CompletionRequest, answer: Answer) -> dict[str, Any]:
    text = _text(parts, answer)
    return {
        "id": f"chatcmpl-{answer.id}",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": MODEL,
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": text, "refusal": None},
                "logprobs": None,
                "finish_reason": "stop",
            }
        ],
        "usage": _usage(body, text),
        "wegwijs": answer_as_json(answer),
    }


async def _chunks(
    request: Request,
    parts: Services,
    body: CompletionRequest,
    first: Event,
    rest: AsyncIterator[Event],
) -> AsyncIterator[dict[str, str]]:
    created = int(time.time())
    identity = f"chatcmpl-{created}-{id(rest):x}"
    said = ""

    def chunk(delta: dict[str, Any], finish: str | None = None, **more: Any) -> dict[str, str]:
        content = {
            "id": identity,
            "object": "chat.completion.chunk",
            "created": created,
            "model": MODEL,
            "choices": [{"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}],
        }
        return {"data": json.dumps(content | more, ensure_ascii=False)}

    async def events() -> AsyncIterator[Event]:
        yield first
        async for event in rest:
            yield event

    yield chunk({"role": "assistant", "content": ""})
    try:
        async for event in events():
            if isinstance(event, ClaimReady):
                markers = "".join(f"[{n}]" for n in event.claim.citations)
                piece = f"{event.claim.text} {markers}".rstrip()
                piece = f"\n\n{piece}" if said else piece
                said += piece
                yield chunk({"content": piece})
            elif isinstance(event, Done):
                whole = _text(parts, event.answer)
                # What the claims did not say yet: the sources, or a refusal's own words.
                remainder = whole[len(said) :] if whole.startswith(said) else f"\n\n{whole}"
                if remainder:
                    yield chunk({"content": remainder})
                yield chunk({}, "stop", wegwijs=answer_as_json(event.answer))
                if body.stream_options and body.stream_options.include_usage:
                    yield chunk({}, None, choices=[], usage=_usage(body, whole))
    except Exception as error:
        parts.metrics.failures.labels(type(error).__name__).inc()
        shape = shape_of(error, spoken(request))
        yield {"data": json.dumps(shape.as_json(), ensure_ascii=False)}
    yield {"data": "[DONE]"}


def _text(parts: Services, answer: Answer) -> str:
    return answer_as_text(wording(_interface(answer.lang)), answer, parts.library.find)


def _interface(lang: str) -> str:
    return lang if lang in ("nl", "en") else "en"


def _usage(body: CompletionRequest, text: str) -> dict[str, int]:
    prompt = sum(len(message.text.split()) for message in body.messages)
    reply = len(text.split())
    return {"prompt_tokens": prompt, "completion_tokens": reply, "total_tokens": prompt + reply}


def _model() -> dict[str, Any]:
    return {"id": MODEL, "object": "model", "created": 0, "owned_by": MODEL}
