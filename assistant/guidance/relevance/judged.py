"""What was judged of a statement."""

from __future__ import annotations

from dataclasses import dataclass

from indexing.passage import Passage


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement and how likely it belongs in the answer to a part (0 to 1)."""

    passage: Passage
    probability: float
