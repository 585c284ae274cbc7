"""Bring an index up to date, or search it: ``python -m indexing [--search "question"]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from corpus.language import detect
from corpus.settings import CorpusSettings
from indexing.command_line import index_with_progress
from indexing.errors import IndexingError
from indexing.index import Index
from indexing.settings import IndexingSettings


def main() -> int:
    """Exit code 0, or 1 when the index cannot be written or read."""
    parser = argparse.ArgumentParser(prog="python -m indexing", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder of the index")
    parser.add_argument("--corpus", type=Path, action="append", default=[], help="documents")
    parser.add_argument("--without-fiches", action="store_true")
    parser.add_argument("--rebuild", action="store_true")
    parser.add_argument("--search", default="", help="show the passages for a question")
    given = parser.parse_args()
    settings = IndexingSettings(folder=given.data / "index")
    corpus = CorpusSettings(
        folders=tuple(given.corpus),
        with_fiches=not given.without_fiches,
        downloads=given.data / "documents",
    )
    try:
        if not given.search:
            index_with_progress(settings, corpus, rebuild=given.rebuild)
            return 0
        with Index.open(settings) as index:
            found = index.retriever.retrieve(given.search, lang=detect(given.search) or "nl")
            for hit in found.hits:
                sys.stdout.write(f"{hit.passage.id}\n  {hit.explanation()}\n  {hit.passage.text}\n")
    except IndexingError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
