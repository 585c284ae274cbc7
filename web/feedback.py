"""What readers think of answers: one line of JSON each, with nothing about the reader in it.

Neither the question nor any free text is kept, because both may hold personal data; the time is
kept to the hour.
"""

from __future__ import annotations

import json
import threading
from collections import OrderedDict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from assistant.answer import Answer

Verdict = Literal["useful", "not-useful"]
Reason = Literal["wrong", "incomplete", "off-topic", "wrong-source", "outdated", "unclear"]

# Answers whose judgement is still taken.
_REMEMBERED = 2_000


class Feedback:
    """Takes judgements of recent answers and appends them to a file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._recent: OrderedDict[str, dict[str, Any]] = OrderedDict()

    def remember(self, answer: Answer) -> None:
        """Notes what of an answer goes with its judgement: no question, no text."""
        with self._lock:
            self._recent[answer.id] = {
                "answer": answer.id,
                "status": answer.status.value,
                "lang": answer.lang,
                "engine": answer.engine,
                "citations": [
                    {"document": citation.document, "page": citation.page}
                    for citation in answer.citations
                ],
            }
            while len(self._recent) > _REMEMBERED:
                self._recent.popitem(last=False)

    def add(self, answer: str, verdict: Verdict, reason: Reason | None = None) -> bool:
        """Writes a judgement down; False when the answer is not known (any more).

        Raises:
            OSError: the file cannot be written.
        """
        with self._lock:
            about = self._recent.get(answer)
            if about is None:
                return False
            hour = datetime.now(UTC).strftime("%Y-%m-%dT%H:00Z")
            line = {"time": hour, "verdict": verdict, "reason": reason, **about}
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
            return True
