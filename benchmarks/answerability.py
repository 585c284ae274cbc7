"""The weights that tell whether there is an answer: what they are fitted on, the fit, its test.

    python -m benchmarks.answerability keep --data DIR --suite SUITE --group NAME --out FILE
    python -m benchmarks.answerability fit FILE... [--shift NUMBER]

``keep`` asks every question of a suite over an index and keeps, for each that no gate settles, the
features of the sentences that may hold the answer, whether there is one, and whether what is told
when nothing is refused is right. ``fit`` prints the weights that tell questions with a right answer
from those without any: logistic regression, of each question the sentence that speaks most for an
answer, all groups and both classes of each weighed alike, drawn to the weights that are set. It
prints the area under the curve of each group, in fitting and with all questions about a document
held out together, and what a shift of the constant refuses and answers then.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from assistant.answerability import Decision, in_the_balance, judge
from assistant.answering_settings import AnsweringSettings
from assistant.evidence_features import FEATURES
from assistant.extracting.asked import Asked
from assistant.extracting.evidence import Weighed
from assistant.pipeline import Assistant
from corpus.vocabulary import Vocabulary
from evals.measures import by_name
from evals.suite import load_suite
from evals.targets import InProcess
from indexing.index import Index
from indexing.settings import IndexingSettings

Vector = NDArray[np.float64]

RIDGE = 30.0
FOLDS = 5
_ROUNDS, _STEPS = 6, 25
_SHIFTS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


@dataclass(frozen=True)
class Row:
    """A question: the features of its sentences, whether it has an answer, and whether that would
    be told; ``document`` is what it is about."""

    group: str
    document: str
    answerable: bool
    right: bool
    sentences: Vector

    @property
    def fits(self) -> bool:
        """Whether it says what evidence looks like: a wrong answer is no evidence for one."""
        return self.right or not self.answerable


@dataclass(frozen=True)
class Weights:
    """A logistic regression on the features."""

    weights: Vector
    bias: float

    def score(self, row: Row) -> float:
        """The log odds of the sentence that speaks most for an answer."""
        return float((row.sentences @ self.weights).max() + self.bias)


def kept(data: Path, suite: Path, group: str) -> Iterator[dict[str, object]]:
    """The rows of a suite, as they are written to a file."""
    given: list[tuple[Asked, tuple[Weighed, ...]]] = []
    settings = AnsweringSettings()
    told = settings.model_copy(update={"answer_threshold": 0.0})

    def noting(asked: Asked, weighed: tuple[Weighed, ...], _: AnsweringSettings) -> Decision:
        given.append((asked, weighed))
        return judge(asked, weighed, told)

    index = Index.open(IndexingSettings(folder=data / "index"))
    with (
        patch("assistant.drafting.judge", noting),
        Assistant(index, Vocabulary.load(), settings) as assistant,
    ):
        target = InProcess(assistant)
        for item in load_suite(suite).items:
            given.clear()
            result = target.answer(item)[0]
            if len(given) != 1:
                continue  # several parts, or advice
            evidence = in_the_balance(*given[0], settings)
            if not evidence:
                continue
            first = given[0][1][0].unit.passage.document
            right = by_name("correct").function(item, result, target.page_text)
            yield {
                "id": item.id,
                "group": group,
                "document": next(iter(item.documents), first),
                "answerable": item.answerable,
                "right": right == 1.0,
                "sentences": [list(one.values()) for one in evidence],
            }


def read(files: Sequence[Path]) -> list[Row]:
    """The rows of several files."""
    lines = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    return [
        Row(
            line["group"],
            line["document"],
            line["answerable"],
            line["right"],
            np.array(line["sentences"]),
        )
        for line in lines
    ]


def as_set() -> Weights:
    """The weights of the settings."""
    now = AnsweringSettings()
    return Weights(np.array(now.answerability_weights), now.answerability_bias)


def fitted(rows: Sequence[Row]) -> Weights:
    """The weights that tell the rows with an answer from those without, drawn to those that are
    set: they were fitted on questions that are not among the rows as well."""
    width = len(FEATURES)
    shares = _shares(rows)
    wanted = np.array([float(row.answerable) for row in rows])
    before = as_set()
    start = np.array([*before.weights, before.bias])
    weights = start
    ridge = np.diag([*[RIDGE] * width, 1e-9])
    for _ in range(_ROUNDS):
        best = [row.sentences[int(np.argmax(row.sentences @ weights[:width]))] for row in rows]
        features = np.c_[np.array(best), np.ones(len(rows))]
        for _ in range(_STEPS):
            told = 1 / (1 + np.exp(-np.clip(features @ weights, -30, 30)))
            slope = features.T @ (shares * (told - wanted)) + ridge @ (weights - start)
            bend = (features.T * (shares * told * (1 - told))) @ features + ridge
            weights = weights - np.linalg.solve(bend, slope)
    return Weights(weights[:width], float(weights[width]))


def _shares(rows: Sequence[Row]) -> Vector:
    """How much each row counts in fitting."""
    sizes = Counter((row.group, row.answerable) for row in rows)
    each = len(rows) / (2 * len({row.group for row in rows}))
    return np.array([each / sizes[row.group, row.answerable] for row in rows])


def held_out(rows: Sequence[Row]) -> list[float]:
    """The score of each row by weights that were fitted on other documents."""
    folds = [int(hashlib.md5(row.document.encode()).hexdigest(), 16) % FOLDS for row in rows]
    by_fold = {
        fold: fitted([row for row, own in zip(rows, folds, strict=True) if own != fold])
        for fold in set(folds)
    }
    return [by_fold[fold].score(row) for row, fold in zip(rows, folds, strict=True)]


def area(scores: Sequence[float], rows: Sequence[Row]) -> float:
    """The area under the curve: how often a question with an answer scores above one without."""
    there = np.array([s for s, row in zip(scores, rows, strict=True) if row.answerable])
    absent = np.array([s for s, row in zip(scores, rows, strict=True) if not row.answerable])
    above = (there[:, None] > absent[None]) + 0.5 * (there[:, None] == absent[None])
    return float(above.mean())


def report(rows: Sequence[Row], shift: float) -> None:
    """Print the weights and how well they tell."""
    rows = [row for row in rows if row.fits]
    weights = fitted(rows)
    before = as_set()
    apart = held_out(rows)
    print("| group | questions | absent | as set | fitted | held out |")
    print("|---|---:|---:|---:|---:|---:|")
    for group in sorted({row.group for row in rows}):
        own = [(row, score) for row, score in zip(rows, apart, strict=True) if row.group == group]
        of = [row for row, _ in own]
        areas = (
            area([before.score(row) for row in of], of),
            area([weights.score(row) for row in of], of),
            area([score for _, score in own], of),
        )
        cells = " | ".join(f"{one:.3f}" for one in areas)
        print(f"| {group} | {len(of)} | {sum(not row.answerable for row in of)} | {cells} |")
    for by in _SHIFTS:
        print(f"\nraised by {by}, held out:")
        for group in sorted({row.group for row in rows}):
            of = [(r, s + by) for r, s in zip(rows, apart, strict=True) if r.group == group]
            refused = [s < 0 for row, s in of if row.answerable]
            answered = [s >= 0 for row, s in of if not row.answerable]
            print(f"  {group}: refused {np.mean(refused):.1%}, absent {np.mean(answered):.1%}")
    print(f"\nconstant {weights.bias + shift:.2f}")
    for name, weight in zip(FEATURES, weights.weights, strict=True):
        print(f"{weight:6.2f}  {name}")


def main() -> None:
    """Keep or fit."""
    parser = argparse.ArgumentParser(description=__doc__)
    doing = parser.add_subparsers(dest="doing", required=True)
    keep = doing.add_parser("keep")
    keep.add_argument("--data", type=Path, required=True, help="folder with an index")
    keep.add_argument("--suite", type=Path, required=True)
    keep.add_argument("--group", required=True, help="kind of questions, as natural")
    keep.add_argument("--out", type=Path, required=True, help="file for the rows")
    fit = doing.add_parser("fit")
    fit.add_argument("files", type=Path, nargs="+")
    fit.add_argument("--shift", type=float, default=0.0, help="added to the constant")
    given = parser.parse_args()
    if given.doing == "keep":
        rows = kept(given.data, given.suite, given.group)
        given.out.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    else:
        report(read(given.files), given.shift)


if __name__ == "__main__":
    main()
