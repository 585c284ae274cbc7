"""What people tell in numbers is compared with limits of the same, and with nothing else."""

from __future__ import annotations

import pytest

from assistant.guidance.concluding import measured
from assistant.guidance.limits import breaks, compare, limits, quantities
from assistant.pipeline import Assistant
from tests.assistant.guidance.test_advising import ask


@pytest.mark.parametrize(
    ("text", "dimension", "value"),
    [
        ("A publisher in London wants me over for three weeks", "stay", 21),
        ("een residentie van een half jaar in Lissabon", "stay", 182.5),
        ("I got a 5 month job in Manchester", "stay", 152),
        ("a three-day workshop in Rotterdam", "stay", 3),
        ("we zijn met 6 en spelen in Bern", "people", 6),
        ("ons jazzkwintet speelt in Keulen", "people", 5),
        ("a company of 14 tours Canada", "people", 14),
        ("my film of 25 minutes", "film", 25),
        ("ik ben 34 en schrijf", "age", 34),
        ("vier concerten in Frankrijk", "shows", 4),
        ("a club in Hamburg pays us 700 euro", "fee", 700),
        ("ik krijg 1.250 euro gage", "fee", 1250),
    ],
)
def test_what_is_told_in_numbers_is_heard(text: str, dimension: str, value: float) -> None:
    assert (dimension, value) in [(one.dimension, one.value) for one in quantities(text)]


@pytest.mark.parametrize(
    "text",
    [
        "We leave in three weeks, is that too late?",
        "over drie weken vertrekken we",
        "two months ago I applied",
        "hoe lang op voorhand vraag ik aan?",
        "I sell a sculpture for 4000 euro",
        "they pay 900 euro a month",
    ],
)
def test_when_something_starts_or_what_is_sold_is_no_stay_and_no_fee(text: str) -> None:
    found = {one.dimension for one in quantities(text)}
    assert "stay" not in found
    if "sell" in text:
        assert "fee" not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You may work there for up to 90 days a year.", [("stay", 90, True, False)]),
        ("Je mag er hoogstens 90 dagen werken.", [("stay", 90, True, False)]),
        ("It is for documentaries of 70 minutes or more.", [("film", 70, False, False)]),
        ("Alone or in a group of up to 5.", [("people", 5, True, False)]),
        ("For makers aged 18 to 30.", [("age", 18, False, False), ("age", 30, True, False)]),
        ("If you stay for more than three months, register.", [("stay", 91.2, False, True)]),
        ("Apply at least two months before you perform there.", []),
        ("The carnet is valid for one year.", []),
        ("The office takes up to six months to answer.", []),
        ("You may stay if the hall holds at least 100 people.", []),
    ],
)
def test_limits_are_of_what_people_do(
    text: str, expected: list[tuple[str, float, bool, bool]]
) -> None:
    found = [(one.dimension, one.value, one.most, one.open) for one in limits(text)]
    assert [(d, pytest.approx(v), m, o) for d, v, m, o in expected] == found


def test_only_like_is_compared_with_like() -> None:
    rule = "You may perform there for up to 30 days, in a group of up to 5."
    within = {one.limit.dimension: one.within for one in compare(quantities("a week"), rule)}
    assert within == {"stay": True}
    band = quantities("six musicians, two months")
    assert {one.limit.dimension: one.within for one in compare(band, rule)} == {
        "stay": False,
        "people": False,
    }


def test_months_and_days_that_are_about_the_same_decide_nothing() -> None:
    assert compare(quantities("three months"), "You may stay for up to 90 days.") == ()
    assert compare(quantities("90 days"), "You may stay for up to 90 days.")[0].within


def test_a_fee_for_several_is_divided_where_the_limit_is_for_each() -> None:
    rule = "If you earn at most EUR 250 per person, no tax is withheld."
    assert compare(quantities("they pay our trio 700 euro"), rule)[0].within
    assert not compare(quantities("they pay me 700 euro"), rule)[0].within
    other = "If you earn at most USD 250 per person, no tax is withheld."
    assert compare(quantities("they pay me 700 euro"), other) == ()


@pytest.mark.parametrize(
    "told",
    [
        "my band (4 of us) gets 900 euro all in",
        "we zijn met z'n vieren en krijgen 900 euro gage",
        "our four-piece is paid 900 euro",
        "een vierkoppige band, 900 euro betaald",
        "my band (4 of us) gets 900 euro for a gig. Do we each need a form?",
    ],
)
def test_a_fee_is_divided_among_as_many_as_are_told_in_any_way(told: str) -> None:
    rule = "If you earn at most EUR 250 per person, no tax is withheld."
    assert compare(quantities(told), rule)[0].within


def test_a_fee_for_nobody_knows_how_many_is_beside_no_limit_for_each() -> None:
    rule = "If you earn at most EUR 250 per person, no tax is withheld."
    assert compare(quantities("our band gets 900 euro for a gig"), rule) == ()
    assert compare(quantities("the choir pays me 200 euro for a concert"), rule)[0].within
    whole = "If you earn at most EUR 250, no tax is withheld."
    assert not compare(quantities("our band gets 900 euro for a gig"), whole)[0].within


def test_one_of_several_terms_is_enough() -> None:
    terms = "A stay lasts 7 to 60 days alone and 7 to 21 days in a group."
    assert breaks(quantities("for 30 days"), terms) is None
    assert breaks(quantities("for five days"), terms) is not None


def test_what_is_too_far_off_is_not_said() -> None:
    posting = "You stay insured in Belgium for at most 24 months."
    assert measured(posting, quantities("three weeks"), "en") == ""
    assert measured("You may work for up to 30 days.", quantities("three weeks"), "en") == (
        "You mention three weeks: that is no more than 30 days."
    )


@pytest.mark.parametrize(
    ("question", "said", "silent"),
    [
        (
            "I'm a painter, paid mural commission in London for two months. Do I need a visa?",
            "**No.** With a certificate of sponsorship",
            "that is more than",
        ),
        (
            "Ik krijg 900 euro voor een concert in Oostenrijk, gaat daar belasting af?",
            "**Nee.** Verdien je",
            "Dat hangt ervan af",
        ),
        (
            "A club in Hamburg pays our trio 900 euro. Is tax withheld?",
            "**Yes.** In Germany the organiser withholds",
            "**No.**",
        ),
    ],
)
def test_a_limit_that_is_kept_to_decides(
    adviser: Assistant, question: str, said: str, silent: str
) -> None:
    text = ask(adviser, question).text
    assert said in text
    assert silent not in text


def test_a_rule_for_another_age_comes_last(adviser: Assistant) -> None:
    text = ask(adviser, "Can a 16-year-old dancer perform in Paris?").text
    assert text.startswith("**Yes.** As an EU citizen")
    child = ask(adviser, "Can a 12-year-old dancer perform in Paris?").text
    assert "younger than 16" in child.split("\n\n")[0]


def test_a_scheme_whose_limit_is_not_kept_to_is_not_offered(adviser: Assistant) -> None:
    text = ask(
        adviser, "Onze rockband speelt vier concerten in Frankrijk, welke subsidie is er?"
    ).text
    assert "past niet: je noemt vier concerten" in text
    assert "met een reeks van minstens vijf concerten" not in text
    enough = ask(
        adviser, "Onze rockband speelt zes concerten in Frankrijk, welke subsidie is er?"
    ).text
    assert "met een reeks van minstens vijf concerten" in enough


def test_how_long_a_holiday_lasts_is_no_limit_to_work() -> None:
    assert not limits("The cover holds on holiday, for at most three months, if you stay there.")
    assert limits("The cover holds for at most three months, if you stay there.")
