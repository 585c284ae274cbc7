"""What ``wegwijs ask``, ``search`` and ``route`` print."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markdown import Markdown
from rich.markup import escape

from assistant.answer import Answer, Citation
from assistant.serialising import answer_as_json, hit_as_json, route_step_as_json

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


def print_answer(answer: Answer, *, as_json: bool = False, explain: bool = False) -> None:
    """Prints an answer with its sources, for a person or as JSON."""
    console = Console()
    if as_json:
        content = answer_as_json(answer)
        if explain:
            content["trace"] = answer.trace
        _print_json(content)
        return
    if answer.standalone_question != answer.question:
        console.print(f"[dim]{escape(answer.standalone_question)}[/]")
    console.print(Markdown(answer.text))
    for choice in answer.choices:
        console.print(f"  • {escape(choice)}")
    for notice in answer.notices:
        console.print(f"[yellow]! {escape(notice.text)}[/]", highlight=False)
    for citation in answer.citations:
        console.print(f"[dim]\\[{citation.n}][/] {escape(place(citation))}", highlight=False)
        for origin in citation.provenance:
            dated = "" if origin.date == "unknown" else origin.date
            said = ", ".join(filter(None, (origin.title, origin.publisher, dated)))
            console.print(f"    [dim]{escape(said)} {escape(origin.url or '')}[/]", highlight=False)
    for referral in answer.referrals:
        line = f"→ {referral.name}: {referral.reason} {referral.url or ''}"
        console.print(escape(line.rstrip()), highlight=False)
    if explain:
        console.print_json(json.dumps(answer.trace, ensure_ascii=False, default=str))


def place(citation: Citation) -> str:
    """Where a citation stands, as people say it: title, page as printed and in the file."""
    page = f"p. {citation.page_label or citation.page}"
    if citation.page_label and citation.page_label != str(citation.page):
        page += f" [pdf {citation.page}]"
    return ", ".join(filter(None, (citation.title, page, citation.section)))


def print_hits(
    assistant: Assistant,
    query: str,
    *,
    k: int,
    lang: str | None,
    explain: bool = False,
    as_json: bool = False,
) -> None:
    """Prints the passages found for a query; ``explain`` adds the arithmetic of every score."""
    retrieval = assistant.search(query, k=k, lang=lang)
    titles = {source.id: source.title for source in assistant.index.sources()}
    if as_json:
        hits = [hit_as_json(hit, titles, explain=explain) for hit in retrieval.hits]
        _print_json({"query": query, "hits": hits})
        return
    console = Console()
    for position, hit in enumerate(retrieval.hits, start=1):
        passage = hit.passage
        title = titles.get(passage.document, passage.document)
        pages = ", ".join(str(page) for page in passage.pages)
        console.print(
            f"[bold]{position}. {escape(title)}[/], p. {pages} [dim]{hit.score:.3f}[/]",
            highlight=False,
        )
        if passage.section:
            console.print(f"   [dim]{escape(' › '.join(passage.section))}[/]", highlight=False)
        console.print(f"   {escape(passage.text)}", highlight=False)
        if explain:
            console.print(f"   [cyan]{escape(hit.explanation())}[/]", highlight=False)
    if not retrieval.hits:
        console.print("Nothing found. Try other words, or 'wegwijs corpus list'.")


def print_route(
    assistant: Assistant,
    discipline: str,
    destination: str,
    stage: str,
    applicant: str,
    *,
    lang: str,
    as_json: bool = False,
) -> None:
    """Prints the steps of a route, each with its sources."""
    from datetime import UTC, datetime

    from assistant.routes import routes

    fiches = (
        assistant.index.document(source.id)
        for source in assistant.index.sources()
        if source.pair is not None
    )
    route = routes(
        discipline,
        destination,
        stage,
        applicant=applicant,
        lang=lang,
        documents=fiches,
        today=datetime.now(UTC).date(),
    )
    if as_json:
        _print_json({"steps": [route_step_as_json(step) for step in route.steps]})
        return
    console = Console()
    for position, step in enumerate(route.steps, start=1):
        console.print(f"[bold]{position}. {escape(step.title)}[/]", highlight=False)
        console.print(Markdown(step.text))
        for citation in step.citations:
            console.print(f"   [dim]{escape(place(citation))}[/]", highlight=False)


def _print_json(content: dict[str, Any]) -> None:
    Console(soft_wrap=True).print_json(
        json.dumps(content, ensure_ascii=False, default=str), indent=2
    )
