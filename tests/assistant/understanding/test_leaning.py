"""An answer that is wanted in another language, at the end of a question."""

from __future__ import annotations

import pytest

from assistant.understanding.leaning import without_language


@pytest.mark.parametrize(
    ("question", "rest", "lang"),
    [
        ("en in Peru? in het Engels aub", "en in Peru?", "en"),
        ("and in Peru! in Dutch please", "and in Peru!", "nl"),
        ("en in Peru, in het Nederlands", "en in Peru", "nl"),
        ("en in Peru? in de haven", "en in Peru? in de haven", ""),
        ("in het Engels aub", "in het Engels aub", ""),
    ],
)
def test_the_clause_that_asks_for_a_language_is_taken_away(
    question: str, rest: str, lang: str
) -> None:
    assert without_language(question) == (rest, lang)
