"""Which statement is told to which of several parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from assistant.guidance.relevance.judged import Judged
from assistant.guidance.relevance.settings import TellingSettings
from assistant.guidance.relevance.sharing import Share, shared
from indexing.passage import Passage

SETTINGS = TellingSettings()


@dataclass(frozen=True)
class Stub:
    """A statement by its id, with its words for what it says."""

    id: str


def judged(**likely: float) -> list[Judged]:
    """Statements with how likely each belongs, the likeliest first."""
    every = [Judged(cast(Passage, Stub(key)), value) for key, value in likely.items()]
    return sorted(every, key=lambda one: -one.probability)


def share(
    *parts: list[Judged], leaning: tuple[int, ...] = (), unknown: str = ""
) -> dict[tuple[int, ...], list[str]]:
    first = [[one for one in part if one.probability >= SETTINGS.first] for part in parts]
    shares: tuple[Share, ...] = shared(
        parts,
        first,
        leaning,
        lambda one: frozenset(filter(None, one.passage.id.split("_"))),
        lambda one: one.passage.id == unknown,
        lambda first, other: True,
        SETTINGS,
    )
    return {one.parts: [told.passage.id for told in one.told] for one in shares}


def test_each_part_gets_its_own_though_one_is_likeliest_for_both() -> None:
    found = share(judged(hotel=0.74, rate=0.6), judged(hotel=0.73, rate=0.5))
    assert found == {(0,): ["rate"], (1,): ["hotel"]}


def test_one_that_answers_two_parts_is_told_once_to_both() -> None:
    found = share(judged(residency=0.8, call=0.4), judged(residency=0.6))
    assert found[(0, 1)][0] == "residency"


def test_a_part_stays_open_rather_than_take_what_answers_another_better() -> None:
    assert share(judged(visa=0.8), judged(visa=0.21)) == {(0,): ["visa"]}


def test_a_part_that_points_at_another_is_answered_with_it() -> None:
    found = share(judged(grant=0.8), judged(grant=0.2), leaning=(1,))
    assert found == {(0, 1): ["grant"]}


def test_what_is_told_beside_goes_where_it_is_likelier() -> None:
    found = share(judged(visa=0.8, invitation=0.5), judged(tax=0.7, invitation=0.6))
    assert found == {(0,): ["visa"], (1,): ["tax", "invitation"]}


def test_what_is_not_known_stands_alone() -> None:
    found = share(judged(nothing=0.5, rule=0.45), unknown="nothing")
    assert found == {(0,): ["nothing"]}


def test_nothing_is_said_twice() -> None:
    found = share(judged(tax_rate=0.7, tax_rate_again=0.6, form=0.5))
    assert found == {(0,): ["tax_rate", "form"]}


def test_what_says_the_same_is_no_first_of_two_parts() -> None:
    found = share(judged(tax_rate=0.8), judged(tax_rate_again=0.7, form=0.65))
    assert found == {(0,): ["tax_rate"], (1,): ["form"]}


def test_half_of_the_words_is_not_yet_the_same() -> None:
    found = share(judged(tax_rate=0.8), judged(tax_form=0.7, visa=0.65))
    assert [told[0] for told in found.values()] == ["tax_rate", "tax_form"]


def test_a_statement_without_words_repeats_itself() -> None:
    found = share(judged(_=0.8), judged(_=0.7, visa=0.65))
    assert found[(0,)] == ["_"]
    assert found[(1,)][0] == "visa"
