"""Conversations, kept in memory only: bounded in number, length and time, and gone at a restart.

A person's questions may hold personal data, so they are never written to disk.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.answer import Answer, Notice, NoticeKind, Turn
from web.wording import wording


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and its answer. ``number`` counts the conversation's exchanges from 1."""

    number: int
    question: str
    answer: Answer
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was said so far. ``touched`` is when, in seconds of a monotonic clock."""

    id: str
    exchanges: tuple[Exchange, ...]
    touched: float

    @property
    def history(self) -> tuple[Turn, ...]:
        """The earlier turns as the assistant wants them, oldest first."""
        turns: list[Turn] = []
        for exchange in self.exchanges:
            turns.append(Turn("user", exchange.question))
            turns.append(Turn("assistant", exchange.answer.text))
        return tuple(turns)


class Conversations:
    """At most ``size`` conversations of at most ``turns`` exchanges, each kept ``minutes`` idle."""

    def __init__(
        self,
        *,
        size: int,
        turns: int,
        minutes: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._size = size
        self._turns = turns
        self._seconds = minutes * 60
        self._clock = clock
        self._kept: OrderedDict[str, Conversation] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def find(self, id_: str | None) -> Conversation | None:
        """The conversation, or None when there is none (any more)."""
        with self._lock:
            self._forget_old()
            return self._kept.get(id_ or "")

    def add(self, id_: str | None, question: str, answer: Answer) -> Conversation:
        """The conversation with this exchange at its end; a new one where ``id_`` is not known."""
        with self._lock:
            self._forget_old()
            old = self._kept.pop(id_ or "", None)
            exchanges = old.exchanges if old else ()
            number = exchanges[-1].number + 1 if exchanges else 1
            conversation = Conversation(
                id=old.id if old else secrets.token_urlsafe(12),
                exchanges=(*exchanges, Exchange(number, question, answer))[-self._turns :],
                touched=self._clock(),
            )
            self._kept[conversation.id] = conversation
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
            return conversation

    def judge(self, id_: str, answer_id: str, verdict: str) -> Exchange | None:
        """Notes a reader's verdict on an answer; None where it is not known (any more)."""
        with self._lock:
            conversation = self._kept.get(id_)
            for position, exchange in enumerate(conversation.exchanges if conversation else ()):
                if conversation and exchange.answer.id == answer_id:
                    judged = replace(exchange, verdict=verdict)
                    exchanges = list(conversation.exchanges)
                    exchanges[position] = judged
                    self._kept[id_] = replace(conversation, exchanges=tuple(exchanges))
                    return judged
        return None

    def _forget_old(self) -> None:
        oldest = self._clock() - self._seconds
        while self._kept and next(iter(self._kept.values())).touched < oldest:
            self._kept.popitem(last=False)


def without_earlier(answer: Answer) -> Answer:
    """The answer to a question of a conversation that is gone, with a notice that says so."""
    text = wording(answer.lang)("notice.earlier-gone-text")
    return replace(answer, notices=(Notice(NoticeKind.EARLIER_GONE, text), *answer.notices))
