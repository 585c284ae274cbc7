"""Leaving a server alone that does not answer, and waiting for one that is busy."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from assistant.errors import ModelBusy, ModelUnreachable


class Breaker:
    """Counts failures in a row; after ``limit`` it lets nothing through for ``pause`` seconds.

    Then one call may try; its outcome decides. Safe for several threads.
    """

    def __init__(
        self, limit: int, pause: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limit = limit
        self._pause = pause
        self._clock = clock
        self._lock = threading.Lock()
        self._failures = 0
        self._closed_until = 0.0
        self._last = ""

    def check(self) -> None:
        """Passes, or says why not.

        Raises:
            ModelUnreachable: the server is left alone for now.
        """
        with self._lock:
            if self._failures < self._limit:
                return
            now = self._clock()
            if now < self._closed_until:
                left = int(self._closed_until - now) + 1
                raise ModelUnreachable(
                    f"The language model is left alone for another {left} s. {self._last}".strip()
                )
            # One may try; the others wait as if it had failed.
            self._closed_until = now + self._pause

    def succeeded(self) -> None:
        """A call ended well."""
        with self._lock:
            self._failures = 0

    def failed(self, reason: str) -> None:
        """A call failed because of the server or the model."""
        with self._lock:
            self._failures += 1
            self._last = reason
            if self._failures >= self._limit:
                self._closed_until = self._clock() + self._pause


class Slots:
    """At most ``slots`` calls at once; ``places`` more wait in line, each at most ``seconds``."""

    def __init__(self, slots: int, places: int, seconds: float, tick: float = 0.25) -> None:
        self._free = slots
        self._places = places
        self._seconds = seconds
        self._tick = tick
        self._changed = threading.Condition()
        self._line: list[object] = []

    def wait(self) -> Iterator[int]:
        """Yields the place in line (from 1) every now and then, and ends when a slot is taken.

        Closing the generator before its end gives up the place.

        Raises:
            ModelBusy: the line is full, or the wait too long.
        """
        ticket = object()
        with self._changed:
            if self._free and not self._line:
                self._free -= 1
                return
            if len(self._line) >= self._places:
                raise ModelBusy("Too many questions are waiting for the language model.")
            self._line.append(ticket)
        deadline = time.monotonic() + self._seconds
        try:
            while True:
                with self._changed:
                    if self._free and self._line[0] is ticket:
                        self._free -= 1
                        return
                    left = deadline - time.monotonic()
                    if left <= 0:
                        raise ModelBusy("The language model stayed busy for too long.")
                    place = self._line.index(ticket) + 1
                yield place
                with self._changed:
                    if not (self._free and self._line[0] is ticket):
                        self._changed.wait(min(self._tick, left))
        finally:
            with self._changed:
                self._line.remove(ticket)
                self._changed.notify_all()

    def release(self) -> None:
        """Gives a slot back."""
        with self._changed:
            self._free += 1
            self._changed.notify_all()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Gives the slot that :meth:`wait` took back at the end."""
        try:
            yield
        finally:
            self.release()
