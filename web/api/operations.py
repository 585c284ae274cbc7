"""For who runs the server: is it alive, is it ready, what did it count."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from indexing.errors import IndexingError
from web.errors import ErrorShape
from web.services import services, spoken

router = APIRouter(tags=["operations"])


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """Alive: the process answers."""
    return {"status": "ok"}


@router.get("/readyz")
def readyz(request: Request) -> Response:
    """Ready: the index is open and can be searched."""
    parts = services(request)
    try:
        index = parts.library.index
        content: dict[str, Any] = {
            "status": "ok",
            "documents": len(index.sources()),
            "passages": index.passage_count,
            "up_to_date": parts.notice is None,
        }
    except (IndexingError, OSError):
        t = spoken(request)
        shape = ErrorShape(
            503, "not_ready", t("errors.not_ready.message"), t("errors.not_ready.hint")
        )
        return JSONResponse(shape.as_json(), shape.status)
    return JSONResponse(content)


@router.get("/metrics", response_class=Response)
def metrics(request: Request) -> Response:
    """Counters in the Prometheus text format."""
    parts = services(request)
    parts.metrics.documents.set(len(parts.library.index.sources()))
    parts.metrics.passages.set(parts.library.index.passage_count)
    text, kind = parts.metrics.exposition()
    return Response(text, media_type=kind)
