"""What can be evaluated: the assistant in this process, a running Wegwijs, an OpenAI-like server.

A target is called with one item and gives its result. A crash on one question becomes a result with
an error; only a target that cannot be reached at all raises.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol

import httpx

from assistant.answer import Answer, Question
from evals.errors import TargetError
from evals.result import Cited, Result
from evals.suite import Item

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

Trace = dict[str, Any]


class Target(Protocol):
    """Something that answers a suite's questions."""

    name: str

    def answer(self, item: Item) -> tuple[Result, Trace | None]:
        """Answers one question; ``Trace`` tells how, where the target can say."""
        ...

    def page_text(self, document: str, page: int) -> str | None:
        """Text of a page (from 1) for checking quotes, or None where it is not known."""
        ...

    def describe(self) -> dict[str, Any]:
        """What is being evaluated: engine, index manifest, corpus digest, versions."""
        ...


def result_of(answer: Answer, item: Item) -> Result:
    """The result format's view of an answer."""
    return Result(
        id=item.id,
        answer=answer.text,
        status=answer.status.value,
        refused=answer.status.refused,
        citations=tuple(
            Cited(c.n, c.document, c.title, c.page, c.page_label, c.section, c.quote)
            for c in answer.citations
        ),
        lang=answer.lang,
        engine=answer.engine,
        latency_ms=answer.latency_ms,
        claims=tuple((claim.text, claim.citations) for claim in answer.claims if not claim.frame),
        notices=tuple(notice.kind.value for notice in answer.notices),
        confidence=_confidence(answer.trace),
    )


def _confidence(trace: Trace | None) -> float | None:
    value = (trace or {}).get("confidence")
    return float(value) if isinstance(value, (int, float)) else None


@dataclass
class InProcess:
    """The assistant in this process; its index stays as it is for the whole run."""

    assistant: Assistant
    name: str = "in-process"
    _pages: dict[tuple[str, int], str | None] = field(default_factory=dict)

    def answer(self, item: Item) -> tuple[Result, Trace | None]:
        started = time.perf_counter()
        answer = self.assistant.ask(Question(item.question, history=item.history))
        elapsed = (time.perf_counter() - started) * 1000
        result = result_of(answer, item)
        if not result.latency_ms:
            result = replace(result, latency_ms=elapsed)
        return result, answer.trace

    def page_text(self, document: str, page: int) -> str | None:
        key = (document, page)
        if key not in self._pages:
            try:
                self._pages[key] = self.assistant.index.document(document).page(page).text
            except (KeyError, IndexError):
                # A citation of a page that does not exist can stand nowhere.
                self._pages[key] = ""
        return self._pages[key]

    def describe(self) -> dict[str, Any]:
        manifest = self.assistant.index.manifest.model_dump(mode="json")
        return {"target": self.name, "manifest": manifest}


@dataclass
class RunningWegwijs:
    """A Wegwijs that serves HTTP, spoken to as its users' programs do."""

    url: str
    timeout_seconds: float = 120.0
    transport: httpx.BaseTransport | None = None

    def __post_init__(self) -> None:
        self.name = self.url
        self._client = httpx.Client(
            base_url=self.url.rstrip("/"),
            timeout=self.timeout_seconds,
            transport=self.transport,
            trust_env=False,
        )
        self._documents: dict[str, dict[int, str]] = {}

    def answer(self, item: Item) -> tuple[Result, Trace | None]:
        body = {
            "question": item.question,
            "history": [{"role": t.role, "content": t.content} for t in item.history],
        }
        started = time.perf_counter()
        reply = _post(self._client, "/api/chat", body)
        elapsed = (time.perf_counter() - started) * 1000
        status = str(reply.get("status", ""))
        return (
            Result(
                id=item.id,
                answer=str(reply.get("text", "")),
                status=status,
                refused=status not in ("answered", "partly-answered"),
                citations=tuple(
                    Cited(
                        int(c["n"]),
                        str(c["document"]),
                        str(c.get("title") or ""),
                        int(c.get("page") or 1),
                        c.get("page_label"),
                        str(c.get("section") or ""),
                        str(c.get("quote") or ""),
                    )
                    for c in reply.get("citations") or ()
                ),
                lang=str(reply.get("lang") or ""),
                engine=str(reply.get("engine") or ""),
                latency_ms=elapsed,
                claims=tuple(
                    (str(c.get("text", "")), tuple(c.get("citations") or ()))
                    for c in reply.get("claims") or ()
                    if c.get("citations")
                ),
                notices=tuple(
                    str(n.get("kind", ""))
                    for n in reply.get("notices") or ()
                    if isinstance(n, dict)
                ),
            ),
            None,
        )

    def page_text(self, document: str, page: int) -> str | None:
        if document not in self._documents:
            try:
                reply = self._client.get(f"/api/documents/{document}")
                pages = reply.json().get("pages") if reply.status_code == 200 else None
            except (httpx.HTTPError, ValueError):
                pages = None
            self._documents[document] = {
                int(p["number"]): str(p["text"]) for p in pages or () if "text" in p
            }
        return self._documents[document].get(page)

    def describe(self) -> dict[str, Any]:
        try:
            ready = self._client.get("/readyz").json()
        except (httpx.HTTPError, ValueError) as error:
            raise TargetError(
                f"{self.url} does not answer.", hint="Start it with 'wegwijs serve'."
            ) from error
        return {"target": self.url, "readyz": ready}


REFUSALS = (
    "not in the corpus",
    "niet in het corpus",
    "i don't know",
    "i do not know",
    "ik weet het niet",
    "cannot answer",
    "kan deze vraag niet beantwoorden",
    "no information",
    "geen informatie",
)


@dataclass
class OpenAILike:
    """Any server with ``/v1/chat/completions``: a plain model or another product.

    Such a server gives no statuses and no citations: a refusal is recognised by the usual phrases
    (:data:`REFUSALS`), which the settings written beside the results say.
    """

    url: str
    model: str
    timeout_seconds: float = 300.0
    api_key: str = ""
    transport: httpx.BaseTransport | None = None

    def __post_init__(self) -> None:
        self.name = f"{self.model} at {self.url}"
        headers = {"Authorization": f"Bearer {self.api_key}"} if self.api_key else {}
        self._client = httpx.Client(
            base_url=self.url.rstrip("/"),
            timeout=self.timeout_seconds,
            transport=self.transport,
            headers=headers,
            trust_env=False,
        )

    def answer(self, item: Item) -> tuple[Result, Trace | None]:
        messages = [{"role": t.role, "content": t.content} for t in item.history]
        messages.append({"role": "user", "content": item.question})
        started = time.perf_counter()
        reply = _post(
            self._client,
            "/v1/chat/completions",
            {"model": self.model, "messages": messages, "temperature": 0},
        )
        elapsed = (time.perf_counter() - started) * 1000
        text = str(reply["choices"][0]["message"]["content"] or "")
        refused = any(phrase in text.casefold() for phrase in REFUSALS)
        return (
            Result(
                id=item.id,
                answer=text,
                status="not-in-corpus" if refused else "answered",
                refused=refused,
                engine=self.model,
                latency_ms=elapsed,
            ),
            None,
        )

    def page_text(self, document: str, page: int) -> str | None:  # noqa: ARG002 - has no documents
        return None

    def describe(self) -> dict[str, Any]:
        try:
            self._client.get("/v1/models")
        except httpx.HTTPError as error:
            raise TargetError(f"{self.url} does not answer.", hint="Is the server on?") from error
        return {"target": self.url, "model": self.model, "refusal_phrases": list(REFUSALS)}


def _post(client: httpx.Client, path: str, body: dict[str, Any]) -> dict[str, Any]:
    reply = client.post(path, json=body, headers={"Accept": "application/json"})
    reply.raise_for_status()
    content = reply.json()
    if not isinstance(content, dict):
        raise TypeError(f"{path} answered with something else than an object")
    return content
