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


def _document(
    identity: str, title: str, pages: tuple[tuple[str, ...], ...], **fields: object
) -> Document:
    draft = Draft(language=str(fields.get("language", "nl")))
    for number, sentences in enumerate(pages):
        if number:
            draft.pages.append("")
        draft.heading(f"Deel {number + 1}")
        for sentence in sentences:
            draft.block(BlockKind.PARAGRAPH, sentence)
    file = Path(f"{identity}.pdf")
    return draft.document(
        Source(identity, title, file, digest=identity[0] * 64, **fields)  # type: ignore[arg-type]
    )


@pytest.fixture(scope="session")
def paragraph_assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over the made-up documents."""
    documents = (
        _document(
            "ateliers-2022",
            "Ateliers in de havenstad",
            REPORT,
            publisher="Bureau Voorbeeld",
            language="nl",
            date="2022",
        ),
        _document(
            "windgrant",
            "The Windgrant for artists",
            (NOTE,),
            publisher="Southpoint",
            language="en",
            date="2023",
        ),
        _document(
            "oude-regels",
            "Regels voor de kade",
            (("De kade telt zeven podia voor dans.",),),
            publisher="Haven",
            language="nl",
            date="2012",
            validity=Validity(status=Status.REPLACED),
        ),
    )
    found = {document.source.id: document for document in documents}
    with indexed(tmp_path_factory.mktemp("paragraphs"), found) as index:
        yield Assistant(index, Vocabulary.load(), today=lambda: date(2026, 1, 15))


@pytest.fixture
def check(paragraph_assistant: Assistant) -> Check:
    """Checks a text."""
    return paragraph_assistant.check
