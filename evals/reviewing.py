"""Reviewing in the terminal: answer and sources are shown, a person writes the truth or a mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from evals.candidates import MARKS, Candidate, Review, add_review, latest, read_reviews
from evals.judging import MARKS as ANSWER_MARKS
from evals.judging import add_mark, read_marks
from evals.scoring import Scored
from evals.suite import KINDS


def review_candidates(
    candidates: Sequence[Candidate],
    reviews: Path,
    reviewer: str,
    *,
    ask: Callable[[str], str] = typer.prompt,
    say: Callable[[str], None] = typer.echo,
) -> int:
    """Shows each candidate that this reviewer has not marked and keeps what is answered.

    Each review is kept at once, so that stopping half-way loses nothing.

    Returns:
        How many candidates were reviewed.
    """
    done = {name for name, person in latest(read_reviews(reviews)) if person == reviewer}
    count = 0
    for candidate in candidates:
        if candidate.id in done:
            continue
        _show(candidate, say)
        mark = _choose("mark", MARKS, ask, say)
        nuggets: list[dict[str, object]] = []
        documents: tuple[str, ...] = ()
        kind = "fact"
        if mark not in ("unclear", "should-have-refused"):
            nuggets = _facts(ask, say)
            if nuggets:
                documents = tuple(ask("ids of the documents that must be cited").split())
                kind = _choose("kind", KINDS, ask, say)
        add_review(reviews, Review(candidate.id, reviewer, mark, tuple(nuggets), documents, kind))
        count += 1
    return count


def _facts(ask: Callable[[str], str], say: Callable[[str], None]) -> list[dict[str, object]]:
    """The facts of a full answer, as typed: none when the documents hold no answer."""
    say("What must a right answer say? One fact at a time, its other forms behind '|'.")
    say("Begin with '~' when an answer may do without it. '-' ends (at once: no answer exists).")
    nuggets: list[dict[str, object]] = []
    while (line := ask("fact").strip()) not in ("", "-"):
        forms = [form.strip() for form in line.lstrip("~").split("|") if form.strip()]
        if forms:
            nuggets.append({"any_of": forms, "vital": not line.startswith("~")})
    return nuggets


def _show(candidate: Candidate, say: Callable[[str], None]) -> None:
    say("")
    for turn in candidate.history:
        say(f"  {turn['role']}: {turn['content']}")
    say(f"Question: {candidate.question}")
    say(f"Status:   {candidate.status or '?'}   Reader: {candidate.feedback or '?'}")
    say(candidate.answer)
    for citation in candidate.citations:
        say(f"  [{citation.get('n')}] {citation.get('document')} p. {citation.get('page')}: "
            f"“{citation.get('quote', '')}”")  # fmt: skip


def _choose(
    what: str, allowed: Sequence[str], ask: Callable[[str], str], say: Callable[[str], None]
) -> str:
    while True:
        value = ask(f"{what} ({', '.join(allowed)})").strip()
        if value in allowed:
            return value
        say(f"'{value}' is not one of them.")


def mark_answers(
    scored: Sequence[Scored],
    marks: Path,
    reviewer: str,
    *,
    ask: Callable[[str], str] = typer.prompt,
    say: Callable[[str], None] = typer.echo,
) -> int:
    """Shows the answers of a run that this reviewer has not marked, and keeps the marks.

    The measured scores are not shown: a person's mark is worth something when made without them.

    Returns:
        How many answers were marked.
    """
    done = read_marks(marks).get(reviewer, {})
    count = 0
    for one in scored:
        if one.result.error or one.item.id in done:
            continue
        say("")
        for turn in one.item.history:
            say(f"  {turn.role}: {turn.content}")
        say(f"Question: {one.item.question}")
        facts = "; ".join(" / ".join(nugget.any_of) for nugget in one.item.vital)
        say(f"Expected: {facts or 'to be refused'}")
        say(one.result.answer)
        for citation in one.result.citations:
            say(f"  [{citation.n}] {citation.document} p. {citation.page}: “{citation.quote}”")
        mark = _choose("mark", ANSWER_MARKS, ask, say)
        add_mark(marks, reviewer, one.item.id, mark)
        count += 1
    return count
