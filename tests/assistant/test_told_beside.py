"""What is told beside a question is looked for with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Question
from assistant.answering_settings import AnsweringSettings
from assistant.extracting.concept import Concept, to_be_held
from assistant.gathering import Gatherer
from assistant.told_beside import retrieved, with_told
from assistant.understanding import understand
from corpus.document import BlockKind
from corpus.vocabulary import Vocabulary
from indexing.index import Index
from indexing.retriever import Retrieval
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import DOCUMENTS, REPORT, Draft

VOCABULARY = Vocabulary.load()
SETTINGS = AnsweringSettings()


@pytest.fixture(scope="module")
def halls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    draft = Draft()
    draft.block(BlockKind.PARAGRAPH, "Voor bibliotheken met lekkage beslist de raad in drie weken.")
    draft.block(BlockKind.PARAGRAPH, "Voor poppenspelers na brand beslist de raad in negen weken.")
    draft.block(BlockKind.PARAGRAPH, "Orgels worden hersteld met eik, en de raad beslist daarover.")
    source = replace(DOCUMENTS[REPORT].source, id="herstel", title="Herstel")
    path: Path = tmp_path_factory.mktemp("halls")
    with indexed(path, {"herstel": draft.document(source)}) as index:
        yield index


def best(index: Index, question: str) -> str:
    gatherer = Gatherer(index, VOCABULARY, SETTINGS)
    ((_, found),) = gatherer.gather(understand(Question(question), VOCABULARY))
    assert found is not None
    assert found.best is not None
    return found.best.unit.text


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("Onze bibliotheek had vorige winter last van lekkage.", "drie weken"),
        ("Wij zijn poppenspelers en hadden vorige winter een brand.", "negen weken"),
    ],
)
def test_what_is_told_tells_which_of_two_is_asked(halls: Index, told: str, words: str) -> None:
    assert words in best(halls, f"{told} Hoe snel beslist de raad over herstel?")


def test_a_country_that_is_told_is_not_asked_for(halls: Index) -> None:
    question = "Een Noors poppentheater had vorige winter een brand. Hoe snel beslist de raad?"
    understood = understand(Question(question), VOCABULARY)
    ((inquiry, found),) = Gatherer(halls, VOCABULARY, SETTINGS).gather(understood)
    assert understood.parts[0].text.endswith("in Noorwegen?")
    assert inquiry.understood.text == "Hoe snel beslist de raad?"
    assert found is not None
    origins = {concept.surface: concept.origin for concept in found.asked.concepts}
    assert origins["noors"] == "told"
    assert "noorwegen" not in origins


def test_whether_that_is_so_asks_all_that_is_told(halls: Index) -> None:
    question = "Orgels worden met eik hersteld. Is dat juist?"
    ((_, found),) = Gatherer(halls, VOCABULARY, SETTINGS).gather(
        understand(Question(question), VOCABULARY)
    )
    assert found is not None
    assert {concept.origin for concept in found.asked.concepts} == {"own"}


@pytest.mark.parametrize(
    ("told", "looked_for"),
    [
        ("", ["hoe snel? wij zijn poppenspelers"]),
        ("Wij zijn poppenspelers.", ["hoe snel? wij zijn poppenspelers"]),
        (
            "Wij zijn goochelaars.",
            [
                "hoe snel? wij zijn poppenspelers",
                "hoe snel? wij zijn poppenspelers Wij zijn goochelaars.",
            ],
        ),
    ],
)
def test_a_question_that_says_it_all_itself_is_looked_for_once(
    told: str, looked_for: list[str]
) -> None:
    asked: list[str] = []

    def retrieve(text: str) -> Retrieval:
        asked.append(text)
        return Retrieval((), ())

    retrieved(retrieve, "hoe snel? wij zijn poppenspelers", told)
    assert asked == looked_for


def concept(surface: str, weight: float, origin: str = "own") -> Concept:
    return Concept(surface, weight, {}, {}, known=True, origin=origin)


def told(said: tuple[Concept, ...]) -> tuple[Concept, ...]:
    def read(text: str, origin: str, known: frozenset[str]) -> tuple[Concept, ...]:
        return tuple(concept(word, 5.0, origin) for word in text.split() if word not in known)

    return with_told(said, "orgel eik hout lijm", read, SETTINGS)[len(said) :]


def test_it_fills_up_what_the_question_lacks() -> None:
    little = told((concept("snel", 1.0),))
    assert [(one.weight, one.frame) for one in little] == [(5.0, False)] * 4
    # What the question says itself is not told anew.
    assert [one.surface for one in told((concept("eik", 1.0),))] == ["orgel", "hout", "lijm"]


def test_it_only_frames_a_question_that_says_enough() -> None:
    words = tuple(
        concept(word, 4.0) for word in ["raad", "beslist", "herstel", "zaal", "dak", "regen"]
    )
    much = told(words)
    assert all(one.frame for one in much)
    assert sum(one.weight for one in much) < sum(one.weight for one in words) / 2
    # What is not there of it costs less than a word of the question.
    own = to_be_held(words, SETTINGS.told_missed)
    assert own < to_be_held((*words, *much), SETTINGS.told_missed) < to_be_held((*words, *much), 1)
