"""Statistics against hand-worked values and independent implementations."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, permutation_test
from scipy.stats import bootstrap as scipy_bootstrap

from evals.statistics import (
    bootstrap,
    cohen_kappa,
    estimate,
    holm,
    paired_difference,
    questions_needed,
    sign_flip_p,
    smallest_change,
    wilson,
)


@pytest.mark.parametrize(("successes", "n"), [(0, 10), (7, 10), (81, 100), (100, 100)])
def test_wilson_agrees_with_scipy(successes, n):
    expected = binomtest(successes, n).proportion_ci(method="wilson")
    assert wilson(successes, n) == pytest.approx((expected.low, expected.high))


def test_permutation_agrees_with_scipy_where_it_is_exact():
    differences = np.array([1.0, 1.0, 1.0, -1.0, 1.0, 0.0, 1.0])
    expected = permutation_test(
        (differences,), np.mean, permutation_type="samples", n_resamples=np.inf
    ).pvalue
    assert sign_flip_p(differences, seed=1) == pytest.approx(expected)


def test_permutation_by_chance_stays_near_exact():
    differences = np.array([1.0] * 14 + [-1.0] * 4)
    exact = binomtest(4, 18).pvalue
    assert sign_flip_p(differences, seed=1) == pytest.approx(exact, abs=0.01)


def test_none_is_left_out_and_counted():
    found = estimate([1.0, None, 0.0, 1.0], seed=1)
    assert (found.mean, found.n, found.unscored) == (pytest.approx(2 / 3), 3, 1)
    nothing = estimate([None], seed=1)
    assert (nothing.mean, nothing.n, nothing.unscored) == (None, 0, 1)


def test_clusters_widen_the_interval():
    values = [1.0] * 20 + [0.0] * 20
    clusters = ["a"] * 10 + ["b"] * 10 + ["c"] * 10 + ["d"] * 10
    apart = bootstrap(values, seed=1)
    together = bootstrap(values, seed=1, clusters=clusters)
    assert together[1] - together[0] > apart[1] - apart[0]


def test_paired_difference_leaves_out_what_one_run_could_not_score():
    found = paired_difference([0.0, 1.0, None], [1.0, 1.0, 1.0], seed=1)
    assert (found.mean, found.n, found.better, found.worse) == (0.5, 2, 1, 0)


def test_identical_runs_do_not_differ():
    found = paired_difference([1.0, 0.0, 1.0], [1.0, 0.0, 1.0], seed=1)
    assert (found.mean, found.low, found.high, found.p) == (0.0, 0.0, 0.0, 1.0)


def test_holm_worked_by_hand():
    assert holm([0.01, 0.04, None, 0.03]) == [
        pytest.approx(0.03), pytest.approx(0.06), None, pytest.approx(0.06),
    ]  # fmt: skip


def test_power_has_the_power_it_says():
    n = questions_needed(0.05, 0.15)
    generator = np.random.default_rng(7)
    up, down = 0.10, 0.05
    noticed = 0
    for _ in range(400):
        draw = generator.random(n)
        differences = np.where(draw < up, 1.0, np.where(draw < up + down, -1.0, 0.0))
        z = differences.sum() / np.sqrt((differences != 0).sum())
        noticed += abs(z) > 1.96
    assert 0.72 <= noticed / 400 <= 0.88


def test_smallest_change_is_the_inverse_of_questions_needed():
    change = smallest_change(300, 0.2)
    assert change is not None
    assert questions_needed(change, 0.2) <= 300 < questions_needed(change * 0.98, 0.2)
    assert smallest_change(3, 0.01) is None


def test_kappa_worked_by_hand():
    assert cohen_kappa(["a", "a", "b", "b"], ["a", "a", "b", "a"]) == pytest.approx(0.5)
    assert cohen_kappa(["a"], ["a"]) is None


@given(st.lists(st.sampled_from([0.0, 1.0]), min_size=1, max_size=60))
def test_an_interval_holds_its_mean(values):
    found = estimate(values, seed=3)
    assert found.low - 1e-9 <= found.mean <= found.high + 1e-9
    assert estimate(values, seed=3) == found


def test_bootstrap_agrees_with_scipy():
    values = [0.0, 0.2, 0.2, 0.5, 0.9, 1.0, 0.4, 0.7, 0.1, 0.6] * 6
    expected = scipy_bootstrap(
        (values,), np.mean, n_resamples=5_000, method="percentile", rng=np.random.default_rng(2)
    ).confidence_interval
    assert bootstrap(values, seed=1) == pytest.approx((expected.low, expected.high), abs=0.015)


def test_a_cluster_flips_as_one():
    # Three questions of one conversation lost together are one case, of which nothing can be said.
    before, after = [1.0, 1.0, 1.0], [0.0, 0.0, 0.0]
    assert paired_difference(before, after, seed=1).p == 0.25
    together = paired_difference(before, after, seed=1, clusters=["talk"] * 3)
    assert (together.p, together.n, together.worse) == (1.0, 3, 3)


def test_clusters_that_agree_wholly_have_the_interval_of_their_number():
    together = estimate([1.0] * 6, seed=1, clusters=["a", "a", "b", "b", "c", "c"])
    assert (together.low, together.high) == wilson(3, 3)


def test_an_interval_holds_the_truth_as_often_as_it_says():
    generator = np.random.default_rng(11)
    held = 0
    for _ in range(300):
        # Thirty conversations of four questions; a conversation goes well or badly as a whole.
        luck = generator.random(30) < 0.7
        values = [float(one) for one in luck for _ in range(4)]
        names = [str(n) for n in range(30) for _ in range(4)]
        found = estimate(values, seed=1, clusters=names)
        held += found.low <= 0.7 <= found.high
    assert 0.90 <= held / 300 <= 0.99
