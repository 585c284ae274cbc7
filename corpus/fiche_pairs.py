"""Whether a fiche and its translation agree, statement by statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.fiche import Fiche


def disagreements(fiches: Iterable[Fiche]) -> Iterator[tuple[str, str]]:
    """The id of a fiche and what is wrong with it beside its translation, one of a pair at most.

    Compared are the facts and the annotations of the statements, in order. A fiche without a
    translation is not told of here.
    """
    pairs: dict[str, Fiche] = {}
    for fiche in fiches:
        other = pairs.setdefault(fiche.head.pair, fiche)
        if other is fiche:
            continue
        if len(fiche.statements) != len(other.statements):
            yield fiche.head.id, f"has not as many statements as {other.head.id}."
            continue
        for one, same in zip(fiche.statements, other.statements, strict=True):
            if one.facts != same.facts:
                message = "has other facts than"
            elif one.annotation != same.annotation:
                message = f"is annotated {{{one.annotation}}}, not {{{same.annotation}}} as in"
            else:
                continue
            yield fiche.head.id, f"line {one.line} {message} line {same.line} of {other.head.id}."
            break
