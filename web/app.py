"""The application: an assistant and its documents over HTTP, for people and for programs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from assistant.settings import WegwijsSettings
from web import error_answers
from web.api import chat as chat_api
from web.api import check as check_api
from web.api import documents as documents_api
from web.api import feedback as feedback_api
from web.api import openai as openai_api
from web.api import operations as operations_api
from web.api import routes as routes_api
from web.mcp_server import ModelContextProtocol
from web.metrics import Metrics
from web.pages import about as about_pages
from web.pages import chat as chat_pages
from web.pages import check as check_pages
from web.pages import coverage as coverage_pages
from web.pages import documents as documents_pages
from web.pages import routes as route_pages
from web.pages.rendered import STATIC
from web.security import SecurityHeaders
from web.services import Notice, Services
from web.settings import WebSettings

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from assistant.pipeline import Assistant

ROUTERS = (
    chat_api.router,
    check_api.router,
    documents_api.router,
    routes_api.router,
    feedback_api.router,
    openai_api.router,
    operations_api.router,
    chat_pages.router,
    check_pages.router,
    documents_pages.router,
    route_pages.router,
    coverage_pages.router,
    about_pages.router,
)


def create_app(
    assistant: Assistant,
    settings: WegwijsSettings,
    *,
    web: WebSettings | None = None,
    host: str = "127.0.0.1",
    notice: Notice | None = None,
) -> FastAPI:
    """The application around an assistant.

    Args:
        assistant: answers the questions; its index gives the documents.
        settings: where data is kept.
        web: limits of the server.
        host: the address it is served on; on a loopback address ``/mcp`` answers no other name.
        notice: something every page must say, such as that the index is not up to date.
    """
    web = web or WebSettings()
    parts = Services.assembled(assistant, settings, web, notice)
    protocol = ModelContextProtocol(parts, host=host)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with protocol.running():
            yield
        parts.answering.close()

    app = FastAPI(
        title="Wegwijs",
        version="1",
        description="Grounded answers on cultural policy: every claim with quote, document, page.",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.services = parts
    for router in ROUTERS:
        app.include_router(router)
    app.router.routes.append(Route("/mcp", protocol, methods=["GET", "POST", "DELETE"]))
    app.mount("/static", CachedFiles(directory=STATIC), name="static")
    app.add_middleware(CountedRequests, metrics=parts.metrics)
    app.add_middleware(error_answers.BodyLimit, max_bytes=web.max_body_bytes)
    app.add_middleware(SecurityHeaders)
    error_answers.install(app)
    return app


class CachedFiles(StaticFiles):
    """Static files; an address that names the file's content may be kept for a year."""

    async def get_response(self, path: str, scope: Scope) -> object:  # type: ignore[override]
        response = await super().get_response(path, scope)
        if response.status_code == 200:
            lasting = b"v=" in scope["query_string"]
            response.headers["Cache-Control"] = (
                "public, max-age=31536000, immutable" if lasting else "no-cache"
            )
        return response


class CountedRequests:
    """ASGI middleware: counts requests by route, never by address, so that labels stay few."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status = 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, noting)
        finally:
            route = getattr(scope.get("route"), "path", None) or "other"
            self.metrics.requests.labels(scope["method"], route, status).inc()
