"""Which document a reference means: by its names and year, among the documents that are known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.paragraphs.references import Reference
from corpus.document import Provenance, Source
from indexing.tokenising import folded

_WORD = re.compile(r"[^\W_][\w.&'’+/-]*[^\W_]|[^\W_]")
# What stands between names and says nothing of a document.
_EMPTY = frozenset(
    {"et", "al", "en", "and", "de", "het", "een", "van", "der", "den", "the", "of", "a", "an"}
    | {"red", "reds", "ed", "eds", "e.a", "ea", "in", "voor", "for", "vzw", "zie", "see", "cf"}
    | {"volgens", "according", "to", "its", "their", "zijn", "haar", "hun", "rapport", "report"}
    | {"studie", "study", "nota", "document", "dossier", "onderzoek", "verslag", "p", "pp"}
)
_YEAR = re.compile(r"\d{4}")
_TITLE_SHARE = 0.6  # of a longer reference's words that a title has to hold
_LONG = 3  # words from which a reference is taken for a title


@dataclass(frozen=True, slots=True)
class Meant:
    """The documents that a reference means; ``other_years`` are those that have its names, but
    another year."""

    documents: frozenset[str] = frozenset()
    other_years: frozenset[str] = frozenset()


class CitedDocuments:
    """Finds the documents of an index by the references to them."""

    def __init__(self, sources: Iterable[Source]) -> None:
        # A fiche is ours; who cites means the publication behind it.
        self._sources = [source for source in sources if source.pair is None]
        self._words = {source.id: _words_of(source) for source in self._sources}

    def meant(self, reference: Reference) -> Meant:
        """The documents that ``reference`` means; none where no name of it is known."""
        wanted = _words(reference.names)
        if not wanted:
            return Meant()
        named = [one for one in self._sources if _holds(self._words[one.id], wanted)]
        year = _YEAR.search(reference.year)
        if year is None:
            return Meant(frozenset(one.id for one in named))
        right = {one.id for one in named if _is_of(one, year[0], self._words[one.id])}
        return Meant(frozenset(right), frozenset(one.id for one in named) - right)


def is_origin(reference: Reference, origin: Provenance) -> bool:
    """Whether a reference means the source that a fiche's statement was drawn from."""
    wanted = _words(reference.names)
    told = _words(f"{origin.title} {origin.publisher}")
    year = _YEAR.search(reference.year)
    dated = f"{origin.date} {origin.title}"
    return bool(wanted) and _holds(told, wanted) and (year is None or year[0] in dated)


def refers_to(text: str, reference: Reference) -> bool:
    """Whether a text refers to the same work: its first name and its year, close together."""
    names = [word for word in _WORD.findall(reference.names) if folded(word) not in _EMPTY]
    year = _YEAR.search(reference.year)
    if not names or (year is None and not reference.year):
        return False
    behind = re.escape(year[0]) if year else r"(?:z\.\s?d|n\.\s?d)"
    near = rf"{re.escape(folded(names[0]))}[^()]{{0,80}}{behind}"
    return re.search(near, folded(text)) is not None


def _holds(told: frozenset[str], wanted: frozenset[str]) -> bool:
    held = wanted & told
    return held == wanted or (len(held) >= _LONG and len(held) >= _TITLE_SHARE * len(wanted))


def _is_of(source: Source, year: str, words: frozenset[str]) -> bool:
    return (source.date or "").startswith(year) or year in words


def _words_of(source: Source) -> frozenset[str]:
    name = source.id.replace("-", " ")
    return _words(f"{source.title} {source.publisher} {source.author} {name}")


def _words(text: str) -> frozenset[str]:
    return frozenset(
        word
        for match in _WORD.finditer(text)
        for word in (folded(match.group().strip(".")),)
        if word not in _EMPTY and (len(word) > 1 or word.isdigit())
    )
