"""Where do I start: discipline, destination and stage -> ordered steps, each with its sources.

Steps are made of statements of the fiches, word for word; nothing is worded here but titles and
the line that leads a step in. Which statements a step takes is written down in ``routes.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from assistant.answer import Citation
from assistant.errors import BadQuestion
from assistant.extracting.dates import days
from assistant.route_choices import (
    LANGUAGES,
    applicant_code,
    destination_code,
    destination_name,
    discipline_code,
    stage_code,
)
from assistant.route_plan import Plan, PlannedStep, Selection, load_plan
from corpus.document import Block, BlockKind, Document, Status
from corpus.sections import load_sections

_DUE = "when"  # the heading with dates to apply by
_GONE = (Status.ENDED, Status.REPLACED, Status.HISTORICAL)

_WORDS = {
    "nl": {
        "title": "{discipline} in {destination}: je route",
        "chosen": "{stage}, {applicant}",
        "check": "let op: {when}; kijk na of dit nog klopt",
        "dated": "stand {as_of}",
        "undated": "bron zonder datum",
        "passed": "let op: die datum is voorbij; kijk na of er een nieuwe oproep komt",
        "sources": "Bronnen",
        "source": "„{quote}” {title} ({date}){origin}",
    },
    "en": {
        "title": "{discipline} in {destination}: your route",
        "chosen": "{stage}, {applicant}",
        "check": "note: {when}; check whether this still holds",
        "dated": "as of {as_of}",
        "undated": "undated source",
        "passed": "note: that date has passed; check whether there will be a new call",
        "sources": "Sources",
        "source": "“{quote}” {title} ({date}){origin}",
    },
}


@dataclass(frozen=True, slots=True)
class Point:
    """One statement of a step. ``note`` warns, in the route's language, or is empty."""

    text: str
    citation: Citation
    note: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step. ``text`` is Markdown with ``[n]`` markers; ``points`` are the parts of it."""

    key: str
    title: str
    text: str
    citations: tuple[Citation, ...]
    points: tuple[Point, ...] = ()
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """The steps for one choice; citations are numbered from 1 through all steps."""

    discipline: str
    destination: str
    stage: str
    applicant: str
    lang: str
    title: str
    subtitle: str
    steps: tuple[Step, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(citation for step in self.steps for citation in step.citations)

    def as_markdown(self) -> str:
        """The route to print: title, steps, and the sources with their addresses."""
        words = _WORDS[self.lang]
        lines = [f"# {self.title}", "", self.subtitle]
        for number, step in enumerate(self.steps, start=1):
            lines += ["", f"## {number}. {step.title}", "", step.text]
        lines += ["", f"## {words['sources']}", ""]
        for citation in self.citations:
            origins = [f"{p.title}, {p.publisher} {p.url or ''}" for p in citation.provenance]
            origin = f" ← {'; '.join(o.strip() for o in origins)}" if origins else ""
            said = words["source"].format(
                quote=citation.quote, title=citation.title, date=citation.date, origin=origin
            )
            lines.append(f"{citation.n}. {said}")
        return "\n".join(lines) + "\n"


def routes(
    discipline: str,
    destination: str,
    stage: str,
    *,
    applicant: str = "person",
    lang: str = "nl",
    documents: Iterable[Document],
    today: date | None = None,
) -> Route:
    """The route for one choice.

    Args:
        discipline, destination, stage, applicant: codes or names of what can be chosen, see
            :mod:`assistant.route_choices`.
        lang: ``nl`` or ``en``.
        documents: the documents to take statements from; only fiches in ``lang`` are used.
        today: the day to judge validity and age by; the present day when left out.

    Raises:
        BadQuestion: something that cannot be chosen; the message lists those that can.
    """
    plan = load_plan()
    today = today or date.today()  # noqa: DTZ011 - a calendar day where the user is
    discipline, destination = discipline_code(discipline), destination_code(destination)
    stage, applicant = stage_code(stage), applicant_code(applicant)
    if lang not in LANGUAGES:
        raise BadQuestion(
            f"{lang!r} is no language that can be chosen.", hint=f"Choose: {', '.join(LANGUAGES)}."
        )
    fiches = [
        _Fiche(document)
        for document in documents
        if document.source.pair and document.source.language == lang
    ]
    composition = _Composition(plan, discipline, destination, stage, applicant, lang, today, fiches)
    words = _WORDS[lang]
    name = plan.disciplines[discipline].name(lang)
    return Route(
        discipline,
        destination,
        stage,
        applicant,
        lang,
        words["title"].format(
            discipline=name[0].upper() + name[1:],
            destination=destination_name(destination, lang),
        ),
        words["chosen"].format(
            stage=plan.stages[stage].name(lang), applicant=plan.applicants[applicant].name(lang)
        ),
        tuple(composition.steps()),
    )


class _Fiche:
    """A fiche with its statements by section."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.source = document.source
        self.pair = document.source.pair or ""
        self.topics = frozenset(document.source.topics)
        self.statements: dict[str, list[Block]] = {}
        sections = load_sections()
        for block in document.blocks:
            if block.kind is not BlockKind.HEADING and block.section:
                key = sections.key(block.section[0])
                if key:
                    self.statements.setdefault(key, []).append(block)


@dataclass
class _Composition:
    """One route being put together; remembers what was said already."""

    plan: Plan
    discipline: str
    destination: str
    stage: str
    applicant: str
    lang: str
    today: date
    fiches: list[_Fiche]

    def __post_init__(self) -> None:
        self.region = self.plan.region(self.destination)
        self.said: set[tuple[str, str]] = set()
        self.count = 0
        self.wanted = {
            "discipline": {self.discipline}
            | {wider for wider, of in self.plan.wider.items() if self.discipline in of},
            "destination": {self.destination, *self.plan.regions[self.region]},
            "applicant": {self.applicant},
            "stage": {self.stage},
        }
        self.vocabulary = {
            "discipline": {*self.plan.disciplines, *self.plan.wider},
            "destination": set(self.plan.destinations).union(*self.plan.regions.values()),
            "applicant": set(self.plan.applicants),
            "stage": set(self.plan.stages),
        }

    def steps(self) -> Iterator[Step]:
        for planned in self.plan.steps:
            points = list(self._points(planned))
            if not points:
                continue
            lead = planned.lead.name(self.lang) if planned.lead else ""
            lines = [
                f"- {point.text} [{point.citation.n}]"
                + (f" *({point.note})*" if point.note else "")
                for point in points
            ]
            yield Step(
                planned.key,
                planned.nl if self.lang == "nl" else planned.en,
                "\n".join([lead, "", *lines] if lead else lines),
                tuple(point.citation for point in points),
                tuple(points),
                lead,
            )

    def _points(self, planned: PlannedStep) -> Iterator[Point]:
        for selection in planned.take:
            limits = (
                (selection.stages, self.stage),
                (selection.applicants, self.applicant),
                (selection.disciplines, self.discipline),
                (selection.regions, self.region),
            )
            if any(allowed and chosen not in allowed for allowed, chosen in limits):
                continue
            for fiche in self._selected(selection)[: selection.fiches]:
                for section in self._sections(selection):
                    yield from self._taken(fiche, section, selection)

    def _sections(self, selection: Selection) -> Iterator[str]:
        for section in selection.sections:
            if section == "discipline":
                yield from self.plan.disciplines[self.discipline].sections
            else:
                yield section

    def _selected(self, selection: Selection) -> list[_Fiche]:
        """The fiches of a selection: named ones in the order named, others the closest first."""
        kind = [
            fiche
            for fiche in self.fiches
            if fiche.source.kind == selection.kind
            and fiche.source.validity.status_on(self.today) not in _GONE
        ]
        if selection.pairs:
            by_pair = {fiche.pair: fiche for fiche in kind}
            return [by_pair[pair] for pair in selection.pairs if pair in by_pair]
        strict = selection.kind in ("country", "organisation")
        matching = [
            fiche
            for fiche in kind
            if fiche.pair not in selection.without
            and (not selection.topics or fiche.topics & set(selection.topics))
            and all(self._agrees(fiche, facet, strict) for facet in selection.match)
        ]
        preferred = {pair: place for place, pair in enumerate(selection.first)}
        return sorted(
            matching,
            key=lambda fiche: (
                preferred.get(fiche.pair, len(preferred)),
                -self._closeness(fiche, selection),
                fiche.pair,
            ),
        )

    def _agrees(self, fiche: _Fiche, facet: str, strict: bool) -> bool:
        """Whether the topics name the choice, or (unless strict) nothing of that facet at all."""
        named = fiche.topics & self.vocabulary[facet]
        countries = fiche.topics & set(self.plan.destinations)
        if facet == "destination" and countries:
            # What is for some countries is for no other, also when the EU pays it.
            return self.destination in countries
        return bool(named & self.wanted[facet]) or (not named and not strict)

    def _closeness(self, fiche: _Fiche, selection: Selection) -> float:
        """How specific a fiche is to the choice: one per facet named, less when it names many."""
        total = 0.0
        for facet in selection.match:
            named = fiche.topics & self.vocabulary[facet]
            if named & self.wanted[facet]:
                total += 1 / len(named)
        # What is there for this very country goes before what holds for many.
        return total + (self.destination in fiche.topics)

    def _taken(self, fiche: _Fiche, section: str, selection: Selection) -> Iterator[Point]:
        taken = 0
        blocks = fiche.statements.get(section, [])
        for place in selection.chosen([block.text for block in blocks]):
            block = blocks[place]
            if taken == selection.each or not (selection.gaps or block.provenance):
                return
            mark = (fiche.source.id, block.text)
            if mark in self.said:
                continue
            self.said.add(mark)
            taken += 1
            self.count += 1
            yield Point(block.text, self._citation(fiche, block), self._note(block))

    def _citation(self, fiche: _Fiche, block: Block) -> Citation:
        source, run = fiche.source, block.runs[0]
        return Citation(
            n=self.count,
            document=source.id,
            title=source.title,
            page=run.page,
            quote=block.text,
            publisher=source.publisher,
            date=source.date,
            section=" › ".join(block.section),
            url=source.url,
            validity=source.validity.status_on(self.today).value,
            page_start=run.page_start,
            page_end=block.runs[-1].page_end,
            language=source.language or "",
            provenance=block.provenance,
        )

    def _note(self, block: Block) -> str:
        """The warning that a date to apply by has passed, or that a changeable fact is older than a
        year or of unknown age."""
        words = _WORDS[self.lang]
        due = (
            days(block.text)
            if block.section and load_sections().key(block.section[0]) == _DUE
            else ()
        )
        if due and max(due) < self.today:
            return words["passed"]
        old = [p for p in block.provenance if p.outdated_on(self.today)]
        if not old:
            return ""
        as_of = old[0].as_of
        when = words["undated"] if as_of == "unknown" else words["dated"].format(as_of=as_of)
        return words["check"].format(when=when)
