"""Reading in a process of its own, so that a hostile file costs one document and not the program.

The process is kept for the next document and replaced when it was killed or grew too large.
"""

from __future__ import annotations

import atexit
import contextlib
import logging
import multiprocessing
import os
import resource
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock

from corpus.document import Document, Source
from corpus.errors import LimitExceeded, MalformedDocument, ReadingError
from corpus.settings import ReadingLimits

_RECYCLE_AFTER = 500
"""Documents after which the process is replaced, whatever the libraries left behind."""


def _work(requests: Connection, memory_bytes: int) -> None:
    """Reads what it is sent until the other side hangs up."""
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    with contextlib.suppress(OSError):
        os.nice(1)
    from corpus.reading.dispatch import read

    # Libraries grumble about every flaw of a file; what matters comes back as an error or warning.
    logging.disable(logging.CRITICAL)
    while True:
        try:
            source, limits = requests.recv()
        except (EOFError, OSError):
            return
        outcome: Document | ReadingError
        try:
            outcome = read(source, limits)
        except ReadingError as error:
            outcome = error
        except MemoryError:
            outcome = _too_much_memory(source)
        except Exception as error:  # a reader must never take the program with it
            outcome = MalformedDocument(
                f"It could not be read ({type(error).__name__}).",
                where=source.id,
                hint="Open it in its own program and save it again.",
                retryable=True,
            )
        try:
            requests.send(outcome)
        except (MemoryError, OSError, ValueError):
            requests.send(_too_much_memory(source))


def _too_much_memory(source: Source) -> LimitExceeded:
    return LimitExceeded(
        "Reading it takes more memory than allowed.",
        where=source.id,
        hint="Split it, or raise WEGWIJS_LIMITS__MEMORY_BYTES.",
    )


class ReadingWorker:
    """A process that reads documents one at a time. Close it, or use it in a ``with``."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._memory = 0
        self._read = 0
        self._lock = Lock()

    def __enter__(self) -> ReadingWorker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, source: Source, limits: ReadingLimits | None = None) -> Document:
        """Reads a document within the limits of time and memory.

        Raises:
            ReadingError: it could not be read, or a limit was reached.
        """
        limits = limits or ReadingLimits()
        with self._lock:
            connection = self._started(limits)
            try:
                connection.send((source, limits))
                if not connection.poll(limits.timeout_seconds):
                    self._kill()
                    raise LimitExceeded(
                        f"Reading it took more than {limits.timeout_seconds:g} seconds.",
                        where=source.id,
                        hint="Split it, or raise WEGWIJS_LIMITS__TIMEOUT_SECONDS.",
                    )
                outcome = connection.recv()
            except (EOFError, OSError) as error:
                self._kill()
                raise MalformedDocument(
                    "The reader broke down on it.",
                    where=source.id,
                    hint="Open it in its own program and save it again.",
                    retryable=True,
                ) from error
        if isinstance(outcome, ReadingError):
            raise outcome
        assert isinstance(outcome, Document)
        return outcome

    def _started(self, limits: ReadingLimits) -> Connection:
        stale = self._read >= _RECYCLE_AFTER or self._memory != limits.memory_bytes
        if (
            self._connection is None
            or self._process is None
            or not self._process.is_alive()
            or stale
        ):
            self._kill()
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._process = context.Process(
                target=_work, args=(theirs, limits.memory_bytes), daemon=True
            )
            self._process.start()
            theirs.close()
            self._memory, self._read = limits.memory_bytes, 0
        self._read += 1
        return self._connection

    def _kill(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._process is not None:
            self._process.kill()
            self._process.join(5)
            self._process = None

    def close(self) -> None:
        """Ends the process."""
        with self._lock:
            self._kill()


_shared = ReadingWorker()
atexit.register(_shared.close)


def read_safely(source: Source, limits: ReadingLimits | None = None) -> Document:
    """Reads a document in a process kept for that, see :class:`ReadingWorker`.

    Raises:
        ReadingError: it could not be read, or a limit was reached.
    """
    return _shared.read(source, limits)
