"""What several benchmarks print: percentiles, and how costs grow beside the corpus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def table(rows: Sequence[Mapping[str, float]], costs: Sequence[str]) -> str:
    """A Markdown table: each cost per size, and in brackets its growth since the size before.

    Args:
        rows: per size ``passages`` and every cost, smallest size first.
        costs: the names of the costs.
    """
    lines = [f"| passages | {' | '.join(costs)} |", "|---:|" + "---:|" * len(costs)]
    before: Mapping[str, float] = {}
    for row in rows:
        cells = [_grown(row, before, name) for name in ("passages", *costs)]
        lines.append(f"| {' | '.join(cells)} |")
        before = row
    return "\n".join(lines)


def _grown(row: Mapping[str, float], before: Mapping[str, float], name: str) -> str:
    if name not in row:
        return "–"
    return f"{row[name]:,}" + (f" (×{row[name] / before[name]:.1f})" if before.get(name) else "")
