"""Does the evidence hold the answer at all? Decided from the evidence, calibrated on questions."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from assistant.answering_settings import AnsweringSettings
from assistant.evidence_features import (
    Evidence,
    attribute_missing,
    choice_missing,
    weigh_evidence,
)
from assistant.extracting.asked import Asked
from assistant.extracting.bare_mention import only_mentioned
from assistant.extracting.concept import Concept
from assistant.extracting.dates import years
from assistant.extracting.evidence import Weighed
from assistant.extracting.mismatch import told_otherwise
from assistant.extracting.names import NameKind, names, of_a_person
from assistant.extracting.siblings import of_a_sibling
from assistant.understanding.answer_kind import AnswerKind
from assistant.understanding.asked_outright import NAME_ASKED
from assistant.understanding.attribute import deed, priced

_BARE = 1  # words that a question may ask beside the place that it points at
_LEAST_FIT = 0.35  # type fit below which no figure of the asked-for kind is there
_LEAST_MEASURED = 0.5  # the same, where it has to be counted in a unit
_TOLD_OF = 0.5  # how much more surely another sentence has a name than the best and its headings
_SURELY = 0.5  # how surely a deed is there that is told by somebody's name
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# Deeds and posts of somebody in particular: "who pays" may be answered with "the client".
_BY_NAME = re.compile(
    r"(?:leid(?:t|de|den)|lead[s]?|led|direct(?:s|ed)|runs?|ran|runt|head(?:s|ed)|chair(?:s|ed)"
    r"|voorzit|bestuur(?:t|de)|manage[sd]|found(?:ed|s)|richtte|sticht(?:te|en)|begon|started"
    r"|ontw(?:ierp|erpt)|design(?:s|ed)|bouwde|built|bedacht|invent(?:s|ed)|won|wint|wins"
    r"|regisseer(?:t|de)|cureer(?:t|de)|curate[sd]|speelde|played|zong|sang|maakte|made|composed"
    r"|componeerde|schilderde|painted|represent(?:s|ed)|vertegenwoordig(?:t|de)"
    r"|zit(?:ten)?|zat(?:en)?|zetel(?:t|en|de|den)|sits?|sat)$",
    re.IGNORECASE,
)
# Of whom a body is made up, without their names.
_COMPOSED = re.compile(
    r"\b(?:bestaa(?:t|n)\suit|bestond(?:en)?\suit|samengesteld|samenstelling|(?:\w+)?leden|voorzitter\w*"
    r"|consists?\sof|composed\sof|made\sup\sof|composition|(?:\w+\s)?members|chair\w*)\b",
    re.IGNORECASE,
)
_SEATED = re.compile(r"(?:zit|zat|zetel|sit|sat)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the evidence holds the answer; ``probability`` is calibrated, ``evidence`` why.

    ``near`` is how probable that would be of the best sentence, if what rules it out did not: from
    where it comes near, though it is no answer.
    """

    answerable: bool
    probability: float
    evidence: Evidence
    near: float = 0.0


def judge(asked: Asked, weighed: tuple[Weighed, ...], settings: AnsweringSettings) -> Decision:
    """Whether one of the best sentences holds the answer: the most probable of them decides."""
    if not weighed:
        return Decision(False, 0.0, Evidence())
    best = weigh_evidence(asked, weighed[0], weighed)
    if (told := _settled(asked, weighed)) is not None:
        return Decision(told, float(told), best)
    judged = _judged(asked, weighed, settings)
    if not judged:
        # Another law, or another field of work, comes no nearer for being in the same words.
        other = of_a_sibling(asked, weighed[0])
        near = 0.0 if other else decide(best, settings).probability
        return Decision(False, 0.0, best, near)
    decisions = [decide(weigh_evidence(asked, item, weighed), settings) for item in judged]
    return max(decisions, key=lambda decision: decision.probability)


def in_the_balance(
    asked: Asked, weighed: tuple[Weighed, ...], settings: AnsweringSettings
) -> tuple[Evidence, ...]:
    """The features of each sentence that weighing decides by; none where something else settles
    whether there is an answer. What the weights are fitted on."""
    if not weighed or _settled(asked, weighed) is not None:
        return ()
    judged = _judged(asked, weighed, settings)
    return tuple(weigh_evidence(asked, item, weighed) for item in judged)


def _settled(asked: Asked, weighed: tuple[Weighed, ...]) -> bool | None:
    """Whether there is an answer, where that is plain from the best sentence; None where it has to
    be weighed."""
    if asked.points and not weighed[0].pointed and (asked.numbered or not asked.subject):
        # The note or table that the question points at is not there; or another place is not, and
        # it asks about nothing else.
        return False
    own = [concept for concept in asked.concepts if not concept.frame]
    if asked.points and weighed[0].pointed and len(own) <= _BARE:
        # It asks for the place itself, and there it is.
        return True
    if _of_another_year(asked, weighed[0]) or _of_others(asked, weighed):
        return False
    return None


def _judged(
    asked: Asked, weighed: tuple[Weighed, ...], settings: AnsweringSettings
) -> list[Weighed]:
    """Those of the best sentences that may hold the answer."""
    most, share = settings.judged, settings.judged_share
    if weighed[0].fiche:
        most, share = settings.judged_of_fiches, settings.judged_share_of_fiches
    floor = share * weighed[0].score
    judged = [item for item in weighed[:most] if item.score >= floor] or [weighed[0]]
    if asked.kind.numeric:
        # Whatever else the sentences hold, the figure that is asked for is not there.
        least = _LEAST_MEASURED if asked.dimension is not None else _LEAST_FIT
        judged = [item for item in judged if item.type_fit >= least]
    elif asked.kind is AnswerKind.PERSON:
        judged = [item for item in judged if not _of_nobody(asked, item)]
    # A sentence that tells of something else holds no answer, however much it shares.
    return [
        item
        for item in judged
        if not (
            told_otherwise(asked, item)
            or of_a_sibling(asked, item)
            or _of_other_goods(asked, item)
            or only_mentioned(asked, item)
        )
    ]


def _of_other_goods(asked: Asked, item: Weighed) -> bool:
    """Whether a row of a list of prices is of something else than the price is asked of, or no
    document in the language of the question knows that thing. A statement of a fiche is whole in
    itself: it has to name it, and not by a word that is merely like it."""
    wanted = priced(asked.text) if asked.money else ""
    row = item.unit.table is not None
    same = item.unit.passage.language == asked.lang
    return any(
        c.surface.lower() == wanted
        and (
            (c.surface not in item.close and (row or (same and not c.known)))
            or (item.fiche and same and not _surely_close(asked, c, item))
        )
        for c in asked.concepts
    )


def _of_another_year(asked: Asked, best: Weighed) -> bool:
    """Whether a figure of one year is asked for, and the best sentence tells of another."""
    if not asked.kind.numeric:
        return False
    missing = [c for c in asked.concepts if c.surface in best.missing]
    named = years(best.unit.text)
    return bool(named) and any(_YEAR.fullmatch(c.surface) for c in missing if c.origin == "own")


def _of_nobody(asked: Asked, item: Weighed) -> bool:
    """Whether it is asked who has a role or did something, and the sentence has neither that nor
    anybody's name; of a role those around it neither. Nobody is called anything there where what
    somebody is called is asked, and no name is."""
    if NAME_ASKED.match(asked.text):
        return not _names_somebody(item.unit.passage.text)
    if attribute_missing(asked, item) >= 1.0 or choice_missing(asked, item):
        return not _names_somebody(item.unit.passage.text)
    lang = item.unit.passage.language
    done = [c for c in asked.concepts if c.surface.lower() in deed(asked.text)]
    return (
        bool(done)
        and bool(_BY_NAME.match(done[0].surface))
        and not _surely_close(asked, done[0], item)
        # In a row of a table, and in a language that it is not known in, it may go by another word.
        and item.unit.table is None
        and (lang == asked.lang or bool(done[0].words(lang)))
        and not (_SEATED.match(done[0].surface) and _COMPOSED.search(item.unit.text))
        and not _names_somebody(item.unit.text)
    )


def _surely_close(asked: Asked, concept: Concept, item: Weighed) -> bool:
    """Whether a word is in a sentence or beside it, and not merely by one that is like it."""
    held = dict(zip((one.surface for one in asked.concepts), item.held, strict=False))
    return concept.surface in item.close and held.get(concept.surface, 1.0) >= _SURELY


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
