"""Finds the statements that come into question for a question of somebody who asks for guidance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from assistant.guidance.anticipated.matching import AnticipatedQuestions
from assistant.guidance.fiches import COUNTRY, FUNDING, ORGANISATION, PRACTICE, Fiches, pair_of
from assistant.guidance.granting import Granting
from assistant.guidance.relevance.settings import CandidateSettings
from assistant.guidance.relevance.statement import StatementReader
from assistant.guidance.scope import Scope
from assistant.guidance.scoping import Scoping
from assistant.guidance.wanting import GRANTS
from assistant.guidance.worth import Sought
from indexing.passage import Passage

_ADVISING = (COUNTRY, FUNDING, PRACTICE, ORGANISATION)


class Candidates:
    """Finds them in the fiches of one index. Safe for several threads."""

    def __init__(
        self,
        fiches: Fiches,
        reader: StatementReader,
        questions: AnticipatedQuestions,
        scoping: Scoping,
        granting: Granting,
        settings: CandidateSettings,
    ) -> None:
        self._fiches = fiches
        self._reader = reader
        self._questions = questions
        self._scoping = scoping
        self._granting = granting
        self._settings = settings

    def found(
        self,
        texts: list[str],
        needs: set[str],
        pairs: Iterable[str],
        granted: Iterable[Passage],
        sought: Sought,
    ) -> tuple[Passage, ...]:
        """Each statement once: what is most like the question and its parts (``texts``, the whole
        first), what is on the ``needs``, all of the fiches ``pairs``, and what is told of each of
        the grants (``granted``)."""
        fits = self.fitting(sought.scope)
        found = {
            passage.id: passage
            for passage in (
                *self._alike(texts, sought, fits),
                *self._needed(needs, sought, fits),
                *self._of_fiches(pairs, sought.lang),
                *self._on_money(needs, sought.lang),
                *granted,
            )
        }
        return tuple(found.values())

    def granted(self, sought: Sought) -> dict[str, Passage]:
        """The grants that fit, by pair, the best first, with what is told of each."""
        lines = self._granting.lines(
            sought.scope, sought.lang, sought.today, self._settings.grants, text=sought.text
        )
        told: dict[str, Passage] = {}
        for line in lines:
            for said in line.statements[:1]:
                told.setdefault(pair_of(said.passage), said.passage)
        return told

    def fitting(self, scope: Scope) -> Callable[[Passage], bool]:
        """Whether a statement's fiche can be told within a scope at all."""
        known: dict[str, bool] = {}

        def fits(passage: Passage) -> bool:
            if passage.document not in known:
                source = self._reader.traits(passage).source
                excluded = self._scoping.excludes(source, scope)
                known[passage.document] = self._advises(passage) and not excluded
            return known[passage.document]

        return fits

    def rules(self, sought: Sought) -> list[str]:
        """The fiches (pairs) of the countries, then those on practice."""
        codes = sought.scope.countries
        own = [pair for code in codes if (pair := self._fiches.country_codes.get(code))]
        rules = [source.pair or "" for source in self._fiches.of_kind(PRACTICE, sought.lang)]
        return [*own, *rules]

    def _advises(self, passage: Passage) -> bool:
        """Whether a statement's fiche is of a kind that is told to who asks for guidance."""
        return self._reader.traits(passage).kind in _ADVISING

    def _alike(
        self, texts: list[str], sought: Sought, fits: Callable[[Passage], bool]
    ) -> Iterator[Passage]:
        """The statements whose anticipated questions the whole, and each part, is most like."""
        settings, lang = self._settings, sought.lang
        countries = {
            source.pair or ""
            for source in self._fiches.of_kind(COUNTRY, lang)
            if not self._scoping.excludes(source, sought.scope)
        }
        for place, text in enumerate(texts):
            most = settings.like_part if place else settings.like_whole
            yield from self._questions.likest(text, lang, most, fits)
            yield from self._questions.likest(text, lang, settings.like_any, self._advises)
            yield from self._questions.likest_of(text, lang, settings.of_country, countries)

    def _needed(
        self, needs: set[str], sought: Sought, fits: Callable[[Passage], bool]
    ) -> Iterator[Passage]:
        """What the fiches of the countries, and those on practice, say of the needs."""
        for pair in self.rules(sought):
            for item in self._fiches.fiche(pair, sought.lang).statements:
                if self._reader.traits(item.passage).needs & needs and fits(item.passage):
                    yield item.passage

    def _on_money(self, needs: set[str], lang: str) -> Iterator[Passage]:
        """What the fiches on practice decide about money, where that is asked for."""
        for source in self._fiches.of_kind(PRACTICE, lang) if GRANTS in needs else ():
            if FUNDING in source.topics:
                for item in self._fiches.fiche(source.pair or "", lang).statements:
                    if item.passage.annotation.key:
                        yield item.passage

    def _of_fiches(self, pairs: Iterable[str], lang: str) -> Iterator[Passage]:
        """What the grants, and the fiches that the question names, say of themselves."""
        for pair in pairs:
            if self._fiches.source(pair, lang).kind in _ADVISING:
                yield from (item.passage for item in self._fiches.fiche(pair, lang).statements)
