"""Who made a document, and when: asked of the document, not of what it tells about others."""

from __future__ import annotations

import pytest

from assistant.about_documents import asks_about_document


@pytest.mark.parametrize(
    "text",
    [
        "wie schreef het rapport over reisbeurzen?",
        "wie heeft het dossier over reisbeurzen uitgegeven en wanneer?",
        "Who wrote the piece about travel grants?",
        "When was the Havenhuis report published?",
        "wanneer verscheen de studie over reisbeurzen?",
        "Van wanneer dateert het Havenhuis-rapport?",
        "Op welke dag verscheen de studie over reisbeurzen?",
        "On which date was the Havenhuis report published?",
        "How many pages does the Havenhuis report have?",
        "Which is older, the travel report or the page on grants?",
        "Welk rapport is ouder: dat over reizen of dat over beurzen?",
    ],
)
def test_questions_about_the_document(text: str) -> None:
    assert asks_about_document(text)


@pytest.mark.parametrize(
    "text",
    [
        "wanneer werd het decreet goedgekeurd volgens het rapport?",
        "wie helpt met reisbeurzen?",
        "wat zegt het rapport over reisbeurzen?",
        "wanneer werd de beurs ingevoerd?",
        "hoeveel leden had de bond in het jaar van het rapport?",
        "what did a ticket cost in the year of the report?",
        "According to the report, who wrote the law?",
    ],
)
def test_questions_about_something_else(text: str) -> None:
    assert not asks_about_document(text)
