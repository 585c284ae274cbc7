"""What documents are about, in their own words, and the parts that they are made up of."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import AnswerStatus, Question
from assistant.overviews import asks_overview
from assistant.pipeline import Assistant
from corpus.document import BlockKind, Document, Source
from corpus.vocabulary import Vocabulary
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import Draft

SUMMARY = "De oevers slibben dicht en de veren varen minder. Drie havens wachten op baggerwerk."
PURPOSE = "Deze studie brengt de veerdiensten in kaart. Ze vergelijkt de diensten van vijf havens."


def source(identity: str, title: str) -> Source:
    return Source(identity, title, Path(f"{identity}.pdf"), publisher="Havenhuis", language="nl",
                  date="2022", digest=identity[:1] * 64)  # fmt: skip


def with_summary() -> Document:
    draft = Draft()
    draft.heading("Samenvatting")
    draft.block(BlockKind.PARAGRAPH, SUMMARY)
    draft.heading("1. Vaarwegen")
    draft.block(BlockKind.PARAGRAPH, "De vaarwegen meten samen 300 kilometer.")
    draft.pages.append("")
    draft.heading("2. Veren")
    draft.block(BlockKind.PARAGRAPH, "Er varen nog twaalf veren over de stroom.")
    draft.heading("Referenties")
    draft.block(BlockKind.PARAGRAPH, "Havenhuis, jaarboek.")
    return draft.document(source("oeverrapport", "Het oeverrapport"))


def without_summary() -> Document:
    draft = Draft()
    draft.heading("Inleiding")
    draft.block(BlockKind.PARAGRAPH, "Wie de stroom over wil, neemt al eeuwen het veer.")
    draft.block(BlockKind.PARAGRAPH, PURPOSE)
    draft.heading("Uitkomsten")
    draft.block(BlockKind.PARAGRAPH, "Vier havens hebben een avonddienst.")
    return draft.document(source("veerstudie", "Veerstudie: wie vaart er nog"))


@pytest.fixture(scope="module")
def havens(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    documents = {one.source.id: one for one in (with_summary(), without_summary())}
    return Assistant(indexed(tmp_path_factory.mktemp("havens"), documents), Vocabulary.load())


@pytest.mark.parametrize(
    "question",
    ["Waarover gaat het oeverrapport?", "Vat het oeverrapport eens samen", "Geef een samenvatting"
     " van het oeverrapport", "Kan je het oeverrapport samenvatten?"],
)  # fmt: skip
def test_a_summary_is_told_with_the_parts_and_their_pages(havens: Assistant, question: str) -> None:
    answer = havens.ask(Question(question))
    assert answer.status is AnswerStatus.ANSWERED
    assert SUMMARY in answer.text
    assert "Havenhuis" in answer.text
    assert "1. Vaarwegen (p. 1)" in answer.text
    assert "2. Veren (p. 2)" in answer.text
    assert "Referenties" not in answer.text
    assert {citation.document for citation in answer.citations} == {"oeverrapport"}


def test_without_a_summary_it_tells_what_it_says_of_itself(havens: Assistant) -> None:
    answer = havens.ask(Question("Waar gaat de veerstudie over?"))
    assert PURPOSE in answer.text
    assert "eeuwen het veer" not in answer.text


def test_a_question_about_what_stands_in_it_is_no_overview(havens: Assistant) -> None:
    answer = havens.ask(Question("Wat staat er in het oeverrapport over veren?"))
    assert "twaalf veren" in answer.text
    assert "De delen van het document" not in answer.text


@pytest.mark.parametrize(
    ("rest", "asks"),
    [
        ("Waarover gaat ?", True),
        ("What is about?", True),
        ("Can you summarise paper?", True),
        ("What does deal with?", True),
        ("What's ?", True),
        ("hoe is opgebouwd?", True),
        ("Wat zegt over circus?", False),
        ("What is the budget of?", False),
        ("Wie schreef ?", False),
    ],
)
def test_what_asks_for_an_overview(rest: str, asks: bool) -> None:
    assert asks_overview(rest) is asks
