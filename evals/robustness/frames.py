"""The words that are put around a question (frames.yaml)."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from corpus import strict_yaml

_FILE = Path(__file__).parent / "frames.yaml"


class FrameList(StrEnum):
    """Which frames: those that answering may be tuned on, or those that are reported on."""

    DEVELOPMENT = "development"
    TEST = "test"


class Frames(BaseModel):
    """The frames of one list in one language, each with its placeholders in braces."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    story: tuple[str, ...]
    polite: tuple[str, ...]
    define: tuple[str, ...]
    joined: tuple[str, ...] = Field(alias="and")
    two: tuple[str, ...]
    place: tuple[str, ...]


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    development: dict[str, Frames]
    test: dict[str, Frames]


@cache
def load_frames(which: FrameList, file: Path = _FILE) -> dict[str, Frames]:
    """The frames of a list by language.

    Raises:
        CatalogueError: the file is not valid; the key is named.
    """
    content = strict_yaml.validated(
        _File, strict_yaml.load(file.read_text("utf-8"), where=file.name), file.name
    )
    return content.development if which is FrameList.DEVELOPMENT else content.test
