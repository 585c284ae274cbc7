"""What every test shares: no network but loopback, and the publishers' documents where they are."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from indexing.index import Index

ROOT = Path(__file__).parent.parent
LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")


class OutsideConnection(AssertionError):
    """A test, or the code under it, tried to reach the outside."""


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Refuses every connection and look-up that leaves this machine."""
    connect, connect_ex, getaddrinfo = (
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.getaddrinfo,
    )

    def check(address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else address
        if isinstance(host, bytes):
            host = host.decode()
        if isinstance(host, str) and not host.startswith((*LOOPBACK, "/")) and host != "":
            raise OutsideConnection(f"connection to {host} refused in tests")

    def guarded_connect(self: socket.socket, address: Any) -> Any:
        check(address)
        return connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> Any:
        check(address)
        return connect_ex(self, address)

    def guarded_getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        if host is not None:
            check((host,))
        return getaddrinfo(host, *args, **kwargs)

    socket.socket.connect = guarded_connect  # type: ignore[method-assign]
    socket.socket.connect_ex = guarded_connect_ex  # type: ignore[method-assign]
    socket.getaddrinfo = guarded_getaddrinfo
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]
    socket.socket.connect_ex = connect_ex  # type: ignore[method-assign]
    socket.getaddrinfo = getaddrinfo


@pytest.fixture(autouse=True)
def _clean_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of the person running the tests do not leak in."""
    for name in list(os.environ):
        if name.startswith("WEGWIJS_") and name != "WEGWIJS_PUBLISHED_CORPUS":
            monkeypatch.delenv(name)
    monkeypatch.delenv("OLLAMA_HOST", raising=False)


@pytest.fixture(scope="session")
def published_corpus() -> Path:
    """The folder with publishers' documents; the test is skipped where it is absent."""
    named = os.environ.get("WEGWIJS_PUBLISHED_CORPUS")
    folder = Path(named) if named else ROOT.parent / "shared" / "corpus"
    if not folder.is_dir():
        pytest.skip("the publishers' documents are not beside the project")
    return folder


@pytest.fixture(scope="session")
def fiche_index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """The index of the shipped fiches."""
    from corpus.settings import CorpusSettings
    from indexing.index import Index
    from indexing.settings import IndexingSettings
    from indexing.synchronise import synchronise

    folder = tmp_path_factory.mktemp("fiches")
    settings = IndexingSettings(folder=folder / "index", vectors=False)
    synchronise(settings, CorpusSettings(downloads=folder / "downloads"))
    with Index.open(settings) as index:
        yield index
