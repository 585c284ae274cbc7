"""What is seen of a question: classes for places and numbers, meanings in both languages."""

from __future__ import annotations

import pytest

from assistant.guidance.intent.features import LISTED, MANNER, MEANING, PIECE, WORD, FeatureReader
from assistant.guidance.scope import ScopeReader
from corpus.vocabulary import Language, Vocabulary


@pytest.fixture(scope="module")
def reader() -> FeatureReader:
    vocabulary = Vocabulary.load()
    return FeatureReader(ScopeReader(vocabulary), vocabulary)


def seen(reader: FeatureReader, text: str, lang: Language, group: str) -> set[str]:
    return {one.name for one in reader.read(text, lang) if one.group == group}


def test_places_and_numbers_are_classes(reader: FeatureReader) -> None:
    one = seen(reader, "wij spelen 3 keer in Lissabon", "nl", WORD)
    assert one == seen(reader, "wij spelen 12 keer in Osaka", "nl", WORD)
    assert {"⟨place⟩", "⟨number⟩", "spelen"} <= one
    assert "⟨home⟩" in seen(reader, "wij wonen in België", "nl", WORD)


def test_languages_meet_in_what_words_mean(reader: FeatureReader) -> None:
    dutch = seen(reader, "een tentoonstelling", "nl", MEANING)
    english = seen(reader, "an exhibition", "en", MEANING)
    assert dutch & english


def test_a_typing_error_leaves_most_pieces(reader: FeatureReader) -> None:
    right = seen(reader, "verzekering", "nl", PIECE)
    wrong = seen(reader, "verzekerring", "nl", PIECE)
    assert len(right & wrong) > len(right) / 2


def test_what_the_lists_find_is_seen(reader: FeatureReader) -> None:
    found = seen(reader, "Moet ik een visum hebben voor Canada?", "nl", LISTED)
    assert {"need visa", "asked visa", "place abroad"} <= found


def test_in_what_manner_is_asked_is_seen(reader: FeatureReader) -> None:
    theirs = seen(reader, "Our band plays in Riga. Who pays the ferry?", "en", MANNER)
    assert {"tells of-themselves", "asks who", "asks who pays", "sentences 2"} <= theirs
    others = seen(reader, "Hoeveel kaartjes verkocht de Bourla in 2019?", "nl", MANNER)
    assert {"tells of-others", "kind count", "begins hoeveel", "names 1", "year yes"} <= others
