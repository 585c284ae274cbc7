"""What a question is weighed for, and the passages to look through for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from assistant.extracting.concept import Concept
from assistant.extracting.evidence import Scene
from assistant.understanding.answer_kind import AnswerKind
from assistant.understanding.dimensions import Dimension
from corpus.document import Source
from indexing.passage import Passage

_CLAUSE = re.compile(r"\s(?:waar\w*|die|dat|which|that|who|where)\s")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is weighed for: the wanted kind, the concepts, and documents that stand out.

    ``attribute`` are the surfaces of what is asked of the subject, ``choice`` what it wants one
    of, ``lang`` the language it is in; ``named`` are documents the
    question names, ``focus`` those of the earlier turn with the strength of that bond (0 to 1);
    ``wanted`` is the kind of thing that has to stand in the sentence; ``points`` tells that the
    question points at a place by number, ``numbered`` that this is a note, table or figure, which
    is either there or not; ``about_table`` that it speaks of a table; ``size`` is how many things
    it asks for, ``dimension`` in what a figure has to be counted; ``agent`` who is asked what they
    do; ``place`` that it asks where something stands, ``text`` is the question itself. ``told`` are
    the documents that its words tell, whatever they are called, each with the surfaces that do and
    how much of it is about them, 0 to 1.
    """

    kind: AnswerKind
    concepts: tuple[Concept, ...]
    attribute: frozenset[str] = frozenset()
    choice: str = ""
    lang: str = "nl"
    named: frozenset[str] = frozenset()
    focus: dict[str, float] | None = None
    wanted: AnswerKind = AnswerKind.OPEN
    points: bool = False
    about_table: bool = False
    numbered: bool = False
    size: int | None = None
    bound: str = ""
    dimension: Dimension | None = None
    money: bool = False
    literature: bool = False
    agent: str = ""
    place: bool = False
    text: str = ""
    told: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    @property
    def subject(self) -> frozenset[str]:
        """The surface words that a definition is asked of, lower case: not those of a clause that
        only tells which one is meant ("that compendium which Flanders works on")."""
        own = [
            concept.surface.lower()
            for concept in self.concepts
            if not concept.frame and concept.origin == "own"
        ]
        if self.kind is AnswerKind.DEFINITION:
            text = self.text.lower()
            first = min((text.find(word) for word in own if word in text), default=0)
            if clause := _CLAUSE.search(text, first):
                head = text[: clause.start()]
                own = [word for word in own if word in head] or own
        return frozenset(own)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage to look through.

    ``standing`` is its place among those found, 1 for the best, ``found`` its score; ``pointed``
    tells that the question points at it by number; ``passed_over`` are the parts (from 0) that are
    no evidence because what they sum up is here itself; ``bonus`` is what fitting the
    question's scope is worth; ``sequel`` that it goes on about what the passage before ended on,
    ``opens`` that it opens a section whose heading asks what something is.
    """

    passage: Passage
    source: Source
    standing: float
    found: float = 0.0
    pointed: bool = False
    passed_over: frozenset[int] = frozenset()
    bonus: float = 0.0
    sequel: bool = False
    opens: bool = False


Cut = Callable[[Passage, Source], Scene]
"""A passage and its source to its units and their surroundings."""
