"""What ``wegwijs index`` shows while it works."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from corpus.settings import CorpusSettings
from indexing.settings import IndexingSettings
from indexing.synchronise import Progress, SyncReport, synchronise


def index_with_progress(
    indexing: IndexingSettings,
    corpus: CorpusSettings,
    *,
    rebuild: bool = False,
    as_json: bool = False,
    quiet: bool = False,
) -> SyncReport:
    """Brings the index up to date, with a progress bar on a terminal.

    Args:
        quiet: print nothing but what failed.

    Raises:
        IndexingError: the index could not be written.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=console, transient=True, disable=as_json) as bar:
        task = bar.add_task("Looking at the documents", total=None)

        def show(progress: Progress) -> None:
            bar.update(
                task, description=progress.step, completed=progress.done, total=progress.total
            )

        report = synchronise(indexing, corpus, rebuild=rebuild, progress=show)
    if as_json:
        sys.stdout.write(json.dumps(asdict(report), ensure_ascii=False, default=str) + "\n")
        return report
    for note in report.problems:
        console.print(note, markup=False, highlight=False, soft_wrap=True)
    for failed in report.failed:
        console.print(f"[red]{failed.id}[/]: {failed.message} {failed.hint}", soft_wrap=True)
    if not quiet:
        console.print(
            f"{len(report.created)} new, {len(report.updated)} changed, "
            f"{len(report.deleted)} gone, {len(report.skipped)} unchanged, "
            f"{len(report.failed)} failed: "
            f"{report.passages} passages in {report.seconds:.1f} s.",
            highlight=False,
        )
    return report
