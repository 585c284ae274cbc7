"""Does the evidence hold the answer at all? Decided from the evidence, calibrated on questions."""

from __future__ import annotations

import math
from dataclasses import dataclass

from assistant.answering_settings import AnsweringSettings
from assistant.extracting.evidence import Weighed
from assistant.extracting.weighing import Asked


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for and against the best sentence; shares lie between 0 and 1.

    ``own`` and ``near``: the question's weight in the sentence, and with its surroundings.
    ``rarest_missing``: the share of the rarest word that is nowhere near. ``type_fit``: the wanted
    kind of thing is there. ``unknown_name``: a name that no document holds. ``missing_name``: a
    name that is not near. ``unknown``: the share of words that no document holds.
    """

    own: float = 0.0
    near: float = 0.0
    rarest_missing: float = 0.0
    type_fit: float = 0.0
    unknown_name: float = 0.0
    missing_name: float = 0.0
    unknown: float = 0.0
    retrieval: float = 0.0

    def values(self) -> tuple[float, ...]:
        """The features in the order of the calibrated weights."""
        return (
            self.own,
            self.near,
            self.rarest_missing,
            self.type_fit,
            self.unknown_name,
            self.missing_name,
            self.unknown,
        )


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the evidence holds the answer; ``probability`` is calibrated, ``evidence`` why."""

    answerable: bool
    probability: float
    evidence: Evidence


def weigh_evidence(asked: Asked, best: Weighed | None) -> Evidence:
    """The features of the best sentence for a question."""
    if best is None or not asked.concepts:
        return Evidence()
    own = [concept for concept in asked.concepts if not concept.frame]
    own = own or list(asked.concepts)
    total = sum(concept.weight for concept in own) or 1.0
    missing = [concept for concept in own if concept.surface in best.missing]
    names = [concept for concept in own if concept.name]
    return Evidence(
        own=best.own,
        near=best.near,
        rarest_missing=max((concept.weight for concept in missing), default=0.0) / total,
        type_fit=best.type_fit,
        unknown_name=1.0 if any(not concept.known for concept in names) else 0.0,
        missing_name=(
            sum(1 for concept in names if concept in missing) / len(names) if names else 0.0
        ),
        unknown=sum(concept.weight for concept in own if not concept.known) / total,
    )


def decide(evidence: Evidence, settings: AnsweringSettings) -> Decision:
    """The probability that an answer is there, by logistic regression on the features."""
    total = settings.answerability_bias + sum(
        weight * value
        for weight, value in zip(settings.answerability_weights, evidence.values(), strict=True)
    )
    probability = 1 / (1 + math.exp(-total))
    return Decision(probability >= settings.answer_threshold, probability, evidence)
