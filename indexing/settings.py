"""Settings of the index and of retrieval. Every tuned number stands here, with what chose it."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class RetrievalSettings(BaseModel):
    """Weights and sizes of retrieval; :mod:`docs` names the runs that chose them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    candidates: int = Field(100, description="Passages that each arm hands to the reordering step.")


class IndexingSettings(BaseModel):
    """Where the index lives and what builds it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    folder: Path = Field(Path("data/index"), description="The index's folder; may be deleted.")
    embed_model: str = Field("", description="Ollama embedding model; empty: the built-in embedder.")
    ollama_url: str = Field("http://127.0.0.1:11434", description="Ollama's address.")
    max_passage_characters: int = Field(1_200, description="Longest passage, in characters.")
    retrieval: RetrievalSettings = Field(default_factory=RetrievalSettings)
