"""A French question read in English: what the table has is put over, names are left."""

from __future__ import annotations

import pytest

from corpus.lexicon.french import in_english
from corpus.lexicon.tables import read_french
from corpus.settings import LEXICON
from corpus.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("french", "english"),
    [
        (
            "Quel est l'impôt à la source en Allemagne ?",
            "what is the withholding tax in Germany?",
        ),
        ("Ai-je besoin d’un visa pour le Japon ?", "do I need a visa for the Japan?"),
        ("Combien de musiciens à l'étranger ?", "how many musicians abroad?"),
        # Inflected forms that the table lacks, and a name with a capital that it has as a word.
        ("Quelles traductions littéraires ?", "which translation literary?"),
        ("Que donne Culture Moves Europe ?", "what gives Culture Moves Europe?"),
        ("Quelle est l'adresse de VI.BE ?", "what is the address of VI.BE?"),
    ],
)
def test_words_are_put_into_english(french: str, english: str) -> None:
    assert in_english(french) == english


def test_what_is_mostly_unknown_is_left_alone() -> None:
    assert in_english("xyzzy plugh frotz gnusto et visa") == ""
    assert in_english("") == ""
    assert in_english("?") == ""


def test_the_english_of_the_table_is_known() -> None:
    vocabulary = Vocabulary.load()
    known = vocabulary.words("en") | vocabulary.function_words("en")
    unknown = {
        word
        for english in read_french(LEXICON).values()
        for word in english.lower().split()
        if word not in known
        and not vocabulary.knows(word, "en")
        and not vocabulary.country(word, "en")
        and word not in vocabulary.phrase_words("en")
    }
    assert unknown == set()
