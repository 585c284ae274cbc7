"""Two documents that give different figures for the same thing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer, NoticeKind, Question
from assistant.pipeline import Assistant
from corpus.document import BlockKind, Document, Source
from corpus.vocabulary import Vocabulary
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import DOCUMENTS, Draft

FIRST = "In 2022 telde de kust 37% vrijwilligers onder de trompettisten."
OTHER = "De kust telde onder de trompettisten in 2022 volgens de bond 52% vrijwilligers."
QUESTION = "Hoeveel procent vrijwilligers telde de kust in 2022 onder de trompettisten?"


def told(identity: str, sentence: str) -> Document:
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, sentence)
    source = Source(
        identity, f"Telling {identity}", Path(f"{identity}.pdf"), language="nl", date="2022",
        digest=identity[0] * 64,
    )  # fmt: skip
    return draft.document(source)


def answer(folder: Path, *sentences: str) -> Answer:
    documents = dict(DOCUMENTS)
    for letter, sentence in zip("cd", sentences, strict=False):
        documents[letter] = told(letter, sentence)
    with indexed(folder, documents) as index:
        assistant = Assistant(index, Vocabulary.load(), today=lambda: date(2026, 1, 15))
        return assistant.ask(Question(QUESTION))


def test_figures_that_differ_stand_side_by_side(tmp_path: Path) -> None:
    found = answer(tmp_path, FIRST, OTHER)
    assert "37%" in found.text
    assert "52%" in found.text
    assert {citation.document for citation in found.citations} == {"c", "d"}
    assert NoticeKind.CONFLICT in {notice.kind for notice in found.notices}
    assert "**" not in found.text  # neither is the short answer


@pytest.mark.parametrize(
    "other",
    [
        "De kust telde onder de trompettisten in 2022 volgens de bond 37% vrijwilligers.",
        "De kust telde onder de trompettisten in 2022 volgens de bond 52 vrijwilligers.",
        "In het binnenland waren er 52% vrijwilligers.",
    ],
)
def test_what_does_not_contradict_is_no_conflict(tmp_path: Path, other: str) -> None:
    found = answer(tmp_path, FIRST, other)
    assert "37%" in found.text
    assert NoticeKind.CONFLICT not in {notice.kind for notice in found.notices}
