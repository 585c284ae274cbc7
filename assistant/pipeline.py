"""The assistant: the steps from a question to a grounded answer, in order."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial

from assistant.answer import Answer, AnswerStatus, ChosenRoute, Claim, Question
from assistant.answering_settings import AnsweringSettings
from assistant.completing import Completer
from assistant.confirming import Confirmation, Confirmer
from assistant.drafting import Drafter, Nearest
from assistant.events import Done, Event, Retrieved, Understood
from assistant.finding import Finder, Found
from assistant.gathering import Gathered, Gatherer
from assistant.generating.engine import GenerativeEngine
from assistant.generating.handing_over import EXTRACTIVE, word
from assistant.guidance.advice import Advice, claims_of
from assistant.notices import notices
from assistant.paragraphs.answering import PastedParagraphs
from assistant.paragraphs.pasted import pasted
from assistant.paragraphs.verdicts import CheckedParagraph
from assistant.part_by_part import PartByPart
from assistant.reading_questions import QuestionReader
from assistant.referral import HelpDesk, load_help_desks
from assistant.refusing import Refuser
from assistant.reply import Reply, surely_answered
from assistant.setting_aside import says_nothing, set_aside_status, several_readings
from assistant.stated_claims import StatedClaims
from assistant.support.judging import SupportJudge
from assistant.telling_more import more
from assistant.understanding import Understanding, understand
from assistant.understanding.language import question_language
from assistant.understanding.question import reread
from assistant.verifying import Verified, verify
from assistant.where_from import where_from
from assistant.wording import Wording, load_wording
from assistant.work import Work
from corpus.document import Document, Source
from corpus.vocabulary import Vocabulary
from indexing.index import Index
from indexing.recent import Recent
from indexing.retriever import Retrieval


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
        self._refuser = Refuser(
            self._wording,
            desks if desks is not None else load_help_desks(),
            self._sources,
            self._current_finder,
        )
        judge = SupportJudge(vocabulary)
        self._stated = StatedClaims(judge, index.source, self.settings)
        self._reader = QuestionReader(index, vocabulary, generation)
        finder, shared = self._current_finder, (vocabulary, self._wording, self.settings)
        self._pasted = PastedParagraphs(index, finder, self._document, judge, *shared)
        self._today = today
        self._gatherer: tuple[object, Gatherer] | None = None
        self._documents = Recent[tuple[str, str], Document](self.settings.kept_documents)

    def __enter__(self) -> Assistant:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the index."""
        self.index.close()

    def ask(self, question: Question) -> Answer:
        """The answer to a question. Not knowing is a status.

        Raises BadQuestion: there is nothing in it to answer, or it is too long.
        """
        for event in self.stream(question):
            if isinstance(event, Done):
                return event.answer
        raise AssertionError("stream always ends with Done")

    def stream(self, question: Question) -> Iterator[Event]:
        """The same, step by step; the last event holds the answer."""
        started = time.perf_counter()
        if paragraph := pasted(question.text):
            yield from self._pasted.answered(question, paragraph, started, self._today())
            return
        guide = self._current_finder().guide
        read, corrections = self._reader.read(question, guide.read)
        understood = understand(
            read,
            self._vocabulary,
            max_characters=self.settings.max_question_characters,
            subjects=guide.subjects,
            matters=guide.matters,
        )
        understood = self._reader.completed(read, understood)
        yield Understood(understood.standalone, understood.lang)
        work = Work(question, understood, started, self._today(), corrections)
        refusal = set_aside_status(understood)
        if refusal is not None:
            corrected = self._confirmed(self._confirmer().dictated(work), work)
            yield Done(corrected or self._refuser.refused(work, refusal))
            return
        if understood.follow_up.told:
            yield from self._told_more(work)
            return
        if understood.follow_up.sourced:
            yield Done(where_from(work, self.ask, self._document, self._wording))
            return
        several = len(understood.parts) > 1
        confirmation = None if several else self._confirmer().confirm(work)
        # Asked for by advice on several parts and by the answer from what is found.
        gather = cache(partial(self._current().gather, understood))
        advised = self._confirmed(confirmation, work) or self._advised(work, gather)
        if advised is not None:
            cited = dict.fromkeys(citation.document for citation in advised.citations)
            yield Retrieved(len(advised.citations), tuple(cited))
            yield Done(advised)
            return
        if confirmation is not None and confirmation.unsupported:
            found = confirmation.found
            yield Retrieved(found.passages, found.documents)
            draft = self._confirmer().nearest(confirmation, work)
            nearest = verify(draft, work.citations.citations, self._document)
            yield Done(self._refuser.refused(work, AnswerStatus.NOT_IN_CORPUS, [found], nearest))
            return
        gathered = gather()
        findings = [found for _, found in gathered if found is not None]
        work.note_findings(findings)
        yield Retrieved(
            sum(one.passages for one in findings),
            tuple(dict.fromkeys(name for one in findings for name in one.documents)),
        )
        readings: tuple[str, ...] = ()
        if len(gathered) == 1 and findings:
            readings = several_readings(understood, findings[0], self._sources(), self.settings)
        # One part that says nothing by itself leaves the others to be answered.
        nothing = bool(findings) and len(findings) == len(gathered)
        if readings or (nothing and all(says_nothing(understood, one) for one in findings)):
            yield Done(self._refuser.asked_back(work, readings))
            return
        drafter = self._drafter()
        replies = drafter.replies(gathered)
        if not any(reply.answered for reply in replies) and (
            other := self._read_otherwise(read, understood, drafter)
        ):
            understood, replies = other
            yield Understood(understood.standalone, understood.lang)
            findings = [reply.found for reply in replies if reply.found is not None]
            work.read_as(understood)
            work.note_findings(findings)
        decisions = [reply.decision for reply in replies if reply.decision is not None]
        work.note_decisions(decisions)
        if not any(reply.answered for reply in replies):
            yield Done(self._unanswered(work, findings, partial(drafter.nearest, replies, work)))
            return
        draft = drafter.draft(replies, work)
        partly = any(reply.expected and not reply.answered for reply in replies)
        status = AnswerStatus.PARTLY_ANSWERED if partly else AnswerStatus.ANSWERED
        sure = surely_answered(replies, self.settings)
        completed = self._completer().complete(work, draft, status, sure)
        status = completed.status
        verified = verify(completed.claims, work.citations.citations, self._document)
        work.trace["dropped"] = list(verified.dropped)
        if not verified.claims:
            yield Done(self._refuser.refused(work, AnswerStatus.NOT_IN_CORPUS, findings))
            return
        worded = yield from word(
            # What is known of a document itself is in no passage that a model would be shown.
            None if len(findings) < len(replies) or status.refused else self._generation,
            understood,
            verified,
            completed.standing,
            [reply.found for reply in replies if reply.found is not None],
            decisions,
            self._document,
            work.today,
            self._wording,
        )
        work.note_wording(worded)
        yield Done(self._answered(work, worded.verified, status, findings))

    def check(self, text: str, lang: str | None = None) -> CheckedParagraph:
        """The verdict on each sentence of a pasted paragraph; ``lang`` (``nl`` or ``en``) is the
        language of the explanations, else that of the text.

        Raises:
            BadQuestion: there is nothing to check, or it is too long.
        """
        return self._pasted.check(text, self._today(), lang)

    def _read_otherwise(
        self, question: Question, understood: Understanding, drafter: Drafter
    ) -> tuple[Understanding, tuple[Reply, ...]] | None:
        """A question of a conversation that has no answer as it was read, read the other way, with
        the replies; None where that is not answered surely either."""
        guide = self._current_finder().guide
        other = reread(question, understood, self._vocabulary, subjects=guide.subjects)
        if other is None:
            return None
        replies = drafter.replies(self._current().gather(other))
        sure = [reply for reply in replies if reply.surely(self.settings)]
        return (other, replies) if sure else None

    def _told_more(self, work: Work) -> Iterator[Event]:
        """What is told next to who wants to hear more of the same."""
        gathered = self._current().gather(work.understood)
        findings = [found for _, found in gathered if found is not None]
        work.note_findings(findings)
        weighed = [item for found in findings for item in found.weighed]
        advice = more(weighed, work.understood.follow_up.told, self.settings)
        told = advice and self._drafted(
            work, claims_of(advice, work.citations, self._document), advice.status
        )
        yield Retrieved(sum(one.passages for one in findings), ())
        yield Done(told or self._refuser.nothing_more(work))

    def _confirmed(self, confirmation: Confirmation | None, work: Work) -> Answer | None:
        """The answer to who states what a source says, or says otherwise."""
        if not (confirmation and confirmation.settled):
            return None
        draft = self._confirmer().claims(confirmation, work)
        return self._drafted(work, draft, AnswerStatus.ANSWERED)

    def _advised(self, work: Work, gather: Callable[[], Gathered]) -> Answer | None:
        """The answer to who asks where to start, which grant fits, or what still holds; to who asks
        several things, one to each."""
        advice = self._current_finder().guide.advise(work.understood, work.today)
        replies = partial(self._replies, work, gather)
        together = self._part_by_part().together(work, advice, replies)
        if together is None:
            return self._told(work, advice)
        work.trace["advised"] = list(together.documents)
        route = advice.route if advice else None
        claims, status, sure = together.claims, together.status, together.sure
        completed = self._completer().complete(work, claims, status, sure)
        return self._drafted(work, completed.claims, completed.status, route=route)

    def _replies(self, work: Work, gather: Callable[[], Gathered]) -> tuple[Reply, ...]:
        """What can be said from what is found."""
        gathered = gather()
        work.note_findings([found for _, found in gathered if found is not None])
        return self._drafter().replies(gathered)

    def _unanswered(
        self, work: Work, findings: list[Found], nearest: Callable[[], Nearest]
    ) -> Answer:
        """The answer to what nothing was found on: advice from what holds in general to who needs
        it, else a refusal with what stands near, in the fiches or (``nearest``) elsewhere."""
        guide = self._current_finder().guide
        told = self._told(work, guide.at_last(work.understood, work.today, findings))
        if told is not None:
            return told
        lines, gap = guide.near(work.understood, work.today, findings)
        advice = Advice(AnswerStatus.NOT_IN_CORPUS, lines)
        draft = claims_of(advice, work.citations, self._document)
        beside, unclear = ((), False) if draft or gap else nearest()
        near = verify(draft or beside, work.citations.citations, self._document)
        status = AnswerStatus.NOT_IN_CORPUS
        return self._refuser.refused(work, status, findings, near, gap, unclear=unclear)

    def _told(self, work: Work, advice: Advice | None) -> Answer | None:
        if advice is None:
            return None
        work.trace["advised"] = list(advice.documents)
        draft = claims_of(advice, work.citations, self._document)
        status = advice.status
        if not advice.at_once:
            completed = self._completer().complete(work, draft, status)
            draft, status = completed.claims, completed.status
        return self._drafted(work, draft, status, advice.choices, advice.route)

    def _drafted(
        self,
        work: Work,
        draft: tuple[Claim, ...],
        status: AnswerStatus,
        offered: tuple[str, ...] = (),
        route: ChosenRoute | None = None,
    ) -> Answer | None:
        """The answer that claims make which were not extracted from evidence, verified too."""
        verified = verify(draft, work.citations.citations, self._document)
        if not verified.claims and not status.refused:
            return None
        lang, cited = work.understood.lang, verified.citations
        return work.answer(
            status,
            EXTRACTIVE,
            claims=verified.claims or draft,
            citations=cited,
            notices=(
                *work.notices,
                *notices(cited, self._sources(), lang, work.today, self._wording, self.settings),
            ),
            choices=offered,
            route=route,
        )

    def search(self, query: str, *, k: int = 10, lang: str | None = None) -> Retrieval:
        """The ``k`` passages found for a query, best first, without answering."""
        language = lang or question_language(query)[1]
        return self.index.retriever.retrieve(query, lang=language, k=k)

    def _answered(
        self, work: Work, verified: Verified, status: AnswerStatus, findings: list[Found]
    ) -> Answer:
        cited = {citation.passage for citation in verified.citations}
        untrusted = any(
            item.unit.table is not None and not item.unit.table.trusted
            for found in findings
            for item in found.weighed
            if item.unit.passage.id in cited
        )
        found_notices = notices(
            verified.citations,
            self._sources(),
            work.understood.lang,
            work.today,
            self._wording,
            self.settings,
            untrusted_table=untrusted,
            corrections=(*work.corrections, *(findings[0].corrections if findings else ())),
        )
        told = [citation.document for citation in verified.citations]
        unheard_of = self._current_finder().guide.told_of_none(work.understood, told)
        return work.answer(
            status,
            work.engine,
            claims=(*verified.claims, *(Claim(text, frame=True) for text in unheard_of)),
            citations=verified.citations,
            notices=(*work.notices, *found_notices),
        )

    @property
    def _shared(
        self,
    ) -> tuple[Callable[[str], Document], Wording, Vocabulary, AnsweringSettings]:
        """What whoever drafts needs: documents, wording, vocabulary and settings."""
        return self._document, self._wording, self._vocabulary, self.settings

    def _drafter(self) -> Drafter:
        return Drafter(self.index, self._current_finder(), *self._shared)

    def _part_by_part(self) -> PartByPart:
        guide = self._current_finder().guide
        return PartByPart(guide, self._drafter(), self._confirmer(), *self._shared)

    def _completer(self) -> Completer:
        return Completer(self._current_finder().guide, self._document, self._wording)

    def _confirmer(self) -> Confirmer:
        return Confirmer(self._stated, self._current_finder, *self._shared)

    def _current(self) -> Gatherer:
        """What gathers evidence in the generation that is open now."""
        key: object = self.index.manifest
        if self._gatherer is None or self._gatherer[0] is not key:
            self._gatherer = (key, Gatherer(self.index, self._vocabulary, self.settings))
        return self._gatherer[1]

    def _current_finder(self) -> Finder:
        return self._current().finder

    def _document(self, identity: str) -> Document:
        key = (identity, self.index.source(identity).digest)
        document = self._documents.get(key)
        if document is None:
            document = self.index.document(identity)
            self._documents.put(key, document)
        return document

    def _sources(self) -> dict[str, Source]:
        return self.index.sources_by_id
