"""Reviewing candidates in the terminal: answer and sources are shown, a person writes the truth."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from evals.candidates import MARKS, Candidate, Review, add_review, latest, read_reviews
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
            say("Vital facts, one a line, forms separated by '|'; an empty line ends.")
            while line := ask("vital fact (or -)").strip().strip("-").strip():
                forms = [form.strip() for form in line.split("|") if form.strip()]
                nuggets.append({"any_of": forms, "vital": True})
            documents = tuple(ask("ids of the documents that must be cited").split())
            kind = _choose("kind", KINDS, ask, say)
        add_review(reviews, Review(candidate.id, reviewer, mark, tuple(nuggets), documents, kind))
        count += 1
    return count


def _show(candidate: Candidate, say: Callable[[str], None]) -> None:
    say("")
    for turn in candidate.history:
        say(f"  {turn['role']}: {turn['content']}")
    say(f"Question: {candidate.question}")
    say(f"Status:   {candidate.status}")
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
