"""The generative engine: a right extractive answer in, the same answer in plainer words out."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Any, Protocol, cast

from assistant.answer import Question
from assistant.citing import CitationList
from assistant.errors import (
    ContextCut,
    ModelBusy,
    ModelError,
    ModelMissing,
    ModelNonsense,
    ModelUnreachable,
)
from assistant.events import Event, Working
from assistant.generating import budget
from assistant.generating.breaker import Breaker, Slots
from assistant.generating.checking import CheckedDraft, ClaimChecker, Detect
from assistant.generating.drafting import DraftReader, repeats
from assistant.generating.improving import Improved, Improving, Request
from assistant.generating.language_model import LanguageModel, Message, Schema
from assistant.generating.listening import Limits, listen
from assistant.generating.prompting import (
    REWRITE_SCHEMA,
    SECOND_LOOK_SCHEMA,
    Shelf,
    answer_messages,
    rewrite_messages,
    second_look_messages,
)
from assistant.generating.rewriting import conversation, drift, rewritten
from assistant.generating.settings import GeneratingSettings
from assistant.support.judging import SupportJudge
from assistant.understanding import Understanding
from corpus.vocabulary import Language, Vocabulary
from indexing.passage import Passage

_MOST_REPEATED = 2
_SHORT_REPLY_TOKENS = 160
_CHECK_EVERY = 48


class ModelSource(Protocol):
    """Finds the model to ask, anew whenever it may have changed."""

    quiet: bool
    """Whether it is normal that there is none, so that nobody needs to be told."""

    def model(self) -> LanguageModel:
        """Raises ModelUnreachable or ModelMissing when there is none."""

    def forget(self) -> None:
        """Looks again next time."""


class GenerativeEngine:
    """Words answers through a language model. Safe for several threads.

    It never decides whether there is an answer: it is asked only where the extractive engine has
    one, and that one stands whenever the model fails or too little of its draft holds.
    """

    def __init__(
        self,
        source: ModelSource,
        vocabulary: Vocabulary,
        settings: GeneratingSettings,
        detect: Detect,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._source = source
        self._vocabulary = vocabulary
        self._settings = settings
        self._detect = detect
        self._judge = SupportJudge(vocabulary)
        self._breaker = Breaker(settings.failures_before_pause, settings.pause_seconds, clock)
        self._slots = Slots(settings.slots, settings.places, settings.waiting_seconds)

    def improve(self, request: Request) -> Generator[Event, None, Improved]:
        """Claims as they pass, one by one; returns the whole answer, which begins with them.

        Never raises a ModelError. Closing it cuts the connection to the model.
        """
        work = Improving(request, self._settings.smallest_kept_share)
        yield from work.opening()
        model, asked = None, False
        try:
            model = self._source.model()
            self._breaker.check()
            asked = True
            work.trace["model"] = model.name
            yield from self._in_turn(self._worded(model, work))
            self._breaker.succeeded()
        except ModelError as error:
            # Being left alone is no new failure, or a busy house would never try again.
            if asked and not isinstance(error, ModelBusy):
                self._breaker.failed(error.message)
                self._source.forget()
            quiet = model is None and self._source.quiet
            work.failed(error, told=not quiet)
        yield from work.closing()
        return work.improved(model.name if model is not None else "")

    def standalone(self, question: Question, understood: Understanding) -> str | None:
        """A follow-up question completed by the model, or None where the rules do as well.

        Asked only where the rules merely hang the earlier question on; a rewriting that drifts
        from what was said is not used. Takes at most ``rewrite_seconds``.
        """
        follow_up = understood.follow_up
        if not self._settings.rewrite_follow_ups or not follow_up.dependent or follow_up.ellipsis:
            return None
        lang = _language(understood.question_lang)
        messages = rewrite_messages(question.text, conversation(question.history), lang)
        try:
            model = self._source.model()
            self._breaker.check()
        except ModelError:
            return None
        try:
            text = self._short(model, messages, REWRITE_SCHEMA)
        except ModelError as error:
            if not isinstance(error, ModelBusy):
                self._breaker.failed(error.message)
            return None
        self._breaker.succeeded()
        found = rewritten(text)
        if drift(found, understood.text, question.history, lang, self._vocabulary):
            return None
        spoken = self._detect(found)
        return found if spoken in (None, lang) else None

    def _in_turn(self, work: Iterator[Event]) -> Iterator[Event]:
        """``work`` in a slot of its own, after telling the place in line."""
        for place in self._slots.wait():
            yield Working("waiting", place)
        with self._slots.held():
            yield from work

    def _worded(self, model: LanguageModel, work: Improving) -> Iterator[Event]:
        """The draft, read and checked; once more with half the passages when the prompt was cut."""
        passages = self._fitting(model, work.request)
        try:
            yield from self._drafted(model, work, passages)
        except ContextCut as error:
            fewer = passages[: len(passages) // 2]
            if not fewer or work.released:
                raise
            work.retry(error)
            yield from self._drafted(model, work, fewer)
        if self._settings.second_look:
            self._look_again(model, work)
        work.judge_whole()

    def _fitting(self, model: LanguageModel, request: Request) -> tuple[Passage, ...]:
        frame = answer_messages(request.question, request.lang, Shelf({}), {})
        fitting = budget.fitting(
            request.passages[: self._settings.passages],
            frame,
            model.context_tokens,
            self._settings.answer_tokens,
        )
        if not fitting:
            raise ContextCut("No passage fits the model's context.")
        return fitting

    def _drafted(
        self, model: LanguageModel, work: Improving, passages: Sequence[Passage]
    ) -> Iterator[Event]:
        request, settings = work.request, self._settings
        shelf = Shelf.of(passages)
        titles = {p.document: request.document_of(p.document).source.title for p in passages}
        messages = answer_messages(request.question, request.lang, shelf, titles)
        checker = ClaimChecker(
            shelf,
            request.lang,
            self._judge,
            CitationList(request.today),
            request.document_of,
            self._detect,
        )
        reply = model.reply(messages, shelf.schema(), settings.answer_tokens)
        limits = Limits(
            settings.first_token_seconds, settings.silence_seconds, settings.whole_seconds
        )
        reader = DraftReader()
        pieces = listen(reply, limits)
        looked_at = 0
        work.trace["passages"] = [passage.id for passage in passages]
        try:
            for piece in pieces:
                if not piece:
                    yield Working("drafting")
                    continue
                for drafted in reader.feed(piece):
                    yield from work.took(checker.check(drafted))
                    if checker.repeated >= _MOST_REPEATED:
                        raise ModelNonsense("The language model repeats itself.")
                if len(reader.text) - looked_at >= _CHECK_EVERY:
                    looked_at = len(reader.text)
                    if repeats(reader.text):
                        raise ModelNonsense("The language model repeats itself.")
        finally:
            cast(Generator[str, None, None], pieces).close()
        usage = reply.usage
        work.trace["usage"] = {"prompt": usage.prompt_tokens, "answer": usage.answer_tokens}
        work.trace["malformed"] = reader.malformed
        budget.check_not_cut(messages, usage, model.context_tokens)
        reader.close()

    def _look_again(self, model: LanguageModel, work: Improving) -> None:
        """What the model itself thinks of each claim; told in the trace, decides nothing."""
        opinions: list[dict[str, Any]] = []
        for checked in work.kept:
            assert checked.claim is not None
            opinions.append({"claim": checked.claim.text, "carried": self._opinion(model, checked)})
        work.trace["second_look"] = opinions

    def _opinion(self, model: LanguageModel, checked: CheckedDraft) -> bool | None:
        assert checked.claim is not None
        messages = second_look_messages(checked.claim.text, checked.quotes)
        try:
            text = self._read(model, messages, SECOND_LOOK_SCHEMA)
        except ModelError:
            return None
        if '"carried"' not in text:
            return None
        return "true" in text and "false" not in text

    def _short(self, model: LanguageModel, messages: tuple[Message, ...], schema: Schema) -> str:
        """A short reply in a free slot; nobody waits in line for one."""
        for _ in self._slots.wait():
            raise ModelBusy("The language model is busy.")
        with self._slots.held():
            return self._read(model, messages, schema)

    def _read(self, model: LanguageModel, messages: tuple[Message, ...], schema: Schema) -> str:
        seconds = self._settings.rewrite_seconds
        reply = model.reply(messages, schema, _SHORT_REPLY_TOKENS)
        return "".join(listen(reply, Limits(seconds, seconds, seconds)))


def _language(code: str) -> Language:
    return "en" if code == "en" else "nl"


__all__ = [
    "GenerativeEngine",
    "Improved",
    "ModelMissing",
    "ModelSource",
    "ModelUnreachable",
    "Request",
]
