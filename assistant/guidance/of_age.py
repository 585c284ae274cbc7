"""Whether what is told is for somebody of the age that a question tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.guidance.advice import Advice, Line
from assistant.guidance.concluding import measured
from assistant.guidance.limits import Quantity, breaks, quantities
from assistant.guidance.wording import say


def with_ages(advice: Advice, text: str) -> Advice:
    """Advice with, behind each line with a statement for people of another age than ``text`` tells,
    how that lies to its limit; each said once."""
    ages = ages_told(text)
    return replace(advice, lines=tuple(_lines(advice, ages))) if ages else advice


def ages_told(text: str) -> tuple[Quantity, ...]:
    """The ages that a text tells of who asks, or of whom they ask for."""
    return tuple(one for one in quantities(text) if one.dimension == "age")


def _lines(advice: Advice, ages: Sequence[Quantity]) -> Iterator[Line]:
    said = {line.text for line in advice.lines}
    for line in advice.lines:
        yield line
        for one in line.statements:
            passage = one.passage
            if breaks(ages, passage.text) is None:
                continue
            lang = "nl" if passage.language == "nl" else "en"
            compared = measured(passage.text, ages, lang)
            if compared and not any(_age(ages, lang) in text for text in said):
                said.add(compared)
                yield Line(compared)


def _age(ages: Sequence[Quantity], lang: str) -> str:
    """The first age, as it is said beside a limit."""
    return say("measured-age", lang, years=f"{ages[0].value:g}")
