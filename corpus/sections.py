"""The headings of fiches: one key for each, so that both languages find the same statements."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from corpus import strict_yaml
from corpus.settings import FICHES

SECTIONS_NAME = "sections.yaml"


class _Names(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    nl: str
    en: str


@dataclass(frozen=True, slots=True)
class Sections:
    """Headings by key and language, in the order in which a fiche has them."""

    names: dict[str, dict[str, str]]
    keys: dict[str, str]

    def heading(self, key: str, language: str) -> str:
        """The heading of a section. Raises KeyError for a section or language it does not have."""
        return self.names[key][language]

    def key(self, heading: str) -> str | None:
        """The section that a heading, in either language, belongs to."""
        return self.keys.get(heading.casefold())


@cache
def load_sections(file: Path = FICHES / SECTIONS_NAME) -> Sections:
    """The headings in ``file``.

    Raises:
        CatalogueError: the file is not valid.
        OSError: it cannot be read.
    """
    values = strict_yaml.load(file.read_text(encoding="utf-8"), where=file.name)
    names: dict[str, dict[str, str]] = {
        key: strict_yaml.validated(_Names, both, f"{file.name}, {key}").model_dump()
        for key, both in values.items()
    }
    keys = {name.casefold(): key for key, both in names.items() for name in both.values()}
    return Sections(names, keys)
