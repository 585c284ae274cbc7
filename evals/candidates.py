"""From use to suite: questions become candidates, people write the truth, the agreed become items.

A candidate is a question with the answer that was given. The web keeps no questions of readers,
because those may hold personal data; a question comes from someone who gave it: an answer that was
saved (``wegwijs ask --json``, ``POST /api/chat``) or a conversation that was sent in. Where the ids
match, the judgement joins the question. A reviewer says whether the answer is right, writes the
vital facts and names the documents. Only a person makes an item of it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from corpus.language import detect
from evals.errors import SuiteError
from evals.statistics import cohen_kappa
from evals.suite import parse_item

MARKS = ("right", "incomplete", "wrong", "should-have-refused", "should-have-answered", "unclear")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question from use, the answer that was given, and what its reader thought of it.

    ``answer_id`` is the answer's own id, by which feedback is found; ``feedback`` is empty, or the
    verdict with its reason.
    """

    id: str
    question: str
    lang: str
    history: tuple[dict[str, str], ...] = ()
    answer: str = ""
    status: str = ""
    citations: tuple[dict[str, Any], ...] = ()
    answer_id: str = ""
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A line of the web's feedback: a verdict on an answer, by its id, without the question."""

    answer_id: str
    verdict: str
    reason: str
    documents: tuple[str, ...]


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


def read_feedback(path: Path) -> tuple[Judgement, ...]:
    """The judgements that the web kept, one JSON object a line.

    Raises:
        SuiteError: the file cannot be read, or a line is not feedback.
    """
    found = []
    for entry, where in _objects(path):
        if not isinstance(entry.get("answer"), str) or not isinstance(entry.get("verdict"), str):
            raise SuiteError(f"{where}: not feedback (answer and verdict are wanted).")
        cited = (str(c.get("document", "")) for c in entry.get("citations") or ())
        found.append(
            Judgement(
                entry["answer"],
                entry["verdict"],
                str(entry.get("reason") or ""),
                tuple(dict.fromkeys(cited)),
            )
        )
    return tuple(found)


def candidates_from(
    paths: Sequence[Path], feedback: Sequence[Judgement] = ()
) -> tuple[Candidate, ...]:
    """Candidates from saved answers and conversations, what was judged badly first.

    A file is JSON or JSON Lines. An object with ``question`` is an answer; one with ``messages`` (a
    list of ``{role, content}``) is a conversation, of which each question becomes a candidate with
    what went before. The same question after the same history is one candidate.

    Raises:
        SuiteError: a file cannot be read, or holds something else.
    """
    verdicts: dict[str, list[str]] = {}
    for judgement in feedback:
        text = (
            f"{judgement.verdict} ({judgement.reason})" if judgement.reason else judgement.verdict
        )
        verdicts.setdefault(judgement.answer_id, []).append(text)
    found: dict[str, Candidate] = {}
    for path in paths:
        for entry, where in _objects(path):
            for candidate in _candidates(entry, where):
                said = "; ".join(verdicts.get(candidate.answer_id, ())) or candidate.feedback
                known = found.get(candidate.id)
                if known is None or (said and not known.feedback):
                    found[candidate.id] = replace(candidate, feedback=said)
    return tuple(sorted(found.values(), key=lambda c: "not-useful" not in c.feedback))


def where_readers_complain(
    feedback: Sequence[Judgement], candidates: Sequence[Candidate]
) -> tuple[tuple[str, str, int], ...]:
    """Bad judgements whose question nobody gave: ``(document, reason, how many)``, most first.

    They tell where questions ought to be written. An answer without citations counts under
    ``(none)``.
    """
    known = {candidate.answer_id for candidate in candidates}
    tally: Counter[tuple[str, str]] = Counter()
    for judgement in feedback:
        if judgement.verdict == "not-useful" and judgement.answer_id not in known:
            for document in judgement.documents or ("(none)",):
                tally[document, judgement.reason or "no reason"] += 1
    return tuple((document, reason, n) for (document, reason), n in tally.most_common())


def _objects(path: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """The JSON objects of a file, each with where it stands."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SuiteError(f"{path} cannot be read ({error}).") from error
    try:
        whole = json.loads(text)
        entries = whole if isinstance(whole, list) else [whole]
        numbered = [(entry, f"{path}: entry {n}") for n, entry in enumerate(entries, start=1)]
    except ValueError:
        numbered = []
        for number, line in enumerate(text.splitlines(), start=1):
            if line.strip():
                try:
                    numbered.append((json.loads(line), f"{path}: line {number}"))
                except ValueError as error:
                    raise SuiteError(f"{path}: line {number} is not JSON.") from error
    for entry, where in numbered:
        if not isinstance(entry, dict):
            raise SuiteError(f"{where}: not a JSON object.")
        yield entry, where


def _candidates(entry: Mapping[str, Any], where: str) -> Iterator[Candidate]:
    if isinstance(entry.get("messages"), list):
        turns = [_turn(message, where) for message in entry["messages"]]
        for position, turn in enumerate(turns):
            if turn["role"] == "user":
                after = turns[position + 1] if position + 1 < len(turns) else None
                said = after["content"] if after and after["role"] == "assistant" else ""
                yield _candidate(turn["content"], turns[:position], {**entry, "text": said})
    elif isinstance(entry.get("question"), str):
        history = [_turn(message, where) for message in entry.get("history") or ()]
        yield _candidate(entry["question"], history, entry)
    else:
        raise SuiteError(f"{where}: neither an answer (question) nor a conversation (messages).")


def _turn(message: object, where: str) -> dict[str, str]:
    if not isinstance(message, dict) or message.get("role") not in ("user", "assistant"):
        raise SuiteError(f"{where}: a turn is not {{role: user|assistant, content: ...}}.")
    return {"role": str(message["role"]), "content": str(message.get("content") or "")}


def _candidate(
    question: str, history: Sequence[dict[str, str]], entry: Mapping[str, Any]
) -> Candidate:
    key = json.dumps([question.strip().casefold(), list(history)], ensure_ascii=False)
    lang = entry.get("lang")
    return Candidate(
        id=hashlib.sha256(key.encode()).hexdigest()[:12],
        question=question.strip(),
        lang=lang if lang in ("nl", "en") else _language(question),
        history=tuple(history),
        answer=str(entry.get("text") or ""),
        status=str(entry.get("status") or ""),
        citations=tuple(c for c in entry.get("citations") or () if isinstance(c, dict)),
        answer_id=str(entry.get("id") or ""),
        feedback=str(entry.get("verdict") or ""),
    )


def _language(question: str) -> str:
    return "en" if detect(question) == "en" else "nl"


def read_reviews(path: Path) -> tuple[Review, ...]:
    """Reviews from their JSON Lines file; none when there is no such file yet.

    Raises:
        SuiteError: a line is not a review.
    """
    if not path.exists():
        return ()
    reviews = []
    for entry, where in _objects(path):
        try:
            reviews.append(
                Review(
                    candidate=str(entry["candidate"]),
                    reviewer=str(entry["reviewer"]),
                    mark=str(entry["mark"]),
                    nuggets=tuple(entry.get("nuggets", ())),
                    documents=tuple(entry.get("documents", ())),
                    kind=str(entry.get("kind", "fact")),
                    note=str(entry.get("note", "")),
                )
            )
        except (KeyError, TypeError) as error:
            raise SuiteError(f"{where}: not a review.") from error
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

    The nuggets and documents are those of the last review that gives any. A candidate whose
    reviewers disagree on the mark is left out until they talked. What should have been refused, and
    what was rightly refused, is not answerable.

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
        review = next((r for r in reversed(own) if r.nuggets), own[-1])
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
