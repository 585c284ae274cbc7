"""A yes or a no is said first where one is asked and the fiches give one."""

from __future__ import annotations

import re

import pytest

from assistant.guidance.concluding import sense
from assistant.pipeline import Assistant
from tests.assistant.guidance.test_advising import ask


@pytest.mark.parametrize(
    ("text", "need", "expected"),
    [
        ("Heb ik een visum nodig voor Japan?", "visa", "needed"),
        ("we play in Oslo, do we need visas and an A1?", "visa", "needed"),
        ("Mag onze Turkse drummer mee naar Zwitserland?", "visa", "allowed"),
        ("I wonder if we need a work permit", "visa", "needed"),
        ("Hoe vraag ik een visum aan?", "visa", ""),
        ("When do I need a visa?", "visa", ""),
        ("ons koor krijgt een vergoeding, houdt Noorwegen daar belasting van af?", "tax", "needed"),
        ("How much tax do they withhold?", "tax", ""),
        ("Do I pay tax there or here?", "tax", ""),
        ("Betaal ik belasting in België of in Spanje?", "tax", ""),
        ("Word ik daar belast of gewoon thuis?", "tax", ""),
        ("Do we each need an A1, or one for all of us?", "social-security", ""),
        ("Moeten we elk een A1 hebben of is één genoeg?", "social-security", ""),
        ("Do we each need an A1?", "social-security", "needed"),
        ("Do I need a visa or a work permit?", "visa", "needed"),
        ("Weet je of ik daar een visum nodig heb?", "visa", "needed"),
        ("Is it taxed here or there? And do I need a visa?", "visa", "needed"),
        ("Do I pay social security twice?", "social-security", ""),
        ("Kan ik de belasting terugkrijgen?", "tax", ""),
        ("Kan ik een vertaalsubsidie aanvragen?", "translation", "needed"),
        ("geldt dat ook voor de vertaalsubsidie?", "translation", ""),
    ],
)
def test_a_question_asks_for_a_yes_or_a_no(text: str, need: str, expected: str) -> None:
    assert sense(text, need) == expected


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Do we need a visa for our concert in Japan?", "Yes."),
        ("Heeft onze band een visum nodig voor een concert in Polen?", "Nee."),
        ("Mogen wij met onze band in Polen optreden?", "Ja."),
        (
            "I am a US citizen and a dancer, can I perform in Germany?",
            "Not just like that: it depends.",
        ),
        ("Ik zing in Oostenrijk, houden ze daar belasting in?", "Dat hangt ervan af."),
    ],
)
def test_the_answer_begins_with_it(adviser: Assistant, question: str, said: str) -> None:
    assert ask(adviser, question).text.startswith(f"**{said}")


def test_rules_that_differ_are_both_told(adviser: Assistant) -> None:
    text = ask(adviser, "Ik zing in Oostenrijk, houden ze daar belasting in?").text
    assert "1.000 euro" in text
    assert "20 %" in text


def test_how_to_reach_them_stands_behind_whom_to_turn_to(adviser: Assistant) -> None:
    answer = ask(adviser, "Do we need a visa for our concert in Japan?")
    assert "https://www.cultuurloket.be" in answer.text


def test_both_questions_of_one_sentence_are_answered(adviser: Assistant) -> None:
    text = ask(
        adviser, "our jazz trio plays in Japan, do we need visas, and what tax is withheld?"
    ).text
    assert re.search(r"(?:\*\*Visa and work permit\.\*\* |\*\*)Yes\.", text)
    assert "20.42%" in text


def test_that_others_apply_is_said_with_the_yes(adviser: Assistant) -> None:
    asked = "Ik ben dichter, een festival in Slovenië nodigt me uit, is daar reisgeld voor?"
    answer = ask(adviser, asked)
    assert answer.text.startswith("**Ja, maar je vraagt die steun niet zelf aan.**")
    assert answer.citations[0].document == "funding-literature-travel-nl"


def test_there_is_no_yes_above_a_grant_for_other_plans(adviser: Assistant) -> None:
    fits = ask(adviser, "Ik ben schilder en exposeer in Wenen, krijg ik daar steun voor?").text
    assert fits.startswith("**Ja, hiervoor bestaat steun.**")
    unsure = ask(adviser, "Ik ben schilder in Wenen, krijg ik daar steun voor?").text
    assert "hiervoor bestaat steun" not in unsure


@pytest.mark.parametrize(
    ("question", "said", "silent"),
    [
        (
            "Can I get support to attend a documentary market in Toronto with my project?",
            "Sabam",
            "co-production support",
        ),
        ("I am a composer, asked to a writing camp in Stockholm, any support?", "writing", "KIOSK"),
        (
            "Onze kortfilm is geselecteerd voor festivals in Lyon en Toronto, wie betaalt de reis?",
            "promotiesteun",
            "coproductiesteun",
        ),
        (
            "Ik ben muzikant en geef volgend jaar een concert in Rome, is daar steun voor?",
            "TIP",
            "Zuid-Afrika",
        ),
    ],
)
def test_a_scheme_is_offered_for_what_it_pays(
    adviser: Assistant, question: str, said: str, silent: str
) -> None:
    text = ask(adviser, question).text
    assert said in text
    assert silent not in text


def test_a_scheme_that_may_fit_is_not_said_to_fit(adviser: Assistant) -> None:
    text = ask(adviser, "Ik ben filmmaker en ga naar Warschau, welke subsidie is er?").text
    assert "past bij je vraag" not in text
    assert "Ja, hiervoor" not in text


def test_who_has_a_place_is_told_of_the_money_and_no_other_places(adviser: Assistant) -> None:
    has = ask(adviser, "I have a residency in Finland without a fee. Can I get money for it?").text
    assert "residency grant" in has
    assert "Saari" not in has
    seeks = ask(adviser, "I'm a painter looking for a residency in Finland, who pays?").text
    assert "Saari" in seeks
