"""Two documents that give different figures for the same thing."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answering_settings import AnsweringSettings
from assistant.extracting.evidence import Weighed
from assistant.extracting.headline import Headline, headline
from assistant.extracting.numbers import figures
from assistant.finding import Found
from corpus.document import Source

_LOOKED_AT = 12  # units among which another document may answer as well


def differing(
    found: Found, source_of: Callable[[str], Source], lang: str, settings: AnsweringSettings
) -> Weighed | None:
    """The unit of another document that answers as surely with another figure of the same kind.

    Both have to hold nearly all of the question and to give a plain short answer; a fiche and its
    translation are one document. ``source_of`` gives a
    document's source.
    """
    best = found.best
    if best is None or not found.asked.kind.numeric or best.own < settings.conflict_own:
        return None
    first = headline(found.asked, best, lang, settings)
    if first is None:
        return None
    own = _identity(best, source_of)
    for item in found.weighed[1:_LOOKED_AT]:
        if (
            _identity(item, source_of) == own
            or item.fiche is not best.fiche
            or item.own < max(settings.conflict_own, settings.conflict_share * best.own)
        ):
            continue
        other = headline(found.asked, item, lang, settings)
        if other is not None and _differ(first, other):
            return item
    return None


def _identity(item: Weighed, source_of: Callable[[str], Source]) -> str:
    source = source_of(item.unit.passage.document)
    return source.pair or source.id


def _differ(first: Headline, other: Headline) -> bool:
    if first.value is None or other.value is None or abs(first.value - other.value) < 1e-9:
        return False
    kinds = [{figure.kind for figure in figures(short.surface)} for short in (first, other)]
    return kinds[0] == kinds[1]
