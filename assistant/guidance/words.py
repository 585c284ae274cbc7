"""The words that guidance knows by heart (words.yaml), as patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus import strict_yaml

_LISTS = ("weak", "yielding")
_FILE = Path(__file__).parent / "words.yaml"


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns of questions. ``sections`` tell what part of a fiche is asked for, by its key;
    ``requests`` what is wanted; ``applicants`` for whom; ``topics`` what fiches on practice treat;
    ``costs`` what is to be paid.
    ``weak`` are words of a discipline that other disciplines use as well, ``yielding`` those that
    tell one only when no other word does."""

    sections: dict[str, re.Pattern[str]]
    requests: dict[str, re.Pattern[str]]
    applicants: dict[str, re.Pattern[str]]
    topics: dict[str, re.Pattern[str]]
    costs: dict[str, re.Pattern[str]]
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
    groups = ("sections", "requests", "applicants", "topics", "costs")
    if not isinstance(content, dict) or set(content) != {*groups, *_LISTS}:
        raise ValueError(f"{file.name} must hold {', '.join((*groups, *_LISTS))}")
    sections, requests, applicants, topics, costs = (
        {key: pattern(text) for key, text in content[group].items()} for group in groups
    )
    weak, yielding = (frozenset(_phrases(content[name])) for name in _LISTS)
    return Words(sections, requests, applicants, topics, costs, weak, yielding)


def _phrases(text: str) -> list[str]:
    return [phrase for part in str(text).split(";") if (phrase := " ".join(part.split()))]


@cache
def pattern(phrases: str) -> re.Pattern[str]:
    """One pattern for the phrases between semicolons: ``*`` is the rest of a word, ``…`` stands for
    up to six words between."""
    alternatives = []
    for phrase in _phrases(phrases):
        text = re.escape(phrase)
        text = text.replace(r"\*", r"[\w'’-]*").replace(r"\ …\ ", r"\s+(?:\S+\s+){0,6}?")
        alternatives.append(text.replace(r"\ ", r"\s+"))
    return re.compile(r"(?<![\w-])(?:" + "|".join(alternatives) + r")(?![\w-])", re.IGNORECASE)
