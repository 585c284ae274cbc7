"""A language model as judge: optional, repeated, held against people's marks, and never a gate.

A judge marks what the measures cannot see: whether an answer in other words is right all the same.
It is as good as its agreement with people says, which therefore stands beside its marks.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import httpx
import yaml

from evals.errors import RunError, TargetError
from evals.scoring import Scored, clusters
from evals.statistics import Estimate, cohen_kappa, estimate

MARKS = ("right", "incomplete", "wrong")
UNREADABLE = "unreadable"
PROMPT = Path(__file__).with_name("judge.yaml")


class Judge(Protocol):
    """A language model that replies to one system and one user message."""

    name: str

    def reply(self, system: str, user: str, seed: int) -> str:
        """What the model says.

        Raises:
            httpx.HTTPError: it does not answer.
        """
        ...


@dataclass
class ModelJudge:
    """A model behind Ollama's ``/api/chat`` or a server with ``/v1/chat/completions``.

    Args:
        url: the server's address; one that ends in ``/v1`` is spoken to as OpenAI's clients do.
        temperature: above zero, so that repeating tells how sure the model is.
    """

    url: str
    model: str
    temperature: float = 0.3
    timeout_seconds: float = 300.0
    api_key: str = field(default="", repr=False)
    transport: httpx.BaseTransport | None = None
    name: str = field(init=False)

    def __post_init__(self) -> None:
        self.name = self.model
        self._openai = self.url.rstrip("/").endswith("/v1")
        self._client = httpx.Client(
            base_url=self.url.rstrip("/").removesuffix("/v1"),
            timeout=self.timeout_seconds,
            transport=self.transport,
            headers={"Authorization": f"Bearer {self.api_key}"} if self.api_key else {},
            trust_env=False,
        )

    def close(self) -> None:
        """Ends the connections."""
        self._client.close()

    def reply(self, system: str, user: str, seed: int) -> str:
        messages = [{"role": "system", "content": system}, {"role": "user", "content": user}]
        body: dict[str, Any] = {"model": self.model, "messages": messages, "stream": False}
        if self._openai:
            body |= {"temperature": self.temperature, "seed": seed}
            answer = self._client.post("/v1/chat/completions", json=body)
            answer.raise_for_status()
            return str(answer.json()["choices"][0]["message"]["content"] or "")
        body |= {"options": {"temperature": self.temperature, "seed": seed}, "format": "json"}
        answer = self._client.post("/api/chat", json=body)
        answer.raise_for_status()
        return str(answer.json()["message"]["content"] or "")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a judge said of one answer, once per repetition; ``mark`` is the majority's, or
    ``unreadable`` when no mark has most votes."""

    id: str
    marks: tuple[str, ...]

    @property
    def mark(self) -> str:
        votes = Counter(mark for mark in self.marks if mark != UNREADABLE).most_common(2)
        if not votes or (len(votes) > 1 and votes[0][1] == votes[1][1]):
            return UNREADABLE
        return votes[0][0]

    @property
    def unanimous(self) -> bool:
        """Whether every repetition said the same."""
        return len(set(self.marks)) == 1


def judge_answers(
    scored: Sequence[Scored],
    judge: Judge,
    *,
    repeats: int = 3,
    seed: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Judgement, ...]:
    """Has every answer that did not crash marked ``repeats`` times, each with its own seed.

    Raises:
        TargetError: the judge does not answer.
    """
    prompt = _prompt()
    alive = [one for one in scored if not one.result.error]
    found = []
    for count, one in enumerate(alive, start=1):
        facts = "\n".join(f"- {' / '.join(nugget.any_of)}" for nugget in one.item.vital) or "(none)"
        user = _filled(prompt["user"], one.item.question, facts, one.result.answer)
        try:
            marks = tuple(
                read_mark(judge.reply(prompt["system"], user, seed + i)) for i in range(repeats)
            )
        except (httpx.HTTPError, KeyError, IndexError, TypeError, ValueError) as error:
            raise TargetError(f"The judge does not answer: {error}", hint="Is it on?") from error
        found.append(Judgement(one.item.id, marks))
        if progress:
            progress(count, len(alive))
    return tuple(found)


def _prompt() -> dict[str, str]:
    content = yaml.load(PROMPT.read_bytes(), Loader=yaml.CSafeLoader)
    return {key: str(value) for key, value in content.items()}


def _filled(template: str, question: str, facts: str, answer: str) -> str:
    values = {"question": question, "facts": facts, "answer": answer}
    return re.sub(r"\{(question|facts|answer)\}", lambda match: values[match[1]], template)


def read_mark(reply: str) -> str:
    """The mark in a model's reply, or ``unreadable``; a reply with two different marks is that."""
    found = re.findall(r'"mark"\s*:\s*"(\w+)"', reply)
    marks = {mark.lower() for mark in found}
    return marks.pop() if len(marks) == 1 and marks <= set(MARKS) else UNREADABLE


def summarise_judgements(
    judgements: Sequence[Judgement],
    scored: Sequence[Scored],
    people: Mapping[str, Mapping[str, str]],
    judge: str,
    *,
    seed: int,
) -> dict[str, Any]:
    """What the judge found and how far it can be believed, as plain JSON values.

    ``agreement`` holds Cohen's kappa between the judge and each person over the answers that both
    marked, and between the judge and strict correctness (right or not).

    Args:
        people: per reviewer, the mark of each question id.
    """
    by_id = {one.item.id: one for one in scored}
    read = [j for j in judgements if j.mark != UNREADABLE]
    right: Estimate = estimate(
        [None if j.mark == UNREADABLE else float(j.mark == "right") for j in judgements],
        seed=seed,
        clusters=clusters([by_id[j.id].item for j in judgements]),
    )
    strict = [("right" if by_id[j.id].scores.get("correct") == 1.0 else "not") for j in read]
    judged = [("right" if j.mark == "right" else "not") for j in read]
    agreement = {"strict correctness": _agreement(judged, strict)}
    for person, marks in sorted(people.items()):
        both = [j for j in read if j.id in marks]
        agreement[person] = _agreement([j.mark for j in both], [marks[j.id] for j in both])
    return {
        "judge": judge,
        "prompt": hashlib.sha256(PROMPT.read_bytes()).hexdigest()[:16],
        "seed": seed,
        "right": {"mean": right.mean, "low": right.low, "high": right.high, "n": right.n},
        "unreadable": len(judgements) - len(read),
        "unanimous": sum(j.unanimous for j in judgements) / len(judgements) if judgements else None,
        "agreement": agreement,
        "marks": {j.id: {"mark": j.mark, "votes": list(j.marks)} for j in judgements},
    }


def _agreement(first: Sequence[str], second: Sequence[str]) -> dict[str, Any]:
    if not first:
        return {"n": 0, "alike": None, "kappa": None}
    alike = sum(a == b for a, b in zip(first, second, strict=True))
    return {"n": len(first), "alike": alike, "kappa": cohen_kappa(first, second)}


def read_marks(path: Path) -> dict[str, dict[str, str]]:
    """People's marks from JSON Lines with ``id``, ``mark`` and ``reviewer``; the last one counts.

    Raises:
        RunError: a line is not a mark.
    """
    people: dict[str, dict[str, str]] = {}
    if not path.exists():
        return people
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            reviewer, name, mark = entry["reviewer"], entry["id"], entry["mark"]
        except (ValueError, KeyError, TypeError) as error:
            raise RunError(f"{path}: line {number} is not a mark.") from error
        if mark not in MARKS:
            raise RunError(f"{path}: line {number}: '{mark}' is none of {', '.join(MARKS)}.")
        people.setdefault(str(reviewer), {})[str(name)] = mark
    return people


def add_mark(path: Path, reviewer: str, name: str, mark: str) -> None:
    """Appends one person's mark of one answer."""
    with path.open("a", encoding="utf-8") as lines:
        entry = {"id": name, "mark": mark, "reviewer": reviewer}
        lines.write(json.dumps(entry, ensure_ascii=False) + "\n")
