"""The commands of ``wegwijs eval``; everything is imported when called."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from evals.review_commands import judge, mark, review

if TYPE_CHECKING:
    from evals.run_folder import Run
    from evals.suite import Suite
    from evals.targets import Target

app = typer.Typer(no_args_is_help=True)

SUITES = Path(__file__).parent / "suites"
SuiteOption = Annotated[
    Path, typer.Option("--suite", help="Suite: a YAML file, or a folder of them.")
]
OwnSuite = Annotated[
    Path | None, typer.Option("--suite", help="Suite to read it with; else the run's own.")
]
Data = Annotated[Path | None, typer.Option("--data", help="Folder of the index.")]
Corpus = Annotated[
    list[Path] | None, typer.Option("--corpus", help="Folder with documents; repeatable.")
]
WithoutFiches = Annotated[
    bool, typer.Option("--without-fiches", help="Leave the shipped fiches out.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def _settings(data: Path | None, corpus: list[Path] | None, without_fiches: bool) -> Any:
    from assistant.reading_settings import read_settings

    given: dict[str, Any] = {}
    if data is not None:
        given["data"] = data
    if corpus:
        given["corpus"] = tuple(corpus)
    if without_fiches:
        given["with_fiches"] = False
    return read_settings(given)


def _suite_of(folder: Path, suite: Path | None) -> Suite:
    from evals.run_folder import own_suite
    from evals.suite import load_suite

    return own_suite(folder) if suite is None else load_suite(suite)


@app.command()
def run(
    out: Annotated[Path, typer.Option("--out", help="Folder for the results.")],
    suite: Annotated[
        Path,
        typer.Option(
            "--suite",
            help="Suite: a YAML file, or a folder of them.",
            show_default="the one over the shipped fiches",
        ),
    ] = SUITES / "fiches-development",
    data: Data = None,
    corpus: Corpus = None,
    without_fiches: WithoutFiches = False,
    url: Annotated[str, typer.Option(help="Evaluate a running Wegwijs at this address.")] = "",
    openai_url: Annotated[
        str, typer.Option(help="Evaluate a server with /v1/chat/completions at this address.")
    ] = "",
    model: Annotated[str, typer.Option(help="Model to ask for with --openai-url.")] = "",
    system: Annotated[str, typer.Option(help="Instruction sent first with --openai-url.")] = "",
    key: Annotated[
        str, typer.Option(envvar="OPENAI_API_KEY", help="Key for --openai-url; never kept.")
    ] = "",
    workers: Annotated[int, typer.Option(help="Questions asked at the same time.", min=1)] = 1,
    anew: Annotated[bool, typer.Option(help="Replace an earlier run in the folder.")] = False,
    as_json: Json = False,
) -> None:
    """Answer a suite once, score it, and write results and report."""
    from contextlib import closing

    from rich.console import Console
    from rich.progress import Progress

    from evals.printing import print_summary
    from evals.run_folder import make_folder
    from evals.running import run_suite
    from evals.suite import load_suite

    loaded = load_suite(suite)
    # Before the documents are read, which may take minutes.
    make_folder(out)
    target, extra = _target(data, corpus, without_fiches, url, openai_url, model, system, key)
    try:
        with closing(target), Progress(console=Console(stderr=True), transient=True) as bar:
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
    except KeyboardInterrupt:
        typer.echo(f"Stopped. What was answered is in {out}; the same command goes on.", err=True)
        raise typer.Exit(1) from None
    _write_reports(finished)
    if as_json:
        typer.echo(json.dumps(finished.summary.as_json(), ensure_ascii=False))
    else:
        print_summary(finished)


def _write_reports(finished: Run) -> None:
    from evals.exporting import write_csv, write_junit
    from evals.reporting import write_report

    write_report(finished, finished.folder / "report.html")
    write_junit(finished, finished.folder / "junit.xml")
    write_csv(finished, finished.folder / "scores.csv")


def _target(
    data: Path | None,
    corpus: list[Path] | None,
    without_fiches: bool,
    url: str,
    openai_url: str,
    model: str,
    system: str,
    key: str,
) -> tuple[Target, dict[str, Any]]:
    from evals.targets import InProcess, OpenAILike, RunningWegwijs

    if url and openai_url:
        raise typer.BadParameter("give --url or --openai-url, not both")
    if url:
        return RunningWegwijs(url), {}
    if openai_url:
        if not model:
            raise typer.BadParameter("--openai-url needs --model")
        return OpenAILike(openai_url, model, api_key=key, system=system), {}
    from assistant.assembly import assemble
    from indexing.command_line import index_with_progress

    settings = _settings(data, corpus, without_fiches)
    index_with_progress(settings.indexing_settings, settings.corpus_settings, quiet=True)
    # Where things stand on this machine, and secrets, are nobody's business.
    told = settings.model_dump(mode="json", exclude={"data", "corpus", "admin_token", "openai_key"})
    return InProcess(assemble(settings)), {"settings": told}


@app.command()
def score(
    folder: Annotated[Path, typer.Argument(help="Folder with results.jsonl, of any product.")],
    suite: OwnSuite = None,
    data: Data = None,
    corpus: Corpus = None,
    without_fiches: WithoutFiches = False,
) -> None:
    """Score results that are there already: answers once, scores often.

    The index is used only to look quotes up, and may be left out with results of elsewhere.
    """
    from evals.printing import print_summary
    from evals.rescoring import score_again

    with_index = data is not None or bool(corpus) or without_fiches
    settings = _settings(data, corpus, without_fiches) if with_index else None
    finished = score_again(folder, _suite_of(folder, suite), settings)
    _write_reports(finished)
    print_summary(finished)


@app.command()
def compare(
    a: Annotated[Path, typer.Argument(help="Folder of the earlier run.")],
    b: Annotated[Path, typer.Argument(help="Folder of the later run.")],
    suite: OwnSuite = None,
    as_json: Json = False,
) -> None:
    """Tell what changed between two runs, and write a report with both answers side by side."""
    from evals.comparing import compare as compare_runs
    from evals.printing import print_comparison
    from evals.reporting import write_report
    from evals.run_folder import read_run

    loaded = _suite_of(b, suite)
    comparison = compare_runs(read_run(a, loaded), read_run(b, loaded))
    report = b / f"compared-with-{a.resolve().name}.html"
    write_report(comparison.b, report, comparison)
    if as_json:
        typer.echo(json.dumps(comparison.as_json(), ensure_ascii=False))
    else:
        print_comparison(comparison, report)


@app.command()
def table(
    runs: Annotated[list[Path], typer.Argument(help="Folders of runs of one suite.")],
    suite: OwnSuite = None,
) -> None:
    """Put several runs in one table (Markdown), over the questions that all of them answered."""
    from evals.run_folder import read_run
    from evals.tabulating import as_markdown, tabulate

    loaded = _suite_of(runs[-1], suite)
    typer.echo(as_markdown(tabulate([read_run(folder, loaded) for folder in runs])), nl=False)


@app.command()
def report(
    folder: Annotated[Path, typer.Argument(help="Folder of the run.")], suite: OwnSuite = None
) -> None:
    """Write the report of a run again."""
    from evals.reporting import write_report
    from evals.run_folder import read_run

    write_report(read_run(folder, _suite_of(folder, suite)), folder / "report.html")
    typer.echo(f"Report: {folder / 'report.html'}")


@app.command()
def gate(
    baseline: Annotated[Path, typer.Option("--baseline", help="Folder of the baseline.")],
    run_folder: Annotated[Path, typer.Option("--run", help="Folder of the run to judge.")],
    suite: OwnSuite = None,
) -> None:
    """Fail on a significant loss, a crash, or a wrong answer to a question that must be right."""
    from evals.gating import gate as judged_by_gate
    from evals.run_folder import read_run

    loaded = _suite_of(run_folder, suite)
    verdict = judged_by_gate(read_run(baseline, loaded), read_run(run_folder, loaded))
    for reason in verdict.reasons:
        typer.echo(reason, err=True)
    raise typer.Exit(0 if verdict.passed else 1)


@app.command()
def baseline(
    run_folder: Annotated[Path, typer.Argument(help="Folder of a finished run.")],
    folder: Annotated[Path, typer.Argument(help="Folder to keep it in, such as one in git.")],
) -> None:
    """Keep of a run what the gate needs: results, scores, settings and summary."""
    from evals.run_folder import keep_baseline

    keep_baseline(run_folder, folder)
    typer.echo(f"Baseline: {folder}")


@app.command()
def validate(
    suite: SuiteOption = SUITES / "fiches-development",
    development: Annotated[
        list[Path] | None,
        typer.Option(help="Development suite that this one must not copy; repeatable."),
    ] = None,
    data: Data = None,
    corpus: Corpus = None,
    without_fiches: WithoutFiches = False,
) -> None:
    """Check that evidence and nuggets stand in the documents, and that test is not development."""
    from assistant.assembly import assemble
    from evals.suite import load_suite
    from evals.validating import counts, near_copies
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
    for folder in development or ():
        findings += near_copies(loaded.items, load_suite(folder).items)
    for finding in findings:
        typer.echo(str(finding), err=True)
    for name, numbers in counts(loaded).items():
        typer.echo(f"{name}: " + ", ".join(f"{n} {what}" for what, n in numbers.items()))
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
    if smallest is None:
        typer.echo(
            f"{questions} questions are too few: if {changed:.0%} of the answers differ between "
            "two runs, not even a change all in one direction would show."
        )
    else:
        typer.echo(f"{questions} questions show a change of {smallest:.1%} or more.")
    if changed < 0.05:
        typer.echo("A change of 5 points cannot be: fewer answers differ.")
    else:
        typer.echo(f"A change of 5 points needs {questions_needed(0.05, changed)} questions.")


@app.command()
def robustness(
    out: Annotated[Path, typer.Option("--out", help="Folder for both runs and the numbers.")],
    suite: Annotated[
        list[Path] | None,
        typer.Option(
            "--suite",
            help="Suite: a YAML file, or a folder of them; repeatable.",
            show_default="the one over the shipped fiches",
        ),
    ] = None,
    frames: Annotated[
        str, typer.Option(help="development to work with, test to report.", metavar="LIST")
    ] = "test",
    data: Data = None,
    corpus: Corpus = None,
    without_fiches: WithoutFiches = False,
    questions: Annotated[
        int | None, typer.Option(help="Questions asked again with each change.", min=1)
    ] = None,
    as_json: Json = False,
) -> None:
    """Ask a suite's questions again in other words, after a story, or two at once, and tell how
    often an answer that was right stays right."""
    from contextlib import closing

    from rich.console import Console
    from rich.progress import Progress

    from evals.robustness.frames import FrameList
    from evals.robustness.measuring import as_json as as_object
    from evals.robustness.measuring import measure
    from evals.robustness.printing import print_kept
    from evals.robustness.settings import RobustnessSettings
    from evals.suite import load_suite, suite_of

    if frames not in [one.value for one in FrameList]:
        raise typer.BadParameter("the frames are 'development' or 'test'")
    given = RobustnessSettings() if questions is None else RobustnessSettings(questions=questions)
    suites = [load_suite(path) for path in suite or (SUITES / "fiches-development",)]
    target, _ = _target(data, corpus, without_fiches, "", "", "", "", "")
    with closing(target), Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Asking")
        found = measure(
            suite_of(
                [i for one in suites for i in one.items], name=" + ".join(s.name for s in suites)
            ),
            target,
            out,
            FrameList(frames),
            given,
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )
    if as_json:
        told = as_object(found, FrameList(frames), given)
        typer.echo(json.dumps(told, ensure_ascii=False))
    else:
        print_kept(found, out)


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


app.command()(judge)
app.command()(mark)
app.command()(review)
