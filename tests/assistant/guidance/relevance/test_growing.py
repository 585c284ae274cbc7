"""Trees that are grown on rows, and what is kept of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.guidance.relevance.growing import grow
from assistant.guidance.relevance.model import Matrix, Numbers, Trees, load_trees, save
from assistant.guidance.relevance.settings import RelevanceFitting

NAMES = ("near", "noise", "own")


def rows(seed: int, count: int = 600) -> tuple[Matrix, Numbers]:
    """What belongs is near and the country's own, which neither of them tells alone."""
    chance = np.random.default_rng(seed)
    made = chance.random((count, 3)).astype(np.float32)
    made[:, 2] = made[:, 2] > 0.5
    return made, ((made[:, 0] > 0.4) & (made[:, 2] > 0)).astype(float)


@pytest.fixture(scope="module")
def trees() -> Trees:
    made, wanted = rows(1)
    return grow(NAMES, made, wanted, np.ones(len(made)), RelevanceFitting(), "of rows")


def test_two_conditions_together_are_learnt(trees: Trees) -> None:
    made, wanted = rows(2)
    likely = trees.probability(made)
    assert ((likely > 0.5) == (wanted > 0.5)).mean() > 0.97


def test_what_counts_nothing_is_not_learnt() -> None:
    made, wanted = rows(1)
    first = np.arange(len(made)) < 300
    weights = first.astype(float)
    half = grow(NAMES, made, wanted, weights, RelevanceFitting())
    turned = grow(NAMES, made, np.where(first, wanted, 1 - wanted), weights, RelevanceFitting())
    assert turned.probability(made) == pytest.approx(half.probability(made))


def test_the_reasons_name_what_decides(trees: Trees) -> None:
    names = [name for name, _ in trees.reasons(np.array([0.9, 0.5, 1.0], np.float32))]
    assert set(names[:2]) == {"near", "own"}


def test_the_same_rows_give_the_same_trees(trees: Trees) -> None:
    made, wanted = rows(1)
    again = grow(NAMES, made, wanted, np.ones(len(made)), RelevanceFitting())
    assert np.array_equal(again.leaves, trees.leaves)
    assert np.array_equal(again.limits, trees.limits)


def test_what_is_kept_says_the_same(trees: Trees, tmp_path: Path) -> None:
    file = tmp_path / "trees.npz"
    save(trees, file)
    made, _ = rows(3)
    kept = load_trees(file)
    assert kept.names == NAMES
    assert kept.checksum == "of rows"
    assert kept.probability(made) == pytest.approx(trees.probability(made))


def test_nothing_to_learn_from_is_told() -> None:
    with pytest.raises(ValueError, match="judgements"):
        grow(NAMES, np.zeros((0, 3), np.float32), np.zeros(0), np.zeros(0), RelevanceFitting())


def test_a_file_without_trees_is_told(tmp_path: Path) -> None:
    file = tmp_path / "none.npz"
    file.write_bytes(b"PK\x05\x06" + b"\0" * 18)
    with pytest.raises(ValueError, match=r"none\.npz"):
        load_trees(file)
