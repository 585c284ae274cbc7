"""Fits a linear model to example questions: one logistic regression for each label, with L2.

Beside the examples, each phrase of the lists of words stands for a small one. Fitting is exact up
to rounding and does not depend on chance: the same examples give the same weights.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.guidance.intent.examples import OTHER, Example
from assistant.guidance.intent.features import (
    FEATURES_VERSION,
    LISTED,
    Feature,
    FeatureReader,
)
from assistant.guidance.intent.model import Model, lengths, values
from assistant.guidance.intent.settings import FittingSettings
from assistant.guidance.needs import need_phrases
from assistant.guidance.words import word_phrases
from corpus.vocabulary import Language, Vocabulary

Matrix = npt.NDArray[np.float64]
_STEPS_REMEMBERED = 10  # of L-BFGS
_SMALLEST_STEP = 1e-6
_ENOUGH = 1e-5  # relative gain of a step below which fitting ends
_SUFFICIENT = 1e-4  # Armijo's condition
_JITTER = 1e-3  # against rounding: the same phrase may stand in two lists


@dataclass(frozen=True, slots=True)
class Row:
    """A text to learn from: the languages it may be in, its labels, what it counts, and of which
    kinds of labels ("need", "doing", "for", "who") it says anything."""

    text: str
    languages: tuple[Language, ...]
    labels: frozenset[str]
    weight: float
    kinds: frozenset[str]

    @property
    def whole(self) -> bool:
        """Whether it is a whole question."""
        return self.weight == 1.0


_KINDS = frozenset({"need", "doing", "for", "who"})


def rows_of(
    examples: Iterable[Example], vocabulary: Vocabulary, settings: FittingSettings
) -> list[Row]:
    """The examples and the phrases of the lists of words, as rows."""
    rows = [Row(one.ask, (one.lang,), one.labels, 1.0, _KINDS) for one in examples]
    both: tuple[Language, ...] = ("nl", "en")
    phrases: list[tuple[str, tuple[Language, ...], str]] = []
    for key, found in need_phrases().items():
        phrases += [(phrase, both, f"need:{key}") for phrase in found]
    for kind, groups in word_phrases().items():
        for key, found in groups.items():
            phrases += [(phrase, both, f"{kind}:{key}") for phrase in found]
    for discipline in vocabulary.disciplines:
        for lang in both:
            phrases += [(w, (lang,), f"for:{discipline.key}") for w in discipline.words(lang)]
    for phrase, languages, label in phrases:
        text = phrase.replace("*", "").replace("…", " ").strip()
        kinds = frozenset({label.partition(":")[0]})
        rows.append(Row(text, languages, frozenset({label}), settings.phrases, kinds))
    return rows


def checksum(rows: Sequence[Row], settings: FittingSettings) -> str:
    """A checksum of what decides what is learnt (SHA-256): the examples, the settings and the
    version of features. The lists of words may grow without it."""
    said = [[row.text, row.languages, sorted(row.labels)] for row in rows if row.whole]
    content = json.dumps([FEATURES_VERSION, settings.model_dump(), said], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def fit(rows: Sequence[Row], reader: FeatureReader, settings: FittingSettings) -> Model:
    """The model that the rows make.

    Raises:
        ValueError: there is nothing to learn from.
    """
    if not rows:
        raise ValueError("There are no examples to learn from.")
    read = [
        reader.read(row.text, row.languages[0])
        if row.whole
        else reader.of_words(row.text, *row.languages)
        for row in rows
    ]
    # What has no examples cannot be told apart from what is not meant: the lists alone tell it.
    labels = tuple(sorted({label for row in rows if row.whole for label in row.labels}))
    index, rarity = _space(read, settings)
    design = _design(read, index, rarity, settings)
    wanted = np.array([[label in row.labels for label in labels] for row in rows], float)
    counts = np.array([[_counts(row, label) for label in labels] for row in rows], float)
    weights, bias = _fitted(design, wanted, counts, settings)
    weights[np.abs(weights) < settings.smallest] = 0.0
    return Model(
        labels,
        tuple(index),
        rarity.astype(np.float32),
        weights.astype(np.float32),
        bias.astype(np.float32),
        lengths(settings),
        checksum(rows, settings),
    )


def _counts(row: Row, label: str) -> float:
    """What a row counts for a label; phrases do not tell what asks for something else."""
    kind, _, key = label.partition(":")
    return row.weight if kind in row.kinds and (row.whole or key != OTHER) else 0.0


def _space(
    read: Sequence[Sequence[Feature]], settings: FittingSettings
) -> tuple[dict[tuple[str, str], int], Matrix]:
    """The features that stand in enough examples, each with its rarity (a smoothed inverse document
    frequency, the logarithm of Spärck Jones 1972 plus 1)."""
    found = Counter((one.group, one.name) for features in read for one in features)
    kept = sorted(key for key, count in found.items() if count >= settings.least)
    total = len(read) + 1
    rarity = [
        1.0 if group == LISTED else float(np.log(total / (found[group, name] + 1)) + 1)
        for group, name in kept
    ]
    return {key: place for place, key in enumerate(kept)}, np.array(rarity)


def _design(
    read: Sequence[Sequence[Feature]],
    index: dict[tuple[str, str], int],
    rarity: Matrix,
    settings: FittingSettings,
) -> npt.NDArray[np.float32]:
    design = np.zeros((len(read), len(index)), np.float32)
    worth, whole = rarity.tolist(), lengths(settings)
    for row, features in enumerate(read):
        for place, value, _ in values(features, index, worth, whole):
            design[row, place] = value
    return design


def _fitted(
    design: npt.NDArray[np.float32], wanted: Matrix, counts: Matrix, settings: FittingSettings
) -> tuple[Matrix, Matrix]:
    """Weights (features x labels) and the bias of each label.

    Fitted in the space that the examples span, which is smaller than that of features: with the
    Cholesky factor Z of the examples' products as design, the weights are those in the space of
    features, turned.
    """
    products = (design @ design.T).astype(float)
    products[np.diag_indices_from(products)] += _JITTER
    factor = np.linalg.cholesky(products)
    # Half as exact is twice as fast, and exact enough for a step.
    halved = factor.astype(np.float32)
    size, labels = factor.shape[1], wanted.shape[1]

    def loss(point: Matrix) -> tuple[float, Matrix]:
        weights, bias = point[:-1], point[-1]
        scores = (halved @ weights.astype(np.float32)).astype(float) + bias
        value = (counts * (np.logaddexp(0.0, scores) - wanted * scores)).sum()
        value += settings.ridge / 2 * (weights**2).sum()
        error = counts * (1.0 / (1.0 + np.exp(-scores)) - wanted)
        steep = (halved.T @ error.astype(np.float32)).astype(float)
        slope = np.vstack([steep + settings.ridge * weights, error.sum(0)])
        return float(value), slope

    start = np.zeros((size + 1, labels))
    share = ((counts * wanted).sum(0) + 0.5) / (counts.sum(0) + 1.0)
    start[-1] = np.log(share / (1.0 - share))
    best = _minimised(loss, start, settings.rounds)
    turned = np.linalg.solve(factor.T, best[:-1])
    return design.T.astype(float) @ turned, best[-1]


def _minimised(
    loss: Callable[[Matrix], tuple[float, Matrix]], point: Matrix, rounds: int
) -> Matrix:
    """The point of least loss, by L-BFGS (Nocedal 1980) with backtracking."""
    value, slope = loss(point)
    steps: list[tuple[Matrix, Matrix]] = []
    for _ in range(rounds):
        direction = _direction(slope, steps)
        downhill = float((slope * direction).sum())
        length = 1.0
        while True:
            further = point - length * direction
            new, turned = loss(further)
            if new <= value - _SUFFICIENT * length * downhill or length < _SMALLEST_STEP:
                break
            length /= 2
        step, change = further - point, turned - slope
        if float((step * change).sum()) > 0:
            steps = [*steps, (step, change)][-_STEPS_REMEMBERED:]
        ends = abs(value - new) < _ENOUGH * max(1.0, abs(value))
        point, value, slope = further, new, turned
        if ends:
            break
    return point


def _direction(slope: Matrix, steps: Sequence[tuple[Matrix, Matrix]]) -> Matrix:
    """The slope times an estimate of the inverse curvature (the two loops of L-BFGS)."""
    if not steps:
        return slope / max(1.0, float(np.abs(slope).sum()))
    direction = slope.copy()
    shares: list[float] = []
    for step, change in reversed(steps):
        share = float((step * direction).sum() / (step * change).sum())
        direction -= share * change
        shares.append(share)
    step, change = steps[-1]
    direction *= float((step * change).sum() / (change * change).sum())
    for (step, change), share in zip(steps, reversed(shares), strict=True):
        back = float((change * direction).sum() / (step * change).sum())
        direction += (share - back) * step
    return direction
