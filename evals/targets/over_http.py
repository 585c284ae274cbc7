"""Targets behind HTTP: a running Wegwijs, or any server with ``/v1/chat/completions``."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import httpx

from assistant.answer import AnswerStatus
from evals.errors import TargetError
from evals.result import Cited, Result
from evals.suite import Item
from evals.targets.in_process import confidence_in, retrieved_in
from evals.targets.target import Trace

BUSY = (429, 503)
ATTEMPTS = 4

REFUSALS = (
    "not in the corpus",
    "not in the documents",
    "niet in het corpus",
    "niet in de documenten",
    "i don't know",
    "i do not know",
    "i don't have information",
    "i do not have information",
    "i can't answer",
    "i cannot answer",
    "cannot answer",
    "no information",
    "ik weet het niet",
    "weet ik niet",
    "kan deze vraag niet beantwoorden",
    "kan ik niet beantwoorden",
    "geen informatie",
)
"""Phrases by which a refusal is recognised of a server that gives no status. They stand in the
settings of the run, because another list would give other figures."""


@dataclass
class RunningWegwijs:
    """A Wegwijs that serves HTTP, spoken to as its users' programs do."""

    url: str
    timeout_seconds: float = 120.0
    transport: httpx.BaseTransport | None = None
    pause_seconds: float = 1.0
    name: str = field(init=False)

    def __post_init__(self) -> None:
        self.name = self.url
        self._client = httpx.Client(
            base_url=self.url.rstrip("/"),
            timeout=self.timeout_seconds,
            transport=self.transport,
            trust_env=False,
        )
        self._pages: dict[tuple[str, int], str | None] = {}

    def answer(self, item: Item) -> tuple[Result, Trace | None]:
        body = {"question": item.question, "history": _turns(item)}
        started = time.perf_counter()
        reply = _post(self._client, "/api/chat", body, self.pause_seconds)
        elapsed = (time.perf_counter() - started) * 1000
        return result_of_reply(item, reply, elapsed), reply.get("trace")

    def page_text(self, document: str, page: int) -> str | None:
        key = (document, page)
        if key not in self._pages:
            self._pages[key] = self._fetched(document, page)
        return self._pages[key]

    def _fetched(self, document: str, page: int) -> str | None:
        address = f"/api/documents/{quote(document, safe='')}/pages/{page}"
        try:
            reply = self._client.get(address)
            if reply.status_code == 404:
                return ""
            reply.raise_for_status()
            return str(reply.json()["text"])
        except (httpx.HTTPError, ValueError, KeyError):
            return None

    def close(self) -> None:
        """Ends the connections."""
        self._client.close()

    def describe(self) -> dict[str, Any]:
        try:
            reply = self._client.get("/readyz")
            ready = reply.json()
        except (httpx.HTTPError, ValueError) as error:
            raise TargetError(
                f"{self.url} does not answer as a Wegwijs does.",
                hint="Start it with 'wegwijs serve'.",
            ) from error
        if reply.status_code != 200:
            raise TargetError(f"{self.url} is not ready: {ready}", hint="Look at its terminal.")
        return {"target": self.url, "ready": ready}


def result_of_reply(item: Item, reply: dict[str, Any], latency_ms: float) -> Result:
    """The result format's view of an answer in Wegwijs's JSON."""
    status = str(reply.get("status", ""))
    trace = reply.get("trace") or {}
    return Result(
        id=item.id,
        answer=str(reply.get("text", "")),
        status=status,
        refused=AnswerStatus(status).refused,
        citations=tuple(
            Cited(
                int(c["n"]),
                str(c["document"]),
                str(c.get("title") or ""),
                int(c.get("page") or 1),
                c.get("page_label"),
                str(c.get("section") or ""),
                str(c.get("quote") or ""),
                str(c.get("validity") or ""),
            )
            for c in reply.get("citations") or ()
        ),
        lang=str(reply.get("lang") or ""),
        engine=str(reply.get("engine") or ""),
        latency_ms=latency_ms,
        claims=tuple(
            (str(c.get("text", "")), tuple(c.get("citations") or ()))
            for c in reply.get("claims") or ()
            if not c.get("frame")
        ),
        notices=tuple(str(n.get("kind", "")) for n in reply.get("notices") or ()),
        confidence=confidence_in(trace),
        retrieved=retrieved_in(trace),
        answer_id=str(reply.get("id") or ""),
    )


@dataclass
class OpenAILike:
    """Any server with ``/v1/chat/completions``: a plain model or another product.

    Such a server gives no status and no citations: a refusal is recognised by :data:`REFUSALS`. A
    reply with a ``wegwijs`` object, as a Wegwijs behind this address gives, is taken whole.

    Args:
        url: address with or without the closing ``/v1``.
        system: instruction sent before the conversation, where not empty.
    """

    url: str
    model: str
    timeout_seconds: float = 300.0
    api_key: str = field(default="", repr=False)
    system: str = ""
    transport: httpx.BaseTransport | None = None
    pause_seconds: float = 1.0
    name: str = field(init=False)

    def __post_init__(self) -> None:
        self.name = f"{self.model} at {self.url}"
        self._client = httpx.Client(
            base_url=self.url.rstrip("/").removesuffix("/v1"),
            timeout=self.timeout_seconds,
            transport=self.transport,
            headers={"Authorization": f"Bearer {self.api_key}"} if self.api_key else {},
            trust_env=False,
        )

    def answer(self, item: Item) -> tuple[Result, Trace | None]:
        messages = [*_turns(item), {"role": "user", "content": item.question}]
        if self.system:
            messages.insert(0, {"role": "system", "content": self.system})
        started = time.perf_counter()
        body = {"model": self.model, "messages": messages, "temperature": 0, "seed": 0}
        reply = _post(self._client, "/v1/chat/completions", body, self.pause_seconds)
        elapsed = (time.perf_counter() - started) * 1000
        whole = reply.get("wegwijs")
        if isinstance(whole, dict) and "status" in whole:
            return result_of_reply(item, whole, elapsed), whole.get("trace")
        text = str(reply["choices"][0]["message"]["content"] or "")
        refused = not text.strip() or any(phrase in text.casefold() for phrase in REFUSALS)
        return (
            Result(
                id=item.id,
                answer=text,
                status=(AnswerStatus.NOT_IN_CORPUS if refused else AnswerStatus.ANSWERED).value,
                refused=refused,
                engine=self.model,
                latency_ms=elapsed,
            ),
            None,
        )

    def page_text(self, document: str, page: int) -> str | None:  # noqa: ARG002 - has no documents
        return None

    def close(self) -> None:
        """Ends the connections."""
        self._client.close()

    def describe(self) -> dict[str, Any]:
        try:
            self._client.get("/v1/models")
        except httpx.HTTPError as error:
            raise TargetError(f"{self.url} does not answer.", hint="Is the server on?") from error
        return {
            "target": self.url,
            "model": self.model,
            "system": self.system,
            "refusal_phrases": list(REFUSALS),
        }


def _turns(item: Item) -> list[dict[str, str]]:
    return [{"role": turn.role, "content": turn.content} for turn in item.history]


def _post(
    client: httpx.Client, path: str, body: dict[str, Any], pause_seconds: float
) -> dict[str, Any]:
    """The JSON object that the server answers with; a busy server is asked again, later."""
    for attempt in range(1, ATTEMPTS + 1):
        reply = client.post(path, json=body, headers={"Accept": "application/json"})
        if reply.status_code not in BUSY or attempt == ATTEMPTS:
            break
        time.sleep(pause_seconds * 2 ** (attempt - 1))
    if reply.is_error:
        raise httpx.HTTPStatusError(
            f"{reply.status_code} from {path}: {' '.join(reply.text.split())[:300]}",
            request=reply.request,
            response=reply,
        )
    content = reply.json()
    if not isinstance(content, dict):
        raise TypeError(f"{path} answered with something else than an object")
    return content
