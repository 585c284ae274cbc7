"""An organisation that a question names is answered by name: what it gives or does for the plan."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from tests.assistant.guidance.test_advising import ask


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Ik ben dichter en lees voor in Riga. Betaalt Literatuur Vlaanderen mijn ticket?",
            "Reissubsidie van Flanders Literature",
        ),
        (
            "My short film is shown in Zagreb. Can the VAF pay my travel?",
            "International promotion support for films (VAF)",
        ),
        (
            "Our rock band plays a festival in Lyon. Does VI.BE give money for the train?",
            "I know of no support from VI.BE for this.",
        ),
        (
            "Onze rockgroep speelt in Lyon. Moeten we bij VI.BE zijn of bij Circuscentrum?",
            "Neem contact op met VI.BE",
        ),
    ],
)
def test_it_is_told_what_they_do_for_the_plan(adviser: Assistant, question: str, said: str) -> None:
    assert said in ask(adviser, question).text


def test_who_gives_instead_is_told_too(adviser: Assistant) -> None:
    question = "Our rock band plays a festival in Lyon. Does VI.BE give money for the train?"
    assert "a TIP helps with travel" in ask(adviser, question).text


def test_one_of_two_that_is_for_others_is_left_out(adviser: Assistant) -> None:
    question = (
        "We zijn een rockgroep en toeren in Polen. Zijn we bij Circuscentrum of VI.BE terecht?"
    )
    text = ask(adviser, question).text
    assert "Neem contact op met VI.BE" in text
    assert "Neem contact op met Circuscentrum" not in text


def test_a_rule_stays_a_question_for_the_rule(adviser: Assistant) -> None:
    question = "I'm a self-employed light designer in Basel. Can Cultuurloket apply for my A1?"
    assert "RSVZ" in ask(adviser, question).text


def test_a_part_of_a_question_is_answered_by_name(adviser: Assistant) -> None:
    question = (
        "Ik ben ontwerper en wil met lampen op een beurs in Keulen staan. Moet ik bij Flanders DC"
        " of FIT zijn, en moet ik btw aanrekenen aan een Duitse winkel?"
    )
    text = ask(adviser, question).text
    assert "Neem contact op met Flanders DC" in text
    assert "Neem contact op met Flanders Investment & Trade" in text


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("Can I combine the Sabam export grant with another Sabam grant?", "there is support"),
        ("Does the Sabam grant for professional activities abroad cover taxis?", "I know of no"),
        ("Betaalt de reissubsidie van Literatuur Vlaanderen ook taxi's?", "geen steun van"),
        ("What share of the fee does Flanders Literature cover?", "travel grant"),
        ("Do I pay social security in Japan for my shows?", "I know of no support"),
        ("Will Sabam pay me for concerts in Japan?", "I know of no support"),
        ("Does social security pay for my trip to Japan?", "support from social security"),
        ("Do I pay Sabam for my own songs in Germany?", "I know of no support"),
        ("Hoeveel betaalt Kunstenpunt of VI.BE voor de trein?", "ken ik hiervoor geen steun"),
        ("Kan ik de exportbeurs van Sabam combineren met een andere beurs?", "bestaat steun"),
    ],
)
def test_what_is_asked_of_a_scheme_or_a_figure_is_looked_up(
    adviser: Assistant, question: str, never: str
) -> None:
    assert never not in ask(adviser, question).text


@pytest.mark.parametrize(
    "question",
    ["Moet ik Sabam betalen als ik in Duitsland speel?", "Will Sabam pay me for gigs in Germany?"],
)
def test_royalties_are_no_support(adviser: Assistant, question: str) -> None:
    assert "GEMA" in ask(adviser, question).text
