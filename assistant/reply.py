"""What came of one inquiry, and what the replies to the others mean for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.answerability import Decision
from assistant.answering_settings import AnsweringSettings
from assistant.extracting.quoting import Extract
from assistant.finding import Found
from assistant.inquiries import Inquiry, InquiryKind
from assistant.understanding.carrying import carried, content_size
from assistant.understanding.parts import Part
from assistant.understanding.term_asked import term_asked

# What only another thing has: its date, its amount.
_OF_ANOTHER = re.compile(
    r"\b(?:wat is|wat zijn|wat was|what is|what's|what are|what was)\s(?:de|het|the)\s"
    r"(?:\w+\s)?(?:deadlines?|indiendat\w+|indientermijn|datum|data|bedrag\w*|maximum\w*"
    r"|closing dates?|due dates?|dates?|amounts?|ceiling)\W*$",
    re.IGNORECASE,
)
_ANYTHING = "X"  # put for a pronoun, to see whether there is one
_SAYS_ENOUGH = 3  # content words


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of one inquiry; an inquiry after a document itself has nothing found.

    ``optional`` tells that the question is answered without it, ``differs`` that two documents are
    shown that do not agree on it.
    """

    inquiry: Inquiry
    found: Found | None = None
    decision: Decision | None = None
    extracts: tuple[Extract, ...] = ()
    optional: bool = False
    differs: bool = False

    @property
    def expected(self) -> bool:
        """Whether the question stays partly open without it: a source may be silent, and what is
        asked of a whole comparison or of its sides."""
        return not self.optional and self.inquiry.kind is not InquiryKind.SOURCE

    @property
    def answered(self) -> bool:
        """Whether there is something to say."""
        return self.decision is None or self.decision.answerable

    def surely(self, settings: AnsweringSettings) -> bool:
        """Whether the question itself, without what it may lean on, is surely answered."""
        if not self.answered or self.decision is None or self.found is None:
            return False
        best = self.found.best
        own = [c for c in self.found.asked.concepts if c.origin == "own" and not c.frame]
        total = sum(concept.weight for concept in own)
        if best is None or not total:
            return False
        held = sum(concept.weight for concept in own if concept.surface in best.found) / total
        return (
            self.decision.probability >= settings.otherwise_threshold
            and held >= settings.otherwise_held
        )


def surely_answered(replies: Iterable[Reply], settings: AnsweringSettings) -> frozenset[str]:
    """The parts, as they are asked, that replies surely answer; the few words of a part that says
    little by itself are soon all held."""
    parts = [one.inquiry.understood.parts[0] for one in replies if one.surely(settings)]
    return frozenset(
        part.asked
        for part in parts
        if part.gapped or asks_what_is(part) or content_size(part.asked) >= _SAYS_ENOUGH
    )


def asks_what_is(part: Part) -> bool:
    """Whether a part asks what something is: not what it costs, nor what its deadline is."""
    if _OF_ANOTHER.search(part.asked):
        return False
    stands_for = carried(part.asked, _ANYTHING)[0] != part.asked
    return not stands_for and term_asked(part.asked) is not None


def admitted(reply: Reply, least: float, enough: float) -> Reply:
    """The reply, answered when its evidence reaches ``least``. What was withheld although the
    evidence would have been ``enough`` was so for another reason."""
    decision = reply.decision
    if decision is None or decision.answerable or not reply.extracts:
        return reply
    if not least <= decision.probability < enough or not _about_it(reply):
        return reply
    return replace(reply, decision=replace(decision, answerable=True))


def led(replies: list[Reply]) -> list[Reply]:
    """Where what holds most of a question does not answer it, the other sources do not either."""
    found: list[Reply] = []
    silent = False
    for reply in replies:
        if reply.inquiry.kind is InquiryKind.SOURCE and reply.decision is not None:
            before = found[-1] if found else None
            first = before is None or before.inquiry.understood is not reply.inquiry.understood
            silent = not reply.answered if first else silent
            if silent:
                reply = replace(reply, decision=replace(reply.decision, answerable=False))
        found.append(reply)
    return found


def _about_it(reply: Reply) -> bool:
    """Whether what is found is about anything that is asked: in it, around it or above it."""
    best = reply.found.best if reply.found else None
    if reply.found is None or best is None:
        return False
    own = [c.surface for c in reply.found.asked.concepts if c.origin == "own" and not c.frame]
    return not own or any(surface not in best.missing for surface in own)
