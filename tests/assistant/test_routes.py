"""Routes: every choice gives ordered, sourced steps in both languages."""

from __future__ import annotations

import itertools
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from assistant.errors import BadQuestion
from assistant.route_choices import choices, destination_code, discipline_code
from assistant.route_plan import load_plan
from assistant.routes import Route, routes
from corpus.catalogue import gather
from corpus.document import Document, Provenance, Source
from corpus.fiche import parse
from corpus.reading.fiche import document as as_document
from corpus.reading.fiche import read_fiche
from corpus.sections import load_sections
from corpus.settings import CorpusSettings

TODAY = date(2026, 11, 22)
FORMALITIES = {"tax", "social-security", "visa"}


@cache
def fiches() -> tuple[Document, ...]:
    settings = CorpusSettings(downloads=Path("no-such-folder"))
    return tuple(read_fiche(source) for source in gather(settings).sources)


def route(
    discipline: str = "music",
    destination: str = "de",
    stage: str = "first-steps",
    *,
    applicant: str = "person",
    lang: str = "nl",
    documents: tuple[Document, ...] | None = None,
) -> Route:
    return routes(
        discipline,
        destination,
        stage,
        applicant=applicant,
        lang=lang,
        documents=fiches() if documents is None else documents,
        today=TODAY,
    )


@pytest.mark.parametrize("destination", choices().destinations)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_route_that_can_be_chosen_gives_sourced_steps(destination: str, lang: str) -> None:
    of_language = tuple(d for d in fiches() if d.source.language == lang)
    texts = {d.source.id: d.pages[0].text for d in of_language}
    kinds = {d.source.id: d.source for d in of_language}
    offered = choices()
    for discipline, stage, applicant in itertools.product(
        offered.disciplines, offered.stages, offered.applicants
    ):
        made = route(
            discipline, destination, stage, applicant=applicant, lang=lang, documents=of_language
        )
        chosen = f"{discipline} {destination} {stage} {applicant}"
        keys = {step.key for step in made.steps}
        assert {"first-contact", "preparation", "funding", "afterwards"} <= keys, chosen
        assert keys & FORMALITIES, chosen
        assert [c.n for c in made.citations] == list(range(1, len(made.citations) + 1))
        quotes = [(c.document, c.page_start) for c in made.citations]
        assert len(quotes) == len(set(quotes)), chosen
        for step in made.steps:
            assert step.title
            assert re.findall(r"\[(\d+)\]", step.text) == [str(c.n) for c in step.citations]
            for citation in step.citations:
                assert citation.quote in step.text
                assert texts[citation.document][citation.page_start : citation.page_end] == (
                    citation.quote
                )
        countries = {
            topic
            for citation in made.citations
            if kinds[citation.document].kind == "country"
            for topic in kinds[citation.document].topics
            if topic in offered.destinations
        }
        assert countries == {destination}, chosen


def test_steps_come_in_the_order_of_the_work() -> None:
    keys = [step.key for step in route().steps]
    assert keys == [step.key for step in load_plan().steps if step.key in keys]
    assert keys[0] == "first-contact"
    assert keys[-1] == "afterwards"


def test_the_choice_changes_the_route() -> None:
    germany, france = route(destination="de"), route(destination="fr")
    assert germany.title == "Muziek in Duitsland: je route"
    assert {c.document for c in germany.citations} != {c.document for c in france.citations}
    music, film = route("music"), route("film")
    assert "organisation-vibe-nl" in {c.document for c in music.citations}
    assert "organisation-vaf-nl" in {c.document for c in film.citations}
    assert "organisation-vibe-nl" not in {c.document for c in film.citations}


def test_both_languages_rest_on_the_same_statements() -> None:
    dutch, english = route(lang="nl"), route(lang="en")
    assert [s.key for s in dutch.steps] == [s.key for s in english.steps]
    assert [c.document.removesuffix("-nl") for c in dutch.citations] == [
        c.document.removesuffix("-en") for c in english.citations
    ]
    assert [c.provenance for c in dutch.citations] == [c.provenance for c in english.citations]
    assert english.title == "Music in Germany: your route"


def test_short_names_are_understood() -> None:
    assert route(stage="first").stage == "first-steps"
    assert route(destination="uk").destination == "gb"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Germany", "de"),
        ("frankrijk", "fr"),
        ("de Verenigde Staten", "us"),
        ("United Kingdom", "gb"),
        ("DE", "de"),
        ("Australië", "au"),
        ("Berlin", "de"),
    ],
)
def test_a_country_is_known_by_its_names(name: str, code: str) -> None:
    assert destination_code(name) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Muziek", "music"),
        ("visual arts", "visual-arts"),
        ("beeldende kunst", "visual-arts"),
        ("street arts", "circus"),
        ("comic", "literature"),
    ],
)
def test_a_discipline_is_known_by_its_names(name: str, code: str) -> None:
    assert discipline_code(name) == code


def test_a_slip_of_the_pen_is_met_with_the_name() -> None:
    with pytest.raises(BadQuestion) as caught:
        route(destination="Germny")
    assert caught.value.hint.startswith("Do you mean Germany?")


def test_a_country_without_a_fiche_has_the_general_steps() -> None:
    made = route(destination="brazilië", lang="en")
    assert made.title == "Music in Brazil: your route"
    assert {"first-contact", "funding"} <= {step.key for step in made.steps}
    kinds = {d.source.id: d.source.kind for d in fiches()}
    assert "country" not in {kinds[c.document] for c in made.citations}


@pytest.mark.parametrize("wrong", ["discipline", "destination", "stage", "applicant", "lang"])
def test_an_unknown_choice_is_refused_with_what_can_be_chosen(wrong: str) -> None:
    with pytest.raises(BadQuestion) as caught:
        route(**{wrong: "nowhere"})
    assert "'nowhere'" in caught.value.message
    assert "," in caught.value.hint


def test_without_fiches_there_are_no_steps() -> None:
    assert route(documents=()).steps == ()


def test_the_printed_route_names_the_sources() -> None:
    text = route().as_markdown()
    assert text.startswith("# Muziek in Duitsland: je route\n")
    assert "## 1. Eerste contact" in text
    numbered = re.findall(r"^(\d+)\. ", text.split("## Bronnen")[1], re.MULTILINE)
    assert numbered == [str(c.n) for c in route().citations]
    assert "touring artists https://" in text


def made_up(validity: str, as_of: str = "2020", volatile: str = "true") -> Document:
    text = f"""---
id: funding-x-en
pair: funding-x
kind: funding
language: en
title: X
topics: [music, de]
date: 2026-01-01
validity: {{{validity}}}
facts:
  f:
    source: {{title: T, publisher: P, date: unknown}}
    as_of: {as_of}
    volatile: {volatile}
---

## What is covered?

- X pays a hundred euro. [^f]
"""
    fiche = parse(text, where="x")
    return as_document(fiche, fiche.head.source(Path("funding-x-en.md")))


def test_an_instrument_that_has_ended_is_no_step() -> None:
    running = route(lang="en", documents=(made_up("status: in-force, valid_until: 2027"),))
    ended = route(lang="en", documents=(made_up("status: in-force, valid_until: 2025"),))
    assert [step.key for step in running.steps] == ["funding"]
    assert ended.steps == ()


@pytest.mark.parametrize(
    ("as_of", "volatile", "note"),
    [
        ("2020", "true", "note: as of 2020; check whether this still holds"),
        ("unknown", "true", "note: undated source; check whether this still holds"),
        ("2026-05", "true", ""),
        ("2020", "false", ""),
    ],
)
def test_an_old_changeable_fact_carries_a_warning(as_of: str, volatile: str, note: str) -> None:
    made = route(lang="en", documents=(made_up("status: in-force", as_of, volatile),))
    assert [point.note for point in made.steps[0].points] == [note]
    assert (f"*({note})*" in made.steps[0].text) == bool(note)


@pytest.mark.parametrize(
    ("as_of", "outdated"),
    [
        ("2025-11-22", False),
        ("2025-11-21", True),
        ("2025", False),
        ("2024", True),
        ("c. 2024", True),
        ("2023/2026", False),
        ("unknown", True),
    ],
)
def test_a_changeable_fact_is_outdated_after_a_year(as_of: str, outdated: bool) -> None:
    changeable = Provenance("t", "p", None, "2020", as_of, volatile=True)
    assert changeable.outdated_on(TODAY) is outdated
    assert not Provenance("t", "p", None, "2020", as_of).outdated_on(TODAY)


def test_the_plan_names_only_what_exists() -> None:
    plan = load_plan()
    pairs = {d.source.pair for d in fiches()}
    kinds = {d.source.kind for d in fiches()}
    sections = load_sections().names
    facets = {"discipline", "destination", "applicant", "stage"}
    for step in plan.steps:
        for selection in step.take:
            assert {*selection.pairs, *selection.first, *selection.without} <= pairs, step.key
            assert selection.kind in kinds, step.key
            assert set(selection.sections) <= {*sections, "discipline"}, step.key
            assert set(selection.match) <= facets, step.key
            assert bool(selection.match) != bool(selection.pairs), step.key
            assert set(selection.stages) <= plan.stages.keys()
            assert set(selection.applicants) <= plan.applicants.keys()
            assert set(selection.disciplines) <= plan.disciplines.keys()
            regions = {destination.region for destination in plan.destinations.values()}
            assert set(selection.regions) <= regions
    assert {d.region for d in plan.destinations.values()} <= plan.regions.keys()
    for discipline in plan.disciplines.values():
        assert set(discipline.sections) <= sections.keys()


def test_every_country_with_a_fiche_can_be_chosen() -> None:
    countries = {
        d.source.pair.removeprefix("country-")
        for d in fiches()
        if d.source.kind == "country" and d.source.pair
    }
    assert countries == set(choices().destinations)


def test_a_fiche_of_the_users_own_takes_part() -> None:
    own = made_up("status: in-force")
    assert isinstance(own.source, Source)
    made = route(lang="en", documents=(*fiches(), own))
    assert "funding-x-en" in {c.document for c in made.citations}


def test_a_grant_for_some_countries_is_no_step_to_another() -> None:
    for destination in ("at", "ee", "hu"):
        made = route(destination=destination, discipline="heritage", stage="established",
                     applicant="organisation")  # fmt: skip
        cited = {citation.document for citation in made.citations}
        assert not any(name.startswith("funding-interreg") for name in cited)


def test_a_date_to_apply_by_that_has_passed_is_noted() -> None:
    made = route(discipline="visual-arts", destination="at", lang="en")
    notes = {
        point.note
        for step in made.steps
        for point in step.points
        if point.citation.document == "funding-culture-moves-europe-en"
        and "30 April 2026" in point.text
    }
    assert any("has passed" in note for note in notes)


def test_whom_to_ask_first_is_for_those_who_leave() -> None:
    made = route(discipline="theatre", destination="pl", applicant="organisation")
    first = {citation.document for citation in made.steps[0].citations}
    assert "organisation-kunstenpunt-nl" in first
    assert "organisation-buda-nl" not in first
