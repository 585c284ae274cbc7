"""Suites: the questions, and what a right answer holds.

The format is a contract with outside parties: extra keys are ignored, a missing or wrong required
key is an error that names the file, the item and the key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from assistant.answer import Turn
from evals.errors import SuiteError

KINDS = (
    "fact",
    "number",
    "list",
    "definition",
    "procedure",
    "comparison",
    "multi-document",
    "follow-up",
    "table",
    "footnote",
    "reference",
    "unanswerable",
    "false-premise",
    "ambiguous",
    "injection",
    "smalltalk",
    "cross-lingual",
)
LANGUAGES = ("nl", "en")
PERSONAS = ("artist", "staff", "evaluator")
ROLES = ("user", "assistant")


@dataclass(frozen=True, slots=True)
class Nugget:
    """One fact of a full answer: any of these surface forms will do. ``vital``: must be there."""

    any_of: tuple[str, ...]
    vital: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a suite.

    ``pages`` maps a document id to the pages (from 1, in the file) that hold the evidence.
    ``must`` marks a question that a gate never lets go wrong.
    """

    id: str
    question: str
    lang: str
    kind: str
    answerable: bool
    documents: tuple[str, ...]
    nuggets: tuple[Nugget, ...]
    persona: str = ""
    history: tuple[Turn, ...] = ()
    sections: tuple[str, ...] = ()
    pages: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    evidence: str = ""
    forbid: tuple[str, ...] = ()
    must: bool = False
    file: str = ""

    @property
    def vital(self) -> tuple[Nugget, ...]:
        """The nuggets that must be in a right answer."""
        return tuple(nugget for nugget in self.nuggets if nugget.vital)


@dataclass(frozen=True, slots=True)
class Suite:
    """The items of one file, or of all files in a folder, in order."""

    items: tuple[Item, ...]
    files: tuple[Path, ...]
    digest: str

    def item(self, name: str) -> Item:
        """The item with this id.

        Raises:
            KeyError: there is none.
        """
        for item in self.items:
            if item.id == name:
                return item
        raise KeyError(name)


def load_suite(path: Path) -> Suite:
    """Reads a suite from a YAML file, or from every ``*.yaml`` file below a folder.

    Raises:
        SuiteError: nothing there, no YAML, a key is missing or wrong, or an id occurs twice.
    """
    if path.is_dir():
        files = tuple(sorted((*path.rglob("*.yaml"), *path.rglob("*.yml"))))
    else:
        files = (path,)
    if not files or not all(file.is_file() for file in files):
        raise SuiteError(f"{path}: no suite there.", hint="Name a YAML file, or a folder of them.")
    items: list[Item] = []
    seen: dict[str, str] = {}
    sha = hashlib.sha256()
    for file in files:
        content = file.read_bytes()
        sha.update(content)
        for item in _items(file, content):
            if item.id in seen:
                raise SuiteError(f"{file}: item {item.id}: id occurs already in {seen[item.id]}.")
            seen[item.id] = str(file)
            items.append(item)
    return Suite(tuple(items), files, sha.hexdigest())


def _items(file: Path, content: bytes) -> list[Item]:
    try:
        raw = yaml.load(content, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SuiteError(f"{file}: not valid YAML: {' '.join(str(error).split())}") from error
    if isinstance(raw, dict) and isinstance(raw.get("questions"), list):
        raw = raw["questions"]
    if not isinstance(raw, list):
        raise SuiteError(f"{file}: a suite is a list of questions.")
    return [parse_item(entry, f"{file}", position) for position, entry in enumerate(raw, start=1)]


def parse_item(entry: object, file: str, position: int = 1) -> Item:
    """An item from its parsed YAML; ``position`` counts from 1 and names an item without an id.

    Raises:
        SuiteError: a required key is missing, or a value is not of its form.
    """
    if not isinstance(entry, dict):
        raise SuiteError(f"{file}: item {position}: not a mapping of keys to values.")
    name = str(entry.get("id") or f"number {position}")
    reader = _Reader(entry, f"{file}: item {name}")
    answerable = reader.boolean("answerable")
    pages = reader.mapping("pages")
    return Item(
        id=reader.text("id"),
        question=reader.text("question", may_be_blank=True),
        lang=reader.choice("lang", LANGUAGES),
        kind=reader.choice("kind", KINDS),
        answerable=answerable,
        documents=reader.texts("documents", required=True),
        nuggets=reader.nuggets(),
        persona=reader.optional_choice("persona", PERSONAS),
        history=reader.history(),
        sections=reader.texts("sections"),
        pages={str(k): reader.numbers(f"pages.{k}", v) for k, v in pages.items()},
        evidence=reader.joined("evidence"),
        forbid=reader.texts("forbid"),
        must=entry.get("must") is True,
        file=file,
    )


class _Reader:
    """Takes typed values out of one item; every complaint names file, item and key."""

    def __init__(self, entry: Mapping[str, Any], where: str) -> None:
        self.entry = entry
        self.where = where

    def wrong(self, key: str, expected: str) -> SuiteError:
        state = "is missing" if key.split(".")[0] not in self.entry else "is not of its form"
        return SuiteError(f"{self.where}: key '{key}' {state}; expected {expected}.")

    def text(self, key: str, *, may_be_blank: bool = False) -> str:
        value = self.entry.get(key)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str) or not (value.strip() or may_be_blank):
            raise self.wrong(key, "a text")
        return value

    def boolean(self, key: str) -> bool:
        value = self.entry.get(key)
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false")
        return value

    def choice(self, key: str, allowed: Sequence[str]) -> str:
        value = self.entry.get(key)
        if value not in allowed:
            raise self.wrong(key, f"one of {', '.join(allowed)}")
        return str(value)

    def optional_choice(self, key: str, allowed: Sequence[str]) -> str:
        return self.choice(key, allowed) if self.entry.get(key) else ""

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        value = self.entry.get(key)
        if value is None and not required:
            return ()
        if isinstance(value, str) and not required:
            return (value,)
        if not isinstance(value, list) or any(isinstance(v, (dict, list)) for v in value):
            raise self.wrong(key, "a list of texts")
        return tuple(str(v) for v in value)

    def joined(self, key: str) -> str:
        return " … ".join(self.texts(key))

    def mapping(self, key: str) -> Mapping[str, Any]:
        value = self.entry.get(key) or {}
        if not isinstance(value, dict):
            raise self.wrong(key, "document ids with lists of page numbers")
        return value

    def numbers(self, key: str, value: object) -> tuple[int, ...]:
        values = value if isinstance(value, list) else [value]
        if not all(isinstance(v, int) and not isinstance(v, bool) and v >= 1 for v in values):
            raise self.wrong(key, "page numbers from 1")
        return tuple(values)

    def nuggets(self) -> tuple[Nugget, ...]:
        value = self.entry.get("nuggets")
        form = "a list of {any_of: [surface forms], vital: true|false}"
        if not isinstance(value, list):
            raise self.wrong("nuggets", form)
        nuggets = []
        for entry in value:
            forms = entry.get("any_of") if isinstance(entry, dict) else None
            vital = entry.get("vital", True) if isinstance(entry, dict) else None
            if not isinstance(forms, list) or not forms or not isinstance(vital, bool):
                raise self.wrong("nuggets", form)
            nuggets.append(Nugget(tuple(str(surface) for surface in forms), vital))
        return tuple(nuggets)

    def history(self) -> tuple[Turn, ...]:
        value = self.entry.get("history") or []
        form = "a list of {role: user|assistant, content: ...}"
        if not isinstance(value, list):
            raise self.wrong("history", form)
        turns = []
        for entry in value:
            if not isinstance(entry, dict) or entry.get("role") not in ROLES:
                raise self.wrong("history", form)
            turns.append(Turn(str(entry["role"]), str(entry.get("content", ""))))
        return tuple(turns)
