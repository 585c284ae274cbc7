"""What holds in each of several countries, in the order of the question, and then in all of them.

What is known of one country says nothing of another: of each the best of its own is told, or that
nothing is known of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.guidance.advice import Line, opening
from assistant.guidance.concluding import conclusion, in_order
from assistant.guidance.contacting import Contacting
from assistant.guidance.fiches import COUNTRY, Fiches
from assistant.guidance.fitting import closeness, decides_for, holds_there, is_theirs
from assistant.guidance.limits import quantities
from assistant.guidance.needs import Need
from assistant.guidance.relevance.aspects import aspect_in
from assistant.guidance.scope import Scope
from assistant.guidance.scoping import FORMALITIES
from assistant.guidance.selecting import Selecting
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.wording import say
from assistant.guidance.worth import Sought
from corpus.annotation import Annotation
from indexing.passage import Passage

_FEW = 3  # countries of which an exception is told beside the rule, and each at length
_MOST_GENERAL = 1
_SEVERAL = 2


class ByCountry:
    """Tells what is needed country by country, from the fiches of one index."""

    def __init__(
        self,
        fiches: Fiches,
        selecting: Selecting,
        contacting: Contacting,
        settings: GuidanceSettings,
    ) -> None:
        self._fiches = fiches
        self._selecting = selecting
        self._contacting = contacting
        self._settings = settings

    def concerns(self, need: Need, scope: Scope) -> bool:
        """Whether a need is a rule that each of several countries that are asked for has of its
        own, and a fiche is about any."""
        if need.key not in FORMALITIES or len(scope.countries) < _SEVERAL or scope.incoming:
            return False
        return not self._fiches.country_codes.keys().isdisjoint(scope.countries)

    def lines(self, need: Need, sought: Sought, *, titled: bool, brief: bool = False) -> list[Line]:
        """A line for each of the countries that are named, the rule for just who asks before them
        and what holds in all of them behind; ``titled`` says of which need, ``brief`` leaves out
        all but the rule itself."""
        codes = sought.scope.countries
        each = list(self.each(need, sought, codes, titled=titled, brief=brief))
        general = self._general(need, sought)
        theirs = [one for one in general if is_theirs(one.annotation, sought.scope)][:1]
        others = [one for one in general if one not in theirs][: _MOST_GENERAL - len(theirs)]
        lead = say("need", sought.lang, title=need.name.name(sought.lang)) if titled else ""
        return [
            *(self._line(lead, (one,), need.key) for one in theirs),
            *each,
            *(self._line("", (one,), "") for one in others),
        ]

    def _general(self, need: Need, sought: Sought) -> list[Passage]:
        """The rules on a need that hold in all of the countries, the best first."""
        rules = replace(need, take=tuple(one for one in need.take if one.kind != COUNTRY))
        scope = sought.scope
        in_all = [
            {one.id for one in self._selecting.met(rules, replace(sought, scope=alone)).known
             if holds_there(one.annotation, alone)}
            for alone in (replace(scope, countries=(code,)) for code in scope.countries)
        ]  # fmt: skip
        return [
            passage
            for passage in self._selecting.met(rules, sought).known
            if closeness(passage.annotation, scope) >= 0
            and (is_theirs(passage.annotation, scope) or all(passage.id in one for one in in_all))
        ]

    def each(
        self,
        need: Need,
        sought: Sought,
        codes: Iterable[str],
        *,
        titled: bool,
        brief: bool = False,
    ) -> Iterator[Line]:
        """The best that is known of a need in each of the countries ``codes``, or that it is not
        known, under the name of the country."""
        every = tuple(codes)
        brief = brief or len(every) > _FEW
        for code in every:
            name = self._contacting.country(code, sought.lang)
            title = name[0].upper() + name[1:]
            if titled:
                title = f"{title}, {need.name.within(sought.lang)}"
            lead = say("need", sought.lang, title=title)
            own, gaps = self._of_country(need, sought, code)
            told = own[:1] if brief else own[:1] + self._exception(own, sought)
            if told:
                verdict = conclusion(
                    sought.asked, need.key, told, sought.scope, sought.lang, quantities(sought.text)
                )
                whole = not brief and len(told) == 1
                yield self._line(f"{lead} {verdict}".strip(), told, need.key, whole=whole)
            elif gaps:
                text = " ".join(gaps[0].text.split())
                yield Line(f"{lead} {text}", missing=True, among=need.key)
            elif code not in self._fiches.country_codes:
                for line in self._contacting.no_fiche((code,), sought.lang):
                    yield replace(line, missing=True, among=need.key)
            else:
                text = say("need-unknown-there", sought.lang, need=need.name.within(sought.lang))
                yield Line(f"{lead} {text}", missing=True, among=need.key)

    def _of_country(
        self, need: Need, sought: Sought, code: str
    ) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
        """What is known of a need in one country, best first, and what is said not to be known."""
        if code not in self._fiches.country_codes:
            return (), ()
        there = replace(sought, scope=replace(sought.scope, countries=(code,)))
        of_country = tuple(taken for taken in need.take if taken.kind == COUNTRY)
        met = self._selecting.met(replace(need, take=of_country), there)
        aspect = aspect_in(sought.asked)
        on_it = {one.id for one in met.known if aspect is not None and aspect.answered_by(one)}
        known = [
            one
            for one in met.known
            if one.id in on_it or closeness(one.annotation, there.scope) >= 0
        ]
        ordered = in_order(known or met.known, quantities(sought.text), answers=False)
        return tuple(sorted(ordered, key=lambda one: one.id not in on_it)), met.gaps

    def _exception(self, own: Sequence[Passage], sought: Sought) -> tuple[Passage, ...]:
        """What decides otherwise for who asks than the first statement: the exemption from a rule,
        or the rule behind an exemption."""
        first = own[0].annotation if own else None
        if first is None or first.answer is None:
            return ()
        return tuple(
            one
            for one in own[1:]
            if one.annotation.key
            and one.annotation.answer not in (None, first.answer)
            and decides_for(one.annotation, sought.scope)
            and _as_wide(one.annotation, first, sought.scope)
        )[:1]

    def _line(self, lead: str, told: Iterable[Passage], key: str, *, whole: bool = False) -> Line:
        words = self._settings.statement_words if whole else self._settings.step_words
        return Line(lead, tuple(opening(one, words) for one in told), among=key)


def _as_wide(other: Annotation, first: Annotation, scope: Scope) -> bool:
    """Whether a statement is for no fewer disciplines than the one that it stands beside, or for
    that of who asks."""
    if not other.trades or scope.disciplines:
        return True
    return bool(first.trades) and set(first.trades) <= set(other.trades)
