"""The door to a language model: messages in, text in pieces out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

Schema = Mapping[str, Any]
"""A JSON schema that the model's output must follow."""


@dataclass(frozen=True, slots=True)
class Message:
    """One turn for the model; ``role`` is ``system`` or ``user``."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Usage:
    """What the server counted, in tokens; None where it does not say.

    ``finish`` is why it stopped: ``stop``, ``length``, or empty when the stream just ended.
    """

    prompt_tokens: int | None = None
    answer_tokens: int | None = None
    finish: str = ""


class Reply(Protocol):
    """An answer on its way. Iterated by one thread; ``abort`` may come from another.

    Iteration raises :class:`~assistant.errors.ModelError`. ``usage`` is set once it has ended.
    """

    usage: Usage

    def __iter__(self) -> Iterator[str]: ...

    def abort(self) -> None:
        """Closes the connection, so that the server stops working on it. Safe to repeat."""


class LanguageModel(Protocol):
    """A model on a server. ``name`` is what users see; ``context_tokens`` what it reads at most."""

    name: str
    context_tokens: int

    def reply(self, messages: Sequence[Message], schema: Schema, answer_tokens: int) -> Reply:
        """Asks for an answer of at most ``answer_tokens`` tokens that follows ``schema``.

        Nothing is sent before the reply is iterated.
        """
