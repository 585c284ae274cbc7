"""The validator finds what is wrong with a suite, and nothing in a good one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Turn
from corpus.document import Block, BlockKind, Document, Page, Run, Source
from evals.suite import Nugget, load_suite, suite_of
from evals.validating import counts, near_copies, validate
from tests.evals.conftest import PAGES, make_item

SUITES = Path(__file__).parent.parent.parent / "evals" / "suites"


def document():
    pages = tuple(
        Page(number, None, PAGES["study", number].replace("budget", "bud-\nget"))
        for number in (1, 2)
    )
    text = "Het budget was 5.900 euro."
    block = Block(BlockKind.PARAGRAPH, text, (Run(0, 2, 0, len(text)),))
    return Document(Source(id="study", title="Study", file=Path("study.md")), pages, (block,))


GOOD = make_item(evidence="12,5 % … het budget")


def findings(**changes):
    found = validate(suite_of([replace(GOOD, **changes)]), {"study": document()})
    return [finding.text for finding in found]


def test_a_good_item_has_no_findings():
    assert findings() == []
    assert findings(kind="unanswerable", answerable=False, documents=(), pages={}, nuggets=(),
                    evidence="") == []  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"documents": ("absent",), "pages": {}}, "not in the corpus"),
        ({"pages": {"study": (7,)}}, "a page that study does not have"),
        ({"pages": {"study": (1,)}}, "stands on another page"),
        ({"pages": {"other": (1,)}}, "not among its documents"),
        ({"evidence": "99 percent"}, "evidence not found"),
        ({"nuggets": (Nugget(("99 %",)),)}, "no form of a vital nugget"),
        ({"nuggets": ()}, "has no vital nugget"),
        ({"documents": (), "pages": {}}, "names no document"),
        ({"answerable": False}, "not answerable, and yet"),
        ({"kind": "follow-up"}, "without a history"),
        ({"forbid": ("2023",)}, "every form of a nugget is forbidden"),
        ({"question": " "}, "asks nothing"),
    ],
)
def test_what_is_wrong_is_told(changes, told):
    assert any(told in text for text in findings(**changes))


def test_near_copies_are_found_across_suites():
    development = [make_item(id="d", question="Hoeveel makers zeiden ja in het jaar 2023?")]
    copy = make_item(id="t", question="Hoeveel makers zeiden ja in het jaar 2024?")
    other = make_item(id="u", question="Wat is het aandeel ja-zeggers onder makers?")
    asked_before = (Turn("user", "Vertel eens over muziek in Wallonië en Brussel"),)
    follow_up = replace(copy, id="v", history=asked_before)
    found = near_copies([copy, other, follow_up], development)
    assert [finding.item for finding in found] == ["t"]


def test_counts():
    found = counts(suite_of([GOOD, replace(GOOD, id="b", must=True, persona="staff")]))
    assert found["kind"] == {"number": 2}
    assert found["persona"] == {"none": 1, "staff": 1}
    assert found["marked"] == {"must": 1}


def test_the_shipped_suites_are_as_large_as_promised():
    development = load_suite(SUITES / "fiches-development").items
    test = load_suite(SUITES / "fiches-test").items
    both = [*development, *test]
    kinds = counts(suite_of(both))["kind"]
    assert len(both) >= 300
    assert sum(not item.answerable for item in both) >= 60
    assert kinds["false-premise"] >= 40
    assert kinds["follow-up"] >= 40
    assert kinds["injection"] >= 30
    assert kinds["multi-document"] >= 40
    assert {item.lang for item in test} == {"nl", "en"}
    assert {"artist", "staff", "evaluator"} <= {item.persona for item in test}


@pytest.mark.parametrize(
    ("name", "tuned"),
    [
        ("fiches-test", "fiches-development"),
        ("first-questions-sealed", "first-questions-development"),
        ("natural-sealed", "published-development"),
        ("published-sealed", "published-development"),
    ],
)
def test_test_questions_are_no_copies_of_development_questions(name, tuned):
    test = load_suite(SUITES / name).items
    development = load_suite(SUITES / tuned).items
    assert near_copies(test, development) == ()
