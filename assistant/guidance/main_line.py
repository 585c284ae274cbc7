"""A scheme is told once, under one name: what it is in short, then what of it touches who asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.guidance.advice import Line, Said
from assistant.guidance.fiches import FUNDING, Fiches, pair_of
from assistant.guidance.fitting import closeness, fits
from assistant.guidance.scope import Scope
from indexing.passage import Passage

_SHORT = "in-short"
_MOST = 2  # statements of one scheme beside its main line: more is for its fiche


def main_line(fiches: Fiches, pair: str, lang: str, scope: Scope) -> Passage | None:
    """What a scheme is in short for who asks; None where it says nothing in short for them."""
    short = [item.passage for item in fiches.fiche(pair, lang).known(_SHORT)]
    fitting = [one for one in short if fits(one.annotation, scope)]
    return max(fitting, key=lambda one: closeness(one.annotation, scope), default=None)


def each_scheme_once(lines: Iterable[Line], fiches: Fiches) -> tuple[Line, ...]:
    """The lines, those of one scheme that stand apart told together where its first stands, what it
    is in short first."""
    kept: list[Line] = []
    places: dict[str, int] = {}
    for line in lines:
        pair = _scheme(line, fiches)
        if not pair:
            kept.append(line)
        elif pair not in places:
            places[pair] = len(kept)
            kept.append(line)
        else:
            first = kept[places[pair]]
            kept[places[pair]] = replace(
                first,
                lead=first.lead or line.lead,
                statements=_together((*first.statements, *line.statements), fiches),
                late=first.late or line.late,
            )
    return tuple(kept)


def _scheme(line: Line, fiches: Fiches) -> str:
    """The scheme (pair) that all of a line is told of; empty for another line."""
    pairs = {pair_of(one.passage) for one in line.statements}
    if len(pairs) != 1 or line.over or line.missing:
        return ""
    pair = pairs.pop()
    of_scheme = pair in fiches.sources and fiches.source(pair, "nl").kind == FUNDING
    return pair if of_scheme else ""


def _together(statements: Iterable[Said], fiches: Fiches) -> tuple[Said, ...]:
    once = {one.passage.id: one for one in statements}
    ordered = sorted(once.values(), key=lambda one: fiches.section(one.passage) != _SHORT)
    return tuple(ordered[: _MOST + 1])
