"""The judge on carried and changed claims: the aims, on the half that it was not tuned on."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.support.judging import SupportJudge
from corpus.vocabulary import Vocabulary
from evals.claim_groups import FOLDER, read_groups
from evals.claim_judging import ClaimReport, judge_claims

HALVES = ("development", "development-2", "development-3", "development-4", "development-5", "test")


@pytest.fixture(scope="module")
def judge() -> SupportJudge:
    return SupportJudge(Vocabulary.load())


@pytest.fixture(scope="module")
def report(judge) -> ClaimReport:
    return judge_claims(read_groups(FOLDER / "development-4.yaml"), judge)


def test_there_are_enough_claims_of_both_sorts_in_both_languages(report):
    assert report.dropped_carried.n >= 110
    assert report.passed_changed.n >= 110
    for lang in ("nl", "en"):
        assert sum(claim.lang == lang for claim in report.claims) >= 100


def test_no_claim_is_in_two_files():
    seen: dict[str, str] = {}
    for name in HALVES:
        for group in read_groups(FOLDER / f"{name}.yaml"):
            for claim in group.claims:
                key = f"{group.document} {claim.text}"
                assert seen.setdefault(key, name) == name


@pytest.mark.shared_corpus
def test_the_statements_of_publishers_are_found(published_corpus: Path):
    groups = read_groups(FOLDER / "test-published.yaml", published_corpus)
    assert all(group.evidence.quote for group in groups)


@pytest.mark.parametrize("kind", ["digit", "date", "unit", "negation"])
def test_no_changed_number_date_unit_or_negation_passes(report, kind):
    assert report.passed_by_kind[kind].count == 0


def test_at_most_fifteen_percent_of_the_carried_claims_are_dropped(report):
    assert report.dropped_carried.count <= 0.15 * report.dropped_carried.n


def test_at_most_five_percent_of_the_changed_claims_pass(report):
    assert report.passed_changed.count <= 0.05 * report.passed_changed.n


@pytest.mark.xfail(strict=True, reason="the aim is not reached yet: docs/verification.md")
def test_at_most_two_percent_of_the_changed_claims_pass(report):
    assert report.passed_changed.count <= 0.02 * report.passed_changed.n


@pytest.mark.xfail(strict=True, reason="the aim is not reached yet: docs/verification.md")
def test_no_changed_name_passes(report):
    assert report.passed_by_kind["name"].count == 0
