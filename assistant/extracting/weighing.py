"""Ranking: which sentence of which passage answers best, and the arithmetic behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import mul

from assistant.answering_settings import AnsweringSettings
from assistant.extracting.announced import announced_sizes
from assistant.extracting.answer_type import type_fit
from assistant.extracting.asked import Asked, Candidate, Cut
from assistant.extracting.concept import to_be_held
from assistant.extracting.counted import (
    fitting_measure,
    told_in_words,
    values_counted,
    with_ranges,
)
from assistant.extracting.dates import bounds, dates
from assistant.extracting.definitions import points_back
from assistant.extracting.evidence import Scene, Unit, Weighed
from assistant.extracting.headed import HEADED_FIT, headed
from assistant.extracting.mismatch import dated_to
from assistant.extracting.nearness import together
from assistant.extracting.occasions import tells_term
from assistant.extracting.priors import prior
from assistant.extracting.quoting import is_list, leans_back
from assistant.extracting.sequels import ends_on
from assistant.extracting.sums import PRICED, with_sums
from assistant.extracting.table_fit import fit_by_headings, of_prices
from assistant.understanding.answer_kind import AnswerKind
from assistant.understanding.attribute import price_verb
from assistant.understanding.qualifiers import contrary, precision
from corpus.document import BlockKind, Source
from indexing.passage import Passage

# How much the wanted thing counts, by kind: a sentence without the asked-for figure is no answer.
_TYPE_FACTOR = {
    AnswerKind.DEFINITION: 2.0,
    AnswerKind.SHARE: 2.0,
    AnswerKind.AMOUNT: 2.0,
    AnswerKind.COUNT: 2.0,
    AnswerKind.DATE: 2.0,
    AnswerKind.OCCASION: 1.5,
}
_FIGURED = (AnswerKind.SHARE, AnswerKind.AMOUNT, AnswerKind.COUNT, AnswerKind.FIGURE)
_THERE = 0.3  # strength from which a concept counts as there
_UNBOUNDED = 0.6  # a date that is not the "since" or "until" that is asked for
_TOLD_NEXT = 0.7  # a figure in the next sentence, when that leans on this one
_ANNOUNCES = re.compile(
    r":(?:\s|$)|\b(?:volgende|namelijk|met name|te weten|following|namely)\b|\(1\)|\b1\)|\(i\)",
    re.I,
)


def weigh(
    asked: Asked, candidates: Iterable[Candidate], cut: Cut, settings: AnsweringSettings
) -> tuple[Weighed, ...]:
    """Every unit of the candidates, best first; ties fall to the document's order.

    Passages that hold far less of the question than the best one, headings and title included,
    are not looked into.
    """
    viewer = _Viewer(asked, cut, settings)
    views = _heard([viewer.view(candidate) for candidate in candidates], settings)
    floor = settings.least_reach * max((view.reach for view in views), default=0.0)
    weighed: list[Weighed] = []
    for view in views:
        candidate = view.candidate
        looked_into = candidate.pointed or candidate.sequel or candidate.source.id in asked.told
        if view.reach >= floor or looked_into:
            weighed.extend(_weigh_passage(asked, view, settings))
    if asked.kind is AnswerKind.DEFINITION:
        weighed = _defined_across_passages(weighed, asked.subject, settings)
    weighed.sort(
        key=lambda item: (
            -item.score,
            item.unit.passage.document,
            item.unit.passage.ordinal,
            item.unit.start,
        )
    )
    return tuple(weighed)


@dataclass(frozen=True, slots=True)
class _View:
    """A candidate as the question sees it.

    ``held`` and ``above`` are how surely each concept is in the passage and in the heading right
    above; ``around`` is what it counts for in a unit that lacks it, ``reach`` the most that any
    unit can hold of the question, ``inherited`` what a word of that heading counts for as if the
    unit itself held it, ``titled`` the share of the names in the question that its title has.
    """

    candidate: Candidate
    scene: Scene
    held: tuple[float, ...]
    above: tuple[float, ...]
    around: tuple[float, ...]
    reach: float
    inherited: float = 0.0
    titled: float = 0.0
    told_of: tuple[float, ...] = ()


def _heard(views: list[_View], settings: AnsweringSettings) -> list[_View]:
    """The views, where a summary that says far more of the question than what it sums up is no
    longer passed over."""
    sources = max((view.reach for view in views if view.candidate.source.pair is None), default=0.0)
    least = sources / settings.summed_share
    return [
        replace(view, candidate=replace(view.candidate, passed_over=frozenset()))
        if view.candidate.passed_over and view.reach > least
        else view
        for view in views
    ]


class _Viewer:
    """Sees candidates as one question does; what several share is looked at once."""

    def __init__(self, asked: Asked, cut: Cut, settings: AnsweringSettings) -> None:
        self._asked = asked
        self._cut = cut
        self._settings = settings
        self._price = _place_of_price(asked)
        self._known: dict[tuple[frozenset[str], str], tuple[float, ...]] = {}

    def view(self, candidate: Candidate) -> _View:
        """The candidate with each concept's strength in it and around it."""
        settings = self._settings
        scene = self._cut(candidate.passage, candidate.source)
        lang = candidate.passage.language
        held = self._strengths(scene.whole, lang)
        if self._price is not None and any(of_prices(unit) for unit in scene.units):
            held = (*held[: self._price], PRICED, *held[self._price + 1 :])
        tells_of = self._asked.told.get(candidate.source.id, {})
        telling = tuple(tells_of.get(concept.surface, 0.0) for concept in self._asked.concepts)
        headings = self._remembered(scene.heading, lang)
        title = self._remembered(scene.title, lang)
        inherited = _inherited(self._asked, candidate.passage, settings)
        heading_share = max(settings.heading_share, inherited)
        published = candidate.source.pair is None
        around = tuple(
            max(
                settings.passage_share * inside,
                heading_share * heading,
                (settings.title_name_share if concept.name and published else settings.title_share)
                * titled,
                settings.home_share if published and concept.home == lang else 0.0,
                settings.telling_share * tells,
            )
            for concept, inside, heading, titled, tells in zip(
                self._asked.concepts, held, headings, title, telling, strict=True
            )
        )
        reach = sum(
            concept.weight * max(inside, near)
            for concept, inside, near in zip(self._asked.concepts, held, around, strict=True)
        )
        called = self._remembered(scene.called, lang)
        names = [
            titled
            for concept, titled in zip(self._asked.concepts, called, strict=True)
            if concept.name and not concept.frame and concept.origin != "context"
        ]
        # A document that the question names outright stands out already.
        about = sum(names) / len(names) if names and published and not self._asked.named else 0.0
        above = self._remembered(scene.under, lang)
        share = settings.told_of_share if published else 0.0
        told_of = tuple(max(share * one, tells) for one, tells in zip(title, telling, strict=True))
        return _View(candidate, scene, held, above, around, reach, inherited, about, told_of)

    def _strengths(self, terms: frozenset[str], lang: str) -> tuple[float, ...]:
        return tuple([concept.strength(terms, lang) for concept in self._asked.concepts])

    def _remembered(self, terms: frozenset[str], lang: str) -> tuple[float, ...]:
        """The same for a title or a heading, which many passages stand under."""
        key = (terms, lang)
        if key not in self._known:
            self._known[key] = self._strengths(terms, lang)
        return self._known[key]


def _defined_across_passages(
    weighed: list[Weighed], subject: frozenset[str], settings: AnsweringSettings
) -> list[Weighed]:
    """ "Dat laatste is een ..." at the head of a passage defines what the one before ended on."""
    ends: dict[tuple[str, int], Weighed] = {}
    for item in weighed:
        passage = item.unit.passage
        if item.unit.end == passage.parts[-1].end and ends_on(item.unit.text, subject):
            ends[passage.document, passage.ordinal] = item
    raised = []
    for item in weighed:
        passage = item.unit.passage
        before = ends.get((passage.document, passage.ordinal - 1))
        if before and item.unit.start == 0 and points_back(item.unit.text):
            gain = settings.type_weight * _TYPE_FACTOR[AnswerKind.DEFINITION] * before.own
            gain += settings.own_weight * settings.beside_share * before.own
            gain += settings.near_weight * before.near
            # The two are read as one.
            item = replace(
                item,
                score=item.score + gain,
                type_fit=max(item.type_fit, before.own),
                own=max(item.own, before.own),
                near=max(item.near, before.near),
                matched=max(item.matched, before.matched),
                found=before.found,
                missing=before.missing,
                close=before.close,
            )
        raised.append(item)
    return raised


def _weigh_passage(asked: Asked, view: _View, settings: AnsweringSettings) -> list[Weighed]:
    candidate = view.candidate
    passage, source = candidate.passage, candidate.source
    parts, around = view.scene.units, view.around
    lang = passage.language
    concepts = asked.concepts
    surfaces = [concept.surface for concept in concepts]
    weights = [concept.weight for concept in concepts]
    rarities = [0.0 if concept.frame else concept.idf for concept in concepts]
    total = to_be_held(concepts, settings.told_missed if source.pair is None else 1.0)
    own_strengths = [
        [
            concept.strength(unit.terms, lang) if there else 0.0
            for concept, there in zip(concepts, view.held, strict=True)
        ]
        for unit in parts
    ]
    price = _place_of_price(asked)
    if price is not None:
        for unit, strengths in zip(parts, own_strengths, strict=True):
            if of_prices(unit):
                strengths[price] = max(strengths[price], PRICED)
    if source.pair is None:
        own_strengths = with_sums(asked, parts, own_strengths)
    values = values_counted(asked)
    if values:
        own_strengths = [
            with_ranges(strengths, values, unit)
            for strengths, unit in zip(own_strengths, parts, strict=True)
        ]
    if view.inherited:
        own_strengths = [
            [max(s, view.inherited * h) for s, h in zip(unit, view.above, strict=True)]
            for unit in own_strengths
        ]
    bonus = candidate.bonus + _bonus(asked, source, settings)
    bonus += settings.titled_bonus * view.titled
    if lang != asked.lang:
        bonus -= settings.other_language_penalty
    type_weight = settings.type_weight * _TYPE_FACTOR.get(asked.wanted, 1.0)
    if candidate.pointed:
        bonus += settings.pointed_bonus
    exact = precision(asked.text) if asked.wanted is AnswerKind.DATE else ""
    opens = asked.kind is AnswerKind.DEFINITION and headed(asked, candidate, view.above)
    if opens:
        own_strengths[0] = list(map(max, own_strengths[0], view.above))
    nowhere = [0.0] * len(concepts)
    result = []
    for position, unit in enumerate(parts):
        if unit.part in candidate.passed_over:
            continue
        own = own_strengths[position]
        before = own_strengths[position - 1] if position else nowhere
        behind = own_strengths[position + 1] if position + 1 < len(parts) else nowhere
        beside = list(map(max, before, behind))
        near = [
            max(inside, settings.beside_share * next_to, elsewhere)
            for inside, next_to, elsewhere in zip(own, beside, around, strict=True)
        ]
        own_share = min(1.0, sum(map(mul, weights, own)) / total)
        # What the whole document is about is in each of its sentences: none stands out by it.
        told_apart = min(1.0, sum(map(mul, weights, map(max, own, view.told_of))) / total)
        near_share = min(1.0, sum(map(mul, weights, near)) / total)
        fit = type_fit(asked.wanted, unit.text, unit.kind, asked.subject)
        if position and asked.kind is AnswerKind.DEFINITION and points_back(unit.text):
            fit = max(fit, min(1.0, sum(map(mul, weights, before)) / total))
        if opens and not position:
            fit = max(fit, HEADED_FIT)
        told_next = False
        if fit < _TOLD_NEXT and asked.wanted in _FIGURED and position + 1 < len(parts):
            # "Daar werken ook anderen. Dat zijn er nog eens 7.000."
            after = parts[position + 1]
            if leans_back(after.text):
                told = _TOLD_NEXT * type_fit(asked.wanted, after.text, after.kind, asked.subject)
                told_next = told > fit
                fit = max(fit, told)
        if told_in_words(asked, unit.text):
            fit = 1.0
        elif asked.wanted in (AnswerKind.COUNT, AnswerKind.FIGURE) and fit:
            fit *= fitting_measure(asked, unit)
        fit = fit_by_headings(asked, unit, fit)
        if fit and unit.table is None and not dated_to(exact, unit.text):
            fit *= settings.coarse_date_share
        if asked.bound and fit and not _bounded(unit, asked.bound):
            fit *= _UNBOUNDED
        if asked.wanted in _FIGURED:
            # A figure in a sentence that says little else of what is asked may be any figure.
            fit *= max(settings.stray_share, min(1.0, own_share / settings.stray_own))
        score = (
            settings.own_weight * told_apart
            + settings.near_weight * near_share
            + type_weight * fit * min(1.0, 2 * near_share)
            + settings.retrieval_weight * candidate.standing
            + settings.phrase_weight * together(concepts, unit, lang, own)
            + bonus
            + prior(asked, unit)
            + (settings.announced_bonus if _announces(asked.size, unit) else 0.0)
            - (settings.contrary_penalty if contrary(asked.text, unit.text) else 0.0)
            + (settings.agent_bonus if asked.agent and _is_of(asked.agent, unit.text) else 0.0)
        )
        result.append(
            Weighed(
                unit,
                score,
                own_share,
                near_share,
                fit,
                candidate.standing,
                _those(surfaces, near),
                _those(surfaces, own),
                tuple([c for c, s in zip(surfaces, near, strict=True) if s < _THERE]),
                sum(map(mul, rarities, own)),
                # A cell means what its table's caption and headings say, too.
                _those(surfaces, map(max, own, beside if unit.table is None else near)),
                candidate.found,
                candidate.pointed,
                source.pair is not None,
                tuple(near),
                told_next,
            )
        )
    return result


def _place_of_price(asked: Asked) -> int | None:
    """The place among the concepts of the verb that asks for a price ("wat kost")."""
    verb = price_verb(asked.text) if asked.wanted is AnswerKind.AMOUNT else ""
    places = (at for at, one in enumerate(asked.concepts) if one.surface.lower() == verb)
    return next(places, None) if verb else None


def _inherited(asked: Asked, passage: Passage, settings: AnsweringSettings) -> float:
    """What a word of the heading right above counts for in each unit of a passage, 0 for a heading
    that only says what it is about."""
    heading = passage.section[-1] if passage.section else ""
    if heading.rstrip().endswith("?"):
        return settings.question_heading_share  # what stands under it answers it
    if not is_list(passage):
        return 0.0
    if passage.parts[0].kind is BlockKind.LIST_ITEM and not passage.caption:
        return settings.lead_heading_share  # nothing else announces the list
    return settings.list_heading_share if asked.kind is AnswerKind.LIST else 0.0


def _those(surfaces: list[str], strengths: Iterable[float]) -> tuple[str, ...]:
    """The surfaces of the concepts that are there."""
    return tuple([c for c, s in zip(surfaces, strengths, strict=True) if s >= _THERE])


def _is_of(agent: str, text: str) -> bool:
    """Whether a sentence is about what ``agent`` does: it opens with the name."""
    return bool(re.match(rf"\W*(?:(?:de|het|the)\s)?{re.escape(agent)}(?!\w)", text, re.IGNORECASE))


def _announces(size: int | None, unit: Unit) -> bool:
    """Whether the unit announces as many things as are asked for ("de volgende drie clusters")."""
    return (
        size is not None
        and unit.kind is not BlockKind.TABLE_ROW
        and size in announced_sizes(unit.text)
        and bool(_ANNOUNCES.search(unit.text))
    )


def _bonus(asked: Asked, source: Source, settings: AnsweringSettings) -> float:
    bonus = settings.named_document_bonus if source.id in asked.named else 0.0
    if asked.told and source.id not in asked.told:
        bonus -= settings.elsewhere_penalty
    if asked.focus:
        bonus += settings.focus_bonus * asked.focus.get(source.id, 0.0)
    return bonus - settings.fiche_penalty if source.pair else bonus


def _bounded(unit: Unit, bound: str) -> bool:
    """Whether a date in the unit is the end of a period that is asked for."""
    days = dates(unit.text)
    return any(bounds(unit.text, date, bound) for date in days) or (
        bound == "until" and not days and tells_term(unit.text)
    )
