"""What the fiches know, how old it is and what is missing: country x topic, discipline x kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from statistics import median_low
from typing import Any

from corpus.document import Block, BlockKind, Document
from corpus.fiche import Kind, year
from corpus.sections import load_sections

DISCIPLINES = {
    "music": {"nl": "Muziek", "en": "Music"},
    "dance": {"nl": "Dans", "en": "Dance"},
    "theatre": {"nl": "Theater", "en": "Theatre"},
    "circus": {"nl": "Circus", "en": "Circus"},
    "visual-arts": {"nl": "Beeldende kunst", "en": "Visual arts"},
    "literature": {"nl": "Literatuur", "en": "Literature"},
    "film": {"nl": "Film", "en": "Film"},
    "games": {"nl": "Games", "en": "Games"},
    "heritage": {"nl": "Erfgoed", "en": "Heritage"},
    "socio-cultural": {"nl": "Sociaal-cultureel werk", "en": "Socio-cultural work"},
    "amateur-arts": {"nl": "Amateurkunsten", "en": "Amateur arts"},
    "architecture": {"nl": "Architectuur", "en": "Architecture"},
    "design": {"nl": "Design", "en": "Design"},
}
COUNTRY_TOPICS = (
    "policy",
    "funding",
    "music",
    "performing-arts",
    "visual-arts",
    "literature",
    "film",
    "residencies",
    "visa",
    "social-security",
    "tax",
    "vat",
    "customs",
    "networks",
    "flanders-relation",
    "helpdesk",
)
# Topics that fewer than this share of the countries have anything on are named as thin.
_THIN = 0.25
KINDS = (Kind.FUNDING, Kind.ORGANISATION, Kind.PRACTICE, Kind.POLICY, Kind.STUDY)
_KIND_NAMES = {
    Kind.FUNDING: {"nl": "Subsidies", "en": "Funding"},
    Kind.ORGANISATION: {"nl": "Organisaties", "en": "Organisations"},
    Kind.PRACTICE: {"nl": "Praktijk", "en": "Practice"},
    Kind.POLICY: {"nl": "Beleid", "en": "Policy"},
    Kind.STUDY: {"nl": "Studies", "en": "Studies"},
}
_WORDS = {
    "nl": {
        "title": "Wat Wegwijs weet",
        "countries": "Landen en onderwerpen",
        "disciplines": "Disciplines en soorten fiches",
        "country": "Land",
        "discipline": "Discipline",
        "undated": "zonder jaar",
        "thin": "Dun bedekt: {topics}.",
        "thin_one": "{topic} ({known} van {total} landen)",
        "legend": "Een cel toont hoeveel uitspraken een bron hebben (bij disciplines: hoeveel "
        "fiches), met tussen haakjes het oudste en het jongste jaar van hun feiten en hoeveel "
        "feiten geen jaar hebben. Een streepje: daarover weet Wegwijs niets. Vet: er zitten feiten "
        "bij die snel veranderen.",
    },
    "en": {
        "title": "What Wegwijs knows",
        "countries": "Countries and topics",
        "disciplines": "Disciplines and kinds of fiches",
        "country": "Country",
        "discipline": "Discipline",
        "undated": "undated",
        "thin": "Thinly covered: {topics}.",
        "thin_one": "{topic} ({known} of {total} countries)",
        "legend": "A cell shows how many statements have a source (for disciplines: how many "
        "fiches) and, in brackets, the oldest and newest year of their facts and how many facts "
        "have no year. A dash: Wegwijs knows nothing about it. Bold: some of these facts change "
        "often.",
    },
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of one subject.

    ``count`` is the number of sourced statements (or of fiches), ``newest`` and ``oldest`` the
    years of their facts (None when none has a year), ``median`` the year that half of the dated
    ones are not younger than, ``dated`` and ``undated`` how many statements have a year and how
    many have none, ``volatile`` how many rest on a fact that changes often.
    """

    count: int = 0
    newest: int | None = None
    oldest: int | None = None
    undated: int = 0
    volatile: int = 0
    median: int | None = None
    dated: int = 0

    @property
    def span(self) -> str:
        """From the oldest to the newest year, empty when no fact has one."""
        if self.oldest == self.newest:
            return str(self.newest or "")
        return f"{self.oldest}–{self.newest}"


@dataclass(frozen=True, slots=True)
class Row:
    """One country or discipline. ``document`` is the id of a country's fiche, else empty."""

    code: str
    name: str
    document: str
    cells: dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Two tables in one language; ``topics`` and ``kinds`` are their columns, code -> heading.

    ``years`` has, for every sourced statement of every fiche, the year of its oldest fact, or None.
    """

    lang: str
    topics: dict[str, str]
    countries: tuple[Row, ...]
    kinds: dict[str, str]
    disciplines: tuple[Row, ...]
    years: tuple[int | None, ...] = ()

    def thin(self) -> dict[str, int]:
        """Topics that few countries have anything on, and how many do, the fewest first."""
        known = {
            topic: sum(row.cells[topic].count > 0 for row in self.countries)
            for topic in self.topics
        }
        few = {topic: n for topic, n in known.items() if n < _THIN * len(self.countries)}
        return dict(sorted(few.items(), key=lambda item: item[1]))

    def thin_told(self) -> str:
        """:meth:`thin` as a sentence, empty when there is none."""
        words = _WORDS[self.lang]
        told = [
            words["thin_one"].format(
                topic=self.topics[topic], known=known, total=len(self.countries)
            )
            for topic, known in self.thin().items()
        ]
        return words["thin"].format(topics=", ".join(told)) if told else ""

    def as_json(self) -> dict[str, Any]:
        """Both tables as JSON values."""

        def rows(of: tuple[Row, ...]) -> list[dict[str, Any]]:
            return [
                {
                    "code": row.code,
                    "name": row.name,
                    "document": row.document,
                    "cells": {
                        key: {
                            "count": cell.count,
                            "newest": cell.newest,
                            "oldest": cell.oldest,
                            "undated": cell.undated,
                            "volatile": cell.volatile,
                            "median": cell.median,
                            "dated": cell.dated,
                        }
                        for key, cell in row.cells.items()
                    },
                }
                for row in of
            ]

        return {
            "lang": self.lang,
            "topics": self.topics,
            "countries": rows(self.countries),
            "kinds": self.kinds,
            "disciplines": rows(self.disciplines),
            "thin": self.thin(),
        }

    def as_markdown(self) -> str:
        """Both tables as Markdown, with a legend."""
        words = _WORDS[self.lang]
        lines = [f"# {words['title']}", "", words["legend"]]
        if thin := self.thin_told():
            lines += ["", thin]
        for title, first, columns, rows in (
            (words["countries"], words["country"], self.topics, self.countries),
            (words["disciplines"], words["discipline"], self.kinds, self.disciplines),
        ):
            lines += ["", f"## {title}", "", f"| {' | '.join([first, *columns.values()])} |"]
            lines.append("|" + " --- |" * (len(columns) + 1))
            lines += [
                f"| {' | '.join([row.name, *(self._shown(row.cells[key]) for key in columns)])} |"
                for row in rows
            ]
        return "\n".join(lines) + "\n"

    def _shown(self, cell: Cell) -> str:
        if not cell.count:
            return "–"
        undated = _WORDS[self.lang]["undated"] if cell.undated else ""
        if undated and cell.dated:
            undated = f"{cell.undated} {undated}"
        text = f"{cell.count} ({'; '.join(filter(None, (cell.span, undated)))})"
        return f"**{text}**" if cell.volatile else text


def coverage(documents: Iterable[Document], lang: str = "en") -> Coverage:
    """What the fiches among ``documents`` cover, told in ``lang`` (``nl`` or ``en``).

    Only fiches in that language are counted, so that a translation does not count twice.
    """
    fiches = [d for d in documents if d.source.pair and d.source.language == lang]
    sections = load_sections()
    countries = []
    for fiche in fiches:
        if fiche.source.kind != Kind.COUNTRY:
            continue
        by_topic: dict[str, list[Block]] = {topic: [] for topic in COUNTRY_TOPICS}
        for block in _statements(fiche):
            topic = sections.key(block.section[0])
            if topic in by_topic:
                by_topic[topic].append(block)
        countries.append(
            Row(
                code=(fiche.source.pair or "").removeprefix("country-"),
                name=fiche.source.title.split(":")[0],
                document=fiche.source.id,
                cells={topic: _cell(blocks) for topic, blocks in by_topic.items()},
            )
        )
    disciplines = []
    for code, names in DISCIPLINES.items():
        about = [d for d in fiches if _treats(d, code)]
        cells = {}
        for kind in KINDS:
            of_kind = [d for d in about if d.source.kind == kind]
            known = _cell([block for d in of_kind for block in _statements(d)])
            cells[kind.value] = replace(known, count=len(of_kind))
        disciplines.append(Row(code, names[lang], "", cells))
    return Coverage(
        lang,
        {topic: sections.heading(topic, lang) for topic in COUNTRY_TOPICS},
        tuple(sorted(countries, key=lambda row: row.name)),
        {kind.value: _KIND_NAMES[kind][lang] for kind in KINDS},
        tuple(disciplines),
        tuple(_year(block) for fiche in fiches for block in _statements(fiche)),
    )


def _treats(fiche: Document, discipline: str) -> bool:
    wider = {"performing-arts"} if discipline in ("dance", "theatre", "circus") else set()
    return bool({discipline, *wider} & set(fiche.source.topics))


def _statements(fiche: Document) -> list[Block]:
    """The statements that have a source; what says that nothing is known does not count."""
    return [b for b in fiche.blocks if b.kind is not BlockKind.HEADING and b.provenance]


def _year(block: Block) -> int | None:
    """The year of a statement's oldest dated fact: it is no younger than what it rests on."""
    years = [found for p in block.provenance if (found := year(p.as_of)) is not None]
    return min(years, default=None)


def _cell(blocks: list[Block]) -> Cell:
    years = [_year(block) for block in blocks]
    known = [value for value in years if value is not None]
    return Cell(
        count=len(blocks),
        newest=max(known, default=None),
        oldest=min(known, default=None),
        undated=years.count(None),
        volatile=sum(any(p.volatile for p in block.provenance) for block in blocks),
        median=median_low(known) if known else None,
        dated=len(known),
    )
