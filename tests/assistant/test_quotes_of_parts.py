"""What is shown of several parts: short quotes, and more than one, since the best sentence for all
words of a part need not hold its answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Question
from assistant.pipeline import Assistant
from corpus.document import BlockKind
from corpus.vocabulary import Vocabulary
from indexing.index import Index
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import DOCUMENTS, REPORT, Draft

ASIDE = "De orgelpijpen van de kapel glanzen in de ochtend als de zon op de dijk staat. "


@pytest.fixture(scope="module")
def choirs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    first, second = Draft(), Draft()
    first.block(
        BlockKind.PARAGRAPH,
        "De Koorbond gaf in de zomer les aan jonge zangers over adem en stem. " + ASIDE * 8,
    )
    first.block(BlockKind.PARAGRAPH, "De Dansbond huurt een schuur aan de haven.")
    second.block(
        BlockKind.PARAGRAPH, "Aan jonge zangers leende de Koorbond partituren en een piano uit."
    )
    source = DOCUMENTS[REPORT].source
    path: Path = tmp_path_factory.mktemp("choirs")
    drafts = {"lessen": first, "leningen": second}
    with indexed(
        path,
        {
            name: draft.document(replace(source, id=name, title=name.capitalize()))
            for name, draft in drafts.items()
        },
    ) as index:
        yield index


def test_a_part_shows_what_another_document_says_of_it(choirs: Index) -> None:
    question = "Wat deed de Koorbond voor jonge zangers, en wat huurt de Dansbond?"
    answer = Assistant(choirs, Vocabulary.load()).ask(Question(question)).text
    for told in ("adem en stem", "partituren", "schuur"):
        assert told in answer
    assert answer.count("orgelpijpen") < 4


def test_one_question_shows_more_of_its_place(choirs: Index) -> None:
    question = "Wat deed de Koorbond in de zomer voor jonge zangers?"
    answer = Assistant(choirs, Vocabulary.load()).ask(Question(question)).text
    assert answer.count("orgelpijpen") > 4
