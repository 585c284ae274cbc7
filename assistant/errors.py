"""What can go wrong between a question and its answer, other than not knowing (which is a status).

AssistantError
├── BadQuestion        the question cannot be taken as it is
├── BadSettings        a setting is unknown or not possible
└── ModelError         the language model let us down
    ├── ModelUnreachable   no server, or it does not answer
    ├── ModelMissing       the server does not have the model
    ├── ModelTimeout       too slow to connect, to start or to finish
    ├── ModelNonsense      an answer that is no draft
    ├── ModelBusy          every slot is taken, and the line is full or slow
    └── ContextCut         the server silently read less than it was sent
"""

from __future__ import annotations


class AssistantError(Exception):
    """Base of this folder's errors: ``message`` says what happened, ``hint`` what to do next."""

    retryable = False

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class BadQuestion(AssistantError):
    """The question cannot be taken as it is (empty, or too long)."""


class BadSettings(AssistantError):
    """A setting is unknown or not possible, or the file of settings cannot be read."""


class ModelError(AssistantError):
    """The language model let us down; the extractive engine answers instead."""


class ModelUnreachable(ModelError):
    """No server, or it does not answer."""

    retryable = True


class ModelMissing(ModelError):
    """The server does not have the model."""


class ModelTimeout(ModelError):
    """Too slow to connect, to start or to finish."""

    retryable = True


class ModelNonsense(ModelError):
    """What came back is no draft: malformed, empty, endless, or in the wrong language."""


class ContextCut(ModelError):
    """The server silently read less than it was sent."""


class ModelBusy(ModelError):
    """Every slot is taken, and the line is full or slow."""

    retryable = True
