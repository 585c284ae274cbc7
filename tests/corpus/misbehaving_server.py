"""A web server on this machine that does what publishers' servers do on a bad day."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PDF = b"%PDF-1.7\n" + b"x" * 5000 + b"\n%%EOF\n"
MODIFIED = "Sun, 01 Mar 2026 10:00:00 GMT"

Reply = Callable[["Handler"], None]


@dataclass
class Site:
    """What the server has, what it was asked, and its address."""

    replies: dict[str, Reply] = field(default_factory=dict)
    robots: str | int = 404
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    port: int = 0
    released: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def asked(self, path: str) -> list[dict[str, str]]:
        return [headers for requested, headers in self.requests if requested == path]


class Handler(BaseHTTPRequestHandler):
    """Answers from the site's replies; silent."""

    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.site.requests.append((self.path, headers))
        if self.path == "/robots.txt":
            if isinstance(self.site.robots, int):
                self.send(self.site.robots, b"", "text/plain")
            else:
                self.send(200, self.site.robots.encode(), "text/plain")
            return
        reply = self.site.replies.get(self.path)
        if reply is None:
            self.send(404, b"", "text/plain")
        else:
            reply(self)

    def send(self, code: int, body: bytes, kind: str = "application/pdf", **more: str) -> None:
        self.send_response(code)
        if kind:
            self.send_header("Content-Type", kind)
        headers = {name.replace("_", "-"): value for name, value in more.items()}
        if "Content-Length" not in headers:
            headers["Content-Length"] = str(len(body))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _QuietServer(ThreadingHTTPServer):
    """Visitors that hang up are what these tests are about, and nothing to report."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


@contextmanager
def serving() -> Iterator[Site]:
    site = Site()
    handler = type("SiteHandler", (Handler,), {"site": site})
    server = _QuietServer(("127.0.0.1", 0), handler)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


def good(body: bytes = PDF, kind: str = "application/pdf", **more: str) -> Reply:
    return lambda handler: handler.send(200, body, kind, **more)


def status(code: int, **more: str) -> Reply:
    return lambda handler: handler.send(code, b"sorry", "text/html", **more)


def redirect(target: str) -> Reply:
    return lambda handler: handler.send(302, b"", "text/html", Location=target)


def in_turn(*replies: Reply) -> Reply:
    """The first reply to the first request, and so on; the last one for good."""
    left = list(replies)

    def reply(handler: Handler) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return reply


def cut_off(body: bytes, after: int, **more: str) -> Reply:
    """Promises all of ``body`` and breaks off ``after`` bytes."""

    def reply(handler: Handler) -> None:
        handler.send(200, body[:after], Content_Length=str(len(body)), **more)
        handler.close_connection = True

    return reply


def rest(body: bytes, shift: int = 0, **more: str) -> Reply:
    """Answers a Range request with the rest; ``shift`` makes it the wrong piece."""

    def reply(handler: Handler) -> None:
        wanted = handler.headers.get("Range", "")
        start = int(wanted.removeprefix("bytes=").rstrip("-")) + shift
        span = f"bytes {start}-{len(body) - 1}/{len(body)}"
        handler.send(206, body[start:], Content_Range=span, **more)

    return reply


def silent(site: Site) -> Reply:
    """Accepts the request and says nothing until the test is over."""
    return lambda handler: _wait(site)


def dripping(site: Site, times: int = 1000) -> Reply:
    """Sends a promise and then one byte at a time."""

    def reply(handler: Handler) -> None:
        handler.send(200, b"%PDF-1.7\n", Content_Length="90000")
        for _ in range(times):
            if site.released.wait(0.005):
                return
            handler.wfile.write(b"x")
            handler.wfile.flush()

    return reply


def endless(size: int) -> Reply:
    """Sends without saying how much, in chunks, ``size`` bytes."""

    def reply(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/pdf")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        piece = b"%PDF-" + b"0" * 65531
        try:
            for _ in range(size // len(piece)):
                handler.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
            handler.wfile.write(b"0\r\n\r\n")
        except OSError:
            handler.close_connection = True

    return reply


def bomb(size: int) -> Reply:
    """A small packed body that unpacks to ``size`` bytes, though no packing was asked for."""
    packed = gzip.compress(b"%PDF-" + b"0" * size)
    return good(packed, Content_Encoding="gzip")


def _wait(site: Site) -> None:
    site.released.wait(30)
