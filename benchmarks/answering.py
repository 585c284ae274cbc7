"""Answers at growing sizes: every question of a suite asked once, over the fiches among filler.

    python -m benchmarks.answering                            # 10,000 and 100,000 passages too
    python -m benchmarks.answering --sizes 500000 --keep FOLDER

The index holds the shipped fiches and made-up documents around them (:mod:`benchmarks.filler`), so
that questions have real answers and the words of the questions become as common as the corpus
grows. Five questions of another kind are asked first; after that no question is asked twice.
Building and asking are processes of their own. Prints a line of JSON per size, and a Markdown table
of how much every cost grows from one size to the next.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil

from benchmarks.growth import percentile, table
from corpus.document import Document, Source
from corpus.settings import CorpusSettings, ReadingLimits

SUITE = Path("evals/suites/fiches-development")
WARM_UP = (
    "welke premies zijn er voor een filmproject in Ierland?",
    "who helps me with a contract?",
    "hoeveel kost een parkeerplaats op de maan?",
    "wanneer begint de aanvraag en wie beslist?",
    "what is the difference between a residency and a tour?",
)
_PER_DOCUMENT = 27
"""About how many passages a document of the filler has."""


def settings(folder: Path) -> Any:
    """The index without the vector arm: without a model that takes no part in answers."""
    from indexing.settings import IndexingSettings

    return IndexingSettings(folder=folder, vectors=False)


def build(folder: Path, size: int, results: Any) -> None:
    """Index the fiches and filler up to about ``size`` passages; puts seconds and counts."""
    from benchmarks.filler import Filler
    from corpus.catalogue import gather
    from corpus.reading.dispatch import read
    from indexing.splitting import split
    from indexing.synchronise import synchronise

    given = gather(CorpusSettings())
    limits = ReadingLimits()
    fiches = {source.id: read(source, limits) for source in given.sources}
    filler = Filler.of(list(fiches.values()))
    passages = sum(len(split(document, settings(folder))) for document in fiches.values())
    sources = (*given.sources, *filler.sources(max(0, size - passages) // _PER_DOCUMENT))

    class Gathered:
        problems = ()

    Gathered.sources = sources

    def read_one(source: Source, _: ReadingLimits) -> Document:
        return fiches[source.id] if source.id in fiches else filler.document(source)

    started = time.perf_counter()
    report = synchronise(
        settings(folder), CorpusSettings(), gather=lambda _: Gathered(), read=read_one
    )
    seconds = time.perf_counter() - started
    results.put(
        {
            "documents": len(sources),
            "passages": report.passages,
            "passages_per_second": round(report.passages / seconds),
            "building_mb": psutil.Process().memory_info().rss // 1_000_000,
        }
    )


def ask(folder: Path, suite: Path, results: Any) -> None:
    """Ask every question once; puts latencies, memory and how many were answered."""
    from assistant.answer import Question
    from assistant.assembly import assembled
    from corpus.vocabulary import Vocabulary
    from evals.suite import load_suite
    from indexing.index import Index

    items = load_suite(suite).items
    assistant = assembled(Index.open(settings(folder)), Vocabulary.load())
    for question in WARM_UP:
        assistant.ask(Question(question))
    wall, processor, answered = [], [], 0
    for item in items:
        started, used = time.perf_counter(), time.thread_time()
        answer = assistant.ask(Question(item.question, history=item.history))
        processor.append(1000 * (time.thread_time() - used))
        wall.append(1000 * (time.perf_counter() - started))
        answered += not answer.status.refused
    memory = psutil.Process().memory_info()
    results.put(
        {
            "questions": len(items),
            "answered": answered,
            "p50_ms": round(percentile(wall, 0.5), 1),
            "p95_ms": round(percentile(wall, 0.95), 1),
            "processor_p50_ms": round(percentile(processor, 0.5), 1),
            "processor_p95_ms": round(percentile(processor, 0.95), 1),
            "memory_mb": memory.rss // 1_000_000,
            "own_memory_mb": (memory.rss - memory.shared) // 1_000_000,
        }
    )


def alone(job: Callable[..., None], *given: Any) -> dict[str, Any]:
    """What a job puts, run in a process of its own."""
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    process = context.Process(target=job, args=(*given, results))
    process.start()
    while process.is_alive() and results.empty():
        time.sleep(0.2)
    if results.empty():
        raise RuntimeError(f"{job.__name__} ended with exit code {process.exitcode}.")
    found: dict[str, Any] = results.get()
    process.join()
    return found


def main() -> None:
    """Print a line of JSON per size, then the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[0, 10_000, 100_000])
    parser.add_argument("--suite", type=Path, default=SUITE)
    parser.add_argument("--keep", type=Path, help="keep the indexes here, and use what is there")
    given = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        for size in given.sizes:
            folder = (given.keep or Path(scratch)) / f"{size}"
            noted = folder / "built.json"
            if not noted.exists():
                built = alone(build, folder, size)
                disk = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())
                noted.write_text(json.dumps({**built, "disk_mb": disk // 1_000_000}))
            row = {**json.loads(noted.read_text()), **alone(ask, folder, given.suite)}
            print(json.dumps(row), flush=True)
            rows.append(row)
    costs = ("p50_ms", "p95_ms", "processor_p95_ms", "memory_mb", "own_memory_mb", "disk_mb")
    print(table(rows, costs))


if __name__ == "__main__":
    main()
