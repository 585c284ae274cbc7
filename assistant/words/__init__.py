"""Lists of words that the engine knows by heart, one text file a list."""

from __future__ import annotations

from collections.abc import Mapping
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


@cache
def region_countries() -> Mapping[str, frozenset[str]]:
    """Words for parts of the world (folded) and the countries in them (ISO 3166-1, lower case)."""
    found: dict[str, frozenset[str]] = {}
    text = (Path(__file__).parent / "regions.txt").read_text("utf-8")
    for line in text.splitlines():
        if ":" in line and not line.startswith("#"):
            names, codes = line.split(":")
            found.update(dict.fromkeys(names.split(), frozenset(codes.split())))
    return found


@cache
def kind_nouns() -> Mapping[str, frozenset[str]]:
    """Kinds of answer and the nouns (lower case) that name no more than that kind."""
    text = (Path(__file__).parent / "kind-nouns.txt").read_text("utf-8")
    lines = (line.split(":", 1) for line in text.splitlines() if not line.startswith("#"))
    return {kind: frozenset(nouns.split()) for kind, nouns in lines}


@cache
def contraries() -> tuple[tuple[frozenset[str], ...], ...]:
    """Sets of words that rule each other out, each as its sides; a word that ends in ``*`` stands
    for all that begin like it, and ``_`` in it for a space."""
    text = (Path(__file__).parent / "contraries.txt").read_text("utf-8")
    return tuple(
        tuple(frozenset(side.split()) for side in line.split("|"))
        for line in text.splitlines()
        if line and not line.startswith("#")
    )
