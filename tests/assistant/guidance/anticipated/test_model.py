"""The directions that are made from anticipated questions: what is like what, what is kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.guidance.anticipated.measuring import held_out
from assistant.guidance.anticipated.model import Model, load_model, save
from assistant.guidance.anticipated.training import Said, checksum, fit, statements_in
from assistant.guidance.intent.features import FeatureReader
from assistant.guidance.scope import ScopeReader
from assistant.guidance.settings import AnticipatedSettings
from corpus.settings import FICHES, QUESTIONS
from corpus.vocabulary import Language, Vocabulary

SETTINGS = AnticipatedSettings()
BOAT = ("who pays our ferry", "can somebody cover the crossing with the van", "ferry money")
DOG = ("may my dog come on stage", "does the dog need a passport", "travelling with an animal")
BILL = ("how do I write a bill for the theatre", "what has to be on my invoice", "invoice layout")


def said(pair: str, text: str, questions: tuple[str, ...], lang: Language = "en") -> Said:
    return Said(pair, pair, 0, lang, text, questions)


@pytest.fixture(scope="module")
def small() -> list[Said]:
    return [
        said("a-boat", "The fund pays crossings.", BOAT),
        said("b-dog", "Animals need papers.", DOG),
        said("c-bill", "A bill names the client.", BILL),
    ]


@pytest.fixture(scope="module")
def reader() -> FeatureReader:
    vocabulary = Vocabulary.load()
    return FeatureReader(ScopeReader(vocabulary), vocabulary)


@pytest.fixture(scope="module")
def model(small: list[Said], reader: FeatureReader) -> Model:
    return fit(small, reader, SETTINGS)


def likest(model: Model, reader: FeatureReader, text: str, lang: Language) -> str:
    own, _ = model.likeness(reader.of_words(text, lang))
    return model.pairs[int(model.fiche_of[int(np.argmax(own))])]


@pytest.mark.parametrize(
    ("text", "lang", "pair"),
    [
        ("does anybody pay the ferry to Dover for us", "en", "a-boat"),
        ("my dog is part of the show", "en", "b-dog"),
        ("wat moet er op mijn factuur staan", "nl", "c-bill"),
        ("mag onze hond mee het podium op", "nl", "b-dog"),
    ],
)
def test_a_question_is_like_those_that_ask_the_same_in_either_language(
    model: Model, reader: FeatureReader, text: str, lang: Language, pair: str
) -> None:
    assert likest(model, reader, text, lang) == pair


def test_a_place_makes_no_difference(model: Model, reader: FeatureReader) -> None:
    there, elsewhere = (
        model.likeness(reader.of_words(f"who pays the ferry to {place}", "en"))[0]
        for place in ("Japan", "Ireland")
    )
    assert there == pytest.approx(elsewhere)


def test_words_that_nobody_used_are_like_nothing(model: Model, reader: FeatureReader) -> None:
    own, groups = model.likeness(reader.of_words("quantum chromodynamics", "en"))
    assert not own.any()
    assert not groups.any()


def test_what_is_kept_says_the_same(model: Model, reader: FeatureReader, tmp_path: Path) -> None:
    file = tmp_path / "directions.npz"
    save(model, file)
    features = reader.of_words("who pays our ferry", "en")
    kept = load_model(file)
    assert kept.pairs == model.pairs
    assert kept.checksum == model.checksum
    for one, other in zip(kept.likeness(features), model.likeness(features), strict=True):
        assert one == pytest.approx(other, abs=1e-3)


def test_a_file_without_directions_is_told(tmp_path: Path) -> None:
    file = tmp_path / "none.npz"
    file.write_bytes(b"PK\x05\x06" + b"\0" * 18)
    with pytest.raises(ValueError, match=r"none\.npz"):
        load_model(file)


def test_a_question_is_measured_without_itself(small: list[Said], reader: FeatureReader) -> None:
    alone = [
        said("a-boat", "The fund pays crossings.", ("zanzibarite quuxing",)),
        *small[1:],
    ]
    (found,) = held_out(alone, reader, SETTINGS)
    assert found.asked == 7
    # Nothing of it stands in anything else, so that it may not be found by its own words.
    assert found.statement[0] <= 6 / 7


def test_the_shipped_directions_are_those_of_the_shipped_questions() -> None:
    told = statements_in(FICHES, QUESTIONS)
    assert load_model().checksum == checksum(told, SETTINGS), (
        "python -m assistant.guidance.anticipated fit"
    )
