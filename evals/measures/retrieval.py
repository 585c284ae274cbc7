"""Was the evidence among what was retrieved? Measured on the passages that an answer was made of.

A ranking of passages becomes one of pages (a passage that runs over two counts as both, in order)
or of documents, each counted where it first comes. Relevant are the evidence pages, or documents,
that the item names. The numbers come from ir_measures.
"""

from __future__ import annotations

from functools import lru_cache

from evals import ranking
from evals.measures.measure import PageText
from evals.result import Result
from evals.suite import Item


@lru_cache(maxsize=4096)
def _scored(ranked: tuple[str, ...], relevant: frozenset[str]) -> dict[ranking.Measure, float]:
    return ranking.of_list(ranked, relevant)


def _documents(item: Item, result: Result, measure: ranking.Measure) -> float | None:
    if result.retrieved is None or not item.answerable or not item.documents:
        return None
    ranked = tuple(passage.document for passage in result.retrieved)
    return _scored(ranked, frozenset(item.documents))[measure]


def _pages(item: Item, result: Result, measure: ranking.Measure) -> float | None:
    if result.retrieved is None or not item.answerable or not item.pages:
        return None
    ranked = tuple(f"{p.document}\0{page}" for p in result.retrieved for page in p.pages)
    relevant = frozenset(f"{name}\0{page}" for name, pages in item.pages.items() for page in pages)
    return _scored(ranked, relevant)[measure]


def document_ndcg(item: Item, result: Result, _: PageText) -> float | None:
    """nDCG@10 of the expected documents."""
    return _documents(item, result, ranking.NDCG)


def document_found(item: Item, result: Result, _: PageText) -> float | None:
    """Recall@10 of the expected documents."""
    return _documents(item, result, ranking.RECALL)


def page_ndcg(item: Item, result: Result, _: PageText) -> float | None:
    """nDCG@10 of the evidence pages."""
    return _pages(item, result, ranking.NDCG)


def page_found(item: Item, result: Result, _: PageText) -> float | None:
    """Recall@10 of the evidence pages."""
    return _pages(item, result, ranking.RECALL)


def page_mrr(item: Item, result: Result, _: PageText) -> float | None:
    """One over the rank of the first evidence page, 0 beyond the tenth."""
    return _pages(item, result, ranking.MRR)


def page_success(item: Item, result: Result, _: PageText) -> float | None:
    """1 when an evidence page is among the first five."""
    return _pages(item, result, ranking.SUCCESS)
