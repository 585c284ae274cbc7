"""When something holds that has no date."""

from __future__ import annotations

import pytest

from assistant.extracting.answer_type import type_fit
from assistant.extracting.occasions import asks_occasion, tells_term
from assistant.understanding.answer_kind import AnswerKind
from corpus.document import BlockKind


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Wanneer vervalt een erkenning?", True),
        ("Wanneer is een atelier betaalbaar?", True),
        ("When does the grant lapse?", True),
        ("Wanneer is de uiterste datum?", False),
        ("Wanneer werd het fonds opgericht?", False),
        ("Wanneer begint de opleiding?", False),
        ("When was it built?", False),
    ],
)
def test_what_when_may_ask(question: str, asks: bool) -> None:
    assert asks_occasion(question) is asks


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("De aanvraag gebeurt binnen zestig dagen na de voorstelling.", True),
        ("Wijzigen kan tot 30 dagen vooraf.", True),
        ("Apply at least six weeks before departure.", True),
        ("Meals can be ordered before noon on the preceding day.", True),
        ("Bestellen kan tot de avond voordien.", True),
        ("De opleiding duurt zestig dagen.", False),
        ("They ate before the show.", False),
        ("Er zijn vier zalen.", False),
    ],
)
def test_a_day_is_told_from_another(text: str, tells: bool) -> None:
    assert tells_term(text) is tells


def test_a_condition_tells_when_only_where_that_may_be_asked() -> None:
    text = "De erkenning vervalt als het atelier niet verzekerd is."
    fits = {
        kind: type_fit(kind, text, BlockKind.PARAGRAPH, frozenset())
        for kind in (AnswerKind.DATE, AnswerKind.OCCASION)
    }
    assert fits[AnswerKind.DATE] == 0.0
    assert fits[AnswerKind.OCCASION] > 0.5
