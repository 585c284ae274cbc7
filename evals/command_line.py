"""The commands of ``wegwijs eval``; everything is imported when called."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from evals.running import Run
    from evals.targets import Target

app = typer.Typer(no_args_is_help=True)

SuiteOption = Annotated[
    Path, typer.Option("--suite", help="Suite: a YAML file, or a folder of them.")
]
Data = Annotated[Path | None, typer.Option("--data", help="Folder of the index.")]
Corpus = Annotated[
    list[Path] | None, typer.Option("--corpus", help="Folder with documents; repeatable.")
]
WithoutFiches = Annotated[
    bool, typer.Option("--without-fiches", help="Leave the shipped fiches out.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
DEFAULT_SUITES = Path(__file__).parent / "suites"


def _settings(data: Path | None, corpus: list[Path] | None, without_fiches: bool) -> Any:
    from assistant.settings import WegwijsSettings

    given: dict[str, Any] = {}
    if data is not None:
        given["data"] = data
    if corpus:
        given["corpus"] = tuple(corpus)
    if without_fiches:
        given["with_fiches"] = False
    return WegwijsSettings(**given)


@app.command()
def run(
    out: Annotated[Path, typer.Option("--out", help="Folder for the results.")],
    suite: SuiteOption = DEFAULT_SUITES / "fiches-development",
    data: Data = None,
    corpus: Corpus = None,
    without_fiches: WithoutFiches = False,
    url: Annotated[str, typer.Option(help="Evaluate a running Wegwijs at this address.")] = "",
    openai_url: Annotated[
        str, typer.Option(help="Evaluate a server with /v1/chat/completions at this address.")
    ] = "",
    model: Annotated[str, typer.Option(help="Model to ask for with --openai-url.")] = "",
    workers: Annotated[int, typer.Option(help="Questions asked at the same time.", min=1)] = 2,
    anew: Annotated[bool, typer.Option(help="Replace an earlier run in the folder.")] = False,
    as_json: Json = False,
) -> None:
    """Answer a suite once, score it, and write results and report."""
    from rich.console import Console
    from rich.progress import Progress

    from evals.exporting import write_csv, write_junit
    from evals.reporting import write_report
    from evals.running import run_suite
    from evals.suite import load_suite

    loaded = load_suite(suite)
    target, extra = _choose_target(data, corpus, without_fiches, url, openai_url, model)
    console = Console(stderr=True)
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task(f"{len(loaded.items)} questions", total=len(loaded.items))
        finished = run_suite(
            loaded,
            target,
            out,
            workers=workers,
            resume=not anew,
            extra_settings=extra,
            progress=lambda done, _: bar.update(task, completed=done),
        )
    write_report(finished, out / "report.html")
    write_junit(finished, out / "junit.xml")
    write_csv(finished, out / "scores.csv")
    if as_json:
        typer.echo(json.dumps(finished.summary.as_json(), ensure_ascii=False))
    else:
        _print_summary(finished)


def _choose_target(
    data: Path | None,
    corpus: list[Path] | None,
    without_fiches: bool,
    url: str,
    openai_url: str,
    model: str,
) -> tuple[Target, dict[str, Any]]:
    from evals.targets import InProcess, OpenAILike, RunningWegwijs

    if url and openai_url:
        raise typer.BadParameter("give --url or --openai-url, not both")
    if url:
        return RunningWegwijs(url), {}
    if openai_url:
        if not model:
            raise typer.BadParameter("--openai-url needs --model")
        return OpenAILike(openai_url, model), {}
    from assistant.assembly import assemble
    from indexing.command_line import index_with_progress

    settings = _settings(data, corpus, without_fiches)
    index_with_progress(settings.indexing_settings, settings.corpus_settings, quiet=True)
    return InProcess(assemble(settings)), {"settings": settings.model_dump(mode="json")}


def _print_summary(run: Run) -> None:
    from rich.console import Console
    from rich.table import Table

    from evals.measures import MEASURES

    table = Table(title=f"{run.summary.questions} questions, {len(run.summary.crashed)} crashed")
    for title in ("Measure", "Mean", "95 % interval", "Scored"):
        table.add_column(title)
    for measure in MEASURES:
        value = run.summary.overall[measure.name]
        form = ".1%" if measure.proportion else ".1f"
        if value.mean is None:
            table.add_row(measure.title, "–", "–", "0")
        else:
            interval = f"{value.low:{form}} – {value.high:{form}}"
            table.add_row(measure.title, f"{value.mean:{form}}", interval, str(value.n))
    console = Console()
    console.print(table)
    console.print(f"Report: {run.folder / 'report.html'}")


@app.command()
def compare(
    a: Annotated[Path, typer.Argument(help="Folder of the earlier run.")],
    b: Annotated[Path, typer.Argument(help="Folder of the later run.")],
    suite: SuiteOption = DEFAULT_SUITES / "fiches-development",
    as_json: Json = False,
) -> None:
    """Tell what changed between two runs, and write B's report with both answers side by side."""
    from rich.console import Console
    from rich.table import Table

    from evals.comparing import compare as compare_runs
    from evals.measures import MEASURES
    from evals.reporting import write_report
    from evals.running import read_run
    from evals.suite import load_suite

    loaded = load_suite(suite)
    comparison = compare_runs(read_run(a, loaded), read_run(b, loaded))
    report = b / f"compared-with-{a.name}.html"
    write_report(comparison.b, report, comparison)
    if as_json:
        typer.echo(json.dumps(comparison.as_json(), ensure_ascii=False))
        return
    table = Table(title=f"{b} against {a}")
    for title in ("Measure", "Difference", "95 % interval", "Better", "Worse", "p (Holm)"):
        table.add_column(title)
    for measure in MEASURES:
        d = comparison.differences[measure.name]
        if d.mean is None:
            continue
        form = "+.1%" if measure.proportion else "+.1f"
        p = "–" if d.adjusted_p is None else f"{d.adjusted_p:.3f}"
        interval = f"{d.low:{form}} – {d.high:{form}}"
        table.add_row(measure.title, f"{d.mean:{form}}", interval, str(d.better), str(d.worse), p)
    console = Console()
    console.print(table)
    for change in comparison.changes:
        mark = "[green]better[/]" if change.better else "[red]worse[/]"
        console.print(mark, change.after.item.id, change.after.item.question, markup=True)
    console.print(f"Both answers side by side: {report}")


@app.command()
def report(
    folder: Annotated[Path, typer.Argument(help="Folder of the run.")],
    suite: SuiteOption = DEFAULT_SUITES / "fiches-development",
) -> None:
    """Write the report of a run again."""
    from evals.reporting import write_report
    from evals.running import read_run
    from evals.suite import load_suite

    write_report(read_run(folder, load_suite(suite)), folder / "report.html")
    typer.echo(f"Report: {folder / 'report.html'}")


@app.command()
def gate(
    baseline: Annotated[Path, typer.Option("--baseline", help="Folder of the baseline run.")],
    run_folder: Annotated[Path, typer.Option("--run", help="Folder of the run to judge.")],
    suite: SuiteOption = DEFAULT_SUITES / "fiches-development",
) -> None:
    """Fail on a significant loss, a crash, or a wrong answer to a question that must be right."""
    from evals.gating import gate as judge
    from evals.running import read_run
    from evals.suite import load_suite

    loaded = load_suite(suite)
    verdict = judge(read_run(baseline, loaded), read_run(run_folder, loaded))
    for reason in verdict.reasons:
        typer.echo(reason, err=True)
    raise typer.Exit(0 if verdict.passed else 1)


@app.command()
def validate(
    suite: SuiteOption = DEFAULT_SUITES / "fiches-development",
    development: Annotated[
        Path | None, typer.Option(help="Development suite that this one must not copy.")
    ] = None,
    data: Data = None,
    corpus: Corpus = None,
    without_fiches: WithoutFiches = False,
) -> None:
    """Check that evidence and nuggets stand in the documents, and that test is not development."""
    from assistant.assembly import assemble
    from evals.suite import load_suite
    from evals.validating import near_copies
    from evals.validating import validate as validate_suite
    from indexing.command_line import index_with_progress

    loaded = load_suite(suite)
    settings = _settings(data, corpus, without_fiches)
    index_with_progress(settings.indexing_settings, settings.corpus_settings, quiet=True)
    with assemble(settings) as assistant:
        named = {name for item in loaded.items for name in item.documents}
        known = {source.id for source in assistant.index.sources()}
        documents = {name: assistant.index.document(name) for name in sorted(named & known)}
    findings = list(validate_suite(loaded, documents))
    if development is not None:
        findings += near_copies(loaded.items, load_suite(development).items)
    for finding in findings:
        typer.echo(str(finding), err=True)
    typer.echo(f"{len(loaded.items)} questions, {len(findings)} findings.")
    raise typer.Exit(1 if findings else 0)


@app.command()
def power(
    questions: Annotated[int, typer.Argument(help="Questions in the suite.", min=1)],
    changed: Annotated[
        float, typer.Option(help="Share of questions whose outcome differs between runs.")
    ] = 0.2,
) -> None:
    """Tell the smallest change that a suite of this size shows, with 80 % power."""
    from evals.statistics import questions_needed, smallest_change

    smallest = smallest_change(questions, changed)
    needed = questions_needed(0.05, max(changed, 0.05))
    if smallest is None:
        typer.echo(f"{questions} questions show no change at all with this share of differences.")
    else:
        typer.echo(f"{questions} questions show a change of {smallest:.1%} or more.")
    typer.echo(f"A change of 5 points needs {needed} questions.")


@app.command()
def review(
    feedback: Annotated[Path, typer.Option(help="Feedback kept by the web.")] = Path(
        "data/feedback.jsonl"
    ),
    reviews: Annotated[Path, typer.Option(help="Where the reviews are kept.")] = Path(
        "data/reviews.jsonl"
    ),
    reviewer: Annotated[str, typer.Option(help="Your name or initials.")] = "",
    out: Annotated[Path | None, typer.Option(help="Write the agreed items as a suite.")] = None,
) -> None:
    """Review questions from use: mark the answer, write the truth, report agreement."""
    from evals.candidates import agreement, candidates_from_feedback, read_reviews
    from evals.candidates import suite_from_reviews as suite_of
    from evals.reviewing import review_candidates

    candidates = candidates_from_feedback(feedback)
    if reviewer:
        review_candidates(candidates, reviews, reviewer)
    known = read_reviews(reviews)
    for pair in agreement(known):
        kappa = "–" if pair.kappa is None else f"{pair.kappa:.2f}"
        typer.echo(
            f"{pair.first} and {pair.second}: {pair.agreed} of {pair.n} alike, kappa {kappa}"
        )
    if out is not None:
        out.write_text(suite_of(candidates, known), encoding="utf-8")
        typer.echo(f"Suite: {out}")
    if not reviewer and out is None:
        typer.echo(f"{len(candidates)} candidates, {len(known)} reviews. Give --reviewer to start.")


@app.command()
def retrieval(
    folder: Annotated[Path, typer.Argument(help="Retrieval set in BEIR layout.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for scores and the TREC run.")],
    as_json: Json = False,
) -> None:
    """Measure the retriever on a retrieval set, in a throw-away index."""
    from evals.retrieval import evaluate, print_scores

    scores = evaluate(folder, out)
    print_scores(scores, as_json=as_json)
