"""A figure of one field of work is no figure of another, nor one law another of its kind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import AnswerStatus, Question
from assistant.extracting.asked import Asked
from assistant.extracting.evidence import Unit, Weighed
from assistant.extracting.siblings import of_a_sibling
from assistant.pipeline import Assistant
from assistant.understanding import AnswerKind
from corpus.document import BlockKind, Source, TableRow
from corpus.vocabulary import Vocabulary
from indexing.passage import Passage
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


ASKED = Asked(
    AnswerKind.COUNT, (), text="hoeveel mensen werken in de creatieve industrie?", lang="nl"
)
OTHER_FIELD = "In de audiovisuele sector werkten in 2019 ruim 4.300 mensen."


def weighed(text: str, table: TableRow | None = None) -> Weighed:
    passage = Passage("p", "d", "werk", 0, BlockKind.PARAGRAPH, text, (), (), (), (1,), ("",), "nl")
    unit = Unit(passage, 0, len(text), 0, BlockKind.PARAGRAPH, frozenset(), (), table)
    return Weighed(unit, 0.0, 0.0, 0.0, 0.0, 0.0)


def test_a_figure_of_another_field_of_work_is_one_of_a_sibling() -> None:
    assert of_a_sibling(ASKED, weighed(OTHER_FIELD))
    assert not of_a_sibling(ASKED, weighed("In de creatieve industrie werkten 4.300 mensen."))
    assert not of_a_sibling(ASKED, weighed("In 2019 werkten er ruim 4.300 mensen."))


def test_a_row_and_a_document_that_is_named_are_of_no_sibling() -> None:
    row = TableRow("t1", "Tabel 1", ("Veld", "Mensen"), ("audiovisuele sector", "4.300"), 1)
    assert not of_a_sibling(ASKED, weighed(OTHER_FIELD, row))
    assert not of_a_sibling(replace(ASKED, named=frozenset(("werk",))), weighed(OTHER_FIELD))


def test_only_a_figure_and_only_of_a_field_has_siblings() -> None:
    assert not of_a_sibling(replace(ASKED, kind=AnswerKind.OPEN), weighed(OTHER_FIELD))
    assert not of_a_sibling(replace(ASKED, text="hoeveel mensen werken er?"), weighed(OTHER_FIELD))
