"""Scoring results that are there already: answers once, scores often."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evals.errors import RunError
from evals.result import read_results
from evals.run_folder import (
    RESULTS,
    SETTINGS,
    SUITE,
    Run,
    read_settings,
    read_traces,
    write_json,
    write_scores,
)
from evals.scoring import SEED, score, summarise
from evals.suite import Suite, write_suite

if TYPE_CHECKING:
    from assistant.settings import WegwijsSettings


def score_again(folder: Path, suite: Suite, settings: WegwijsSettings | None = None) -> Run:
    """Scores ``results.jsonl`` in ``folder`` with ``suite`` and writes scores and summary there.

    Results of another product need nothing beside them; settings are then written that say so.

    Args:
        settings: name the index in which quotes are looked up; without it quotes are not scored.

    Raises:
        RunError: there are no results, or the run was made on other documents than the index has.
    """
    results = read_results(folder / RESULTS)
    if (folder / SETTINGS).exists():
        told: dict[str, Any] = read_settings(folder)
    else:
        told = {"target": folder.resolve().name, "seed": SEED, "code": ""}
    told["suite_digest"] = suite.digest
    told["suite"] = told.get("suite") or suite.name
    seed = int(told.get("seed", SEED))
    with ExitStack() as stack:
        page_text = _no_page
        if settings is not None:
            from assistant.assembly import assemble
            from evals.targets import InProcess

            target = InProcess(stack.enter_context(assemble(settings)))
            indexed = target.describe()["corpus_digest"]
            if told.get("corpus_digest", indexed) != indexed:
                raise RunError(
                    f"{folder} was made on other documents than the index has.",
                    hint="Index those again, or score without --data and --corpus.",
                )
            page_text = target.page_text
        scored = score(suite, results, page_text)
    if not scored:
        raise RunError(f"{folder}: no result is of a question in the suite.")
    summary = summarise(scored, seed=seed)
    write_json(folder / SETTINGS, told)
    write_suite(suite.items, folder / SUITE)
    write_scores(folder, scored, summary)
    return Run(folder, told, scored, summary, read_traces(folder))


def _no_page(document: str, page: int) -> str | None:  # noqa: ARG001 - no documents are known
    return None
