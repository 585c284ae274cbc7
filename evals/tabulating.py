"""Several runs in one table: the program, an earlier version, a plain model, another product."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evals.measures import MEASURES, Measure, Unit
from evals.run_folder import Run
from evals.scoring import summarise
from evals.statistics import Difference, Estimate


@dataclass(frozen=True, slots=True)
class Table:
    """A row per measure, a column per run, over the ``questions`` that every run answered."""

    runs: tuple[str, ...]
    questions: int
    rows: tuple[tuple[Measure, tuple[Estimate, ...]], ...]


def tabulate(runs: Sequence[Run]) -> Table:
    """The measures of several runs over the questions they share, crashes counted out of each."""
    shared = set.intersection(*({(s.item.id, s.item.digest) for s in run.scored} for run in runs))
    summaries = [
        summarise([s for s in run.scored if (s.item.id, s.item.digest) in shared]).overall
        for run in runs
    ]
    rows = tuple((m, tuple(summary[m.name] for summary in summaries)) for m in MEASURES)
    return Table(tuple(run.folder.name for run in runs), len(shared), rows)


def as_markdown(table: Table) -> str:
    """The table in Markdown; measures that no run has are left out."""
    lines = [
        f"| {table.questions} questions | {' | '.join(table.runs)} |",
        "|---|" + "---|" * len(table.runs),
    ]
    for measure, values in table.rows:
        if any(value.mean is not None for value in values):
            cells = " | ".join(written(value, measure.unit) for value in values)
            lines.append(f"| {measure.title} | {cells} |")
    return "\n".join(lines) + "\n"


_FORMS = {Unit.SHARE: ".1%", Unit.SCORE: ".3f", Unit.WORDS: ".0f", Unit.MILLISECONDS: ".0f"}


def number(value: float | None, unit: Unit, *, signed: bool = False) -> str:
    """A number as its unit is written; a dash where there is none."""
    if value is None:
        return "–"
    text = f"{value:{'+' if signed else ''}{_FORMS[unit]}}"
    return f"{text} ms" if unit is Unit.MILLISECONDS else text


def p_value(p: float | None) -> str:
    """A p-value to three decimals; what is smaller is told as such, because it is not zero."""
    if p is None:
        return "–"
    return "< 0.001" if p < 0.001 else f"{p:.3f}"


def written(value: Estimate, unit: Unit) -> str:
    """A mean with its interval, such as ``81.2% [76.0% – 85.6%]``."""
    if value.mean is None:
        return "–"
    return f"{number(value.mean, unit)} [{number(value.low, unit)} – {number(value.high, unit)}]"


def written_difference(value: Difference, unit: Unit) -> str:
    """A difference with its interval, signed."""
    if value.mean is None:
        return "–"
    low, high = (number(end, unit, signed=True) for end in (value.low, value.high))
    return f"{number(value.mean, unit, signed=True)} [{low} – {high}]"
