"""Fitting the weights that tell whether there is an answer."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from assistant.evidence_features import FEATURES
from benchmarks.answerability import Row, area, fitted, held_out, read, report

NEAR = FEATURES.index("near")


def row(near: float, *, answerable: bool, right: bool = True, document: str = "kade") -> Row:
    """A question whose best sentence holds that share of it, before one that holds nothing."""
    sentences = np.zeros((2, len(FEATURES)))
    sentences[0, NEAR] = near
    return Row("natural", document, answerable, right and answerable, sentences)


ROWS = [
    row(number / 40, answerable=number > 20, document=f"kade-{number}") for number in range(1, 41)
]


def test_the_sentence_that_speaks_most_for_an_answer_counts() -> None:
    weights = fitted(ROWS)
    assert weights.weights[NEAR] > 0.5
    assert weights.score(row(0.9, answerable=True)) > weights.score(row(0.1, answerable=False))
    assert area([weights.score(one) for one in ROWS], ROWS) == 1.0


def test_documents_are_held_out() -> None:
    odd = row(0.0, answerable=True, document="alone")
    with_odd = [*ROWS, *[odd] * 9]
    apart = held_out(with_odd)
    inside = fitted(with_odd).score(odd)
    assert apart[-1] < inside


def test_a_wrong_answer_says_nothing_of_evidence() -> None:
    assert row(0.9, answerable=True).fits
    assert not row(0.9, answerable=True, right=False).fits
    assert row(0.9, answerable=False).fits


def test_rows_are_read_and_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [
        {
            "id": "q",
            "group": one.group,
            "document": one.document,
            "answerable": bool(one.answerable),
            "right": bool(one.right),
            "sentences": one.sentences.tolist(),
        }
        for one in ROWS
    ]
    file = tmp_path / "rows.jsonl"
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    rows = read([file])
    assert [one.document for one in rows] == [one.document for one in ROWS]
    report(rows, 0.5)
    told = capsys.readouterr().out
    assert "| natural | 40 | 20 |" in told
    assert all(name in told for name in FEATURES)
