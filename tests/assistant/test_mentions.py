"""Documents that a question names outright."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.mention import without
from assistant.mentions import Mentions
from corpus.document import Source
from corpus.vocabulary import Vocabulary

SOURCES = [
    Source("tent-2019", "Circus in cijfers", Path("a.pdf"), publisher="Tentbureau", date="2019"),
    Source("noordkaap-2021", "Muziek na de storm", Path("b.pdf"), publisher="Kustraad (KRD)"),
    Source("atlas", "Wandelen langs het water", Path("d.pdf"), publisher="Steunpunt Kust"),
    Source("zand", "Gids", Path("e.pdf"), publisher="Zandhaven"),
    Source("zand-2", "Zandhaven in beeld", Path("f.pdf")),
    Source("fonds", "Jaarverslag", Path("g.pdf"), publisher="Fonds voor Kustmuziek"),
    Source("feiten", "Feitendossier kust en haven", Path("c.pdf"), publisher="Havenhuis"),
]
MENTIONS = Mentions(SOURCES, Vocabulary.load())


def named(question: str) -> list[str]:
    return [mention.document for mention in MENTIONS.of(question)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hoeveel tenten zijn er volgens het circusrapport?", ["tent-2019"]),
        ("What does the music text say about halls?", ["noordkaap-2021"]),
        ("What does the fact file say about halls?", ["feiten"]),
        ("Wat zegt het rapport van Tentbureau over zalen?", ["tent-2019"]),
        ("Wat zeggen KRD en het feitendossier over zalen?", ["noordkaap-2021", "feiten"]),
        ("What does the 2019 report say, and what the study on music?",
         ["tent-2019", "noordkaap-2021"]),
        ("Hoe heet het in 2019 en in het feitendossier?", ["tent-2019", "feiten"]),
        ("Hoe kijken Muziek na de storm en het feitendossier daarnaar?",
         ["noordkaap-2021", "feiten"]),
        ("How do the 2019 and the 2021 reports describe it?", ["tent-2019", "noordkaap-2021"]),
        ("Wat zeggen de teksten van 2021 en 2019?", ["noordkaap-2021", "tent-2019"]),
        ("Welke rapporten noemen 2019 en 2021?", []),
        ("Wat is de visie van KRD op zalen?", ["noordkaap-2021"]),
        # Its title as a subject, a document that is asked for.
        ("Wie maakt er muziek na de storm?", []),
        ("Which report did Tentbureau help with?", []),
        # A maker who is not asked what it says, and words that only look like a title's.
        ("Waar is Tentbureau gevestigd?", []),
        ("Hoeveel circus is er in cijfers?", []),
        ("How do companies report music?", []),
        ("Wat zegt het rapport over zalen?", []),
        # As people call them, and what stands for the word itself.
        ("Waar gaat het muziekverhaal over?", ["noordkaap-2021"]),
        ("What does the fact dossier cover?", ["feiten"]),
        ("Vergelijk het rapport van Tentbureau en dat van de Kustraad.",
         ["tent-2019", "noordkaap-2021"]),
        ("Welk rapport is ouder: dat over circus of dat over muziek?",
         ["tent-2019", "noordkaap-2021"]),
        ("Ik hou van circus en dat van muziek ook.", []),
        # By its maker, and makers by their whole names, ordinary words as these may be.
        ("What does Tentbureau's paper say about halls?", ["tent-2019"]),
        ("Hoe denken KRD en het Steunpunt Kust over zalen?", ["noordkaap-2021", "atlas"]),
        ("What does the Coast Centre's file say about halls?", ["atlas"]),
        ("What does the cover note on music say about halls?", ["noordkaap-2021"]),
        ("Do Tentbureau and KRD agree on halls?", ["tent-2019", "noordkaap-2021"]),
        ("Spreken Tentbureau en het feitendossier elkaar tegen?", ["tent-2019", "feiten"]),
        # A word for a document that ends another word, and a maker's name that others bear.
        ("What is the profile of circus?", []),
        ("In the context of music, what is a hall?", []),
        ("Wat vraagt Zandhaven voor een zaal?", []),
        # A name, and ordinary words that it only opens with.
        ("Wat zegt het Fonds voor Kustmuziek over zalen?", ["fonds"]),
        ("Wat zegt het fonds voor zalen over muziek?", []),
        ("Wat zegt de kust over zalen?", []),
    ],
)  # fmt: skip
def test_a_mention_means_one_document(question: str, expected: list[str]) -> None:
    assert named(question) == expected


def test_a_fiche_is_not_mentioned() -> None:
    fiche = replace(SOURCES[0], id="tent-nl", pair="tent")
    mentions = Mentions([fiche, *SOURCES[1:]], Vocabulary.load())
    assert mentions.of("Hoeveel tenten zijn er volgens het circusrapport?") == ()


def test_what_is_asked_is_left_without_the_mentions() -> None:
    question = "Wat is de rol van Brug volgens het circusrapport en volgens het feitendossier?"
    assert without(question, MENTIONS.of(question)) == "Wat is de rol van Brug ?"
    question = "Wanneer verscheen het circusrapport?"
    assert without(question, MENTIONS.of(question)) == "Wanneer verscheen ?"


def test_an_object_behind_a_document_is_not_part_of_its_name() -> None:
    question = "Wat moet volgens het feitendossier een haven zijn?"
    assert without(question, MENTIONS.of(question)) == "Wat moet een haven zijn?"
    question = "What does the fact file on the haven of Ghent say about halls?"
    assert without(question, MENTIONS.of(question)) == "What does of Ghent say about halls?"


def about(word: str) -> str:
    """Whales are what one document is about, tents another."""
    return {"walvis": "zand", "whale": "zand", "tenten": "tent-2019"}.get(word, "")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hoeveel zeilen zijn er volgens de walvisstudie?", ["zand"]),
        ("According to the whale report, how many sails are there?", ["zand"]),
        # What a title tells goes before what a document is about.
        ("According to the Tentbureau whale report, how many sails are there?", ["tent-2019"]),
        # What a document is said to be on is what is asked.
        ("What does the report on whale say?", []),
        ("Which whale report counts the sails?", []),
        ("How many sails has the whale?", []),
    ],
)
def test_a_document_is_called_by_what_it_is_about(question: str, expected: list[str]) -> None:
    mentions = Mentions(SOURCES, Vocabulary.load(), about)
    assert [one.document for one in mentions.of(question)] == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What do the whale people and the circus report each say about sails?", 2),
        ("Wat willen de walvismensen en de circuswereld met zeilen?", 2),
        ("Zeggen de walvislui van 2020 en het circusrapport iets over zeilen?", 2),
        # Nobody is asked what they say, or by the side of anything.
        ("How are the whale people and the circus world paid?", 0),
        ("Wat willen de walvismensen met zeilen?", 0),
        ("Wat willen de mensen en de wereld met zeilen?", 0),
    ],
)
def test_fields_that_are_asked_beside_one_another(question: str, expected: int) -> None:
    mentions = Mentions(SOURCES, Vocabulary.load(), about)
    found = mentions.of(question)
    assert len({one.document for one in found}) == expected
    if found:
        left = without(question, found)
        assert not any(word in left for word in ("whale", "walvis", "circus"))
