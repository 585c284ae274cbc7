"""One self-contained HTML file about a run, or about a run beside another."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from evals.comparing import Comparison
from evals.measures import MEASURES, Family, Measure, Unit, faults, holds
from evals.plotting import bars, histogram, quantile, reliability, trade_off
from evals.run_folder import Run
from evals.scoring import Scored
from evals.suite import Item, Nugget
from evals.tabulating import number, p_value, written, written_difference
from evals.trace_view import Section, sections

TEMPLATES = Path(__file__).parent / "templates"
HEADLINES = ("correct", "vital_nuggets", "false_answer", "false_refusal", "page_recall",
             "quote_fidelity")  # fmt: skip
BREAKDOWN_COLUMNS = ("correct", "vital_nuggets", "false_answer", "false_refusal",
                     "document_recall", "page_recall", "page_success")  # fmt: skip
NOTHING = Markup("")
_UNDECIDED = ("smalltalk", "ambiguous")
_ALIKE = 0.4
OUTCOMES = ("right", "wrong", "false refusal", "false answer", "crashed")


@dataclass(frozen=True, slots=True)
class Fact:
    """A nugget of the question and whether the answer holds it (None: not to be scored)."""

    nugget: Nugget
    there: bool | None


@dataclass(frozen=True, slots=True)
class Row:
    """A question as the report shows it; ``answer`` and ``before`` are HTML."""

    scored: Scored
    outcome: str
    faults: tuple[str, ...]
    facts: tuple[Fact, ...]
    trace: tuple[Section, ...]
    answer: Markup
    judged: str
    other: Scored | None = None
    other_outcome: str = ""
    before: Markup = NOTHING

    @property
    def changed(self) -> str:
        """How the outcome moved: better, worse, otherwise worded, or nothing."""
        if self.other is None:
            return ""
        was, now = self.other.scores.get("correct"), self.scored.scores.get("correct")
        if was != now:
            return "better" if (now or 0) > (was or 0) else "worse"
        return "worded" if self.other.result.answer != self.scored.result.answer else ""


def write_report(run: Run, path: Path, comparison: Comparison | None = None) -> None:
    """Writes the report on ``run``; with a comparison both answers stand side by side.

    Everything is in the one file; nothing is loaded from elsewhere, and text from documents,
    questions and answers is shown as text.
    """
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["written"] = written
    environment.filters["number"] = number
    environment.filters["cell"] = _cell
    environment.filters["p_value"] = p_value
    environment.filters["difference"] = written_difference
    environment.globals["unit"] = Unit
    others = {s.item.id: s for s in comparison.a.scored} if comparison else {}
    marks = (run.judged or {}).get("marks", {})
    rows = [_row(s, run, others.get(s.item.id), marks) for s in run.scored]
    items = [s.item for s in run.scored]
    page = environment.get_template("report.html").render(
        run=run,
        comparison=comparison,
        names=_names(run, comparison),
        families=_families(run),
        headlines=[m for m in MEASURES if m.name in HEADLINES],
        columns=[m for m in MEASURES if m.name in BREAKDOWN_COLUMNS],
        rows=rows,
        outcomes=[(o, sum(row.outcome == o for row in rows)) for o in OUTCOMES],
        measures=MEASURES,
        settings=json.dumps(_without_documents(run.settings), indent=2, ensure_ascii=False),
        plots=[(title, note, Markup(svg)) for title, note, svg in _plots(run) if svg],  # noqa: S704 - our own drawing, its text escaped
        kinds=sorted({item.kind for item in items}),
        langs=sorted({item.lang for item in items}),
        personas=sorted({item.persona for item in items if item.persona}),
        documents=sorted({name for item in items for name in item.documents}),
        style=Markup((TEMPLATES / "report.css").read_text("utf-8")),  # noqa: S704 - our own file
        script=Markup((TEMPLATES / "report.js").read_text("utf-8")),  # noqa: S704 - our own file
    )
    partial = path.with_name(f"{path.name}.partial")
    partial.write_text(page, encoding="utf-8")
    partial.replace(path)


def _cell(value: float, unit: Unit) -> str:
    """The score of one question, to whole percents."""
    return f"{value:.0%}" if unit is Unit.SHARE else number(value, unit)


def _names(run: Run, comparison: Comparison | None) -> tuple[str, str]:
    """What this run and the one before are called: their folders' names."""
    return run.folder.resolve().name, comparison.a.folder.resolve().name if comparison else ""


def _families(run: Run) -> list[tuple[Family, list[Measure]]]:
    """The measures that could be scored at all, by what they are about."""
    scored = [m for m in MEASURES if run.summary.overall[m.name].mean is not None]
    found = [(family, [m for m in scored if m.family is family]) for family in Family]
    return [(family, measures) for family, measures in found if measures]


def _without_documents(settings: object) -> object:
    """Settings as shown: a manifest's list of every document becomes their number."""
    if isinstance(settings, dict):
        return {
            key: f"{len(value)} documents"
            if key == "documents" and isinstance(value, dict)
            else _without_documents(value)
            for key, value in settings.items()
        }
    return settings


def _row(scored: Scored, run: Run, other: Scored | None, marks: dict[str, dict[str, str]]) -> Row:
    item, result = scored.item, scored.result
    answer, before = _shown(result.answer or result.error or ""), Markup("")
    if other is not None:
        before = _shown(other.result.answer or other.result.error or "")
        if alike(other.result.answer, result.answer):
            before, answer = side_by_side(other.result.answer, result.answer)
    return Row(
        scored=scored,
        outcome=outcome(scored),
        faults=() if result.error else faults(item, result),
        facts=_facts(item, scored),
        trace=sections(run.traces.get(item.id), item),
        answer=answer,
        judged=marks.get(item.id, {}).get("mark", ""),
        other=other,
        other_outcome=outcome(other) if other else "",
        before=before,
    )


def _facts(item: Item, scored: Scored) -> tuple[Fact, ...]:
    said = scored.result.answer
    dead = scored.result.error is not None or scored.result.refused
    return tuple(Fact(n, None if dead else holds(said, n.any_of)) for n in item.nuggets)


def outcome(scored: Scored) -> str:
    """One of :data:`OUTCOMES`."""
    if scored.result.error:
        return "crashed"
    if scored.scores.get("correct") == 1.0:
        return "right"
    if scored.scores.get("false_refusal") == 1.0:
        return "false refusal"
    if scored.scores.get("false_answer") == 1.0:
        return "false answer"
    return "wrong"


def _shown(text: str) -> Markup:
    """Text as HTML: escaped, bold as bold, citation markers small."""
    shown = str(escape(text))
    shown = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", shown)
    return Markup(re.sub(r"\[(\d+)\]", r"<sup>\1</sup>", shown))  # noqa: S704 - escaped above


def alike(before: str, after: str) -> bool:
    """Whether two texts differ and yet share enough words for marking the others to help."""
    if before == after:
        return False
    old, new = before.split(), after.split()
    return difflib.SequenceMatcher(None, old, new, autojunk=False).ratio() >= _ALIKE


def side_by_side(before: str, after: str) -> tuple[Markup, Markup]:
    """Two texts as HTML, what only one of them says marked in it."""
    old, new = (re.findall(r"\S+|\s+", text) for text in (before, after))
    left, right = [], []
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        gone, come = str(escape("".join(old[i1:i2]))), str(escape("".join(new[j1:j2])))
        left.append(gone if tag == "equal" or not gone.strip() else f"<del>{gone}</del>")
        right.append(come if tag == "equal" or not come.strip() else f"<ins>{come}</ins>")
    return Markup("".join(left)), Markup("".join(right))  # noqa: S704 - escaped above


def _plots(run: Run) -> list[tuple[str, str, str]]:
    """Title, what to see in it, and the drawing."""
    alive = [s for s in run.scored if not s.result.error]
    correct = [(kind, values["correct"]) for kind, values in run.summary.by["kind"].items()]
    stated = [(s, s.result.confidence) for s in alive if s.result.confidence is not None]
    points = [(c, s.scores.get("correct") == 1.0) for s, c in stated if not s.result.refused]
    decided = [(c, s.item.answerable) for s, c in stated if s.item.kind not in _UNDECIDED]
    times = [s.result.latency_ms for s in alive if s.result.latency_ms]
    return [
        (
            "Quality by kind of question",
            "Strictly correct answers; the line is the 95 % interval, the last figure the number "
            "of questions.",
            bars(correct, label="Strictly correct by kind"),
        ),
        (
            "Reliability",
            "Questions in steps of stated confidence that there is an answer. Rings: how many have "
            "one; on the dashed line confidence keeps its word, below it it is too high. "
            "Dots: how many of the answers given are strictly correct, which asks for more.",
            reliability(points, decided) if points else "",
        ),
        (
            "False answers against false refusals",
            "What either would be if the assistant asked for more or less confidence before it "
            "answers. The dot is this run; the nearer to the lower left corner the better.",
            trade_off(decided, _this_run(alive)),
        ),
        (
            "Latency",
            f"Half of the answers took less than {quantile(times, 0.5):.0f} ms, 95 % less than "
            f"{quantile(times, 0.95):.0f} ms.",
            histogram(times, unit="ms"),
        ),
    ]


def _this_run(scored: Sequence[Scored]) -> tuple[float, float] | None:
    """Share of false refusals and of false answers as they were."""
    refusals = [v for s in scored if (v := s.scores.get("false_refusal")) is not None]
    answers = [v for s in scored if (v := s.scores.get("false_answer")) is not None]
    if not refusals or not answers:
        return None
    return sum(refusals) / len(refusals), sum(answers) / len(answers)
