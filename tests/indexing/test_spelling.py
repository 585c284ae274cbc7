"""Typing errors in a question: what is put right, and what is left alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from corpus.vocabulary import Vocabulary
from indexing.index import Index
from indexing.settings import IndexingSettings
from indexing.spelling import one_error
from tests.indexing.factories import P, Shelf, document

TEXTS = (
    "De residentiebeurs van Wallimage voor artiesten in Vlaanderen.",
    "Artiesten vragen een residentiebeurs aan bij het departement.",
    "Vlaanderen steunt de volksopera en de digitalisering.",
    "Een kanteel speelt een rol in het decor.",
)


@pytest.fixture
def index(settings: IndexingSettings, shelf: Shelf) -> Iterator[Index]:
    shelf.put(*(document(f"d{number}", [(P, text)]) for number, text in enumerate(TEXTS)))
    shelf.index(settings)
    with Index(settings, Vocabulary.load) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "lang", "meant"),
    [
        ("wat is een residensiebeurs", "nl", "wat is een residentiebeurs"),
        ("wat vragen de artietsen", "nl", "wat vragen de artiesten"),
        ("hoeveelkrijgt een artiest", "nl", "hoeveel krijgt een artiest"),
        ("Who facilitsted the workshop", "en", "Who facilitated the workshop"),
        ("which artsits get a grant", "en", "which artists get a grant"),
        ("Heveel steun is er", "nl", "Hoeveel steun is er"),
        ("over digtialisernig", "nl", "over digitalisering"),
    ],
)
def test_errors_are_put_right(index: Index, typed: str, lang: str, meant: str) -> None:
    spelled = index.spelled(typed, lang)
    assert spelled.text == meant
    assert len(spelled.corrections) == 1


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("wat doet Wallimago in Gent", "nl"),  # a name, and it may be another one
        ("wat doet Wallimaeg in Gent", "nl"),
        ("het gemeenschapsbeleid opgedeeld", "nl"),  # compounds and participles are words
        ("waarom haken de artiesten nu af", "nl"),  # a verb of which the rest comes later
        ("does the tent belong to the circus", "en"),
        ("hoe zit het met de BTWX", "nl"),
        ("doesn't anyone's grant last", "en"),
        ("may I sing in the dekor hall", "en"),  # "decor" is here, but no English sentence has it
        ("a brass band on tour", "en"),  # a word of a discipline of two words
        ("qu'est-ce que la bourse", "fr"),
        ("xqzrtw", "nl"),
    ],
)
def test_the_rest_is_left_alone(index: Index, text: str, lang: str) -> None:
    assert index.spelled(text, lang).text == text


def test_one_error_is_one_error() -> None:
    near = set(one_error("abc"))
    assert {"ab", "acb", "abcd", "abd", "bac"} <= near
    assert "abc" not in near
    assert "cba" not in near


@pytest.mark.parametrize(
    "question",
    [
        "een appelflap met kaneel",
        "de grol",
        "een broche met tierlantijntjes",
        "mijn buurman luiert",
        "we twisten over de schuit",
    ],
)
def test_rare_words_are_no_errors(index: Index, question: str) -> None:
    assert index.spelled(question, "nl").corrections == ()


def test_a_short_piece_of_a_joined_word_is_a_word(settings: IndexingSettings, shelf: Shelf) -> None:
    shelf.put(*(document(f"g{n}", [(P, f"The tent {n} goes to the hall.")]) for n in range(8)))
    shelf.index(settings)
    with Index(settings, Vocabulary.load) as opened:
        assert opened.spelled("who are the goers", "en").text == "who are the goes"
        assert not opened.spelled("who are the opera-goers", "en").corrections
