"""The assistant in this process."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.answer import Answer, Question
from evals.result import Cited, Passage, Result, passages_from_json
from evals.suite import Item
from evals.targets.target import Trace

if TYPE_CHECKING:
    from assistant.pipeline import Assistant
    from indexing.manifest import Manifest

_FOLDERS = ("corpus", "indexing", "assistant")
_ENDINGS = (".py", ".yaml", ".txt", ".tsv")


@dataclass
class InProcess:
    """The assistant in this process.

    It opened one generation of the index and is never told to open another, so an index that is
    built anew during a run does not change the run.
    """

    assistant: Assistant
    name: str = "Wegwijs in this process"
    _pages: dict[tuple[str, int], str] = field(default_factory=dict)

    def answer(self, item: Item) -> tuple[Result, Trace | None]:
        started = time.perf_counter()
        answer = self.assistant.ask(Question(item.question, history=item.history))
        elapsed = (time.perf_counter() - started) * 1000
        result = result_of(answer, item)
        return (result if result.latency_ms else replace(result, latency_ms=elapsed)), answer.trace

    def page_text(self, document: str, page: int) -> str | None:
        key = (document, page)
        if key not in self._pages:
            try:
                self._pages[key] = self.assistant.index.document(document).page(page).text
            except (KeyError, IndexError):
                # A page that does not exist holds no quote.
                self._pages[key] = ""
        return self._pages[key]

    def close(self) -> None:
        """Closes the assistant and its index."""
        self.assistant.close()

    def describe(self) -> dict[str, Any]:
        manifest = self.assistant.index.manifest
        return {
            "target": self.name,
            "corpus_digest": manifest.corpus_digest,
            "code_digest": code_digest(),
            # Notices depend on the day; nothing else does.
            "date": date.today().isoformat(),  # noqa: DTZ011 - the reader's own day
            "manifest": _described(manifest),
        }


def _described(manifest: Manifest) -> dict[str, Any]:
    """The manifest without the name of the generation: rebuilding from the same files is no news.

    Failed documents tell why, but for their hints.
    """
    return manifest.model_dump(mode="json", exclude={"generation"})


def code_digest() -> str:
    """One digest over everything in the program that an answer can depend on."""
    root = Path(__file__).parent.parent.parent
    sha = hashlib.sha256()
    for folder in _FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            if file.suffix in _ENDINGS and file.is_file():
                sha.update(file.relative_to(root).as_posix().encode() + b"\0")
                sha.update(file.read_bytes())
    return sha.hexdigest()[:16]


def result_of(answer: Answer, item: Item) -> Result:
    """The result format's view of an answer."""
    trace = answer.trace or {}
    return Result(
        id=item.id,
        answer=answer.text,
        status=answer.status.value,
        refused=answer.status.refused,
        citations=tuple(
            Cited(c.n, c.document, c.title, c.page, c.page_label, c.section, c.quote, c.validity)
            for c in answer.citations
        ),
        lang=answer.lang,
        engine=answer.engine,
        latency_ms=answer.latency_ms,
        claims=tuple((claim.text, claim.citations) for claim in answer.claims if not claim.frame),
        notices=tuple(notice.kind.value for notice in answer.notices),
        confidence=confidence_in(trace),
        retrieved=retrieved_in(trace),
        answer_id=answer.id,
    )


def confidence_in(trace: Trace) -> float | None:
    """The confidence that a trace tells, if it does."""
    value = trace.get("confidence")
    return float(value) if isinstance(value, (int, float)) else None


def retrieved_in(trace: Trace) -> tuple[Passage, ...] | None:
    """The passages that a trace tells were found, best first; None where it does not tell."""
    entries = trace.get("retrieved")
    if not isinstance(entries, list):
        return None
    return passages_from_json(e for e in entries if isinstance(e, dict) and "document" in e)
