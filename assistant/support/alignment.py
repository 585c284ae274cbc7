"""Which phrase of a quote stands for which of a claim, in either language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.support import names
from assistant.support.content import Matcher
from assistant.support.evidence import QuoteInContext
from assistant.support.names import folded
from assistant.support.phrases import Frame, Phrase, PhraseFinder
from corpus.vocabulary import Language, Vocabulary


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as clauses, with its quotes as clauses."""

    claim: str
    lang: Language
    frames: tuple[Frame, ...]
    quotes: tuple[Quote, ...]

    @property
    def quoted(self) -> tuple[tuple[Frame, Language], ...]:
        """The clauses of all quotes, each with its language."""
        return tuple((frame, quote.lang) for quote in self.quotes for frame in quote.frames)


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote and its clauses."""

    text: str
    lang: Language
    frames: tuple[Frame, ...]


class Aligner:
    """Compares words, phrases and verbs across languages. May be shared by threads."""

    def __init__(self, matcher: Matcher, vocabulary: Vocabulary) -> None:
        self.matcher = matcher
        self.vocabulary = vocabulary
        self.finder = PhraseFinder(vocabulary)

    def said(self, claim: str, lang: Language, evidence: Sequence[QuoteInContext]) -> Said:
        """A claim and its quotes, cut into clauses. What is neither Dutch nor English is read as
        Dutch would be, and has no clauses."""
        quotes = tuple(
            Quote(
                one.quote,
                "en" if one.lang == "en" else "nl",
                self.finder.frames(one.quote, one.lang),
            )
            for one in evidence
        )
        return Said(claim, lang, self.finder.frames(claim, lang), quotes)

    def word(self, word: str, lang: Language, text: str, other: Language) -> bool:
        """Whether a text holds a word or a name."""
        if word[0].isupper() and names.carried(word, lang, [text], self.vocabulary):
            return True
        return self.matcher.held(folded(word), lang, self.matcher.stems(text, other))

    def equal(self, one: str, lang: Language, two: str, other: Language) -> bool:
        """Whether two words hold each other."""
        return self.word(one, lang, two, other) and self.word(two, other, one, lang)

    def holds(self, one: Phrase, lang: Language, two: Phrase, other: Language) -> bool:
        """Whether the second phrase holds the head of the first."""
        return self.word(one.head, lang, " ".join(two.words), other)

    def same(self, one: Phrase, lang: Language, two: Phrase, other: Language) -> bool:
        """Whether two phrases may name the same thing: each holds the other's head."""
        return self.holds(one, lang, two, other) and self.holds(two, other, one, lang)

    def near(self, one: Phrase, lang: Language, two: Phrase, other: Language) -> bool:
        """Whether one of two phrases holds the other's head."""
        return self.holds(one, lang, two, other) or self.holds(two, other, one, lang)

    def same_verb(self, one: Frame, lang: Language, two: Frame, other: Language) -> bool:
        """Whether two clauses share a verb."""
        stems = self.matcher.stems(" ".join(two.verbs), other)
        return any(self.matcher.held(folded(verb), lang, stems) for verb in one.verbs)
