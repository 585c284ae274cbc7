"""Suites: the questions, and what a right answer holds.

The format is a contract with outside parties: extra keys are ignored, a missing or wrong required
key is an error that names the file, the item and the key.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from assistant.answer import NoticeKind, Turn
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
_NOT_SCORED = ("sections", "evidence", "persona", "must", "group")


@dataclass(frozen=True, slots=True)
class Nugget:
    """One fact of a full answer: any of these surface forms will do. ``vital``: must be there."""

    any_of: tuple[str, ...]
    vital: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a suite.

    ``pages`` maps a document id to the pages (from 1, in the file) that hold the evidence.
    Beyond the shared format: ``must`` marks a question that a gate never lets go wrong,
    ``notices`` the kinds of notice that belong beside the answer, ``attribution`` the forms of
    which one must say whose statement it is, ``group`` the questions that are no independent
    cases (else those of one conversation or first document).
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
    notices: tuple[str, ...] = ()
    attribution: tuple[str, ...] = ()
    group: str = ""
    file: str = ""

    @property
    def vital(self) -> tuple[Nugget, ...]:
        """The nuggets that must be in a right answer."""
        return tuple(nugget for nugget in self.nuggets if nugget.vital)

    @property
    def conversation(self) -> str:
        """What the question shares its luck with at least: its group, else its conversation, else
        nothing but itself."""
        if self.group:
            return f"group {self.group}"
        if self.history:
            return f"conversation {self.history[0].content}"
        return f"question {self.id}"

    @property
    def cluster(self) -> str:
        """What it shares its luck with at most: its group, else its first document, else its
        conversation."""
        if self.documents and not self.group:
            return f"document {self.documents[0]}"
        return self.conversation

    @property
    def digest(self) -> str:
        """What is asked and what is right, as 16 hexadecimal digits.

        Notes for people and groupings have no part in it: changing those changes no score.
        """
        told = {k: v for k, v in item_as_json(self).items() if k not in _NOT_SCORED}
        content = json.dumps(told, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(content.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Suite:
    """The items of one file, or of all files in a folder, in order; ``name`` is that of either."""

    items: tuple[Item, ...]
    files: tuple[Path, ...]
    digest: str
    name: str = ""

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
    for file in files:
        for item in _items(file, file.read_bytes()):
            if item.id in seen:
                raise SuiteError(f"{file}: item {item.id}: id occurs already in {seen[item.id]}.")
            seen[item.id] = str(file)
            items.append(item)
    return suite_of(items, files, path.resolve().name if path.is_dir() else path.stem)


def suite_of(items: Sequence[Item], files: Sequence[Path] = (), name: str = "") -> Suite:
    """A suite of these items; its digest is that of what they say, in order."""
    sha = hashlib.sha256("\n".join(item.digest for item in items).encode())
    return Suite(tuple(items), tuple(files), sha.hexdigest(), name)


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
        notices=reader.notices(),
        attribution=reader.texts("attribution"),
        group=str(entry.get("group") or ""),
        file=file,
    )


def item_as_json(item: Item) -> dict[str, Any]:
    """The item with the keys of the format; what is empty and not required is left out."""
    required: dict[str, Any] = {
        "id": item.id,
        "question": item.question,
        "lang": item.lang,
        "kind": item.kind,
        "answerable": item.answerable,
        "documents": list(item.documents),
        "nuggets": [{"any_of": list(n.any_of), "vital": n.vital} for n in item.nuggets],
    }
    optional: dict[str, Any] = {
        "persona": item.persona,
        "history": [{"role": turn.role, "content": turn.content} for turn in item.history],
        "sections": list(item.sections),
        "pages": {name: list(pages) for name, pages in item.pages.items()},
        "evidence": item.evidence,
        "forbid": list(item.forbid),
        "must": item.must,
        "notices": list(item.notices),
        "attribution": list(item.attribution),
        "group": item.group,
    }
    return required | {key: value for key, value in optional.items() if value}


def write_suite(items: Sequence[Item], path: Path) -> None:
    """Writes items as one suite file that :func:`load_suite` reads back."""
    content = [item_as_json(item) for item in items]
    text = yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")


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

    def notices(self) -> tuple[str, ...]:
        found = self.texts("notices")
        known = tuple(kind.value for kind in NoticeKind)
        if any(kind not in known for kind in found):
            raise self.wrong("notices", f"a list of {', '.join(known)}")
        return found

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
