"""The plan of a route: what can be chosen and which statements make up its steps (routes.yaml)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from corpus import strict_yaml
from corpus.fiche import Flag

PLAN = Path(__file__).parent / "routes.yaml"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Choice(_Strict):
    """Something that can be chosen, with its name in both languages."""

    nl: str
    en: str

    def name(self, lang: str) -> str:
        return self.nl if lang == "nl" else self.en


class Discipline(Choice):
    """A discipline and the headings of a country fiche that treat it."""

    sections: tuple[str, ...]


class Destination(Choice):
    """A country and the region that decides which formalities hold."""

    region: str


class Selection(_Strict):
    """Which statements a step takes; empty limits mean: always."""

    kind: str = Field(description="Kind of fiche.")
    pairs: tuple[str, ...] = Field((), description="These fiches, in this order.")
    match: tuple[str, ...] = Field((), description="What the fiche's topics must agree with.")
    first: tuple[str, ...] = Field((), description="These fiches before others, if they match.")
    without: tuple[str, ...] = Field((), description="These fiches never.")
    sections: tuple[str, ...] = Field(description="Headings to take from, in this order.")
    fiches: int = Field(10, description="The most fiches.")
    each: int = Field(1, description="The most statements of one section of a fiche.")
    gaps: Flag = Field(True, description="Whether to take what says that nothing is known.")
    stages: tuple[str, ...] = Field((), description="Only for these stages.")
    applicants: tuple[str, ...] = Field((), description="Only for these applicants.")
    disciplines: tuple[str, ...] = Field((), description="Only for these disciplines.")
    regions: tuple[str, ...] = Field((), description="Only for destinations in these regions.")


class PlannedStep(_Strict):
    """A step before it has statements."""

    key: str
    nl: str
    en: str
    lead: Choice | None = None
    take: tuple[Selection, ...]


class Plan(_Strict):
    """The whole of routes.yaml."""

    disciplines: dict[str, Discipline]
    wider: dict[str, tuple[str, ...]]
    regions: dict[str, tuple[str, ...]]
    stages: dict[str, Choice]
    applicants: dict[str, Choice]
    destinations: dict[str, Destination]
    steps: tuple[PlannedStep, ...]


@cache
def load_plan(file: Path = PLAN) -> Plan:
    """The plan in ``file``.

    Raises:
        CatalogueError: it is not valid; the key is named.
        OSError: it cannot be read.
    """
    values = strict_yaml.load(file.read_text(encoding="utf-8"), where=file.name)
    return strict_yaml.validated(Plan, values, file.name)
