"""The plan of a route: what can be chosen and which statements make up its steps (routes.yaml)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assistant.guidance.words import pattern
from corpus import strict_yaml
from corpus.annotation import Part
from corpus.fiche import Flag

PLAN = Path(__file__).parent / "routes.yaml"


_HOME, _EU, _EUROPE, _BRITAIN = "home", "eu", "europe", "united-kingdom"  # regions
_NOT_IN_EEA = frozenset({"ch"})


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Choice(_Strict):
    """Something that can be chosen, with its name in both languages."""

    nl: str
    en: str

    def name(self, lang: str) -> str:
        return self.nl if lang == "nl" else self.en

    def within(self, lang: str) -> str:
        """The same inside a sentence: with a small letter, but for an abbreviation ("VAT")."""
        name = self.name(lang)
        return name if name[1:2].isupper() else name[:1].lower() + name[1:]


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
    topics: tuple[str, ...] = Field((), description="Only fiches with one of these topics.")
    first: tuple[str, ...] = Field((), description="These fiches before others, if they match.")
    without: tuple[str, ...] = Field((), description="These fiches never.")
    sections: tuple[str, ...] = Field(description="Headings to take from, in this order.")
    fiches: int = Field(10, description="The most fiches.")
    each: int = Field(1, description="The most statements of one section of a fiche.")
    gaps: Flag = Field(True, description="Whether to take what says that nothing is known.")
    prefer: str = Field("", description="Statements with one of these phrases go first.")
    holding: str = Field("", description="Only statements with one of these phrases.")
    lacking: str = Field("", description="Only statements without any of these phrases.")
    stages: tuple[str, ...] = Field((), description="Only for these stages.")
    applicants: tuple[str, ...] = Field((), description="Only for these applicants.")
    disciplines: tuple[str, ...] = Field((), description="Only for these disciplines.")
    regions: tuple[str, ...] = Field((), description="Only for destinations in these regions.")

    def chosen(self, texts: Sequence[str]) -> list[int]:
        """The statements of a section that may be taken, as places from 0, the preferred first."""
        places = [
            place
            for place, text in enumerate(texts)
            if (not self.holding or pattern(self.holding).search(text))
            and not (self.lacking and pattern(self.lacking).search(text))
        ]
        if self.prefer:
            places.sort(key=lambda place: not self.prefers(texts[place]))
        return places

    def prefers(self, text: str) -> bool:
        """Whether a statement is one of those that go first."""
        return bool(self.prefer) and bool(pattern(self.prefer).search(text))


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
    eu: tuple[str, ...] = Field((), description="Countries of the EU without a fiche.")
    europe: tuple[str, ...] = Field((), description="As Norway and Switzerland, without a fiche.")
    stages: dict[str, Choice]
    applicants: dict[str, Choice]
    destinations: dict[str, Destination]
    steps: tuple[PlannedStep, ...]

    def place(self, disciplines: Iterable[str], countries: Iterable[str]) -> tuple[str, str]:
        """The first of each that can be chosen, empty where none can."""
        return (
            next((key for key in disciplines if key in self.disciplines), ""),
            next((code for code in countries if code in self.destinations), ""),
        )

    def region(self, code: str) -> str:
        """The region of a country, also of one that cannot be chosen."""
        if code in self.destinations:
            return self.destinations[code].region
        if code in self.europe:
            return _EUROPE
        return _EU if code in self.eu else "world"

    @cached_property
    def parts(self) -> dict[Part, frozenset[str]]:
        """The countries of the parts of the world that statements of fiches hold in."""
        found: dict[str, set[str]] = {_HOME: set(), _EU: {*self.eu}, _EUROPE: {*self.europe}}
        for code, destination in self.destinations.items():
            found.setdefault(destination.region, set()).add(code)
        eu = frozenset(found[_HOME] | found[_EU])
        eea = eu | (found[_EUROPE] - _NOT_IN_EEA)
        return {"eu": eu, "eea": eea, "europe": eea | found[_EUROPE] | found[_BRITAIN]}


@cache
def load_plan(file: Path = PLAN) -> Plan:
    """The plan in ``file``.

    Raises:
        CatalogueError: it is not valid; the key is named.
        OSError: it cannot be read.
    """
    values = strict_yaml.load(file.read_text(encoding="utf-8"), where=file.name)
    return strict_yaml.validated(Plan, values, file.name)
