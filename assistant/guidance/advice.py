"""Advice: an answer that the guide puts together from statements of fiches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answer import AnswerStatus, ChosenRoute, Claim
from assistant.citing import CitationList
from assistant.extracting.sentences import Span, sentences
from assistant.understanding.detail import detail
from corpus.document import Document
from indexing.passage import Passage


@dataclass(frozen=True, slots=True)
class Said:
    """What is told of a statement: ``passage.text[start:end]``, whole sentences."""

    passage: Passage
    end: int
    start: int = 0

    @property
    def text(self) -> str:
        return " ".join(self.passage.text[self.start : self.end].split())

    @property
    def words(self) -> int:
        return len(self.text.split())


def whole(passage: Passage) -> Said:
    """The whole of a statement."""
    return Said(passage, len(passage.text))


# A sentence that denies or limits what stands before it, which may not be told without it.
_LIMITS = re.compile(
    r"^(?:dat|die|dit|dan|daarmee|zo|that|those|this|then|it|they)\b.*"
    r"\b(?:niet|geen|nooit|enkel|alleen|tenzij|mits|no|not|never|only|unless|cannot)\b",
    re.IGNORECASE | re.DOTALL,
)


def opening(
    passage: Passage, words: int, wanted: re.Pattern[str] | None = None, *, there: bool = False
) -> Said:
    """The first sentences of a statement, as many as fit in ``words``, at least one.

    When only a later sentence holds what is ``wanted``, it is told from there; ``there`` tells it
    from there anyhow.
    """
    spans = sentences(passage.text)
    first = _fitting(passage, spans, 0, words)
    if wanted is None or (wanted.search(first.text) and not there):
        return first
    for place, span in enumerate(spans):
        if wanted.search(span.of(passage.text)):
            return _fitting(passage, spans, place, words)
    return first


def _fitting(passage: Passage, spans: Sequence[Span], place: int, words: int) -> Said:
    start = spans[place].start if place else 0
    end = start
    for number, span in enumerate(spans[place:], place):
        if (
            end > start
            and len(passage.text[start : span.end].split()) > words
            and not any(_LIMITS.search(later.of(passage.text)) for later in spans[number:])
        ):
            break
        end = span.end
    return Said(passage, end if end > start else len(passage.text), start)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: words of our own before it, and the statements shown after them, in order.

    ``carried`` are statements that carry those words and are cited without being shown. Without
    any it is a frame, which says nothing that needs a source; a ``missing`` one says what is asked
    and not known; one of a grant that is ``over`` tells of a call that has closed, one that is
    ``late`` of a grant for which it is too late; a ``contact`` tells whom to turn to. Lines
    ``among`` others tell of one need (its key) in each of several countries.
    """

    lead: str = ""
    statements: tuple[Said, ...] = ()
    missing: bool = False
    carried: tuple[Said, ...] = ()
    over: bool = False
    late: bool = False
    contact: bool = False
    among: str = ""

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
    """The whole of it. ``choices`` are questions to go on with, worth asking as they stand;
    ``route`` is what it tells the first steps of; ``at_once`` that it answers all that is asked,
    in whatever parts."""

    status: AnswerStatus
    lines: tuple[Line, ...]
    choices: tuple[str, ...] = ()
    route: ChosenRoute | None = None
    at_once: bool = False

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the fiches it draws on, in order."""
        return tuple(
            dict.fromkeys(
                item.passage.document
                for line in self.lines
                for item in (*line.statements, *line.carried)
            )
        )


def told_in(line: Line, lines: Iterable[Line]) -> bool:
    """Whether the statements of a line stand in others."""
    told = {said.passage.id for other in lines for said in other.statements}
    return bool(line.statements) and all(said.passage.id in told for said in line.statements)


def untold(lines: Iterable[Line], shown: Iterable[Line]) -> Iterator[Line]:
    """The lines without those whose statements stand in what is shown, and what is only said about
    these."""
    known = list(shown)
    told = False
    for line in lines:
        about = not (line.statements or line.contact or line.missing)
        told = told_in(line, known) or (told and about)
        if not told:
            yield line


def after(first: Sequence[Line], advice: Advice) -> Advice:
    """Advice behind lines that are told first, without what those tell already."""
    told = {said.passage.id for line in first for said in line.statements}
    rest = tuple(
        line
        for line in advice.lines
        if not line.statements or any(said.passage.id not in told for said in line.statements)
    )
    return replace(advice, lines=(*first, *rest))


def claims_of(
    advice: Advice, citations: CitationList, document_of: Callable[[str], Document]
) -> tuple[Claim, ...]:
    """One claim a line, its statements cited word for word."""
    claims = []
    for line in advice.lines:
        numbers = [
            number
            for item in (*line.statements, *line.carried)
            for number in citations.cite(
                item.passage, item.start, item.end, document_of(item.passage.document)
            )
        ]
        claims.append(Claim(line.text, tuple(dict.fromkeys(numbers)), frame=not numbers))
    return tuple(claims)


def with_detail(advice: Advice | None, question: str) -> Advice | None:
    """Advice, unless the question asks for a detail (an address, the time of day) that none of it
    tells."""
    form = detail(question)
    if advice is None or form is None:
        return advice
    told = (said.text for line in advice.lines for said in line.statements)
    return advice if any(form.search(text) for text in told) else None
