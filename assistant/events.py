"""What happens on the way to an answer, in order: for people who watch and for traces."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer import Answer, Citation, Claim


@dataclass(frozen=True, slots=True)
class Understood:
    """The question as it stands alone, and the language of the answer."""

    standalone_question: str
    lang: str


@dataclass(frozen=True, slots=True)
class Retrieved:
    """How many passages were found and in which documents (ids, best first)."""

    passages: int
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimReady:
    """A claim that is verified, with the citations that carry it."""

    claim: Claim
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Working:
    """A sign of life while a language model is waited for.

    ``stage`` is ``waiting`` (``place`` in line, from 1) or ``drafting`` (``place`` is 0).
    """

    stage: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """The whole answer; always the last event."""

    answer: Answer


Event = Understood | Retrieved | Working | ClaimReady | Done
