"""Retrieval at growing sizes, beside plain bm25s and a stock LlamaIndex + Chroma pipeline.

    python -m benchmarks.retrieval                    # 1,000, 10,000 and 100,000 passages
    python -m benchmarks.retrieval --sizes 500000 --systems wegwijs bm25s llama-index-keywords
    python -m benchmarks.retrieval --sizes --set FOLDER     # quality, on a set in BEIR layout

Every system gets the same passages and questions in a process of its own, so that memory can be
told apart. The passages are made up: words drawn from a Zipf distribution, compounds included.
Numbers of one run may be compared with each other, not with another machine's. Prints a line of
JSON per size and system, then a Markdown table per system of how its costs grow.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import resource
import tempfile
import time
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from typing import Any

from benchmarks.growth import percentile, table

Texts = dict[str, tuple[str, str]]
"""Title (or nothing) and text of each passage."""
Questions = dict[str, str]

_SEED = 20
_WORDS = 60_000
_SYLLABLES = ("ba", "ke", "lo", "ri", "mu", "ten", "dor", "sal", "vin", "gra", "pel", "sto", "wer")


def made_up(size: int, questions: int = 200) -> tuple[Texts, Questions]:
    """Passages of some 60 words and questions of some 8, from one seed."""
    generator = random.Random(_SEED)
    words = list(
        dict.fromkeys(
            "".join(generator.choice(_SYLLABLES) for _ in range(generator.randint(1, 4)))
            for _ in range(_WORDS * 2)
        )
    )[:_WORDS]
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    texts = {
        f"d{number}": (
            "",
            " ".join(generator.choices(words, cum_weights=weights, k=generator.randint(30, 90)))
            + ".",
        )
        for number in range(size)
    }
    asked = {}
    for number in range(questions):
        text = texts[f"d{generator.randrange(size)}"][1].rstrip(".").split()
        asked[f"q{number}"] = " ".join(generator.sample(text, 8)) + "?"
    return texts, asked


Searcher = Callable[[str], list[str]]


def wegwijs(texts: Texts, folder: Path) -> Searcher:
    """The project's own index and retriever."""
    from corpus.document import Document, Source
    from corpus.settings import CorpusSettings, ReadingLimits
    from evals.retrieval import documents
    from indexing.index import Index
    from indexing.settings import IndexingSettings
    from indexing.synchronise import synchronise

    made = documents(texts)

    class Gathered:
        sources = tuple(one.source for one in made.values())
        problems = ()

    def read(source: Source, limits: ReadingLimits) -> Document:
        del limits
        return made[source.id]

    settings = IndexingSettings(folder=folder, vectors=False)
    synchronise(settings, CorpusSettings(), gather=lambda _: Gathered(), read=read)
    index = Index.open(settings)
    return lambda question: [
        hit.passage.document for hit in index.retriever.retrieve(question, lang="nl").hits
    ]


def plain_bm25s(texts: Texts, folder: Path) -> Searcher:
    """bm25s with its defaults."""
    del folder
    import bm25s

    retriever = bm25s.BM25()
    tokens = bm25s.tokenize(_with_titles(texts), show_progress=False)
    retriever.index(tokens, show_progress=False)
    names = list(texts)

    def search(question: str) -> list[str]:
        tokens = bm25s.tokenize([question], show_progress=False)
        found, _ = retriever.retrieve(tokens, k=10, show_progress=False)
        return [names[number] for number in found[0]]

    return search


def _with_titles(texts: Texts) -> list[str]:
    """The texts with their titles above, for who knows no titles."""
    return [f"{title}\n{text}".strip() for title, text in texts.values()]


def stock_llama_index(texts: Texts, folder: Path) -> Searcher:
    """LlamaIndex with its own splitter and BM25 retriever, nodes kept in Chroma as well."""
    import chromadb
    from llama_index.core import MockEmbedding, StorageContext, VectorStoreIndex
    from llama_index.vector_stores.chroma import ChromaVectorStore

    nodes = _nodes(texts)
    client = chromadb.PersistentClient(
        str(folder), settings=chromadb.Settings(anonymized_telemetry=False)
    )
    store = ChromaVectorStore(chroma_collection=client.get_or_create_collection("stock"))
    VectorStoreIndex(
        nodes,
        storage_context=StorageContext.from_defaults(vector_store=store),
        embed_model=MockEmbedding(256),
    )
    return _stock_keywords(nodes)


def stock_keywords(texts: Texts, folder: Path) -> Searcher:
    """The same without Chroma: its splitter and BM25 retriever alone."""
    del folder
    return _stock_keywords(_nodes(texts))


def _nodes(texts: Texts) -> list[Any]:
    from llama_index.core import Document

    from benchmarks.stock import nodes_of

    return nodes_of(
        [
            Document(text=text, doc_id=identity)
            for identity, text in zip(texts, _with_titles(texts), strict=True)
        ]
    )


def _stock_keywords(nodes: list[Any]) -> Searcher:
    from benchmarks.stock import by_keywords

    retrieve = by_keywords(nodes)
    return lambda question: [
        str(found.node.ref_doc_id) for found in retrieve(question) if found.node
    ]


SYSTEMS = {
    "wegwijs": wegwijs,
    "bm25s": plain_bm25s,
    "llama-index": stock_llama_index,
    "llama-index-keywords": stock_keywords,
}
COSTS = ("p50_ms", "p95_ms", "memory_mb", "disk_mb")


def measure(name: str, texts: Texts, questions: Questions, results: Any) -> None:
    """Build, ask, and put the numbers in ``results``; runs in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        started = time.perf_counter()
        search = SYSTEMS[name](texts, Path(folder))
        built = time.perf_counter() - started
        for question in list(questions.values())[:5]:
            search(question)
        seconds = []
        rankings = {}
        for identity, question in questions.items():
            started = time.perf_counter()
            rankings[identity] = search(question)
            seconds.append(time.perf_counter() - started)
        results.put(
            {
                "system": name,
                "documents_per_second": round(len(texts) / built),
                "p50_ms": round(1000 * percentile(seconds, 0.5), 1),
                "p95_ms": round(1000 * percentile(seconds, 0.95), 1),
                "memory_mb": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024,
                "disk_mb": sum(
                    file.stat().st_size for file in Path(folder).rglob("*") if file.is_file()
                )
                // 1_000_000,
                "rankings": rankings,
            }
        )


def compare(texts: Texts, questions: Questions, systems: list[str]) -> list[dict[str, Any]]:
    """Every system over the same passages and questions, one after the other."""
    context = multiprocessing.get_context("spawn")
    rows = []
    for name in systems:
        results = context.Queue()
        process = context.Process(target=measure, args=(name, texts, questions, results))
        process.start()
        while process.is_alive() and results.empty():
            time.sleep(0.2)
        if results.empty():
            raise RuntimeError(f"{name} ended with exit code {process.exitcode}.")
        rows.append(results.get())
        process.join()
    return rows


def quality(rankings: dict[str, list[str]], labels: dict[str, dict[str, int]]) -> float:
    """nDCG@10 of rankings."""
    import ir_measures
    from ir_measures import nDCG

    run = {
        question: {item: 1.0 / rank for rank, item in enumerate(dict.fromkeys(ranking), start=1)}
        for question, ranking in rankings.items()
        if question in labels
    }
    scored = {question: labels[question] for question in run}
    return float(ir_measures.calc_aggregate([nDCG @ 10], scored, run)[nDCG @ 10])


def main() -> None:
    """Print a line of JSON per size and system, then the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--set", type=Path, action="append", default=[])
    parser.add_argument("--systems", nargs="*", choices=SYSTEMS, default=list(SYSTEMS)[:3])
    given = parser.parse_args()
    for folder in given.set:
        from evals.retrieval import read_set

        known = read_set(folder)
        texts = known.items
        for row in compare(texts, known.questions, given.systems):
            row["ndcg@10"] = round(quality(row.pop("rankings"), known.labels), 4)
            print(json.dumps({"set": folder.name, "passages": len(texts), **row}), flush=True)
    measured: dict[str, list[dict[str, Any]]] = {name: [] for name in given.systems}
    for size in given.sizes:
        for row in compare(*made_up(size), given.systems):
            row.pop("rankings")
            measured[row["system"]].append({"passages": size, **row})
            print(json.dumps({"passages": size, **row}), flush=True)
    for name, rows in measured.items():
        if rows:
            print(f"\n{name}\n\n{table(rows, COSTS)}")


if __name__ == "__main__":
    main()
