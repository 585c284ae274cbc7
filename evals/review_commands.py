"""The commands of ``wegwijs eval`` in which people, or a model in their place, read answers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Folder = Annotated[Path, typer.Argument(help="Folder of the run.")]
OwnSuite = Annotated[
    Path | None, typer.Option("--suite", help="Suite to read it with; else the run's own.")
]
MARKS = "marks.jsonl"


def judge(
    folder: Folder,
    model: Annotated[str, typer.Option(help="The judging model; not the one that answered.")],
    url: Annotated[
        str, typer.Option(help="Ollama's address, or an OpenAI-like one that ends in /v1.")
    ] = "http://127.0.0.1:11434",
    repeats: Annotated[int, typer.Option(help="Times each answer is marked.", min=1)] = 3,
    seed: Annotated[int, typer.Option(help="Seed of the first repetition.")] = 1,
    suite: OwnSuite = None,
    key: Annotated[str, typer.Option(envvar="OPENAI_API_KEY", help="Key; never kept.")] = "",
) -> None:
    """Have a language model mark a run's answers, and tell how far it agrees with people."""
    from contextlib import closing

    from rich.console import Console
    from rich.progress import Progress

    from evals.judging import ModelJudge, judge_answers, read_marks, summarise_judgements
    from evals.reporting import write_report
    from evals.run_folder import JUDGEMENTS, own_suite, read_run, write_json
    from evals.suite import load_suite

    loaded = own_suite(folder) if suite is None else load_suite(suite)
    run = read_run(folder, loaded)
    asked = ModelJudge(url, model, api_key=key)
    with closing(asked), Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Judging", total=len(run.scored))
        judgements = judge_answers(
            run.scored,
            asked,
            repeats=repeats,
            seed=seed,
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )
    people = read_marks(folder / MARKS)
    found = summarise_judgements(judgements, run.scored, people, asked.name, seed=seed)
    write_json(folder / JUDGEMENTS, found)
    write_report(read_run(folder, loaded), folder / "report.html")
    right = found["right"]["mean"]
    typer.echo(f"{model} calls {'–' if right is None else f'{right:.1%}'} right; the same mark in "
               f"all repetitions for {found['unanimous']:.0%}.")  # fmt: skip
    for other, agreement in found["agreement"].items():
        kappa = "–" if agreement["kappa"] is None else f"{agreement['kappa']:.2f}"
        typer.echo(
            f"Against {other}: {agreement['alike']} of {agreement['n']} alike, kappa {kappa}"
        )
    if not people:
        typer.echo("Nobody marked answers yet (wegwijs eval mark): do not build on this judge.")


def mark(
    folder: Folder,
    reviewer: Annotated[str, typer.Option(help="Your name or initials.")],
    suite: OwnSuite = None,
) -> None:
    """Mark a run's answers yourself; two people's agreement is told."""
    from evals.judging import read_marks
    from evals.reviewing import mark_answers
    from evals.run_folder import own_suite, read_run
    from evals.statistics import cohen_kappa
    from evals.suite import load_suite

    loaded = own_suite(folder) if suite is None else load_suite(suite)
    try:
        mark_answers(read_run(folder, loaded).scored, folder / MARKS, reviewer)
    except (typer.Abort, KeyboardInterrupt):
        typer.echo("Stopped; every mark given is kept.")
    people = read_marks(folder / MARKS)
    ours = people.get(reviewer, {})
    for other in sorted(people.keys() - {reviewer}):
        shared = sorted(ours.keys() & people[other].keys())
        if shared:
            first, second = [ours[n] for n in shared], [people[other][n] for n in shared]
            alike = sum(a == b for a, b in zip(first, second, strict=True))
            kappa = cohen_kappa(first, second)
            typer.echo(f"{reviewer} and {other}: {alike} of {len(shared)} alike, kappa "
                       f"{'–' if kappa is None else f'{kappa:.2f}'}")  # fmt: skip


def review(
    answers: Annotated[
        list[Path] | None,
        typer.Argument(help="Saved answers or conversations (JSON or JSON Lines)."),
    ] = None,
    feedback: Annotated[
        Path | None,
        typer.Option(help="Feedback kept by the web: feedback.jsonl in the data folder."),
    ] = None,
    reviews: Annotated[Path, typer.Option(help="Where the reviews are kept.")] = Path(
        "data/reviews.jsonl"
    ),
    reviewer: Annotated[str, typer.Option(help="Your name or initials; starts the review.")] = "",
    out: Annotated[Path | None, typer.Option(help="Write the agreed items as a suite.")] = None,
) -> None:
    """Review questions from use: mark the answer, write the truth, report agreement."""
    from evals.candidates import (
        agreement,
        candidates_from,
        read_feedback,
        read_reviews,
        suite_from_reviews,
        where_readers_complain,
    )
    from evals.reviewing import review_candidates

    judgements = read_feedback(feedback) if feedback else ()
    candidates = candidates_from(answers or [], judgements)
    for document, reason, count in where_readers_complain(judgements, candidates)[:20]:
        typer.echo(f"{count} × {reason}: {document} (nobody gave the question)")
    if reviewer:
        try:
            review_candidates(candidates, reviews, reviewer)
        except (typer.Abort, KeyboardInterrupt):
            typer.echo("Stopped; every review given is kept.")
    known = read_reviews(reviews)
    for pair in agreement(known):
        kappa = "–" if pair.kappa is None else f"{pair.kappa:.2f}"
        typer.echo(
            f"{pair.first} and {pair.second}: {pair.agreed} of {pair.n} alike, kappa {kappa}"
        )
    if out is not None:
        out.write_text(suite_from_reviews(candidates, known), encoding="utf-8")
        typer.echo(f"Suite: {out}")
    if not reviewer and out is None:
        typer.echo(f"{len(candidates)} candidates, {len(known)} reviews. Give --reviewer to start.")
