"""A run: every question of a suite answered once, kept as it goes, resumable."""

from __future__ import annotations

import json
import platform
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from threading import Lock
from typing import Any

from evals.errors import RunError
from evals.result import Result, read_results, result_as_json, write_results
from evals.scoring import SEED, Scored, Summary, score, summarise
from evals.suite import Item, Suite
from evals.targets import Target, Trace

RESULTS = "results.jsonl"
TRACES = "traces.jsonl"
SETTINGS = "settings.json"
SUMMARY = "summary.json"


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run: its settings, its scored questions and their summary."""

    folder: Path
    settings: dict[str, Any]
    scored: tuple[Scored, ...]
    summary: Summary
    traces: dict[str, Trace]


def run_suite(
    suite: Suite,
    target: Target,
    out: Path,
    *,
    workers: int = 1,
    resume: bool = True,
    seed: int = SEED,
    extra_settings: dict[str, Any] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Run:
    """Answers the suite and writes results, traces, settings and summary in ``out``.

    An interrupted run goes on where it stopped when suite and target are the same; questions that
    crashed are asked again.

    Args:
        workers: questions asked at the same time.
        progress: called with the number of questions done and the number in all.

    Raises:
        RunError: ``out`` holds a run of another suite or target.
        TargetError: the target cannot be reached.
    """
    out.mkdir(parents=True, exist_ok=True)
    settings = {
        "suite": [file.name for file in suite.files],
        "suite_digest": suite.digest,
        "questions": len(suite.items),
        "seed": seed,
        "order": "as in the suite",
        "workers": workers,
        "code": code_version(),
        "python": platform.python_version(),
        **target.describe(),
        **(extra_settings or {}),
    }
    done, traces = _earlier(out, settings) if resume else ({}, {})
    _write_json(out / SETTINGS, settings)
    for name in (RESULTS, TRACES):
        if not resume:
            (out / name).unlink(missing_ok=True)
    todo = [item for item in suite.items if item.id not in done]
    lock = Lock()
    with (
        (out / RESULTS).open("a", encoding="utf-8") as results,
        (out / TRACES).open("a", encoding="utf-8") as trace_lines,
        ThreadPoolExecutor(max_workers=max(1, workers)) as pool,
    ):
        futures = [pool.submit(_answer, target, item) for item in todo]
        try:
            for count, future in enumerate(as_completed(futures), start=len(done) + 1):
                result, trace = future.result()
                with lock:
                    _append(results, result_as_json(result))
                    if trace is not None:
                        _append(trace_lines, {"id": result.id, "trace": trace})
                done[result.id] = result
                if trace is not None:
                    traces[result.id] = trace
                if progress:
                    progress(count, len(suite.items))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    ordered = [done[item.id] for item in suite.items]
    write_results(out / RESULTS, ordered)
    scored = score(suite, ordered, target.page_text)
    summary = summarise(scored, seed=seed)
    _write_json(out / SUMMARY, summary.as_json())
    _write_json(out / "scores.json", {s.item.id: dict(s.scores) for s in scored})
    return Run(out, settings, scored, summary, traces)


def _answer(target: Target, item: Item) -> tuple[Result, Trace | None]:
    started = time.perf_counter()
    try:
        return target.answer(item)
    except Exception as error:  # whatever crashes on a question is a record, not the end of a run
        elapsed = (time.perf_counter() - started) * 1000
        message = f"{type(error).__name__}: {error}"
        return Result(id=item.id, status="failed", latency_ms=elapsed, error=message), None


def _append(lines: Any, entry: dict[str, Any]) -> None:
    lines.write(json.dumps(entry, ensure_ascii=False, default=str) + "\n")
    lines.flush()


def _earlier(out: Path, settings: dict[str, Any]) -> tuple[dict[str, Result], dict[str, Trace]]:
    """What an interrupted run of the same suite on the same target already answered."""
    if not (out / RESULTS).exists():
        return {}, {}
    before = read_settings(out)
    for key in ("suite_digest", "target", "manifest", "code"):
        if before.get(key) != json.loads(json.dumps(settings.get(key), default=str)):
            raise RunError(
                f"{out} holds a run with another {key.replace('_', ' ')}.",
                hint="Name another folder, or give --anew to replace it.",
            )
    results = {r.id: r for r in read_results(out / RESULTS) if not r.error}
    write_results(out / RESULTS, results.values())
    return results, read_traces(out)


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

    Raises:
        RunError: no run there, or of another suite.
    """
    settings = read_settings(folder)
    if settings.get("suite_digest") != suite.digest:
        raise RunError(
            f"{folder} is a run of another version of the suite.",
            hint="Run it again, or name the suite it was made with.",
        )
    results = {result.id: result for result in read_results(folder / RESULTS)}
    try:
        scores = json.loads((folder / "scores.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RunError(f"{folder}: the run was not finished.", hint="Run it again.") from error
    scored = tuple(
        Scored(item, results[item.id], scores.get(item.id, {}))
        for item in suite.items
        if item.id in results
    )
    return Run(folder, settings, scored, summarise(scored), read_traces(folder))


def code_version() -> str:
    """Version of Wegwijs and, in a checkout, its commit and whether files were changed."""
    try:
        number = version("wegwijs")
    except PackageNotFoundError:
        number = "unknown"
    root = Path(__file__).parent.parent
    try:
        described = subprocess.run(
            ["git", "describe", "--always", "--dirty"],  # noqa: S607 - git from the path
            cwd=root,
            capture_output=True,
            text=True,
            timeout=10,
            check=True,
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return number
    return f"{number}+{described}"


def _write_json(path: Path, content: Any) -> None:
    partial = path.with_suffix(".partial")
    text = json.dumps(content, ensure_ascii=False, indent=2, default=str)
    partial.write_text(text + "\n", encoding="utf-8")
    partial.replace(path)
