"""The program as people run it: the command in a process of its own, in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

GUARD = """
import os, socket
_log = os.environ["CONNECTION_LOG"]
def _note(host):
    host = host.decode() if isinstance(host, bytes) else host
    inside = ("127.", "::1", "localhost", "/", "0.0.0.0")
    if isinstance(host, str) and host and not host.startswith(inside):
        with open(_log, "a") as log:
            log.write(host + "\\n")
        raise OSError("no network: " + host)
def _wrap(function):
    def guarded(self, address, *rest):
        _note(address[0] if isinstance(address, tuple) else address)
        return function(self, address, *rest)
    return guarded
socket.socket.connect = _wrap(socket.socket.connect)
socket.socket.connect_ex = _wrap(socket.socket.connect_ex)
_lookup = socket.getaddrinfo
def _guarded_lookup(host, *rest, **more):
    if host is not None:
        _note(host)
    return _lookup(host, *rest, **more)
socket.getaddrinfo = _guarded_lookup
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def connection_log(tmp_path: Path) -> Path:
    """Where every attempt to reach the outside is noted."""
    return tmp_path / "connections.log"


@pytest.fixture
def environment(tmp_path: Path, connection_log: Path) -> dict[str, str]:
    """An environment in which connections to the outside fail and are noted."""
    guard = tmp_path / "guard"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("WEGWIJS_", "OLLAMA"))}
    return {**clean, "PYTHONPATH": str(guard), "CONNECTION_LOG": str(connection_log)}


@pytest.fixture
def wegwijs(tmp_path: Path, environment: dict[str, str]) -> Run:
    """Runs ``wegwijs`` with its data in a throw-away folder."""

    def run(*words: str, timeout: float = 240) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(*words),
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )

    return run


def command(*words: str) -> list[str]:
    """The command line that runs ``wegwijs``."""
    return [sys.executable, "-m", "wegwijs", *words]
