"""Who asks what to arrange is told every rule that decides whether the plan can be done."""

from __future__ import annotations

import pytest

from assistant.answer import Question
from assistant.pipeline import Assistant

_BAND = "We are a rock band from Aalst and will play two shows in {}. What do we need to arrange?"
_DANCER = "I'm a dancer from Genk and will perform in a piece in {}. What do I need to arrange?"
_PAINTER = "I am a painter and will show my work in a gallery in {}. What do I need to arrange?"


def steps(adviser: Assistant, text: str) -> list[str]:
    """The names of the rules that claims stand under."""
    claims = adviser.ask(Question(text)).claims
    return [one.text[2:].partition(".**")[0] for one in claims if one.text.startswith("**")]


@pytest.mark.parametrize("plan", [_BAND, _DANCER, _PAINTER])
@pytest.mark.parametrize("country", ["Germany", "the United States", "Canada", "Austria"])
def test_what_is_long_to_tell_leaves_no_rule_out(
    adviser: Assistant, plan: str, country: str
) -> None:
    told = steps(adviser, plan.format(country))
    assert "Tax" in told
    assert "Visa and work permit" in told


@pytest.mark.parametrize("country", ["Switzerland", "the United States", "South Korea"])
def test_customs_are_for_who_carries_things_over_a_border(adviser: Assistant, country: str) -> None:
    assert "Customs and transport" in steps(adviser, _BAND.format(country))
    assert "Customs and transport" not in steps(adviser, _DANCER.format(country))


def test_there_are_no_customs_within_the_union(adviser: Assistant) -> None:
    assert "Customs and transport" not in steps(adviser, _BAND.format("Spain"))


def test_a_rule_of_which_nothing_is_known_there_is_said_to_be_open(adviser: Assistant) -> None:
    answer = adviser.ask(Question(_BAND.format("Morocco")))
    visa = next(one.text for one in answer.claims if one.text.startswith("**Visa"))
    assert "no verified information" in visa
    assert "embassy" in visa
