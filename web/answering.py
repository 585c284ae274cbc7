"""Answers questions in a bounded thread pool, whole or event by event.

The assistant works synchronously and may take seconds when a language model words the answer; the
event loop meanwhile keeps serving pages.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeVar

from assistant.answer import Answer, Question
from assistant.events import Done, Event
from web.errors import TooBusy, TookTooLong
from web.feedback import Feedback
from web.metrics import Metrics
from web.settings import WebSettings

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

Result = TypeVar("Result")


class Answering:
    """Runs the assistant for at most ``answering_threads`` questions at once.

    ``max_waiting`` more may wait; the next is turned away with :class:`TooBusy`, because a short
    "try again" is worth more than a spinner without end.
    """

    def __init__(
        self, assistant: Assistant, settings: WebSettings, metrics: Metrics, feedback: Feedback
    ) -> None:
        self._assistant = assistant
        self._settings = settings
        self._metrics = metrics
        self._feedback = feedback
        self._places = settings.answering_threads + settings.max_waiting
        self._taken = 0
        self._threads = ThreadPoolExecutor(settings.answering_threads, "answering")

    def close(self) -> None:
        """Lets running answers finish in the background and takes no more."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def run(self, work: Callable[[], Result]) -> Result:
        """The result of ``work``, done in a thread, within the time one answer may take.

        Raises:
            TooBusy: too many are waiting.
            TookTooLong: no result in time. The thread is let go at its own pace.
        """
        async with self._place():
            future = asyncio.get_running_loop().run_in_executor(self._threads, _carried(work))
            try:
                return await asyncio.wait_for(future, self._settings.answer_timeout_seconds)
            except TimeoutError:
                raise TookTooLong("took_too_long") from None

    async def ask(self, question: Question) -> Answer:
        """The answer to ``question``; see :meth:`run` for the errors."""
        started = time.perf_counter()
        answer = await self.run(lambda: self._assistant.ask(question))
        self._note(answer, started)
        return answer

    async def stream(self, question: Question) -> AsyncGenerator[Event, None]:
        """The events of answering ``question``, as they happen; the last is :class:`Done`.

        Closing the iterator (a client that left) stops the work at its next event. Errors as with
        :meth:`run`, and whatever the assistant raises.
        """
        loop = asyncio.get_running_loop()
        events: asyncio.Queue[Event | BaseException | None] = asyncio.Queue()
        left = threading.Event()

        def tell(item: Event | BaseException | None) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(events.put_nowait, item)

        def work() -> None:
            try:
                if left.is_set():
                    return
                for event in self._assistant.stream(question):
                    if left.is_set():
                        return
                    tell(event)
                tell(None)
            except BaseException as error:
                tell(error)

        started = time.perf_counter()
        async with self._place():
            deadline = loop.time() + self._settings.answer_timeout_seconds
            self._threads.submit(work)
            try:
                while True:
                    item = await _before(deadline, events)
                    if item is None:
                        return
                    if isinstance(item, BaseException):
                        raise item
                    if isinstance(item, Done):
                        self._note(item.answer, started)
                    yield item
            finally:
                left.set()

    def _note(self, answer: Answer, started: float) -> None:
        self._metrics.answered(answer, time.perf_counter() - started)
        self._feedback.remember(answer)

    @asynccontextmanager
    async def _place(self) -> AsyncIterator[None]:
        if self._taken >= self._places:
            self._metrics.turned_away.inc()
            raise TooBusy("too_busy")
        self._taken += 1
        self._metrics.in_progress.set(self._taken)
        try:
            yield
        finally:
            self._taken -= 1
            self._metrics.in_progress.set(self._taken)


def _carried(work: Callable[[], Result]) -> Callable[[], Result]:
    """The same work; a stray StopIteration, which no future can hold, becomes an ordinary error."""

    def carried() -> Result:
        try:
            return work()
        except StopIteration as error:
            raise RuntimeError("StopIteration left a function") from error

    return carried


async def _before(
    deadline: float, events: asyncio.Queue[Event | BaseException | None]
) -> Event | BaseException | None:
    try:
        async with asyncio.timeout_at(deadline):
            return await events.get()
    except TimeoutError:
        raise TookTooLong("took_too_long") from None
