"""How the statements that meet a need are told, the best first, in the room that there is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.extracting.dates import days
from assistant.guidance.advice import Line, Said, opening
from assistant.guidance.concluding import measured
from assistant.guidance.fiches import Fiches
from assistant.guidance.fitting import closeness, is_theirs
from assistant.guidance.limits import Dimension, quantities
from assistant.guidance.needs import Need, Needs
from assistant.guidance.selecting import Met
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.wording import say
from assistant.guidance.worth import Sought, Worth
from corpus.annotation import Verdict
from indexing.passage import Passage

_BY_DISCIPLINE = ("showcases", "residencies", "relation")  # where a statement lists disciplines
_WHOM = "who-to-ask"


class Stating:
    """Tells statements of the fiches of one index."""

    def __init__(
        self, fiches: Fiches, worth: Worth, needs: Needs, settings: GuidanceSettings
    ) -> None:
        self._fiches = fiches
        self._worth = worth
        self._needs = needs
        self._settings = settings

    def statements(
        self, known: tuple[Passage, ...], lead: str, room: int, need: Need, sought: Sought
    ) -> Iterator[Line]:
        """A line for each of the statements ``known`` that fits in ``room`` words, the first under
        ``lead``, with how what is told in numbers lies to its limits."""
        words = 0
        settled: set[Dimension] = set()
        answers: set[Verdict | None] = {None}
        most = self._settings.step_words
        if sought.words:  # what is asked may be told at length, a step not
            most = min(self._settings.statement_words, max(room * 3 // 4, most))
        for passage in known:
            said = self._opening(passage, most, need, sought)
            otherwise = len(answers) == 2 and passage.annotation.answer not in answers
            if words and words + said.words > room and not otherwise:
                continue
            yield Line(lead, (said,))
            lead = ""
            answers.add(passage.annotation.answer)
            words += said.words
            if self._passed(passage, sought.today):
                yield Line(say("passed", sought.lang))
            if compared := measured(said.text, quantities(sought.text), sought.lang, settled):
                yield Line(compared)
            if words >= room + self._settings.statement_words:
                return

    def gap_beside(self, met: Met, sought: Sought) -> Iterator[Line]:
        """That the country's own part is not known, where only what holds anywhere is, and each
        thing that is not known of just what who asks is going to do."""
        own = {passage.document for passage in met.known}
        told: set[str] = set()
        for gap in met.gaps:
            beyond = self._fiches.section(gap) == _WHOM  # the edge of what a rule is known for
            for_them = closeness(gap.annotation, sought.scope) > 0
            here = self._fiches.of_country(gap) and gap.document not in own
            one_of_each = gap.document not in told and (here or not told)
            if is_theirs(gap.annotation, sought.scope) or (
                one_of_each and (beyond or for_them or here)
            ):
                told.add(gap.document)
                yield Line(" ".join(gap.text.split()), missing=True)

    def _opening(self, passage: Passage, most: int, need: Need, sought: Sought) -> Said:
        """What is told of a statement: from where it speaks of the very people who ask, else its
        beginning, else where it speaks of the need or the discipline."""
        asked = self._worth.groups(sought)
        for group in self._needs.groups:
            if group.key in asked and group.rare and group.said.search(passage.text):
                return opening(passage, most, group.said, there=True)
        disciplines = sought.scope.disciplines if need.key in _BY_DISCIPLINE else ()
        marks = [self._needs.marks[key] for key in disciplines if key in self._needs.marks]
        return opening(passage, most, next(iter([*filter(None, [need.wanted]), *marks]), None))

    def _passed(self, passage: Passage, today: date) -> bool:
        """Whether a statement tells when to apply, and that day has passed."""
        dates = days(passage.text) if self._fiches.section(passage) == "when" else ()
        return bool(dates) and max(dates) < today
