"""Items by their number, and definitions that stand one paragraph further."""

from __future__ import annotations

import pytest

from assistant.extracting.asked import Candidate
from assistant.extracting.numbered import numbered_item
from assistant.extracting.sequels import sequels
from assistant.understanding.reference import PointerKind, pointers, without_pointers
from corpus.document import BlockKind, Document
from indexing.passage import Passage
from indexing.settings import IndexingSettings
from indexing.splitting import split
from tests.assistant.small_corpus import DOCUMENTS, REPORT, Draft

SOURCE = DOCUMENTS[REPORT].source


def plan() -> Document:
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, "Wie zaait, oogst. Het plan telt drie actiepunten.")
    for number, name in enumerate(("Zaaien", "Water geven", "Oogsten"), start=1):
        draft.heading(f"{number}. {name}", str(number))
        draft.block(BlockKind.PARAGRAPH, f"{name} vraagt geduld.")
    return draft.document(SOURCE)


@pytest.mark.parametrize(
    ("question", "noun", "number"),
    [
        ("Wat is actiepunt 2?", "actiepunt", "2"),
        ("Wat zegt de negende observatie?", "observatie", "9"),
        ("What is the third recommendation about?", "recommendation", "3"),
        ("Welk aandachtspunt komt op de vierde plaats?", "aandachtspunt", "4"),
    ],
)
def test_a_question_points_at_a_numbered_item(question: str, noun: str, number: str) -> None:
    (pointer,) = pointers(question)
    assert (pointer.kind, pointer.noun, pointer.number) == (PointerKind.ITEM, noun, number)
    assert noun not in without_pointers(question)


def test_a_figure_behind_a_noun_is_no_number() -> None:
    assert pointers("Is de trend 2,5 % per jaar?") == ()


def test_the_item_is_found_with_the_text_under_it() -> None:
    document = plan()
    origin = split(document, IndexingSettings())[0]
    item = numbered_item(document, ("actiepunt",), 2, origin)
    assert item is not None
    assert item.text == "2. Water geven\nWater geven vraagt geduld."
    other = numbered_item(document, ("actiepunt",), 3, origin)
    assert other is not None
    assert other.id != item.id
    assert numbered_item(document, ("actiepunt",), 4, origin) is None
    assert numbered_item(document, ("aanbeveling",), 2, origin) is None


def test_a_definition_in_the_next_paragraph_is_brought_in() -> None:
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, "Er is vraag naar de oprichting van Noordkaap.")
    draft.heading("Uitleg")
    draft.block(BlockKind.PARAGRAPH, "Dat laatste is een fonds voor theaters.")
    texts = [block for block in draft.document(SOURCE).blocks if block.kind is BlockKind.PARAGRAPH]
    passages = split(draft.document(SOURCE), IndexingSettings())
    first = next(p for p in passages if p.text == texts[0].text)
    second = next(p for p in passages if p.text == texts[1].text)

    def around(_: str, __: int, ___: int) -> tuple[Passage, ...]:
        return (second,)

    (found,) = sequels([Candidate(first, SOURCE, 1.0)], frozenset({"noordkaap"}), around)
    assert found.passage is second
    assert found.sequel
    assert not sequels([Candidate(first, SOURCE, 1.0)], frozenset({"zuidkaap"}), around)
