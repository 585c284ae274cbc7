"""Which fiches a question names."""

from __future__ import annotations

import pytest

from assistant.guidance.guide import Guide


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Who can apply for a TIP?", "funding-tip"),
        ("welke netwerken heeft het VAF", "organisation-vaf"),
        ("wat doet Kunstenpunt?", "organisation-kunstenpunt"),
        ("een kleinschalig partnerschap van Erasmus+", "funding-erasmus-small"),
        ("is het strategisch kader 2021-2025 nog van kracht", "policy-flemish-framework-2021-2025"),
        ("hoeveel is de AKV per dag", "practice-amateur-arts-allowance"),
        ("how much per day in Culture Moves Europe", "funding-culture-moves-europe"),
    ],
)
def test_a_title_or_an_abbreviation_names_its_fiche(guide: Guide, text: str, pair: str) -> None:
    named = guide.names.named(text)
    assert pair in named
    assert named[pair] == max(named.values())


@pytest.mark.parametrize(
    "text",
    [
        "heb je een tip voor mijn optreden in het buitenland?",
        "can we move on the stage",
        "figures on the budget",
        "What time does the next train to Ghent leave?",
    ],
)
def test_usual_words_name_nothing(guide: Guide, text: str) -> None:
    assert not guide.names.named(text)


def test_a_name_that_sisters_share_counts_for_less(guide: Guide) -> None:
    named = guide.names.named("What is the budget of Creative Europe?")
    assert max(named.values(), default=0.0) <= guide.settings.family_share
