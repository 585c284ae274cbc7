"""Expressions among the words of a question, also inflected and taken apart."""

from __future__ import annotations

import pytest

from corpus.lexicon.tables import Language
from corpus.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load()


def places(vocabulary: Vocabulary, question: str, term: str, lang: Language) -> tuple[int, ...]:
    """Where the words of an expression stand; empty when it is not among those of a question."""
    found = vocabulary.expressions(question.split(), lang)
    return next((one.places for one in found if one.term == term), ())


@pytest.mark.parametrize(
    ("question", "term", "lang", "where"),
    [
        ("how many turned up", "turned up", "en", (2, 3)),
        ("he paid out of his own pocket", "out of one's own pocket", "en", (2, 3, 4, 5, 6)),
        ("wordt het op de kaart gezet", "op de kaart gezet", "nl", (2, 3, 4, 5)),
    ],
)
def test_in_a_row(
    vocabulary: Vocabulary, question: str, term: str, lang: Language, where: tuple[int, ...]
) -> None:
    assert places(vocabulary, question, term, lang) == where


@pytest.mark.parametrize(
    ("question", "term", "lang", "where"),
    [
        ("they turned our second plea down", "turn down", "en", (1, 5)),
        ("can we hand the forms in by june", "hand in", "en", (2, 5)),
        ("take all the costs into account", "take into account", "en", (0, 4, 5)),
        ("wie zette dat feest op poten", "op poten zetten", "nl", (1, 4, 5)),
        ("wie stapt er uit het bestuur", "uit het bestuur stappen", "nl", (1, 3, 4, 5)),
        ("hoe moet het op poten worden gezet", "op poten zetten", "nl", (6, 3, 4)),
    ],
)
def test_apart(
    vocabulary: Vocabulary, question: str, term: str, lang: Language, where: tuple[int, ...]
) -> None:
    assert places(vocabulary, question, term, lang) == where


@pytest.mark.parametrize(
    ("question", "term", "lang"),
    [
        # What follows the particle belongs to it: it is a preposition.
        ("can i hand it over the counter in euros", "hand in", "en"),
        ("hand me what is in", "hand in", "en"),
        ("wie zet de stoelen en staat zelf op poten", "op poten zetten", "nl"),
        ("pay someone every day", "pay day", "en"),
    ],
)
def test_what_only_looks_like_one(
    vocabulary: Vocabulary, question: str, term: str, lang: Language
) -> None:
    assert places(vocabulary, question, term, lang) == ()
