"""Where do I start: the first steps of a route as an answer."""

from __future__ import annotations

from datetime import date

from assistant.answer import AnswerStatus
from assistant.guidance.advice import Advice, Line, Said, opening
from assistant.guidance.fiches import COUNTRY, FUNDING, Fiches
from assistant.guidance.scope import HOME, Scope
from assistant.guidance.settings import GuidanceSettings
from assistant.guidance.wording import say
from assistant.route_plan import load_plan
from assistant.routes import Point, Route, routes
from corpus.document import Document
from indexing.index import Index
from indexing.passage import Passage

_STAGE = "first-steps"
# Which steps give a statement, in the order of its weight for a beginner; a step twice gives two.
_WEIGHT = (
    "first-contact",
    "funding",
    "tax",
    "social-security",
    "networks",
    "visa",
    "first-contact",
    "funding",
    "customs",
    "vat",
    "networks",
    "preparation",
)
_NO_FIRST = ("incoming", "network")  # for who comes here from abroad; for organisations
_BROAD = 5  # disciplines from which a grant is for whoever works in the arts
_OFFERED = 4  # choices of a counter-question


class Starting:
    """Makes routes of one index into short answers."""

    def __init__(self, index: Index, fiches: Fiches, settings: GuidanceSettings) -> None:
        self._index = index
        self._fiches = fiches
        self._settings = settings
        self._documents: dict[str, tuple[Document, ...]] = {}
        self._plan = load_plan()

    def advise(self, scope: Scope, lang: str, today: date) -> Advice:
        """The route for the discipline and the country that are known, or a counter-question."""
        plan = self._plan
        discipline = next((key for key in scope.disciplines if key in plan.disciplines), "")
        codes = (*scope.countries, *((HOME,) if scope.home else ()))
        destination = next((code for code in codes if code in plan.destinations), "")
        if not discipline and not destination:
            return self._neither(lang)
        applicant = "organisation" if scope.applicant == "organisation" else "person"
        route = routes(
            discipline or next(iter(plan.disciplines)),
            destination or self._neutral(),
            _STAGE,
            applicant=applicant,
            lang=lang,
            documents=self._all(lang),
            today=today,
        )
        lines = self._lines(route, bool(discipline), bool(destination))
        names = {
            "discipline": plan.disciplines[discipline].name(lang) if discipline else "",
            "destination": plan.destinations[destination].name(lang) if destination else "",
        }
        if discipline and destination:
            address = (
                f"/routes?discipline={discipline}&destination={destination}"
                f"&stage={_STAGE}&applicant={applicant}"
            )
            first = say("start-both", lang, **names)
            return Advice(
                AnswerStatus.ANSWERED,
                (Line(first), *lines, Line(say("more", lang, address=address))),
            )
        key = "start-discipline" if discipline else "start-destination"
        return Advice(
            AnswerStatus.ANSWERED,
            (Line(say(key, lang, **names)), *lines),
            self._offered(discipline, destination, lang),
        )

    def _lines(self, route: Route, of_discipline: bool, of_destination: bool) -> tuple[Line, ...]:
        """The steps with the statements that matter most, within the words allowed."""
        found = {
            step.key: [
                passage
                for point in step.points
                if self._fits(point, of_discipline, of_destination)
                and (passage := self._passage(point)) is not None
            ]
            for step in route.steps
        }
        for passages in found.values():
            # After the first, the country itself goes before more of the same.
            passages[1:] = sorted(passages[1:], key=lambda p: not self._of_country(p))
        taken: dict[str, list[Said]] = {}
        words = 0
        for key in _WEIGHT:
            if not found.get(key):
                continue
            said = opening(found[key].pop(0), self._settings.step_words)
            if words + said.words <= self._settings.answer_words:
                words += said.words
                taken.setdefault(key, []).append(said)
        titles = [step for step in route.steps if step.key in taken]
        return tuple(
            Line(say("step", route.lang, number=number, title=step.title), tuple(taken[step.key]))
            for number, step in enumerate(titles, start=1)
        )

    def _fits(self, point: Point, of_discipline: bool, of_destination: bool) -> bool:
        """Whether a statement holds for what is known; a gap or a bare address says too little."""
        citation = point.citation
        source = self._index.source(citation.document)
        key = self._fiches.section_key(citation.section.split(" › ")[0])
        if not citation.provenance or key in ("contact", "status"):
            return False
        if set(_NO_FIRST) & set(source.topics):
            return False
        if source.kind == COUNTRY:
            own = {part for choice in self._plan.disciplines.values() for part in choice.sections}
            return of_destination and (of_discipline or key not in own)
        named = set(source.topics) & set(self._plan.disciplines)
        return of_discipline or not named or len(named) >= _BROAD

    def _of_country(self, passage: Passage) -> bool:
        return self._index.source(passage.document).kind == COUNTRY

    def _passage(self, point: Point) -> Passage | None:
        source = self._index.source(point.citation.document)
        fiche = self._fiches.fiche(source.pair or "", source.language or "")
        return fiche.by_text.get(point.text)

    def _neutral(self) -> str:
        """A destination that no grant is tied to: what is said of it holds for many countries."""
        tied = {topic for source in self._fiches.of_kind(FUNDING) for topic in source.topics}
        return next(
            code
            for code, destination in self._plan.destinations.items()
            if destination.region == "eu" and code not in tied
        )

    def _neither(self, lang: str) -> Advice:
        choices = tuple(
            say("start-choice-discipline", lang, discipline=choice.name(lang))
            for choice in list(self._plan.disciplines.values())[: 2 * _OFFERED]
        )
        lines = (Line(say("start-neither", lang)), Line("\n".join(f"- {c}" for c in choices)))
        return Advice(AnswerStatus.CLARIFICATION_WANTED, lines, choices)

    def _offered(self, discipline: str, destination: str, lang: str) -> tuple[str, ...]:
        """The same question, completed."""
        plan = self._plan
        pairs = [
            (discipline or key, destination or code)
            for key in ([discipline] if discipline else list(plan.disciplines))[:_OFFERED]
            for code in ([destination] if destination else list(plan.destinations))[:_OFFERED]
        ]
        return tuple(
            say(
                "start-choice",
                lang,
                discipline=plan.disciplines[key].name(lang),
                destination=plan.destinations[code].name(lang),
            )
            for key, code in pairs
        )

    def _all(self, lang: str) -> tuple[Document, ...]:
        """Every fiche in a language, read once."""
        if lang not in self._documents:
            self._documents[lang] = tuple(
                self._index.document(languages[lang].id)
                for languages in self._fiches.sources.values()
                if lang in languages
            )
        return self._documents[lang]
