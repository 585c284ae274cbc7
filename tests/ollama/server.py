"""A server that speaks Ollama's HTTP protocol and plays a script instead of running a model.

Follows the published API and the models of the official client: ``/api/version``, ``/api/tags``,
``/api/show``, ``/api/chat`` (newline-delimited JSON), ``/api/embed`` and ``/api/pull``, with errors
as ``{"error": "..."}``. It also serves ``/v1/models`` and ``/v1/chat/completions`` (server-sent
events), as llama.cpp and vLLM do. It understands nothing: what it answers is written in the test.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

CREATED = "2026-01-15T09:00:00.000000Z"
CONTEXT = 32_768


@dataclass
class Chat:
    """A chat request as it came in, and what happened to it."""

    body: dict[str, Any]
    left: threading.Event = field(default_factory=threading.Event)

    @property
    def prompt(self) -> str:
        """All messages, one after the other."""
        return "\n".join(message["content"] for message in self.body["messages"])

    def key(self, words: str) -> str:
        """The key of the passage that holds ``words``."""
        for key, text in re.findall(r"<<<passage (\w+)\n(.*?)\n>>>end of", self.prompt, re.S):
            if " ".join(words.split()) in " ".join(text.split()):
                return str(key)
        raise LookupError(f"no passage holds {words!r}")

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the passages, in order."""
        return tuple(re.findall(r"<<<passage (\w+)\n", self.prompt))


Play = Callable[[Chat], Iterator[Any]]
"""What the server does with a chat: yields pieces of text, and the steps below."""


@dataclass(frozen=True)
class Refuse:
    """An HTTP error before anything else."""

    status: int
    message: str


@dataclass(frozen=True)
class ErrorLine:
    """An error in mid-stream, on a line of its own."""

    message: str


@dataclass(frozen=True)
class Raw:
    """A line that is no chat response."""

    line: str


@dataclass(frozen=True)
class Count:
    """What the last line says of the prompt's tokens; without it a plausible number."""

    tokens: int | None


class Die:
    """The connection is broken off."""


class Hang:
    """Nothing more comes, until the client leaves."""


class ScriptedOllama:
    """The server. ``chats`` are the chats asked so far; ``plays`` what comes next, the last one
    repeated. While ``starting`` it answers everything with 503."""

    def __init__(self, *, models: dict[str, tuple[str, ...]] | None = None, port: int = 0) -> None:
        self.models = models if models is not None else {"tiny:1b": ("completion",)}
        self.context = CONTEXT
        self.dimension = 8
        self.starting = False
        self.plays: list[Play] = []
        self.chats: list[Chat] = []
        self.requests: list[str] = []
        self.most_at_once = 0
        self._at_once = 0
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", port), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), daemon=True
        )

    def __enter__(self) -> ScriptedOllama:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}"

    def next_play(self, chat: Chat) -> Play:
        with self._lock:
            self.chats.append(chat)
            return self.plays.pop(0) if len(self.plays) > 1 else self.plays[0]

    def busy(self, by: int) -> None:
        with self._lock:
            self._at_once += by
            self.most_at_once = max(self.most_at_once, self._at_once)


def _handler(script: ScriptedOllama) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

        def do_GET(self) -> None:
            script.requests.append(self.path)
            if script.starting:
                return self._json({"error": "server is starting"}, 503)
            if self.path == "/":
                return self._send(200, b"Ollama is running", "text/plain")
            if self.path == "/api/version":
                return self._json({"version": "0.12.0"})
            if self.path == "/api/tags":
                return self._json({"models": [_tag(name) for name in script.models]})
            if self.path == "/v1/models":
                data = [{"id": name, "object": "model"} for name in script.models]
                return self._json({"object": "list", "data": data})
            return self._json({"error": "not found"}, 404)

        def do_POST(self) -> None:
            script.requests.append(self.path)
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            model = body.get("model", "")
            if script.starting:
                return self._json({"error": "llm server loading model"}, 503)
            if model not in script.models and self.path != "/api/pull":
                return self._json({"error": f"model '{model}' not found"}, 404)
            if self.path == "/api/show":
                return self._json(self._shown(model))
            if self.path == "/api/embed":
                texts = body["input"] if isinstance(body["input"], list) else [body["input"]]
                rows = [[float(len(text) % 7 + 1)] * script.dimension for text in texts]
                return self._json({"model": model, "embeddings": rows, "prompt_eval_count": 1})
            if self.path == "/api/pull":
                return self._pull(model)
            if self.path == "/api/chat":
                return self._play(Chat(body), self._ollama_line)
            if self.path == "/v1/chat/completions":
                return self._play(Chat(body), self._openai_line)
            return self._json({"error": "not found"}, 404)

        def _shown(self, model: str) -> dict[str, Any]:
            return {
                "modelfile": "",
                "template": "{{ .Prompt }}",
                "details": {"family": "tiny", "parameter_size": "1.0B", "format": "gguf"},
                "model_info": {
                    "general.architecture": "tiny",
                    "tiny.context_length": script.context,
                    "tiny.embedding_length": script.dimension,
                },
                "capabilities": list(script.models[model]),
            }

        def _pull(self, model: str) -> None:
            script.models.setdefault(model, ("completion",))
            steps: list[dict[str, Any]] = [{"status": "pulling manifest"}]
            steps += [
                {"status": "pulling abc", "digest": "sha256:abc", "total": 10, "completed": done}
                for done in (0, 5, 10)
            ]
            self._stream("application/x-ndjson")
            for step in (*steps, {"status": "success"}):
                self._chunk(json.dumps(step) + "\n")
            self._end()

        def _play(self, chat: Chat, line: Callable[[Any, Chat], str]) -> None:
            script.busy(1)
            try:
                self._played(chat, line)
            except (BrokenPipeError, ConnectionResetError):
                chat.left.set()
                self.close_connection = True
            finally:
                script.busy(-1)

        def _played(self, chat: Chat, line: Callable[[Any, Chat], str]) -> None:
            begun = False
            for step in script.next_play(chat)(chat):
                if isinstance(step, Refuse):
                    return self._json({"error": step.message}, step.status)
                if isinstance(step, Die):
                    self.close_connection = True
                    return None
                if isinstance(step, Hang):
                    self._wait_for_leaving(chat)
                    return None
                if not begun:
                    begun = True
                    self._stream("application/x-ndjson")
                self._chunk(line(step, chat))
                if isinstance(step, (ErrorLine, Raw)):
                    return self._end()
            if not begun:
                self._stream("application/x-ndjson")
            self._chunk(line(None, chat))
            return self._end()

        def _wait_for_leaving(self, chat: Chat) -> None:
            """Reads until the client closes its side."""
            self.connection.settimeout(20)
            with suppress(OSError):
                if self.connection.recv(1) == b"":
                    chat.left.set()
            self.close_connection = True

        def _ollama_line(self, step: Any, chat: Chat) -> str:
            if isinstance(step, ErrorLine):
                return json.dumps({"error": step.message}) + "\n"
            if isinstance(step, Raw):
                return step.line + "\n"
            whole: dict[str, Any] = {
                "model": chat.body["model"],
                "created_at": CREATED,
                "message": {"role": "assistant", "content": step if isinstance(step, str) else ""},
                "done": step is None,
            }
            if isinstance(step, Count):
                chat.body["_count"] = step.tokens
            if step is None:
                counted = chat.body.get("_count", len(chat.prompt) // 4)
                whole |= {"done_reason": "stop", "total_duration": 5, "eval_count": 50}
                if counted is not None:
                    whole["prompt_eval_count"] = counted
            return json.dumps(whole) + "\n"

        def _openai_line(self, step: Any, chat: Chat) -> str:
            base = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "tiny:1b"}
            text = step if isinstance(step, str) else ""
            choice = {"index": 0, "delta": {"content": text}, "finish_reason": None}
            lines = [{**base, "choices": [choice]}]
            if step is None:
                choice["finish_reason"] = "stop"
                count = len(chat.prompt) // 4
                usage = {"prompt_tokens": count, "completion_tokens": 9, "total_tokens": count + 9}
                lines.append({**base, "choices": [], "usage": usage})
            sent = "".join(f"data: {json.dumps(one)}\n\n" for one in lines)
            return sent + ("data: [DONE]\n\n" if step is None else "")

        def _stream(self, kind: str) -> None:
            kind = "text/event-stream" if self.path.startswith("/v1/") else kind
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()

        def _chunk(self, text: str) -> None:
            data = text.encode()
            self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
            self.wfile.flush()

        def _end(self) -> None:
            self.wfile.write(b"0\r\n\r\n")

        def _json(self, content: dict[str, Any], status: int = 200) -> None:
            self._send(status, json.dumps(content).encode(), "application/json; charset=utf-8")

        def _send(self, status: int, data: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    return Handler


def _tag(name: str) -> dict[str, Any]:
    details = {"format": "gguf", "family": "tiny", "parameter_size": "1.0B"}
    return {
        "name": name,
        "model": name,
        "modified_at": CREATED,
        "size": 1_000_000,
        "digest": "0" * 64,
        "details": details,
    }


def says(*pieces: Any, size: int = 12) -> Play:
    """Streams texts in pieces of ``size`` characters, and the steps between them as they are."""

    def play(_: Chat) -> Iterator[Any]:
        for piece in pieces:
            if isinstance(piece, str):
                yield from (piece[at : at + size] for at in range(0, len(piece), size))
            else:
                yield piece

    return play


def drafts(*claims: tuple[str, str], then: tuple[Any, ...] = (), pause: float = 0.0) -> Play:
    """Streams a draft: (text, quote) pairs, each with the key of the passage that holds the quote.

    A quote that no passage holds gets the first key.
    """

    def play(chat: Chat) -> Iterator[Any]:
        listed = []
        for text, quote in claims:
            try:
                key = chat.key(quote)
            except LookupError:
                key = chat.keys[0]
            listed.append({"text": text, "evidence": [{"key": key, "quote": quote}]})
        whole = json.dumps({"claims": listed}, ensure_ascii=False)
        for at in range(0, len(whole), 16):
            if pause:
                time.sleep(pause)
            yield whole[at : at + 16]
        yield from then

    return play
