"""Turns every exception into the one error shape, as JSON for programs and as a page for people."""

from __future__ import annotations

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.errors import AssistantError, BadQuestion
from corpus.errors import CorpusError
from indexing.errors import IndexingError
from web.errors import ErrorShape, TooBusy, WebError
from web.pages.rendered import page_response
from web.security import HEADERS
from web.services import for_programs, services, spoken
from web.wording import Wording

log = logging.getLogger("wegwijs.web")

_HTTP_CODES = {404: "not_found", 405: "method_not_allowed", 413: "body_too_large"}


def shape_of(error: Exception, t: Wording, *, body_limit: int = 0) -> ErrorShape:
    """The shape of an error in one language. What is not known shows nothing of its insides."""
    if isinstance(error, WebError):
        return _worded(t, error.status, error.code, **error.values)
    if isinstance(error, RequestValidationError):
        return _worded(t, 422, "invalid_request", details=_details(error))
    if isinstance(error, BadQuestion):
        known = _worded(t, 422, "bad_question")
        return ErrorShape(422, known.code, error.message, error.hint or known.hint)
    if isinstance(error, HTTPException):
        code = _HTTP_CODES.get(error.status_code, "http")
        return _worded(t, error.status_code, code, limit=body_limit)
    if isinstance(error, IndexingError):
        return _worded(t, 503, "index_unavailable")
    if isinstance(error, AssistantError | CorpusError):
        return _worded(t, 500, "assistant_failed")
    return _worded(t, 500, "internal")


def install(app: FastAPI) -> None:
    """Lets ``app`` answer every error in the one shape."""
    for kind in (
        WebError,
        HTTPException,
        RequestValidationError,
        AssistantError,
        CorpusError,
        IndexingError,
        Exception,
    ):
        app.add_exception_handler(kind, _answer)


class BodyLimit:
    """ASGI middleware: refuses a body larger than ``max_bytes``, announced or not."""

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self.app = app
        self.max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "")
        if announced.isdecimal() and int(announced) > self.max_bytes:
            response = await _answer(Request(scope, receive), HTTPException(413))
            await response(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self.max_bytes:
                raise HTTPException(413)
            return message

        await self.app(scope, counted, send)


async def _answer(request: Request, error: Exception) -> Response:
    t = spoken(request)
    parts = services(request)
    shape = shape_of(error, t, body_limit=parts.web.max_body_bytes)
    if shape.status >= HTTPStatus.INTERNAL_SERVER_ERROR and not isinstance(error, WebError):
        parts.metrics.failures.labels(type(error).__name__).inc()
        # The question may be in the local variables, so the log gets the place, not the values.
        log.error("%s in %s", type(error).__name__, request.url.path, exc_info=error)
    # An unexpected error is answered outside the middleware that sets these for all others.
    headers = dict(HEADERS)
    if isinstance(error, HTTPException):
        headers |= error.headers or {}
    if isinstance(error, TooBusy):
        headers["Retry-After"] = "3"
    wants_page = "text/html" in request.headers.get("accept", "")
    if for_programs(request) or not wants_page:
        return JSONResponse(shape.as_json(), shape.status, headers=headers)
    return page_response(request, "error.html", {"shape": shape}, shape.status, headers)


def _worded(t: Wording, status: int, code: str, **values: object) -> ErrorShape:
    key = f"errors.{code}"
    filled = {name: _shortened(value) for name, value in values.items()}
    message, hint = t.items(f"{key}.message"), t.items(f"{key}.hint")
    return ErrorShape(status, code, message.format(**filled), hint.format(**filled))


def _shortened(value: object) -> str:
    text = str(value)
    return text if len(text) <= 200 else f"{text[:200]}…"


def _details(error: RequestValidationError) -> str:
    return "; ".join(
        f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in error.errors()[:5]
    )
