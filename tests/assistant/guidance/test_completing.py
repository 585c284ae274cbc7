"""What an answer still owes to the parts of a first question."""

from __future__ import annotations

from assistant.answer import AnswerStatus
from assistant.pipeline import Assistant
from tests.assistant.guidance.test_advising import ask, cited


def test_whom_to_ask_is_answered_by_whom_is_named(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "Theatercollectief, uitgenodigd in Lyon. Moeten we daar belasting betalen"
        " en bij wie kunnen we terecht met vragen?",
    )
    assert "organisation-cultuurloket-nl" in cited(answer)
    assert "bij wie kunnen we terecht met vragen” vond ik niet" not in answer.text


def test_an_answer_that_knows_nothing_of_any_part_is_a_refusal(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "Painter. I'd love two months in a residency in Marrakech next winter."
        " Which ones are there and what does a month there cost?",
    )
    assert answer.status is AnswerStatus.NOT_IN_CORPUS
    assert "Kunstenpunt" in answer.text


def test_a_guest_is_not_told_that_nothing_is_known_above_the_answer(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "I'm from India, a house in Kortrijk offers me a contract for a month."
        " Which permit do I need and who pays my train?",
    )
    assert not answer.status.refused
    assert "practice-artists-from-abroad-en" in cited(answer)


def test_what_surely_answers_one_part_is_not_left_out_beside_another(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "Which authors' society collects for us in Switzerland, and which one in Ireland?",
    )
    assert {"country-ch-en", "country-ie-en"} <= set(cited(answer))


def test_a_gap_that_nobody_asked_about_is_not_admitted(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "Ik ben zelfstandig danser en een zaal in Parijs zegt dat ik werknemer ben."
        " Moet ik geen factuur sturen?",
    )
    assert "country-fr-nl" in cited(answer)
    assert "over btw in Frankrijk" not in answer.text


def test_who_knows_of_each_part_is_named_beside_what_is_told(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "I'm a composer with a commission of an orchestra in Budapest. Do I pay tax there, and who"
        " collects my authors' rights?",
    )
    assert {"organisation-cultuurloket-en", "organisation-sabam-en"} <= set(cited(answer))


def test_a_part_that_only_points_is_answered_by_what_comes_near(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "We are a museum in Ghent with the quality label. Two colleagues want to work along in a"
        " museum in Vienna for two weeks. Does Flanders pay the train, and where do I file that?",
    )
    assert answer.status is AnswerStatus.ANSWERED
    assert "Apply through KIOSK" in answer.text


def test_a_limit_is_not_told_without_the_statement_that_sets_it(adviser: Assistant) -> None:
    answer = ask(
        adviser, "Ik ben componist en ga acht maanden naar Wenen; welke ziekteverzekering dekt mij?"
    )
    assert "practice-health-cover-nl" in cited(answer)
    assert "acht maanden" not in answer.text


def test_what_tells_how_long_before_answers_that_under_another_part(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "Wij zijn een band, zes man, en spelen in Amerika. Wat kost dat aan visums, hoe lang op"
        " voorhand moeten we eraan beginnen en houden ze belasting in?",
    )
    assert "country-us-nl" in cited(answer)
    assert "eraan beginnen” vond ik niet" not in answer.text
    assert any(one.frame and "eraan beginnen" in one.text for one in answer.claims)


def test_how_one_gets_it_is_asked_of_the_form_before(adviser: Assistant) -> None:
    answer = ask(
        adviser,
        "Ik ben zelfstandig geluidsman en werk een week met een band in Wenen."
        " Heb ik een A1 nodig en hoe geraak ik daaraan?",
    )
    assert "daaraan” vond ik niet" not in answer.text
    assert "RSVZ" in answer.text
