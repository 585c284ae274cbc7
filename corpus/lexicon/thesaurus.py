"""Dutch words that mean about the same, and words that go with them: what people say for what
documents write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from corpus.lexicon.settings import ThesaurusSettings
from corpus.lexicon.tables import rows, values

_WORTH = ThesaurusSettings()
MOST = len(_WORTH.synonyms)
"""Words that a cell may hold."""


class Line(NamedTuple):
    """One line of ``thesaurus.tsv``: a word, what may stand in its place, what goes with it; the
    likeliest first."""

    word: str
    synonyms: tuple[str, ...]
    related: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """The lines by their word, in small letters, and which words name one as their synonym.

    Synonyms lead both ways, related words one way: who asks about cinemas may be told of films,
    who asks about films not of cinemas.
    """

    lines: dict[str, Line]
    named_by: dict[str, tuple[Line, ...]]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Thesaurus:
        """The look-ups that the lines make."""
        every = tuple(lines)
        named_by: dict[str, tuple[Line, ...]] = {}
        for line in every:
            for synonym in line.synonyms:
                key = synonym.casefold()
                named_by[key] = (*named_by.get(key, ()), line)
        return cls({line.word.casefold(): line for line in every}, named_by)

    def near(self, forms: Iterable[str]) -> dict[str, float]:
        """Words that may stand where a word does, with their worth (0 to 1), the worthiest first:
        those of the first of its ``forms`` (itself, then dictionary forms) that is known."""
        for form in forms:
            own, others = self.lines.get(form), self.named_by.get(form, ())
            if own is None and not others:
                continue
            found: dict[str, float] = {}
            if own is not None:
                found.update(zip(own.related, _WORTH.related, strict=False))
                found.update(zip(own.synonyms, _WORTH.synonyms, strict=False))
            for other in others:
                place = other.synonyms.index(_as_named(other, form))
                worth = _WORTH.synonyms[place] * _WORTH.names_it
                found[other.word] = max(found.get(other.word, 0.0), worth)
            return dict(sorted(found.items(), key=lambda pair: -pair[1]))
        return {}


def _as_named(line: Line, form: str) -> str:
    return next(synonym for synonym in line.synonyms if synonym.casefold() == form)


def read_lines(folder: Path) -> tuple[Line, ...]:
    """The lines of ``thesaurus.tsv``. Raises LexiconError, naming the line, on a malformed one."""
    return tuple(
        Line(word, values(synonyms), values(related))
        for word, synonyms, related in rows(folder / "thesaurus.tsv", 3)
    )
