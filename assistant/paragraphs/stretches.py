"""Stretches of passages that a sentence is held against: sentences, their clauses, neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.extracting.evidence import Unit, Weighed
from assistant.extracting.sentences import sentences
from assistant.extracting.tables import row_text
from assistant.support.evidence import LEANS
from indexing.passage import Passage

_SEMICOLON = re.compile(r";\s+")
_AND = re.compile(r",?\s(?:en|and|maar|but|terwijl|while|whereas)\s")
# What holds for both halves, though it stands in one of them.
_SHARED = re.compile(
    r"\b(?:als|indien|wanneer|mits|tenzij|zodra|wie|if|when|unless|provided|whoever|niet|geen|nooit"
    r"|not|no|never|zal|zullen|wil|willen|kan|kunnen|mag|mogen|moet\w*|zou\w*|will|would|may|might"
    r"|can|could|must|should|plan\w*|volgens|according)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4  # of a clause that says something by itself


@dataclass(frozen=True, slots=True)
class Stretch:
    """``passage.text[start:end]``, and the text of it that a sentence is held against: all of it,
    or one clause. ``own`` is the share (0 to 1) of the sentence's weight that its unit holds."""

    passage: Passage
    start: int
    end: int
    text: str
    own: float
    unit: Unit


def stretches(item: Weighed) -> Iterator[Stretch]:
    """A unit as it stands, then its clauses where each can be read alone."""
    unit = item.unit
    text = row_text(unit.table) if unit.table is not None else unit.text
    yield Stretch(unit.passage, unit.start, unit.end, text, item.own, unit)
    if unit.table is not None:
        return
    for clause in clauses(text):
        yield Stretch(unit.passage, unit.start, unit.end, clause, item.own, unit)


def widened(item: Weighed) -> Iterator[Stretch]:
    """A unit with the sentence before it, where it leans on that, and with the one behind it."""
    unit = item.unit
    if unit.table is not None:
        return
    passage = unit.passage
    spans = sentences(passage.text)
    here = next((i for i, span in enumerate(spans) if span.end >= unit.end), None)
    if here is None:
        return
    if here and LEANS.match(unit.text):
        start = spans[here - 1].start
        yield Stretch(
            passage, start, unit.end, _joined(passage, start, unit.end), item.own, unit
        )
    if here + 1 < len(spans):
        end = spans[here + 1].end
        yield Stretch(
            passage, unit.start, end, _joined(passage, unit.start, end), item.own, unit
        )


def _joined(passage: Passage, start: int, end: int) -> str:
    return " ".join(passage.text[start:end].split())


def clauses(text: str) -> tuple[str, ...]:
    """The clauses of a sentence that say something by themselves; none where it is one clause, or
    where what holds for all of it (a condition, a denial, a plan) stands in one of them."""
    found: list[str] = []
    for half in _SEMICOLON.split(text):
        cut = [half]
        if not _SHARED.search(half):
            cut = _AND.split(half)
            if any(len(one.split()) < _FEWEST_WORDS for one in cut):
                cut = _halves(half)
        found.extend(cut)
    whole = [one.strip() for one in found if len(one.split()) >= _FEWEST_WORDS]
    return tuple(whole) if len(whole) > 1 else ()


def _halves(text: str) -> list[str]:
    """A clause cut at its first "and" that has enough on both sides; whole where there is none."""
    for match in _AND.finditer(text):
        two = [text[: match.start()], text[match.end() :]]
        if all(len(one.split()) >= _FEWEST_WORDS for one in two):
            return two
    return [text]
