"""A running server on a free port, for clients that speak real HTTP."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn

from assistant.settings import WegwijsSettings
from web.app import create_app


@contextmanager
def served(assistant: Any, data: Path) -> Iterator[str]:
    """The address of a server around an assistant, for as long as the block runs."""
    app = create_app(assistant, WegwijsSettings(data=data))
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    # From here on a client waits instead of being refused, however slowly the server starts.
    listener.listen()
    server = uvicorn.Server(
        uvicorn.Config(app, log_level="warning", lifespan="on", timeout_graceful_shutdown=2)
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()
