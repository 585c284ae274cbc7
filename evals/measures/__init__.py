"""What is measured of one answer; :data:`MEASURES` lists every measure in the order of reports."""

from __future__ import annotations

from evals.measures import citations, claims, form, nuggets, refusals, retrieval
from evals.measures.measure import Family, Measure, PageText, Unit
from evals.measures.nuggets import MAX_WORDS, faults, holds
from evals.result import Result
from evals.suite import Item

__all__ = [
    "MAX_WORDS",
    "MEASURES",
    "Family",
    "Measure",
    "PageText",
    "Unit",
    "by_name",
    "faults",
    "holds",
    "measured",
]

_A, _R, _C = Family.ANSWER, Family.REFUSAL, Family.CITATION
_N, _T, _F = Family.CLAIM, Family.RETRIEVAL, Family.FORM

MEASURES: tuple[Measure, ...] = (
    Measure(
        "correct",
        "Strictly correct",
        f"Answered with all vital facts, nothing forbidden, in at most {MAX_WORDS} words; or "
        "refused where the documents hold no answer.",
        _A,
        nuggets.correct,
    ),
    Measure(
        "vital_nuggets",
        "Vital facts",
        "Share of the vital facts that stand in the answer.",
        _A,
        nuggets.vital_nuggets,
    ),
    Measure(
        "all_nuggets",
        "All facts",
        "Share of all listed facts that stand in the answer.",
        _A,
        nuggets.all_nuggets,
    ),
    Measure(
        "forbidden",
        "Forbidden said",
        "Questions that list forbidden statements, whose answer makes one.",
        _A,
        nuggets.forbidden,
        False,
    ),
    Measure(
        "premise_corrected",
        "Premise corrected",
        "Questions with a false premise that were answered with the truth.",
        _A,
        nuggets.premise_corrected,
    ),
    Measure(
        "false_answer",
        "False answers",
        "Questions without an answer in the documents that were answered all the same.",
        _R,
        refusals.false_answer,
        False,
    ),
    Measure(
        "false_refusal",
        "False refusals",
        "Questions with an answer in the documents that were refused.",
        _R,
        refusals.false_refusal,
        False,
    ),
    Measure(
        "bare_refusal",
        "Bare refusals",
        "Refusals without citations; the others quote what is near, and say that it is no answer.",
        _R,
        refusals.bare_refusal,
    ),
    Measure(
        "brier",
        "Confidence (Brier)",
        "Squared distance between the stated confidence and whether there is an answer; 0 is "
        "best, always saying one half gives 0.25.",
        _R,
        refusals.brier,
        False,
        Unit.SCORE,
    ),
    Measure(
        "document_recall",
        "Documents cited",
        "Share of the expected documents that the answer cites.",
        _C,
        citations.document_recall,
    ),
    Measure(
        "document_precision",
        "Document precision",
        "Share of the citations that name an expected document.",
        _C,
        citations.document_precision,
    ),
    Measure(
        "page_recall",
        "Pages cited",
        "Expected documents of which a page with the evidence is cited.",
        _C,
        citations.page_recall,
    ),
    Measure(
        "page_precision",
        "Page precision",
        "Share of the citations of expected documents that are on a page with the evidence.",
        _C,
        citations.page_precision,
    ),
    Measure(
        "quote_fidelity",
        "Quotes verbatim",
        "Share of the quotes that stand, word for word, on the page they name.",
        _C,
        citations.quote_fidelity,
    ),
    Measure(
        "cited",
        "Answers cited",
        "Answers given that cite at least one source.",
        _C,
        citations.cited,
    ),
    Measure(
        "claim_citation",
        "Claims cited",
        "Share of an answer's claims that cite something.",
        _N,
        claims.claim_citation,
    ),
    Measure(
        "claim_support",
        "Claims supported",
        "Share of the cited claims whose numbers all stand in the quotes they cite and, within "
        "one language, half of their words too.",
        _N,
        claims.claim_support,
    ),
    Measure(
        "attribution",
        "Attributed",
        "Questions that ask for it, whose answer says whose statement it is.",
        _N,
        claims.attribution,
    ),
    Measure(
        "notices",
        "Notices given",
        "Share of the notices that the question calls for that stand beside the answer.",
        _N,
        claims.expected_notices,
    ),
    Measure(
        "validity_notices",
        "Validity told",
        "Answers that cite something ended, replaced, proposed or historical, and say so.",
        _N,
        claims.validity_notices,
    ),
    Measure(
        "page_ndcg",
        "Pages ranked (nDCG@10)",
        "How high the evidence pages stand among the first ten retrieved; 1 is on top.",
        _T,
        retrieval.page_ndcg,
        True,
        Unit.SCORE,
    ),
    Measure(
        "page_mrr",
        "First page (MRR@10)",
        "One over the rank of the first evidence page retrieved.",
        _T,
        retrieval.page_mrr,
        True,
        Unit.SCORE,
    ),
    Measure(
        "page_success",
        "Page in five (success@5)",
        "Questions with an evidence page among the first five retrieved.",
        _T,
        retrieval.page_success,
    ),
    Measure(
        "page_found",
        "Pages found (recall@10)",
        "Share of the evidence pages among the first ten retrieved.",
        _T,
        retrieval.page_found,
    ),
    Measure(
        "document_ndcg",
        "Documents ranked (nDCG@10)",
        "How high the expected documents stand among the first ten retrieved.",
        _T,
        retrieval.document_ndcg,
        True,
        Unit.SCORE,
    ),
    Measure(
        "document_found",
        "Documents found (recall@10)",
        "Share of the expected documents among the first ten retrieved.",
        _T,
        retrieval.document_found,
    ),
    Measure(
        "language_match",
        "Language",
        "Answers in the language of the question.",
        _F,
        form.language_match,
    ),
    Measure("words", "Words", "Length of the answer, in words.", _F, form.words, None, Unit.WORDS),
    Measure(
        "latency_ms",
        "Latency",
        "Milliseconds from question to whole answer, on the machine of the run.",
        _F,
        form.latency,
        False,
        Unit.MILLISECONDS,
    ),
)

_BY_NAME = {measure.name: measure for measure in MEASURES}


def by_name(name: str) -> Measure:
    """The measure with this name. Raises KeyError when there is none."""
    return _BY_NAME[name]


def measured(item: Item, result: Result, page_text: PageText) -> dict[str, float | None]:
    """Every measure of one answer; nothing at all for a question that crashed."""
    if result.error:
        return {}
    return {m.name: m.function(item, result, page_text) for m in MEASURES}
