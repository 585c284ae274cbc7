"""What is told to one part of a question that asks several things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import AnswerStatus, Claim
from assistant.guidance.advice import Advice, Said
from assistant.reply import Reply, asks_what_is
from assistant.understanding.carrying import content_size
from assistant.understanding.parts import Part, points_elsewhere, whole_clause

_FOUND_BEST = 2  # units of which one was told, where what was asked was told
_DOES_WITH = re.compile(r"\b(?:wat doe[nt]?|what (?:do|does))\b.*\b(?:met|with)\b", re.IGNORECASE)
_WHICH = re.compile(
    r"\W*(?:what|which|wat voor|welke?)\s(?!is\b|are\b|was\b|were\b|does\b|do\b|did\b)[^\W\d_]+\s"
    r"(?:is|are|wordt|worden)\b",
    re.IGNORECASE,
)
_LEAST_CONTENT = 2  # content words
ANSWERS = (AnswerStatus.ANSWERED, AnswerStatus.PARTLY_ANSWERED)
"""How advice ends that answers a part."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told to one part: advice, the claims that settle what it states, or the replies from
    what was found. ``others`` are parts that the same advice answers; ``shared`` tells that it was
    shared out among all of them, ``leaning`` that it is asked of a rule that stands elsewhere."""

    part: Part
    advice: Advice | None = None
    settled: tuple[Claim, ...] = ()
    replies: tuple[Reply, ...] = ()
    others: tuple[Part, ...] = ()
    shared: bool = False
    leaning: bool = False

    @property
    def answered(self) -> bool:
        """Whether there is something to say to it."""
        if self.advice is not None:
            return self.advice.status in ANSWERS
        return bool(self.settled) or any(reply.answered for reply in self.replies)

    @property
    def alone(self) -> bool:
        """Whether it was asked by itself: it leans on no other part, or asks what something is."""
        if asks_what_is(self.part):
            return True
        if self.part.gapped or (self.part.setting and not whole_clause(self.part.asked)):
            return False
        return not points_elsewhere(self.part.text)

    def told_by(self, whole: Advice, gaps: Sequence[str], least: float) -> bool:
        """Whether advice tells what is told to it first; where nothing is, what holds the answer
        with a probability of ``least`` or, in one of the ``gaps``, that it is not known."""
        if any(line.text in gaps for line in whole.lines if line.missing):
            return True
        known = [said for line in whole.lines for said in line.statements]
        if self.advice is not None:
            lines = [line for line in self.advice.lines if line.statements and not line.contact]
            # What something is, is told by the first sentence on it; the rest goes on about it.
            first = 1 if asks_what_is(self.part) else None
            return bool(lines) and all(_holds(known, said) for said in lines[0].statements[:first])
        if self.answered:
            shown = [one.extracts[0] for one in self.replies if one.answered and one.extracts]
            spans = [Said(extract.passage, extract.end, extract.start) for extract in shown]
            return bool(spans) and all(_holds(known, said) for said in spans)
        near = {
            item.unit.passage.id
            for reply in self.replies
            if reply.found is not None
            and reply.decision is not None
            and reply.decision.probability >= least
            for item in reply.found.weighed[:_FOUND_BEST]
        }
        return bool(near & {said.passage.id for said in known})


def defines(part: Part) -> bool:
    """Whether a part asks what something is, and not which of it ("what tax is withheld"), nor what
    it does with another thing."""
    other = _WHICH.match(part.asked) or _DOES_WITH.search(part.asked)
    return asks_what_is(part) and other is None


def says_enough(part: Part) -> bool:
    """Whether a part is understood without the others."""
    return Told(part).alone and (defines(part) or content_size(part.asked) >= _LEAST_CONTENT)


def fills_in(told: Told, given: Sequence[Told]) -> bool:
    """Whether what was found answers a part in which what another asks to explain was put in ("and
    how do I get it"): by itself it says too little to be weighed."""
    filled = told.part.text != told.part.asked and bool(told.replies)
    return filled and any(defines(one.part) for one in given)


def _holds(known: Sequence[Said], said: Said) -> bool:
    return any(
        other.passage.id == said.passage.id and other.start <= said.start and said.end <= other.end
        for other in known
    )
