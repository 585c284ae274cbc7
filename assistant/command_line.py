"""What ``wegwijs ask``, ``search`` and ``route`` print."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markdown import Markdown
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from assistant.answer import Answer, Citation
from assistant.bibliography import cited_documents, has_pages, place
from assistant.errors import BadQuestion
from assistant.serialising import answer_as_json, hit_as_json, route_as_json, route_step_as_json

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.pipeline import Assistant
    from corpus.document import Source

_MORE = {
    "nl": "Met --sources zie je alle bronnen achter de fiches.",
    "en": "--sources shows every source behind the fiches.",
}


def print_answer(
    answer: Answer,
    sources: Mapping[str, Source],
    *,
    as_json: bool = False,
    explain: bool = False,
    all_sources: bool = False,
    data: Path | None = None,
) -> None:
    """Prints an answer with its sources, for a person or as JSON.

    Args:
        sources: the documents in the index by id; they tell which have pages.
        data: the data folder where it is another than usual: a command that is told names it.
        all_sources: print every source behind a fiche's facts, not only the first.
    """
    console = Console()
    if as_json:
        content = answer_as_json(answer)
        if explain:
            content["trace"] = answer.trace
        _print_json(content)
        return
    if any(sign.isalnum() for sign in answer.question) and (
        answer.standalone_question != answer.question
    ):
        console.print(f"[dim]{escape(answer.standalone_question)}[/]")
    console.print(Markdown(answer.text))
    _print_route(console, answer, data)
    for choice in answer.choices if not answer.status.refused else ():
        console.print(f"  • {escape(choice)}")
    for notice in answer.notices:
        console.print(f"[yellow]! {escape(notice.text)}[/]", highlight=False)
    behind = None if all_sources else 1
    _print_sources(console, answer.citations, sources, behind=behind, lang=answer.lang)
    for referral in answer.referrals:
        # A reason often names whom it is the reason to ask.
        named = referral.name in referral.reason
        told = referral.reason if named else f"{referral.name}: {referral.reason}"
        console.print(escape(f"→ {told}"), highlight=False)
        _print_address(console, referral.url)
    if explain:
        console.print_json(json.dumps(answer.trace, ensure_ascii=False, default=str))


def _print_route(console: Console, answer: Answer, data: Path | None) -> None:
    """The command that prints, in the answer's language and over the same data, the whole of the
    route that the answer tells the first steps of."""
    if answer.route:
        options = {**route_as_json(answer.route), "lang": answer.lang}
        chosen = " ".join(f"--{name} {key}" for name, key in options.items()) + _over(data)
        lead = "Alle stappen" if answer.lang == "nl" else "All the steps"
        # Never broken over lines: it is there to be copied.
        told = f"{lead}: [bold]wegwijs route {chosen}[/]"
        console.print(told, highlight=False, soft_wrap=True)


def _over(data: Path | None) -> str:
    """The option of a command for another data folder than usual."""
    return f" --data {escape(shlex.quote(str(data)))}" if data is not None else ""


def _print_sources(
    console: Console,
    citations: Iterable[Citation],
    sources: Mapping[str, Source],
    *,
    behind: int | None,
    lang: str,
) -> None:
    """Every cited document once, with at most ``behind`` of the sources behind its facts.

    An address stands alone on its line, whole, so that a terminal can open it.
    """
    left_out = False
    console.print()
    for cited in cited_documents(citations):
        places: dict[str, list[int]] = {}
        for citation in cited.citations:
            places.setdefault(place(citation, sources.get(cited.document)), []).append(citation.n)
        where = [
            f"{escape(found)} [dim]{''.join(escape(f'[{n}]') for n in numbers)}[/]".lstrip()
            for found, numbers in places.items()
        ]
        # A document of one page and without sections has a number only.
        colon = ":" if any(places) else ""
        title = f"[bold]{escape(cited.first.title)}[/]{colon}"
        console.print(f"{title} {'; '.join(where)}", highlight=False)
        shown = cited.origins[:behind]
        for origin in shown:
            dated = "" if origin.date == "unknown" else origin.date
            said = ", ".join(filter(None, (origin.title, origin.publisher, dated)))
            others = len(cited.origins) - len(shown)
            left_out = left_out or others > 0
            more = f" (+{others})" if others else ""
            console.print(Padding(Text(said + more, style="dim"), (0, 0, 0, 4)))
            _print_address(console, origin.url)
        if not cited.origins:
            _print_address(console, cited.first.url)
    if left_out:
        console.print(f"[dim]{_MORE[lang]}[/]", highlight=False)


def _print_address(console: Console, url: str | None) -> None:
    """An address in full, never broken over lines, so that a terminal can open it."""
    if url:
        console.print(f"    {url}", style="dim", markup=False, highlight=False, soft_wrap=True)


def print_hits(
    assistant: Assistant,
    query: str,
    *,
    k: int,
    lang: str | None,
    explain: bool = False,
    as_json: bool = False,
    data: Path | None = None,
) -> None:
    """Prints the passages found for a query; ``explain`` adds the arithmetic of every score.

    ``data`` is the data folder where it is another than usual: a command that is told names it.

    Raises:
        BadQuestion: there is no word to look for.
    """
    if not any(sign.isalnum() for sign in query):
        raise BadQuestion("There is nothing to look for.", hint="Give one or more words.")
    retrieval = assistant.search(query, k=k, lang=lang)
    sources = {source.id: source for source in assistant.index.sources()}
    titles = {identity: source.title for identity, source in sources.items()}
    if as_json:
        hits = [hit_as_json(hit, titles, explain=explain) for hit in retrieval.hits]
        _print_json({"query": query, "hits": hits})
        return
    console = Console()
    for position, hit in enumerate(retrieval.hits, start=1):
        passage = hit.passage
        title = titles.get(passage.document, passage.document)
        pages = ", ".join(str(page) for page in passage.pages)
        paged = has_pages(sources[passage.document])
        console.print(
            f"[bold]{position}. {escape(title)}[/]{f', p. {pages}' if paged else ''}"
            f" [dim]{hit.score:.3f}[/]",
            highlight=False,
        )
        if passage.section:
            console.print(f"   [dim]{escape(' › '.join(passage.section))}[/]", highlight=False)
        console.print(f"   {escape(passage.text)}", highlight=False)
        if explain:
            console.print(f"   [cyan]{escape(hit.explanation())}[/]", highlight=False)
    if not retrieval.hits:
        listing = f"`wegwijs corpus list{_over(data)}`"
        console.print(
            f"Nothing found. Try other words, or {listing}.", highlight=False, soft_wrap=True
        )


def print_route(
    assistant: Assistant,
    discipline: str,
    destination: str,
    stage: str,
    applicant: str,
    *,
    lang: str,
    as_json: bool = False,
    all_sources: bool = False,
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
    sources = {source.id: source for source in assistant.index.sources()}
    console.print(f"[bold]{escape(route.title)}[/] ({escape(route.subtitle)})", highlight=False)
    for position, step in enumerate(route.steps, start=1):
        console.print(f"\n[bold]{position}. {escape(step.title)}[/]", highlight=False)
        console.print(Markdown(step.text))
        behind = None if all_sources else 0
        _print_sources(console, step.citations, sources, behind=behind, lang=lang)
    if not all_sources:
        console.print(f"\n[dim]{_MORE[lang]}[/]", highlight=False)


def _print_json(content: dict[str, Any]) -> None:
    Console(soft_wrap=True).print_json(
        json.dumps(content, ensure_ascii=False, default=str), indent=2
    )
