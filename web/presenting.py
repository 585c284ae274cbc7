"""How answers, citations and documents are named and linked on a page: pure functions."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from urllib.parse import quote as quoted
from urllib.parse import urlencode, urlsplit

from markupsafe import Markup

from assistant.answer import Answer, ChosenRoute, Citation, NoticeKind
from assistant.bibliography import CitedDocument, cited_documents
from assistant.serialising import route_as_json
from corpus.document import Source
from web.rendering import claims_html
from web.wording import Wording

FindSource = Callable[[str], Source | None]


def document_url(document: str) -> str:
    """Address of a document's own page."""
    return f"/documents/{quoted(document, safe='')}"


def page_url(document: str, page: int, start: int = 0, end: int = 0) -> str:
    """Address of a page (from 1) in the source viewer, with a character span to highlight."""
    query = f"?{urlencode({'start': start, 'end': end})}#quote" if end > start else ""
    return f"{document_url(document)}/pages/{page}{query}"


def citation_url(citation: Citation) -> str:
    """Address in the source viewer of the quoted words."""
    return page_url(citation.document, citation.page, citation.page_start, citation.page_end)


def route_url(route: ChosenRoute) -> str:
    """Address of the page of a route, with the choices filled in."""
    return f"/routes?{urlencode(route_as_json(route))}"


def outside_url(url: str | None) -> str | None:
    """The address when it is one of the web; documents name their own, so others are refused."""
    return url if url and urlsplit(url).scheme in ("http", "https") else None


def is_fiche(citation: Citation, find: FindSource) -> bool:
    """Whether the cited document is one of Wegwijs' own fiches."""
    source = find(citation.document)
    return source is not None and source.pair is not None


def changes_often(answer: Answer) -> bool:
    """Whether the sources should say that facts in them change often: some do, and no notice beside
    the answer says so already."""
    if any(notice.kind is NoticeKind.VOLATILE for notice in answer.notices):
        return False
    return any(origin.volatile for citation in answer.citations for origin in citation.provenance)


def page_place(t: Wording, suffix: str, page: int, label: str | None) -> str:
    """A page as people name it: the printed number first, the file's own behind it.

    ``suffix`` is the file's (".pdf"): what has no pages of its own has no place to name.
    """
    if suffix == ".pptx":
        return t("answer.place_slide", page=page)
    if suffix != ".pdf":
        return ""
    if not label:
        return t("answer.place_file", page=page)
    printed = t("answer.place_page", label=label)
    return f"{printed} {t('answer.place_file', page=page)}"


def citation_place(t: Wording, citation: Citation, find: FindSource) -> str:
    """Page and section of a citation, such as "p. 18 [pdf 19], § 4.1.1"."""
    section = citation.section if citation.section != citation.title else ""
    return ", ".join(part for part in (citation_page(t, citation, find), section) if part)


def citation_page(t: Wording, citation: Citation, find: FindSource) -> str:
    """Page of a citation, such as "p. 18 [pdf 19]"; empty where the format has no pages."""
    source = find(citation.document)
    suffix = source.file.suffix.lower() if source else ""
    return page_place(t, suffix, citation.page, citation.page_label)


def marker_html(t: Wording, find: FindSource) -> Callable[[Citation], str]:
    """Draws the marker of a citation: a numbered link to the quoted words."""

    def draw(citation: Citation) -> str:
        label = t(
            "answer.source_label",
            n=citation.n,
            title=citation.title,
            place=citation_place(t, citation, find),
        ).rstrip(", ")
        return (
            f'<a class="node" href="{escape(citation_url(citation))}" data-n="{citation.n}"'
            f' aria-label="{escape(label)}">{citation.n}</a>'
        )

    return draw


def answer_html(t: Wording, answer: Answer, find: FindSource) -> Markup:
    """The claims of an answer as safe HTML with markers."""
    return claims_html(answer.claims, answer.citations, marker_html(t, find))


def answer_as_text(t: Wording, answer: Answer, find: FindSource) -> str:
    """An answer to paste elsewhere: Markdown, with what its reader should know and its sources
    below."""
    lines = [answer.text]
    lines += [f"{t(f'notice.{notice.kind.value}')}: {notice.text}" for notice in answer.notices]
    if changes_often(answer):
        lines.append(t("source.volatile"))
    if answer.citations:
        lines.append(f"{t('answer.sources')}:")
        lines += [_cited_as_text(t, cited, find) for cited in cited_documents(answer.citations)]
    lines += [
        f"{referral.name}: {referral.reason}" + (f" <{referral.url}>" if referral.url else "")
        for referral in answer.referrals
    ]
    return "\n\n".join(line for line in lines if line)


def _cited_as_text(t: Wording, cited: CitedDocument, find: FindSource) -> str:
    first = cited.first
    alone = citation_place(t, first, find) if len(cited.citations) == 1 else ""
    numbers = "".join(f"[{citation.n}]" for citation in cited.citations)
    title = ", ".join(filter(None, (first.title, first.publisher, first.date, alone)))
    lines = [f"{numbers} {title}" + (f" <{first.url}>" if first.url else "")]
    for citation in cited.citations:
        where = "" if alone else citation_place(t, citation, find)
        quote = " ".join(citation.quote.split())
        lines.append(f"    {where}: “{quote}”" if where else f"    “{quote}”")
    for origin in cited.origins:
        dated = "" if origin.date == "unknown" else origin.date
        said = ", ".join(filter(None, (origin.title, origin.publisher, dated)))
        address = f" <{origin.url}>" if origin.url else ""
        lines.append(f"    {t('source.provenance_one')}: {said}{address}")
    return "\n".join(lines)
