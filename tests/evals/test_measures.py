"""Each measure against cases worked out by hand, and mutations that must fall on their measure."""

from __future__ import annotations

import pytest

from evals.measures import MEASURES, holds
from evals.result import Cited
from tests.evals.conftest import REFUSAL, make_item, make_result, page_text

BY_NAME = {measure.name: measure for measure in MEASURES}


def score(name, item=None, result=None):
    return BY_NAME[name].function(item or make_item(), result or make_result(), page_text)


def test_a_right_answer_scores_full_on_every_share():
    for name in ("correct", "vital_nuggets", "all_nuggets", "document_recall", "document_precision",
                 "page_recall", "page_precision", "quote_fidelity", "claim_support", "cited",
                 "language_match"):  # fmt: skip
        assert score(name) == 1.0, name
    assert score("forbidden") == 0.0
    assert score("false_refusal") == 0.0
    assert score("false_answer") is None
    assert score("words") == 7.0


@pytest.mark.parametrize(
    ("answer", "form", "found"),
    [
        ("Dat is 12,5 % van alles.", "12,5%", True),
        ("DAT IS 12,5%", "dat is 12,5 %", True),
        ("112,5 %", "12,5 %", False),
        ("in 2024 12 landen", "12 landen", True),
        ("2,5 miljoen", "5 miljoen", False),
        ("5.900 euro", "5.900", True),
        ("15.900 euro", "5.900", False),
        ("12,55 %", "12,5", False),
        ("een bedrag van € 125.000,00", "125.000", True),
        ("versie 8.0", "versie 8", True),
        ("125.000 leden", "125", False),
        ("café", "cafe", False),
        ("Vlaams-\nNederlands", "Vlaams-Nederlands", True),
        ("het einde 12.", "12", True),
        ("niets", "", False),
    ],
)
def test_surface_forms(answer, form, found):
    assert holds(answer, (form,)) is found


def test_leaving_out_a_nugget_falls_on_nuggets_and_correctness():
    mutated = make_result(answer="**12,5 %** van de makers. [1]")
    assert score("vital_nuggets", result=mutated) == 0.5
    assert score("all_nuggets", result=mutated) == pytest.approx(2 / 3)
    assert score("correct", result=mutated) == 0.0


def test_changing_a_figure_falls_on_correctness_and_claim_support():
    mutated = make_result(
        answer="**13,5 %** van de makers, in 2023. [1]",
        claims=(("13,5 % van de makers, in 2023.", (1,)),),
    )
    assert score("correct", result=mutated) == 0.0
    assert score("claim_support", result=mutated) == 0.0


def test_the_numbers_of_a_list_are_no_figures_of_the_claim():
    def carried(claim: str) -> float | None:
        quote = Cited(1, "study", page=1, quote="Vraag een zaal. Betaal 40 euro.")
        return score(
            "claim_support", result=make_result(citations=(quote,), claims=((claim, (1,)),))
        )

    assert carried("- 1. Vraag een zaal.\n- 2. Betaal 40 euro.") == 1.0
    assert carried("- 1. Vraag een zaal.\n- 2. Betaal 50 euro.") == 0.0


def test_saying_something_forbidden_falls_on_correctness():
    mutated = make_result(answer="12,5 % in 2023, niet 21,5 %. [1]")
    assert score("forbidden", result=mutated) == 1.0
    assert score("correct", result=mutated) == 0.0


def test_citing_the_wrong_page_falls_on_pages_and_quotes():
    mutated = make_result(citations=(Cited(1, "study", page=1, quote="In 2023 zei 12,5 %"),))
    assert score("page_recall", result=mutated) == 0.0
    assert score("page_precision", result=mutated) == 0.0
    assert score("quote_fidelity", result=mutated) == 0.0
    assert score("document_recall", result=mutated) == 1.0


def test_citing_another_document_falls_on_documents():
    mutated = make_result(citations=(Cited(1, "other", page=2, quote="x"),))
    assert score("document_recall", result=mutated) == 0.0
    assert score("document_precision", result=mutated) == 0.0
    assert score("quote_fidelity", result=mutated) is None


def test_refusing_everything_falls_on_false_refusals():
    assert score("false_refusal", result=REFUSAL) == 1.0
    assert score("correct", result=REFUSAL) == 0.0
    assert score("vital_nuggets", result=REFUSAL) == 0.0
    absent = make_item(answerable=False, documents=(), nuggets=())
    assert score("correct", item=absent, result=REFUSAL) == 1.0
    assert score("bare_refusal", item=absent, result=REFUSAL) == 1.0


def test_answering_everything_falls_on_false_answers():
    absent = make_item(answerable=False, documents=(), nuggets=())
    assert score("false_answer", item=absent) == 1.0
    assert score("correct", item=absent) == 0.0


def test_pasting_the_document_falls_on_length():
    pasted = make_result(answer="12,5 % in 2023 " + "woord " * 500)
    assert score("vital_nuggets", result=pasted) == 1.0
    assert score("correct", result=pasted) == 0.0


def test_a_quote_that_is_not_on_its_page_falls_on_fidelity():
    mutated = make_result(citations=(Cited(1, "study", page=2, quote="In 2023 zei 13 % ja."),))
    assert score("quote_fidelity", result=mutated) == 0.0


def test_a_false_premise_counts_as_corrected_only_when_right():
    item = make_item(kind="false-premise")
    assert score("premise_corrected", item=item) == 1.0
    assert score("premise_corrected", item=item, result=REFUSAL) == 0.0
    assert score("premise_corrected") is None


def test_the_wrong_language_falls_on_language():
    assert score("language_match", result=make_result(lang="en")) == 0.0
