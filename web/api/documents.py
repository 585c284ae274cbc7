"""``GET /api/search`` and ``GET /api/documents``: passages, documents, pages and highlights."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response

from corpus.coverage import coverage
from corpus.document import Source
from web.errors import NotFound
from web.locating import contents, find_quote, quoted_words
from web.pages.documents import validity
from web.services import services

router = APIRouter(prefix="/api", tags=["documents"])

Start = Annotated[int, Query(ge=0, description="First character in the page's text, from 0.")]
End = Annotated[int, Query(ge=0, description="Character after the last one.")]
Quote = Annotated[
    str, Query(description="The quoted words, in place of a span; white space may differ.")
]


@router.get("/search")
async def search(
    request: Request,
    q: Annotated[str, Query(description="Words or a question.")],
    k: Annotated[int, Query(ge=1, le=100, description="Most passages to return.")] = 10,
    lang: Annotated[
        Literal["nl", "en"] | None, Query(description="Language of the query; else detected.")
    ] = None,
) -> dict[str, Any]:
    """The passages nearest to a query, best first."""
    from assistant.serialising import hit_as_json

    parts = services(request)
    query = parts.question(q).text
    retrieval = await parts.answering.run(lambda: parts.assistant.search(query, k=k, lang=lang))
    titles = {source.id: source.title for source in parts.library.index.sources()}
    return {"query": query, "hits": [hit_as_json(hit, titles) for hit in retrieval.hits]}


@router.get("/documents")
def documents(request: Request) -> dict[str, Any]:
    """Every document's metadata."""
    return {"documents": [source_as_json(source) for source in services(request).library.sources()]}


@router.get("/coverage")
def what_is_covered(
    request: Request,
    lang: Annotated[Literal["nl", "en"], Query(description="Language of the names.")] = "nl",
) -> dict[str, Any]:
    """What the fiches know and how old it is: country by topic, discipline by kind."""
    return coverage(services(request).library.fiches(lang), lang).as_json()


@router.get("/documents/{identity}")
def document(request: Request, identity: str) -> dict[str, Any]:
    """A document's metadata, its pages and its headings."""
    read = services(request).library.document(identity)
    return source_as_json(read.source) | {
        "pages": [
            {
                "page": page.number,
                "page_label": page.label,
                "width": page.width,
                "height": page.height,
                "characters": len(page.text),
            }
            for page in read.pages
        ],
        "contents": [
            {
                "text": heading.text,
                "level": heading.level,
                "page": heading.page,
                "page_label": heading.label,
            }
            for heading in contents(read)
        ],
        "warnings": list(read.warnings),
    }


@router.get("/documents/{identity}/pages/{number}")
def page(request: Request, identity: str, number: int) -> dict[str, Any]:
    """A page's text as the file has it; the spans of citations count in it."""
    found = services(request).library.page(identity, number)
    return {
        "document": identity,
        "page": found.number,
        "page_label": found.label,
        "width": found.width,
        "height": found.height,
        "text": found.text,
    }


@router.get(
    "/documents/{identity}/pages/{number}/image",
    response_class=Response,
    responses={200: {"description": "The page as PNG.", "content": {"image/png": {}}}},
)
def page_image(
    request: Request,
    identity: str,
    number: int,
    scale: Annotated[float | None, Query(ge=0.25, le=4, description="Pixels per point.")] = None,
) -> Response:
    """The image of a page of a PDF."""
    library = services(request).library
    tag = f'"{library.source(identity).digest[:16]}-{number}-{scale or 0:g}"'
    headers = {"ETag": tag, "Cache-Control": "private, max-age=3600"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    image = library.page_image(identity, number, scale)
    return Response(image, media_type="image/png", headers=headers)


@router.get("/documents/{identity}/pages/{number}/highlights")
def highlights(
    request: Request,
    identity: str,
    number: int,
    start: Start = 0,
    end: End = 0,
    quote: Quote = "",
) -> dict[str, Any]:
    """Where quoted words stand on a page, in percent of its width and height from the top left."""
    library = services(request).library
    found = library.page(identity, number)
    if quote and end <= start:
        span = find_quote(found, quote)
        if span is None:
            raise NotFound("quote_not_found")
        start, end = span
    return {
        "document": identity,
        "page": number,
        "page_label": found.label,
        "start": start,
        "end": end,
        "quote": quoted_words(found, start, end),
        "rectangles": [
            {"left": r.left, "top": r.top, "width": r.width, "height": r.height}
            for r in library.highlights(identity, number, start, end)
        ],
    }


def source_as_json(source: Source) -> dict[str, Any]:
    """A document's metadata as plain JSON values; ``validity`` is that of today."""
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "author": source.author,
        "kind": source.kind,
        "language": source.language,
        "date": source.date,
        "url": source.url,
        "terms": source.terms,
        "validity": validity(source),
        "valid_from": source.validity.valid_from,
        "valid_until": source.validity.valid_until,
        "superseded_by": source.validity.superseded_by,
        "pair": source.pair,
        "topics": list(source.topics),
    }
