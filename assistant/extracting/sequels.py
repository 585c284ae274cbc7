"""Passages that say what the passage before them ended on ("Dat laatste is een fonds")."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from assistant.extracting.asked import Candidate
from assistant.extracting.definitions import points_back
from indexing.passage import Passage

_TAIL = 60  # characters at the end of a passage in which the subject stands


def ends_on(text: str, subject: frozenset[str]) -> bool:
    """Whether ``text`` ends on ``subject`` (words, lower case), so that what follows may say what
    it is."""
    tail = text[-_TAIL:].lower()
    return any(word in tail for word in subject)


def sequels(
    candidates: Collection[Candidate],
    subject: frozenset[str],
    passages: Callable[[str, int, int], tuple[Passage, ...]],
) -> list[Candidate]:
    """What follows on candidates that end on ``subject`` (words, lower case) and says what it is.

    ``passages`` gives a document's passages from one ordinal to another.
    """
    found = []
    for candidate in candidates:
        passage = candidate.passage
        if not ends_on(passage.text, subject):
            continue
        for after in passages(passage.document, passage.ordinal + 1, passage.ordinal + 1):
            if points_back(after.text):
                found.append(replace(candidate, passage=after, sequel=True))
    return found
