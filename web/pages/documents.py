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
    heading_anchor,
    quoted_words,
    readable,
)
from web.pages.rendered import environment, page_context, page_response
from web.presenting import document_url, page_place, page_url
from web.services import Services, services, spoken
from web.wording import Wording

router = APIRouter(include_in_schema=False)

# Width of a first page on a document's own page, in pixels.
_THUMBNAIL_WIDTH = 224
# So many passages are looked at; so many documents, and of each so many passages, are shown.
_SEARCHED, _SHOWN_DOCUMENTS, _SHOWN_PASSAGES = 30, 8, 3
# A text with fewer headings needs no list of them.
_FEWEST_HEADINGS = 4
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

    url: str
    place: str
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class FoundIn:
    """A document with the passages found in it, the best first."""

    title: str
    url: str
    hits: tuple[Hit, ...]


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
        "found": _found(parts, t, words, kind, language) if words else [],
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
        "outline": [] if paged else _outline(read),
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
    read = parts.library.document(identity)
    # Beside a conversation there is no room for it, and its links would leave the conversation.
    outline = _outline(read) if len(read.pages) == 1 else []
    return page_response(request, "source.html", context | {"outline": outline})


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
        "outline": [],
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


def _outline(read: Document) -> list[tuple[str, str]]:
    """The headings of a text on one page with their anchors; none where there are few."""
    headings = contents(_without_title(read))
    if len(headings) < _FEWEST_HEADINGS:
        return []
    return [(heading.text, heading_anchor(heading.start)) for heading in headings]


def _without_title(read: Document) -> Document:
    """The document without a first heading that only repeats its title."""
    blocks = read.blocks
    if blocks and blocks[0].text.strip() == read.source.title.strip():
        return replace(read, blocks=blocks[1:])
    return read


def _found(parts: Services, t: Wording, words: str, kind: str, language: str) -> list[FoundIn]:
    """The documents of the kind and language asked for whose text holds the words.

    A title is no passage: the list of documents below shows it.
    """
    by_document: dict[str, list[RetrievedPassage]] = {}
    for found in parts.assistant.search(words, k=_SEARCHED).hits:
        source = parts.library.find(found.passage.document)
        if source is None or (kind and source.kind != kind):
            continue
        if (language and source.language != language) or found.passage.text == source.title:
            continue
        by_document.setdefault(source.id, []).append(found)
    shown = list(by_document.items())[:_SHOWN_DOCUMENTS]
    return [
        FoundIn(
            parts.library.source(identity).title,
            document_url(identity),
            tuple(_hit(parts, t, found) for found in passages[:_SHOWN_PASSAGES]),
        )
        for identity, passages in shown
    ]


def _hit(parts: Services, t: Wording, found: RetrievedPassage) -> Hit:
    passage = found.passage
    source = parts.library.find(passage.document)
    run = passage.runs[0] if passage.runs else None
    page = run.page if run else 1
    ends = [r.page_end for r in passage.runs if r.page == page]
    return Hit(
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
