"""What the fiches know and what they do not: settles whether the evidence holds the answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answerability import Decision
from assistant.evidence_features import choice_missing
from assistant.extracting.asked import Asked
from assistant.extracting.counting import countable
from assistant.extracting.dates import years as years_in
from assistant.extracting.evidence import Terms, Weighed
from assistant.extracting.quoting import Extract
from assistant.guidance.fiches import COUNTRY, Fiches, is_gap
from assistant.guidance.scope import Scope
from assistant.guidance.scoping import COUNTRY_SECTIONS, HELP, Scoping
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.unstated import unstated
from assistant.understanding import AnswerKind
from corpus.document import Source
from indexing.passage import Passage

_OURSELVES = "wegwijs"
_FULL = 0.9  # share of a name that is there
_FITS = 0.5  # how far a statement holds the kind of thing that is asked for
_SAME = 0.5  # strength from which a clause holds a word of the question
_UNKNOWN = re.compile(
    r"[^.;:()]*\b(?:kent wegwijs niet|wegwijs kent\b[^.;()]*\bniet|bij wegwijs niet bekend"
    r"|heeft wegwijs (?:in de bronnen )?niet gevonden|wegwijs (?:does not|doesn't) know\b"
    r"|wegwijs has not (?:found|gathered)|heeft wegwijs niet verzameld"
    r"|not known to wegwijs)[^.;()]*",
    re.IGNORECASE,
)
_NOT_FOUND = re.compile(
    r"\b(?:heeft wegwijs [^.;]*niet gevonden|wegwijs has not found)\b", re.IGNORECASE
)
# Parts of a fiche that hold one kind of thing, by the kind.
_PARTS = {AnswerKind.AMOUNT: "amount", AnswerKind.DATE: "when"}
# Kinds that a gap in such a part says nothing about.
_OTHERWISE = {
    "amount": (AnswerKind.DATE, AnswerKind.PERSON, AnswerKind.PLACE, AnswerKind.ORGANISATION),
    "when": (AnswerKind.COUNT, AnswerKind.AMOUNT, AnswerKind.SHARE, AnswerKind.PERSON),
    "contact": (AnswerKind.COUNT, AnswerKind.AMOUNT, AnswerKind.SHARE, AnswerKind.DATE),
}
# What a statement says that it does not know, and the kinds of question that ask for it.
_THINGS = (
    (
        re.compile(r"\b(?:\w*bedrag\w*|amounts?|how large|hoe groot)\b", re.IGNORECASE),
        (AnswerKind.AMOUNT, AnswerKind.SHARE),
    ),
    (
        re.compile(r"\b(?:\w*data|datum|deadlines?|dates?|rondes?|rounds?)\b", re.IGNORECASE),
        (AnswerKind.DATE,),
    ),
)
_NAMED_THING = (
    AnswerKind.AMOUNT,
    AnswerKind.SHARE,
    AnswerKind.COUNT,
    AnswerKind.FIGURE,
    AnswerKind.DATE,
    AnswerKind.PERSON,
    AnswerKind.PLACE,
    AnswerKind.ORGANISATION,
)
_CUT = re.compile(r"\s*[()/]\s*")
_SHORT = 8  # words of a question that tells no story
_MOSTLY = 0.6  # share of a statement from which what it does not know is all it says
_FIGURES = (AnswerKind.AMOUNT, AnswerKind.SHARE, AnswerKind.COUNT, AnswerKind.FIGURE)
_TYPED = (AnswerKind.AMOUNT, AnswerKind.SHARE, AnswerKind.COUNT, AnswerKind.FIGURE, AnswerKind.DATE)


def says_unknown(passage: Passage) -> bool:
    """Whether a statement only says that something is not known, or was not found in a source."""
    return is_gap(passage) or bool(_NOT_FOUND.search(passage.text))


class Knowing:
    """Judges evidence that comes from fiches; what publishers wrote is left to the calibration."""

    def __init__(
        self,
        fiches: Fiches,
        scoping: Scoping,
        settings: GuidanceSettings,
        source_of: Callable[[str], Source],
        terms: Terms,
        places: Callable[[str], object],
    ) -> None:
        self._places = places
        self._terms = terms
        self._fiches = fiches
        self._scoping = scoping
        self._settings = settings
        self._source_of = source_of

    def settled(
        self,
        asked: Asked,
        weighed: tuple[Weighed, ...],
        scope: Scope,
        decision: Decision,
    ) -> Decision:
        """The decision, corrected where the fiches tell more than the words do.

        A statement that only says what is not known is no answer; one that stands in the part asked
        for of the fiche asked for is; a question that touches nothing of ours has no answer here.
        A figure of another year than the question's is no answer to it either.
        """
        if not weighed or not self._of_fiche(weighed[0]):
            return decision
        if self.gap(asked, weighed, scope) is not None:
            return replace(decision, answerable=False)
        best = weighed[0]
        if (
            self._other_year(asked, best, scope.years)
            or self._elsewhere(best, scope)
            or self._abroad(asked, best, scope)
        ):
            return replace(decision, answerable=False)
        if HELP not in scope.requests and (
            self._only_there(asked, best)
            or self._other_thing(asked, weighed)
            or unstated(asked, weighed, self._title)
        ):
            return replace(decision, answerable=False)
        # What is asked of the subject has to be there, however surely the fiche is about that.
        likely = (
            decision.probability >= self._settings.confirming_probability
            and decision.evidence.attribute_missing < 1.0
        )
        if likely and self._confirmed(asked, best, scope):
            return replace(decision, answerable=True)
        if not scope.bound and self._foreign(best):
            return replace(decision, answerable=False)
        return decision

    def told(self, weighed: tuple[Weighed, ...]) -> tuple[Weighed, ...]:
        """The evidence without statements that only say that something is not known."""
        return tuple(
            item for item in weighed if not (self._of_fiche(item) and is_gap(item.unit.passage))
        )

    def whole_section(
        self, best: Weighed | None, scope: Scope, chosen: tuple[Extract, ...]
    ) -> tuple[Extract, ...]:
        """What is shown, or the whole short part of the named fiche that it is taken from."""
        if best is None or not chosen or not self._of_fiche(best):
            return chosen
        first = chosen[0]
        source = self._source_of(first.passage.document)
        section = self._fiches.section(first.passage)
        if scope.countries and self._scoping.target(source, scope) and section in scope.sections:
            # What the fiche says of that country is the answer; others are about something else.
            chosen = tuple(item for item in chosen if self._source_of(item.passage.document).pair)
        if source.pair not in scope.named or section not in scope.sections:
            return chosen
        fiche = self._fiches.fiche(source.pair, first.passage.language)
        known = [item.passage for item in fiche.known(section)]
        if sum(len(passage.text.split()) for passage in known) > self._settings.section_words:
            return chosen
        rest = [
            Extract(passage, 0, len(passage.text), first.score)
            for passage in known
            if passage.id != first.passage.id
        ]
        whole = {passage.id for passage in known}
        others = [item for item in chosen[1:] if item.passage.id not in whole]
        return (first, *rest, *others)

    def gap(self, asked: Asked, weighed: tuple[Weighed, ...], scope: Scope) -> Passage | None:
        """The statement that says that the asked-for thing is not known; None without one."""
        if not weighed or not self._of_fiche(weighed[0]):
            return None
        best = weighed[0]
        if best.own <= 0.0 or (HELP in scope.requests and self._tells_whom(best, scope)):
            return None  # nothing of the question stands there, or it tells whom to ask
        if is_gap(best.unit.passage):
            return best.unit.passage
        of_part = self._part_unknown(asked, best, scope) or self._own_part_unknown(
            asked, best, scope
        )
        if of_part is not None:
            return of_part
        passage = best.unit.passage
        if self._admits(asked, best):
            return passage
        for item in weighed[1 : self._settings.gap_places]:
            other = item.unit.passage
            if not is_gap(other) or not self._of_fiche(item) or self._of_other(asked, other):
                continue
            if self._meant(passage, scope) and not self._meant(other, scope):
                continue  # what another fiche does not know
            other_part = scope.sections and self._fiches.section(other) not in scope.sections
            if other_part and asked.kind not in _NAMED_THING:
                continue  # what is not known of another part
            beside = (other.document, other.section) == (passage.document, passage.section)
            told = asked.wanted in _TYPED and best.type_fit >= _FITS
            if beside and told and not self._opens(other):
                continue  # a figure or a date is there; the gap is about the rest
            if beside and item.own >= self._settings.gap_share * best.own:
                return other
            if item.own >= max(best.own, self._settings.gap_own):
                return other
        return None

    def _meant(self, passage: Passage, scope: Scope) -> bool:
        """Whether a statement is of a fiche that the question names, or of its country."""
        return self._scoping.target(self._source_of(passage.document), scope)

    def _opens(self, passage: Passage) -> bool:
        return self._fiches.opens(passage, self._source_of(passage.document))

    def _admits(self, asked: Asked, best: Weighed) -> bool:
        """Whether the statement itself says that just the asked-for thing is not known."""
        text = best.unit.text
        clause = _UNKNOWN.search(text) if _OURSELVES in text.lower() else None
        if clause is None or any(_OURSELVES in concept.surface for concept in asked.concepts):
            return False
        passage = best.unit.passage
        if len(clause.group().strip()) >= _MOSTLY * len(passage.text):
            return True
        things = [kinds for words, kinds in _THINGS if words.search(clause.group())]
        if things and asked.kind in _NAMED_THING:
            return any(asked.kind in kinds for kinds in things)
        held = frozenset(self._terms(clause.group(), passage.language))
        title = self._source_of(passage.document).title
        subject = frozenset(self._terms(title, passage.language))
        return any(
            concept.strength(held, passage.language) >= _SAME
            and concept.strength(subject, passage.language) < _SAME
            for concept in asked.concepts
            if not concept.frame and not concept.name
        )

    def _other_year(self, asked: Asked, best: Weighed, years: frozenset[int]) -> bool:
        """Whether a figure is asked of a year, and the statement only has other years."""
        if not years or asked.wanted not in _FIGURES or asked.kind is AnswerKind.YES_NO:
            return False
        passage = best.unit.passage
        title = self._source_of(passage.document).title
        held = years_in(passage.text) | years_in(title)
        return bool(held) and not held & years

    def _only_there(self, asked: Asked, best: Weighed) -> bool:
        """Whether all that a statement shares with the question is where it is about."""
        own = [c for c in asked.concepts if not c.frame and c.origin == "own"]
        rest = [c for c in own if not (c.place or self._places(c.surface.capitalize()))]
        return (
            len(rest) < len(own)
            and bool(rest)
            and all(c.surface in best.missing for c in rest)
            and not asked.points
        )

    def _other_thing(self, asked: Asked, weighed: tuple[Weighed, ...]) -> bool:
        """Whether no statement counts what is to be counted or has any of the names that a figure
        or date is asked of, or the best has no figure that is asked for or nothing of which one is
        wanted ("in which street"). A statement is whole in itself: beside it stands no more."""
        told = weighed[: self._settings.telling_places]
        if asked.kind.numeric and told[0].type_fit < self._settings.figure_fit:
            return True
        if asked.kind in _TYPED and _of_none(asked, told):
            return True
        if asked.kind is AnswerKind.COUNT:
            return countable(asked.attribute) and all(item.type_fit < _FITS for item in told)
        return asked.kind is AnswerKind.OPEN and choice_missing(asked, told[0]) >= 1.0

    def _elsewhere(self, best: Weighed, scope: Scope) -> bool:
        """Whether a fiche is named, and the statement is of another and says little of it."""
        source = self._source_of(best.unit.passage.document)
        return (
            bool(scope.named)
            and HELP not in scope.requests
            and not self._scoping.target(source, scope)
            and best.own < self._settings.elsewhere_own
        )

    def _abroad(self, asked: Asked, best: Weighed, scope: Scope) -> bool:
        """Whether a figure is asked of no country and of nothing there by its name, and the
        statement tells what holds in one."""
        source = self._source_of(best.unit.passage.document)
        home = self._fiches.country_codes.get("be")
        if source.kind != COUNTRY or source.pair == home or scope.reach or not asked.kind.numeric:
            return False
        leans = any(concept.origin != "own" for concept in asked.concepts)
        if leans or best.own >= self._settings.elsewhere_own:
            return False
        return not any(c.name and c.surface in best.found for c in asked.concepts)

    def of_another(self, item: Weighed, scope: Scope) -> bool:
        """Whether fiches are named, and a statement is of another one and has none of their
        names."""
        named = [pair for pair, share in scope.named.items() if share >= _FULL]
        if not named or not self._of_fiche(item):
            return False
        passage = item.unit.passage
        if self._source_of(passage.document).pair in named:
            return False
        text = f"{self._title(passage.document)} {passage.text}"
        titles = [self._fiches.source(pair, passage.language).title for pair in named]
        names = [name for title in titles for name in _CUT.split(title) if len(name) > 2]
        return not any(
            re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in names
        )

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

    def _own_part_unknown(self, asked: Asked, best: Weighed, scope: Scope) -> Passage | None:
        """The gap that is all there is in the part that holds such things as are asked for, of the
        best statement's fiche; of the one that is named, when that is another. A figure or a date
        elsewhere is of something else."""
        part = _PARTS.get(asked.kind)
        passage = best.unit.passage
        own = self._source_of(passage.document).pair or ""
        if part is None or (own in scope.named and self._fiches.section(passage) == part):
            return None
        named = sorted(scope.named, key=lambda pair: -scope.named[pair])
        for pair in [own] if own in scope.named else [*named, own]:
            fiche = self._fiches.fiche(pair, passage.language)
            if part in fiche.by_section:
                # The first that has such a part tells.
                within = pair == own and self._fiches.section(passage) == part
                return None if within or fiche.known(part) else fiche.by_section[part][0].passage
        return None

    def _of_other(self, asked: Asked, gap: Passage) -> bool:
        """Whether a gap is about another kind of thing than is asked for."""
        section = self._fiches.section(gap)
        counted = asked.kind is AnswerKind.COUNT and bool(asked.attribute)
        return asked.kind in _OTHERWISE.get(section, ()) or (counted and section in _OTHERWISE)

    def _confirmed(self, asked: Asked, best: Weighed, scope: Scope) -> bool:
        source = self._source_of(best.unit.passage.document)
        if HELP in scope.requests and self._tells_whom(best, scope):
            return best.own >= self._settings.confirming_near
        typed = asked.wanted not in _TYPED or best.type_fit >= _FITS
        if self._scoping.general_rule(source, scope) and typed:
            return best.own >= self._settings.rule_own
        full = scope.named.get(source.pair or "", 0.0) >= _FULL
        if full and typed and best.near >= self._settings.named_near:
            return True
        return (
            self._scoping.target(source, scope)
            and self._fiches.section(best.unit.passage) in scope.sections
            and best.near >= self._settings.confirming_near
            and typed
        )

    def _tells_whom(self, best: Weighed, scope: Scope) -> bool:
        passage = best.unit.passage
        return self._scoping.tells_whom(passage, self._source_of(passage.document), scope)

    def _title(self, document: str) -> str:
        return self._source_of(document).title

    def _foreign(self, best: Weighed) -> bool:
        settings = self._settings
        return (
            best.found_score < settings.foreign_retrieval
            and best.own < settings.foreign_own
            and not best.pointed
        )

    def _of_fiche(self, item: Weighed) -> bool:
        return bool(self._source_of(item.unit.passage.document).pair)


def _of_none(asked: Asked, told: tuple[Weighed, ...]) -> bool:
    """Whether none of the names that a short question asks about is in or near any statement."""
    own = [c for c in asked.concepts if c.origin == "own" and not c.frame]
    named = [c for c in own if c.name and c.known]
    return (
        bool(named)
        and len(own) <= _SHORT
        and all(c.surface in item.missing for c in named for item in told)
    )
