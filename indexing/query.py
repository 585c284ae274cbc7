"""A question as the index understands it: weighted terms, each with the forms that may match."""

from __future__ import annotations

from dataclasses import dataclass

from indexing.references import Reference


@dataclass(frozen=True, slots=True)
class Variant:
    """A form in which a question word may stand in a passage: an index term and its worth (0-1)."""

    term: str
    weight: float
    origin: str
    surface: str = ""
    """The likeliest translation as a word."""


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A word of the question. ``idf`` is high for rare words, in natural-log units.

    ``analysed`` are the index terms that count as a match, ``weight`` what a match is worth (1 for
    a word of the question, less for a part of a compound), ``origin`` why the term is there:
    ``word``, ``part``, ``phrase``.
    """

    surface: str
    analysed: tuple[str, ...]
    weight: float
    idf: float
    origin: str
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """A question, analysed. ``corrections`` are pairs of the word as typed and as searched."""

    text: str
    lang: str
    terms: tuple[QueryTerm, ...]
    corrections: tuple[tuple[str, str], ...]
    references: tuple[Reference, ...]
    reference_route: bool
    likeness_text: str = ""
    """What character n-grams are compared with: the question, and its words' translations."""
