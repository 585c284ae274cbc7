"""Does the evidence hold the answer at all? Decided from the evidence, calibrated on questions."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from assistant.answering_settings import AnsweringSettings
from assistant.extracting.asked import Asked
from assistant.extracting.counting import asks_people
from assistant.extracting.dates import dates, years
from assistant.extracting.evidence import Weighed
from assistant.extracting.headline import contenders
from assistant.extracting.mismatch import told_otherwise
from assistant.extracting.names import NameKind, names, of_a_person
from assistant.extracting.tables import cell_texts
from assistant.understanding.answer_kind import AnswerKind
from assistant.understanding.attribute import deed

FEATURES = (
    "near",
    "rarest_missing",
    "type_missing",
    "unheld",
    "attribute_missing",
    "choice_missing",
    "name_missing",
    "unknown",
    "matched",
    "pointed",
    "year_missing",
    "place_missing",
    "open_ended",
)
"""The features in the order of the calibrated weights."""

_TYPED = (
    AnswerKind.SHARE,
    AnswerKind.AMOUNT,
    AnswerKind.COUNT,
    AnswerKind.FIGURE,
    AnswerKind.DATE,
    AnswerKind.PERSON,
    AnswerKind.PLACE,
    AnswerKind.DEFINITION,
)
# Kinds whose answer may be worded in any way.
_OPEN_ENDED = (AnswerKind.OPEN, AnswerKind.LIST, AnswerKind.REASON, AnswerKind.PROCEDURE)


# A year in such a question is a claim to be checked, not a condition.
_CHECKED = (AnswerKind.YES_NO, AnswerKind.DATE, AnswerKind.OPEN)
_MUCH_MATCHED = 24.0  # natural-log units: five rare words
_TRANSLATED = 0.3
_BARE = 1  # words that a question may ask beside the place that it points at
_FITS = 0.6  # how far the wanted kind of thing has to be there to be taken for it
_WELL_HELD = 0.4  # share of the question beside one figure that leaves no doubt
_LEAST_FIT = 0.35  # type fit below which no figure of the asked-for kind is there
_LEAST_MEASURED = 0.5  # the same, where it has to be counted in a unit
_TOLD_OF = 0.5  # how much more surely another sentence has a name than the best and its headings
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# Deeds and posts of somebody in particular: "who pays" may be answered with "the client".
_BY_NAME = re.compile(
    r"(?:leid(?:t|de|den)|lead[s]?|led|direct(?:s|ed)|runs?|ran|runt|head(?:s|ed)|chair(?:s|ed)"
    r"|voorzit|bestuur(?:t|de)|manage[sd]|found(?:ed|s)|richtte|sticht(?:te|en)|begon|started"
    r"|ontw(?:ierp|erpt)|design(?:s|ed)|bouwde|built|bedacht|invent(?:s|ed)|won|wint|wins"
    r"|regisseer(?:t|de)|cureer(?:t|de)|curate[sd]|speelde|played|zong|sang|maakte|made|composed"
    r"|componeerde|schilderde|painted|represent(?:s|ed)|vertegenwoordig(?:t|de))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against the best sentence; every feature lies between 0 and 1.

    ``near``: the question's weight in the sentence, with its surroundings. ``rarest_missing``: the
    share of the rarest word that is nowhere near. ``type_missing``: the wanted kind of thing is not
    there. ``unheld``: a figure or date is asked for, and what is asked does not stand beside any.
    ``attribute_missing``: what is asked of the subject is not in the sentence or beside it.
    ``choice_missing``: the same for what the question wants one of. ``name_missing``: the share of
    names that are not near. ``unknown``: the share of words that no document holds. ``matched``:
    how much rarity the sentence holds. ``pointed``: 1 when the question points at the passage by
    number, -1 when it points at another place. ``year_missing`` and ``place_missing``: a year or a
    place that is asked about is not near. ``open_ended``: any wording may be the answer.
    """

    near: float = 0.0
    rarest_missing: float = 0.0
    type_missing: float = 0.0
    unheld: float = 0.0
    attribute_missing: float = 0.0
    choice_missing: float = 0.0
    name_missing: float = 0.0
    unknown: float = 0.0
    matched: float = 0.0
    pointed: float = 0.0
    year_missing: float = 0.0
    place_missing: float = 0.0
    open_ended: float = 0.0

    def values(self) -> tuple[float, ...]:
        """The features in the order of :data:`FEATURES`."""
        return tuple(float(getattr(self, name)) for name in FEATURES)


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the evidence holds the answer; ``probability`` is calibrated, ``evidence`` why."""

    answerable: bool
    probability: float
    evidence: Evidence


def weigh_evidence(asked: Asked, best: Weighed | None) -> Evidence:
    """The features of the best sentence for a question."""
    if best is None or not (asked.concepts or asked.points):
        return Evidence()
    own = [concept for concept in asked.concepts if not concept.frame]
    if not own and not asked.points:
        own = list(asked.concepts)
    total = sum(concept.weight for concept in own) or 1.0
    pointed = (1.0 if best.pointed else -1.0) if asked.points else 0.0
    missing = [c for c in own if c.surface in best.missing]
    named = [concept for concept in own if concept.name]
    attributes = [concept for concept in own if concept.surface in asked.attribute]
    lost = [c for c in attributes if c.surface not in best.close]
    if lost and asks_people(asked.attribute) and best.type_fit >= _FITS:
        lost = []  # who is counted goes by another name
    if asked.about_table and asked.kind is AnswerKind.COUNT and best.unit.table is not None:
        # The rows themselves are counted.
        return Evidence(near=best.near, pointed=max(pointed, 0.0), matched=1.0)
    return Evidence(
        near=best.near,
        rarest_missing=max((concept.weight for concept in missing), default=0.0) / total,
        type_missing=1.0 - best.type_fit if asked.kind in _TYPED else 0.0,
        unheld=_unheld(asked, best),
        attribute_missing=len(lost) / len(attributes) if attributes else 0.0,
        choice_missing=_choice_missing(asked, best),
        name_missing=(
            sum(1 for concept in named if concept in missing) / len(named) if named else 0.0
        ),
        unknown=sum(concept.weight for concept in own if not concept.known) / total,
        matched=min(1.0, best.matched / _MUCH_MATCHED),
        pointed=pointed,
        year_missing=float(
            asked.kind not in _CHECKED and any(_YEAR.fullmatch(c.surface) for c in missing)
        ),
        place_missing=float(any(c.place for c in missing)),
        open_ended=float(asked.kind in _OPEN_ENDED),
    )


def _unheld(asked: Asked, best: Weighed) -> float:
    """How much of the question fails to stand beside the figure or date that it belongs to."""
    if not (asked.kind.numeric or asked.kind is AnswerKind.DATE):
        return 0.0
    if best.told_next:
        return 0.0  # "In 2024 vulden er 1.312 een lijst in. Dat is 41 procent."
    text = best.unit.text
    if asked.kind is AnswerKind.DATE and not dates(text) and best.type_fit >= _FITS:
        return 0.0  # it says when without a date, and of nothing else
    if best.unit.table is not None:
        # A cell means what its row and its column are called.
        if asked.kind is AnswerKind.AMOUNT and best.type_fit >= _FITS:
            asked = replace(asked, kind=AnswerKind.FIGURE)
        cells = [contenders(asked, cell) for cell in cell_texts(best.unit.table)]
        found = [item for cell in cells for item in cell]
    else:
        found = [*contenders(asked, text)]
    held = max((item.held for item in found), default=0.0)
    return 1.0 - min(1.0, held / _WELL_HELD)


def _choice_missing(asked: Asked, best: Weighed) -> float:
    """How surely what the question wants one of is not there; a translation may differ."""
    wanted = next((c for c in asked.concepts if c.surface.lower() == asked.choice), None)
    if wanted is None or wanted.frame or wanted.surface in best.close:
        return 0.0
    return 1.0 if asked.lang == best.unit.passage.language or not wanted.known else _TRANSLATED


def judge(asked: Asked, weighed: tuple[Weighed, ...], settings: AnsweringSettings) -> Decision:
    """Whether one of the best sentences holds the answer: the most probable of them decides."""
    if not weighed:
        return decide(Evidence(), settings)
    if asked.points and not weighed[0].pointed and (asked.numbered or not asked.subject):
        # The note or table that the question points at is not there; or another place is not, and
        # it asks about nothing else.
        return Decision(False, 0.0, weigh_evidence(asked, weighed[0]))
    own = [concept for concept in asked.concepts if not concept.frame]
    if asked.points and weighed[0].pointed and len(own) <= _BARE:
        # It asks for the place itself, and there it is.
        return Decision(True, 1.0, weigh_evidence(asked, weighed[0]))
    if _of_another_year(asked, weighed[0]) or _of_others(asked, weighed):
        return Decision(False, 0.0, weigh_evidence(asked, weighed[0]))
    floor = settings.judged_share * weighed[0].score
    judged = [item for item in weighed[: settings.judged] if item.score >= floor] or weighed[:1]
    if asked.kind.numeric:
        # Whatever else the sentences hold, the figure that is asked for is not there.
        least = _LEAST_MEASURED if asked.dimension is not None else _LEAST_FIT
        fitting = [item for item in judged if item.type_fit >= least]
        absent = not fitting
        judged = fitting or judged
    else:
        absent = asked.kind is AnswerKind.PERSON and all(_of_nobody(asked, i) for i in judged)
    if absent or all(told_otherwise(asked, item) for item in judged):
        return Decision(False, 0.0, weigh_evidence(asked, weighed[0]))
    decisions = [decide(weigh_evidence(asked, item), settings) for item in judged]
    return max(decisions, key=lambda decision: decision.probability)


def _of_another_year(asked: Asked, best: Weighed) -> bool:
    """Whether a figure of one year is asked for, and the best sentence tells of another."""
    if not asked.kind.numeric:
        return False
    missing = [c for c in asked.concepts if c.surface in best.missing]
    named = years(best.unit.text)
    return bool(named) and any(_YEAR.fullmatch(c.surface) for c in missing if c.origin == "own")


def _of_nobody(asked: Asked, item: Weighed) -> bool:
    """Whether it is asked who has a role or did something, and the sentence has neither that nor
    anybody's name; of a role those around it neither."""
    evidence = weigh_evidence(asked, item)
    if evidence.attribute_missing >= 1.0 or evidence.choice_missing:
        return not _names_somebody(item.unit.passage.text)
    done = [c.surface for c in asked.concepts if c.surface.lower() in deed(asked.text)]
    return (
        bool(done)
        and bool(_BY_NAME.match(done[0]))
        and done[0] not in item.close
        # In a row of a table, and in another language, the deed may go by another word.
        and item.unit.table is None
        and item.unit.passage.language == asked.lang
        and not _names_somebody(item.unit.text)
    )


def done_by_name(question: str) -> bool:
    """Whether it is asked who did, or does, what somebody in particular does."""
    done = deed(question)
    return bool(done) and bool(_BY_NAME.match(done[0]))


def _names_somebody(text: str) -> bool:
    return any(name.kind is NameKind.PERSON and of_a_person(name.surface) for name in names(text))


def _of_others(asked: Asked, weighed: tuple[Weighed, ...]) -> bool:
    """Whether a figure is asked of somebody by name, and the best sentence tells of others: not one
    of the names is in it or near, though other sentences have each of them."""
    if not asked.kind.numeric:
        return False
    named = [
        (concept, held)
        for concept, held in zip(asked.concepts, weighed[0].held, strict=False)
        if concept.name and concept.known and not concept.frame and concept.origin == "own"
    ]
    return bool(named) and all(
        any(
            concept.strength(item.unit.terms, item.unit.passage.language) >= held + _TOLD_OF
            for item in weighed
        )
        for concept, held in named
    )


def decide(evidence: Evidence, settings: AnsweringSettings) -> Decision:
    """The probability that an answer is there, by logistic regression on the features."""
    total = settings.answerability_bias + sum(
        weight * value
        for weight, value in zip(settings.answerability_weights, evidence.values(), strict=True)
    )
    probability = 1 / (1 + math.exp(-total))
    return Decision(probability >= settings.answer_threshold, probability, evidence)
