"""Dutch verbs that a question takes apart."""

from __future__ import annotations

import pytest

from assistant.understanding.separable import joined
from corpus.vocabulary import Vocabulary

VOCABULARY = Vocabulary.load()


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Wat stelt de havensector voor?", "voorstelt"),
        ("Met wie zette Zeezicht het feest op, en wat kost het?", "opzette"),
        ("Waarom haken ze af volgens de nota?", "afhaken"),
        ("Hoe vaak nam Zeezicht deel aan het feest?", "deelnam"),
        ("Waar vond het feest plaats?", "plaatsvond"),
        ("Welk formulier vult de haven in?", "invult"),
        ("Welke zalen trekken jongeren aan en welke niet?", "aantrekken"),
        ("Wie richtte Noordkaap Export op?", "oprichtte"),
        ("Waarom ligt de werking van Zeezicht stil?", "stilligt"),
        ("Hoe zet ik die fout recht?", "rechtzet"),
        ("Hoeveel weken krijg ik om die fout recht te zetten?", "rechtzetten"),
        ("Tot wanneer is er tijd om deel te nemen?", "deelnemen"),
        ("Wat kost het om ons koor in te schrijven?", "inschrijven"),
        # A noun that would make a word with it, too, is no verb.
        ("Wie blijft in de tuin achter?", "achterblijft"),
    ],
)
def test_a_verb_in_two_pieces_is_one(text: str, whole: str) -> None:
    together, apart = joined(text, VOCABULARY)
    assert [one.whole for one in apart] == [whole]
    assert whole in together.replace("?", " ").split()


@pytest.mark.parametrize(
    "text",
    [
        "Waar gaat het rapport over?",
        "Is er nog iets te koop of te huren?",
        "Waar is hij om te zingen?",
        "Waar staat de afkorting voor?",
        "Wat staat er op de kaart van de haven?",
        "Hoeveel huizen zijn deel van de haven?",
        "Wie zit er in de raad?",
        "Hoeveel zalen maken deel uit van de haven?",
        "Which halls take part in it?",
        "Wat doet Voor uit Brugge op?",
        "Op?",
    ],
)
def test_what_is_no_verb_stays_as_it_is(text: str) -> None:
    assert joined(text, VOCABULARY) == (text, ())
