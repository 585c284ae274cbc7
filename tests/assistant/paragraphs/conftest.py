"""A checker over made-up documents: two reports and a note in English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.paragraphs.verdicts import CheckedParagraph
from assistant.pipeline import Assistant
from corpus.document import BlockKind, Document, Source, Status, Validity
from corpus.vocabulary import Vocabulary
from tests.assistant.conftest import indexed
from tests.assistant.small_corpus import Draft

Check = Callable[[str], CheckedParagraph]

REPORT = (
    (
        "De havenstad verhuurde in 2021 aan 31 makers een atelier.",
        "Het Kustkader 2016-2020 van de provincie liep af in 2020.",
        "De raad van Noordkaap keurde het reglement goed op 12 mei 2019.",
        "Het reglement verplicht makers niet om in Noordkaap te wonen.",
    ),
    (
        "Het atelierfonds betaalt 250 euro per maand, en het reisfonds betaalt 90 euro per maand.",
        "42 % van de gezelschappen is lid van een koepel en 30 % zit in een buitenlands netwerk.",
        "Het stadsbestuur wil in 2027 een tweede loods openen.",
        "De meeste makers werken vaak samen in één loods (Peeters, 2018).",
        "Twee huizen kregen samen 5 miljoen euro: 3 miljoen voor Noorderhuis en 2 miljoen voor"
        " Zuiderhuis.",
        "Het zomerproject heeft drie partners: Vuurtoren (coördinator), Havenhuis en Loods Zeven.",
        "De organisator draagt de heffing, niet jij als maker.",
    ),
)
NOTE = (
    "The Windgrant pays artists 400 euro for a stay of at most six weeks.",
    "The Windgrant is run by Southpoint and started in 2014.",
    "A leaflet names at most 900 euro for the predecessor of the Windgrant; that amount is not"
    " current.",
)


def _document(source: Source, pages: tuple[tuple[str, ...], ...]) -> Document:
    draft = Draft(language=source.language or "nl")
    for number, sentences in enumerate(pages):
        if number:
            draft.pages.append("")
        draft.heading(f"Deel {number + 1}")
        for sentence in sentences:
            draft.block(BlockKind.PARAGRAPH, sentence)
    return draft.document(source)


@pytest.fixture(scope="session")
def paragraph_assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over the made-up documents."""
    documents = (
        _document(
            Source(
                "ateliers-2022",
                "Ateliers in de havenstad",
                Path("ateliers-2022.pdf"),
                publisher="Bureau Voorbeeld",
                language="nl",
                date="2022",
                digest="a" * 64,
            ),
            REPORT,
        ),
        _document(
            Source(
                "windgrant",
                "The Windgrant for artists",
                Path("windgrant.pdf"),
                publisher="Southpoint",
                language="en",
                date="2023",
                digest="w" * 64,
            ),
            (NOTE,),
        ),
        _document(
            Source(
                "oude-regels",
                "Regels voor de kade",
                Path("oude-regels.pdf"),
                publisher="Haven",
                language="nl",
                date="2012",
                validity=Validity(status=Status.REPLACED),
                digest="o" * 64,
            ),
            (("De kade telt zeven podia voor dans.",),),
        ),
    )
    found = {document.source.id: document for document in documents}
    with indexed(tmp_path_factory.mktemp("paragraphs"), found) as index:
        yield Assistant(index, Vocabulary.load(), today=lambda: date(2026, 1, 15))


@pytest.fixture
def check(paragraph_assistant: Assistant) -> Check:
    """Checks a text."""
    return paragraph_assistant.check
