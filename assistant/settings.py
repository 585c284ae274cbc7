"""All settings in one place: from ``WEGWIJS_*``, ``wegwijs.toml`` and the command line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from assistant.generating.settings import GeneratingSettings
from corpus.settings import CorpusSettings, ReadingLimits
from indexing.settings import IndexingSettings, RetrievalSettings

FILE_NAME = "wegwijs.toml"
USUAL_OLLAMA_URL = "http://127.0.0.1:11434"


class WegwijsSettings(BaseSettings):
    """Everything that can be set. Explicit values win over the environment, that over the file."""

    model_config = SettingsConfigDict(
        env_prefix="WEGWIJS_",
        env_nested_delimiter="__",
        toml_file=FILE_NAME,
        frozen=True,
        extra="forbid",
    )

    data: Path = Field(Path("data"), description="Folder for the index and added documents.")
    corpus: Annotated[tuple[Path, ...], NoDecode] = Field(
        (), description="Folders with documents beside the shipped fiches, colon separated."
    )
    with_fiches: bool = Field(True, description="Whether the shipped fiches take part.")
    engine: Literal["auto", "extractive", "ollama", "openai"] = Field(
        "auto", description="Who words the answer; auto takes Ollama where it is reachable."
    )
    ollama_url: str = Field(
        "", description="Ollama's address; else OLLAMA_HOST, else the usual one."
    )
    ollama_model: str = Field("", description="The language model that words answers.")
    embed_model: str = Field(
        "", description="Ollama embedding model; empty: the built-in embedder."
    )
    openai_url: str = Field(
        "http://127.0.0.1:8080/v1", description="An OpenAI-compatible server, for engine openai."
    )
    openai_model: str = Field("", description="Its model; empty: the first that it offers.")
    openai_key: str = Field("", description="Its key, where it wants one.")
    generating: GeneratingSettings = Field(
        default_factory=GeneratingSettings, description="Limits of asking a language model."
    )
    admin_token: str = Field("", description="Token that opens the pages for administrators.")
    limits: ReadingLimits = Field(default_factory=ReadingLimits, description="Limits of reading.")
    retrieval: RetrievalSettings = Field(
        default_factory=RetrievalSettings, description="Weights and sizes of retrieval."
    )

    @field_validator("corpus", mode="before")
    @classmethod
    def _split_paths(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(Path(part) for part in value.split(os.pathsep) if part)
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @property
    def corpus_settings(self) -> CorpusSettings:
        """The part that reading needs."""
        return CorpusSettings(
            folders=self.corpus,
            with_fiches=self.with_fiches,
            downloads=self.data / "documents",
            limits=self.limits,
        )

    @property
    def indexing_settings(self) -> IndexingSettings:
        """The part that indexing needs."""
        return IndexingSettings(
            folder=self.data / "index",
            embed_model=self.embed_model,
            ollama_url=self.ollama_address,
            retrieval=self.retrieval,
        )

    @property
    def ollama_wanted(self) -> bool:
        """Whether somebody told of an Ollama: that it is not there is then worth a word."""
        told = self.ollama_model or self.ollama_url or os.environ.get("OLLAMA_HOST", "")
        return self.engine == "ollama" or bool(told)

    @property
    def ollama_address(self) -> str:
        """Where Ollama is expected: set, else ``OLLAMA_HOST``, else its usual address."""
        address = self.ollama_url or os.environ.get("OLLAMA_HOST", "") or USUAL_OLLAMA_URL
        return address if "://" in address else f"http://{address}"
