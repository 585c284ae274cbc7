"""Measure the retriever on a retrieval set in BEIR layout, in a throw-away index.

A set is a folder with ``corpus.jsonl`` (``_id``, ``title``, ``text``), ``queries.jsonl`` (``_id``,
``text``) and ``qrels.tsv`` or ``qrels/test.tsv`` (``query-id``, ``corpus-id``, ``score``, with a
header). Each item becomes a document of its own, indexed and searched as any other document is.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from corpus.document import Block, BlockKind, Document, Page, Run, Source
from corpus.language import detect
from corpus.settings import CorpusSettings, ReadingLimits
from evals import ranking
from evals.errors import SuiteError
from evals.run_folder import make_folder
from indexing.index import Index
from indexing.retriever import Retriever
from indexing.settings import IndexingSettings
from indexing.synchronise import synchronise

DEPTH = 10
_PASSAGES = 30
_SAMPLE = 200
_LONG_ENOUGH = 200

MEASURES = {
    "ndcg@10": ranking.NDCG,
    "recall@5": ranking.RECALL_AT_5,
    "recall@10": ranking.RECALL,
    "mrr@10": ranking.MRR,
}


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """A set as it was read: items by id (title and text), questions, relevance labels."""

    items: dict[str, tuple[str, str]]
    questions: dict[str, str]
    labels: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class RetrievalScores:
    """Means over the questions that have a relevant item; speeds of this machine, this run."""

    questions: int
    items: int
    measures: dict[str, float]
    documents_per_second: float
    queries_per_second: float
    p50_ms: float
    p95_ms: float
    per_question: dict[str, float]

    def as_json(self) -> dict[str, Any]:
        """What ``--json`` prints and ``scores.json`` holds; ``per_question`` is nDCG@10."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Gathered:
    sources: tuple[Source, ...]
    problems: tuple[str, ...] = ()


def read_set(folder: Path) -> RetrievalSet:
    """Read a retrieval set.

    Raises:
        SuiteError: a file is missing or malformed; names the file, the line and the key.
    """
    items = {
        _key(entry, "_id", where): (str(entry.get("title") or ""), _key(entry, "text", where))
        for entry, where in _lines(folder / "corpus.jsonl")
    }
    questions = {
        _key(entry, "_id", where): _key(entry, "text", where)
        for entry, where in _lines(folder / "queries.jsonl")
    }
    file = next(
        (path for path in (folder / "qrels.tsv", folder / "qrels" / "test.tsv") if path.exists()),
        None,
    )
    if file is None:
        raise SuiteError(f"{folder} has no qrels.tsv and no qrels/test.tsv.")
    labels: dict[str, dict[str, int]] = {}
    with file.open(encoding="utf-8", newline="") as handle:
        for number, row in enumerate(csv.DictReader(handle, delimiter="\t"), start=2):
            where = f"{file.name}, line {number}"
            score = _key(row, "score", where)
            try:
                labels.setdefault(_key(row, "query-id", where), {})[
                    _key(row, "corpus-id", where)
                ] = int(float(score))
            except ValueError as error:
                raise SuiteError(f"{where}: score {score!r} is not a number.") from error
    return RetrievalSet(items, questions, labels)


def _lines(file: Path) -> Iterator[tuple[dict[str, Any], str]]:
    try:
        with file.open(encoding="utf-8") as handle:
            for number, line in enumerate(handle, start=1):
                if line.strip():
                    where = f"{file.name}, line {number}"
                    entry = json.loads(line)
                    if not isinstance(entry, dict):
                        raise SuiteError(f"{where}: not an object.")
                    yield entry, where
    except OSError as error:
        raise SuiteError(f"{file} cannot be read ({error.strerror}).") from error
    except ValueError as error:
        raise SuiteError(f"{file.name} is not JSON Lines ({error}).") from error


def _key(entry: dict[str, Any], key: str, where: str) -> str:
    if entry.get(key) is None:
        raise SuiteError(f"{where}: {key} is missing.")
    return str(entry[key])


def documents(items: dict[str, tuple[str, str]]) -> dict[str, Document]:
    """The items as documents, each in the language it seems to be in.

    A short item says little about its language; it gets the one most items have.
    """
    sample = list(items.values())[:: max(1, len(items) // _SAMPLE)]
    counted = Counter(detect(f"{title}\n{text}") for title, text in sample)
    usual = next((lang for lang, _ in counted.most_common() if lang), None)
    made = {}
    for identity, (title, text) in items.items():
        own = detect(text) if len(text) >= _LONG_ENOUGH else None
        source = Source(
            id=identity,
            title=title,
            file=Path(identity),
            language=own or usual,
            digest=hashlib.sha256(text.encode()).hexdigest(),
        )
        run = Run(0, 1, 0, len(text))
        block = Block(BlockKind.PARAGRAPH, text, (run,))
        made[identity] = Document(source, (Page(1, None, text),), (block,))
    return made


def evaluate(folder: Path, out: Path, settings: IndexingSettings | None = None) -> RetrievalScores:
    """Index a set, ask its questions, score the answers; write ``scores.json`` and ``run.trec``.

    Args:
        folder: the set, in BEIR layout.
        out: folder for the results; made when it is not there.
        settings: weights and sizes; its folder is not used.

    Raises:
        SuiteError: the set is malformed.
        RunError: the folder for the results cannot be made.
    """
    given = read_set(folder)
    make_folder(out)
    made = documents(given.items)
    wanted = settings or IndexingSettings()
    with tempfile.TemporaryDirectory(prefix="wegwijs-") as scratch:
        # Vectors cost time and count only when they have weight.
        weight = (
            wanted.retrieval.model_vector_weight
            if wanted.embed_model
            else wanted.retrieval.vector_weight
        )
        throw_away = wanted.model_copy(update={"folder": Path(scratch), "vectors": weight > 0})

        def read(source: Source, limits: ReadingLimits) -> Document:
            del limits
            return made[source.id]

        started = time.perf_counter()
        synchronise(
            throw_away,
            CorpusSettings(with_fiches=False),
            gather=lambda _: _Gathered(tuple(one.source for one in made.values())),
            read=read,
        )
        indexing_seconds = time.perf_counter() - started
        with Index.open(throw_away) as index:
            run, seconds = _ask(index.retriever, given)
    scores = _score(given, run, indexing_seconds, seconds)
    (out / "scores.json").write_text(json.dumps(scores.as_json(), indent=1), encoding="utf-8")
    (out / "settings.json").write_text(wanted.model_dump_json(indent=1), encoding="utf-8")
    with (out / "run.trec").open("w", encoding="utf-8") as file:
        for question, ranking in run.items():
            for rank, (item, score) in enumerate(ranking.items(), start=1):
                file.write(f"{question} Q0 {item} {rank} {score:.6f} wegwijs\n")
    return scores


def _ask(
    retriever: Retriever, given: RetrievalSet
) -> tuple[dict[str, dict[str, float]], list[float]]:
    """The ranking of every labelled question, and the seconds each took."""
    run: dict[str, dict[str, float]] = {}
    seconds = []
    languages = Counter(detect(text) for text in given.questions.values())
    usual = next((lang for lang, _ in languages.most_common() if lang), "nl")
    for identity, text in given.questions.items():
        if identity not in given.labels:
            continue
        started = time.perf_counter()
        found = retriever.retrieve(text, lang=detect(text) or usual, k=_PASSAGES)
        seconds.append(time.perf_counter() - started)
        ranking: dict[str, float] = {}
        for hit in found.hits:
            ranking.setdefault(hit.passage.document, hit.score)
        run[identity] = dict(list(ranking.items())[:DEPTH])
    return run, seconds


def _score(
    given: RetrievalSet,
    run: dict[str, dict[str, float]],
    indexing_seconds: float,
    seconds: list[float],
) -> RetrievalScores:
    labels = {identity: given.labels[identity] for identity in run}
    scored = ranking.per_question(list(MEASURES.values()), labels, run)
    means = {m: sum(values.values()) / max(1, len(values)) for m, values in scored.items()}
    ranked = sorted(seconds) or [0.0]
    return RetrievalScores(
        questions=len(run),
        items=len(given.items),
        measures={name: float(means.get(measure, 0.0)) for name, measure in MEASURES.items()},
        documents_per_second=len(given.items) / max(1e-9, indexing_seconds),
        queries_per_second=len(seconds) / max(1e-9, sum(seconds)),
        p50_ms=1000 * ranked[len(ranked) // 2],
        p95_ms=1000 * ranked[min(len(ranked) - 1, int(len(ranked) * 0.95))],
        per_question=scored[ranking.NDCG],
    )


def print_scores(scores: RetrievalScores, *, as_json: bool = False) -> None:
    """Show scores on the terminal, or as JSON for programs."""
    if as_json:
        sys.stdout.write(json.dumps(scores.as_json()) + "\n")
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"{scores.questions} questions over {scores.items} items")
    table.add_column("Measure")
    table.add_column("Value", justify="right")
    for name, value in scores.measures.items():
        table.add_row(name, f"{value:.4f}")
    table.add_row("documents/s", f"{scores.documents_per_second:.0f}")
    table.add_row("queries/s", f"{scores.queries_per_second:.0f}")
    table.add_row("p50 / p95 (ms)", f"{scores.p50_ms:.1f} / {scores.p95_ms:.1f}")
    Console().print(table)
