"""``/mcp``: search, ask and document for programs that speak the Model Context Protocol.

The protocol's package takes most of a second to import, so it is loaded at the first request.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.errors import AssistantError
from assistant.serialising import answer_as_json
from web.api.documents import source_as_json
from web.error_answers import shape_of
from web.errors import ErrorShape, WebError
from web.locating import contents
from web.services import Services
from web.wording import wording

if TYPE_CHECKING:
    from mcp.server import MCPServer

INSTRUCTIONS = (
    "Wegwijs answers questions on cultural policy and on working abroad as an artist, with "
    "nothing but what its documents say: every claim carries a verbatim quote, document and page. "
    "Use ask for an answer, search for passages, check for a paragraph, document to read on."
)


class ModelContextProtocol:
    """ASGI application that becomes an MCP server at its first request."""

    def __init__(self, services: Services, *, host: str) -> None:
        self._services = services
        self._host = host
        self._wanted = asyncio.Event()
        self._ready = asyncio.Event()
        self._app: ASGIApp | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Keeps the server's sessions for as long as the application runs."""
        task = asyncio.create_task(self._run())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _run(self) -> None:
        await self._wanted.wait()
        server = await asyncio.to_thread(build, self._services)
        app = server.streamable_http_app(
            streamable_http_path="/mcp", stateless_http=True, json_response=True, host=self._host
        )
        async with server.session_manager.run():
            self._app = app
            self._ready.set()
            await asyncio.Event().wait()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._wanted.set()
        await self._ready.wait()
        assert self._app is not None
        if scope["method"] in ("GET", "DELETE"):
            # Without sessions there is nothing to listen to or to end.
            shape = ErrorShape(405, "method_not_allowed", "MCP is spoken here with POST.")
            answer = JSONResponse(shape.as_json(), 405, headers={"Allow": "POST"})
            await answer(scope, receive, send)
            return
        await self._app(scope, receive, send)


def build(services: Services) -> MCPServer[Any]:
    """The server with its four tools."""
    from mcp.server import MCPServer
    from mcp.server.mcpserver.exceptions import ToolError

    server: MCPServer[Any] = MCPServer(
        "wegwijs", title="Wegwijs", instructions=INSTRUCTIONS, log_level="WARNING"
    )

    def refused(error: Exception) -> ToolError:
        shape = shape_of(error, wording("en"))
        return ToolError(f"{shape.code}: {shape.message} {shape.hint}".strip())

    @server.tool(title="Search passages")
    async def search(
        query: Annotated[str, Field(description="Words or a question.")],
        k: Annotated[int, Field(ge=1, le=50, description="Most passages to return.")] = 10,
        lang: Annotated[
            Literal["nl", "en"] | None, Field(description="Language of the query; else detected.")
        ] = None,
    ) -> dict[str, Any]:
        """Passages of the documents nearest to a query, best first, with document and page."""
        from assistant.serialising import hit_as_json

        try:
            text = services.question(query).text
            found = await services.answering.run(
                lambda: services.assistant.search(text, k=k, lang=lang)
            )
        except (WebError, AssistantError) as error:
            raise refused(error) from None
        titles = {source.id: source.title for source in services.library.index.sources()}
        return {"query": text, "hits": [hit_as_json(hit, titles) for hit in found.hits]}

    @server.tool(title="Ask a question")
    async def ask(
        question: Annotated[str, Field(description="A question that stands alone.")],
        lang: Annotated[
            Literal["nl", "en"] | None,
            Field(description="Language of the answer; else that of the question."),
        ] = None,
    ) -> dict[str, Any]:
        """An answer from the documents alone: claims with citations, or that they do not say."""
        try:
            answer = await services.answering.ask(services.question(question, lang=lang))
        except (WebError, AssistantError) as error:
            raise refused(error) from None
        return answer_as_json(answer)

    @server.tool(title="Check a paragraph")
    async def check(
        text: Annotated[str, Field(description="A paragraph, in Dutch or English.")],
        lang: Annotated[
            Literal["nl", "en"] | None,
            Field(description="Language of the explanations; else that of the text."),
        ] = None,
    ) -> dict[str, Any]:
        """For each sentence whether the documents carry, contradict or do not tell it."""
        from assistant.paragraphs.serialising import check_as_json

        try:
            pasted = services.question(text).text
            checked = await services.answering.run(lambda: services.assistant.check(pasted, lang))
        except (WebError, AssistantError) as error:
            raise refused(error) from None
        return check_as_json(checked)

    @server.tool(title="Read a document")
    async def document(
        id: Annotated[str, Field(description="The document's id, as search and ask give it.")],
        page: Annotated[
            int | None,
            Field(ge=1, description="A page, from 1; without it, what is on which page."),
        ] = None,
    ) -> dict[str, Any]:
        """A document's metadata and headings, or the text of one of its pages."""
        try:
            if page is not None:
                found = services.library.page(id, page)
                return {
                    "document": id,
                    "page": found.number,
                    "page_label": found.label,
                    "text": found.text,
                }
            read = services.library.document(id)
        except WebError as error:
            raise refused(error) from None
        return source_as_json(read.source) | {
            "page_count": len(read.pages),
            "contents": [
                {"text": heading.text, "level": heading.level, "page": heading.page}
                for heading in contents(read)
            ],
        }

    return server
