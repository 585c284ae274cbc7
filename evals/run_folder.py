"""The folder of a run: what is written in it, and how it is read back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evals.errors import RunError, SuiteError
from evals.measures import MEASURES
from evals.result import read_results, write_results
from evals.scoring import Scored, Summary, summarise
from evals.suite import Suite, load_suite
from evals.targets import Trace

RESULTS = "results.jsonl"
SCORES = "scores.jsonl"
TRACES = "traces.jsonl"
SETTINGS = "settings.json"
SUMMARY = "summary.json"
SUITE = "suite.yaml"
JUDGEMENTS = "judgements.json"

KEPT_IN_BASELINE = (RESULTS, SCORES, SETTINGS, SUMMARY)


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run: its settings, its scored questions and their summary.

    ``left_out`` counts questions that the run answered and that are no longer, or no longer the
    same, in the suite it is read with. ``judged`` is what :mod:`evals.judging` wrote, if it ran.
    """

    folder: Path
    settings: Mapping[str, Any]
    scored: tuple[Scored, ...]
    summary: Summary
    traces: Mapping[str, Trace]
    left_out: int = 0
    judged: Mapping[str, Any] | None = None


def make_folder(folder: Path) -> None:
    """Makes a folder for results, unless it is there.

    Raises:
        RunError: it cannot be made, such as where a file stands.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = "a file stands there" if isinstance(error, FileExistsError) else error.strerror
        raise RunError(
            f"The folder {folder} cannot be made ({reason}).", hint="Choose another folder."
        ) from error


def own_suite(folder: Path) -> Suite:
    """The suite as it was when the run was made.

    Raises:
        RunError: there is no run in the folder, or it keeps no suite, as a baseline does not.
    """
    read_settings(folder)
    try:
        return load_suite(folder / SUITE)
    except SuiteError as error:
        raise RunError(f"{folder} keeps no suite.", hint="Name it with --suite.") from error


def read_settings(folder: Path) -> dict[str, Any]:
    """The settings that a run was made with.

    Raises:
        RunError: the folder holds no run.
    """
    try:
        content = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RunError(f"{folder}: no run there.", hint="Make one with 'eval run'.") from error
    if not isinstance(content, dict):
        raise RunError(f"{folder / SETTINGS}: not the settings of a run.")
    return content


def read_traces(folder: Path) -> dict[str, Trace]:
    """The traces of a run by question id; empty when it kept none."""
    traces: dict[str, Trace] = {}
    path = folder / TRACES
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            try:
                entry = json.loads(line)
                traces[entry["id"]] = entry["trace"]
            except (ValueError, KeyError, TypeError):
                continue
    return traces


def read_run(folder: Path, suite: Suite) -> Run:
    """A run from its folder, with the scores that were measured when it was made.

    Only questions that are still in ``suite``, and say there what they said then, take part.

    Raises:
        RunError: no run there, an unfinished one, or one of which no question is in the suite.
    """
    settings = read_settings(folder)
    results = {result.id: result for result in read_results(folder / RESULTS)}
    scores = _read_scores(folder / SCORES)
    scored = []
    for item in suite.items:
        entry = scores.get(item.id)
        if item.id in results and entry and entry.get("item") == item.digest:
            values = {m.name: entry["scores"].get(m.name) for m in MEASURES}
            result = results[item.id]
            scored.append(Scored(item, result, {} if result.error else values))
    if scores and not scored:
        raise RunError(
            f"{folder} has no question in common with the suite.",
            hint="Compare runs of one suite, or run this one again on the suite as it is now.",
        )
    return Run(
        folder,
        settings,
        tuple(scored),
        summarise(scored, seed=int(settings["seed"])) if "seed" in settings else summarise(scored),
        read_traces(folder),
        len(scores) - len(scored),
        _judged(folder),
    )


def _judged(folder: Path) -> dict[str, Any] | None:
    try:
        content = json.loads((folder / JUDGEMENTS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) else None


def _read_scores(path: Path) -> dict[str, dict[str, Any]]:
    try:
        entries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        return {str(entry["id"]): entry for entry in entries if isinstance(entry["scores"], dict)}
    except OSError as error:
        raise RunError(
            f"{path.parent}: the run was not finished.", hint="Give 'eval run' again; it goes on."
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise RunError(f"{path}: not the scores of a run.", hint="Score it again.") from error


def write_scores(folder: Path, scored: Sequence[Scored], summary: Summary) -> None:
    """Writes the scores of every question and their summary."""
    partial = folder / f"{SCORES}.partial"
    with partial.open("w", encoding="utf-8") as lines:
        for one in scored:
            entry = {"id": one.item.id, "item": one.item.digest, "scores": _told(one.scores)}
            lines.write(json.dumps(entry, ensure_ascii=False) + "\n")
    partial.replace(folder / SCORES)
    write_json(folder / SUMMARY, summary.as_json())


def _told(scores: Mapping[str, float | None]) -> dict[str, float]:
    """What could be scored; what could not is left out, which is not zero."""
    return {name: value for name, value in scores.items() if value is not None}


def write_json(path: Path, content: Any) -> None:
    """Writes JSON, replacing the file in one step."""
    partial = path.with_name(f"{path.name}.partial")
    text = json.dumps(content, ensure_ascii=False, indent=2, default=str)
    partial.write_text(text + "\n", encoding="utf-8")
    partial.replace(path)


def keep_baseline(run: Path, baseline: Path) -> None:
    """Copies of a run what a gate needs, small enough to commit: no traces, no report.

    Of the results it keeps what the shared format names, of the summary all but the figures per
    document; the scores hold what both were for.

    Raises:
        RunError: the run is not finished, or there can be no such folder.
    """
    missing = [name for name in KEPT_IN_BASELINE if not (run / name).exists()]
    if missing:
        raise RunError(f"{run}: not a finished run ({', '.join(missing)} missing).")
    make_folder(baseline)
    for name in (SCORES, SETTINGS):
        shutil.copyfile(run / name, baseline / name)
    summary = json.loads((run / SUMMARY).read_text(encoding="utf-8"))
    summary["by"].pop("document", None)
    write_json(baseline / SUMMARY, summary)
    results = read_results(run / RESULTS)
    write_results(baseline / RESULTS, (replace(r, claims=(), retrieved=None) for r in results))
