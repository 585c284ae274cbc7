"""What the server counts, in the Prometheus text format. One registry for each application."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from assistant.answer import Answer

SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)


class Metrics:
    """Counters of one application, in a registry of its own, so that two never mix."""

    def __init__(self) -> None:
        registry = CollectorRegistry()
        self._registry = registry

        def counter(name: str, what: str, *labels: str) -> Counter:
            return Counter(f"wegwijs_{name}", what, labels, registry=registry)

        def gauge(name: str, what: str) -> Gauge:
            return Gauge(f"wegwijs_{name}", what, registry=registry)

        self.requests = counter("requests", "HTTP requests.", "method", "route", "status")
        self.answers = counter("answers", "Answers given.", "status", "lang", "engine")
        self.citations = counter("citations", "Citations given.")
        self.turned_away = counter("turned_away", "Questions turned away: too many waited.")
        self.failures = counter("failures", "Unexpected errors.", "kind")
        self.feedback = counter("feedback", "Judgements by readers.", "verdict")
        self.in_progress = gauge("answers_in_progress", "Questions being answered now.")
        self.documents = gauge("documents", "Documents in the index.")
        self.passages = gauge("passages", "Passages in the index.")
        self.seconds = Histogram(
            "wegwijs_answer_seconds",
            "Time from question to answer, in seconds.",
            buckets=SECONDS,
            registry=registry,
        )

    def answered(self, answer: Answer, seconds: float) -> None:
        """Counts an answer that took ``seconds``."""
        self.answers.labels(answer.status.value, answer.lang, answer.engine).inc()
        self.seconds.observe(seconds)
        self.citations.inc(len(answer.citations))

    def exposition(self) -> tuple[bytes, str]:
        """The counters as text, and its content type."""
        return generate_latest(self._registry), CONTENT_TYPE_PLAIN_0_0_4
