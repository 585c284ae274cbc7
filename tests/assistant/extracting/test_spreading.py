"""Where no passage stands out, a short quote of each further one is shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.answer import Question
from assistant.answering_settings import AnsweringSettings
from assistant.extracting.evidence import Unit, Weighed
from assistant.extracting.quoting import Extract
from assistant.extracting.spreading import spread
from assistant.pipeline import Assistant
from corpus.document import BlockKind, Source
from corpus.vocabulary import Vocabulary
from indexing.index import Index
from indexing.passage import Part, Passage
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import Draft

SETTINGS = AnsweringSettings()
SENTENCE = "De veerman vaart iedere ochtend met acht manden vis naar de overkant."


def unit(
    name: str, score: float, document: str = "haven", text: str = SENTENCE, *, fiche: bool = False
) -> Weighed:
    part = Part(BlockKind.PARAGRAPH, 0, len(text))
    passage = Passage(
        name, "", document, 0, BlockKind.PARAGRAPH, text, (), (part,), (), (1,), ("",), "nl"
    )
    whole = Unit(passage, 0, len(text), 0, BlockKind.PARAGRAPH, frozenset(), ())
    return Weighed(whole, score, 0.0, 0.0, 0.0, 0.0, fiche=fiche)


def shown(weighed: Sequence[Weighed], repeats: bool = False) -> list[str]:
    first = weighed[0].unit
    chosen = (Extract(first.passage, first.start, first.end, weighed[0].score),)
    siblings = {item.unit.passage.id: (item,) for item in weighed}
    found = spread(chosen, weighed, siblings, lambda *_: repeats, SETTINGS)
    return [extract.passage.id for extract in found]


def test_each_further_passage_is_quoted_once_best_first() -> None:
    assert shown([unit("a", 2.0), unit("b", 1.5), unit("b", 1.4), unit("c", 1.2)]) == list("abc")


def test_what_says_too_little_or_the_same_again_is_not_quoted() -> None:
    assert shown([unit("a", 2.0), unit("b", 0.7), unit("c", 1.9, text="De kade.")]) == ["a"]
    assert shown([unit("a", 2.0), unit("b", 1.9)], repeats=True) == ["a"]
    assert shown([unit("a", 2.0), unit("b", 1.9, fiche=True)]) == ["a"]


def test_another_document_has_to_come_nearer() -> None:
    assert shown([unit("a", 2.0), unit("b", 1.2, "dijk"), unit("c", 1.2)]) == ["a", "c"]
    assert shown([unit("a", 2.0), unit("b", 1.6, "dijk")]) == ["a", "b"]


def test_quotes_and_their_words_are_limited() -> None:
    several = [unit(str(number), 2.0) for number in range(20)]
    assert len(shown(several)) == SETTINGS.spreading.extracts
    long = " ".join([SENTENCE] * 12)
    several = [unit("a", 2.0, text=long * 3), unit("b", 2.0)]
    assert shown(several) == ["a"]


@pytest.fixture(scope="module", name="ferry")
def index_on_the_ferry(tmp_path_factory: pytest.TempPathFactory) -> Index:
    draft = Draft()
    for heading, text in (
        ("Vissers", "De vissers aan de kade betalen de veerman in manden vol verse haring."),
        ("Kade", "Op de kade van de oude haven staan twaalf houten kramen met een luifel."),
        ("Loods", "Elke veerman krijgt in de winter een plaats in de loods aan de zuidkant."),
        ("Markt", "Verse haring gaat op de markt voor negen stuivers per mand van de hand."),
    ):
        draft.heading(heading)
        draft.block(BlockKind.PARAGRAPH, text)
    source = Source(
        "veer", "Het veer", Path("veer.pdf"), publisher="Gilde", language="nl", date="2020"
    )
    return indexed(tmp_path_factory.mktemp("ferry"), {"veer": draft.document(source)})


def cited(index: Index, question: str, below: float) -> set[tuple[str, ...]]:
    spreading = SETTINGS.spreading.model_copy(update={"below": below})
    settings = SETTINGS.model_copy(update={"spreading": spreading})
    answer = Assistant(index, Vocabulary.load(), settings).ask(Question(question))
    return {tuple(citation.section) for citation in answer.citations}


def test_only_an_answer_that_is_not_sure_quotes_other_places(ferry: Index) -> None:
    sure = "Hoeveel houten kramen staan er op de kade van de oude haven?"
    unsure = "Wat krijgt de veerman van de vissers op de markt?"
    below = SETTINGS.spreading.below
    assert cited(ferry, sure, below) == cited(ferry, sure, 0.0)
    assert cited(ferry, unsure, below) > cited(ferry, unsure, 0.0)
