"""Reads made documents and compares them with their truth."""

from __future__ import annotations

from pathlib import Path

from corpus.document import Document, Source
from corpus.reading.dispatch import read
from tests.golden.documents import DOCUMENTS
from tests.golden.truth import Agreement, compared

SEEDS = (0, 1, 2)

Results = dict[tuple[str, int], dict[str, Agreement]]
"""Agreement per feature, for each document and seed."""


def read_file(file: Path) -> Document:
    return read(Source(id=file.stem, title="", file=file))


def read_made(folder: Path) -> Results:
    """Makes every document for every seed in a folder, and reads it."""
    found: Results = {}
    for name, make in DOCUMENTS.items():
        for seed in SEEDS:
            file = folder / f"{name.replace(' ', '-')}-{seed}.pdf"
            truth = make(file, seed)
            found[name, seed] = compared(read_file(file), truth)
    return found
