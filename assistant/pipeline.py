"""The assistant: the steps from a question to a grounded answer, in order."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date

from assistant.about_documents import about_document, asks_about_document
from assistant.answer import (
    Answer,
    AnswerStatus,
    Claim,
    Notice,
    NoticeKind,
    Question,
    Referral,
)
from assistant.answerability import Decision, judge
from assistant.answering_settings import AnsweringSettings
from assistant.composing import Composed, Composer
from assistant.events import Done, Event, Retrieved, Understood
from assistant.extracting.choosing import Chooser, Shelf, Wanted
from assistant.extracting.quoting import Extract
from assistant.finding import Finder, Found
from assistant.generating.engine import GenerativeEngine
from assistant.generating.handing_over import word
from assistant.guidance.advice import claims_of
from assistant.notices import notices
from assistant.premises import contradiction
from assistant.referral import HelpDesk, load_help_desks, near_misses, referrals
from assistant.setting_aside import says_nothing, set_aside_status
from assistant.understanding import Understanding, understand
from assistant.understanding.ambiguity import choices, is_bare
from assistant.understanding.language import question_language
from assistant.understanding.parts import setting_of
from assistant.verifying import Verified, verify
from assistant.wording import Wording, load_wording
from assistant.work import Work
from corpus.document import Document, Source
from corpus.vocabulary import Vocabulary
from indexing.index import Index
from indexing.retriever import Retrieval

_FIRST_PASSAGES = 40  # among which a document names its makers
_FITS = 0.4  # type fit from which a sentence could be the answer to a bare question


def _today() -> date:
    return date.today()  # noqa: DTZ011 - validity is in the reader's own days


class Assistant:
    """Answers questions from one index, without a model. Safe for several threads."""

    engine = "extractive"

    def __init__(
        self,
        index: Index,
        vocabulary: Vocabulary,
        settings: AnsweringSettings | None = None,
        *,
        wording: Wording | None = None,
        desks: tuple[HelpDesk, ...] | None = None,
        today: Callable[[], date] = _today,
        generation: GenerativeEngine | None = None,
    ) -> None:
        self._generation = generation
        self.index = index
        self.settings = settings or AnsweringSettings()
        self._vocabulary = vocabulary
        self._wording = wording or load_wording()
        self._desks = desks if desks is not None else load_help_desks()
        self._today = today
        self._finder: tuple[object, Finder] | None = None
        self._documents: dict[tuple[str, str], Document] = {}

    def __enter__(self) -> Assistant:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the index."""
        self.index.close()

    def ask(self, question: Question) -> Answer:
        """The answer to a question. Not knowing is a status.

        Raises:
            BadQuestion: there is nothing in it to answer, or it is too long.
        """
        for event in self.stream(question):
            if isinstance(event, Done):
                return event.answer
        raise AssertionError("stream always ends with Done")

    def stream(self, question: Question) -> Iterator[Event]:
        """The same, step by step; the last event holds the answer."""
        started = time.perf_counter()
        understood = understand(
            question, self._vocabulary, max_characters=self.settings.max_question_characters
        )
        understood = self._completed(question, understood)
        yield Understood(understood.standalone, understood.lang)
        work = Work(question, understood, started, self._today())
        refusal = set_aside_status(understood)
        if refusal is not None:
            yield Done(self._refused(work, refusal))
            return
        advised = self._advised(work) or self._about_document(work)
        if advised is not None:
            cited = dict.fromkeys(citation.document for citation in advised.citations)
            yield Retrieved(len(advised.citations), tuple(cited))
            yield Done(advised)
            return
        findings = self._find(understood)
        work.note_findings(findings)
        yield Retrieved(
            sum(found.passages for found in findings),
            tuple(dict.fromkeys(name for found in findings for name in found.documents)),
        )
        readings = self._readings(understood, findings)
        if readings or says_nothing(understood, findings[0]):
            yield Done(self._asked_back(work, readings))
            return
        extracts = [self._extracts(understood, found, len(findings)) for found in findings]
        knowing = self._current_finder().guide.knowing
        decisions = [
            knowing.settled(f.asked, f.weighed, f.scope, judge(f.asked, f.weighed, self.settings))
            for f in findings
        ]
        work.note_decisions(decisions)
        if not any(decision.answerable for decision in decisions):
            yield Done(self._refused(work, AnswerStatus.NOT_IN_CORPUS, findings))
            return
        draft = self._compose(understood, findings, decisions, extracts, work)
        verified = verify(draft, work.citations.citations, self._document)
        work.trace["dropped"] = list(verified.dropped)
        if not verified.claims:
            yield Done(self._refused(work, AnswerStatus.NOT_IN_CORPUS, findings))
            return
        worded = yield from word(
            self._generation,
            understood,
            verified,
            findings,
            decisions,
            self._document,
            work.today,
            self._wording,
        )
        work.note_wording(worded)
        yield Done(self._answered(work, worded.verified, findings, decisions))

    def _advised(self, work: Work) -> Answer | None:
        """The answer to who asks where to start, which grant fits, or what still holds."""
        advice = self._current_finder().guide.advise(work.understood, work.today)
        if advice is None:
            return None
        work.trace["advised"] = list(advice.documents)
        draft = claims_of(advice, work.citations, self._document)
        return self._drafted(work, draft, advice.status, advice.choices)

    def _about_document(self, work: Work) -> Answer | None:
        """The answer to who made a named document, or when."""
        text = work.understood.standalone
        named = self._current_finder().named(text) if asks_about_document(text) else frozenset()
        if len(named) != 1:
            return None
        (identity,) = named
        passages = self.index.passages(identity, 0, _FIRST_PASSAGES)
        document = self._document(identity)
        draft = about_document(text, work.understood.lang, document, passages, work.citations)
        return self._drafted(work, draft, AnswerStatus.ANSWERED)

    def _drafted(
        self,
        work: Work,
        draft: tuple[Claim, ...],
        status: AnswerStatus,
        offered: tuple[str, ...] = (),
    ) -> Answer | None:
        """The answer that claims make which were not extracted from evidence, verified too."""
        verified = verify(draft, work.citations.citations, self._document)
        if not verified.claims and not status.refused:
            return None
        lang, cited = work.understood.lang, verified.citations
        return work.answer(
            status,
            self.engine,
            claims=verified.claims or draft,
            citations=cited,
            notices=notices(cited, self._sources(), lang, work.today, self._wording, self.settings),
            choices=offered,
        )

    def _completed(self, question: Question, understood: Understanding) -> Understanding:
        """A follow-up question completed by the language model, where the rules do less well."""
        found = self._generation and self._generation.standalone(question, understood)
        if not found:
            return understood
        return understand(Question(found, lang=understood.lang), self._vocabulary)

    def search(self, query: str, *, k: int = 10, lang: str | None = None) -> Retrieval:
        """The ``k`` passages found for a query, best first, without answering."""
        language = lang or question_language(query)[1]
        return self.index.retriever.retrieve(query, lang=language, k=k)

    def _find(self, understood: Understanding) -> list[Found]:
        """Evidence for the question, or for each of its parts or sides."""
        finder = self._current_finder()
        if each := finder.guide.one_by_one(understood):
            return [finder.find(understood, text) for text in each]
        if len(understood.parts) > 1:
            return [
                finder.find(understood, part, setting_of(understood.parts, part))
                for part in understood.parts
            ]
        whole = finder.find(understood)
        if understood.sides:
            halves = [
                finder.find(understood, side, _rest(understood.text, understood.sides))
                for side in understood.sides
            ]
            return [whole, *halves]
        return [whole]

    def _readings(self, understood: Understanding, findings: list[Found]) -> tuple[str, ...]:
        """What a bare question may be about, when several places answer it about equally well."""
        found = findings[0]
        if len(findings) > 1 or understood.follow_up.dependent:
            return ()
        asked = found.asked
        if asked.named or not is_bare(asked.kind, asked.concepts, asked.points):
            return ()
        sources = self._sources()
        floor = self.settings.reading_share * (found.best.score if found.best else 0.0)
        return choices(
            [
                (sources[item.unit.passage.document].title, item.unit.passage.heading)
                for item in found.weighed
                if item.score >= floor and item.own > 0 and item.type_fit >= _FITS
            ]
        )

    def _asked_back(self, work: Work, readings: tuple[str, ...]) -> Answer:
        """A counter-question with choices."""
        status = AnswerStatus.CLARIFICATION_WANTED
        lines = [self._wording.status(status, work.understood.lang)]
        lines.extend(f"- {reading}" for reading in readings)
        claim = Claim("\n".join(lines), frame=True)
        return work.answer(status, self.engine, claims=(claim,), choices=readings)

    def _extracts(self, understood: Understanding, found: Found, count: int) -> tuple[Extract, ...]:
        """What would be shown for one of ``count`` parts or sides of the question."""
        words = self.settings.answer_words
        if count > 1:
            words = words // count + self.settings.part_words
        chosen = Chooser(
            found.asked,
            found.weighed,
            Wanted(words, understood.size, understood.several_sources),
            Shelf(self.index.passages, self._document),
            self.settings,
        ).choose()
        knowing = self._current_finder().guide.knowing
        return knowing.whole_section(found.best, found.scope, chosen)

    def _compose(
        self,
        understood: Understanding,
        findings: list[Found],
        decisions: list[Decision],
        extracts: list[tuple[Extract, ...]],
        work: Work,
    ) -> tuple[Claim, ...]:
        composer = Composer(
            understood.lang, work.citations, self._document, self._wording, self._vocabulary
        )
        claims: list[Claim] = []
        shown: list[Extract] = []
        several = len(understood.parts) > 1
        for found, decision, chosen in zip(findings, decisions, extracts, strict=True):
            if not decision.answerable:
                if several:
                    claims.append(self._frame("partly", understood.lang, part=found.text))
                continue
            fresh = tuple(new for new in chosen if not _shown(new, shown))
            shown.extend(fresh)
            work.note_kept(fresh)
            claimed = frozenset(figure.surface.lower() for figure in understood.figures)
            composed = composer.compose(found.asked.kind, found.asked.concepts, fresh, claimed)
            claims.extend(self._premise(understood, found, composed, fresh, work))
            claims.extend(composed.claims)
        return tuple(claims)

    def _premise(
        self,
        understood: Understanding,
        found: Found,
        composed: Composed,
        extracts: tuple[Extract, ...],
        work: Work,
    ) -> list[Claim]:
        """What is said before an answer that goes against the question."""
        clash = contradiction(understood, found, composed.short, extracts)
        if clash is None:
            return []
        lang = understood.lang
        text = self._wording.notice(
            NoticeKind.FALSE_PREMISE, lang, claimed=clash.claimed, found=clash.found
        )
        work.notices.append(Notice(NoticeKind.FALSE_PREMISE, text))
        return [self._frame("false-figure", lang, claimed=clash.claimed, found=clash.found)]

    def _answered(
        self, work: Work, verified: Verified, findings: list[Found], decisions: list[Decision]
    ) -> Answer:
        sources = self._sources()
        partly = len(work.understood.parts) > 1 and not all(d.answerable for d in decisions)
        cited = {citation.passage for citation in verified.citations}
        untrusted = any(
            item.unit.table is not None and not item.unit.table.trusted
            for found in findings
            for item in found.weighed
            if item.unit.passage.id in cited
        )
        found_notices = notices(
            verified.citations,
            sources,
            work.understood.lang,
            work.today,
            self._wording,
            self.settings,
            untrusted_table=untrusted,
            corrections=findings[0].corrections,
        )
        return work.answer(
            AnswerStatus.PARTLY_ANSWERED if partly else AnswerStatus.ANSWERED,
            work.engine,
            claims=verified.claims,
            citations=verified.citations,
            notices=(*work.notices, *found_notices),
        )

    def _refused(
        self, work: Work, status: AnswerStatus, findings: list[Found] | None = None
    ) -> Answer:
        lang = work.understood.lang
        if status is AnswerStatus.OUT_OF_SCOPE and work.understood.small_talk:
            return work.answer(status, self.engine, claims=(self._frame("small-talk", lang),))
        claims = [Claim(self._wording.status(status, lang), frame=True)]
        referred: tuple[Referral, ...] = ()
        if findings is not None:
            sources = self._sources()
            unknown, referred = self._current_finder().guide.unknown(findings)
            claims.extend(unknown or self._what_was_searched(work, findings, sources))
            referred = referred or referrals(
                work.understood.standalone, findings[0].weighed, sources, lang, self._desks
            )
        return work.answer(status, self.engine, claims=tuple(claims), referrals=referred)

    def _what_was_searched(
        self, work: Work, findings: list[Found], sources: dict[str, Source]
    ) -> list[Claim]:
        lang = work.understood.lang
        words = [concept.surface for concept in findings[0].asked.concepts if not concept.frame][:8]
        name = "searched" if len(sources) != 1 else "searched-one"
        claims = []
        if words:
            claims.append(self._frame(name, lang, count=len(sources), terms=", ".join(words)))
        near = near_misses(findings[0].weighed, sources)
        if near:
            claims.append(self._frame("near", lang, titles="; ".join(near)))
        return claims

    def _frame(self, name: str, lang: str, **values: object) -> Claim:
        return Claim(self._wording.frame(name, lang, **values), frame=True)

    def _current_finder(self) -> Finder:
        """The finder for the generation that is open now."""
        key: object = self.index.manifest
        if self._finder is None or self._finder[0] is not key:
            self._finder = (key, Finder(self.index, self._vocabulary, self.settings))
            self._documents.clear()
        return self._finder[1]

    def _document(self, identity: str) -> Document:
        key = (identity, self.index.source(identity).digest)
        if key not in self._documents:
            if len(self._documents) >= self.settings.kept_documents:
                self._documents.clear()
            self._documents[key] = self.index.document(identity)
        return self._documents[key]

    def _sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.index.sources()}


def _rest(text: str, sides: tuple[str, ...]) -> str:
    for side in sides:
        text = text.replace(side, " ")
    return " ".join(text.split())


def _shown(extract: Extract, shown: list[Extract]) -> bool:
    return any(
        extract.passage.id == other.passage.id
        and extract.start < other.end
        and other.start < extract.end
        for other in shown
    )
