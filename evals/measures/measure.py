"""What a measure is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from evals.result import Result
from evals.suite import Item

PageText = Callable[[str, int], str | None]
"""Gives the text of a document's page (from 1), or None where it cannot be known."""


class Family(StrEnum):
    """What a measure is about; reports group by it."""

    ANSWER = "Answers"
    REFUSAL = "Answering and refusing"
    CITATION = "Citations"
    CLAIM = "Claims and notices"
    RETRIEVAL = "Retrieval"
    FORM = "Form and speed"


class Unit(StrEnum):
    """How a measure's numbers are written: a share from 0 to 1, a score from 0 to 1, or a count."""

    SHARE = "share"
    SCORE = "score"
    WORDS = "words"
    MILLISECONDS = "ms"


@dataclass(frozen=True, slots=True)
class Measure:
    """A named function of a question and its result.

    ``function`` gives None where the measure does not apply or cannot be scored; None is left out
    of means, never counted as zero. ``higher_is_better`` is None where neither way is.
    """

    name: str
    title: str
    explanation: str
    family: Family
    function: Callable[[Item, Result, PageText], float | None]
    higher_is_better: bool | None = True
    unit: Unit = Unit.SHARE
