"""The judge on carried and changed claims: the aims, what was reached on claims that nobody tuned
on, and what was reached on the file whose errors were studied last. The counts are those of
docs/verification.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.support.judging import SupportJudge
from corpus.vocabulary import Vocabulary
from evals.claim_groups import FOLDER, read_groups
from evals.claim_judging import EXACT_KINDS, ClaimReport, judge_claims

FILES = ("test", *(f"development{number}" for number in ("", *(f"-{n}" for n in range(2, 13)))))
UNSEEN = "test"
STUDIED = "development-10"
SLACK = 3
"""Claims that a change of the lexicon may move."""
AIM = "the aim is not reached: docs/verification.md"


@pytest.fixture(scope="module")
def judge() -> SupportJudge:
    return SupportJudge(Vocabulary.load())


@pytest.fixture(scope="module")
def report(judge) -> ClaimReport:
    return judge_claims(read_groups(FOLDER / f"{STUDIED}.yaml"), judge)


@pytest.fixture(scope="module")
def unseen(judge) -> ClaimReport:
    return judge_claims(read_groups(FOLDER / f"{UNSEEN}.yaml"), judge)


def test_there_are_enough_claims_of_both_sorts_in_both_languages(unseen):
    assert unseen.dropped_carried.n >= 200
    assert unseen.passed_changed.n >= 200
    for lang in ("nl", "en"):
        assert sum(claim.lang == lang for claim in unseen.claims) >= 100


def test_no_claim_is_in_two_files():
    seen: dict[str, str] = {}
    for name in FILES:
        for group in read_groups(FOLDER / f"{name}.yaml"):
            for claim in group.claims:
                key = f"{group.evidence.quote} {claim.text}"
                assert seen.setdefault(key, name) == name


@pytest.mark.shared_corpus
def test_the_statements_of_publishers_are_found(published_corpus: Path):
    groups = read_groups(FOLDER / "development-published.yaml", published_corpus)
    assert all(group.evidence.quote for group in groups)


def test_no_changed_number_date_or_name_passes(report, unseen):
    exact = (*EXACT_KINDS, "abbreviation", "currency")
    assert sum(report.passed_by_kind[kind].count for kind in exact) == 0
    assert sum(unseen.passed_by_kind[kind].count for kind in exact) == 0


@pytest.mark.parametrize(
    ("kind", "most"),
    [("negation", 3), ("scope", 1), ("unit", 0), ("plan", 0), ("attribution", 0), ("swap", 3)],
)
def test_no_more_changed_claims_of_a_kind_pass_than_when_measured(report, kind, most):
    assert report.passed_by_kind[kind].count <= most


def test_no_more_changed_claims_pass_than_when_measured(report):
    assert report.passed_changed.count <= 7 + SLACK


def test_no_more_carried_claims_are_dropped_than_when_measured(report):
    assert report.dropped_carried.count <= 28 + SLACK


def test_on_claims_that_nobody_tuned_on_it_does_no_worse_than_when_measured(unseen):
    assert unseen.passed_changed.count <= 14 + SLACK
    assert unseen.dropped_carried.count <= 88 + SLACK


@pytest.mark.xfail(strict=True, reason=AIM)
def test_at_most_two_percent_of_the_changed_claims_pass(unseen):
    assert unseen.passed_changed.count <= 0.02 * unseen.passed_changed.n


@pytest.mark.xfail(strict=True, reason=AIM)
def test_at_most_fifteen_percent_of_the_carried_claims_are_dropped(unseen):
    assert unseen.dropped_carried.count <= 0.15 * unseen.dropped_carried.n
