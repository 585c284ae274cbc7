"""Documents named by their kind, and two makers that a question sets side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.genres import Genres
from assistant.owners import Owners
from corpus.document import Source
from corpus.vocabulary import Vocabulary

SOURCES = (
    Source("zalen", "Wie komt er? Bevraging van bezoekers", Path("a.pdf")),
    Source("manual", "Handbook for halls", Path("b.pdf")),
    Source("reglement-noordkil", "Reglement op de zalen", Path("c.pdf"), author="Stad Noordkil"),
    Source("zuidkil", "Halls in Zuidkil", Path("d.pdf")),
    Source("brief-een", "Brief over geluid", Path("e.pdf")),
    Source("brief-twee", "Brief over licht", Path("f.pdf")),
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many seats are there according to the survey?", ["zalen"]),
        ("Hoeveel zitplaatsen zijn er volgens de bevraging?", ["zalen"]),
        ("Wat zegt het handboek over brand?", ["manual"]),
        ("What is the limit according to the regulation, and according to the handbook?",
         ["reglement-noordkil", "manual"]),
        ("Wat staat er in de brief over licht?", ["brief-twee"]),
        # Several of the kind, and a kind that is spoken of without meaning one of them.
        ("Wat staat er volgens de brief?", []),
        ("How do I write a handbook?", []),
        ("Hoe vul ik de bevraging in?", []),
        ("What should be in the contract?", []),
    ],
)  # fmt: skip
def test_a_kind_of_text_names_the_one_document_of_it(question: str, expected: list[str]) -> None:
    assert [document for document, _, _ in Genres(SOURCES).of(question)] == expected


def test_the_name_that_was_found_stands_in_the_question() -> None:
    question = "How long is a break according to the survey, please?"
    ((_, start, end),) = Genres(SOURCES).of(question)
    assert question[start:end] == "the survey"


OWNERS = Owners(SOURCES, Vocabulary.load())


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("Wat kost een zaal in Noordkil en in Zuidkil?",
         "Wat kost een zaal in Noordkil?", "Wat kost een zaal in Zuidkil?"),
        ("Is a hall cheaper in Noordkil or Zuidkil?",
         "Is a hall cheaper in Noordkil?", "Is a hall cheaper in Zuidkil?"),
    ],
)  # fmt: skip
def test_each_of_two_makers_is_asked(question: str, first: str, second: str) -> None:
    assert OWNERS.each(question) == (
        (first, frozenset({"zuidkil"})),
        (second, frozenset({"reglement-noordkil"})),
    )


@pytest.mark.parametrize(
    "question",
    [
        "Wat kost een zaal in Noordkil en in Oostkil?",
        "Wat kost een zaal in Noordkil?",
        "Is er licht en geluid in Noordkil?",
    ],
)
def test_no_two_makers(question: str) -> None:
    assert OWNERS.each(question) == ()
