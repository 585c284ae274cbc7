"""What built an index, and what is in it. Written last: a generation without one does not count."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.document import Source
from indexing.errors import IndexCorrupt, IndexMismatch
from indexing.program_digest import program_digest
from indexing.settings import IndexingSettings

FORMAT_VERSION = 4
"""Raised whenever the files of an index are laid out otherwise."""

FILE_NAME = "manifest.json"
BUILT_IN_EMBEDDING = "built-in"


class Build(BaseModel):
    """The settings and the program that decide what is in an index."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: int = FORMAT_VERSION
    program: str
    max_passage_characters: int
    target_passage_characters: int
    vectors: bool
    embedding: str

    @classmethod
    def of(cls, settings: IndexingSettings) -> Build:
        return cls(
            program=program_digest(),
            max_passage_characters=settings.max_passage_characters,
            target_passage_characters=settings.target_passage_characters,
            vectors=settings.vectors,
            embedding=settings.embed_model or BUILT_IN_EMBEDDING,
        )


class Failure(BaseModel):
    """A document that could not be read, so that it is not tried again while unchanged."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    fingerprint: str
    message: str
    hint: str = ""
    retryable: bool = False


class Manifest(BaseModel):
    """One generation of the index."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    build: Build
    generation: str
    passages: int = Field(description="In the passage store, the keyword index and the vectors.")
    documents: dict[str, str] = Field(description="Per document id what it was built from.")
    failed: dict[str, Failure] = Field(default_factory=dict)
    languages: dict[str, int] = Field(default_factory=dict, description="Passages per language.")
    dimension: int = Field(0, description="Numbers per vector; 0 without vectors.")
    mean_length: float = Field(0.0, description="Terms per passage text.")
    mean_context: float = Field(0.0, description="Terms per passage context.")
    mean_grams: float = Field(0.0, description="Characters per passage, context included.")
    stale: int = Field(
        0, description="Passages taken out since all were last analysed: still in term counts."
    )
    words: int = Field(0, description="Different words.")
    words_when_analysed: int = Field(
        0, description="Different words when all passages were last analysed together."
    )

    @property
    def corpus_digest(self) -> str:
        """One digest over all documents."""
        whole = json.dumps(self.documents, sort_keys=True).encode()
        return hashlib.sha256(whole).hexdigest()

    def write(self, folder: Path) -> None:
        """Write it so that it is either wholly there or not at all."""
        partial = folder / f"{FILE_NAME}.partial"
        with partial.open("w", encoding="utf-8") as file:
            file.write(self.model_dump_json(indent=1))
            file.flush()
            os.fsync(file.fileno())
        partial.replace(folder / FILE_NAME)

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """The manifest of a generation.

        Raises:
            IndexMismatch: another version of this program made it.
            IndexCorrupt: there is none, or it is damaged.
        """
        hint = "Build it anew: wegwijs index --rebuild"
        try:
            content = (folder / FILE_NAME).read_text("utf-8")
            found = json.loads(content).get("build", {}).get("format")
        except (OSError, ValueError, AttributeError) as error:
            raise IndexCorrupt(
                f"The index has no readable manifest ({error}).", hint=hint
            ) from error
        if found != FORMAT_VERSION:
            raise IndexMismatch(
                f"The index has layout {found}, this version of Wegwijs has {FORMAT_VERSION}.",
                hint=hint,
            )
        try:
            return cls.model_validate_json(content)
        except ValidationError as error:
            raise IndexCorrupt("The index's manifest is damaged.", hint=hint) from error

    def check(self, settings: IndexingSettings) -> None:
        """Refuse to be used with other settings than it was built with.

        Raises:
            IndexMismatch: names the first setting that differs, with the remedy.
        """
        wanted = Build.of(settings)
        if self.build.program != wanted.program:
            raise IndexMismatch(
                "The index was made by a program that reads or analyses otherwise.",
                hint="Bring it up to date: wegwijs index",
            )
        for name in Build.model_fields:
            mine, theirs = getattr(self.build, name), getattr(wanted, name)
            if mine != theirs:
                raise IndexMismatch(
                    f"The index was built with {name} = {mine}, now {theirs} is asked for.",
                    hint="Bring it up to date (wegwijs index), or set it back.",
                )


def fingerprint(source: Source) -> str:
    """What a document's passages depend on: its bytes, and what the catalogue says about it."""
    described = (
        source.digest,
        source.id,
        source.file.suffix,
        source.title,
        source.publisher,
        source.author,
        source.kind,
        source.language or "",
        source.date or "",
        source.url or "",
        source.terms,
        repr(source.validity),
        source.pair or "",
        *source.topics,
    )
    return hashlib.sha256("\x1f".join(described).encode()).hexdigest()[:32]
