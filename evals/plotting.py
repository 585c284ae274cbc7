"""Plots of a run as inline SVG: drawn here, so that a report needs nothing from outside."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from evals.statistics import Estimate, wilson

WIDTH = 560
_LEFT, _TOP, _SIDE = 150, 8, 300


def bars(rows: Sequence[tuple[str, Estimate]], *, label: str) -> str:
    """Horizontal bars of shares from 0 to 1 with their intervals, one row an estimate."""
    left, height = 130, 26
    scale = WIDTH - left - 95
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


def reliability(
    right: Sequence[tuple[float, bool]],
    answerable: Sequence[tuple[float, bool]] = (),
    *,
    bins: int = 10,
) -> str:
    """Reliability diagram: stated confidence against the share that came true, per bin.

    Args:
        right: ``(confidence from 0 to 1, was it right)`` of each answered question: dots.
        answerable: ``(confidence, is there an answer)`` of each question: rings.

    Source: A. H. Murphy and R. L. Winkler, "Reliability of subjective probability forecasts of
    precipitation and temperature", Applied Statistics 26 (1977).
    """
    parts = [
        *_square("stated confidence", "strictly correct"),
        f'<line class="ideal" x1="{_LEFT}" y1="{_TOP + _SIDE}" x2="{_LEFT + _SIDE}" y2="{_TOP}"/>',
    ]
    parts += _binned(answerable, bins, "ring", "there is an answer to")
    parts += _binned(right, bins, "dot", "right")
    return _svg(parts, _TOP + _SIDE + 44, "Reliability diagram")


def _binned(points: Sequence[tuple[float, bool]], bins: int, mark: str, what: str) -> list[str]:
    """A mark for each bin that holds points; dots with their interval, which would crowd rings."""
    parts = []
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
        cx, share = _LEFT + x * _SIDE, right / len(inside)
        if mark == "dot":
            low, high = wilson(right, len(inside))
            parts.append(
                f'<line class="interval" x1="{cx:.1f}" x2="{cx:.1f}" '
                f'y1="{_TOP + _SIDE * (1 - low):.1f}" y2="{_TOP + _SIDE * (1 - high):.1f}"/>'
            )
        parts.append(
            f'<circle class="{mark}" cx="{cx:.1f}" cy="{_TOP + _SIDE * (1 - share):.1f}" '
            f'r="{3 + min(6.0, len(inside) / 12):.1f}"><title>{len(inside)} questions, stated '
            f"{x:.0%}, {what} {share:.0%}</title></circle>"
        )
    return parts


def trade_off(points: Sequence[tuple[float, bool]], here: tuple[float, float] | None = None) -> str:
    """False answers against false refusals as the threshold on confidence moves.

    Args:
        points: ``(confidence that there is an answer, is it answerable)`` of each question.
        here: share of false refusals and of false answers of the run itself.
    """
    answerable = sorted(c for c, yes in points if yes)
    absent = sorted(c for c, yes in points if not yes)
    if not answerable or not absent:
        return ""
    line = []
    for threshold in sorted({0.0, 1.01, *(c for c, _ in points)}):
        refusals = sum(c < threshold for c in answerable) / len(answerable)
        answers = sum(c >= threshold for c in absent) / len(absent)
        line.append(f"{_LEFT + refusals * _SIDE:.1f},{_TOP + (1 - answers) * _SIDE:.1f}")
    parts = [*_square("false refusals", "false answers")]
    parts.append(f'<polyline class="curve" points="{" ".join(line)}"/>')
    if here is not None:
        x, y = _LEFT + here[0] * _SIDE, _TOP + (1 - here[1]) * _SIDE
        parts.append(
            f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="6"><title>This run: {here[0]:.1%} '
            f"false refusals, {here[1]:.1%} false answers</title></circle>"
        )
    return _svg(parts, _TOP + _SIDE + 44, "False answers against false refusals")


def _square(across: str, upward: str) -> list[str]:
    """A square with both axes from 0 to 100 %, named."""
    parts = [f'<rect class="frame" x="{_LEFT}" y="{_TOP}" width="{_SIDE}" height="{_SIDE}"/>']
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        x, y = _LEFT + share * _SIDE, _TOP + (1 - share) * _SIDE
        parts.append(
            f'<line class="grid" x1="{_LEFT}" x2="{_LEFT + _SIDE}" y1="{y:.1f}" y2="{y:.1f}"/>'
            f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{share:.0%}</text>'
            f'<text x="{x:.1f}" y="{_TOP + _SIDE + 18}" text-anchor="middle">{share:.0%}</text>'
        )
    middle = _TOP + _SIDE / 2
    parts.append(
        f'<text class="axis" x="{_LEFT + _SIDE / 2}" y="{_TOP + _SIDE + 38}" text-anchor="middle">'
        f"{escape(across)}</text>"
        f'<text class="axis" x="{_LEFT - 56}" y="{middle}" text-anchor="middle" '
        f'transform="rotate(-90 {_LEFT - 56} {middle})">{escape(upward)}</text>'
    )
    return parts


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies; 0 when there are none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def histogram(values: Sequence[float], *, unit: str, bins: int = 20) -> str:
    """Histogram of values up to their 99th percentile, the rest in the last bin."""
    if not values:
        return ""
    ordered = sorted(values)
    top = quantile(ordered, 0.99) or 1.0
    counts = [0] * bins
    for value in ordered:
        counts[min(bins - 1, int(value / top * bins))] += 1
    height, width = 160, (WIDTH - 70) / bins
    tallest = max(counts)
    rises = [count / tallest * (height - 20) for count in counts]
    parts = [
        f'<rect class="bar" x="{50 + i * width:.1f}" y="{height - rise:.1f}" '
        f'width="{width - 2:.1f}" height="{rise:.1f}"><title>{count} questions from '
        f"{top * i / bins:.0f} to {top * (i + 1) / bins:.0f} {unit}</title></rect>"
        for i, (count, rise) in enumerate(zip(counts, rises, strict=True))
    ]
    parts.append(f'<line class="frame" x1="50" x2="{WIDTH - 20}" y1="{height}" y2="{height}"/>')
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        x = 50 + share * (WIDTH - 70)
        text = f"{top * share:.0f}"
        parts.append(f'<text x="{x:.0f}" y="{height + 18}" text-anchor="middle">{text}</text>')
    parts.append(f'<text x="44" y="30" text-anchor="end">{tallest}</text>')
    parts.append(
        f'<text class="axis" x="{WIDTH / 2}" y="{height + 36}" text-anchor="middle">{unit}</text>'
    )
    return _svg(parts, height + 42, f"Histogram in {unit}")


def _svg(parts: Sequence[str], height: int, label: str) -> str:
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(label)}">'
        + "".join(parts)
        + "</svg>"
    )
