"""What the fiches know and what they do not: settles whether the evidence holds the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.answerability import Decision
from assistant.extracting.evidence import Weighed
from assistant.extracting.weighing import Asked
from assistant.guidance.fiches import COUNTRY, Fiches, is_gap
from assistant.guidance.scope import Scope
from assistant.guidance.scoping import COUNTRY_SECTIONS, Scoping
from assistant.guidance.settings import GuidanceSettings
from assistant.understanding import AnswerKind
from corpus.document import Source
from indexing.passage import Passage

_TYPED = (AnswerKind.AMOUNT, AnswerKind.SHARE, AnswerKind.COUNT, AnswerKind.FIGURE, AnswerKind.DATE)


class Knowing:
    """Judges evidence that comes from fiches; what publishers wrote is left to the calibration."""

    def __init__(
        self,
        fiches: Fiches,
        scoping: Scoping,
        settings: GuidanceSettings,
        source_of: Callable[[str], Source],
    ) -> None:
        self._fiches = fiches
        self._scoping = scoping
        self._settings = settings
        self._source_of = source_of

    def settled(
        self, asked: Asked, weighed: tuple[Weighed, ...], scope: Scope, decision: Decision
    ) -> Decision:
        """The decision, corrected where the fiches tell more than the words do.

        A statement that only says what is not known is no answer; one that stands in the part asked
        for of the fiche asked for is; a question that touches nothing of ours has no answer here.
        """
        if not weighed or not self._of_fiche(weighed[0]):
            return decision
        if self.gap(asked, weighed, scope) is not None:
            return replace(decision, answerable=False)
        if self._confirmed(asked, weighed[0], scope):
            return replace(decision, answerable=True)
        if not scope.bound and self._foreign(weighed[0]):
            return replace(decision, answerable=False)
        return decision

    def gap(self, asked: Asked, weighed: tuple[Weighed, ...], scope: Scope) -> Passage | None:
        """The statement that says that the asked-for thing is not known; None without one."""
        if not weighed or not self._of_fiche(weighed[0]):
            return None
        best = weighed[0]
        if is_gap(best.unit.passage):
            return best.unit.passage
        of_part = self._part_unknown(asked, best, scope)
        if of_part is not None:
            return of_part
        passage = best.unit.passage
        for item in weighed[1 : self._settings.gap_places]:
            other = item.unit.passage
            if (
                is_gap(other)
                and (other.document, other.section) == (passage.document, passage.section)
                and item.own >= self._settings.gap_share * best.own
            ):
                return other
        return None

    def _part_unknown(self, asked: Asked, best: Weighed, scope: Scope) -> Passage | None:
        """The gap that is all there is in the part that is asked for."""
        if len(scope.countries) == 1:
            pair = self._fiches.country_codes.get(scope.countries[0], "")
            sections = [key for key in scope.sections if key in COUNTRY_SECTIONS]
        elif len(scope.named) == 1 and asked.kind in _TYPED:
            pair = next(iter(scope.named))
            sections = [key for key in scope.sections if key not in COUNTRY_SECTIONS]
        else:
            return None
        if not pair:
            return None
        source = self._source_of(best.unit.passage.document)
        fiche = self._fiches.fiche(pair, best.unit.passage.language)
        held = [key for key in sections if key in fiche.by_section]
        if not held or (
            source.pair != pair and source.kind != COUNTRY and source.pair in scope.named
        ):
            return None
        gaps = [item.passage for key in held for item in fiche.by_section[key] if item.gap]
        known = [item for key in held for item in fiche.known(key)]
        return gaps[0] if gaps and not known else None

    def _confirmed(self, asked: Asked, best: Weighed, scope: Scope) -> bool:
        source = self._source_of(best.unit.passage.document)
        return (
            self._scoping.target(source, scope)
            and self._fiches.section(best.unit.passage) in scope.sections
            and best.near >= self._settings.confirming_near
            and (asked.wanted not in _TYPED or best.type_fit > 0)
        )

    def _foreign(self, best: Weighed) -> bool:
        settings = self._settings
        return (
            best.found_score < settings.foreign_retrieval
            and best.own < settings.foreign_own
            and not best.pointed
        )

    def _of_fiche(self, item: Weighed) -> bool:
        return bool(self._source_of(item.unit.passage.document).pair)
