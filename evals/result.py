"""Results: what the system under evaluation answered, one object a question, as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.errors import RunError


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as a result holds it; ``page`` counts from 1 in the file.

    ``validity`` is the document's status on the day of answering, where the system tells it.
    """

    n: int
    document: str
    title: str = ""
    page: int = 1
    page_label: str | None = None
    section: str = ""
    quote: str = ""
    validity: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that was retrieved: its document and pages (from 1 in the file)."""

    document: str
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """One question's outcome. ``error`` is set when it crashed; then nothing else counts.

    ``claims`` are ``(text, citation numbers)``; ``notices`` are kinds. ``confidence`` is the
    system's own probability that there is an answer, ``retrieved`` the passages it found, best
    first: None where it does not tell. ``answer_id`` is the system's own name for the answer.
    """

    id: str
    answer: str = ""
    status: str = ""
    refused: bool = False
    citations: tuple[Cited, ...] = ()
    lang: str = ""
    engine: str = ""
    latency_ms: float | None = None
    error: str | None = None
    claims: tuple[tuple[str, tuple[int, ...]], ...] = ()
    notices: tuple[str, ...] = ()
    confidence: float | None = None
    retrieved: tuple[Passage, ...] | None = None
    answer_id: str = ""


def result_as_json(result: Result) -> dict[str, Any]:
    """The object of the results format; what it does not name stands behind it as extra keys."""
    retrieved = result.retrieved
    return {
        "id": result.id,
        "answer": result.answer,
        "status": result.status,
        "refused": result.refused,
        "citations": [
            {
                "n": c.n,
                "document": c.document,
                "title": c.title,
                "page": c.page,
                "page_label": c.page_label,
                "section": c.section,
                "quote": c.quote,
                "validity": c.validity,
            }
            for c in result.citations
        ],
        "lang": result.lang,
        "engine": result.engine,
        "latency_ms": result.latency_ms,
        "error": result.error,
        "claims": [{"text": text, "citations": list(ns)} for text, ns in result.claims],
        "notices": list(result.notices),
        "confidence": result.confidence,
        "retrieved": None
        if retrieved is None
        else [{"document": p.document, "pages": list(p.pages)} for p in retrieved],
        "answer_id": result.answer_id,
    }


def result_from_json(entry: dict[str, Any]) -> Result:
    """A result from an object of the results format; extra keys may be absent.

    Raises:
        KeyError: ``id`` is missing.
    """
    latency = entry.get("latency_ms")
    confidence = entry.get("confidence")
    retrieved = entry.get("retrieved")
    return Result(
        id=str(entry["id"]),
        answer=str(entry.get("answer") or ""),
        status=str(entry.get("status") or ""),
        refused=bool(entry.get("refused")),
        citations=tuple(
            Cited(
                n=int(c.get("n", position)),
                document=str(c.get("document", "")),
                title=str(c.get("title") or ""),
                page=int(c.get("page") or 1),
                page_label=c.get("page_label"),
                section=str(c.get("section") or ""),
                quote=str(c.get("quote") or ""),
                validity=str(c.get("validity") or ""),
            )
            for position, c in enumerate(entry.get("citations") or (), start=1)
        ),
        lang=str(entry.get("lang") or ""),
        engine=str(entry.get("engine") or ""),
        latency_ms=float(latency) if latency is not None else None,
        error=entry.get("error"),
        claims=tuple(
            (str(c.get("text", "")), tuple(int(n) for n in c.get("citations", ())))
            for c in entry.get("claims") or ()
        ),
        notices=tuple(str(n) for n in entry.get("notices") or ()),
        confidence=float(confidence) if confidence is not None else None,
        retrieved=passages_from_json(retrieved) if retrieved is not None else None,
        answer_id=str(entry.get("answer_id") or ""),
    )


def passages_from_json(entries: Iterable[dict[str, Any]]) -> tuple[Passage, ...]:
    """Retrieved passages from objects with ``document`` and ``pages``; other keys are ignored."""
    return tuple(
        Passage(str(entry["document"]), tuple(int(page) for page in entry.get("pages") or ()))
        for entry in entries
    )


def write_results(path: Path, results: Iterable[Result]) -> None:
    """Writes results as JSON Lines, replacing the file in one step."""
    partial = path.with_name(f"{path.name}.partial")
    with partial.open("w", encoding="utf-8") as lines:
        for result in results:
            lines.write(json.dumps(result_as_json(result), ensure_ascii=False) + "\n")
    partial.replace(path)


def read_results(path: Path) -> tuple[Result, ...]:
    """Reads JSON Lines of results. A last line cut off by an interruption is left out.

    Raises:
        RunError: the file is missing, or another line is not an object with an id.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise RunError(f"{path}: no results there.", hint="Name a run's folder.") from error
    results = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            results.append(result_from_json(json.loads(line)))
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            if number == len(lines):
                break
            raise RunError(f"{path}: line {number} is not a result.") from error
    return tuple(results)
