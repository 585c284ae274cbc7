"""Lists inside lists, people by another name, and what stands above a table or an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Question
from assistant.answering_settings import AnsweringSettings
from assistant.extracting.counted import OTHER_COUNT
from assistant.extracting.counting import asks_people, counts_persons
from assistant.finding import Finder
from assistant.pipeline import Assistant
from assistant.understanding import understand
from assistant.understanding.dimensions import asks_times, counted_in, dimension, tells_times
from corpus.document import BlockKind, TableRow
from corpus.vocabulary import Vocabulary
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import DOCUMENTS, REPORT, Draft


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    draft = Draft(language="en")
    draft.heading("Where calls came from")
    draft.block(BlockKind.LIST_ITEM, "Ports represented: 17", level=1)
    draft.block(BlockKind.LIST_ITEM, "Top three ports by calls:", level=1)
    for item in ("Quayford: 61 calls", "Lowmere: 48 calls", "Saltby: 20 calls"):
        draft.block(BlockKind.LIST_ITEM, item, level=2)
    draft.heading("Pilots")
    draft.block(BlockKind.PARAGRAPH, "The port pays its pilots per tide.")
    for number, cells in enumerate((("Junior", "€ 40"), ("Senior", "€ 55")), start=1):
        paid = TableRow("t2", "", ("Level", "Pay"), cells, number)
        draft.block(BlockKind.TABLE_ROW, " ".join(cells), table=paid)
    draft.heading("How often may a ship call?")
    draft.block(BlockKind.PARAGRAPH, "At most three times a season, and once in winter.")
    draft.heading("What they want")
    row = TableRow("t1", "", ("Theme", "Respondents"), ("Longer opening hours", "169"), 1)
    draft.block(BlockKind.TABLE_ROW, "Longer opening hours 169", table=row)
    for number, cells in enumerate((("Pilotages at night", "62", "54"), ("Wrecks", "3", "1")), 1):
        year = TableRow("t3", "", ("", "Target", "2022"), cells, number)
        draft.block(BlockKind.TABLE_ROW, " ".join(cells), table=year)
    draft.heading("Next steps")
    for number, item in enumerate(("Draw maps", "Compare years", "Ask again"), start=1):
        draft.block(BlockKind.LIST_ITEM, item, level=1, number=f"{number}.")
    source = replace(DOCUMENTS[REPORT].source, id="calls", title="Harbour calls", language="en")
    with indexed(tmp_path_factory.mktemp("calls"), {"calls": draft.document(source)}) as index:
        yield Assistant(index, Vocabulary.load(), today=lambda: date(2026, 1, 15))


def test_an_item_announces_the_items_below_it(assistant: Assistant) -> None:
    answer = assistant.ask(Question("Which port sent the most calls?")).text
    assert "Quayford: 61 calls" in answer
    assert "Draw maps" not in answer


def test_respondents_are_people(assistant: Assistant) -> None:
    answer = assistant.ask(Question("How many people want longer opening hours?")).text
    assert "169" in answer


def test_a_row_counts_what_it_is_called_by(assistant: Assistant) -> None:
    assert "54" in assistant.ask(Question("How many pilotages were there in 2022?")).text


@pytest.mark.parametrize(
    ("called", "counted"),
    [
        ("Pilotages, at night", True),
        ("Wrecks", False),
        ("Pilotages after 9 o'clock", False),  # its own figure may be what is asked for
    ],
)
def test_figures_count_what_their_row_is_called_by_alone(
    tmp_path: Path, called: str, counted: bool
) -> None:
    draft = Draft(language="en")
    row = TableRow("t1", "", ("", "Target", "2022"), (called, "62", "54"), 1)
    draft.block(BlockKind.TABLE_ROW, f"{called} 62 54", table=row)
    source = replace(DOCUMENTS[REPORT].source, id="calls", title="Harbour", language="en")
    vocabulary = Vocabulary.load()
    asked = understand(Question("How many pilotages were there in 2022?"), vocabulary)
    with indexed(tmp_path, {"calls": draft.document(source)}) as index:
        best = Finder(index, vocabulary, AnsweringSettings()).find(asked).best
    assert best is not None
    assert (best.type_fit > OTHER_COUNT) is counted


def test_what_leads_in_a_table_holds_for_its_rows(assistant: Assistant) -> None:
    assert "€ 55" in assistant.ask(Question("How much does a senior pilot earn per tide?")).text


def test_a_heading_that_asks_is_answered_right_below(assistant: Assistant) -> None:
    assert "three times" in assistant.ask(Question("How often may a ship call in one season?")).text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("De raad komt minstens één maal per jaar samen.", True),
        ("Het blad verschijnt tweewekelijks.", True),
        ("The board meets every month.", True),
        ("Een vijfde van de leden kan dat vragen.", False),
    ],
)
def test_how_often_something_is(text: str, told: bool) -> None:
    assert asks_times("Hoe vaak komt de raad samen?")
    assert tells_times(text) is told


@pytest.mark.parametrize("text", ["15 betrokkenen uit de kade", "30 experts", "7 kinderen"])
def test_whoever_is_counted_is_people(text: str) -> None:
    assert counts_persons(text, len(text.split()[0]))


def test_people_of_a_trade_are_people() -> None:
    assert asks_people(("veermensen",))
    assert not asks_people(("veren",))


def test_how_long_a_text_may_be_is_told_in_pages() -> None:
    wanted = dimension("how long can my write up be for the ferry grant")
    assert wanted is not None
    assert counted_in("three pages", len("three"), wanted)
    assert not counted_in("three weeks", len("three"), wanted)
