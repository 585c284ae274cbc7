"""From an understood question and its concepts to what its evidence is weighed for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from assistant.extracting.asked import Asked
from assistant.extracting.concept import Concept
from assistant.extracting.numbers import FigureKind
from assistant.extracting.occasions import asks_occasion
from assistant.understanding import AnswerKind, Understanding
from assistant.understanding.answer_kind import secondary_kinds
from assistant.understanding.asked_outright import ASKS_ROLE, ASKS_TO_PAY
from assistant.understanding.attribute import (
    agent,
    attribute,
    bound,
    choice,
    of_literature,
    of_money,
)
from assistant.understanding.demonyms import at_home
from assistant.understanding.dimensions import dimension
from assistant.understanding.place_asked import asks_place
from assistant.understanding.reference import NUMBERED
from corpus.vocabulary import Language, Vocabulary
from indexing.tokenising import folded

_HOME_WEIGHT = 0.4
_TABLE_WORD = re.compile(r"\b(?:tabel|table|rij(?:en)?|rows?)\b", re.IGNORECASE)


def asked_of(
    understood: Understanding,
    concepts: tuple[Concept, ...],
    lang: str,
    named: frozenset[str],
    focus: dict[str, float] | None,
    *,
    points: bool,
) -> Asked:
    """What is weighed for: ``named`` and ``focus`` are the documents that stand out, ``points``
    tells that the question points at a place by number."""
    text = understood.text
    words = frozenset(attribute(text))
    spoken: Language = "nl" if lang == "nl" else "en"
    if home := at_home(understood.standalone, spoken, Vocabulary.load()):
        concepts = tuple(_at_home(concept, home) for concept in concepts)
    return Asked(
        understood.kind,
        concepts,
        frozenset(c.surface for c in concepts if c.surface in words and not c.frame),
        choice(text),
        lang,
        named,
        focus,
        wanted=_wanted(understood),
        points=points,
        about_table=bool(_TABLE_WORD.search(text)),
        numbered=any(pointer.kind in NUMBERED for pointer in understood.pointers),
        size=understood.size,
        bound=bound(text),
        dimension=dimension(text),
        money=of_money(text),
        literature=of_literature(text),
        agent=agent(text),
        place=understood.placed or asks_place(text),
        text=text,
    )


def _at_home(concept: Concept, home: Mapping[str, Language]) -> Concept:
    """A word for the country of somebody tells more of which document answers than of where."""
    spoken = home.get(folded(concept.surface))
    if spoken is None:
        return concept
    return replace(concept, weight=concept.weight * _HOME_WEIGHT, home=spoken)


def _wanted(understood: Understanding) -> AnswerKind:
    """The kind of thing that the sentence has to hold: each side of a comparison its figure, a
    claim to be checked the kind of figure that it claims."""
    kind = understood.kind
    if kind is AnswerKind.DATE and asks_occasion(understood.text):
        return AnswerKind.OCCASION
    if kind is AnswerKind.OPEN and ASKS_ROLE.match(understood.text):
        return AnswerKind.ROLE
    if kind is AnswerKind.YES_NO and understood.premises:
        shares = (FigureKind.PERCENTAGE, FigureKind.FRACTION)
        kinds = {figure.kind for figure in understood.premises}
        return AnswerKind.SHARE if kinds & set(shares) else AnswerKind.FIGURE
    if kind is AnswerKind.YES_NO and ASKS_TO_PAY.search(understood.text):
        return AnswerKind.AMOUNT
    if kind is AnswerKind.COMPARISON:
        kinds_named = secondary_kinds(understood.standalone)
        return next((other for other in kinds_named if other.numeric), AnswerKind.OPEN)
    return kind
