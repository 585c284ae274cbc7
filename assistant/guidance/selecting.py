"""Which statements of the fiches meet a need, within what a question is about; the best first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.guidance.country_names import plain
from assistant.guidance.fiches import (
    COUNTRY,
    ORGANISATION,
    PRACTICE,
    Fiche,
    Fiches,
    Statement,
    pair_of,
)
from assistant.guidance.fitting import closeness, fits, goes_otherwise, is_theirs
from assistant.guidance.needs import Need, Needs, load_needs
from assistant.guidance.repeating import overlap
from assistant.guidance.scope import Scope
from assistant.guidance.scoping import INCOMING, OF_PEOPLE, Scoping
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.statuses import whole_instead
from assistant.guidance.worth import Sought, Terms, Worth
from assistant.route_plan import Selection, load_plan
from corpus.document import Source, Status
from indexing.passage import Passage
from indexing.tokenising import tokens

_GONE = (Status.ENDED, Status.REPLACED, Status.HISTORICAL)
_VISITORS = "practice-artists-from-abroad"  # the fiche that is for them what a country's is
_SHORTEST_NAME = 5
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ]\w+")


@dataclass(frozen=True, slots=True)
class Met:
    """What is known of a need, best first, and the statements that something is not known."""

    known: tuple[Passage, ...]
    gaps: tuple[Passage, ...]


class Selecting:
    """Selects statements of the fiches of one index."""

    def __init__(
        self,
        fiches: Fiches,
        scoping: Scoping,
        settings: GuidanceSettings,
        terms: Terms,
        frequency: Callable[[str], int],
        places: Callable[[str], tuple[tuple[int, int, str], ...]],
        worth: Worth,
    ) -> None:
        self._worth = worth
        self._places = places
        self._fiches = fiches
        self._scoping = scoping
        self._settings = settings
        self._terms = terms
        self._frequency = frequency
        self._plan = load_plan()
        self._needs: Needs = load_needs()

    def met(self, need: Need, sought: Sought) -> Met:
        """The statements for a need, those that fit the question best first."""
        words = self._worth.words(sought)
        asked = self._worth.groups(sought)
        scored: dict[str, tuple[float, Passage]] = {}
        gaps: list[Passage] = []
        for place, selection in enumerate((*need.take, *self._elsewhere(need, sought))):
            for passage, position, gap in self._taken(selection, sought):
                people = need.key in OF_PEOPLE
                if goes_otherwise(passage.annotation, sought.scope, need.going, people):
                    continue
                if gap:
                    gaps.append(passage)
                    continue
                score = self._worth.of(passage, sought, asked, words)
                if score is None:
                    continue
                settings = self._settings
                if passage.annotation.key:
                    score += settings.need_key
                elif selection.prefers(passage.text):
                    score += settings.need_preferred
                score -= settings.need_place * bool(place) + settings.need_position * position
                if passage.id not in scored or scored[passage.id][0] < score:
                    scored[passage.id] = (score, passage)
        scored = whole_instead(scored, sought.scope)
        best = max((score for score, _ in scored.values()), default=0.0)
        floor = max(best - self._settings.need_reach, self._settings.need_floor)
        # What is asked for by its name comes first, and makes nothing else worth less.
        named = {
            key: self._settings.need_named * self._asked_by_name(passage, sought.scope)
            + self._worth.ahead(passage, sought, asked)
            for key, (_, passage) in scored.items()
        }
        ranked = sorted(scored.items(), key=lambda item: -item[1][0] - named[item[0]])
        near = [p for key, (score, p) in ranked if score + named[key] >= floor]
        return Met(tuple(self._each_once(near, sought.scope)), tuple(dict.fromkeys(gaps)))

    def _elsewhere(self, need: Need, sought: Sought) -> tuple[Selection, ...]:
        """What is told too of a country that no fiche is about, as a step of a plan: asked for by
        itself it is no answer."""
        countries = sought.scope.countries
        unheard = countries and not self._fiches.country_codes.keys() & {*countries}
        return need.elsewhere if unheard and not sought.words else ()

    def _asked_by_name(self, passage: Passage, scope: Scope) -> float:
        """How much of a fiche's name a question has; all where its topic is its name."""
        pair = pair_of(passage)
        source = self._fiches.source(pair, passage.language)
        rule = source.kind == PRACTICE and not scope.countries  # a country's own goes before it
        own = rule and set(pair.split("-")) & set(scope.topics)
        return 1.0 if own else scope.named.get(pair, 0.0)

    def _each_once(self, passages: list[Passage], scope: Scope) -> Iterator[Passage]:
        """The passages without those of general fiches that say what one of another fiche does;
        what a country's own fiche says, or what is for just who asks, is always told."""
        said: list[tuple[str, frozenset[str]]] = []
        general: list[tuple[Passage, frozenset[str]]] = []
        kept = []
        for passage in passages:
            terms = frozenset(self._terms(passage.text, passage.language))
            if self._fiches.of_country(passage):
                said.append((passage.document, terms))
            else:
                general.append((passage, terms))
        for passage, terms in general:
            if not is_theirs(passage.annotation, scope) and any(
                document != passage.document and overlap(terms, other) > self._settings.need_same
                for document, other in said
            ):
                continue
            said.append((passage.document, terms))
            kept.append(passage.id)
        told = set(kept)
        for passage in passages:
            if passage.id in told or self._fiches.of_country(passage):
                yield passage

    def taken(self, selection: Selection, sought: Sought) -> list[Passage]:
        """The statements of one selection that hold for who asks, in order; no gaps."""
        return [passage for passage, _, gap in self._taken(selection, sought) if not gap]

    def region(self, scope: Scope) -> str:
        """The region of the country that is asked for, or of all those of a part of the world;
        empty without one."""
        if scope.countries:
            return self._plan.region(scope.countries[0])
        found = {self._plan.region(code) for code in scope.area}
        return found.pop() if len(found) == 1 else ""

    def anywhere(self, need: Need, sought: Sought) -> list[Passage]:
        """The deciding statements on a need of any country, one of each, those first that are most
        for who asks: where they could go who do not say where to."""
        found: list[tuple[float, Passage]] = []
        own = self._worth.disciplines(sought)
        parts = {
            section
            for selection in need.take
            if selection.kind == COUNTRY
            for section in self._sections(selection, sought.scope)
        }
        # In the order of the destinations: neighbours first.
        for code in self._plan.destinations:
            if sought.scope.area and code not in sought.scope.area:
                continue
            pair = self._fiches.country_codes.get(code, "")
            of_country = [
                (closeness(said, sought.scope, own), item.passage)
                for item in (self._fiches.fiche(pair, sought.lang).statements if pair else ())
                if item.section in parts
                and (said := item.passage.annotation).key
                and set(said.doing) & set(need.meant_by)
                and fits(said, sought.scope, own)
                and not item.gap
            ]
            found += sorted(of_country, key=lambda one: -one[0])[:1]
        return [passage for _, passage in sorted(found, key=lambda one: -one[0])]

    def _taken(self, selection: Selection, sought: Sought) -> Iterator[tuple[Passage, int, bool]]:
        """The statements of one selection in order, their place in their section (from 0), and
        whether each is a gap."""
        if not self._applies(selection, sought):
            return
        for fiche in self._chosen(selection, sought):
            for section in self._sections(selection, sought.scope):
                statements = self._fitting(fiche, section, sought)
                taken = 0
                places = selection.chosen([item.passage.text for item in statements])
                for place in places:
                    item = statements[place]
                    if taken == selection.each and not fiche.annotated:
                        break
                    yield item.passage, taken, item.gap
                    taken += not item.gap
                if not taken and statements and statements[0].gap and not places:
                    yield statements[0].passage, 0, True

    def _fitting(self, fiche: Fiche, section: str, sought: Sought) -> list[Statement]:
        """The statements of a section that hold for who asks, as their editors say."""
        own = self._worth.disciplines(sought)
        return [
            item
            for item in fiche.by_section.get(section, ())
            if fits(item.passage.annotation, sought.scope, own)
            and self._scoping.may_tell(item.passage, sought.scope)
        ]

    def first_fitting(self, pair: str, section: str, sought: Sought) -> list[Passage]:
        """The first statement of a section of a fiche that holds for who asks, or none."""
        fiche = self._fiches.fiche(pair, sought.lang)
        fitting = (item for item in self._fitting(fiche, section, sought) if not item.gap)
        return [item.passage for item in fitting][:1]

    def _applies(self, selection: Selection, sought: Sought) -> bool:
        scope, disciplines = sought.scope, self._worth.disciplines(sought)
        region = self.region(scope)
        if selection.regions and region and region not in selection.regions:
            return False
        told = set(scope.who) & set(self._plan.applicants)
        if selection.applicants and told and not told & set(selection.applicants):
            return False
        return not (selection.disciplines and not disciplines & set(selection.disciplines))

    def _chosen(self, selection: Selection, sought: Sought) -> list[Fiche]:
        """The fiches that fit: named ones as they stand, others the most specific first."""
        scope, lang = sought.scope, sought.lang
        if selection.pairs:
            return [
                self._fiches.fiche(pair, lang)
                for pair in self._fiches.known(selection.pairs)
                if self._in_direction(pair, selection, scope)
            ]
        if selection.kind == COUNTRY:
            if scope.incoming:
                return [self._fiches.fiche(pair, lang) for pair in self._fiches.known((_VISITORS,))]
            codes = scope.countries or scope.across
            return [
                self._fiches.fiche(self._fiches.country_codes[code], lang)
                for code in codes
                if code in self._fiches.country_codes
            ]
        fitting = [
            source
            for source in self._fiches.of_kind(selection.kind, lang)
            if source.pair not in selection.without
            and source.validity.status_on(sought.today) not in _GONE
            and (not selection.topics or set(selection.topics) & set(source.topics))
            and not self._scoping.excludes(source, scope)
            and ("discipline" not in selection.match or self._suits(source, scope))
            and not self._far(source, selection, scope)
        ]
        fitting.sort(key=lambda source: (-self._closeness(source, scope), source.id))
        return [self._fiches.fiche(s.pair or "", lang) for s in fitting[: selection.fiches]]

    def _in_direction(self, pair: str, selection: Selection, scope: Scope) -> bool:
        """Whether what a fiche on practice says holds for those who come, or who leave."""
        of_visitors = INCOMING in self._fiches.source(pair, "nl").topics
        return selection.kind != PRACTICE or of_visitors == scope.incoming

    def _suits(self, source: Source, scope: Scope) -> bool:
        named = set(source.topics) & set(self._plan.disciplines)
        if not scope.disciplines:
            return not named or len(named) >= self._settings.broad
        return bool(named) and self._scoping.fits_disciplines(source, scope.disciplines)

    def _far(self, source: Source, selection: Selection, scope: Scope) -> bool:
        """Whether an organisation is of no use in the country that is asked for."""
        strict = selection.kind == ORGANISATION and "destination" in selection.match
        return strict and bool(scope.countries) and not set(source.topics) & set(scope.countries)

    def _closeness(self, source: Source, scope: Scope) -> float:
        topics = set(source.topics)
        named = topics & set(self._plan.disciplines)
        close = 1 / len(named) if named & set(scope.disciplines) else 0.0
        return close + bool(topics & set(scope.countries))

    def _sections(self, selection: Selection, scope: Scope) -> Iterator[str]:
        for section in selection.sections:
            if section != "discipline":
                yield section
                continue
            own = [
                part
                for key in scope.disciplines
                if key in self._plan.disciplines
                for part in self._plan.disciplines[key].sections
            ]
            known = {p for choice in self._plan.disciplines.values() for p in choice.sections}
            yield from dict.fromkeys(own or [part for part in scope.sections if part in known])

    def _named_in(self, passage: Passage, names: set[str], own: frozenset[str]) -> bool:
        """Whether a statement speaks of something that is named; of a city, for the discipline."""
        met = names & {plain(word) for word in _CAPITAL.findall(passage.text)}
        if not met or self._worth.for_others(passage, own):
            return False
        cities = all(self._places(name.capitalize()) for name in met)
        return not cities or bool(self._needs.disciplines_of(passage.text) & own)

    def _is_rare(self, word: str, lang: str) -> bool:
        """Whether a word is rare enough to be the name of one thing; a city, of a small one."""
        most = self._settings.name_frequency
        if self._places(word.capitalize()):
            most //= 3
        return any(0 < self._frequency(term) <= most for term in self._terms(word, lang))

    def named(self, sought: Sought) -> list[Passage]:
        """The statements on the country that is asked for with a rare name of the question: a
        festival, a house, a fair."""
        names = {
            plain(word)
            for word in tokens(sought.text)
            if len(word) >= _SHORTEST_NAME and self._is_rare(word, sought.lang)
        }
        own = self._worth.disciplines(sought)
        return [
            item.passage
            for code in sought.scope.countries
            if (pair := self._fiches.country_codes.get(code))
            for item in self._fiches.fiche(pair, sought.lang).statements
            if not item.gap and self._named_in(item.passage, names, own)
        ]
