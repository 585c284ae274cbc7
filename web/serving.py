"""Start-up: bring the index up to date, then serve; what is in the way is said in a sentence."""

from __future__ import annotations

import errno
import os
import socket
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.settings import WegwijsSettings
from corpus.errors import CorpusError
from indexing.errors import DataNotWritable, IndexingError
from web.errors import CannotServe
from web.services import Notice

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

_NO_PLACE = (errno.EADDRNOTAVAIL, socket.EAI_NONAME, socket.EAI_ADDRFAMILY)


def serve(settings: WegwijsSettings, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Brings the index up to date and serves the chat until stopped.

    Args:
        settings: where documents and index are.
        host: address to listen on.
        port: port to listen on; 0 takes a free one.

    Raises:
        SystemExit: with code 1, after saying why, when serving is not possible.
    """
    from rich.console import Console

    console = Console(stderr=True, highlight=False)
    try:
        check_writable(settings.data)
        with listening_socket(host, port) as listener:
            notice = bring_up_to_date(settings)
            assistant = opened(settings, notice)
            if notice is None and not assistant.index.passage_count:
                notice = Notice("banner.empty", {})
            address = f"http://{_shown_host(host)}:{listener.getsockname()[1]}"
            console.print(f"Wegwijs: [bold]{address}[/]  (Ctrl+C to stop)")
            run(assistant, settings, listener, host, notice)
    except CannotServe as problem:
        console.print(f"[red]{problem.message}[/]", markup=True)
        if problem.hint:
            console.print(problem.hint, markup=False)
        sys.exit(1)


def check_writable(folder: Path) -> None:
    """Makes the data folder and tries to write in it.

    Raises:
        CannotServe: that is not possible.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise CannotServe(
            f"The data folder {folder} cannot be written ({os.strerror(error.errno or 0)}).",
            hint="Give it write permission, or choose another with --data.",
        ) from None


def listening_socket(host: str, port: int) -> socket.socket:
    """A socket bound to the address, before the long work starts.

    Raises:
        CannotServe: the port is in use or may not be used, or the host is not of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        # Bound twice with SO_REUSEADDR, both succeed until one listens; so listen at once.
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise _not_bound(error, host, port) from None
    return listener


def bring_up_to_date(settings: WegwijsSettings) -> Notice | None:
    """Synchronises the index, with progress on the terminal.

    Returns what pages must say when that failed while an older index can still be served.

    Raises:
        CannotServe: it failed and there is nothing to serve.
    """
    from indexing.command_line import index_with_progress

    try:
        report = index_with_progress(settings.indexing_settings, settings.corpus_settings)
    except DataNotWritable as error:
        raise CannotServe(error.message, hint=error.hint) from None
    except (IndexingError, CorpusError, OSError) as error:
        message = getattr(error, "message", str(error))
        return Notice("banner.index_failed", {"reason": message.rstrip(".")})
    if report.failed:
        failed = len(report.failed)
        key = "banner.one_failed" if failed == 1 else "banner.some_failed"
        return Notice(key, {"count": failed})
    return None


def opened(settings: WegwijsSettings, notice: Notice | None = None) -> Assistant:
    """The assistant.

    Raises:
        CannotServe: there is no index that can be opened; says why none could be built, when that
            is known from ``notice``.
    """
    from assistant.assembly import assemble

    try:
        return assemble(settings)
    except IndexingError as error:
        reason = notice.values.get("reason") if notice else None
        message = f"{error.message} {reason}." if reason else error.message
        raise CannotServe(message, hint=error.hint) from None


def run(
    assistant: Assistant,
    settings: WegwijsSettings,
    listener: socket.socket,
    host: str,
    notice: Notice | None,
) -> None:
    """Serves on a socket that listens, until stopped."""
    import uvicorn

    from web.app import create_app

    app = create_app(assistant, settings, host=host, notice=notice)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
        lifespan="on",
    )
    uvicorn.Server(config).run(sockets=[listener])


def _not_bound(error: OSError, host: str, port: int) -> CannotServe:
    if error.errno == errno.EADDRINUSE:
        return CannotServe(
            f"Port {port} is in use.",
            hint=f"Stop the other program, or choose another port: --port {port + 1}.",
        )
    if error.errno == errno.EACCES:
        return CannotServe(
            f"Port {port} may not be used by this user.", hint="Choose a port above 1023: --port."
        )
    if error.errno in _NO_PLACE or isinstance(error, socket.gaierror):
        return CannotServe(
            f"{host} is not an address of this machine.", hint="Use --host 127.0.0.1."
        )
    return CannotServe(f"Cannot listen on {host}:{port} ({error}).")


def _shown_host(host: str) -> str:
    if host in ("0.0.0.0", "::"):  # noqa: S104 - recognised, not bound
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host
