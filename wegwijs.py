"""The command line of Wegwijs: one function per command, everything imported when called."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NoReturn

import typer

from corpus.command_line import app as corpus_app
from evals.command_line import app as eval_app

if TYPE_CHECKING:
    from assistant.pipeline import Assistant
    from assistant.settings import WegwijsSettings

app = typer.Typer(
    name="wegwijs",
    help="Answers questions over cultural-policy documents, with quotes, document and page.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(corpus_app, name="corpus", help="The documents that Wegwijs may know.")
app.add_typer(eval_app, name="eval", help="How good are the answers, and are they getting better?")

Data = Annotated[
    Path | None, typer.Option("--data", help="Folder for the index and added documents.")
]
Corpus = Annotated[
    list[Path] | None,
    typer.Option("--corpus", help="Folder with documents beside the shipped fiches; repeatable."),
]
WithoutFiches = Annotated[
    bool, typer.Option("--without-fiches", help="Leave the shipped fiches out.")
]
AllSources = Annotated[
    bool, typer.Option("--sources", help="Every source behind the fiches, not only the first.")
]
Language = Literal["nl", "en"]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def settings_from(
    data: Path | None,
    corpus: list[Path] | None,
    without_fiches: bool = False,
    *,
    absent_folders: bool = False,
) -> WegwijsSettings:
    """The settings: what the command line says over the environment over ``wegwijs.toml``."""
    from assistant.reading_settings import read_settings

    given: dict[str, Any] = {}
    if data is not None:
        given["data"] = data
    if corpus:
        given["corpus"] = tuple(corpus)
    if without_fiches:
        given["with_fiches"] = False
    return read_settings(given, absent_folders=absent_folders)


@app.command()
def serve(
    data: Data = None,
    corpus: Corpus = None,
    without_fiches: WithoutFiches = False,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=0, max=65535)] = 8000,
) -> None:
    """Bring the index up to date and serve the chat."""
    from web.serving import serve as serve_chat

    serve_chat(settings_from(data, corpus, without_fiches), host=host, port=port)


@app.command()
def index(
    data: Data = None,
    corpus: Corpus = None,
    without_fiches: WithoutFiches = False,
    rebuild: Annotated[bool, typer.Option(help="Build everything anew.")] = False,
    as_json: Json = False,
) -> None:
    """Bring the index up to date with the documents."""
    from indexing.command_line import index_with_progress
    from indexing.freshness import left_out

    settings = settings_from(data, corpus, without_fiches)
    for gone in left_out(settings.indexing_settings.folder, settings.corpus_settings):
        keep = shlex.join(["--corpus", gone])
        typer.echo(f"Taken out of the index: {gone}. To keep it, give {keep}", err=True)
    report = index_with_progress(
        settings.indexing_settings, settings.corpus_settings, rebuild=rebuild, as_json=as_json
    )
    read = report.created or report.updated or report.skipped
    raise typer.Exit(1 if report.failed and not read else 0)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="What you want to know, in Dutch or English.")],
    data: Data = None,
    corpus: Corpus = None,
    without_fiches: WithoutFiches = False,
    lang: Annotated[Language | None, typer.Option(help="Language of the answer.")] = None,
    explain: Annotated[bool, typer.Option(help="Show how the answer came about.")] = False,
    all_sources: AllSources = False,
    as_json: Json = False,
) -> None:
    """Answer one question."""
    from assistant.answer import Question
    from assistant.command_line import print_answer

    with opened(settings_from(data, corpus, without_fiches)) as assistant:
        answer = assistant.ask(Question(question, lang=lang))
        print_answer(
            answer,
            {source.id: source for source in assistant.index.sources()},
            as_json=as_json,
            explain=explain,
            all_sources=all_sources,
            data=data,
        )


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="Words to look for.")],
    data: Data = None,
    corpus: Corpus = None,
    without_fiches: WithoutFiches = False,
    k: Annotated[int, typer.Option("-k", help="How many passages.", min=1, max=1000)] = 10,
    lang: Annotated[Language | None, typer.Option(help="Language of the query.")] = None,
    explain: Annotated[bool, typer.Option(help="Print the arithmetic of every hit.")] = False,
    as_json: Json = False,
) -> None:
    """Show the passages found for a query."""
    from assistant.command_line import print_hits

    with opened(settings_from(data, corpus, without_fiches)) as assistant:
        print_hits(assistant, query, k=k, lang=lang, explain=explain, as_json=as_json, data=data)


@app.command()
def check(
    file: Annotated[
        Path, typer.Argument(help="A text file with the paragraph; - for what is piped in.")
    ] = Path("-"),
    data: Data = None,
    corpus: Corpus = None,
    without_fiches: WithoutFiches = False,
    lang: Annotated[Language | None, typer.Option(help="Language of the explanations.")] = None,
    as_json: Json = False,
) -> None:
    """Check a paragraph: do the documents carry each of its sentences?"""
    from assistant.paragraphs.command_line import print_check
    from assistant.paragraphs.reading import read_paragraph

    text = read_paragraph(file)
    with opened(settings_from(data, corpus, without_fiches)) as assistant:
        sources = {source.id: source for source in assistant.index.sources()}
        print_check(assistant.check(text, lang), sources, as_json=as_json)


@app.command()
def route(
    discipline: Annotated[
        str,
        typer.Option(
            help="Code or name, in Dutch or English: music, dance, theatre, circus, visual-arts, "
            "literature, film, games, heritage, socio-cultural, amateur-arts, architecture, design."
        ),
    ],
    destination: Annotated[
        str,
        typer.Option(
            help="A country: code or name, in Dutch or English. With a fiche of their own: nl, fr, "
            "de, be, gb, at, ca, cz, dk, ee, es, fi, hu, ie, it, jp, ma, no, pl, pt, se, us, za, "
            "ch; elsewhere you get the general steps."
        ),
    ],
    stage: Annotated[str, typer.Option(help="first, on-the-road or established.")] = "first",
    applicant: Annotated[str, typer.Option(help="person or organisation.")] = "person",
    lang: Annotated[
        Language | None, typer.Option(help="Else that of the words you use, or nl.")
    ] = None,
    data: Data = None,
    corpus: Corpus = None,
    all_sources: AllSources = False,
    as_json: Json = False,
) -> None:
    """Where to start: the sourced steps for a discipline and a destination."""
    from assistant.command_line import print_route
    from assistant.route_choices import language_of

    with opened(settings_from(data, corpus)) as assistant:
        print_route(
            assistant,
            discipline,
            destination,
            stage,
            applicant,
            lang=lang or language_of(discipline, destination),
            as_json=as_json,
            all_sources=all_sources,
        )


@app.command()
def doctor(data: Data = None, corpus: Corpus = None, as_json: Json = False) -> None:
    """Tell what works, what is missing, and what to do."""
    from assistant.doctor import examine, print_findings

    findings = examine(settings_from(data, corpus, absent_folders=True))
    print_findings(findings, as_json=as_json)
    raise typer.Exit(1 if any(finding.broken for finding in findings) else 0)


def opened(settings: WegwijsSettings) -> Assistant:
    """The assistant over an index that is brought up to date first when there is none.

    An index that differs from the documents is told, with what to run: bringing it up to date may
    take minutes, and would leave out folders that are not named now.
    """
    from assistant.assembly import assemble
    from indexing.command_line import index_with_progress
    from indexing.errors import IndexMissing
    from indexing.freshness import staleness

    try:
        assistant = assemble(settings)
        if stale := staleness(settings.indexing_settings.folder, settings.corpus_settings):
            typer.echo(f"{stale}\nBring it up to date: {stale.command(settings.data)}", err=True)
        return assistant
    except IndexMissing:
        typer.echo("Reading the documents first; this is needed only once.", err=True)
        index_with_progress(settings.indexing_settings, settings.corpus_settings, quiet=True)
        return assemble(settings)


def fail(message: str) -> NoReturn:
    """Say what went wrong and stop with exit code 1."""
    typer.echo(message, err=True)
    raise SystemExit(1)


def main() -> None:
    """Run the command line; a known error is a sentence, not a traceback.

    Exit codes: 0 done, 1 a failed job, 2 bad usage, 130 interrupted.
    """
    try:
        app(prog_name="wegwijs")
    except KeyboardInterrupt:
        typer.echo("Interrupted; nothing was lost.", err=True)
        sys.exit(130)
    except Exception as error:
        from assistant.errors import AssistantError
        from corpus.errors import CorpusError
        from evals.errors import EvaluationError
        from indexing.errors import IndexingError

        if isinstance(error, (AssistantError, CorpusError, EvaluationError, IndexingError)):
            fail(str(error))
        if isinstance(error, OSError) and error.filename:
            told = f"{error.filename}: {error.strerror}."
            fail(f"{told} Check that it may be read and written, or choose another place.")
        raise


if __name__ == "__main__":
    main()
