"""Question, Claim, Citation, Answer: what goes into the assistant and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from corpus.document import Provenance


class AnswerStatus(StrEnum):
    """How a question ended. Not answering is an outcome, never an exception."""

    ANSWERED = "answered"
    PARTLY_ANSWERED = "partly-answered"
    NOT_IN_CORPUS = "not-in-corpus"
    OUT_OF_SCOPE = "out-of-scope"
    CLARIFICATION_WANTED = "clarification-wanted"
    DECLINED = "declined"
    FAILED = "failed"

    @property
    def refused(self) -> bool:
        """True when no answer from the corpus was given."""
        return self not in (AnswerStatus.ANSWERED, AnswerStatus.PARTLY_ANSWERED)


class NoticeKind(StrEnum):
    """Why a reader should look twice."""

    ENDED = "ended"
    REPLACED = "replaced"
    PROPOSAL = "proposal"
    HISTORICAL = "historical"
    VOLATILE = "volatile"
    OTHER_LANGUAGE = "other-language"
    CHECK_PAGE = "check-page"
    CONFLICT = "conflict"
    FALSE_PREMISE = "false-premise"
    CORRECTED_SPELLING = "corrected-spelling"
    ENGINE_FALLBACK = "engine-fallback"
    INDEX_OUTDATED = "index-outdated"
    EARLIER_GONE = "earlier-gone"


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier turn of the conversation; ``role`` is ``user`` or ``assistant``."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asked. ``lang`` forces the language of the answer (``nl`` or ``en``)."""

    text: str
    history: tuple[Turn, ...] = ()
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim stands.

    ``quote`` occurs verbatim, white space folded, in the text of ``page`` (from 1 in the file) of
    ``document``; ``page_start`` and ``page_end`` are its character span in ``Page.text``. A quote
    that runs over a page break makes two citations. ``validity`` is the document's status on the
    day of answering. ``provenance`` holds the sources of a fiche's statement.
    """

    n: int
    document: str
    title: str
    page: int
    quote: str
    publisher: str = ""
    date: str | None = None
    page_label: str | None = None
    section: str = ""
    url: str | None = None
    validity: str = "unknown"
    page_start: int = 0
    page_end: int = 0
    passage: str = ""
    language: str = ""
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of an answer and the numbers (``Citation.n``) of the citations that carry it.

    ``text`` is Markdown without markers. ``frame`` marks the assistant's own connecting words (such
    as "According to …:"), which carry no fact and need no citation.
    """

    text: str
    citations: tuple[int, ...] = ()
    frame: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader should know about the answer, worded in the answer's language."""

    kind: NoticeKind
    text: str


@dataclass(frozen=True, slots=True)
class Referral:
    """Who does know: an organisation and how to reach it, or a document to read."""

    name: str
    reason: str
    url: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True)
class ChosenRoute:
    """The route that goes with an answer, by the keys of ``routes.yaml``; where it can be read is
    for a page or a command line to tell."""

    discipline: str
    destination: str
    stage: str
    applicant: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A grounded answer.

    Every claim that is no frame carries a citation. ``choices`` are the questions offered with a
    counter-question, or to go on with; ``route`` is the whole of the steps that it tells the first
    of. ``trace`` tells how the answer came about (understood, ranked, kept,
    dropped and why), for ``--explain`` and for evaluation reports; its keys are for reading only.
    """

    id: str
    question: str
    standalone_question: str
    lang: str
    status: AnswerStatus
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    notices: tuple[Notice, ...] = ()
    referrals: tuple[Referral, ...] = ()
    choices: tuple[str, ...] = ()
    route: ChosenRoute | None = None
    engine: str = "extractive"
    latency_ms: float = 0.0
    trace: dict[str, Any] | None = None

    @property
    def text(self) -> str:
        """The answer a person reads: Markdown with ``[1]`` markers after each claim; a
        counter-question with what can be chosen as a list."""
        lines = []
        for claim in self.claims:
            markers = "".join(f"[{n}]" for n in claim.citations)
            lines.append(f"{claim.text} {markers}".rstrip())
        if self.choices and self.status is AnswerStatus.CLARIFICATION_WANTED:
            lines.append("\n".join(f"- {choice}" for choice in self.choices))
        return "\n\n".join(lines)
