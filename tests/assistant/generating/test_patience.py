"""Limits, breaker, slots, and leaving."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from assistant.answer import Question
from assistant.errors import ModelBusy, ModelTimeout, ModelUnreachable
from assistant.events import Working
from assistant.generating.breaker import Breaker, Slots
from assistant.generating.choosing import OllamaSource
from assistant.generating.engine import GenerativeEngine
from assistant.generating.language_model import Usage
from assistant.generating.listening import Limits, listen
from assistant.generating.settings import GeneratingSettings
from assistant.pipeline import Assistant
from corpus.language import detect
from corpus.vocabulary import Vocabulary
from tests.assistant.generating.conftest import QUICK
from tests.assistant.generating.test_answers import QUESTION, TRUE, reasons
from tests.ollama.server import Hang, Refuse, drafts, says


class Silent:
    """A reply of a few pieces, then nothing until it is cut."""

    def __init__(self, *pieces: str) -> None:
        self.usage = Usage()
        self._pieces = pieces
        self.cut = threading.Event()

    def __iter__(self) -> Any:
        yield from self._pieces
        self.cut.wait(10)

    def abort(self) -> None:
        self.cut.set()


@pytest.mark.parametrize(
    ("pieces", "limits", "said"),
    [
        ((), Limits(0.05, 5, 5, tick=0.01), "begin"),
        (("{",), Limits(5, 0.05, 5, tick=0.01), "silent"),
        (("{",), Limits(5, 5, 0.05, tick=0.01), "ready"),
    ],
    ids=["first token", "silence", "whole"],
)
def test_each_limit_cuts_the_connection(pieces, limits, said):
    reply = Silent(*pieces)
    with pytest.raises(ModelTimeout, match=said):
        list(listen(reply, limits))
    assert reply.cut.is_set()


def test_whoever_leaves_cuts_the_connection(server, asking):
    server.plays = [says('{"claims": [', Hang())]
    events = asking(silence_seconds=15.0).stream(QUESTION)
    for event in events:
        if isinstance(event, Working) and server.chats:
            break
    events.close()
    assert server.chats[0].left.wait(10)


def test_a_slot_is_free_again_after_someone_left(server, asking):
    server.plays = [says('{"claims": [', Hang()), drafts(TRUE)]
    assistant = asking(silence_seconds=15.0)
    events = assistant.stream(QUESTION)
    for event in events:
        if isinstance(event, Working) and server.chats:
            break
    events.close()
    assert assistant.ask(QUESTION).engine == "ollama:tiny:1b"


def test_a_dead_server_is_left_alone_for_a_while(server, asking):
    server.plays = [says(Refuse(500, "boom"))]
    assistant = asking(failures_before_pause=2, pause_seconds=600.0)
    answers = [assistant.ask(QUESTION) for _ in range(4)]
    assert len(server.chats) == 2
    assert all(reasons(answer) for answer in answers)


def test_questions_during_the_pause_do_not_make_it_longer(server, small_index):
    now = [0.0]
    settings = GeneratingSettings(**QUICK, failures_before_pause=1, pause_seconds=60.0)
    vocabulary = Vocabulary.load()
    source = OllamaSource(server.url, "tiny:1b", settings, quiet=False)
    engine = GenerativeEngine(source, vocabulary, settings, detect, clock=lambda: now[0])
    assistant = Assistant(small_index, vocabulary, generation=engine)
    server.plays = [says(Refuse(500, "boom")), drafts(TRUE)]
    for now[0] in (0.0, 30.0, 59.0):
        assert assistant.ask(QUESTION).engine == "extractive"
    now[0] = 61.0
    assert assistant.ask(QUESTION).engine == "ollama:tiny:1b"


def test_the_breaker_lets_one_try_after_its_pause():
    now = [0.0]
    breaker = Breaker(2, 60.0, clock=lambda: now[0])
    for _ in range(2):
        breaker.check()
        breaker.failed("boom")
    with pytest.raises(ModelUnreachable, match="boom"):
        breaker.check()
    now[0] = 61.0
    breaker.check()
    with pytest.raises(ModelUnreachable):
        breaker.check()
    breaker.succeeded()
    breaker.check()


def test_success_forgets_failures():
    breaker = Breaker(2, 60.0)
    breaker.failed("a")
    breaker.succeeded()
    breaker.failed("b")
    breaker.check()


def test_one_call_at_a_time(server, asking):
    server.plays = [drafts(TRUE, pause=0.01)]
    assistant = asking(slots=1, places=8)
    answers: list[Any] = []
    threads = [
        threading.Thread(target=lambda: answers.append(assistant.ask(QUESTION))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert [answer.engine for answer in answers] == ["ollama:tiny:1b"] * 4
    assert server.most_at_once == 1


def test_who_finds_the_line_full_gets_the_extractive_answer(server, asking):
    server.plays = [says('{"claims": [', Hang())]
    assistant = asking(slots=1, places=0, silence_seconds=15.0)
    first = assistant.stream(QUESTION)
    for event in first:
        if isinstance(event, Working) and server.chats:
            break
    answer = assistant.ask(QUESTION)
    first.close()
    assert answer.engine == "extractive"
    assert "bezet" in reasons(answer)[0]


def test_the_line_tells_places_and_moves_on():
    slots = Slots(1, 2, 5.0, tick=0.01)
    assert list(slots.wait()) == []
    second, third = slots.wait(), slots.wait()
    assert (next(second), next(third)) == (1, 2)
    with pytest.raises(ModelBusy):
        next(slots.wait())
    second.close()
    assert next(third) == 1
    slots.release()
    assert list(third) == []


def test_waiting_has_an_end():
    slots = Slots(1, 1, 0.02, tick=0.01)
    assert list(slots.wait()) == []
    with pytest.raises(ModelBusy, match="too long"):
        list(slots.wait())


def test_a_follow_up_is_completed_by_the_model_when_it_does_not_drift(server, asking):
    from assistant.answer import Turn

    history = (
        Turn("user", "Hoeveel werkplaatsen telde de regio in 2023?"),
        Turn("assistant", "48"),
    )
    question = Question("Welke knelpunten noemen ze daar dan eigenlijk zelf?", history)
    good = "Welke knelpunten noemen de werkplaatsen in de regio zelf?"
    server.plays = [says(f'{{"question": "{good}"}}'), drafts(TRUE)]
    assert asking().ask(question).standalone_question == good
    server.plays = [
        says('{"question": "Welke knelpunten noemen de werkplaatsen in Gent?"}'),
        drafts(TRUE),
    ]
    assert "Gent" not in asking().ask(question).standalone_question
