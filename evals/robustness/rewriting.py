"""A question in other words that mean the same: one change at a time, each made by rule."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from functools import cache

from corpus.vocabulary import Language, Vocabulary
from evals.robustness.frames import Frames
from evals.robustness.misspelling import KINDS, misspelled
from evals.suite import Item
from indexing.analysis import stop_words

Rewrite = Callable[[Item, Frames, random.Random], str]

_DEFINITION = re.compile(
    r"^\W*(?:what (?:is|are)|what's|wat (?:is|zijn|betekent)|what does)\s"
    r"(?P<term>(?:(?:an?|the|een|de|het)\s)?[^?,.]+?)(?:\smean)?\W*$",
    re.IGNORECASE,
)
_LONGEST_TERM = 5  # words of what a definition is asked of
_OF_SOMETHING = re.compile(
    r"\b(?:of|for|in|on|to|from|at|by|between|van|voor|op|bij|aan|naar|uit|tussen)\b", re.IGNORECASE
)
_ENDS = re.compile(r"[\s?.!…]+$")
_SIGNS = re.compile(r"(?<!\d)[.,](?!\d)|(?<=\d)[.,](?!\d)|[?!;:()\"“”„…]|\s[-–—]+\s")


def story(item: Item, frames: Frames, chance: random.Random) -> str:
    """After a greeting and a few words about oneself."""
    return chance.choice(frames.story).format(question=item.question)


def polite(item: Item, frames: Frames, chance: random.Random) -> str:
    """With the words of who asks politely around it."""
    return chance.choice(frames.polite).format(question=item.question)


def bare(item: Item, frames: Frames, chance: random.Random) -> str:
    """In lower case, without punctuation but for what numbers and names hold."""
    del frames, chance
    return " ".join(_SIGNS.sub(" ", item.question.lower()).split())


def misspelt(item: Item, frames: Frames, chance: random.Random) -> str:
    """With one typing error in a word that carries meaning and is no name."""
    del frames
    empty = stop_words("nl") | stop_words("en")
    kinds = [kind for kind in KINDS if kind not in ("written apart", "written together")]
    chance.shuffle(kinds)
    words = re.findall(r"(?<![\w'’.-])[a-zà-ÿ]{5,}(?![\w'’-])", item.question)
    chance.shuffle(words)
    for word in words:
        for kind in kinds if word not in empty else ():
            wrong = misspelled(word, kind, chance)
            if wrong != word:
                return re.sub(rf"\b{word}\b", wrong, item.question, count=1)
    return item.question


def colloquial(item: Item, frames: Frames, chance: random.Random) -> str:
    """The question what something is, as people say it."""
    match = _DEFINITION.match(item.question)
    if not match or len(match["term"].split()) > _LONGEST_TERM:
        return item.question
    if _OF_SOMETHING.search(match["term"]):
        return item.question  # "what is the rate for films" asks no definition
    return chance.choice(frames.define).format(term=match["term"])


def place_first(item: Item, frames: Frames, chance: random.Random) -> str:
    """The country in a sentence before the question, and not in it."""
    found = placed(item)
    if found is None:
        return item.question
    place, rest = found
    return chance.choice(frames.place).format(place=place, question=rest)


REWRITES: Mapping[str, Rewrite] = {
    "story before it": story,
    "polite": polite,
    "lower case, no punctuation": bare,
    "one typing error": misspelt,
    "colloquial definition": colloquial,
    "country said before": place_first,
}
"""The changes to one question. One that finds no place gives the question as it was."""


def placed(item: Item) -> tuple[str, str] | None:
    """The one country that a question says where something happens in, and the question without
    it; None where it says none, or more than one."""
    found = list(_countries(item.lang).finditer(item.question))
    if len(found) != 1 or not (match := found[0])["where"]:
        return None
    rest = item.question[: match.start()] + item.question[match.end() :]
    rest = re.sub(r"\s+(?=[?,.!])", "", " ".join(rest.split()))
    return match["name"], rest[:1].upper() + rest[1:]


def country_of(item: Item) -> str:
    """The name of the one country that a question tells; empty for none or several."""
    found = {match["name"].lower() for match in _countries(item.lang).finditer(item.question)}
    return found.pop() if len(found) == 1 else ""


def without_end(question: str) -> str:
    """A question without its question mark."""
    return _ENDS.sub("", question)


@cache
def _countries(lang: str) -> re.Pattern[str]:
    language: Language = "nl" if lang == "nl" else "en"
    names = {name for one in Vocabulary.load().countries for name in one.names(language)}
    every = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?P<where>\bin (?:the )?)?\b(?P<name>{every})\b")
