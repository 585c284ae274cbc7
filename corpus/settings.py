"""Settings of the corpus: where documents come from and how far a reader may go."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

FICHES = Path(__file__).parent / "fiches"
QUESTIONS = Path(__file__).parent / "questions"
JUDGEMENTS = Path(__file__).parent / "judgements"
LEXICON = Path(__file__).parent / "lexicon"
CATALOGUE = Path(__file__).parent / "catalogue.yaml"


class ReadingLimits(BaseModel):
    """How far a reader may go with one document before it is stopped."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_bytes: int = Field(200_000_000, description="Largest file that is opened, in bytes.")
    max_pages: int = Field(5_000, description="Most pages read of one document.")
    max_characters: int = Field(50_000_000, description="Most characters kept of one document.")
    timeout_seconds: float = Field(300.0, description="Longest time one document may take.")
    memory_bytes: int = Field(4_000_000_000, description="Most memory a reader may take, in bytes.")


class CorpusSettings(BaseModel):
    """What belongs to the corpus."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    folders: tuple[Path, ...] = Field((), description="Folders or files beside the shipped fiches.")
    with_fiches: bool = Field(True, description="Whether the shipped fiches take part.")
    downloads: Path = Field(
        Path("data/documents"), description="Where fetched and added documents are kept."
    )
    limits: ReadingLimits = Field(default_factory=ReadingLimits, description="Limits of reading.")
