"""One realistic typing error in a text, of eight kinds."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from corpus.vocabulary import Vocabulary
from indexing.tokenising import folded

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHORTEST = 5
_WORD = re.compile(r"[^\W\d_]+")


def neighbour(word: str, chance: random.Random) -> str:
    """The key beside the right one."""
    near = {
        key: row[max(0, at - 1) : at] + row[at + 1 : at + 2]
        for row in _ROWS
        for at, key in enumerate(row)
    }
    places = [at for at in range(1, len(word)) if near.get(word[at])]
    if not places:
        return word
    at = chance.choice(places)
    return word[:at] + chance.choice(near[word[at]]) + word[at + 1 :]


def dropped(word: str, chance: random.Random) -> str:
    """A letter too few."""
    at = chance.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def doubled(word: str, chance: random.Random) -> str:
    """A letter twice."""
    at = chance.randrange(1, len(word))
    return word[:at] + word[at] + word[at:]


def swapped(word: str, chance: random.Random) -> str:
    """Two letters that changed places."""
    places = [at for at in range(1, len(word) - 1) if word[at] != word[at + 1]]
    if not places:
        return word
    at = chance.choice(places)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def without_accents(word: str, chance: random.Random) -> str:
    """No diacritics; words with them first."""
    del chance
    return folded(word) if folded(word) != word.lower() else word


def sounds_alike(word: str, chance: random.Random) -> str:
    """Letters for the same sound: d and t at the end, ei and ij, c and k, ise and ize."""
    options = []
    for ours, theirs in (("ei", "ij"), ("ij", "ei"), ("au", "ou"), ("isation", "ization")):
        if ours in word:
            options.append(word.replace(ours, theirs, 1))
    for ours, theirs in (("dt", "d"), ("d", "t"), ("t", "d"), ("ible", "able"), ("ance", "ence")):
        if word.endswith(ours):
            options.append(word.removesuffix(ours) + theirs)
    return chance.choice(options) if options else word


def written_apart(word: str, chance: random.Random) -> str:
    """A Dutch compound in two words."""
    del chance
    vocabulary = Vocabulary.load()
    if not vocabulary.compound_parts(word):
        return word
    for cut in range(len(word) - 3, 3, -1):
        head, tail = word[:cut], word[cut:]
        if vocabulary.knows(tail, "nl") and vocabulary.knows(head.removesuffix("s"), "nl"):
            return f"{head} {tail}"
    return word


KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "neighbouring key": neighbour,
    "letter dropped": dropped,
    "letter doubled": doubled,
    "letters swapped": swapped,
    "accents left out": without_accents,
    "sounds alike": sounds_alike,
    "written apart": written_apart,
    "written together": lambda word, chance: word,
}


def misspelled(question: str, kind: str, chance: random.Random) -> str:
    """``question`` with one error of ``kind``; as it was when it offers no place for one."""
    words = [match for match in _WORD.finditer(question) if len(match[0]) >= _SHORTEST]
    if kind == "written together":
        pairs = re.finditer(r"\b[^\W\d_]{4,} (?=[^\W\d_]{4,})", question)
        places = [match.end() - 1 for match in pairs]
        if not places:
            return question
        at = chance.choice(places)
        return question[:at] + question[at + 1 :]
    chance.shuffle(words)
    for match in words:
        wrong = KINDS[kind](match[0], chance)
        if wrong != match[0]:
            return question[: match.start()] + wrong + question[match.end() :]
    return question
