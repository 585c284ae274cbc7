"""What comes out of checking a paragraph: a verdict for each sentence, and what it rests on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from assistant.answer import Citation


class SentenceVerdict(StrEnum):
    """What the documents say to one sentence. The values are the same wherever they are shown."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    """What stands there is less than the sentence says, or other words than these."""
    CONTRADICTED = "contradicted"
    OUTDATED = "outdated"
    """It did hold: what it tells as of now has ended, or is of a predecessor."""
    NOT_IN_CORPUS = "not_in_corpus"
    NOT_CHECKABLE = "not_checkable"
    """It states nothing that a document could carry: a heading, a question, an opinion."""


class ReferenceOutcome(StrEnum):
    """What became of one reference that the paragraph gives for a sentence."""

    STANDS = "stands"
    OTHER_PAGE = "other-page"
    OTHER_DOCUMENT = "other-document"
    NOT_THERE = "not-there"
    SAYS_OTHERWISE = "says-otherwise"
    OTHER_YEAR = "other-year"
    """There is such a document, but not of that year."""
    THROUGH_FICHE = "through-fiche"
    """A fiche that rests on that document carries the sentence; its page was not found."""
    CITED_BY_SOURCE = "cited-by-source"
    """It is not held here, but the document that carries the sentence refers to it."""
    NOT_HELD = "not-held"


@dataclass(frozen=True, slots=True)
class CheckedReference:
    """A reference as the paragraph writes it, what became of it, and that in words."""

    text: str
    outcome: ReferenceOutcome
    explanation: str


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """One sentence with its verdict.

    ``number`` counts from 1, headings and questions too; ``text`` is without its footnote marks.
    ``explanation`` is a sentence in the reader's language, ``notes`` are what to look out for.
    ``citations`` are numbers (``Citation.n``) of what it rests on, or of what comes near where
    nothing carries it. ``read_as`` is the sentence as it was checked, where a pronoun stood for
    something.
    """

    number: int
    text: str
    verdict: SentenceVerdict
    explanation: str
    citations: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    references: tuple[CheckedReference, ...] = ()
    read_as: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about the paragraph as a whole: ``kind`` is ``cited-not-listed``,
    ``listed-not-cited`` or ``year-mismatch``."""

    kind: str
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class CheckedParagraph:
    """A paragraph, sentence by sentence; ``summary`` says it in one line."""

    lang: str
    summary: str
    sentences: tuple[CheckedSentence, ...]
    citations: tuple[Citation, ...]
    audit: tuple[Finding, ...] = ()

    @property
    def counts(self) -> Counter[SentenceVerdict]:
        """How many sentences have each verdict."""
        return Counter(sentence.verdict for sentence in self.sentences)

    def cited(self, sentence: CheckedSentence) -> tuple[Citation, ...]:
        """The citations of one sentence."""
        wanted = set(sentence.citations)
        return tuple(one for one in self.citations if one.n in wanted)
