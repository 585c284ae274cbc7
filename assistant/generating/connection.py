"""One HTTP connection per call, which can be cut from another thread at any moment."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Any

import httpx


class Connection(httpx.BaseTransport):
    """An httpx transport that knows the socket it reads from.

    httpx offers one limit per read, which cannot tell a slow start from silence half-way, and no
    way to end a read that is under way. Shutting the socket does: the reader gets an error at
    once, and the server sees its client leave.
    """

    def __init__(self) -> None:
        # No connection is kept: each call has its own, so cutting one harms no other.
        self._inner = httpx.HTTPTransport(
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=0), trust_env=False
        )
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self.cut_off = False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.extensions = {**request.extensions, "trace": self._notice}
        return self._inner.handle_request(request)

    def _notice(self, event: str, info: dict[str, Any]) -> None:
        """Called by httpcore at every step; see the ``trace`` extension in its documentation."""
        if not event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            return
        found = info["return_value"].get_extra_info("socket")
        with self._lock:
            self._socket = found
            if self.cut_off:
                self._shut()

    def cut(self) -> None:
        """Ends what is being sent or read. Safe to repeat, and from any thread."""
        with self._lock:
            self.cut_off = True
            self._shut()

    def _shut(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._inner.close()
