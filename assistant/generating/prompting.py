"""Prompts: files with placeholders that are checked, and documents' text fenced off as data."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.generating.language_model import Message, Schema
from indexing.passage import Passage

_FOLDER = Path(__file__).parent / "prompts"
_PLACEHOLDER = re.compile(r"\{\{(\w+)\}\}")
_LANGUAGES = {"nl": "Dutch", "en": "English"}

PLACEHOLDERS = {
    "answer-system": frozenset({"language"}),
    "answer-user": frozenset({"passages", "question", "language"}),
    "rewrite-system": frozenset({"language"}),
    "rewrite-user": frozenset({"conversation", "question"}),
    "second-look-system": frozenset(),
    "second-look-user": frozenset({"quotes", "claim"}),
}
"""The placeholders that each file must have, and no others."""


@cache
def template(name: str, folder: Path = _FOLDER) -> str:
    """The text of a prompt file.

    Raises:
        ValueError: its placeholders are not those that the code fills in.
    """
    text = (folder / f"{name}.md").read_text("utf-8").strip()
    found = frozenset(_PLACEHOLDER.findall(text))
    if found != PLACEHOLDERS[name]:
        wanted = ", ".join(sorted(PLACEHOLDERS[name])) or "none"
        raise ValueError(f"{name}.md needs exactly these placeholders: {wanted}")
    return text


def fill(name: str, **values: str) -> str:
    """A prompt with its placeholders filled in, each once: values are never looked into."""
    return _PLACEHOLDER.sub(lambda match: values[match[1]], template(name))


@dataclass(frozen=True, slots=True)
class Shelf:
    """The passages of one call, by key. Keys are random, new in each call, and mean nothing."""

    passages: dict[str, Passage]

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> Shelf:
        keys: dict[str, Passage] = {}
        for passage in passages:
            key = secrets.token_hex(3)
            while key in keys:
                key = secrets.token_hex(3)
            keys[key] = passage
        return cls(keys)

    def fenced(self, title_of: dict[str, str]) -> str:
        """The passages between fences that their text cannot close."""
        return "\n\n".join(
            fenced(key, title_of.get(passage.document, ""), passage)
            for key, passage in self.passages.items()
        )

    def schema(self, most_claims: int = 8) -> Schema:
        """What a draft must look like; only this call's keys are keys."""
        evidence = {
            "type": "object",
            "properties": {
                "key": {"type": "string", "enum": list(self.passages)},
                "quote": {"type": "string"},
            },
            "required": ["key", "quote"],
            "additionalProperties": False,
        }
        claim = {
            "type": "object",
            # The quote before the words: servers that follow the schema write in its order, so that
            # a claim is worded from what was copied, and no quote is looked for afterwards.
            "properties": {
                "evidence": {"type": "array", "items": evidence, "minItems": 1, "maxItems": 3},
                "text": {"type": "string"},
            },
            "required": ["evidence", "text"],
            "additionalProperties": False,
        }
        return {
            "type": "object",
            "properties": {"claims": {"type": "array", "items": claim, "maxItems": most_claims}},
            "required": ["claims"],
            "additionalProperties": False,
        }


def fenced(key: str, title: str, passage: Passage) -> str:
    """One passage as data: its key, where it comes from, its text, its end."""
    where = " > ".join(part for part in (title, *passage.section) if part)
    # Keys are new in each call, so no document can hold one; signs that look like fences go too.
    body = f"{where}\n{passage.text}".replace("<<<", "<").replace(">>>", ">")
    return f"<<<passage {key}\n{body}\n>>>end of {key}"


def answer_messages(
    question: str, lang: str, shelf: Shelf, title_of: dict[str, str]
) -> tuple[Message, ...]:
    """What the model is asked for an answer."""
    language = _LANGUAGES[lang]
    return (
        Message("system", fill("answer-system", language=language)),
        Message(
            "user",
            fill(
                "answer-user",
                passages=shelf.fenced(title_of),
                question=question,
                language=language,
            ),
        ),
    )


REWRITE_SCHEMA: Schema = {
    "type": "object",
    "properties": {"question": {"type": "string"}},
    "required": ["question"],
    "additionalProperties": False,
}


def rewrite_messages(question: str, conversation: str, lang: str) -> tuple[Message, ...]:
    """What the model is asked for a question that stands alone."""
    return (
        Message("system", fill("rewrite-system", language=_LANGUAGES[lang])),
        Message("user", fill("rewrite-user", conversation=conversation, question=question)),
    )


SECOND_LOOK_SCHEMA: Schema = {
    "type": "object",
    "properties": {"carried": {"type": "boolean"}},
    "required": ["carried"],
    "additionalProperties": False,
}


def second_look_messages(claim: str, quotes: Sequence[str]) -> tuple[Message, ...]:
    """What the model is asked as a judge."""
    listed = "\n".join(f"- {quote}" for quote in quotes)
    return (
        Message("system", fill("second-look-system")),
        Message("user", fill("second-look-user", quotes=listed, claim=claim)),
    )
