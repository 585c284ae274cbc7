"""Parts of a whole, in whatever words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.support import quantities
from assistant.support.differences import told_as_amounts
from assistant.support.shares import shares, unfounded, without


@pytest.mark.parametrize(
    ("text", "lang", "percent"),
    [
        ("Half of the members are painters.", "en", 50),
        ("De helft van de leden schildert.", "nl", 50),
        ("Driekwart van de zalen heeft een lift.", "nl", 75),
        ("Three quarters of the halls have a lift.", "en", 75),
        ("Een op de tien zalen sluit.", "nl", 10),
        ("One in five choirs tours abroad.", "en", 20),
        ("Two thirds of the choirs tour abroad.", "en", 67),
        ("Twee derde van de koren toert.", "nl", 67),
        ("Van elke tien kaarten gingen er vier naar scholen.", "nl", 40),
        ("Of 120 applications, 30 were granted.", "en", 25),
    ],
)
def test_a_share_is_read_as_percents(text, lang, percent):
    found = shares(text, lang)
    assert any(Decimal(percent) in share.values and share.unit == "percent" for share in found)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The grant is 500 euro in 2024.", "en"),
        ("Van 2019 tot 2023 verschenen 40 boeken.", "nl"),
        ("The derde editie telt 12 zalen.", "nl"),
    ],
)
def test_what_is_no_share_is_read_as_none(text, lang):
    assert not shares(text, lang)


def offered(quote):
    return (*quantities.quantities(quote, None), *shares(quote, None))


@pytest.mark.parametrize(
    ("claim", "lang", "quote", "wrong"),
    [
        ("A third of the halls close.", "en", "33 procent van de zalen sluit.", False),
        ("A quarter of the halls close.", "en", "33 procent van de zalen sluit.", True),
        ("Een op de vier zalen sluit.", "nl", "One in three halls closes.", True),
        ("Een op de vier zalen sluit.", "nl", "A quarter of the halls close.", False),
        ("A third meeting follows.", "en", "Een derde overleg volgt.", False),
    ],
)
def test_a_share_of_a_claim_is_one_of_its_quote(claim, lang, quote, wrong):
    assert bool(list(unfounded(claim, lang, quote, offered(quote)))) is wrong


def test_a_quarter_of_a_group_is_no_quarter_of_a_year():
    assert "quarter" in quantities.periods("a quarter of the halls")
    assert "quarter" not in quantities.periods(without("a quarter of the halls", "en"))


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("The choir had 12 members.", True),
        ("The choir had 12 members more than in 2020.", False),
        ("The choir had 90 members.", False),
    ],
)
def test_a_difference_is_no_amount(claim, wrong):
    quote = "In 2021 telde het koor 90 leden, 12 meer dan in 2020."
    assert bool(list(told_as_amounts(claim, "en", quote, "nl"))) is wrong
