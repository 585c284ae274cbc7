"""A figure of one field of work is no figure of another, nor one law another of its kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import AnswerStatus, Question
from assistant.pipeline import Assistant
from corpus.document import BlockKind, Source
from corpus.vocabulary import Vocabulary
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import Draft


@pytest.fixture(scope="module", name="sectors")
def assistant_of_sectors(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    draft = Draft()
    draft.heading("Werk in cijfers")
    draft.block(
        BlockKind.PARAGRAPH,
        "In de audiovisuele sector werkten in 2019 ruim 4.300 mensen. De sector levert technische"
        " en creatieve diensten aan de omroepen en is een industrie in volle groei.",
    )
    draft.block(BlockKind.PARAGRAPH, "Het havendecreet van 2018 is van kracht sinds 1 mei 2019.")
    source = Source(
        "werk", "Werk in de haven", Path("werk.pdf"), publisher="Huis", language="nl", date="2020"
    )
    folder = tmp_path_factory.mktemp("sectors")
    return Assistant(indexed(folder, {"werk": draft.document(source)}), Vocabulary.load())


@pytest.mark.parametrize(
    "question",
    ["hoeveel mensen werken in de audiovisuele sector?", "is het havendecreet van kracht?",
     "how many people work in the audiovisual sector?"],
)  # fmt: skip
def test_what_is_told_of_is_answered(sectors: Assistant, question: str) -> None:
    assert sectors.ask(Question(question)).status is AnswerStatus.ANSWERED


@pytest.mark.parametrize(
    "question",
    ["hoeveel mensen werken in de creatieve industrie?", "is het natuurdecreet van kracht?",
     "how many people work in the creative industries?"],
)  # fmt: skip
def test_what_is_told_of_another_is_not_answered(sectors: Assistant, question: str) -> None:
    answer = sectors.ask(Question(question))
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert not answer.text.startswith("**")
