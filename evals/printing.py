"""Runs and comparisons on the terminal."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evals.comparing import Comparison
from evals.measures import MEASURES
from evals.reporting import OUTCOMES, outcome
from evals.run_folder import Run
from evals.tabulating import number, p_value, written_difference


def print_summary(run: Run) -> None:
    """How the questions of a run ended, then the measures that could be scored, each with its
    interval and number of cases."""
    table = Table()
    for heading in ("Measure", "Mean", "95 % interval", "Scored"):
        table.add_column(heading, justify="left" if heading == "Measure" else "right")
    family = None
    for measure in MEASURES:
        value = run.summary.overall[measure.name]
        if value.mean is None:
            continue
        if family not in (None, measure.family):
            table.add_section()
        family = measure.family
        low, high = number(value.low, measure.unit), number(value.high, measure.unit)
        table.add_row(
            measure.title, number(value.mean, measure.unit), f"{low} – {high}", str(value.n)
        )
    console = Console()
    console.print(told_outcomes(run))
    console.print(table)
    if run.left_out:
        console.print(f"{run.left_out} questions changed since the run and were left out.")
    console.print(f"Report: {escape(str(run.folder / 'report.html'))}", soft_wrap=True)


def told_outcomes(run: Run) -> str:
    """How many questions ended in which way, as one sentence."""
    counted = Counter(outcome(scored) for scored in run.scored)
    told = ", ".join(f"{counted[name]} {name}" for name in OUTCOMES if counted[name])
    number = len(run.scored)
    return f"{number} question{'' if number == 1 else 's'}: {told}."


def print_comparison(comparison: Comparison, report: Path) -> None:
    """What differs between two runs, and each question that became right or wrong."""
    names = comparison.b.folder.name, comparison.a.folder.name
    table = Table(title=f"{names[0]} against {names[1]}, {comparison.shared} questions")
    for heading in ("Measure", "Difference [95 % interval]", "Higher", "Lower", "p (Holm)"):
        table.add_column(heading, justify="left" if heading == "Measure" else "right")
    same = []
    for measure in MEASURES:
        d = comparison.differences[measure.name]
        if d.mean is None:
            continue
        if not d.better and not d.worse:
            same.append(measure.title)
            continue
        p = p_value(d.adjusted_p)
        text = written_difference(d, measure.unit)
        table.add_row(measure.title, text, str(d.better), str(d.worse), p)
    console = Console()
    console.print(table)
    if same:
        console.print(f"The same for every question: {', '.join(same)}.")
    for change in comparison.changes:
        mark = "[green]better[/]" if change.better else "[red]worse[/]"
        console.print(
            f"{mark}  {escape(change.after.item.id)}  {escape(change.after.item.question)}",
            soft_wrap=True,
        )
    console.print(f"Both answers side by side: {escape(str(report))}", soft_wrap=True)
