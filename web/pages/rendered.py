"""Renders a template with what every page needs: wording, navigation, ways to name and link."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from assistant.bibliography import by_place, certainty, cited_documents, told_in_full
from web import presenting
from web.services import LANGUAGE_COOKIE, services, spoken
from web.wording import LANGUAGES, wording

FOLDER = Path(__file__).parent.parent
STATIC = FOLDER / "static"

NAVIGATION = (
    ("ask", "/"),
    ("routes", "/routes"),
    ("check", "/check"),
    ("documents", "/documents"),
    ("coverage", "/coverage"),
    ("about", "/about"),
)

STYLE_SHEETS = (
    "base.css",
    "frame.css",
    "chat.css",
    "answer.css",
    "viewer.css",
    "pages.css",
    "coverage.css",
    "print.css",
)

_YEAR = 365 * 24 * 3600


@cache
def environment() -> Environment:
    """The template environment; everything is escaped unless it is safe HTML by type."""
    made = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["fold"] = lambda text: " ".join(str(text).split())
    made.globals.update(
        static=static_url,
        outside_url=presenting.outside_url,
        document_url=presenting.document_url,
        page_url=presenting.page_url,
        citation_url=presenting.citation_url,
        route_url=presenting.route_url,
        changes_often=presenting.changes_often,
        by_place=by_place,
        cited_documents=cited_documents,
        certainty_of=certainty,
        told_in_full=told_in_full,
        wording=wording,
        style_sheets=STYLE_SHEETS,
    )
    return made


@cache
def static_url(name: str) -> str:
    """Address of a file in ``static``, with a mark of its content so that it can be cached long."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={digest}"


def page_context(request: Request) -> dict[str, Any]:
    """What every template may use."""
    t = spoken(request)
    parts = services(request)
    find = parts.library.find
    notice = parts.notice
    return {
        "t": t,
        "here": request.url.path,
        "navigation": NAVIGATION,
        "languages": [
            (lang, wording(lang)("language_name"), _in_language(request, lang))
            for lang in LANGUAGES
        ],
        "banner": t(notice.key, **notice.values) if notice else "",
        "max_characters": parts.web.max_question_characters,
        "answer_html": partial(presenting.answer_html, find=find),
        "answer_as_text": partial(presenting.answer_as_text, find=find),
        "citation_page": partial(presenting.citation_page, find=find),
        "is_fiche": partial(presenting.is_fiche, find=find),
    }


def page_response(
    request: Request,
    template: str,
    context: Mapping[str, Any],
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> HTMLResponse:
    """A rendered page. Remembers the language when the address asked for one."""
    html = environment().get_template(template).render(page_context(request) | dict(context))
    response = HTMLResponse(html, status, dict(headers or {}))
    chosen = request.query_params.get("lang")
    if chosen in LANGUAGES:
        response.set_cookie(LANGUAGE_COOKIE, chosen, max_age=_YEAR, samesite="lax", httponly=True)
    response.headers["Content-Language"] = spoken(request).lang
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


def macro_html(request: Request, template: str, macro: str, *args: Any, **context: Any) -> Markup:
    """The HTML of one macro of a template, as it stands on a page."""
    module = environment().get_template(template).make_module(page_context(request) | context)
    html = getattr(module, macro)(*args)
    assert isinstance(html, Markup)
    return html


def _in_language(request: Request, lang: str) -> str:
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    path = request.url.path if request.method == "GET" or request.url.path == "/check" else "/"
    return f"{path}?{urlencode([*kept, ('lang', lang)])}"
