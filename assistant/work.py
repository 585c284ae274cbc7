"""What one question gathers on its way: citations, notices, and the trace of every step."""

from __future__ import annotations

import hashlib
import time
from datetime import date
from typing import Any

from assistant.answer import Answer, AnswerStatus, Notice, Question
from assistant.answerability import Decision
from assistant.citing import CitationList
from assistant.evidence_features import FEATURES
from assistant.extracting.quoting import Extract
from assistant.finding import Found
from assistant.generating.handing_over import EXTRACTIVE, Worded
from assistant.understanding import Understanding

_TRACED = 20  # passages that a trace holds


class Work:
    """What one question gathers on its way: trace, notices, citations."""

    def __init__(
        self,
        question: Question,
        understood: Understanding,
        started: float,
        today: date,
        corrections: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self.question = question
        self.corrections = corrections
        self.understood = understood
        self.today = today
        self.citations = CitationList(today)
        self.notices: list[Notice] = []
        self.engine = EXTRACTIVE
        self._started = started
        self.trace: dict[str, Any] = {"understood": _read_as(understood)}

    def read_as(self, understood: Understanding) -> None:
        """The question was read anew, in another way."""
        self.understood = understood
        self.trace["understood"] = _read_as(understood)

    def note_findings(self, findings: list[Found]) -> None:
        """What was found, and the arithmetic of the first few."""
        self.trace["retrieved"] = _retrieved(findings)
        if not findings:
            return
        self.trace["concepts"] = [
            f"{c.surface} {c.weight:.2f}{' ?' if not c.known else ''} {c.origin}"
            for c in findings[0].asked.concepts
        ]
        self.trace["named"] = sorted(findings[0].asked.named)
        self.trace["ranked"] = [
            {
                "passage": item.unit.passage.id,
                "score": round(item.score, 3),
                "own": round(item.own, 3),
                "near": round(item.near, 3),
                "type": round(item.type_fit, 2),
                "retrieval": round(item.retrieval, 3),
                "missing": list(item.missing),
                "text": item.unit.text[:160],
            }
            for found in findings
            for item in found.weighed[:6]
        ]

    def note_decisions(self, decisions: list[Decision]) -> None:
        """Whether the evidence holds the answer, and why."""
        self.trace["confidence"] = round(max((d.probability for d in decisions), default=0.0), 3)
        self.trace["answerability"] = [
            {"probability": round(decision.probability, 3), **_fields(decision)}
            for decision in decisions
        ]

    def note_kept(self, extracts: tuple[Extract, ...]) -> None:
        """What is shown."""
        kept = self.trace.setdefault("kept", [])
        kept.extend(f"{extract.passage.id} {extract.start}-{extract.end}" for extract in extracts)

    def note_wording(self, worded: Worded) -> None:
        """Who worded the answer, and what became of a model's draft."""
        self.engine = worded.engine
        self.notices.extend(worded.notices)
        if worded.trace is not None:
            self.trace["generation"] = worded.trace

    def answer(self, status: AnswerStatus, engine: str, **fields: Any) -> Answer:
        """The answer with everything gathered."""
        asked = f"{self.question.text}\0{self.understood.standalone}\0{self.understood.lang}"
        return Answer(
            id=hashlib.sha256(asked.encode("utf-8", "replace")).hexdigest()[:16],
            question=self.question.text,
            standalone_question=self.understood.standalone,
            lang=self.understood.lang,
            status=status,
            claims=fields.pop("claims", ()),
            citations=fields.pop("citations", ()),
            engine=engine,
            latency_ms=(time.perf_counter() - self._started) * 1000,
            trace=self.trace,
            **fields,
        )


def _retrieved(findings: list[Found]) -> list[dict[str, Any]]:
    """The passages found, each once, best first: what evaluations measure retrieval on."""
    items = [item for found in findings for item in found.weighed]
    passages = {
        item.unit.passage.id: (item.unit.passage, item.retrieval)
        for item in sorted(items, key=lambda item: item.retrieval)
    }
    return [
        {
            "passage": passage.id,
            "document": passage.document,
            "pages": list(passage.pages),
            "section": " › ".join(passage.section),
            "score": round(score, 3),
        }
        for passage, score in sorted(passages.values(), key=lambda pair: -pair[1])[:_TRACED]
    ]


def _fields(decision: Decision) -> dict[str, float]:
    return {name: round(getattr(decision.evidence, name), 3) for name in FEATURES}


def _read_as(understood: Understanding) -> dict[str, Any]:
    """How a question was understood, for its trace."""
    return {
        "text": understood.text,
        "standalone": understood.standalone,
        "kind": understood.kind.value,
        "question_lang": understood.question_lang,
        "follow_up": understood.follow_up.dependent,
        "pushback": understood.follow_up.pushback,
        "parts": [part.text for part in understood.parts],
        "sides": list(understood.sides),
        "pointers": [f"{p.kind.value} {p.number}" for p in understood.pointers],
        "set_aside": list(understood.orders),
    }
