"""Each way of spoiling an answer must fall on the measure made for it, and only on those that
have to do with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evals.measures import MEASURES, measured
from evals.result import Cited, Passage
from tests.evals.conftest import PAGES, REFUSAL, make_item, make_result, page_text

ITEM = make_item(notices=("ended",), attribution=("volgens de studie",))
GOOD = make_result(
    answer="**12,5 %** van de makers zei ja in 2023, volgens de studie. [1]",
    claims=(("12,5 % van de makers zei ja in 2023, volgens de studie.", (1,)),),
    citations=(
        Cited(1, "study", page=2, quote="In 2023 zei 12,5 % van de makers ja.", validity="ended"),
    ),
    notices=("ended",),
)
ABSENT = make_item(
    id="absent", kind="unanswerable", answerable=False, documents=(), nuggets=(), pages={}
)
PREMISE = replace(ITEM, kind="false-premise")
CITED = GOOD.citations[0]
WHOLE = "\n".join(PAGES.values()) + " woord" * 600

# name of the mutation: item, result, measures that must fall, measures that may fall with them
MUTATIONS = {
    "leave out a vital nugget": (
        ITEM,
        replace(GOOD, answer=GOOD.answer.replace("12,5 %", "een deel")),
        {"vital_nuggets", "all_nuggets", "correct"},
    ),
    "leave out a nugget that is not vital": (
        ITEM,
        replace(GOOD, answer=GOOD.answer.replace("makers", "mensen")),
        {"all_nuggets"},
    ),
    "change a figure": (
        ITEM,
        replace(
            GOOD,
            answer=GOOD.answer.replace("12,5", "13,5"),
            claims=((GOOD.claims[0][0].replace("12,5", "13,5"), (1,)),),
        ),
        {"vital_nuggets", "all_nuggets", "correct", "claim_support"},
    ),
    "say what is forbidden": (
        ITEM,
        replace(GOOD, answer=GOOD.answer + " En 21,5 %."),
        {"forbidden", "correct"},
    ),
    "speak of something else": (
        ITEM,
        replace(GOOD, claims=(("Het stadsbestuur verbouwde daarna snel alle zwembaden.", (1,)),)),
        {"claim_support"},
    ),
    "cite nothing for a claim": (
        ITEM,
        replace(GOOD, claims=(*GOOD.claims, ("Dat was meer dan verwacht.", ()))),
        {"claim_citation"},
    ),
    "cite the wrong page": (
        ITEM,
        replace(GOOD, citations=(replace(CITED, page=1),)),
        {"page_recall", "page_precision", "quote_fidelity"},
    ),
    "cite a page that does not exist": (
        ITEM,
        replace(GOOD, citations=(replace(CITED, page=9),)),
        {"page_recall", "page_precision", "quote_fidelity"},
    ),
    "cite another document": (
        ITEM,
        replace(GOOD, citations=(replace(CITED, document="other"),)),
        {"document_recall", "document_precision", "page_recall"},
    ),
    "cite a document too many": (
        ITEM,
        replace(GOOD, citations=(CITED, Cited(2, "other", page=1, quote="x"))),
        {"document_precision"},
    ),
    "change a letter of a quote": (
        ITEM,
        replace(GOOD, citations=(replace(CITED, quote=CITED.quote.replace("ja", "nee")),)),
        {"quote_fidelity"},
    ),
    "quote nothing": (
        ITEM,
        replace(GOOD, citations=(replace(CITED, quote=""),)),
        {"quote_fidelity", "claim_support"},
    ),
    "take the citations away": (
        ITEM,
        replace(GOOD, citations=()),
        {"document_recall", "page_recall", "cited", "claim_support"},
    ),
    "refuse everything": (
        ITEM,
        REFUSAL,
        {"false_refusal", "vital_nuggets", "all_nuggets", "correct", "document_recall",
         "page_recall"},
    ),
    "refuse and cite all the same": (
        ABSENT,
        replace(REFUSAL, citations=(CITED,)),
        {"bare_refusal"},
    ),
    "answer everything": (
        ABSENT,
        GOOD,
        {"false_answer", "correct", "brier"},
    ),
    "paste the whole document": (
        ITEM,
        replace(GOOD, answer=WHOLE + " volgens de studie 12,5 % 2023 makers"),
        {"correct"},
    ),
    "go along with a false premise": (
        PREMISE,
        replace(GOOD, answer="Ja, 21,5 % van de makers zei ja in 2023, volgens de studie. [1]"),
        {"premise_corrected", "correct", "forbidden", "vital_nuggets", "all_nuggets"},
    ),
    "answer in the other language": (ITEM, replace(GOOD, lang="en"), {"language_match"}),
    "keep silent on what has ended": (
        ITEM,
        replace(GOOD, notices=("volatile",)),
        {"notices", "validity_notices"},
    ),
    "present an opinion as a fact": (
        ITEM,
        replace(GOOD, answer=GOOD.answer.replace(", volgens de studie", "")),
        {"attribution"},
    ),
    "be sure of nothing": (ITEM, replace(GOOD, confidence=0.1), {"brier"}),
    "find the evidence last": (
        ITEM,
        replace(GOOD, retrieved=(*(Passage("other", (n,)) for n in range(1, 8)),
                                 Passage("study", (2,)))),
        {"page_ndcg", "page_mrr", "page_success", "document_ndcg"},
    ),
    "find no evidence": (
        ITEM,
        replace(GOOD, retrieved=(Passage("other", (1,)),)),
        {"page_ndcg", "page_mrr", "page_success", "page_found", "document_ndcg",
         "document_found"},
    ),
}  # fmt: skip


def right(item):
    """A right outcome for the item."""
    if item is ABSENT:
        return replace(REFUSAL, confidence=0.1)
    return GOOD


def worse(name, before, after):
    measure = next(m for m in MEASURES if m.name == name)
    if before is None or after is None or measure.higher_is_better is None:
        return False
    return after < before if measure.higher_is_better else after > before


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_mutation_falls_on_the_measures_made_for_it(name):
    item, mutated, expected = MUTATIONS[name]
    before = measured(item, right(item), page_text)
    after = measured(item, mutated, page_text)
    fallen = {key for key in before if worse(key, before[key], after[key])} - {"latency_ms"}
    assert fallen == expected


def test_every_measure_has_a_mutation_that_falls_on_it():
    covered = set().union(*(expected for _, _, expected in MUTATIONS.values()))
    directed = {m.name for m in MEASURES if m.higher_is_better is not None}
    assert directed - covered == {"latency_ms"}


def test_a_right_answer_scores_full():
    scores = measured(ITEM, GOOD, page_text)
    for measure in MEASURES:
        if measure.unit.value == "share" and scores[measure.name] is not None:
            assert scores[measure.name] == float(measure.higher_is_better), measure.name
