"""What leads in a table: "Lesgevers krijgen per uur:" holds for every row below it."""

from __future__ import annotations

from collections.abc import Callable

from assistant.extracting.sentences import sentences
from corpus.document import BlockKind
from indexing.passage import Passage

_MOST_ROWS = 40  # of a table: what stands before a longer one leads in no row far below
_LONGEST = 240  # characters of a sentence that leads in


class LeadIns:
    """Finds the sentence right before a table, in its section; looked up once for each table.

    Args:
        around: the passages of a document between two ordinals, both included.
    """

    def __init__(self, around: Callable[[str, int, int], tuple[Passage, ...]]) -> None:
        self._around = around
        self._known: dict[tuple[str, str], str] = {}

    def of(self, passage: Passage) -> str:
        """What leads in the table that a passage is a row of; empty for any other passage."""
        table = passage.parts[0].table if passage.parts else None
        if table is None or not passage.ordinal:
            return ""
        key = (passage.document, table.table)
        if key not in self._known:
            self._known[key] = self._found(passage, table.table)
        return self._known[key]

    def _found(self, row: Passage, table: str) -> str:
        first = max(0, row.ordinal - _MOST_ROWS)
        for before in reversed(self._around(row.document, first, row.ordinal - 1)):
            own = before.parts[0].table if before.parts else None
            if own is not None and own.table == table:
                continue
            if before.section != row.section or before.kind is not BlockKind.PARAGRAPH:
                return ""
            last = sentences(before.text)[-1]
            said = before.text[last.start : last.end]
            return said if len(said) <= _LONGEST else ""
        return ""
