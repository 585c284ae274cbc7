"""What editors say of a statement, against who asks."""

from __future__ import annotations

import pytest

from assistant.guidance.fitting import closeness, fits, holds_there
from assistant.guidance.scope import Scope
from assistant.route_plan import load_plan
from corpus.annotation import TRADES, Annotation, parse_annotation


def said(text: str) -> Annotation:
    return parse_annotation(text)


@pytest.mark.parametrize(
    ("text", "scope", "fit"),
    [
        ("for: performing-arts", Scope(disciplines=("dance",)), True),
        ("for: performing-arts", Scope(disciplines=("music",)), False),
        ("for: music", Scope(), True),
        ("who: eu", Scope(who=("non-eu",)), False),
        ("who: eu", Scope(), True),
        ("who: self-employed", Scope(who=("employee", "person")), False),
        ("who: self-employed", Scope(who=("organisation",)), True),
        ("who: minor", Scope(), False),
        ("who: minor", Scope(who=("minor",)), True),
        ("doing: exhibit", Scope(doing=("perform",)), False),
        ("doing: perform", Scope(doing=("tour",)), True),
        ("doing: exhibit", Scope(), True),
        ("doing: sell", Scope(doing=("fair",)), True),
        ("doing: sell", Scope(doing=("exhibit",)), False),
        ("doing: fair", Scope(doing=("sell",)), False),
        ("key", Scope(who=("non-eu",), doing=("sell",)), True),
    ],
)
def test_a_statement_is_for_those_whom_it_does_not_exclude(
    text: str, scope: Scope, fit: bool
) -> None:
    assert fits(said(text), scope) is fit


@pytest.mark.parametrize(
    ("text", "scope", "holds"),
    [
        ("in: eu", Scope(countries=("de",)), True),
        ("in: eu", Scope(countries=("hr",)), True),  # no fiche is about it
        ("in: eu", Scope(countries=("ch",)), False),
        ("in: eu", Scope(countries=("no",)), False),
        ("in: eea", Scope(countries=("is",)), True),
        ("in: eea", Scope(countries=("ch",)), False),
        ("in: eea, ch", Scope(countries=("ch",)), True),
        ("in: europe", Scope(countries=("gb",)), True),
        ("in: europe", Scope(countries=("ma",)), False),
        ("in: outside-eu", Scope(countries=("de",)), False),
        ("in: outside-eu", Scope(countries=("no",)), True),
        ("in: outside-europe", Scope(countries=("gb",)), False),
        ("in: outside-europe", Scope(countries=("br",)), True),
        ("in: gb", Scope(countries=("no",)), False),
        ("in: outside-gb", Scope(countries=("no",)), True),
        # One of those that are named is enough; of a part of the world likewise.
        ("in: eu", Scope(countries=("ch", "de")), True),
        ("in: eu", Scope(area=("no", "se")), True),
        ("in: eu", Scope(area=("ca", "jp")), False),
        # Where no country is told nothing is left out, and guests come here.
        ("in: eu", Scope(), True),
        ("in: outside-eu", Scope(home=True), True),
        # Of guests it is where they come from; a list of places outside holds outside all of them.
        ("in: outside-eu", Scope(incoming=True, visitors=("fr",)), False),
        ("in: outside-eu", Scope(incoming=True, visitors=("sn",)), True),
        ("in: outside-eu", Scope(incoming=True), True),
        ("in: sn, in", Scope(incoming=True, visitors=("ua", "in")), True),
        ("in: outside-europe, outside-sn", Scope(incoming=True, visitors=("sn",)), False),
        ("in: outside-europe, outside-sn", Scope(incoming=True, visitors=("ua",)), True),
        ("key", Scope(countries=("ch",)), True),
    ],
)
def test_a_statement_holds_where_its_editors_say(text: str, scope: Scope, holds: bool) -> None:
    assert holds_there(said(text), scope) is holds
    assert fits(said(text), scope) is holds


def test_whoever_gives_a_grant_takes_a_plan_at_its_word() -> None:
    resident = Scope(doing=("reside",))
    assert fits(said("doing: create"), resident)
    assert not fits(said("doing: create"), resident, strict=True)
    assert fits(said("doing: perform"), Scope(doing=("tour",)), strict=True)


def test_what_is_for_the_very_people_is_closer_than_what_is_for_any() -> None:
    scope = Scope(disciplines=("music",), who=("self-employed",), doing=("perform",))
    assert closeness(said("who: self-employed"), scope) > closeness(said("key"), scope)
    assert closeness(said("for: music"), scope) > closeness(said("for: music, dance"), scope)
    assert closeness(said("doing: perform"), scope) > closeness(said("doing: tour"), scope)


def test_what_is_for_people_who_do_not_say_to_be_such_comes_after_the_others() -> None:
    assert closeness(said("who: non-eu"), Scope()) < closeness(said("who: eu"), Scope())
    assert closeness(said("who: organisation"), Scope()) < closeness(said("key"), Scope())
    assert closeness(said("who: employee"), Scope()) < closeness(said("key"), Scope())


def test_every_discipline_of_the_routes_can_be_said_of_a_statement() -> None:
    assert load_plan().disciplines.keys() <= TRADES.keys()


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("who: hired", True),
        ("who: employee", False),
        ("who: self-employed, employee", False),
        ("key", True),
    ],
)
def test_who_is_hired_there_is_sent_by_nobody(text: str, fit: bool) -> None:
    assert fits(said(text), Scope(who=("employee", "hired"))) is fit


def test_what_is_for_both_who_are_sent_and_who_go_by_themselves_cedes_nothing() -> None:
    both, none = said("who: self-employed, employee"), said("key")
    assert closeness(both, Scope()) == closeness(none, Scope())
    assert closeness(both, Scope(who=("employee",))) < closeness(
        said("who: employee"), Scope(who=("employee",))
    )
    assert closeness(said("who: group"), Scope()) < closeness(none, Scope())


def test_money_for_a_film_is_not_money_for_a_co_production() -> None:
    shooting = Scope(doing=("film",))
    assert fits(said("doing: co-produce"), shooting)
    assert not fits(said("doing: co-produce"), shooting, strict=True)
