"""What people say for what documents write: "turn up" for "attend", "uit het bestuur stappen" for
"aftreden"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from corpus.lexicon.tables import LANGUAGES, Language, rows, values

# What the words of a line are worth, by their place in it.
_WORTH = (1.0, 0.95, 0.9, 0.8, 0.7, 0.6)
MOST = len(_WORTH)
"""Words that a line may hold."""
_FORMS = 4  # forms of each word of an expression that are tried

Lemmas = Callable[[str, Language], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Everyday:
    """The lines of ``everyday.tsv`` by language and by what people say, in small letters.

    ``parts`` are the words that stand in an expression of several words. Lines lead one way, and
    only to what may be read: they tell no claim from another.
    """

    formal: dict[Language, dict[str, tuple[str, ...]]]
    parts: dict[Language, frozenset[str]]

    @classmethod
    def of(cls, lines: Iterable[tuple[Language, str, tuple[str, ...]]]) -> Everyday:
        """The look-ups that lines of language, what is said and what is written make."""
        formal: dict[Language, dict[str, tuple[str, ...]]] = {lang: {} for lang in LANGUAGES}
        for lang, said, written in lines:
            formal[lang][said.casefold()] = written
        parts = {
            lang: frozenset(word for said in known if " " in said for word in said.split())
            for lang, known in formal.items()
        }
        return cls(formal, parts)

    def said(self, term: str, lang: Language, lemmas: Lemmas) -> tuple[str, ...]:
        """The lines that a word or an expression (small letters) is a form of."""
        known, words = self.formal[lang], term.split()
        if len(words) == 1:
            return tuple(
                form for form in dict.fromkeys((term, *lemmas(term, lang))) if form in known
            )
        forms = [
            [form for form in (word, *lemmas(word, lang))[:_FORMS] if form in self.parts[lang]]
            for word in words
        ]
        phrases = dict.fromkeys(" ".join(chosen) for chosen in product(*forms))
        return tuple(phrase for phrase in phrases if phrase in known)

    def written(self, term: str, lang: Language, lemmas: Lemmas) -> dict[str, float]:
        """What documents may write for it, with its worth (0 to 1), the worthiest first."""
        found: dict[str, float] = {}
        for said in self.said(term, lang, lemmas)[:1]:
            found = dict(zip(self.formal[lang][said], _WORTH, strict=False))
        return found


def read_everyday(folder: Path) -> tuple[tuple[Language, str, tuple[str, ...]], ...]:
    """The lines of ``everyday.tsv``. Raises LexiconError, naming the line, on a malformed one."""
    return tuple(
        ("nl" if lang == "nl" else "en", said, values(written))
        for lang, said, written in rows(folder / "everyday.tsv", 3)
    )
