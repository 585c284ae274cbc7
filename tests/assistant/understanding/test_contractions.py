"""Spoken Flemish, in the words that are written."""

from __future__ import annotations

import pytest

from assistant.understanding.contractions import taken_apart


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kheb een boot en kmoet naar zee", "ik heb een boot en ik moet naar zee"),
        ("Kzou graag varen", "Ik zou graag varen"),
        ("k'ga morgen", "ik ga morgen"),
        ("'k heb een boot", "ik heb een boot"),
        ("wat moe'k doen", "wat moet ik doen"),
        ("moek iets regelen voor mijn boot", "moet ik iets regelen voor mijn boot"),
        ("hebbek een vlag nodig op zee", "heb ik een vlag nodig op zee"),
        ("hoe doe k dat op een boot", "hoe doe ik dat op een boot"),
    ],
)
def test_ik_is_taken_from_its_verb(text: str, expected: str) -> None:
    assert taken_apart(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ik wil varen int buitenland", "ik wil varen in het buitenland"),
        ("ik sta op't strand met 't zeil", "ik sta op het strand met het zeil"),
        ("tbuitenland trekt mij wel", "het buitenland trekt mij wel"),
        ("ik wil naar t noorden varen", "ik wil naar het noorden varen"),
    ],
)
def test_het_is_taken_from_its_neighbour(text: str, expected: str) -> None:
    assert taken_apart(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("is da nie ver, hoe doen we da", "is dat niet ver, hoe doen we dat"),
        ("wulder wille varen, wa nu", "wij willen varen, wat nu"),
        ("ge moe nen boot hebben", "je moet een boot hebben"),
        ("moe we iet doen voor onze boot", "moeten we iets doen voor onze boot"),
        ("moemen da doen of moette wij niet varen", "moeten we dat doen of moeten wij niet varen"),
        ("meuge we da zeil huren", "mogen we dat zeil huren"),
        ("kheb gene boot, kweet ni hoe", "ik heb geen boot, ik weet niet hoe"),
        ("ik vaar me mijn broer", "ik vaar met mijn broer"),
    ],
)
def test_small_words_are_written_out(text: str, expected: str) -> None:
    assert taken_apart(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "een kwam boven", "de kraak en de kleer", "ok-heb", "kastaan", "de kreeg", "kanaal",
        "ik schilder op een doek", "wie int mijn geld in Parijs?", "de vereniging int de rechten",
        "ik ben moe van het reizen", "hoe kom ik in Arco da Calheta", "het werk van Da Vinci",
        "can I opt in for this", "is the int flag on a boat needed", "t-shirts voor op de boot",
        "hoe kom ik in tbilisi",
    ],
)  # fmt: skip
def test_other_words_stay(text: str) -> None:
    assert taken_apart(text) == text
