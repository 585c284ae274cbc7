"""What a target is."""

from __future__ import annotations

from typing import Any, Protocol

from evals.result import Result
from evals.suite import Item

Trace = dict[str, Any]


class Target(Protocol):
    """Something that answers a suite's questions; asked from several threads at once.

    A crash on one question is raised, and becomes a record with an error.
    """

    name: str

    def answer(self, item: Item) -> tuple[Result, Trace | None]:
        """Answers one question; ``Trace`` tells how, where the target can say."""
        ...

    def page_text(self, document: str, page: int) -> str | None:
        """Text of a page (from 1) for checking quotes: empty where there is no such page, None
        where it is not known."""
        ...

    def close(self) -> None:
        """Lets go of connections and files."""
        ...

    def describe(self) -> dict[str, Any]:
        """What is being evaluated: ``target`` (its name) and all that its answers depend on.

        Raises:
            TargetError: it cannot be reached at all.
        """
        ...
