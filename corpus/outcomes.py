"""How it went with one document that was fetched, added, removed or verified."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How it went with one document."""

    FETCHED = "fetched"
    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    REMOVED = "removed"
    FAILED = "failed"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class Report:
    """What happened to one document, for people and programs.

    ``id`` is the document's, or the path of a file that got none because it could not be added.
    """

    id: str
    outcome: Outcome
    message: str = ""
    hint: str = ""
    file: str = ""
    size_bytes: int = 0

    @property
    def failed(self) -> bool:
        return self.outcome is Outcome.FAILED
