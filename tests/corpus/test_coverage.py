"""The table of what is known: right, current, and the same in both languages."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from corpus.catalogue import gather
from corpus.coverage import COUNTRY_TOPICS, Cell, Coverage, coverage
from corpus.document import Document
from corpus.fiche import parse
from corpus.reading.fiche import document, read_fiche
from corpus.settings import CorpusSettings

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "coverage.md"

FICHE = """---
id: country-zz-en
pair: country-zz
kind: country
language: en
title: "Zedland: working there"
topics: [zz, music]
date: 2026-11-22
facts:
  a: {source: {title: T, publisher: P}, as_of: 2019, volatile: true}
  b: {source: {title: T, publisher: P}, as_of: c. 2021/2023}
  c: {source: {title: T, publisher: P}, as_of: unknown}
---

## Tax

- One. [^a]
- Two. [^b]
- Three. [^c]

## VAT

- Nothing known. [^gap]
"""


@cache
def shipped(lang: str) -> Coverage:
    sources = gather(CorpusSettings(downloads=Path("no-such-folder"))).sources
    return coverage((read_fiche(source) for source in sources), lang)


def made_up() -> Document:
    fiche = parse(FICHE, where="zz")
    return document(fiche, fiche.head.source(Path("country-zz-en.md")))


def test_a_cell_counts_sourced_statements_and_their_years() -> None:
    (row,) = coverage([made_up()]).countries
    assert (row.code, row.name, row.document) == ("zz", "Zedland", "country-zz-en")
    assert row.cells["tax"] == Cell(
        count=3, newest=2023, oldest=2019, undated=1, volatile=1, median=2019, dated=2
    )
    assert row.cells["vat"] == row.cells["music"] == Cell()


def test_the_markdown_shows_what_is_missing_and_what_changes() -> None:
    lines = coverage([made_up()]).as_markdown().splitlines()
    (row,) = [line for line in lines if line.startswith("| Zedland")]
    cells = [cell.strip() for cell in row.strip("|").split("|")][1:]
    assert cells[COUNTRY_TOPICS.index("tax")] == "**3 (2019–2023; 1 undated)**"
    assert cells[COUNTRY_TOPICS.index("vat")] == "–"


def test_topics_that_few_countries_know_are_named() -> None:
    known = coverage([made_up()])
    assert "tax" not in known.thin()
    assert known.thin()["vat"] == 0
    assert "VAT (0 of 1 countries)" in known.thin_told()


def test_a_statement_is_as_old_as_the_oldest_fact_under_it() -> None:
    text = FICHE.replace("- One. [^a]", "- One. [^b] [^a]")
    fiche = parse(text, where="zz")
    made = document(fiche, fiche.head.source(Path("country-zz-en.md")))
    assert coverage([made]).years == (2019, 2023, None)


def test_a_fiche_in_the_other_language_does_not_count() -> None:
    assert coverage([made_up()], "nl").countries == ()


def test_both_languages_cover_the_same() -> None:
    dutch, english = shipped("nl"), shipped("en")
    assert {row.code: row.cells for row in dutch.countries} == {
        row.code: row.cells for row in english.countries
    }
    assert [row.cells for row in dutch.disciplines] == [row.cells for row in english.disciplines]
    assert dutch.topics["tax"] == "Belasting"


def test_every_discipline_has_funding_and_every_country_something_to_say() -> None:
    for row in shipped("en").disciplines:
        assert row.cells["funding"].count, row.code
    for row in shipped("en").countries:
        assert sum(cell.count for cell in row.cells.values()) >= 5, row.code


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_data_for_programs_is_plain(lang: str) -> None:
    data = shipped(lang).as_json()
    assert json.loads(json.dumps(data)) == data
    assert set(data["countries"][0]["cells"]) == set(data["topics"])


def test_the_table_in_the_documentation_is_current() -> None:
    written = DOCUMENTATION.read_text(encoding="utf-8")
    assert written == shipped("en").as_markdown(), "run: wegwijs corpus coverage > docs/coverage.md"
