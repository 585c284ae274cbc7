"""What stands near a question that nothing answers: the rules and grants for what is needed there,
and, of countries that no fiche is about, what holds in any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.answer import AnswerStatus
from assistant.extracting.evidence import Weighed
from assistant.guidance.advice import Advice, Line, opening, whole
from assistant.guidance.contacting import Contacting
from assistant.guidance.fiches import ORGANISATION, PRACTICE, Fiches, is_gap, pair_of
from assistant.guidance.fitting import closeness
from assistant.guidance.granting import Granting
from assistant.guidance.needs import Needs, load_needs
from assistant.guidance.scope import Scope
from assistant.guidance.scoping import FORMALITIES
from assistant.guidance.selecting import Selecting
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.wanting import FRAMING, GRANTS
from assistant.guidance.wording import say
from assistant.guidance.worth import Sought
from indexing.passage import Passage

_MOST = 2  # general rules, and grants that stand near
_MOST_NEAR = 3  # statements, and needs that they are looked for


class Nearby:
    """Tells what stands near, chosen by what is needed, where, and for whom."""

    def __init__(
        self,
        fiches: Fiches,
        selecting: Selecting,
        granting: Granting,
        contacting: Contacting,
        settings: GuidanceSettings,
    ) -> None:
        self._fiches = fiches
        self._selecting = selecting
        self._granting = granting
        self._contacting = contacting
        self._settings = settings
        self._needs: Needs = load_needs()

    def concerns(self, needs: Iterable[str], scope: Scope) -> bool:
        """Whether rules are asked (by keys of ``needs.yaml``) of countries none of which a fiche
        is about."""
        known = self._fiches.country_codes
        return bool(scope.reach) and not known.keys() & {*scope.reach} and bool(_formal(needs))

    def advise(self, needs: Iterable[str], sought: Sought, where: tuple[Line, ...] = ()) -> Advice:
        """That it is not known, with the rules that hold in any country of that part of the world.
        ``where`` says of which region nothing is known; of countries it is said here."""
        keys = _formal(needs)
        general = [
            self._line(passage)
            for key in keys[:1]
            for passage in self._statements(key, sought)[:_MOST]
        ]
        lead = [Line(say("in-general", sought.lang))] if general else []
        unknown = where or tuple(self._contacting.elsewhere(sought))
        contact = self._contacting.lines(keys, sought)
        return Advice(AnswerStatus.NOT_IN_CORPUS, (*unknown, *lead, *general, *contact))

    def lines(
        self, needs: Iterable[str], sought: Sought, named: Iterable[str] = (), *, plan: bool
    ) -> tuple[Line, ...]:
        """At most three short statements on what is needed (keys of ``needs.yaml``), said to be
        near and no answer; empty where nothing is known of it. Of ``named`` fiches, where the
        question names any, only theirs. Grants are near to who tells a ``plan``."""
        specific = [
            key
            for key in needs
            if key not in FRAMING and (plan or not (key == GRANTS or self._needs.needs[key].pays))
        ]
        found: dict[str, Line] = {}
        own = frozenset(named)
        each = [
            [line for line in self._of_need(key, sought) if self._may_tell(line, own)]
            for key in specific[:_MOST_NEAR]
        ]
        # One of each need, and then a second of each.
        for rank in range(_MOST_NEAR):
            for line in (line for of_need in each for line in of_need[rank : rank + 1]):
                if len(found) < _MOST + plan:
                    found.setdefault(line.statements[0].passage.id, line)
        return (Line(say("near", sought.lang)), *found.values()) if found else ()

    def found(
        self, weighed: Iterable[Weighed], named: Iterable[str], lang: str
    ) -> tuple[Line, ...]:
        """The nearest statement that was found in one of the ``named`` fiches on practice; empty
        without one. What a scheme or an organisation does not tell is near to nothing else that it
        does."""
        own = [pair for pair in named if self._fiches.source(pair, lang).kind == PRACTICE]
        for item in weighed:
            passage = item.unit.passage
            near = item.near >= self._settings.confirming_near
            if near and pair_of(passage) in own and not is_gap(passage):
                return Line(say("near", lang)), self._line(passage)
        return ()

    def first_found(
        self,
        lines: tuple[Line, ...],
        weighed: Iterable[Weighed],
        needs: Iterable[str],
        scope: Scope,
    ) -> tuple[Line, ...]:
        """The lines, with the best statement that was found before the others where it stands in
        the country's own part on what is needed: what is asked may be in it after all."""
        best = next(iter(weighed), None)
        passage = best.unit.passage if best else None
        if not lines or passage is None or is_gap(passage):
            return lines
        parts = {
            section
            for key in needs
            for one in self._needs.needs[key].take
            for section in one.sections
        }
        country = passage.document in self._fiches.of_countries(scope.countries)
        if not country or self._fiches.section(passage) not in parts:
            return lines
        rest = [one for one in lines[1:] if one.statements[0].passage.id != passage.id]
        return (lines[0], Line("", (whole(passage),)), *rest[: _MOST_NEAR - 1])

    def _may_tell(self, line: Line, named: frozenset[str]) -> bool:
        """Whether a line is no organisation's word on itself, and of a named fiche if any is."""
        pair = pair_of(line.statements[0].passage)
        organisation = self._fiches.source(pair, "nl").kind == ORGANISATION
        return pair in named if named else not organisation

    def gap(self, needs: Iterable[str], sought: Sought) -> str:
        """What the fiches say that they do not know of what is needed, and who may; empty where
        they say nothing of that kind."""
        for key in needs:
            gaps = self._selecting.met(self._needs.needs[key], sought).gaps
            if gaps:
                return " ".join(gaps[0].text.split())
        return ""

    def _of_need(self, key: str, sought: Sought) -> Iterator[Line]:
        need = self._needs.needs[key]
        if key == GRANTS or need.doing:
            aims = need.doing if key != GRANTS else ()
            for line in self._granting.lines(sought.scope, sought.lang, sought.today, _MOST, aims):
                if line.statements:
                    yield line
        for passage in self._statements(key, sought):
            yield self._line(passage)

    def _line(self, passage: Passage) -> Line:
        return Line("", (opening(passage, self._settings.step_words),))

    def _statements(self, key: str, sought: Sought) -> list[Passage]:
        """The statements on a need that are not for others than those who ask."""
        need = self._needs.needs[key]
        if not self._fiches.country_codes.keys() & {*sought.scope.reach}:
            need = replace(need, take=(*need.take, *need.elsewhere))
        return [
            passage
            for passage in self._selecting.met(need, sought).known
            if closeness(passage.annotation, sought.scope) >= 0
        ]


def _formal(needs: Iterable[str]) -> list[str]:
    return [key for key in needs if key in FORMALITIES]
