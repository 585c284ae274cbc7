"""``wegwijs corpus …``: the documents that Wegwijs may know. Everything is imported when called."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from corpus.document import Source
    from corpus.holdings import Holdings
    from corpus.outcomes import Report
    from corpus.receipts import Receipt
    from corpus.settings import CorpusSettings

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

Data = Annotated[
    Path | None, typer.Option("--data", help="Folder for the index and added documents.")
]
Corpus = Annotated[
    list[Path] | None,
    typer.Option("--corpus", help="Folder with documents beside the shipped fiches; repeatable."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


@app.command("list")
def list_documents(
    data: Data = None,
    corpus: Corpus = None,
    known: Annotated[
        bool, typer.Option("--catalogue", help="Also what is known but not here.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show the documents that are here, and those in the catalogue that can be fetched."""
    with _errors():
        from datetime import date

        from corpus import receipts
        from corpus.catalogue import gather

        settings = _settings(data, corpus)
        gathered = gather(settings)
        received = receipts.load(settings.downloads)
        today = date.today()  # noqa: DTZ011 - a calendar day where the user is
        rows = [
            {
                "id": source.id,
                "title": _title(source, received),
                "publisher": source.publisher,
                "kind": source.kind,
                "language": source.language,
                "date": source.date,
                "validity": source.validity.status_on(today).value,
                "here": True,
                "url": source.url,
            }
            for source in gathered.sources
        ]
        if known or as_json:
            here = {source.id for source in gathered.sources}
            rows += [
                {
                    "id": entry.id,
                    "title": entry.title,
                    "publisher": entry.publisher,
                    "kind": entry.kind.value,
                    "language": entry.language,
                    "date": entry.date,
                    "validity": entry.validity.as_validity().status_on(today).value,
                    "here": False,
                    "url": entry.url,
                }
                for entry in _holdings(settings).catalogue().entries.values()
                if entry.id not in here
            ]
        if as_json:
            _print_json({"documents": rows, "problems": list(gathered.problems)})
            return
        columns = ("id", "title", "publisher", "date", "language", "validity")
        _print_table(columns, [{**row, "id": _marked(row)} for row in rows])
        typer.echo(f"{sum(bool(row['here']) for row in rows)} documents here.")
        for problem in gathered.problems:
            typer.echo(f"  ! {problem}", err=True)


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="A document's id.")],
    data: Data = None,
    corpus: Corpus = None,
    as_json: Json = False,
) -> None:
    """Show what is known of one document."""
    with _errors():
        from corpus.details import details, reading

        settings = _settings(data, corpus)
        found = details(name, settings)
        if found["here"]:
            found["quality"] = reading(name, settings)
        if as_json:
            _print_json(found)
            return
        _print_details(found)


@app.command()
def fetch(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Ids; all when none is given.")
    ] = None,
    data: Data = None,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="Ask also whether those that are here changed.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Fetch catalogued documents from their publishers: slowly, obeying robots.txt."""
    with _errors():
        from corpus.download import Downloader

        holdings = _holdings(_settings(data, None))
        with Downloader() as downloader, _progress(as_json) as progress:
            reports = holdings.fetch(
                names or (),
                downloader,
                refresh=refresh,
                report=None if as_json else _print_report,
                progress=progress,
            )
        _finish(reports, as_json, printed=True)


@app.command()
def add(
    source: Annotated[str, typer.Argument(metavar="FILE|URL|FOLDER", help="What to add.")],
    data: Data = None,
    identifier: Annotated[str, typer.Option("--id", help="Its id; else made of the name.")] = "",
    title: Annotated[str, typer.Option(help="Its title.")] = "",
    publisher: Annotated[str, typer.Option(help="Who published it.")] = "",
    date: Annotated[str, typer.Option(help="Date of publication: YYYY, YYYY-MM or a day.")] = "",
    language: Annotated[str, typer.Option(help="Two letters, such as nl.")] = "",
    as_json: Json = False,
) -> None:
    """Add documents of your own: a file, an address, or all readable files of a folder."""
    with _errors():
        given = {
            "id": identifier,
            "title": title,
            "publisher": publisher,
            "date": date,
            "language": language,
        }
        about = {key: value for key, value in given.items() if value}
        holdings = _holdings(_settings(data, None))
        if source.startswith(("http://", "https://")):
            from corpus.download import Downloader

            with Downloader() as downloader, _progress(as_json) as progress:
                reports = [holdings.add_address(source, downloader, about, progress)]
        else:
            if about and Path(source).is_dir():
                raise typer.BadParameter("a title, id, date … describes one file, not a folder")
            reports = list(holdings.add_files(Path(source), about))
        here = any(report.outcome in ("added", "updated", "unchanged") for report in reports)
        _finish(
            reports, as_json, next_step=_index(data, "that makes it searchable") if here else ""
        )


@app.command()
def remove(
    name: Annotated[str, typer.Argument(metavar="ID", help="Id of a fetched or added document.")],
    data: Data = None,
    as_json: Json = False,
) -> None:
    """Remove a document that was fetched or added."""
    with _errors():
        reports = (_holdings(_settings(data, None)).remove(name),)
        _finish(reports, as_json, next_step=_index(data, "until then answers still quote it"))


@app.command()
def verify(data: Data = None, corpus: Corpus = None, as_json: Json = False) -> None:
    """Check the catalogue, every fiche, and every file against its checksum."""
    with _errors():
        reports = _holdings(_settings(data, corpus)).verify()
        if as_json:
            _finish(reports, as_json)
            return
        wrong = [report for report in reports if report.failed]
        typer.echo(f"{len(reports) - len(wrong)} sound, {len(wrong)} not.")
        _finish(wrong, as_json)


@app.command()
def coverage(
    data: Data = None,
    corpus: Corpus = None,
    lang: Annotated[str, typer.Option(help="Language of the table: nl or en.")] = "en",
    as_json: Json = False,
) -> None:
    """Show what the fiches know per country and discipline, how old it is, and what is missing."""
    with _errors():
        from corpus.catalogue import gather
        from corpus.coverage import coverage as cover
        from corpus.reading.fiche import read_fiche

        if lang not in ("nl", "en"):
            raise typer.BadParameter("choose nl or en", param_hint="--lang")
        sources = gather(_settings(data, corpus)).sources
        table = cover((read_fiche(s) for s in sources if s.pair and s.language == lang), lang)
        if as_json:
            _print_json(table.as_json())
        else:
            typer.echo(table.as_markdown(), nl=False)


def _settings(data: Path | None, corpus: list[Path] | None) -> CorpusSettings:
    """Options over ``WEGWIJS_*`` over ``wegwijs.toml``, as for the other commands."""
    import tomllib

    from corpus.errors import CorpusError
    from corpus.settings import CorpusSettings

    written: dict[str, Any] = {}
    file = Path("wegwijs.toml")
    if file.is_file():
        try:
            written = tomllib.loads(file.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise CorpusError(f"is not valid TOML ({error}).", where=str(file)) from None
    folder = data or Path(os.environ.get("WEGWIJS_DATA") or written.get("data", "data"))
    if corpus is None:
        named = os.environ.get("WEGWIJS_CORPUS")
        listed = named.split(os.pathsep) if named else written.get("corpus", [])
        listed = listed.split(os.pathsep) if isinstance(listed, str) else listed
        corpus = [Path(part) for part in listed if part]
    return CorpusSettings(folders=tuple(corpus), downloads=folder / "documents")


def _holdings(settings: CorpusSettings) -> Holdings:
    from corpus.holdings import Holdings

    return Holdings(settings)


@contextmanager
def _errors() -> Iterator[None]:
    """What went wrong as one line and what to do, and exit code 1; no traceback."""
    from corpus.errors import CorpusError

    try:
        yield
    except CorpusError as error:
        where = f"{error.where}: " if error.where else ""
        typer.echo(f"{where}{error.message}", err=True)
        if error.hint:
            typer.echo(error.hint, err=True)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        typer.echo("Stopped. What arrived is kept and taken up again.", err=True)
        raise typer.Exit(1) from None


@contextmanager
def _progress(silent: bool) -> Iterator[Any]:
    """A function that shows how far a transfer is, where somebody is looking."""
    from rich.console import Console

    console = Console(stderr=True)
    if silent or not console.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(name: str, got: int, expected: int | None) -> None:
            bar.update(task, description=name, completed=got, total=expected)

        yield show


def _finish(
    reports: Sequence[Report], as_json: bool, *, printed: bool = False, next_step: str = ""
) -> None:
    """Prints what happened and what to do next, and exits with 1 when something failed."""
    from dataclasses import asdict

    if as_json:
        _print_json({"reports": [asdict(report) for report in reports]})
    elif not printed:
        for report in reports:
            _print_report(report)
    failed = sum(report.failed for report in reports)
    if printed and not as_json:
        typer.echo(f"{len(reports) - failed} of {len(reports)} without trouble.")
    if next_step and not as_json:
        typer.echo(next_step)
    if failed:
        raise typer.Exit(1)


def _index(data: Path | None, why: str) -> str:
    """What to run so that the index knows what changed, over the same data folder."""
    where = f" --data {shlex.quote(str(data))}" if data else ""
    return f"Run `wegwijs index{where}`: {why}."


def _print_report(report: Report) -> None:
    size = f" ({report.size_bytes:,} bytes)" if report.size_bytes else ""
    line = f"{report.outcome.value:<10}{report.id}{size}  {report.message}".rstrip()
    typer.echo(line, err=report.failed)
    if report.hint:
        typer.echo(f"{'':<10}{report.hint}", err=report.failed)


def _print_details(found: dict[str, Any]) -> None:
    statements, facts = found.pop("statements", []), found.pop("facts", {})
    quality = found.pop("quality", {})
    for key, value in found.items():
        if value not in (None, "", []):
            shown = ", ".join(map(str, value)) if isinstance(value, list) else value
            typer.echo(f"{key + ':':<16}{shown}")
    if quality:
        _print_quality(quality)
    section = None
    for statement in statements:
        if statement["section"] != section:
            section = statement["section"]
            typer.echo(f"\n{' › '.join(section)}")
        marks = ", ".join(statement["facts"]) or "nothing known"
        old = ", check: changeable and old or undated" if statement["outdated"] else ""
        typer.echo(f"  {statement['text']} [{marks}{old}]")
    if facts:
        typer.echo("\nSources")
    for name, fact in facts.items():
        for source in (fact["source"], *fact["more_sources"]):
            where = ", ".join(filter(None, (source["title"], source["publisher"], source["url"])))
            typer.echo(f"  {name}: {where} (dated {source['date']}, true as of {fact['as_of']})")


def _print_quality(found: dict[str, Any]) -> None:
    """What reading found, and the pages to look at."""
    typer.echo("\nAs read")
    for key in ("pages", "words", "headings", "paragraphs", "list_items", "tables", "references"):
        typer.echo(f"  {key.replace('_', ' ') + ':':<14}{found[key]}")
    typer.echo(f"  {'footnotes:':<14}{found['footnotes']}, {found['footnotes_linked']} linked")
    for page in found["suspicious"]:
        typer.echo(f"  look at page {page['page']}: {page['reason']} ({page['example'][:60]})")
    for warning in found["warnings"]:
        typer.echo(f"  {warning}")


def _print_json(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1, default=str))


def _title(source: Source, received: dict[str, Receipt]) -> str:
    """A document's title; where nobody gave one, what it called itself when it was added."""
    receipt = received.get(source.id)
    own = source.title != source.file.stem
    return source.title if own or receipt is None else receipt.title or source.title


def _marked(row: dict[str, Any]) -> str:
    return str(row["id"]) if row["here"] else f"({row['id']})"


def _print_table(columns: tuple[str, ...], rows: list[dict[str, Any]]) -> None:
    """A table for people, tab-separated lines for programs."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    if not console.is_terminal:
        for row in rows:
            typer.echo("\t".join(str(row[column] or "") for column in columns))
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column in ("id", "date", "language"))
    for row in rows:
        table.add_row(*(str(row[column] or "") for column in columns))
    console.print(table)
