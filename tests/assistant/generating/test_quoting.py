"""What stands in the place of a claim that was dropped."""

from __future__ import annotations

from datetime import date
from typing import Any

from assistant.answer import Citation, Claim
from assistant.generating.checking import CheckedDraft
from assistant.generating.improving import Improving, Request

SAID = Citation(1, "plan", "Plan", 1, "De beurs telt 20 plaatsen.", page_end=26, passage="p")
QUOTED = Citation(
    2, "plan", "Plan", 1, "Wie wint, reist gratis.", page_start=27, page_end=50, passage="p"
)
ELSEWHERE = Citation(3, "other", "Other", 1, "De zaal is dicht.", page_end=17, passage="q")
KEPT = CheckedDraft(Claim("Er zijn 20 plaatsen.", (1,)), (SAID,))


def dropped(citation: Citation) -> CheckedDraft:
    """A claim that was dropped, with what it quoted."""
    return CheckedDraft(None, (citation,), instead=Claim(citation.quote, (citation.n,)))


def work() -> Improving:
    """An answer with one claim of the extractive engine."""
    unused: Any = None
    request = Request(
        "Hoeveel plaatsen?", "nl", (Claim(SAID.quote, (1,)),), (SAID,), (), (frozenset("p"),),
        unused, date(2026, 1, 1),
    )  # fmt: skip
    return Improving(request, 0.25)


def shown(improving: Improving, *drafted: CheckedDraft) -> list[str]:
    """The claims in the order in which they are shown."""
    return [event.claim.text for one in drafted for event in improving.took(one)]


def test_a_dropped_claim_gives_way_to_its_quote():
    improving = work()
    assert shown(improving, KEPT, dropped(QUOTED)) == ["Er zijn 20 plaatsen.", QUOTED.quote]
    assert improving.trace["kept"] == 1


def test_the_quote_waits_for_a_claim_that_stands():
    assert shown(work(), dropped(QUOTED)) == []
    assert shown(work(), dropped(QUOTED), KEPT) == ["Er zijn 20 plaatsen.", QUOTED.quote]


def test_what_stands_in_the_answer_anyway_is_not_quoted():
    assert shown(work(), KEPT, dropped(SAID)) == ["Er zijn 20 plaatsen."]


def test_nothing_is_quoted_twice():
    assert shown(work(), KEPT, dropped(QUOTED), dropped(QUOTED))[1:] == [QUOTED.quote]


def test_a_passage_that_the_answer_does_not_rest_on_is_not_quoted():
    assert shown(work(), KEPT, dropped(ELSEWHERE)) == ["Er zijn 20 plaatsen."]
