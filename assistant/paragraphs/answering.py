"""The answer in the chat to who pastes a paragraph, and the checker of the index that is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from assistant.answer import Question
from assistant.answering_settings import AnsweringSettings
from assistant.events import Done, Event, Retrieved, Understood
from assistant.finding import Finder
from assistant.generating.handing_over import EXTRACTIVE
from assistant.notices import notices
from assistant.paragraphs.checker import ParagraphChecker
from assistant.paragraphs.pasted import Pasted
from assistant.paragraphs.replying import claims_of, status_of
from assistant.paragraphs.verdicts import CheckedParagraph
from assistant.support.judging import SupportJudge
from assistant.understanding import understand
from assistant.understanding.language import question_language
from assistant.verifying import verify
from assistant.wording import Wording
from assistant.work import Work
from corpus.document import Document
from corpus.vocabulary import Vocabulary
from indexing.index import Index


class PastedParagraphs:
    """Checks paragraphs and answers with what came of it. Safe for several threads."""

    def __init__(
        self,
        index: Index,
        finder: Callable[[], Finder],
        document_of: Callable[[str], Document],
        judge: SupportJudge,
        vocabulary: Vocabulary,
        wording: Wording,
        settings: AnsweringSettings,
    ) -> None:
        """``finder`` gives that of the generation that is open now."""
        self._index = index
        self._finder = finder
        self._document_of = document_of
        self._judge = judge
        self._vocabulary = vocabulary
        self._wording = wording
        self._settings = settings
        self._made: tuple[Finder, ParagraphChecker] | None = None

    def check(self, text: str, today: date, lang: str | None = None) -> CheckedParagraph:
        """The verdict on each sentence of ``text``; see :meth:`ParagraphChecker.check`."""
        finder = self._finder()
        if self._made is None or self._made[0] is not finder:
            sources = self._index.sources_by_id
            checker = ParagraphChecker(
                finder, self._judge, self._vocabulary, sources, self._document_of
            )
            self._made = (finder, checker)
        return self._made[1].check(text, today, lang)

    def answered(
        self, question: Question, paragraph: Pasted, started: float, today: date
    ) -> Iterator[Event]:
        """The events of answering a question that pastes ``paragraph``."""
        asked = paragraph.ask or paragraph.text
        lang = question.lang or question_language(asked)[1]
        understood = understand(Question(asked, lang=lang), self._vocabulary)
        understood = replace(understood, standalone=question.text, lang=lang)
        yield Understood(question.text, lang)
        work = Work(question, understood, started, today)
        checked = self.check(paragraph.text, today, lang)
        draft, status = claims_of(checked), status_of(checked)
        cited = checked.citations
        yield Retrieved(len(cited), tuple(dict.fromkeys(one.document for one in cited)))
        verified = verify(draft, cited, self._document_of)
        work.trace["dropped"] = list(verified.dropped)
        told = notices(
            verified.citations,
            self._index.sources_by_id,
            lang,
            today,
            self._wording,
            self._settings,
        )
        yield Done(
            work.answer(
                status,
                EXTRACTIVE,
                claims=verified.claims or draft,
                citations=verified.citations,
                notices=told,
            )
        )
