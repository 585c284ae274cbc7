"""Plots of a run as inline SVG: drawn here, so that a report needs nothing from outside."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from evals.statistics import Estimate, wilson

WIDTH = 560


def bars(rows: Sequence[tuple[str, Estimate]], *, label: str) -> str:
    """Horizontal bars of shares from 0 to 1 with their intervals, one row an estimate."""
    left, height = 170, 26
    scale = WIDTH - left - 60
    parts = []
    for position, (name, value) in enumerate(rows):
        if value.mean is None:
            continue
        y = position * height
        parts.append(
            f'<text x="{left - 8}" y="{y + 17}" text-anchor="end">{escape(name)}</text>'
            f'<rect class="bar" x="{left}" y="{y + 5}" height="15" '
            f'width="{value.mean * scale:.1f}"/>'
        )
        if value.low is not None and value.high is not None:
            x1, x2 = left + value.low * scale, left + value.high * scale
            parts.append(
                f'<line class="interval" x1="{x1:.1f}" x2="{x2:.1f}" y1="{y + 12}" y2="{y + 12}"/>'
            )
        parts.append(
            f'<text x="{WIDTH}" y="{y + 17}" text-anchor="end">{value.mean:.0%} · {value.n}</text>'
        )
    return _svg(parts, height * len(rows) + 6, label)


def reliability(points: Sequence[tuple[float, bool]], *, bins: int = 10) -> str:
    """Reliability diagram: stated confidence against the share that was right, per bin.

    Args:
        points: ``(confidence from 0 to 1, was it right)`` of each question.

    Source: A. H. Murphy and R. L. Winkler, "Reliability of subjective probability forecasts of
    precipitation and temperature", Applied Statistics 26 (1977).
    """
    side, pad = 300, 40
    parts = [
        f'<rect class="frame" x="{pad}" y="10" width="{side}" height="{side}"/>',
        f'<line class="ideal" x1="{pad}" y1="{side + 10}" x2="{pad + side}" y2="10"/>',
    ]
    for index in range(bins):
        inside = [
            (confidence, right)
            for confidence, right in points
            if index / bins <= confidence < (index + 1) / bins
            or (index == bins - 1 and confidence == 1.0)
        ]
        if not inside:
            continue
        x = sum(confidence for confidence, _ in inside) / len(inside)
        right = sum(right for _, right in inside)
        low, high = wilson(right, len(inside))
        cx = pad + x * side
        parts.append(
            f'<line class="interval" x1="{cx:.1f}" x2="{cx:.1f}" '
            f'y1="{10 + side * (1 - low):.1f}" y2="{10 + side * (1 - high):.1f}"/>'
            f'<circle class="dot" cx="{cx:.1f}" cy="{10 + side * (1 - right / len(inside)):.1f}" '
            f'r="{3 + min(6.0, len(inside) / 12):.1f}">'
            f"<title>{len(inside)} questions</title></circle>"
        )
    parts.append(
        f'<text x="{pad + side / 2}" y="{side + 34}" text-anchor="middle">confidence</text>'
    )
    parts.append(f'<text x="{pad - 8}" y="20" text-anchor="end">right</text>')
    return _svg(parts, side + 44, "Reliability diagram")


def trade_off(points: Sequence[tuple[float, bool]]) -> str:
    """False answers against false refusals as the threshold on confidence moves.

    Args:
        points: ``(confidence that there is an answer, is it answerable)`` of each question.
    """
    side, pad = 300, 40
    answerable = sorted(c for c, yes in points if yes)
    absent = sorted(c for c, yes in points if not yes)
    if not answerable or not absent:
        return ""
    line = []
    for threshold in sorted({0.0, 1.01, *(c for c, _ in points)}):
        refusals = sum(c < threshold for c in answerable) / len(answerable)
        answers = sum(c >= threshold for c in absent) / len(absent)
        line.append(f"{pad + refusals * side:.1f},{10 + (1 - answers) * side:.1f}")
    parts = [
        f'<rect class="frame" x="{pad}" y="10" width="{side}" height="{side}"/>',
        f'<polyline class="curve" points="{" ".join(line)}"/>',
        f'<text x="{pad + side / 2}" y="{side + 34}" text-anchor="middle">false refusals</text>',
        f'<text x="{pad}" y="8">false answers</text>',
    ]
    return _svg(parts, side + 44, "False answers against false refusals")


def histogram(values: Sequence[float], *, unit: str, bins: int = 20) -> str:
    """Histogram of values up to their 99th percentile, the rest in the last bin."""
    if not values:
        return ""
    ordered = sorted(values)
    top = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))] or 1.0
    counts = [0] * bins
    for value in ordered:
        counts[min(bins - 1, int(value / top * bins))] += 1
    height, width = 160, (WIDTH - 60) / bins
    tallest = max(counts)
    rises = [count / tallest * (height - 20) for count in counts]
    parts = [
        f'<rect class="bar" x="{40 + i * width:.1f}" y="{height - rise:.1f}" '
        f'width="{width - 2:.1f}" height="{rise:.1f}"><title>{count}</title></rect>'
        for i, (count, rise) in enumerate(zip(counts, rises, strict=True))
    ]
    parts.append(f'<text x="40" y="{height + 18}">0</text>')
    parts.append(
        f'<text x="{WIDTH - 20}" y="{height + 18}" text-anchor="end">{top:.0f} {unit}</text>'
    )
    return _svg(parts, height + 26, f"Histogram in {unit}")


def _svg(parts: Sequence[str], height: int, label: str) -> str:
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(label)}">'
        + "".join(parts)
        + "</svg>"
    )
