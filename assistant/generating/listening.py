"""Listening to a reply with a limit on its start, on silence and on the whole."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.errors import ModelError, ModelTimeout, ModelUnreachable
from assistant.generating.language_model import Reply


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds until the first piece, between two pieces, and for everything."""

    first_token: float
    silence: float
    whole: float
    tick: float = 0.5


def listen(reply: Reply, limits: Limits) -> Iterator[str]:
    """The pieces of ``reply``, and an empty string every ``limits.tick`` seconds without one.

    The empty pieces let the caller notice that its own reader has left. Closing this generator
    cuts the connection.

    Raises:
        ModelTimeout: a limit was passed; the connection is cut.
        ModelError: whatever the reply raises.
    """
    pieces: queue.SimpleQueue[str | BaseException | None] = queue.SimpleQueue()

    def read() -> None:
        try:
            for piece in reply:
                pieces.put(piece)
            pieces.put(None)
        except BaseException as error:  # handed over to the listener
            pieces.put(error)

    started = heard = time.monotonic()
    begun = False
    threading.Thread(target=read, name="model-reply", daemon=True).start()
    try:
        while True:
            now = time.monotonic()
            quiet = limits.silence if begun else limits.first_token
            left = min(heard + quiet, started + limits.whole) - now
            # What has come already is no delay of the model's, however long it lay here.
            if left <= 0 and pieces.empty():
                raise _too_slow(begun, now - started >= limits.whole, limits)
            try:
                piece = pieces.get(timeout=min(limits.tick, max(left, 0.0)))
            except queue.Empty:
                yield ""
                continue
            if piece is None:
                return
            if isinstance(piece, ModelError):
                raise piece
            if isinstance(piece, BaseException):
                raise ModelUnreachable(f"The language model failed ({piece}).") from piece
            if piece:
                begun = True
                heard = time.monotonic()
                yield piece
    finally:
        reply.abort()


def _too_slow(begun: bool, whole: bool, limits: Limits) -> ModelTimeout:
    if whole:
        return ModelTimeout(f"The language model was not ready in {limits.whole:g} s.")
    if begun:
        return ModelTimeout(f"The language model fell silent for {limits.silence:g} s.")
    return ModelTimeout(f"The language model did not begin in {limits.first_token:g} s.")
