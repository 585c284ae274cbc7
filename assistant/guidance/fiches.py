"""The fiches in an index: their statements by section, kept at hand for every question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from corpus.document import BlockKind, Source
from corpus.fiche import Kind
from corpus.sections import load_sections
from indexing.index import Index
from indexing.passage import Passage

COUNTRY = Kind.COUNTRY.value
FUNDING = Kind.FUNDING.value
ORGANISATION = Kind.ORGANISATION.value
POLICY = Kind.POLICY.value
PRACTICE = Kind.PRACTICE.value

_COUNTRY_SHEET = re.compile(r"\b(?:landenfiche|country sheet)\b", re.IGNORECASE)


def is_gap(passage: Passage) -> bool:
    """Whether a fiche's passage only says that something is not known: no fact carries it."""
    return passage.kind is not BlockKind.HEADING and not any(
        part.provenance for part in passage.parts
    )


def refers_to_country(passage: Passage) -> bool:
    """Whether a passage only says that something stands in the fiche of the country."""
    return is_gap(passage) and bool(_COUNTRY_SHEET.search(passage.text))


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a fiche; ``section`` is the key of its heading, empty without one."""

    passage: Passage
    section: str
    gap: bool


@dataclass(frozen=True)
class Fiche:
    """A fiche in one language, its statements in order."""

    source: Source
    statements: tuple[Statement, ...]

    @cached_property
    def by_section(self) -> dict[str, tuple[Statement, ...]]:
        """The statements by the key of their section."""
        found: dict[str, list[Statement]] = {}
        for statement in self.statements:
            found.setdefault(statement.section, []).append(statement)
        return {key: tuple(statements) for key, statements in found.items()}

    @cached_property
    def annotated(self) -> bool:
        """Whether its editors say of any statement whom it is for."""
        return any(item.passage.annotation for item in self.statements)

    def known(self, section: str) -> tuple[Statement, ...]:
        """The statements of a section that are no gaps."""
        return tuple(item for item in self.by_section.get(section, ()) if not item.gap)


def pair_of(passage: Passage) -> str:
    """The pair of the fiche that a passage stands in."""
    return passage.document.removesuffix(f"-{passage.language}")


class Fiches:
    """The fiches of one generation of an index, each read once, by pair and language."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.sources: dict[str, dict[str, Source]] = {}
        for source in index.sources():
            if source.pair and source.language:
                self.sources.setdefault(source.pair, {})[source.language] = source
        self.alone = all(source.pair for source in index.sources())
        self.identities = frozenset(
            source.id for languages in self.sources.values() for source in languages.values()
        )
        self._read: dict[str, Fiche] = {}
        self._kinds: dict[tuple[str, str], tuple[Source, ...]] = {}
        self.country_codes = {
            code: source.pair
            for source in self.of_kind(COUNTRY)
            for code in source.topics[:1]
            if source.pair
        }

    def of_kind(self, kind: str, lang: str = "nl") -> tuple[Source, ...]:
        """The fiches of a kind, in one language."""
        if (kind, lang) not in self._kinds:
            sources = (self.source(pair, lang) for pair in self.sources)
            self._kinds[kind, lang] = tuple(source for source in sources if source.kind == kind)
        return self._kinds[kind, lang]

    def of_countries(self, codes: Iterable[str]) -> frozenset[str]:
        """The ids of the fiches on countries (ISO codes, lower case), in every language."""
        pairs = (self.country_codes[code] for code in codes if code in self.country_codes)
        return frozenset(one.id for pair in pairs for one in self.sources[pair].values())

    def known(self, pairs: Iterable[str]) -> list[str]:
        """Those of the fiches that the index has: it may be older than what names them."""
        return [pair for pair in pairs if pair in self.sources]

    def source(self, pair: str, lang: str) -> Source:
        """A fiche's metadata, in the other language when it lacks this one. Raises KeyError."""
        languages = self.sources[pair]
        return languages.get(lang) or next(iter(languages.values()))

    def fiche(self, pair: str, lang: str) -> Fiche:
        """A fiche, in the other language when it lacks this one. Raises KeyError."""
        source = self.source(pair, lang)
        if source.id not in self._read:
            self._read[source.id] = self._fiche(source)
        return self._read[source.id]

    def twin(self, passage: Passage, source: Source, lang: str) -> tuple[Passage, Source] | None:
        """The same statement in the other language; None when the fiches do not run alike."""
        pair = source.pair or ""
        if lang not in self.sources.get(pair, {}):
            return None
        own, other = (self.fiche(pair, code) for code in (source.language or "", lang))
        if len(own.statements) != len(other.statements):
            return None
        for mine, theirs in zip(own.statements, other.statements, strict=True):
            if mine.passage.id == passage.id:
                return theirs.passage, other.source
        return None

    def opens(self, passage: Passage, source: Source) -> bool:
        """Whether a statement is the first of its section: the main rule stands there."""
        fiche = self.fiche(source.pair or "", source.language or "")
        statements = fiche.by_section.get(self.section(passage), ())
        return bool(statements) and statements[0].passage.id == passage.id

    def of_country(self, passage: Passage) -> bool:
        """Whether a passage stands in the fiche of a country."""
        codes = self.country_codes.values()
        return any(passage.document.startswith(f"{pair}-") for pair in codes)

    def annotated(self, passage: Passage) -> bool:
        """Whether the editors of the fiche that a passage stands in say whom statements are for."""
        return self.fiche(pair_of(passage), passage.language).annotated

    def section(self, passage: Passage) -> str:
        """The key of the section that a fiche's passage stands in, empty without one."""
        return self.section_key(passage.section[0]) if passage.section else ""

    def section_key(self, heading: str) -> str:
        """The key of a section by its heading, empty for another heading."""
        return load_sections().key(heading) or ""

    def _fiche(self, source: Source) -> Fiche:
        return Fiche(
            source,
            tuple(
                Statement(passage, self.section(passage), is_gap(passage))
                for passage in self._index.passages(source.id)
                if passage.kind is not BlockKind.HEADING
            ),
        )
