"""Which figures a statement itself says to be of before."""

from __future__ import annotations

import pytest

from assistant.extracting.numbers import figures
from assistant.extracting.of_before import of_before


def kept(question: str, text: str) -> list[str]:
    """The figures of ``text`` that are not of before."""
    return [f.surface for f in figures(text) if not of_before(question, text, f.start)]


@pytest.mark.parametrize(
    "text",
    [
        "De vergoeding is 40 euro; die cijfers gelden niet als huidige bedragen.",
        "De vergoeding is 40 euro. Dat tarief geldt niet meer.",
        "De vergoeding is 40 euro, maar dat klopt niet meer.",
        "De vergoeding is 40 euro, een bedrag dat intussen niet meer geldt.",
        "De vergoeding is 40 euro. Die bedragen zijn verouderd.",
        "Onder het vroegere reglement was de vergoeding 40 euro.",
        "Een folder noemt 40 euro voor de voorganger van de vergoeding.",
        "The allowance is 40 euro. These figures are out of date.",
        "The allowance is 40 euro; this is not today's allowance.",
        "The allowance is 40 euro; those amounts do not hold any more.",
        "The allowance is 40 euro, an amount which is no longer valid.",
        "The allowance formerly was 40 euro.",
        "Its predecessor gave an allowance of 40 euro.",
    ],
)
def test_what_a_statement_takes_back_is_of_before(text: str) -> None:
    assert kept("Hoe hoog is de vergoeding?", text) == []


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("De vergoeding bedroeg vroeger 40 euro, nu 50 euro.", ["50 euro"]),
        ("De vergoeding is 50 euro; de voorganger gaf 40 euro.", ["50 euro"]),
        ("The smaller partner brings in 10% and no longer 30%.", ["10%"]),
        ("Its predecessor paid 40 euro, while the allowance is 50 euro now.", ["50 euro"]),
    ],
)
def test_what_holds_now_beside_it_stays(text: str, now: list[str]) -> None:
    assert kept("Hoe hoog is het?", text) == now


@pytest.mark.parametrize(
    "text",
    [
        "De vergoeding is 40 euro. Dat tarief geldt niet voor studenten.",
        "De vergoeding is 40 euro. Dat is niet veel.",
        "Het koor betaalt 40 euro en is niet meer verbonden aan de stad.",
        "Wie zes maanden blijft: dan geldt die 40 euro niet meer.",
        "The allowance is 40 euro. It does not apply to children.",
        "If you stay for long, that 40 euro no longer applies.",
        "A visa of 40 euro is not valid for paid work.",
        "The 40 members have an old hall.",
    ],
)
def test_what_is_only_bounded_is_not_taken_back(text: str) -> None:
    assert len(kept("Hoe hoog is de vergoeding?", text)) == len(figures(text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hoeveel was het toen?", "De vergoeding was 40 euro. Dat tarief geldt niet meer."),
        ("Wat gold in 2017?", "De regels van 2017 gaven 40 euro; dat geldt niet meer."),
        ("Wat gaf de voorganger van de beurs?", "40 euro voor de voorganger van de beurs."),
        ("What did Daarhuis get?", "Daarhuis was the predecessor of Zaal, and got 40 euro."),
    ],
)
def test_who_asks_about_before_is_told_it(question: str, text: str) -> None:
    assert "40 euro" in kept(question, text)
