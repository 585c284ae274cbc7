"""Retrieval measures of an answer, against values worked out by hand and a second program."""

from __future__ import annotations

import math

import pytest
import pytrec_eval
from hypothesis import given
from hypothesis import strategies as st

from evals import ranking
from evals.measures import by_name
from evals.result import Passage
from tests.evals.conftest import REFUSAL, make_item, make_result, page_text

TWO = make_item(pages={"study": (2, 5)})


def score(name, *passages, item=TWO):
    result = make_result(retrieved=tuple(Passage(d, pages) for d, pages in passages))
    return by_name(name).function(item, result, page_text)


def test_evidence_on_top_scores_full():
    found = [("study", (2,)), ("study", (5,)), ("other", (1,))]
    for name in ("page_ndcg", "page_mrr", "page_success", "page_found", "document_ndcg",
                 "document_found"):  # fmt: skip
        assert score(name, *found) == pytest.approx(1.0), name


def test_ranks_worked_by_hand():
    # Pages in order: other 1, study 4, study 2, so the evidence stands third; page 5 is missing.
    found = [("other", (1,)), ("study", (4, 2)), ("study", (2,))]
    ideal = 1 + 1 / math.log2(3)
    assert score("page_ndcg", *found) == pytest.approx((1 / math.log2(4)) / ideal)
    assert score("page_mrr", *found) == pytest.approx(1 / 3)
    assert score("page_success", *found) == 1.0
    assert score("page_found", *found) == 0.5
    assert score("document_ndcg", *found) == pytest.approx(1 / math.log2(3))


def test_what_is_found_too_late_does_not_count():
    far = [("other", (n,)) for n in range(1, 11)] + [("study", (2,))]
    assert score("page_found", *far) == 0.0
    assert score("page_mrr", *far) == 0.0
    sixth = [("other", (n,)) for n in range(1, 6)] + [("study", (2,))]
    assert score("page_success", *sixth) == 0.0
    assert score("page_mrr", *sixth) == pytest.approx(1 / 6)


def test_nothing_retrieved_is_zero_and_not_telling_is_no_score():
    assert score("page_ndcg") == 0.0
    silent = make_result(retrieved=None)
    assert by_name("page_ndcg").function(TWO, silent, page_text) is None
    absent = make_item(answerable=False, documents=(), pages={})
    assert score("page_ndcg", ("study", (2,)), item=absent) is None


def test_a_refusal_is_measured_on_what_it_had_found():
    refused = make_result(refused=True, answer=REFUSAL.answer)
    assert by_name("page_success").function(make_item(), refused, page_text) == 1.0


names = st.sampled_from(["a", "b", "c", "d", "e", "f"])


@given(st.lists(names, min_size=1, max_size=12), st.sets(names, min_size=1, max_size=4))
def test_agrees_with_trec_eval(ranked, relevant):
    order = list(dict.fromkeys(ranked))
    evaluator = pytrec_eval.RelevanceEvaluator(
        {"q": dict.fromkeys(relevant, 1)}, {"ndcg_cut.10", "recall.10", "success.5", "recip_rank"}
    )
    wanted = evaluator.evaluate({"q": {name: 100.0 - n for n, name in enumerate(order)}})["q"]
    found = ranking.of_list(ranked, frozenset(relevant))
    assert found[ranking.NDCG] == pytest.approx(wanted["ndcg_cut_10"])
    assert found[ranking.RECALL] == pytest.approx(wanted["recall_10"])
    assert found[ranking.SUCCESS] == pytest.approx(wanted["success_5"])
    assert found[ranking.MRR] == pytest.approx(wanted["recip_rank"])
