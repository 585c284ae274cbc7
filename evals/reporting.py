"""One self-contained HTML file about a run, or about a run beside another."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from evals.comparing import Comparison
from evals.measures import MEASURES
from evals.plotting import bars, histogram, reliability, trade_off
from evals.running import Run
from evals.scoring import Scored
from evals.statistics import Difference, Estimate

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Row:
    """A question as the report shows it."""

    scored: Scored
    verdict: str
    trace: str
    other: Scored | None = None


def write_report(run: Run, path: Path, comparison: Comparison | None = None) -> None:
    """Writes the report on ``run``; with a comparison both answers stand side by side.

    Everything is in the one file; nothing is loaded from elsewhere, and text from documents,
    questions and answers is shown as text.
    """
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
    environment.filters["share"] = _share
    environment.filters["difference"] = _difference
    others = {s.item.id: s for s in comparison.a.scored} if comparison else {}
    alive = [s for s in run.scored if not s.result.error]
    page = environment.get_template("report.html.j2").render(
        run=run,
        comparison=comparison,
        measures=MEASURES,
        rows=[
            Row(s, _verdict(s), _trace(run.traces.get(s.item.id)), others.get(s.item.id))
            for s in run.scored
        ],
        settings=json.dumps(run.settings, indent=2, ensure_ascii=False, default=str),
        plots=[(title, Markup(svg)) for title, svg in _plots(run, alive) if svg],  # noqa: S704
        kinds=sorted({s.item.kind for s in run.scored}),
        langs=sorted({s.item.lang for s in run.scored}),
    )
    partial = path.with_suffix(".partial")
    partial.write_text(page, encoding="utf-8")
    partial.replace(path)


def _plots(run: Run, alive: Sequence[Scored]) -> list[tuple[str, str]]:
    correct = [(kind, values["correct"]) for kind, values in run.summary.by["kind"].items()]
    languages = [(lang, values["correct"]) for lang, values in run.summary.by["lang"].items()]
    stated = [(s, s.result.confidence) for s in alive if s.result.confidence is not None]
    return [
        ("Strictly correct by kind", bars(correct, label="Strictly correct by kind")),
        ("Strictly correct by language", bars(languages, label="Strictly correct by language")),
        (
            "Reliability: stated confidence against being right",
            reliability(
                [(c, s.scores.get("correct") == 1.0) for s, c in stated if not s.result.refused]
            )
            if stated
            else "",
        ),
        (
            "False answers against false refusals",
            trade_off([(c, s.item.answerable) for s, c in stated]),
        ),
        (
            "Latency",
            histogram([s.result.latency_ms for s in alive if s.result.latency_ms], unit="ms"),
        ),
    ]


def _verdict(scored: Scored) -> str:
    if scored.result.error:
        return "crashed"
    if scored.scores.get("correct") == 1.0:
        return "right"
    if scored.scores.get("false_refusal") == 1.0:
        return "false refusal"
    if scored.scores.get("false_answer") == 1.0:
        return "false answer"
    return "wrong"


def _trace(trace: dict[str, Any] | None) -> str:
    return json.dumps(trace, indent=1, ensure_ascii=False, default=str) if trace else ""


def _share(value: Estimate | float | None, proportion: bool = True) -> str:
    if isinstance(value, Estimate):
        if value.mean is None:
            return "–"
        form = ".1%" if proportion else ".0f"
        return f"{value.mean:{form}} [{value.low:{form}} – {value.high:{form}}] · n={value.n}"
    if value is None:
        return "–"
    return f"{value:.0%}" if proportion else f"{value:.0f}"


def _difference(value: Difference, proportion: bool = True) -> str:
    if value.mean is None:
        return "–"
    form = "+.1%" if proportion else "+.0f"
    p = "" if value.adjusted_p is None else f" · p={value.adjusted_p:.3f}"
    return (
        f"{value.mean:{form}} [{value.low:{form}} – {value.high:{form}}] · "
        f"{value.better} better, {value.worse} worse{p}"
    )
