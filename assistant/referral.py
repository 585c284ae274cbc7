"""Who does know when the documents are silent, and what comes nearest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.answer import Referral
from assistant.extracting.asked import Asked
from assistant.extracting.evidence import Weighed
from assistant.words import own_yaml
from corpus.document import Source
from indexing.tokenising import folded, tokens

_FILE = Path(__file__).parent / "referral.yaml"
_LEAST_NEAR = 0.3  # share of the question that something has to hold to be called near
_NEAR_SHARE = 0.6  # and against what holds most of it


@dataclass(frozen=True, slots=True)
class HelpDesk:
    """A public help desk and the words (folded) of the questions it takes."""

    topic: str
    words: frozenset[str]
    name: str
    url: str
    reason: dict[str, str]


@cache
def load_help_desks(file: Path = _FILE) -> tuple[HelpDesk, ...]:
    """The help desks in ``file``, in order; the last one takes every question."""
    return tuple(
        HelpDesk(
            entry["topic"],
            frozenset(folded(str(word)) for word in entry["words"]),
            entry["name"],
            entry["url"],
            entry["reason"],
        )
        for entry in own_yaml.load(file)
    )


def help_desk(question: str, lang: str, desks: tuple[HelpDesk, ...]) -> tuple[Referral, ...]:
    """The help desk for a question's topic: whom a question is sent to of which no fiche tells who
    knows."""
    words = {folded(token) for token in tokens(question)}
    text = f" {folded(question)} "
    for desk in desks:
        if (
            not desk.words
            or words & desk.words
            or any(" " in word and word in text for word in desk.words)
        ):
            return (Referral(desk.name, desk.reason[lang], desk.url),)
    return ()


def near_misses(
    asked: Asked, weighed: Iterable[Weighed], sources: dict[str, Source], limit: int = 3
) -> tuple[str, ...]:
    """Titles (with the section) of what came closest, best first: what has a name that the question
    has, if it has any, and not much less of the rest than the best of those."""
    named = {c.surface for c in asked.concepts if c.name and not c.frame}
    close = [item for item in weighed if not named or named & set(item.found)]
    floor = max(_LEAST_NEAR, _NEAR_SHARE * max((item.near for item in close), default=0.0))
    titles: list[str] = []
    for item in close:
        if item.near < floor:
            continue
        passage = item.unit.passage
        source = sources[passage.document]
        title = f"{source.title} — {passage.heading}" if passage.heading else source.title
        if title not in titles:
            titles.append(title)
        if len(titles) == limit:
            break
    return tuple(titles)
