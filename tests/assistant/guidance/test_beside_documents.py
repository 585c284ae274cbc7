"""Advice is the same whatever other documents are in the index."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.answer import AnswerStatus, Question
from assistant.pipeline import Assistant
from corpus.settings import CorpusSettings
from corpus.vocabulary import Vocabulary
from indexing.index import Index
from indexing.settings import IndexingSettings
from indexing.synchronise import synchronise
from tests.assistant.guidance.conftest import TODAY

_OWN = """# Verslag van de werking

## Subsidie en geld

VI.BE, Kunstenpunt en de TIP staan in de bibliografie (VI.BE, 2020, p. 4). Het visum van een danser
werd geweigerd. De subsidie bedroeg 4.000 euro en het geld kwam te laat. VI.BE kreeg een brief.

## Belasting in Frankrijk

In Frankrijk betaalde de vereniging in 2019 een belasting van 12 % op de huur van een zaal.

## Herstel van de Zilverwiek

Voor orgelbouwers met lekkage beslist de Zilverwiek in drie weken. Voor poppenspelers na een brand
beslist de Zilverwiek in negen weken.
"""


_QUESTIONS = (
    "visum",
    "ik zoek subsidie",
    "I need money",
    "What does VI.BE do?",
    "Wat is een TIP?",
    "TIP of IP, wat heb ik nodig?",
    "ik wil naar berlijn met mijn band, hoe begin ik eraan?",
    "moet ik belasting betalen op mijn gage in Frankrijk?",
    "ik ben schilder, wat moet ik regelen voor een tentoonstelling in Londen?",
    "Do I need a visa to tour the US with my band?",
    "Can I still apply for Culture Moves Europe?",
    "Hoe geraakt onze circusvoorstelling op festivals in Spanje?",
)


@contextmanager
def reading(own: Path, folder: Path) -> Iterator[Assistant]:
    """An assistant over the shipped fiches and the documents in ``own``."""
    settings = IndexingSettings(folder=folder / "index", vectors=False)
    synchronise(settings, CorpusSettings(folders=(own,), downloads=folder / "downloads"))
    with Index.open(settings) as index:
        yield Assistant(index, Vocabulary.load(), today=lambda: TODAY)


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over the shipped fiches and one document of somebody's own."""
    folder = tmp_path_factory.mktemp("beside")
    own = folder / "own"
    own.mkdir()
    (own / "verslag.md").write_text(_OWN, encoding="utf-8")
    with reading(own, folder) as assistant:
        yield assistant


@pytest.mark.parametrize("text", _QUESTIONS)
def test_advice_is_the_same_beside_another_document(
    adviser: Assistant, beside: Assistant, text: str
) -> None:
    alone, with_other = adviser.ask(Question(text)), beside.ask(Question(text))
    assert with_other.status is alone.status
    assert with_other.text == alone.text


def test_a_document_of_ones_own_still_answers_what_is_asked_of_it(beside: Assistant) -> None:
    answer = beside.ask(Question("Hoeveel bedroeg de subsidie in het verslag van de werking?"))
    assert answer.status is AnswerStatus.ANSWERED
    assert "4.000" in answer.text


@pytest.mark.parametrize(
    ("told", "weeks"),
    [
        ("Wij bouwen orgels en hadden vorige winter lekkage.", "drie weken"),
        ("Wij zijn poppenspelers en hadden vorige winter een brand.", "negen weken"),
    ],
)
def test_what_is_told_is_looked_for_in_a_document_where_no_fiche_answers(
    beside: Assistant, told: str, weeks: str
) -> None:
    answer = beside.ask(Question(f"{told} Hoe snel beslist de Zilverwiek?"))
    assert answer.claims[0].text == f"**{weeks}**"


@pytest.mark.shared_corpus
def test_advice_is_the_same_beside_publishers_documents(
    adviser: Assistant, published_corpus: Path, tmp_path: Path
) -> None:
    with reading(published_corpus, tmp_path) as assistant:
        for text in _QUESTIONS:
            assert assistant.ask(Question(text)).text == adviser.ask(Question(text)).text, text
