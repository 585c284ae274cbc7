"""A run: every question of a suite answered once, kept as it goes, resumable."""

from __future__ import annotations

import json
import platform
import subprocess
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from evals.errors import RunError
from evals.result import Result, read_results, result_as_json, write_results
from evals.run_folder import (
    RESULTS,
    SCORES,
    SETTINGS,
    SUITE,
    TRACES,
    Run,
    make_folder,
    read_settings,
    read_traces,
    write_json,
    write_scores,
)
from evals.scoring import SEED, score, summarise
from evals.suite import Item, Suite, write_suite
from evals.targets import Target, Trace

DECISIVE = ("suite_digest", "target", "model", "system", "corpus_digest", "code_digest", "settings")
"""Settings that must be alike for an interrupted run to go on."""

LIBRARIES = ("tantivy", "chromadb", "pypdf", "pypdfium2", "numpy", "ir-measures")


def run_suite(
    suite: Suite,
    target: Target,
    out: Path,
    *,
    workers: int = 1,
    resume: bool = True,
    seed: int = SEED,
    extra_settings: Mapping[str, Any] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Run:
    """Answers the suite and writes results, traces, scores, settings and summary in ``out``.

    An interrupted run goes on where it stopped when suite, target, corpus and program are the same;
    questions that crashed are asked again.

    Args:
        workers: questions asked at the same time.
        resume: whether to go on with what is in ``out``; else it is replaced.
        seed: of everything random in the intervals.
        progress: called with the number of questions done and the number in all.

    Raises:
        RunError: ``out`` holds a run of another suite, target, corpus or program, or cannot be
            made.
        TargetError: the target cannot be reached.
    """
    make_folder(out)
    described = target.describe()
    settings = {
        "suite": suite.name,
        "suite_files": [file.name for file in suite.files],
        "suite_digest": suite.digest,
        "questions": len(suite.items),
        "seed": seed,
        "order": "as in the suite",
        "workers": workers,
        "code": code_version(),
        "python": platform.python_version(),
        "system_of_run": platform.system(),
        "libraries": {name: _version(name) for name in LIBRARIES},
        **described,
        **(extra_settings or {}),
    }
    settings = json.loads(json.dumps(settings, default=str))
    done, traces = _earlier(out, settings) if resume else ({}, {})
    if not resume:
        for name in (RESULTS, TRACES):
            (out / name).unlink(missing_ok=True)
    (out / SCORES).unlink(missing_ok=True)
    write_json(out / SETTINGS, settings)
    write_suite(suite.items, out / SUITE)
    _answer_all(suite, target, out, workers, done, traces, progress)
    if json.loads(json.dumps(target.describe(), default=str)) != json.loads(
        json.dumps(described, default=str)
    ):
        settings["changed_while_running"] = True
        write_json(out / SETTINGS, settings)
    ordered = [done[item.id] for item in suite.items]
    write_results(out / RESULTS, ordered)
    scored = score(suite, ordered, target.page_text)
    summary = summarise(scored, seed=seed)
    write_scores(out, scored, summary)
    return Run(out, settings, scored, summary, traces)


def _answer_all(
    suite: Suite,
    target: Target,
    out: Path,
    workers: int,
    done: dict[str, Result],
    traces: dict[str, Trace],
    progress: Callable[[int, int], None] | None,
) -> None:
    """Asks what was not answered yet; each answer is on disk before the next is counted."""
    todo = [item for item in suite.items if item.id not in done]
    if progress:
        progress(len(done), len(suite.items))
    pool = ThreadPoolExecutor(max_workers=max(1, workers))
    try:
        with (
            (out / RESULTS).open("a", encoding="utf-8") as results,
            (out / TRACES).open("a", encoding="utf-8") as trace_lines,
        ):
            futures: list[Future[tuple[Result, Trace | None]]] = [
                pool.submit(_answer, target, item) for item in todo
            ]
            for future in as_completed(futures):
                result, trace = future.result()
                if trace is not None:
                    _append(trace_lines, {"id": result.id, "trace": trace})
                    traces[result.id] = trace
                _append(results, result_as_json(result))
                done[result.id] = result
                if progress:
                    progress(len(done), len(suite.items))
    finally:
        pool.shutdown(cancel_futures=True)


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


def _earlier(out: Path, settings: Mapping[str, Any]) -> tuple[dict[str, Result], dict[str, Trace]]:
    """What an interrupted run of the same suite on the same target already answered."""
    if not (out / RESULTS).exists():
        return {}, {}
    before = read_settings(out)
    for key in DECISIVE:
        if before.get(key) != settings.get(key):
            raise RunError(
                f"{out} holds a run with another {key.replace('_', ' ')}.",
                hint="Name another folder, or give --anew to replace it.",
            )
    results = {r.id: r for r in read_results(out / RESULTS) if not r.error}
    write_results(out / RESULTS, results.values())
    traces = {name: trace for name, trace in read_traces(out).items() if name in results}
    with (out / TRACES).open("w", encoding="utf-8") as lines:
        for name, trace in traces.items():
            _append(lines, {"id": name, "trace": trace})
    return results, traces


def code_version() -> str:
    """Version of Wegwijs and, in a checkout, its commit and whether files were changed."""
    number = _version("wegwijs")
    try:
        described = subprocess.run(
            ["git", "describe", "--always", "--dirty"],  # noqa: S607 - git from the path
            cwd=Path(__file__).parent.parent,
            capture_output=True,
            text=True,
            timeout=10,
            check=True,
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return number
    return f"{number}+{described}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"
