"""Prices that stand in a table, and sums told as a share of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Question
from assistant.extracting.answer_type import share_of_price
from assistant.extracting.tables import of_shares
from assistant.pipeline import Assistant
from assistant.understanding.attribute import lasting_verb, price_verb, priced
from corpus.document import BlockKind, TableRow
from corpus.vocabulary import Vocabulary
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import DOCUMENTS, REPORT, Draft


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    draft = Draft()
    draft.heading("Tarieven van de zalen")
    draft.block(BlockKind.PARAGRAPH, "De tarieven hieronder gelden per uur, voor verenigingen.")
    rows = (("Kleine zaal", "12,00", "16,50"), ("Grote zaal", "17,00", "22,50"))
    for number, cells in enumerate(rows, start=1):
        row = TableRow("t1", "", ("Ruimte", "Overdag", "Avond"), cells, number)
        draft.block(BlockKind.TABLE_ROW, " ".join(cells), table=row)
    draft.heading("Afspraken")
    draft.block(
        BlockKind.PARAGRAPH,
        "Een dagdeel is hoogstens vijf uur. Voor een feest geldt een vast bedrag van 300 euro, wat"
        " het ook kost om op te ruimen.",
    )
    draft.block(BlockKind.PARAGRAPH, "Wie een week vooraf afzegt, is 40% van de huur kwijt.")
    for name in ("Het gebouw ligt aan de haven.", "De zaal is dicht op maandag.", "Er is wifi."):
        draft.block(BlockKind.PARAGRAPH, name)
    source = replace(DOCUMENTS[REPORT].source, id="zalen", title="Zaalverhuur De Werf")
    with indexed(tmp_path_factory.mktemp("prices"), {"zalen": draft.document(source)}) as index:
        yield Assistant(index, Vocabulary.load(), today=lambda: date(2026, 1, 15))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        # The rate stands beside the table, and no word for a price in the row.
        ("Wat kost de grote zaal per uur?", "17,00"),
        ("Wat kost de kleine zaal 's avonds?", "16,50"),
        ("How much does the large hall cost?", "17,00"),
        ("Hoe lang duurt een dagdeel?", "vijf uur"),
    ],
)
def test_a_price_is_read_from_a_list(assistant: Assistant, question: str, expected: str) -> None:
    assert expected in assistant.ask(Question(question)).text


def test_the_price_of_one_thing_is_not_that_of_another(assistant: Assistant) -> None:
    assert assistant.ask(Question("Wat kost een parkeerplaats per uur?")).status.refused


@pytest.mark.parametrize(
    ("question", "verb", "goods"),
    [
        ("Hoeveel kost een parkeerplaats per maand?", "kost", "parkeerplaats"),
        ("How much does a ticket cost?", "cost", "ticket"),
        ("Wat kost het om te huren?", "kost", ""),
        ("Hoeveel zalen zijn er?", "", ""),
        ("Wat verdien ik als redder?", "verdien", ""),
    ],
)
def test_what_a_price_is_asked_of(question: str, verb: str, goods: str) -> None:
    assert price_verb(question) == verb
    assert priced(question) == goods


def test_how_long_something_lasts_is_told_without_the_verb() -> None:
    assert lasting_verb("Hoe lang duurt de oproep?") == {"duurt"}
    assert lasting_verb("How long does a round last?") == {"last"}
    assert lasting_verb("Hoe duur is de zaal?") == frozenset()


def test_a_share_of_a_price_is_a_sum() -> None:
    assert share_of_price("50% van de huur van de zaal")
    assert share_of_price("85 percent of the total")
    assert share_of_price("slechts 25% van het lidgeld")
    assert not share_of_price("50% van de dansers")


def test_the_headings_of_a_table_make_its_figures_shares() -> None:
    row = TableRow("t1", "", ("Leeftijd", "Aandeel (%)"), ("tot 30", "12"), 1)
    assert of_shares(row, ())
    assert not of_shares(replace(row, header=("Leeftijd", "Deelnemers")), ())
    assert of_shares(replace(row, header=("Leeftijd", "2021")), ("Leden in procent",))
