"""How two figures or dates relate, computed and said."""

from __future__ import annotations

import pytest

from assistant.extracting.headline import Headline
from assistant.extracting.numbers import figures
from assistant.relating import Told, related
from assistant.understanding.relation import Relation
from assistant.wording import load_wording


def told(label: str, sentence: str, surface: str) -> Told:
    start = sentence.index(surface)
    found = figures(surface)
    value = found[0].value if found and found[0].kind.value != "year" else None
    return Told(
        label, Headline(surface, surface, start, start + len(surface), value), sentence, (1,)
    )


GENT = told("de zalen van Gent", "Gent telt 1.250 zalen.", "1.250")
BRUGGE = told("de zalen van Brugge", "Brugge telt ruim 300 zalen.", "300")


def said(asked: Relation, first: Told, second: Told, lang: str = "nl") -> str | None:
    return related(asked, first, second, load_wording(), lang)


def test_a_difference_and_a_total_are_computed_in_the_notation_of_the_language() -> None:
    assert "**ongeveer 950** (1.250 tegenover 300)" in (
        said(Relation.DIFFERENCE, GENT, BRUGGE) or ""
    )
    assert "**about 1,550**" in (said(Relation.TOTAL, GENT, BRUGGE, "en") or "")


def test_only_a_rough_figure_makes_the_outcome_rough() -> None:
    oostende = told("de zalen van Oostende", "Oostende telt 250 zalen.", "250")
    damme = told("de zalen van Damme", "Damme telt niet meer dan 40 zalen.", "40")
    assert "**1.000** (1.250 tegenover 250)" in (said(Relation.DIFFERENCE, GENT, oostende) or "")
    assert "**210** (250 tegenover 40)" in (said(Relation.DIFFERENCE, oostende, damme) or "")


def test_what_is_more_is_named() -> None:
    assert "**de zalen van Gent** (1.250 tegenover 300)" in (
        said(Relation.ORDER, BRUGGE, GENT) or ""
    )
    assert "gelijk" in (said(Relation.ORDER, GENT, GENT) or "")


def test_shares_differ_in_points_and_make_no_sum() -> None:
    dance = told("dans", "Dans: 70,6% speelt elders.", "70,6%")
    choir = told("koor", "Koor: 13,7% speelt elders.", "13,7%")
    assert "56,9 procentpunt" in (said(Relation.DIFFERENCE, dance, choir) or "")
    assert said(Relation.TOTAL, dance, choir) is None


def test_dates_are_put_in_order_and_apart() -> None:
    first = told("het fonds", "Opgericht in 1998.", "1998")
    later = told("de oproep", "Gelanceerd in juni 2010.", "juni 2010")
    assert "**het fonds** (1998 tegenover juni 2010)" in (said(Relation.TIME, later, first) or "")
    assert "**12 jaar**" in (said(Relation.DIFFERENCE, first, later) or "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told("a", "Dat kost 500 euro.", "500 euro"), told("b", "Dat kost 400 yen.", "400 yen")),
        (told("a", "Het zijn er 12.", "12"), told("b", "Het is 12%.", "12%")),
        (told("a", "Het zijn er 12.", "12"), told("b", "Opgericht in 1998.", "1998")),
    ],
)
def test_what_is_not_of_one_kind_is_not_computed(one: Told, other: Told) -> None:
    assert said(Relation.DIFFERENCE, one, other) is None
    assert said(Relation.ORDER, one, other) is None
