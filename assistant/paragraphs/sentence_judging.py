"""The verdict on one sentence: each of its readings, whole and in clauses, and in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from assistant.paragraphs.binding_figures import Bindings
from assistant.paragraphs.comparing import Comparer, Comparison
from assistant.paragraphs.deciding import Decided, Decider
from assistant.paragraphs.differences import Differences
from assistant.paragraphs.gathering import Evidence
from assistant.paragraphs.in_time import (
    Tenses,
    insists,
    of_a_predecessor,
    says_ended,
    schemes,
    takes_back,
)
from assistant.paragraphs.resolving import Reading
from assistant.paragraphs.restating import restated
from assistant.paragraphs.settings import ParagraphSettings
from assistant.paragraphs.spoken_of import Subject
from assistant.paragraphs.stretches import Stretch, Stretches, widened
from assistant.paragraphs.verdicts import SentenceVerdict
from assistant.support.tagging import Tagger
from corpus.document import Source, Status
from corpus.vocabulary import Language

SETTLED = (SentenceVerdict.SUPPORTED, SentenceVerdict.OUTDATED)
_TOLD = (SentenceVerdict.SUPPORTED, SentenceVerdict.PARTLY)
_OVER = (Status.ENDED, Status.REPLACED)
_ORDER = (
    SentenceVerdict.NOT_IN_CORPUS,
    SentenceVerdict.PARTLY,
    SentenceVerdict.CONTRADICTED,
    SentenceVerdict.OUTDATED,
    SentenceVerdict.SUPPORTED,
)
_SEARCHED_END = {"nl": "afgelopen vervangen gold tot", "en": "has ended replaced ran until"}


class SentenceJudge:
    """Judges sentences against one generation of an index. May be shared by threads."""

    def __init__(
        self,
        evidence: Evidence,
        comparer: Comparer,
        differences: Differences,
        tagger: Tagger,
        source: Callable[[str], Source],
        settings: ParagraphSettings,
    ) -> None:
        self._evidence = evidence
        self._comparer = comparer
        self._tenses = Tenses(tagger)
        self._stretches = Stretches(tagger)
        self._bindings = Bindings(comparer)
        self._decider = Decider(differences, settings, self._preferred)
        self._source = source
        self._settings = settings

    def judge(
        self,
        readings: tuple[Reading, ...],
        lang: Language,
        today: date,
        within: frozenset[str] = frozenset(),
        spoken_in: frozenset[str] = frozenset(),
    ) -> Decided:
        """The verdict on a sentence in the first of its readings that is carried, else in that of
        which most is told. ``within`` are the documents that are looked in; all when empty.
        ``spoken_in`` are those that the sentences before rest on."""
        best: Decided | None = None
        for reading in readings:
            claim = restated(reading.text)
            subject = Subject(reading.topic, spoken_in, self._source)
            found = self._of_reading(claim, lang, within, subject)
            found = self._in_time(found, claim, lang, today)
            if reading.open and found.verdict is SentenceVerdict.CONTRADICTED:
                # What it speaks of is not known: it may be of something else.
                found = replace(found, verdict=SentenceVerdict.NOT_IN_CORPUS, reason="near")
            if reading.antecedent:
                found = replace(found, read_as=reading.text)
            if best is None or _ORDER.index(found.verdict) > _ORDER.index(best.verdict):
                best = found
            if best.verdict in SETTLED:
                break
        assert best is not None
        return best

    def _of_reading(
        self, claim: str, lang: Language, within: frozenset[str], subject: Subject
    ) -> Decided:
        whole = self._of_claim(claim, lang, within, subject)
        if whole.verdict is SentenceVerdict.SUPPORTED:
            return whole
        each = [
            self._of_claim(part, lang, within, subject)
            for part in self._stretches.clauses(claim, lang)
        ]
        if each and all(one.verdict is SentenceVerdict.SUPPORTED for one in each):
            resting = tuple(dict.fromkeys(one.resting[0] for one in each))
            return Decided(SentenceVerdict.SUPPORTED, "supported", resting)
        return whole

    def _of_claim(
        self, claim: str, lang: Language, within: frozenset[str], subject: Subject
    ) -> Decided:
        compared: list[Comparison] = []
        items = self._evidence.of(claim, lang, within)
        for item in items:
            whole = self._compared(claim, lang, self._stretches.of(item))
            compared.append(whole)
            if whole.held >= self._settings.promising and not whole.carries:
                parts = self._stretches.parts(whole.stretch)
                compared.extend(self._compared(claim, lang, part) for part in parts)
        if not any(one.carries for one in compared):
            for item in items[: self._settings.widened]:
                compared.extend(self._compared(claim, lang, stretch) for stretch in widened(item))
        of_it = [one for one in compared if subject.is_in(one.stretch)]
        same = [one for one in of_it if subject.goes_on_in(one.stretch)]
        if any(one.held >= self._settings.partly for one in same):
            of_it = same
        return self._decider.decide(claim, lang, of_it, [o for o in compared if o not in of_it])

    def _compared(self, claim: str, lang: Language, stretch: Stretch) -> Comparison:
        one = self._comparer.compare(claim, lang, stretch)
        return self._bindings.checked(claim, lang, one) if one.carries else one

    def _preferred(self, one: Comparison) -> float:
        """A publication before a fiche of ours that sums it up."""
        source = self._source(one.stretch.passage.document)
        return (0.0 if source.pair else 0.3) - (0.1 if one.attributed else 0.0)

    def _in_time(self, found: Decided, claim: str, lang: Language, today: date) -> Decided:
        """The verdict, unless it tells as of now what is over."""
        told = found.verdict in _TOLD
        if told and any(of_a_predecessor(claim, one.stretch) for one in found.resting):
            return replace(found, verdict=SentenceVerdict.OUTDATED, reason="predecessor")
        if not insists(claim) or not self._tenses.tells_now(claim, lang):
            return found
        if told and any(takes_back(one.stretch.unit.text) for one in found.resting):
            return replace(found, verdict=SentenceVerdict.OUTDATED, reason="ended")
        if told and all(self._is_over(one, today) for one in found.resting):
            return replace(found, verdict=SentenceVerdict.OUTDATED, reason="document-ended")
        ended = self._ended(claim, lang, today)
        if ended is not None:
            return Decided(SentenceVerdict.OUTDATED, "ended", (ended,))
        return found

    def _is_over(self, one: Comparison, today: date) -> bool:
        return self._source(one.stretch.passage.document).validity.status_on(today) in _OVER

    def _ended(self, claim: str, lang: Language, today: date) -> Comparison | None:
        """What says that a scheme has ended which the sentence names as one of now."""
        for name in schemes(claim):
            for item in self._evidence.of(f"{name} {_SEARCHED_END[lang]}", lang):
                stretch = self._stretches.of(item)
                if says_ended(stretch.text, name, today):
                    return self._comparer.compare(claim, lang, stretch)
        return None
