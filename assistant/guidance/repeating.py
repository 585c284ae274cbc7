"""Whether one statement says again what another says."""

from __future__ import annotations

from collections.abc import Set as AbstractSet


def overlap(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """How much of the shorter of two statements, in words or terms, is in the other (0 to 1)."""
    return len(one & other) / max(1, min(len(one), len(other)))
