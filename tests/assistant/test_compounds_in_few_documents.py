"""Compounds whose parts stand nowhere by themselves, and things of one kind that are several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Question
from assistant.extracting.holding_terms import holding_analyser
from assistant.pipeline import Assistant
from corpus.document import BlockKind
from corpus.vocabulary import Vocabulary
from indexing.index import Index
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import DOCUMENTS, REPORT, Draft

VOCABULARY = Vocabulary.load()


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    draft = Draft()
    draft.heading("Buren en geluid")
    draft.block(
        BlockKind.PARAGRAPH,
        "Wie hinder heeft, belt de lijn. In 2023 kwamen er 31 oproepen binnen op die lijn,"
        " tegenover 54 in 2022. De richtlijn van de stad geldt ook hier.",
    )
    draft.heading("Gidsen")
    draft.block(BlockKind.PARAGRAPH, "De torenwachters vinden de opleiding te kort.")
    draft.block(BlockKind.PARAGRAPH, "De nachtwachters vinden ze te lang.")
    draft.heading("Contact")
    draft.block(BlockKind.PARAGRAPH, "Bureau Kade is voor muziek het contactpunt van de haven.")
    source = replace(DOCUMENTS[REPORT].source, id="buurt", title="Handboek Brakwater")
    with indexed(tmp_path_factory.mktemp("buurt"), {"buurt": draft.document(source)}) as opened:
        yield opened


def test_words_of_the_lexicon_are_parts(index: Index) -> None:
    analyser = holding_analyser(index, VOCABULARY)
    assert "gids" in analyser.terms("gidsenvergoeding", "nl")
    assert index.analyser.terms("gidsenvergoeding", "nl") == ["gidsenvergoed"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hoeveel oproepen kreeg de burenlijn in 2022?", "54 in 2022"),
        ("Wat vinden de torenwachters van de opleiding?", "te kort"),
        ("Wie is het aanspreekpunt voor muziek in de haven?", "Bureau Kade"),
    ],
)
def test_what_is_there_in_another_form_is_no_other_thing(
    index: Index, question: str, expected: str
) -> None:
    answering = Assistant(index, VOCABULARY, today=lambda: date(2026, 1, 15))
    assert expected in answering.ask(Question(question)).text
