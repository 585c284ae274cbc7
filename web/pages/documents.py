"""The documents: list, a document's own page, and the source viewer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, Request, Response

from corpus.document import Document, Page, Source
from indexing.passage import RetrievedPassage
from web.locating import (
    blocks_on,
    contents,
    find_quote,
    quoted_words,
    readable,
)
from web.pages.rendered import environment, page_context, page_response
from web.presenting import page_place, page_url
from web.services import Services, services, spoken
from web.wording import Wording

router = APIRouter(include_in_schema=False)

# Width of a first page on a document's own page, in pixels.
_THUMBNAIL_WIDTH = 224
_KIND_ORDER = ("country", "funding", "organisation", "practice", "policy", "study")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list."""

    source: Source
    language: str
    validity: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found in the text."""

    title: str
    url: str
    place: str
    section: str
    text: str


@router.get("/documents")
def documents(request: Request, q: str = "", kind: str = "", language: str = "") -> Response:
    """The list, narrowed by words, kind and language; with words, passages too."""
    parts = services(request)
    t = spoken(request)
    known = parts.library.sources()
    words = q.strip()[: parts.web.max_question_characters]
    shown = [
        source
        for source in known
        if (not kind or source.kind == kind)
        and (not language or source.language == language)
        and all(word in _searchable(source) for word in words.casefold().split())
    ]
    if not language:
        shown = _one_of_each_pair(shown, t.lang)
    entries = [
        Entry(source, language_name(t, source.language), validity(source)) for source in shown
    ]
    context = {
        "q": words,
        "kind": kind,
        "language": language,
        "kinds": [(k, kind_name(t, k)) for k in _kinds(known)],
        "document_languages": [
            (code, language_name(t, code))
            for code in sorted({s.language or "" for s in known} - {""})
        ],
        "entries": entries,
        "hits": _hits(parts, t, words) if words else [],
        "groups": [
            (kind_name(t, k), [entry for entry in entries if entry.source.kind == k])
            for k in _kinds(shown)
        ],
    }
    return page_response(request, "documents.html", context)


@router.get("/documents/{identity}")
def document(request: Request, identity: str) -> Response:
    """A document's metadata with its contents, or its text where it has no pages."""
    parts = services(request)
    t = spoken(request)
    read = parts.library.document(identity)
    source = read.source
    paged = len(read.pages) > 1
    first = read.pages[0] if read.pages else Page(1, None, "")
    ratio = first.height / first.width if first.width else 1.4
    newer = source.validity.superseded_by
    newer_source = parts.library.find(newer) if newer else None
    context = {
        "source": source,
        "kind_name": kind_name(t, source.kind),
        "language_name": language_name(t, source.language),
        "validity": validity(source),
        "superseded_by": newer
        and {
            "known": newer_source is not None,
            "id": newer,
            "title": newer_source.title if newer_source else newer,
        },
        "page_count": len(read.pages),
        "other": _other_language(parts, t, source),
        "warnings": read.warnings,
        "contents": contents(read),
        "image": f"/api/documents/{identity}/pages/1/image?scale=1"
        if paged and parts.library.has_images(identity)
        else "",
        "thumbnail_width": _THUMBNAIL_WIDTH,
        "thumbnail_height": round(_THUMBNAIL_WIDTH * ratio),
        "items": [] if paged else readable(_without_title(read)),
    }
    return page_response(request, "document.html", context)


@router.get("/documents/{identity}/pages/{number}")
def source_page(
    request: Request,
    identity: str,
    number: int,
    start: int = 0,
    end: int = 0,
    quote: str = "",
    fragment: bool = False,
) -> Response:
    """The source viewer: a page with the quoted words marked.

    The words are given by their span in the page's text, or as they are. ``fragment`` asks for the
    viewer alone, to set beside a conversation.
    """
    parts = services(request)
    page = parts.library.page(identity, number)
    if quote and end <= start:
        start, end = find_quote(page, quote) or (0, 0)
    context = viewer_context(parts, spoken(request), identity, page, start, end)
    if fragment:
        whole = page_context(request) | context
        html = environment().get_template("_source.html").render(whole)
        return Response(html, media_type="text/html; charset=utf-8")
    return page_response(request, "source.html", context)


def viewer_context(
    parts: Services, t: Wording, identity: str, page: Page, start: int, end: int
) -> dict[str, Any]:
    """What the source viewer shows of a page and a span of its text."""
    read = parts.library.document(identity)
    count = len(read.pages)
    image = ""
    if parts.library.has_images(identity) and page.width > 0:
        image = f"/api/documents/{identity}/pages/{page.number}/image"
    touched = blocks_on(read, page.number, start, end)
    suffix = read.source.file.suffix.lower()
    return {
        "source": read.source,
        "page": page,
        "page_count": count,
        "place": page_place(t, suffix, page.number, page.label),
        "validity": validity(read.source),
        "quote": quoted_words(page, start, end),
        "section": touched[0].section if touched else (),
        "quote_provenance": tuple(
            dict.fromkeys(origin for block in touched for origin in block.provenance)
        ),
        "is_pdf": suffix == ".pdf",
        "image": image,
        "rectangles": parts.library.highlights(identity, page.number, start, end),
        "previous": page_url(identity, page.number - 1) if page.number > 1 else "",
        "next": page_url(identity, page.number + 1) if page.number < count else "",
        "items": readable(
            _without_title(read) if count == 1 and not _in_title(read, start, end) else read,
            only_page=page.number if count > 1 else None,
            page=page.number,
            start=start,
            end=end,
        ),
    }


def kind_name(t: Wording, kind: str) -> str:
    """A kind of document in the reader's language; the catalogue's own word where none is known."""
    return t.get(f"documents.kinds.{kind}", kind.replace("-", " ").capitalize())


def language_name(t: Wording, code: str | None) -> str:
    """A language by name, or its code where no name is known."""
    return t.get(f"documents.languages.{code}", code) if code else ""


def validity(source: Source) -> str:
    """The document's status today."""
    return source.validity.status_on(datetime.now(UTC).date()).value


def _searchable(source: Source) -> str:
    fields = (source.title, source.publisher, source.author, source.id, *source.topics)
    return " ".join(fields).casefold()


def _kinds(sources: tuple[Source, ...] | list[Source]) -> list[str]:
    found = {source.kind for source in sources}
    own = [kind for kind in _KIND_ORDER if kind in found]
    return sorted(found - set(own)) + own


def _one_of_each_pair(sources: list[Source], lang: str) -> list[Source]:
    """Of a fiche in two languages, the reader's."""
    translated = {source.pair for source in sources if source.pair and source.language == lang}
    return [
        source for source in sources if source.pair not in translated or source.language == lang
    ]


def _other_language(parts: Services, t: Wording, source: Source) -> dict[str, str] | None:
    if not source.pair:
        return None
    for other in parts.library.index.sources():
        if other.pair == source.pair and other.id != source.id:
            language = language_name(t, other.language)
            return {"id": other.id, "language": other.language or "", "language_name": language}
    return None


def _in_title(read: Document, start: int, end: int) -> bool:
    """Whether a span of the only page touches the first heading."""
    first = read.blocks[:1]
    return bool(first) and first[0] in blocks_on(read, 1, start, end)


def _without_title(read: Document) -> Document:
    """The document without a first heading that only repeats its title."""
    blocks = read.blocks
    if blocks and blocks[0].text.strip() == read.source.title.strip():
        return replace(read, blocks=blocks[1:])
    return read


def _hits(parts: Services, t: Wording, words: str) -> list[Hit]:
    retrieval = parts.assistant.search(words, k=8)
    return [_hit(parts, t, found) for found in retrieval.hits]


def _hit(parts: Services, t: Wording, found: RetrievedPassage) -> Hit:
    passage = found.passage
    source = parts.library.find(passage.document)
    run = passage.runs[0] if passage.runs else None
    page = run.page if run else 1
    ends = [r.page_end for r in passage.runs if r.page == page]
    return Hit(
        title=source.title if source else passage.document,
        url=page_url(passage.document, page, run.page_start if run else 0, max(ends, default=0)),
        place=page_place(
            t,
            source.file.suffix.lower() if source else "",
            page,
            passage.labels[0] if passage.labels else None,
        ),
        section=" › ".join(passage.section),
        text=passage.text,
    )
