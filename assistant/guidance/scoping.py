"""Which passages of fiches fit a question's scope, and what that is worth to them.

Only fiches are touched: what publishers wrote stays as it was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assistant.extracting.asked import Candidate
from assistant.guidance.fiches import (
    COUNTRY,
    FUNDING,
    ORGANISATION,
    PRACTICE,
    Fiches,
    is_gap,
    pair_of,
)
from assistant.guidance.fitting import is_for_others
from assistant.guidance.schemes import is_for
from assistant.guidance.scope import DEFINING, HOME, Scope
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.whereabouts import Whereabouts
from assistant.route_plan import load_plan
from corpus.annotation import Doing
from corpus.document import BlockKind, Source
from indexing.passage import Passage

# Parts of a country's fiche; the others are parts of the other kinds.
COUNTRY_SECTIONS = (
    "policy",
    "funding",
    "music",
    "performing-arts",
    "visual-arts",
    "literature",
    "film",
    "residencies",
    "visa",
    "social-security",
    "tax",
    "vat",
    "customs",
    "networks",
    "flanders-relation",
    "helpdesk",
)
FORMALITIES = ("visa", "social-security", "tax", "vat", "customs")
# Rules for people who go, not for what they take along or earn.
OF_PEOPLE = frozenset({"visa", "social-security"})
HELP = "help"
INCOMING = "incoming"  # the topic of what holds for people who come here
_NETWORK = "network"
_EU = "eu"
_DISCIPLINES = ("music", "performing-arts", "visual-arts", "literature", "film", "funding")
_APPLYING = "where-to-apply"
_WHOM = ("when-to-contact", "helpdesk", "who-to-ask")
# What people from elsewhere do here that a scheme may be for.
_DONE_HERE: tuple[tuple[Doing, ...], ...] = (("invite",), ("film", "co-produce"))
_TIED = (FUNDING, ORGANISATION)  # kinds whose topics tell for which countries they are


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether a fiche can answer within a scope, and what speaks for it."""

    excluded: bool = False
    bonus: float = 0.0


class Scoping:
    """Fits the fiches of one index to questions."""

    def __init__(self, fiches: Fiches, settings: GuidanceSettings) -> None:
        self._fiches = fiches
        self._whereabouts = Whereabouts(fiches)
        self._settings = settings
        self._plan = plan = load_plan()
        self._countries = frozenset(plan.destinations)
        self._disciplines = frozenset(plan.disciplines)
        self._wider = {wide: frozenset(narrow) for wide, narrow in plan.wider.items()}

    def apply(
        self, candidates: Mapping[str, Candidate], scope: Scope, lang: str
    ) -> dict[str, Candidate]:
        """The candidates that fit, with their bonus, and the statements that the scope adds.

        ``lang`` is the reader's language: of a fiche and its translation that one is taken.
        """
        found: dict[str, Candidate] = {}
        for candidate in candidates.values():
            candidate = self._in_language(candidate, lang)
            source = candidate.source
            if not source.pair:
                found[candidate.passage.id] = candidate
                continue
            fit = self._fit(source, scope)
            if fit.excluded or candidate.passage.kind is BlockKind.HEADING:
                continue  # the title of a fiche says nothing by itself
            if not self.may_tell(candidate.passage, scope):
                continue
            if HELP in scope.requests and not self._may_tell(candidate.passage, source, scope):
                continue
            bonus = self._worth(candidate.passage, source, scope)
            known = found.get(candidate.passage.id)
            if known is None or known.standing < candidate.standing:
                found[candidate.passage.id] = replace(candidate, bonus=candidate.bonus + bonus)
        for passage, source in self._added(scope, lang):
            if passage.id not in found and self.may_tell(passage, scope):
                bonus = self._worth(passage, source, scope)
                found[passage.id] = Candidate(passage, source, self._settings.standing, bonus=bonus)
        return found

    def may_tell(self, passage: Passage, scope: Scope) -> bool:
        """Whether a statement can be told of the countries that are asked for, and to who asks."""
        if is_for_others(passage.annotation, scope):
            return False
        source = self._fiches.source(pair_of(passage), passage.language)
        if self.is_scheme_for_others(source, scope):
            return False
        if scope.incoming and all(
            self.is_scheme_for_other_plans(source, replace(scope, doing=doing))
            for doing in _DONE_HERE
        ):
            return False  # what pays those who leave
        return self._whereabouts.may_tell(passage, scope)

    def is_scheme_for_others(self, source: Source, scope: Scope) -> bool:
        """Whether a fiche is on a scheme for other disciplines than those of who asks, and the
        question does not name it."""
        other = source.kind == FUNDING and not self.fits_disciplines(source, scope.disciplines)
        return other and source.pair not in scope.named

    def is_scheme_for_other_plans(self, source: Source, scope: Scope) -> bool:
        """Whether a fiche is on a scheme for other people or plans than those of who asks, and the
        question does not name it."""
        pair = source.pair or ""
        if source.kind != FUNDING or pair in scope.named:
            return False
        return not is_for(self._fiches.fiche(pair, str(source.language)), scope)

    def excludes(self, source: Source, scope: Scope) -> bool:
        """Whether a fiche is about other countries than those asked for."""
        if not source.pair or source.pair in scope.named:
            return False
        asked = set(scope.reach) or ({HOME} if scope.home else set())
        if scope.incoming and (source.kind == COUNTRY or _is_for_who_leaves(source)):
            return True
        if source.kind == PRACTICE and INCOMING in source.topics and scope.reach:
            return not scope.home  # what holds for people from there who come here
        if source.kind == COUNTRY:
            return bool(scope.reach) and source.topics[0] not in asked
        if source.kind in _TIED and scope.reach:
            own = self._countries & set(source.topics)
            if source.kind == ORGANISATION:
                own -= {HOME}  # where it is, not where it can help
            if _EU in source.topics and not own & asked and self._beyond_eu(scope):
                return source.kind == FUNDING
            return bool(own) and not own & asked
        return False

    def _beyond_eu(self, scope: Scope) -> bool:
        """Whether every country that is asked for lies outside the programmes of the EU."""
        regions = [self._plan.region(code) for code in scope.reach]
        return bool(regions) and not any(_EU in self._plan.regions[key] for key in regions)

    def fits_disciplines(self, source: Source, disciplines: Iterable[str]) -> bool:
        """Whether a fiche is for one of the disciplines; one that names none is for all."""
        wanted = set(disciplines)
        named = self._disciplines & set(source.topics)
        for wide, narrow in self._wider.items():
            if wide in source.topics:
                named |= narrow
        return not wanted or not named or bool(named & wanted)

    def fits(self, source: Source, scope: Scope) -> bool:
        """Whether a document is no fiche for other countries or disciplines."""
        if not source.pair:
            return True
        return self.fits_disciplines(source, scope.disciplines) and not self.excludes(source, scope)

    def tells_whom(self, passage: Passage, source: Source, scope: Scope) -> bool:
        """Whether a statement tells whom to ask: an organisation's, or one under that heading."""
        if self._fiches.section(passage) not in _WHOM:
            return False
        return source.kind != COUNTRY or source.topics[0] in scope.countries

    def general_rule(self, source: Source, scope: Scope) -> bool:
        """Whether a fiche holds the rule on a formality that is asked without a country."""
        if source.kind != PRACTICE:
            return False
        asked = set(scope.topics)
        if not scope.countries:
            asked |= set(scope.sections) & set(FORMALITIES)
        return bool(asked & set(source.topics))

    def _may_tell(self, passage: Passage, source: Source, scope: Scope) -> bool:
        """Whether a statement can answer who helps."""
        section = self._fiches.section(passage)
        if source.kind == ORGANISATION:
            return True
        if section == _APPLYING:
            return source.pair in scope.named
        if source.kind == COUNTRY and source.topics[0] in scope.countries:
            return section not in FORMALITIES
        return section in _WHOM and self.tells_whom(passage, source, scope)

    def target(self, source: Source, scope: Scope) -> bool:
        """Whether the question names this fiche, or the country that it is about."""
        pair = source.pair or ""
        return pair in scope.named or (
            source.kind == COUNTRY and source.topics[0] in (*scope.countries,)
        )

    def _fit(self, source: Source, scope: Scope) -> Fit:
        if self.excludes(source, scope):
            return Fit(excluded=True)
        settings = self._settings
        bonus = settings.named_bonus * scope.named.get(source.pair or "", 0.0)
        if source.kind == COUNTRY and source.topics[0] in scope.countries:
            bonus += settings.country_bonus
        if source.kind == COUNTRY and source.topics[0] in scope.spoken:
            bonus += settings.country_bonus
        elsewhere = source.kind == COUNTRY and not bonus and not scope.countries
        if elsewhere and (scope.spoken or set(scope.sections) & set(FORMALITIES)):
            bonus -= settings.country_penalty
        if self.general_rule(source, scope):
            told = bool(set(scope.topics) & set(source.topics))
            bonus += settings.topic_bonus if told else settings.rule_bonus
        other = not self.fits_disciplines(source, scope.disciplines)
        if source.kind == ORGANISATION and not bonus and other:
            bonus -= settings.discipline_penalty
        return Fit(bonus=bonus)

    def _worth(self, passage: Passage, source: Source, scope: Scope) -> float:
        """What fitting the scope is worth to a statement.

        Beside publishers' documents a statement that something is not known to us counts for less:
        they may well know it.
        """
        if is_gap(passage) and not self._fiches.alone:
            return -self._settings.gap_penalty
        if is_gap(passage) and not self._fiches.opens(passage, source):
            return 0.0  # what is known of it stands before
        return self._fit(source, scope).bonus + self._section_bonus(passage, source, scope)

    def _section_bonus(self, passage: Passage, source: Source, scope: Scope) -> float:
        """What it is worth to stand in the part that is asked for."""
        if HELP in scope.requests and self.tells_whom(passage, source, scope):
            bonus = self._settings.help_bonus
            if source.kind == PRACTICE:
                bonus *= self._settings.help_share
            if is_gap(passage):
                bonus = -bonus
            about = {*scope.disciplines, *scope.sections, *scope.topics}
            if about & set(source.topics) and _NETWORK not in source.topics:
                bonus += self._settings.help_discipline
            elif self._disciplines & set(source.topics):
                bonus -= self._settings.help_discipline  # for a discipline that nobody named
            return bonus
        if not self.target(source, scope):
            return 0.0
        section = self._fiches.section(passage)
        if section not in scope.sections:
            return 0.0
        if source.kind == COUNTRY:
            first = self._fiches.opens(passage, source)
            bonus = self._settings.first_bonus if first else 0.0
            own = {
                part
                for key in scope.disciplines
                if key in self._plan.disciplines
                for part in self._plan.disciplines[key].sections
            }
            if section in _DISCIPLINES and section not in own:
                return bonus + self._settings.country_discipline_bonus
            return bonus + self._settings.country_section_bonus
        bonus = self._settings.section_bonus
        if section in DEFINING:
            bonus = self._settings.definition_bonus
        if HELP in scope.requests and section != _APPLYING:
            return 0.0  # whom to ask stands elsewhere
        return bonus * scope.named.get(source.pair or "", 1.0)

    def _added(self, scope: Scope, lang: str) -> Iterable[tuple[Passage, Source]]:
        """The statements of the fiches that the question names; of a country what is asked for."""
        for pair in scope.named:
            fiche = self._fiches.fiche(pair, lang)
            for statement in fiche.statements:
                yield statement.passage, fiche.source
        if HELP in scope.requests:
            for source in self._fiches.of_kind(ORGANISATION, lang):
                if not self.excludes(source, scope):
                    for statement in self._fiches.fiche(source.pair or "", lang).by_section.get(
                        "when-to-contact", ()
                    ):
                        yield statement.passage, source
            for code in scope.countries:
                if pair := self._fiches.country_codes.get(code, ""):
                    fiche = self._fiches.fiche(pair, lang)
                    for statement in fiche.by_section.get("helpdesk", ()):
                        yield statement.passage, fiche.source
            return
        asked = [section for section in scope.sections if section in COUNTRY_SECTIONS]
        for code in scope.countries:
            pair = self._fiches.country_codes.get(code, "")
            if pair and pair not in scope.named:
                fiche = self._fiches.fiche(pair, lang)
                for section in asked:
                    for statement in fiche.by_section.get(section, ()):
                        yield statement.passage, fiche.source

    def _in_language(self, candidate: Candidate, lang: str) -> Candidate:
        """The same statement in the reader's language."""
        source = candidate.source
        if not source.pair or source.language == lang:
            return candidate
        twin = self._fiches.twin(candidate.passage, source, lang)
        if twin is None:
            return candidate
        return replace(candidate, passage=twin[0], source=twin[1])


def _is_for_who_leaves(source: Source) -> bool:
    """Whether a fiche on practice holds rules for people who go abroad and not for their guests."""
    topics = set(source.topics)
    return source.kind == PRACTICE and INCOMING not in topics and bool(topics & {*FORMALITIES})
