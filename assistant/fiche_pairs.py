"""Fiches come in pairs: the same statements, in the same order, in Dutch and in English."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from assistant.extracting.asked import Cut
from assistant.extracting.evidence import Weighed
from indexing.index import Index
from indexing.passage import Passage


class FichePairs:
    """Finds what a fiche's pair says in the other language. Safe for several threads."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def twin(self, passage: Passage, lang: str) -> Passage | None:
        """The same statement in ``lang``; None for one that is in it, or that has no pair."""
        source = self._index.source(passage.document)
        if passage.language == lang or not source.pair:
            return None
        twin = f"{source.pair}-{lang}"
        with suppress(KeyError):
            self._index.source(twin)
            for other in self._index.passages(twin, passage.ordinal, passage.ordinal):
                return other
        return None

    def said(self, item: Weighed, lang: str, cut: Cut) -> Weighed:
        """What was weighed, with its sentence as the pair in ``lang`` says it; ``cut`` gives the
        sentences of a passage."""
        passage = item.unit.passage
        twin = self.twin(passage, lang)
        if twin is None:
            return item
        own = cut(passage, self._index.source(passage.document)).units
        units = cut(twin, self._index.source(twin.document)).units
        number = next((n for n, unit in enumerate(own) if unit.start == item.unit.start), 0)
        return replace(item, unit=units[number if len(units) == len(own) else 0])
