"""Intervals, paired comparison and power: what a number of questions can and cannot say.

Everything random takes a seed and is repeatable. Questions that share a conversation or a document
are not independent; give ``clusters`` to resample those together. Every share is from 0 to 1.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import norm

RESAMPLES = 5_000
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over ``n`` scored cases with its interval; ``unscored`` cases are left out of it."""

    mean: float | None
    low: float | None
    high: float | None
    n: int
    unscored: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """Run B minus run A over the ``n`` questions that both scored.

    ``p`` is the two-sided p-value of a paired sign-flip permutation test, ``adjusted_p`` the same
    after Holm's correction over all comparisons made at once.
    """

    mean: float | None
    low: float | None
    high: float | None
    n: int
    better: int
    worse: int
    p: float | None
    adjusted_p: float | None = None


def wilson(successes: float, n: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """Score interval of a proportion.

    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    Journal of the American Statistical Association 22 (1927).

    Raises:
        ValueError: ``n`` is not positive.
    """
    if n <= 0:
        raise ValueError("an interval needs at least one case")
    z = float(norm.ppf(0.5 + confidence / 2))
    share = successes / n
    denominator = 1 + z * z / n
    centre = (share + z * z / (2 * n)) / denominator
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / denominator
    return max(0.0, centre - half), min(1.0, centre + half)


def bootstrap(
    values: Sequence[float],
    *,
    seed: int,
    clusters: Sequence[str] | None = None,
    confidence: float = CONFIDENCE,
) -> tuple[float, float]:
    """Percentile bootstrap interval of a mean, resampling whole clusters where they are given.

    Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13.

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("an interval needs at least one case")
    sums, counts = _summed(values, clusters)
    generator = np.random.default_rng(seed)
    picks = generator.integers(0, len(sums), size=(RESAMPLES, len(sums)))
    means = sums[picks].sum(axis=1) / counts[picks].sum(axis=1)
    tail = (1 - confidence) / 2
    low, high = np.quantile(means, [tail, 1 - tail])
    return float(low), float(high)


def _summed(
    values: Sequence[float], clusters: Sequence[str] | None
) -> tuple[np.ndarray, np.ndarray]:
    """Sum and number of the values per cluster, in order of first appearance."""
    names = list(clusters) if clusters is not None else [str(i) for i in range(len(values))]
    order = {name: position for position, name in enumerate(dict.fromkeys(names))}
    sums, counts = np.zeros(len(order)), np.zeros(len(order))
    for name, value in zip(names, values, strict=True):
        sums[order[name]] += value
        counts[order[name]] += 1
    return sums, counts


def estimate(
    values: Sequence[float | None],
    *,
    seed: int,
    clusters: Sequence[str] | None = None,
) -> Estimate:
    """Mean and interval of the scored values.

    Zeros and ones of independent cases: Wilson's interval. Else the bootstrap, over clusters where
    several cases share one. When all zeros and ones are alike there is nothing to resample, and
    the interval is Wilson's with the number of clusters for the number of cases.
    """
    kept = [
        (v, c) for v, c in zip(values, clusters or [""] * len(values), strict=True) if v is not None
    ]
    unscored = len(values) - len(kept)
    if not kept:
        return Estimate(None, None, None, 0, unscored)
    scored = [value for value, _ in kept]
    mean = math.fsum(scored) / len(scored)
    different = len({c for _, c in kept})
    clustered = clusters is not None and different < len(kept)
    binary = set(scored) <= {0.0, 1.0}
    if binary and (not clustered or len(set(scored)) == 1):
        cases = different if clustered else len(scored)
        low, high = wilson(mean * cases, cases)
    else:
        low, high = bootstrap(
            scored, seed=seed, clusters=[c for _, c in kept] if clustered else None
        )
    return Estimate(mean, low, high, len(scored), unscored)


def paired_difference(
    a: Sequence[float | None],
    b: Sequence[float | None],
    *,
    seed: int,
    clusters: Sequence[str] | None = None,
) -> Difference:
    """Compares two runs question by question; only questions that both scored take part.

    With ``clusters``, whole clusters are resampled for the interval and have their sign flipped
    together for the p-value.

    Raises:
        ValueError: the sequences differ in length.
    """
    names = clusters if clusters is not None else [str(i) for i in range(len(a))]
    kept = [
        (y - x, name)
        for x, y, name in zip(a, b, names, strict=True)
        if x is not None and y is not None
    ]
    if not kept:
        return Difference(None, None, None, 0, 0, 0, None)
    differences = np.array([difference for difference, _ in kept])
    groups = [name for _, name in kept]
    low, high = bootstrap([float(d) for d in differences], seed=seed, clusters=groups)
    return Difference(
        mean=float(differences.mean()),
        low=low,
        high=high,
        n=len(kept),
        better=int((differences > 0).sum()),
        worse=int((differences < 0).sum()),
        p=sign_flip_p(_summed([float(d) for d in differences], groups)[0], seed=seed),
    )


def sign_flip_p(differences: np.ndarray, *, seed: int) -> float:
    """Two-sided p-value that the mean difference is zero, by flipping signs at random.

    ``differences``: one per independent case (question, or sum over a cluster of them). Exact up to
    12 cases that differ, else 10,000 random flips with one added above and below.
    Source: R. A. Fisher, "The Design of Experiments" (1935), section 21.
    """
    changed = differences[differences != 0]
    if changed.size == 0:
        return 1.0
    observed = abs(changed.sum()) - 1e-9
    if changed.size <= 12:
        bits = np.arange(2**changed.size)[:, None] >> np.arange(changed.size) & 1
        sums = np.abs((1 - 2 * bits) @ changed)
        return float((sums >= observed).mean())
    generator = np.random.default_rng(seed)
    signs = generator.choice(np.array([-1.0, 1.0]), size=(10_000, changed.size))
    extreme = int((np.abs(signs @ changed) >= observed).sum())
    return (extreme + 1) / 10_001


def holm(p_values: Sequence[float | None]) -> list[float | None]:
    """P-values corrected for having looked at all of them; None stays None.

    Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal
    of Statistics 6 (1979).
    """
    known = sorted((p, i) for i, p in enumerate(p_values) if p is not None)
    adjusted: list[float | None] = [None] * len(p_values)
    highest = 0.0
    for rank, (p, position) in enumerate(known):
        highest = max(highest, min(1.0, p * (len(known) - rank)))
        adjusted[position] = highest
    return adjusted


def questions_needed(
    change: float, changed_share: float, *, power: float = 0.8, alpha: float = 0.05
) -> int:
    """How many questions before a change of this size in a share shows in a paired comparison.

    Args:
        change: difference between the runs, such as 0.05.
        changed_share: share of questions on which the runs differ at all.
        power: wanted probability of noticing the change.
        alpha: two-sided level of the test.

    Source: R. J. Connor, "Sample size for testing differences in proportions for the paired-sample
    design", Biometrics 43 (1987).

    Raises:
        ValueError: the change is zero, or greater than the share of questions that changed.
    """
    if not 0 < abs(change) <= changed_share <= 1:
        raise ValueError("a change cannot be zero, nor exceed the share of questions that changed")
    z_alpha = float(norm.ppf(1 - alpha / 2))
    z_power = float(norm.ppf(power))
    spread = math.sqrt(max(0.0, changed_share - change * change))
    return math.ceil(((z_alpha * math.sqrt(changed_share) + z_power * spread) / change) ** 2)


def smallest_change(n: int, changed_share: float, *, power: float = 0.8) -> float | None:
    """The smallest change in a share that ``n`` questions would show, or None when none would."""
    low, high = 0.0, changed_share
    if n <= 0 or changed_share <= 0 or questions_needed(high, changed_share, power=power) > n:
        return None
    for _ in range(40):
        middle = (low + high) / 2
        if middle > 0 and questions_needed(middle, changed_share, power=power) <= n:
            high = middle
        else:
            low = middle
    return high


def cohen_kappa(first: Sequence[str], second: Sequence[str]) -> float | None:
    """Agreement of two reviewers beyond chance, from -1 to 1; None where chance explains all.

    Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological
    Measurement 20 (1960).

    Raises:
        ValueError: the sequences differ in length, or are empty.
    """
    if not first or len(first) != len(second):
        raise ValueError("agreement needs two equally long, non-empty lists of marks")
    n = len(first)
    observed = sum(a == b for a, b in zip(first, second, strict=True)) / n
    labels = set(first) | set(second)
    expected = sum(
        (list(first).count(label) / n) * (list(second).count(label) / n) for label in labels
    )
    return None if expected == 1 else (observed - expected) / (1 - expected)
