"""Lists of words that the engine knows by heart, one text file a list."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def words(name: str) -> frozenset[str]:
    """The words of ``<name>.txt``, lower case; lines that start with ``#`` are remarks.

    Raises:
        FileNotFoundError: there is no such list.
    """
    text = (Path(__file__).parent / f"{name}.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())
