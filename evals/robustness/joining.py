"""Two questions of one suite about one document or country, asked in one go."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from evals.robustness.frames import Frames
from evals.robustness.rewriting import country_of, placed, without_end
from evals.suite import Item

Join = Callable[[Item, Item, Frames, random.Random], str]
Order = Callable[[Item], str]

_KINDS = frozenset(
    {"fact", "number", "list", "definition", "procedure", "table", "footnote", "unanswerable"}
)
_ASKS = re.compile(
    r"(?:(?:in|van|bij|voor|met|op|door|sinds|tot|uit|over|by|for|with|from|to|at|on|since|until)\s)?"
    r"(?:wie|wat|waar\w*|wanneer|waarom|hoe\w*|welke?|who|whom|what|where|when|why|how|which"
    r"|is|zijn|kan|kunnen|mag|moet|moeten|heeft|hebben|krijg\w*|bestaat|geldt|kost|betaal\w*"
    r"|are|was|can|may|must|do|does|did|has|have|should)\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[.!?:;]\s+\S")
_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+")


def in_one_sentence(first: Item, second: Item, frames: Frames, chance: random.Random) -> str:
    """Both with "and" between them."""
    asked = without_end(second.question)
    frame = chance.choice(frames.joined)
    joined = frame.format(first=without_end(first.question), second=asked[:1].lower() + asked[1:])
    return f"{joined}?"


def in_two_sentences(first: Item, second: Item, frames: Frames, chance: random.Random) -> str:
    """One after the other."""
    frame = chance.choice(frames.two)
    return frame.format(first=without_end(first.question), second=without_end(second.question))


def place_once(first: Item, second: Item, frames: Frames, chance: random.Random) -> str:
    """Both with "and" between them, the country that both tell said in the first only; the first
    alone where they do not."""
    here, there = placed(second), country_of(first)
    if here is None or here[0].lower() != there:
        return first.question
    rest = without_end(here[1])
    joined = chance.choice(frames.joined).format(
        first=without_end(first.question), second=rest[:1].lower() + rest[1:]
    )
    return f"{joined}?"


JOINS: Mapping[str, Join] = {
    "joined by and": in_one_sentence,
    "in two sentences": in_two_sentences,
    "joined, country said once": place_once,
}
"""The ways in which two questions are asked in one go."""


def pairs(items: Sequence[Item], longest: int, order: Order) -> list[tuple[Item, Item]]:
    """Pairs of answerable questions in one language whose answers stand in one document, in the
    ``order`` of the first of each; each question is the second of one pair at most.

    The first may tell a story before it asks. The second is one sentence that asks, and neither
    has more than ``longest`` characters.
    """
    return _paired(
        [item for item in items if item.answerable],
        [item for item in items if item.answerable],
        lambda item: item.documents[0] if item.documents else "",
        longest,
        order,
    )


def pairs_of_country(items: Sequence[Item], longest: int, order: Order) -> list[tuple[Item, Item]]:
    """The same, of questions that tell the same country, the second that it is there."""
    return _paired(
        [item for item in items if item.answerable],
        [item for item in items if item.answerable and placed(item)],
        country_of,
        longest,
        order,
    )


def half_known(items: Sequence[Item], longest: int, order: Order) -> list[tuple[Item, Item]]:
    """The same, of a question that the documents answer and one that they do not."""
    return _paired(
        [item for item in items if item.answerable],
        [item for item in items if not item.answerable],
        country_of,
        longest,
        order,
    )


def _paired(
    firsts: Sequence[Item],
    seconds: Sequence[Item],
    subject: Callable[[Item], str],
    longest: int,
    order: Order,
) -> list[tuple[Item, Item]]:
    left: dict[str, list[Item]] = defaultdict(list)
    for item in sorted(seconds, key=order):
        if joinable(item, longest) and subject(item):
            left[f"{item.lang} {subject(item)}"].append(item)
    found: list[tuple[Item, Item]] = []
    for item in sorted(firsts, key=order):
        others = left[f"{item.lang} {subject(item)}"] if _opens(item, longest) else []
        # Two are joined one way round only.
        second = next((o for o in others if o is not item and (o, item) not in found), None)
        if second is not None:
            others.remove(second)
            found.append((item, second))
    return found


def _opens(item: Item, longest: int) -> bool:
    """Whether another question can follow in the same sentence."""
    last = _SENTENCE_END.split(item.question.strip())[-1]
    asks = item.question.rstrip().endswith("?") or bool(_ASKS.match(last))
    return asks and not item.history and item.kind in _KINDS and len(item.question) <= longest


def joinable(item: Item, longest: int) -> bool:
    """Whether a question can follow another: one sentence, which opens with a word that asks."""
    return (
        not item.history
        and item.kind in _KINDS
        and len(item.question) <= longest
        and bool(_ASKS.match(item.question))
        and not _SENTENCES.search(item.question)
    )
