"""The format of a fiche: what its front matter and its statements must look like.

A fiche is Markdown that staff can edit::

    ---
    id: country-de-nl            # unique; the pair and the language
    pair: country-de             # what the Dutch and the English version share
    kind: country
    language: nl
    title: Duitsland
    topics: [de]
    date: 2026-11-22             # when the fiche was last written or checked
    facts:
      de-05:
        source: {title: "…", publisher: "…", url: "https://…", date: unknown}
        as_of: unknown
        volatile: true
        confidence: high
    ---

    ## Belasting

    - Een zin die op zichzelf staat. [^de-05]
    - Hierover weten we nog niets; vraag het aan Cultuurloket. [^gap]

Every list item or paragraph is one statement and ends with the facts that carry it, or with
``[^gap]`` where it says that something is not known, and after them in braces whatever limits it
(:mod:`corpus.annotation`). Statements are plain text: no links, tables, emphasis or HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from corpus import strict_yaml
from corpus.annotation import NOTHING_SAID, Annotation, parse_annotation
from corpus.document import BlockKind, Provenance, Source, Status, Validity
from corpus.errors import CatalogueError
from corpus.strict_yaml import validated

GAP = "gap"

_DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"


def _text(value: object) -> object:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _flag(value: object) -> object:
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def _http(value: object) -> object:
    return None if value in ("null", "") else value


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
PartialDate = Annotated[str, BeforeValidator(_text), StringConstraints(pattern=rf"^{_DATE}$")]
"""A year, a month or a day: ``2024``, ``2024-05``, ``2024-05-31``."""
LooseDate = Annotated[
    str,
    BeforeValidator(_text),
    StringConstraints(pattern=rf"^(unknown|(c\. )?{_DATE}(/{_DATE})?)$"),
]
"""A partial date, with ``c.`` if approximate, two with a slash for a range, or ``unknown``."""
Flag = Annotated[bool, BeforeValidator(_flag)]
Address = Annotated[
    Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")] | None, BeforeValidator(_http)
]


class Kind(StrEnum):
    """What a fiche is about."""

    COUNTRY = "country"
    FUNDING = "funding"
    ORGANISATION = "organisation"
    PRACTICE = "practice"
    POLICY = "policy"
    STUDY = "study"


FOLDERS = {
    Kind.COUNTRY: "countries",
    Kind.FUNDING: "funding",
    Kind.ORGANISATION: "organisations",
    Kind.PRACTICE: "practice",
    Kind.POLICY: "policy",
    Kind.STUDY: "studies",
}


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ValidityEntry(_Strict):
    """From when until when something holds, as the publisher says."""

    status: Status = Field(Status.UNKNOWN, description="in-force, ended, replaced, proposal, …")
    valid_from: PartialDate | None = Field(None, description="First day, month or year.")
    valid_until: PartialDate | None = Field(None, description="Last day, month or year.")
    superseded_by: Name | None = Field(None, description="Id of what replaced it.")

    @model_validator(mode="after")
    def _ordered(self) -> ValidityEntry:
        if self.valid_from and self.valid_until and self.valid_from > self.valid_until:
            raise ValueError("valid_from lies after valid_until")
        return self

    def as_validity(self) -> Validity:
        return Validity(self.valid_from, self.valid_until, self.status, self.superseded_by)


class Reference(_Strict):
    """A page or document that a fact was read in."""

    title: Name = Field(description="Title of the page or document.")
    publisher: Name = Field(description="Who published it.")
    url: Address = Field(None, description="Address; empty for a document without one.")
    date: LooseDate = Field("unknown", description="Date of the page or document.")
    locator: str = Field("", description="Section, table or page in it.")
    document: Identifier | None = Field(
        None, description="Its id in the catalogue, if it is there."
    )


class Fact(_Strict):
    """Where one fact comes from and how far it may be trusted."""

    source: Reference = Field(description="The source that says it.")
    more_sources: tuple[Reference, ...] = Field((), description="Others that say the same.")
    as_of: LooseDate = Field("unknown", description="The date that the fact was true.")
    volatile: Flag = Field(False, description="Whether it changes often (rates, amounts).")
    confidence: Literal["high", "medium", "low"] = Field("high", description="How sure we are.")

    def provenance(self, fact: str) -> tuple[Provenance, ...]:
        """One record per source, the main one first."""
        return tuple(
            Provenance(
                title=reference.title,
                publisher=reference.publisher,
                url=reference.url,
                date=reference.date,
                as_of=self.as_of,
                volatile=self.volatile,
                confidence=self.confidence,
                locator=reference.locator,
                fact=fact,
                document=reference.document or "",
            )
            for reference in (self.source, *self.more_sources)
        )


class Head(_Strict):
    """The front matter without its facts: all that a list of documents needs."""

    id: Identifier = Field(description="Unique id: the pair, a hyphen and the language.")
    pair: Identifier = Field(description="What a fiche and its translation share.")
    kind: Kind = Field(description="country, funding, organisation, practice, policy or study.")
    language: Literal["nl", "en"] = Field(description="The language it is written in.")
    title: Name = Field(description="The title as shown.")
    topics: tuple[Identifier, ...] = Field((), description="Country codes, disciplines, subjects.")
    date: PartialDate = Field(description="When it was last written or checked.")
    url: Address = Field(None, description="Home page of what the fiche is about.")
    related: tuple[Identifier, ...] = Field((), description="Pairs worth reading next.")
    validity: ValidityEntry = Field(
        ValidityEntry(), description="Whether what it describes still holds."
    )

    @model_validator(mode="after")
    def _consistent(self) -> Head:
        if self.id != f"{self.pair}-{self.language}":
            raise ValueError(f"the id must be {self.pair}-{self.language}: pair, hyphen, language")
        return self

    def source(self, file: Path, digest: str = "") -> Source:
        """The fiche as a document's metadata."""
        return Source(
            id=self.id,
            title=self.title,
            file=file,
            publisher="Wegwijs",
            kind=self.kind.value,
            language=self.language,
            date=self.date,
            url=self.url,
            validity=self.validity.as_validity(),
            pair=self.pair,
            topics=self.topics,
            digest=digest,
        )


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence or paragraph of a fiche.

    ``facts`` are the ids of the facts that carry it, empty for a gap. ``section`` is the path of
    headings above it, without the fiche's title. ``line`` counts from 1 in the file.
    ``annotation`` is what its editors say of it.
    """

    text: str
    facts: tuple[str, ...]
    section: tuple[str, ...]
    kind: BlockKind
    line: int
    annotation: Annotation = NOTHING_SAID

    @property
    def gap(self) -> bool:
        return not self.facts


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a fiche; ``level`` is 2 or deeper, 1 being the title."""

    text: str
    level: int
    section: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Fiche:
    """A fiche as it was read: front matter, and its headings and statements in order."""

    head: Head
    facts: dict[str, Fact]
    body: tuple[Heading | Statement, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(item for item in self.body if isinstance(item, Statement))

    def provenance(self, statement: Statement) -> tuple[Provenance, ...]:
        """The sources of a statement, in the order of its facts."""
        return tuple(
            record for fact in statement.facts for record in self.facts[fact].provenance(fact)
        )


def is_fiche(path: Path, head_text: str) -> bool:
    """Whether a file is a fiche, by its suffix and the first lines of its text."""
    if path.suffix.lower() != ".md" or not re.match(r"\ufeff?---[ \t]*\r?\n", head_text):
        return False
    return all(re.search(rf"^{key}:", head_text, re.MULTILINE) for key in ("pair", "kind"))


def read_head(text: str, *, where: str) -> Head:
    """The front matter of a fiche without its facts, which makes it quick.

    Raises:
        CatalogueError: it is missing or not valid; the message names file and key.
    """
    front, _, _ = _split(text, where)
    without_facts = re.sub(r"^facts:.*(?:\n(?:[ \t#].*)?$)*", "", front, flags=re.MULTILINE)
    return validated(Head, strict_yaml.load(without_facts, where=where, first_line=2), where)


def parse(text: str, *, where: str) -> Fiche:
    """The fiche in ``text``.

    Raises:
        CatalogueError: front matter or body is not valid; the message names file, line and key.
    """
    front, body, first_line = _split(text, where)
    values = strict_yaml.load(front, where=where, first_line=2)
    if not isinstance(values, dict):
        raise CatalogueError("the front matter holds no keys.", where=where)
    facts = values.pop("facts", None) or {}
    head = validated(Head, values, where)
    if not isinstance(facts, dict):
        raise CatalogueError("facts must map the id of a fact to its source.", where=where)
    checked = {
        str(fact): validated(Fact, value, f"{where}, fact {fact}") for fact, value in facts.items()
    }
    items = tuple(_items(body, first_line, where))
    used = {fact for item in items if isinstance(item, Statement) for fact in item.facts}
    for item in items:
        missing = [f for f in item.facts if f not in checked] if isinstance(item, Statement) else []
        if missing:
            raise CatalogueError(
                f"the statement refers to {missing[0]}, which the front matter does not have.",
                where=f"{where}, line {item.line}",
            )
    if unused := sorted(checked.keys() - used):
        raise CatalogueError(f"no statement refers to the fact {unused[0]}.", where=where)
    if not used and not any(isinstance(item, Statement) for item in items):
        raise CatalogueError("the fiche has no statements.", where=where)
    return Fiche(head, checked, items)


def year(loose_date: str) -> int | None:
    """The (last) year of a loose date, or None when it is unknown."""
    years = re.findall(r"\d{4}", loose_date)
    return int(years[-1]) if years else None


_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_MARKERS = re.compile(r"((?:\s*\[\^[^\]\s]+\])+)\s*(?:\{([^{}]*)\})?\s*$")
_MARKUP = re.compile(r"\[[^\]]*\]\(|\[\^|<[a-zA-Z/!]|\*\*|__|`|^\s*\||^\s*>")


def _split(text: str, where: str) -> tuple[str, str, int]:
    """Front matter, body, and the line of the file on which the body starts."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    match = re.match(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)", text, re.DOTALL)
    if not match:
        raise CatalogueError("there is no front matter between two lines of ---.", where=where)
    return match[1], text[match.end() :], text[: match.end()].count("\n") + 1


def _items(body: str, first_line: int, where: str) -> list[Heading | Statement]:
    items: list[Heading | Statement] = []
    path: list[tuple[int, str]] = []
    pending: list[str] = []
    started = first_line
    kind = BlockKind.PARAGRAPH

    def finish() -> None:
        if pending:
            section = tuple(text for _, text in path)
            items.append(_statement(" ".join(pending), section, kind, started, where))
            pending.clear()

    for number, line in enumerate(body.split("\n"), start=first_line):
        stripped = line.strip()
        heading = _HEADING.match(stripped)
        item = re.match(r"(?:[-*+]|\d+\.)\s+(.*)", stripped)
        if not stripped or heading or item:
            finish()
        if heading:
            level, text = len(heading[1]), heading[2]
            if level == 1:
                raise CatalogueError(
                    "a heading starts with two signs; the title stands in the front matter.",
                    where=f"{where}, line {number}",
                )
            path = [(depth, above) for depth, above in path if depth < level]
            items.append(Heading(text, level, tuple(above for _, above in path), number))
            path.append((level, text))
        elif stripped:
            if not pending:
                started, kind = number, BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH
            pending.append(item[1].strip() if item else stripped)
    finish()
    return items


def _statement(
    text: str, section: tuple[str, ...], kind: BlockKind, line: int, where: str
) -> Statement:
    here = f"{where}, line {line}"
    match = _MARKERS.search(text)
    if not match:
        raise CatalogueError(
            "the statement names no fact.",
            where=here,
            hint="End it with [^fact], or with [^gap] where nothing is known.",
        )
    plain = " ".join(text[: match.start()].split())
    if not plain:
        raise CatalogueError("there is a marker without a statement.", where=here)
    if markup := _MARKUP.search(plain):
        raise CatalogueError(f"a statement is plain text, but this has {markup[0]!r}.", where=here)
    facts = tuple(dict.fromkeys(re.findall(r"\[\^([^\]\s]+)\]", match[1])))
    if GAP in facts and len(facts) > 1:
        raise CatalogueError("a statement is a gap or has facts, not both.", where=here)
    try:
        annotation = NOTHING_SAID if match[2] is None else parse_annotation(match[2])
    except ValueError as error:
        raise CatalogueError(str(error), where=here) from None
    return Statement(plain, () if facts == (GAP,) else facts, section, kind, line, annotation)
