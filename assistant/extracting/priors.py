"""What a unit is worth as an answer whatever words it holds."""

from __future__ import annotations

import re

from assistant.extracting.asked import Asked
from assistant.extracting.evidence import Unit
from assistant.understanding.answer_kind import AnswerKind
from corpus.document import BlockKind

# What a kind of block is worth as an answer, whatever words it holds: a literature list and a bare
# heading repeat the question's words without saying anything.
_BLOCK_PRIOR = {
    BlockKind.REFERENCE: -0.45,
    BlockKind.HEADING: -0.3,
    BlockKind.CAPTION: -0.25,
    BlockKind.FURNITURE: -1.0,
}
_LISTING = (AnswerKind.LIST, AnswerKind.REFERENCE, AnswerKind.COUNT, AnswerKind.OPEN)
_LITERATURE_BONUS = 0.3  # for a literature reference, when one is asked for
_LEADERS = ("....", "……")
_CONTENTS_LINE = re.compile(r"\.{4,}\s?\d*|…{2,}|\s\d{1,3}$")


def prior(asked: Asked, unit: Unit) -> float:
    """What the kind and the form of a unit add to its score, mostly nothing or less."""
    prior = _BLOCK_PRIOR.get(unit.kind, 0.0)
    if asked.literature and unit.kind is BlockKind.REFERENCE:
        prior = _LITERATURE_BONUS
    if unit.kind is BlockKind.HEADING and asked.kind in _LISTING and len(unit.passage.parts) > 2:
        prior = -0.1
    text = unit.text.rstrip()
    if text.endswith("?"):
        prior -= 0.3
    if len(unit.terms) < 3:
        prior -= 0.15
    if any(one in text for one in _LEADERS) and len(_CONTENTS_LINE.findall(text)) > 1:
        prior -= 0.4
    return prior
