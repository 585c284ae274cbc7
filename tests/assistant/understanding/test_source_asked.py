"""Questions on where the answer before comes from, and questions that only look like them."""

from __future__ import annotations

import pytest

from assistant.understanding.source_asked import asks_source


@pytest.mark.parametrize(
    "question",
    [
        "op welke bladzijde?",
        "en op welke pagina staat dat?",
        "welke studie is dat?",
        "van welk jaar is die studie?",
        "waar staat dat precies?",
        "waar komt dat cijfer vandaan?",
        "waar komt het cijfer van 70,6 % vandaan?",
        "wat is je bron daarvoor?",
        "bron?",
        "volgens wie?",
        "hoe oud is dat cijfer?",
        "where does that figure come from?",
        "where did you get that?",
        "what's the source?",
        "says who?",
        "which report and which page?",
        "from which year is that number?",
        "do you have a source for that?",
    ],
)
def test_where_the_answer_stands_is_asked(question: str) -> None:
    assert asks_source(question)


@pytest.mark.parametrize(
    "question",
    [
        "waar staat het theater?",
        "waar gaat dat over?",
        "in welk jaar was dat?",
        "waar komt het geld vandaan?",
        "where is it?",
        "which report covers film?",
        "welke documenten heb ik nodig?",
        "van wanneer is het decreet?",
        "op welke pagina van het dossier staat het aantal zalen?",
        "wat is de bron van inkomsten van het fonds?",
        "when was it?",
    ],
)
def test_another_question_is_no_such_question(question: str) -> None:
    assert not asks_source(question)
