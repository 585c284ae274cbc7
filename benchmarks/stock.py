"""The questions of a suite, put to a stock pipeline.

    python -m benchmarks.stock --corpus FOLDER --suite SUITE --out RUN
    wegwijs eval score RUN --suite SUITE

What LlamaIndex gives who sets nothing: each page of a PDF as pypdf reads it, cut by its
``SentenceSplitter`` and searched by its ``BM25Retriever``, all with their defaults; the passage
that fits a question best is the answer, word for word, and cites its page. HTML is read without its
tags, Markdown and text as they stand; other files are left out. Earlier turns of a question are not
looked at, and nothing is refused but a question without a word to search for: on what the documents
do not hold it is wrong. Writes ``results.jsonl`` into RUN, and prints what was read.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from corpus.document import document_id
from evals.result import Cited, Passage, Result, write_results
from evals.run_folder import RESULTS, make_folder
from evals.suite import Item, load_suite

TOP = 10
_HIDDEN = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]+>")

Retrieve = Callable[[str], list[Any]]
"""A question to the nodes that fit it best, best first, each with its score."""


def nodes_of(documents: Sequence[Any]) -> list[Any]:
    """LlamaIndex documents, cut as its splitter cuts by default."""
    from llama_index.core.node_parser import SentenceSplitter

    return list(SentenceSplitter().get_nodes_from_documents(documents))


def by_keywords(nodes: Sequence[Any], top: int = TOP) -> Retrieve:
    """LlamaIndex's BM25 retriever with its defaults, for the ``top`` nodes of each question."""
    from llama_index.retrievers.bm25 import BM25Retriever

    retriever = BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=min(top, len(nodes)))
    return lambda question: list(retriever.retrieve(question))


def read(folder: Path) -> Iterator[Any]:
    """The LlamaIndex documents of a folder: of a PDF one for each page, of others one."""
    from llama_index.core import Document

    for path in sorted(folder.rglob("*")):
        for number, text in enumerate(_pages(path), start=1):
            told = {"file_name": path.name, "page_label": str(number)}
            yield Document(text=text, metadata=told)


def _pages(path: Path) -> Iterator[str]:
    ending = path.suffix.lower()
    if ending == ".pdf":
        from pypdf import PdfReader

        for page in PdfReader(path).pages:
            yield page.extract_text() or ""
    elif ending in (".html", ".htm"):
        marked_up = path.read_text(encoding="utf-8", errors="replace")
        yield unescape(_TAG.sub(" ", _HIDDEN.sub(" ", marked_up)))
    elif ending in (".md", ".txt"):
        yield path.read_text(encoding="utf-8", errors="replace")


def answer(item: Item, retrieve: Retrieve) -> Result:
    """The passage that fits a question best, as a result."""
    started = time.perf_counter()
    found = [hit.node for hit in retrieve(item.question)]
    taken = (time.perf_counter() - started) * 1000
    if not found:
        return Result(
            item.id, status="not-in-corpus", refused=True, lang=item.lang, latency_ms=taken
        )
    best = found[0].get_content()
    document, page = _place(found[0])
    return Result(
        id=item.id,
        answer=f"{best} [1]",
        status="answered",
        citations=(Cited(1, document, page=page, quote=best),),
        lang=item.lang,
        engine="stock",
        latency_ms=taken,
        retrieved=tuple(
            Passage(name, (number,)) for name, number in (_place(node) for node in found)
        ),
    )


def _place(node: Any) -> tuple[str, int]:
    """The document of a node, as the suites name it, and its page."""
    return document_id(node.metadata["file_name"]), int(node.metadata["page_label"])


def main() -> None:
    """Read the documents, ask every question, write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--suite", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    items = load_suite(given.suite).items
    nodes = nodes_of(list(read(given.corpus)))
    retrieve = by_keywords(nodes)
    make_folder(given.out)
    write_results(given.out / RESULTS, [answer(item, retrieve) for item in items])
    print(f"{len(items)} questions over {len(nodes)} passages: {given.out / RESULTS}")


if __name__ == "__main__":
    main()
