"""What must hold for every fiche that is shipped."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from corpus.annotation import OUTSIDE, PARTS
from corpus.catalogue import Catalogue
from corpus.fiche import FOLDERS, Fiche, parse, read_head, year
from corpus.reading.fiche import is_fiche
from corpus.sections import load_sections
from corpus.settings import FICHES

FILES = sorted(FICHES.rglob("*.md"))
NUMBER = re.compile(r"(?<![A-Za-z])(?:\d[\d.,]*\d|\d)")
LEFT_OUT = FICHES / "left-out.yaml"
SHARED_WORDS = 8
COUNTRIES = {
    line[:2]
    for line in (FICHES.parent / "lexicon/countries.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
}


@cache
def fiche(file: Path) -> Fiche:
    return parse(file.read_text(encoding="utf-8"), where=file.name)


@cache
def catalogue() -> Catalogue:
    return Catalogue.load()


@cache
def pairs() -> dict[str, dict[str, Path]]:
    found: dict[str, dict[str, Path]] = {}
    for file in FILES:
        head = read_head(file.read_text(encoding="utf-8"), where=file.name)
        found.setdefault(head.pair, {})[head.language] = file
    return found


def figures(text: str, language: str) -> Counter[str]:
    """The numbers in a text, written one way: no thousands sign, a point before decimals."""
    thousands, decimals = (".", ",") if language == "nl" else (",", ".")
    found: Counter[str] = Counter()
    for number in NUMBER.findall(text):
        if re.fullmatch(rf"\d{{1,3}}({re.escape(thousands)}\d{{3}})+", number):
            number = number.replace(thousands, "")
        elif not re.fullmatch(r"\d+(\.\d{1,2}){2,}|\d+\.\d{1,2}", number):
            number = number.replace(thousands, "").replace(decimals, ".")
        found[number.removesuffix(".0")] += 1
    return found


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def test_there_are_fiches() -> None:
    assert len(FILES) >= 150


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_a_fiche_is_valid_and_stands_where_it_belongs(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert is_fiche(file, text[:2000])
    head = fiche(file).head
    assert file.stem == head.id
    assert file.parent.name == FOLDERS[head.kind]
    assert date.fromisoformat(head.date) >= date(2026, 1, 1)
    assert head == read_head(text, where=file.name)


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_every_source_has_title_publisher_and_plausible_dates(file: Path) -> None:
    for fact, entry in fiche(file).facts.items():
        for reference in (entry.source, *entry.more_sources):
            assert reference.title, fact
            assert reference.publisher, fact
            assert 1900 < (year(reference.date) or 2000) <= 2030, fact
        assert 1900 < (year(entry.as_of) or 2000) <= 2030, fact


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_sources_that_name_a_document_name_one_of_the_catalogue(file: Path) -> None:
    entries = catalogue().entries
    for fact, entry in fiche(file).facts.items():
        for reference in (entry.source, *entry.more_sources):
            if reference.document:
                described = entries[reference.document]
                assert reference.url in (None, described.url), fact


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_headings_are_the_shared_ones(file: Path) -> None:
    sections = load_sections()
    language = fiche(file).head.language
    for heading in {statement.section[0] for statement in fiche(file).statements}:
        key = sections.key(heading)
        assert key, heading
        assert sections.heading(key, language) == heading


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_related_fiches_exist(file: Path) -> None:
    assert set(fiche(file).head.related) <= pairs().keys()


@pytest.mark.parametrize("pair", sorted(pairs()))
def test_both_languages_say_the_same(pair: str) -> None:
    both = pairs()[pair]
    assert set(both) == {"nl", "en"}
    dutch, english = fiche(both["nl"]), fiche(both["en"])
    assert dutch.facts == english.facts
    shared = ("pair", "kind", "topics", "date", "validity", "related", "url")
    assert [getattr(dutch.head, k) for k in shared] == [getattr(english.head, k) for k in shared]
    assert len(dutch.body) == len(english.body)
    for one, other in zip(dutch.statements, english.statements, strict=True):
        assert one.facts == other.facts
        assert one.annotation == other.annotation, one.text
        assert len(one.section) == len(other.section)
        assert figures(one.text, "nl") == figures(other.text, "en"), one.text


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_statements_hold_in_countries_that_are_known(file: Path) -> None:
    known = {*PARTS, *COUNTRIES}
    for statement in fiche(file).statements:
        places = {place.removeprefix(OUTSIDE) for place in statement.annotation.places}
        assert places <= known, statement.text


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_no_figure_without_a_source(file: Path) -> None:
    language = fiche(file).head.language
    for statement in fiche(file).statements:
        if statement.gap:
            numbers = [
                n for n in figures(statement.text, language) if not re.fullmatch(r"20\d\d", n)
            ]
            assert not numbers, statement.text


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_statements_stand_alone(file: Path) -> None:
    for statement in fiche(file).statements:
        assert statement.section, statement.text
        assert statement.text[-1] in '.!?)»"”’', statement.text
        assert len(words(statement.text)) <= 120, statement.text


def test_no_statement_stands_in_two_fiches() -> None:
    seen: dict[str, str] = {}
    for file in FILES:
        for statement in fiche(file).statements:
            if not statement.gap:
                first = seen.setdefault(statement.text, file.stem)
                assert first == file.stem, statement.text


@pytest.mark.shared_corpus
def test_no_words_of_publishers_are_taken_over(published_corpus: Path) -> None:
    published: dict[tuple[str, ...], str] = {}
    for name, text in published_texts(published_corpus):
        for run in runs(words(text)):
            published.setdefault(run, name)
    assert published
    for file in FILES:
        for statement in fiche(file).statements:
            for run in runs(words(statement.text)):
                assert run not in published, f"{file.stem}, {published[run]}: {' '.join(run)}"


def published_texts(folder: Path) -> Iterator[tuple[str, str]]:
    import pypdfium2
    from lxml import html

    for file in sorted(folder.iterdir()):
        if file.suffix == ".pdf":
            document = pypdfium2.PdfDocument(file)
            text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
            yield file.name, text.replace("\ufffe", "").replace("-\r\n", "")
            document.close()
        elif file.suffix == ".html":
            yield file.name, html.parse(str(file)).getroot().text_content()


def runs(of: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(of[i : i + SHARED_WORDS]) for i in range(len(of) - SHARED_WORDS + 1))


def test_what_is_left_out_has_a_reason() -> None:
    left_out = yaml.safe_load(LEFT_OUT.read_text(encoding="utf-8"))
    used = {fact for file in FILES for fact in fiche(file).facts}
    for fact, reason in left_out.items():
        assert len(words(str(reason))) >= 3, fact
        assert fact not in used, f"{fact} is in a fiche after all"


def test_every_fact_of_the_packs_is_in_a_fiche_or_left_out_with_a_reason() -> None:
    named = os.environ.get("WEGWIJS_FACT_PACKS")
    folder = Path(named) if named else FICHES.parent.parent.parent / "shared" / "facts"
    if not folder.is_dir():
        pytest.skip("the fact packs are not beside the project")
    wanted = {
        entry["id"]
        for file in folder.rglob("*.yaml")
        for value in yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader).values()
        if isinstance(value, list)
        for entry in value
    }
    used = {name: fact for file in FILES for name, fact in fiche(file).facts.items()}
    left_out = yaml.safe_load(LEFT_OUT.read_text(encoding="utf-8"))
    assert wanted - set(used) - set(left_out) == set()
    for name in set(used) - wanted:
        # What was found since stands on a public page.
        assert used[name].source.url, name
