"""What can go wrong with an evaluation.

EvaluationError
├── SuiteError       a suite does not follow its format
├── RunError         a run's folder cannot be read, or is of another suite
└── TargetError      the system under evaluation cannot be reached at all
"""

from __future__ import annotations


class EvaluationError(Exception):
    """Base of this folder's errors: ``message`` says what happened, ``hint`` what to do next."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class SuiteError(EvaluationError):
    """A suite does not follow its format; names the file, the item and the key."""


class RunError(EvaluationError):
    """A run's folder cannot be read, or belongs to another suite."""


class TargetError(EvaluationError):
    """The system under evaluation cannot be reached at all."""
