"""The words that guidance knows by heart (words.yaml), as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from corpus import strict_yaml
from corpus.annotation import DOING, WHO, Doing, Who

_LISTS = ("weak", "yielding")
_SELECTED = "selected"
_FILE = Path(__file__).parent / "words.yaml"


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns of questions. ``sections`` tell what part of a fiche is asked for, by its key;
    ``requests`` what is wanted; ``topics`` what fiches on practice treat; ``who`` who asks and
    ``doing`` what they are going to do, by the words of :mod:`corpus.annotation`.
    ``selected`` are words for having been chosen, whatever for.
    ``weak`` are words of a discipline that other disciplines use as well, ``yielding`` those that
    tell one only when no other word does."""

    sections: dict[str, re.Pattern[str]]
    requests: dict[str, re.Pattern[str]]
    topics: dict[str, re.Pattern[str]]
    who: dict[Who, re.Pattern[str]]
    doing: dict[Doing, re.Pattern[str]]
    selected: re.Pattern[str]
    weak: frozenset[str]
    yielding: frozenset[str]


@cache
def load_words(file: Path = _FILE) -> Words:
    """The patterns in ``file``; phrases stand between semicolons.

    Raises:
        CatalogueError: the file is no valid YAML.
        ValueError: a group is missing.
    """
    content = strict_yaml.load(file.read_text("utf-8"), where=file.name)
    groups = ("sections", "requests", "topics", "who", "doing")
    if not isinstance(content, dict) or set(content) != {*groups, *_LISTS, _SELECTED}:
        raise ValueError(f"{file.name} must hold {', '.join((*groups, *_LISTS, _SELECTED))}")
    sections, requests, topics, who, doing = (
        {key: pattern(text) for key, text in content[group].items()} for group in groups
    )
    weak, yielding = (frozenset(phrases(content[name])) for name in _LISTS)
    if wrong := [*who.keys() - WHO.keys(), *doing.keys() - DOING.keys()]:
        raise ValueError(f"{file.name}: nobody annotates with {wrong[0]}")
    return Words(
        sections,
        requests,
        topics,
        {WHO[key]: form for key, form in who.items()},
        {DOING[key]: form for key, form in doing.items()},
        pattern(content[_SELECTED]),
        weak,
        yielding,
    )


@cache
def word_phrases(file: Path = _FILE) -> dict[str, dict[str, tuple[str, ...]]]:
    """The phrases of ``who`` and ``doing`` by their keys, as they are written."""
    content = strict_yaml.load(file.read_text("utf-8"), where=file.name)
    return {
        group: {key: tuple(phrases(text)) for key, text in content[group].items()}
        for group in ("who", "doing")
    }


def phrases(text: str) -> list[str]:
    """What stands between semicolons, as it is written."""
    return [phrase for part in str(text).split(";") if (phrase := " ".join(part.split()))]


@cache
def pattern(text: str) -> re.Pattern[str]:
    """One pattern for the phrases between semicolons: ``*`` is the rest of a word, ``…`` stands for
    up to six words between. At a place the first phrase that fits is found, in their order."""
    return re.compile(
        r"(?<![\w-])(?:" + "|".join(_by_first_letter(phrases(text))) + r")(?![\w-])",
        re.IGNORECASE,
    )


def _by_first_letter(told: Iterable[str]) -> Iterator[str]:
    """The phrases as alternatives, those that begin with the same letter together: at most places
    a text then is held against some twenty letters instead of hundreds of phrases. None is moved
    past one that may begin with any letter."""
    for starred, run in groupby(told, key=lambda phrase: phrase.startswith("*")):
        if starred:
            yield from map(_alternative, run)
            continue
        by_letter: dict[str, list[str]] = {}
        for phrase in run:
            by_letter.setdefault(phrase[0].lower(), []).append(_alternative(phrase))
        yield from (f"(?:{'|'.join(same)})" for same in by_letter.values())


def _alternative(phrase: str) -> str:
    form = re.escape(phrase)
    form = form.replace(r"\*", r"[\w'’-]*").replace(r"\ …\ ", r"\s+(?:\S+\s+){0,6}?")
    return form.replace(r"\ ", r"\s+")
