"""From use to suite: feedback becomes candidates, people write the truth, agreed ones become items.

A candidate is a question with the answer that was given. A reviewer says whether the answer is
right, writes the vital facts and names the documents. Only a person makes an item of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from evals.errors import SuiteError
from evals.statistics import cohen_kappa
from evals.suite import parse_item

MARKS = ("right", "incomplete", "wrong", "should-have-refused", "should-have-answered", "unclear")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question from use, the answer that was given, and what its user thought of it."""

    id: str
    question: str
    lang: str
    history: tuple[dict[str, str], ...]
    answer: str
    status: str
    citations: tuple[dict[str, Any], ...]
    feedback: str


@dataclass(frozen=True, slots=True)
class Review:
    """What one reviewer says of a candidate; ``nuggets`` in the suite's form."""

    candidate: str
    reviewer: str
    mark: str
    nuggets: tuple[dict[str, Any], ...] = ()
    documents: tuple[str, ...] = ()
    kind: str = "fact"
    note: str = ""


def candidates_from_feedback(path: Path) -> tuple[Candidate, ...]:
    """Candidates from the feedback that the web kept, one a question, the newest feedback first.

    Raises:
        SuiteError: the file is missing, or a line is not feedback.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise SuiteError(
            f"{path}: no feedback there.", hint="It is kept in the data folder."
        ) from error
    found: dict[str, Candidate] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            candidate = _candidate(entry)
        except (ValueError, TypeError, AttributeError) as error:
            raise SuiteError(f"{path}: line {number} is not feedback.") from error
        if candidate.question:
            found.pop(candidate.id, None)
            found[candidate.id] = candidate
    return tuple(reversed(found.values()))


def _candidate(entry: dict[str, Any]) -> Candidate:
    answer = entry.get("answer") if isinstance(entry.get("answer"), dict) else {}
    question = str(entry.get("question") or (answer or {}).get("question") or "").strip()
    history = tuple(
        {"role": str(turn["role"]), "content": str(turn["content"])}
        for turn in entry.get("history") or ()
    )
    key = json.dumps([question.casefold(), history], ensure_ascii=False)
    return Candidate(
        id=hashlib.sha256(key.encode()).hexdigest()[:12],
        question=question,
        lang=str(entry.get("lang") or (answer or {}).get("lang") or "nl"),
        history=history,
        answer=str((answer or {}).get("text") or entry.get("text") or ""),
        status=str((answer or {}).get("status") or entry.get("status") or ""),
        citations=tuple((answer or {}).get("citations") or entry.get("citations") or ()),
        feedback=str(entry.get("verdict") or entry.get("rating") or ""),
    )


def read_reviews(path: Path) -> tuple[Review, ...]:
    """Reviews from their JSON Lines file; none when there is no such file yet."""
    if not path.exists():
        return ()
    reviews = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            entry = json.loads(line)
            reviews.append(
                Review(
                    candidate=entry["candidate"],
                    reviewer=entry["reviewer"],
                    mark=entry["mark"],
                    nuggets=tuple(entry.get("nuggets", ())),
                    documents=tuple(entry.get("documents", ())),
                    kind=entry.get("kind", "fact"),
                    note=entry.get("note", ""),
                )
            )
    return tuple(reviews)


def add_review(path: Path, review: Review) -> None:
    """Appends a review; a later one of the same reviewer on the same candidate replaces it.

    Raises:
        SuiteError: the mark is not one of :data:`MARKS`.
    """
    if review.mark not in MARKS:
        raise SuiteError(f"'{review.mark}' is no mark.", hint=f"Choose from {', '.join(MARKS)}.")
    entry = {
        "candidate": review.candidate,
        "reviewer": review.reviewer,
        "mark": review.mark,
        "nuggets": list(review.nuggets),
        "documents": list(review.documents),
        "kind": review.kind,
        "note": review.note,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(entry, ensure_ascii=False) + "\n")


def latest(reviews: Iterable[Review]) -> dict[tuple[str, str], Review]:
    """The last review of each reviewer on each candidate."""
    return {(review.candidate, review.reviewer): review for review in reviews}


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree on the ``n`` candidates that both marked."""

    first: str
    second: str
    n: int
    agreed: int
    kappa: float | None


def agreement(reviews: Sequence[Review]) -> tuple[Agreement, ...]:
    """Agreement of every pair of reviewers that share candidates."""
    last = latest(reviews)
    people = sorted({reviewer for _, reviewer in last})
    found = []
    for position, first in enumerate(people):
        for second in people[position + 1 :]:
            shared = sorted(c for c, p in last if p == first and (c, second) in last)
            if not shared:
                continue
            ours = [last[c, first].mark for c in shared]
            theirs = [last[c, second].mark for c in shared]
            agreed = sum(a == b for a, b in zip(ours, theirs, strict=True))
            kappa = cohen_kappa(ours, theirs)
            found.append(Agreement(first, second, len(shared), agreed, kappa))
    return tuple(found)


def suite_from_reviews(candidates: Sequence[Candidate], reviews: Sequence[Review]) -> str:
    """A suite, as YAML, of the candidates on which every reviewer's mark agrees and is not unclear.

    The nuggets and documents are those of the last review. A candidate whose reviewers disagree is
    left out until they talked.

    Raises:
        SuiteError: an item that comes out does not follow the format.
    """
    last = latest(reviews)
    items = []
    for candidate in candidates:
        own = [review for (name, _), review in last.items() if name == candidate.id]
        marks = {review.mark for review in own}
        if len(marks) != 1 or marks & {"unclear"}:
            continue
        review = own[-1]
        answerable = bool(review.nuggets)
        item: dict[str, Any] = {
            "id": f"use-{candidate.id}",
            "question": candidate.question,
            "lang": candidate.lang,
            "kind": review.kind if answerable else "unanswerable",
            "answerable": answerable,
            "documents": list(review.documents) if answerable else [],
            "nuggets": [dict(nugget) for nugget in review.nuggets],
        }
        if candidate.history:
            item["history"] = [dict(turn) for turn in candidate.history]
        parse_item(item, "reviewed candidates")
        items.append(item)
    return yaml.safe_dump(items, allow_unicode=True, sort_keys=False, width=100)
