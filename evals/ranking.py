"""Measures of a ranking, computed by ir_measures; nothing else in this folder imports it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ir_measures
from ir_measures import RR, R, Success, nDCG
from ir_measures.measures import Measure

__all__ = ["MRR", "NDCG", "RECALL", "RECALL_AT_5", "SUCCESS", "Measure", "of_list", "per_question"]

NDCG, RECALL, RECALL_AT_5, MRR, SUCCESS = nDCG @ 10, R @ 10, R @ 5, RR @ 10, Success @ 5

Labels = Mapping[str, Mapping[str, int]]
"""Per question the relevance of things, by their ids."""

Rankings = Mapping[str, Mapping[str, float]]
"""Per question the scores of the things found, by their ids."""


def per_question(
    measures: Sequence[Measure], labels: Labels, rankings: Rankings
) -> dict[Measure, dict[str, float]]:
    """Every measure of every labelled question; a question that found nothing scores 0."""
    found: dict[Measure, dict[str, float]] = {
        measure: dict.fromkeys(labels, 0.0) for measure in measures
    }
    asked = {name: dict(scores) for name, scores in rankings.items() if scores and name in labels}
    known = {name: dict(labels[name]) for name in asked}
    if asked:
        for metric in ir_measures.iter_calc(list(measures), known, asked):
            found[metric.measure][metric.query_id] = float(metric.value)
    return found


def of_list(ranked: Sequence[str], relevant: frozenset[str]) -> dict[Measure, float]:
    """nDCG@10, recall@10, MRR@10 and success@5 of one list, best first; repeats count once."""
    # Short names of our own: the library cuts some names short, and then takes two for one.
    names = {name: f"d{n}" for n, name in enumerate(dict.fromkeys((*ranked, *sorted(relevant))))}
    order = dict.fromkeys(ranked)
    rankings = {"q": {names[name]: float(-rank) for rank, name in enumerate(order)}}
    labels = {"q": dict.fromkeys((names[name] for name in relevant), 1)}
    scored = per_question((NDCG, RECALL, MRR, SUCCESS), labels, rankings)
    return {measure: values["q"] for measure, values in scored.items()}
