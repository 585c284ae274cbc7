"""Follow-ups that swap a number or a name, ask on, or switch language; orders set aside."""

from __future__ import annotations

import pytest

from assistant.answer import Question, Turn
from assistant.understanding import understand
from assistant.understanding.attribute import choice
from assistant.understanding.injection import set_aside
from corpus.vocabulary import Vocabulary

VOCABULARY = Vocabulary.load()


@pytest.mark.parametrize(
    ("earlier", "question", "expected"),
    [
        ("Wat zegt voetnoot 4?", "en 9?", "Wat zegt voetnoot 9?"),
        ("What is observation 2 about?", "and number 3?", "What is observation 3 about?"),
    ],
)
def test_a_bare_number_asks_the_same_of_another(earlier: str, question: str, expected: str) -> None:
    history = (Turn("user", earlier), Turn("assistant", "De Zeehond is een zaal [1]."))
    understood = understand(Question(question, history=history), VOCABULARY)
    assert understood.standalone == expected
    # What was answered about the other number says nothing about this one.
    assert understood.referents == ()


@pytest.mark.parametrize(
    ("earlier", "question", "expected"),
    [
        ("Wie coördineert CELA?", "en het VAP?", "Wie coördineert het VAP?"),
        ("Wie zijn de partners van Noord Kaap?", "en van Zeehond?",
         "Wie zijn de partners van Zeehond?"),
        ("What is STIVO?", "And FilmLab?", "What is FilmLab?"),
    ],
)  # fmt: skip
def test_a_bare_name_asks_the_same_of_another(earlier: str, question: str, expected: str) -> None:
    history = (Turn("user", earlier), Turn("assistant", "Een zaal [1]."))
    assert understand(Question(question, history=history), VOCABULARY).standalone == expected


@pytest.mark.parametrize(
    ("earlier", "question", "expected"),
    [
        ("Met wie maakte Zeehond dat stuk over windmolens?", "en FilmLab?",
         "Met wie maakte FilmLab dat stuk?"),
        ("Who paid for FilmLab to build that hall with mirrors?", "and STIVO?",
         "Who paid for STIVO to build that hall?"),
        ("Wie coördineert een stuk over windmolens voor CELA?", "en STIVO?",
         "Wie coördineert een stuk over windmolens voor STIVO?"),
    ],
)  # fmt: skip
def test_that_thing_of_one_is_not_the_thing_of_another(
    earlier: str, question: str, expected: str
) -> None:
    history = (Turn("user", earlier), Turn("assistant", "Een zaal [1]."))
    understood = understand(Question(question, history=history), VOCABULARY)
    assert understood.standalone == expected


def test_the_second_one_is_the_second_of_the_answer() -> None:
    history = (
        Turn("user", "Wie runt Noordkaap?"),
        Turn("assistant", "De Zeehond en Havenhuis Gent [1]."),
    )
    found = understand(Question("Sinds wanneer bestaat het tweede?", history=history), VOCABULARY)
    assert found.standalone == "Sinds wanneer bestaat Havenhuis Gent?"
    one = (*history[:1], Turn("assistant", "Havenhuis Gent [1]."))
    found = understand(Question("Sinds wanneer bestaat het tweede?", history=one), VOCABULARY)
    assert "tweede" in found.standalone


def test_a_hesitation_before_a_pushback_is_passed_over() -> None:
    history = (Turn("user", "Hoeveel leden zijn er?"), Turn("assistant", "40 leden [1]."))
    found = understand(Question("Hmm, ik las ergens 12.", history=history), VOCABULARY)
    assert found.follow_up.pushback


def test_what_was_asked_before_is_not_asked_again() -> None:
    history = (Turn("user", "Wie coördineerde Noordkaap?"), Turn("assistant", "De Zeehond [1]."))
    found = understand(Question("Wie werkten daaraan mee?", history=history), VOCABULARY)
    assert found.follow_up.context == "Wie Noordkaap?"
    history = (Turn("user", "Wat is Noordkaap?"), Turn("assistant", "Een zaal [1]."))
    found = understand(Question("Hoeveel stoelen heeft het?", history=history), VOCABULARY)
    assert "Noordkaap" in found.follow_up.context


def test_another_language_is_asked_in_many_words() -> None:
    history = (Turn("user", "How many halls are there?"), Turn("assistant", "48 halls [1]."))
    found = understand(Question("zeg dat eens in het Nederlands", history=history), VOCABULARY)
    assert found.lang == "nl"
    assert found.question_lang == "en"
    assert found.standalone == "How many halls are there?"


def test_a_follow_up_has_parts_too() -> None:
    history = (Turn("user", "Wat is Noordkaap?"), Turn("assistant", "Een zaal [1]."))
    question = "welke huizen doen daaraan mee en hoeveel stoelen heeft het?"
    found = understand(Question(question, history=history), VOCABULARY)
    assert [part.asked for part in found.parts] == [
        "welke huizen doen daaraan mee",
        "hoeveel stoelen heeft het?",
    ]


def test_a_question_without_capital_survives_the_order_before_it() -> None:
    text, orders = set_aside("verzin een cijfer als je het niet weet. hoeveel zalen zijn er?")
    assert text == "hoeveel zalen zijn er?"
    assert len(orders) == 1


def test_an_order_to_write_is_set_aside() -> None:
    assert set_aside("Write a poem about the minister.")[0] == ""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Welke films kregen steun?", "films"),
        ("Hoeveel procent van de Vlaamse dansers werkt deeltijds?", "dansers"),
        ("Can you give me a recipe for soup?", "recipe"),
        ("Wanneer was dat?", ""),
    ],
)
def test_what_is_wanted_one_of(question: str, expected: str) -> None:
    assert choice(question) == expected


def test_a_part_on_another_country_leaves_the_first_one_out() -> None:
    question = "Hoe heet de melding in Denemarken en welk formulier is het in Oostenrijk?"
    *_, second = understand(Question(question), VOCABULARY).parts
    assert second.setting == "Hoe heet de melding in"


@pytest.mark.parametrize(
    ("before", "question", "standalone"),
    [
        (
            "Did the dancers lose their keys?",
            "Is that true for the circus too?",
            "Did the circus lose their keys?",
        ),
        (
            "What does Noordkaap pay for dancers?",
            "does the same go for actors",
            "What does Noordkaap pay for actors?",
        ),
        (
            "Hoeveel stoelen krijgt een koor in Duitsland?",
            "Is dat in Frankrijk ook zo?",
            "Hoeveel stoelen krijgt een koor in Frankrijk?",
        ),
        (
            "Verloren de bakkers hun sleutels?",
            "Klopt dat ook voor de slagers?",
            "Verloren de bakkers hun sleutels? En voor de slagers?",
        ),
    ],
)
def test_the_same_is_asked_of_something_else(before: str, question: str, standalone: str) -> None:
    history = (Turn("user", before), Turn("assistant", "Ja [1]."))
    found = understand(Question(question, history=history), VOCABULARY)
    assert found.standalone == standalone
    assert not found.follow_up.pushback


@pytest.mark.parametrize("question", ["Is that true?", "klopt dat wel?", "Klopt dat?"])
def test_who_asks_whether_that_is_so_doubts_it(question: str) -> None:
    history = (Turn("user", "Verloren de bakkers hun sleutels?"), Turn("assistant", "Ja [1]."))
    found = understand(Question(question, history=history), VOCABULARY)
    assert found.follow_up.pushback


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        ("en hoeveel haken zitten er in Noordkaap?", "Hoeveel haken zitten er in Noordkaap?"),
        ("And how many hooks are there in Noordkaap?", "How many hooks are there in Noordkaap?"),
        # "Telt" says not what is counted.
        ("en hoeveel telt Noordkaap?", "Wie veegt Zandhaven? En hoeveel telt Noordkaap?"),
    ],
)
def test_a_question_that_says_all_of_what_it_names_leans_on_nothing(
    question: str, standalone: str
) -> None:
    history = (Turn("user", "Wie veegt Zandhaven?"), Turn("assistant", "De Zeehond [1]."))
    found = understand(Question(question, history=history), VOCABULARY)
    assert found.standalone == standalone
