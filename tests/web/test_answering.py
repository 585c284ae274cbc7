"""Questions are answered in a bounded number of threads, within a bounded time."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest

from assistant.answer import AnswerStatus, Question
from assistant.events import ClaimReady, Done, Event, Retrieved, Understood, Working
from tests.web.fake_assistant import FakeAssistant
from web.answering import Answering
from web.errors import TooBusy, TookTooLong
from web.feedback import Feedback
from web.metrics import Metrics
from web.settings import WebSettings

Result = TypeVar("Result")
KNOWN = Question("Waar waren de meeste voorstellingen?")


def answering(assistant: FakeAssistant, tmp_path: Path, **limits: Any) -> Answering:
    return Answering(
        assistant,  # type: ignore[arg-type]
        WebSettings(**limits),
        Metrics(),
        Feedback(tmp_path / "feedback.jsonl"),
    )


def run(work: Coroutine[Any, Any, Result]) -> Result:
    # In a thread of its own: a browser driven in this one keeps an event loop running.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def test_events_come_in_order(tmp_path: Path) -> None:
    async def work() -> list[type]:
        return [type(e) async for e in answering(FakeAssistant(), tmp_path).stream(KNOWN)]

    assert run(work()) == [Understood, Retrieved, ClaimReady, Done]


def test_the_answer_is_counted(tmp_path: Path) -> None:
    answers = answering(FakeAssistant(), tmp_path)
    assert run(answers.ask(KNOWN)).status is AnswerStatus.ANSWERED
    text = answers._metrics.exposition()[0].decode()
    assert 'wegwijs_answers_total{engine="extractive",lang="nl",status="answered"} 1.0' in text
    assert "wegwijs_answer_seconds_count 1.0" in text


def test_an_error_of_the_assistant_comes_through(tmp_path: Path) -> None:
    async def work() -> None:
        async for _ in answering(FakeAssistant(), tmp_path).stream(Question("kapot")):
            pass

    with pytest.raises(RuntimeError):
        run(work())


def test_a_stray_stop_iteration_does_not_hang(tmp_path: Path) -> None:
    def stray() -> None:
        next(iter(()))

    with pytest.raises(RuntimeError):
        run(answering(FakeAssistant(), tmp_path, answer_timeout_seconds=30).run(stray))


def test_who_does_not_fit_is_turned_away(tmp_path: Path) -> None:
    assistant = FakeAssistant()

    async def work() -> None:
        answers = answering(assistant, tmp_path, answering_threads=1, max_waiting=1)
        waiting = [asyncio.create_task(answers.ask(Question("wacht even"))) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(TooBusy):
            await answers.ask(KNOWN)
        assistant.release.set()
        await asyncio.gather(*waiting)
        assert (await answers.ask(KNOWN)).status is AnswerStatus.ANSWERED

    run(work())


def test_what_takes_too_long_is_let_go(tmp_path: Path) -> None:
    assistant = FakeAssistant()

    async def work() -> None:
        answers = answering(assistant, tmp_path, answer_timeout_seconds=0.05)
        with pytest.raises(TookTooLong):
            await answers.ask(Question("wacht even"))
        with pytest.raises(TookTooLong):
            async for _ in answers.stream(Question("wacht even")):
                pass
        assistant.release.set()

    run(work())


def test_a_reader_who_leaves_frees_the_place(tmp_path: Path) -> None:
    assistant = FakeAssistant()

    async def work() -> None:
        answers = answering(assistant, tmp_path, answering_threads=1, max_waiting=0)
        events = answers.stream(KNOWN)
        await anext(events)
        await events.aclose()
        assert (await answers.ask(KNOWN)).status is AnswerStatus.ANSWERED

    run(work())


class Waiting(FakeAssistant):
    """Waits for a model for ever, with a sign of life now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.closed = threading.Event()

    def stream(self, question: Question) -> Iterator[Event]:
        try:
            while True:
                yield Working("waiting", 1)
                time.sleep(0.01)
        finally:
            self.closed.set()


def test_who_leaves_the_line_is_waited_for_no_longer(tmp_path: Path) -> None:
    assistant = Waiting()

    async def work() -> None:
        events = answering(assistant, tmp_path).stream(KNOWN)
        assert isinstance(await anext(events), Working)
        await events.aclose()

    run(work())
    assert assistant.closed.wait(10)
