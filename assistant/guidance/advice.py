"""Advice: an answer that the guide puts together from statements of fiches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.answer import AnswerStatus, Claim
from assistant.citing import CitationList
from assistant.extracting.sentences import sentences
from corpus.document import Document
from indexing.passage import Passage


@dataclass(frozen=True, slots=True)
class Said:
    """The beginning of a statement, up to ``end``: ``passage.text[:end]``."""

    passage: Passage
    end: int

    @property
    def text(self) -> str:
        return " ".join(self.passage.text[: self.end].split())

    @property
    def words(self) -> int:
        return len(self.text.split())


def whole(passage: Passage) -> Said:
    """The whole of a statement."""
    return Said(passage, len(passage.text))


def opening(passage: Passage, words: int) -> Said:
    """The first sentences of a statement, as many as fit in ``words``, at least one."""
    end = 0
    for span in sentences(passage.text):
        if end and len(passage.text[: span.end].split()) > words:
            break
        end = span.end
    return Said(passage, end or len(passage.text))


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: words of our own before it, and the statements shown after them, in order.

    Without statements it is a frame, which says nothing that needs a source.
    """

    lead: str = ""
    statements: tuple[Said, ...] = ()

    @property
    def text(self) -> str:
        """What is read."""
        said = " ".join(item.text for item in self.statements)
        return f"{self.lead} {said}".strip()

    @property
    def words(self) -> int:
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Advice:
    """The whole of it. ``choices`` are questions to go on with, worth asking as they stand."""

    status: AnswerStatus
    lines: tuple[Line, ...]
    choices: tuple[str, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the fiches it draws on, in order."""
        return tuple(
            dict.fromkeys(item.passage.document for line in self.lines for item in line.statements)
        )


def claims_of(
    advice: Advice, citations: CitationList, document_of: Callable[[str], Document]
) -> tuple[Claim, ...]:
    """One claim a line, its statements cited word for word."""
    claims = []
    for line in advice.lines:
        numbers = [
            number
            for item in line.statements
            for number in citations.cite(
                item.passage, 0, item.end, document_of(item.passage.document)
            )
        ]
        claims.append(Claim(line.text, tuple(dict.fromkeys(numbers)), frame=not numbers))
    return tuple(claims)
