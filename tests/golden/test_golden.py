"""Made documents are read as they were made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.documents import DOCUMENTS
from tests.golden.printed import browser, printed
from tests.golden.reading import SEEDS, Results, read_file, read_made
from tests.golden.truth import Agreement, compared

AIMS = {
    "headings": 0.95,
    "footnotes": 0.95,
    "footnotes linked": 0.95,
    "furniture": 0.95,
    "table cells": 0.90,
    "table groups": 0.95,
    "boxes": 0.90,
    "paragraphs": 0.95,
    "list items": 0.95,
    "captions": 0.95,
    "references": 0.95,
    "quotes": 0.85,
    "page labels": 1.0,
}
FLOOR = 0.85
"""No document alone may be read worse than this in what it has much of."""
_MUCH = 8


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    return read_made(tmp_path_factory.mktemp("golden"))


@pytest.mark.parametrize("feature", AIMS)
def test_feature_reaches_its_aim_over_all_documents(results: Results, feature: str) -> None:
    total = sum((one[feature] for one in results.values()), Agreement(0, 0, 0))
    assert total.both > 5, f"too little {feature} in the documents to say anything"
    assert total.f1 >= AIMS[feature], f"precision {total.precision:.3f}, recall {total.recall:.3f}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_layout_is_read_badly(results: Results, name: str) -> None:
    for seed in SEEDS:
        for feature, found in results[name, seed].items():
            if found.both + found.missing >= _MUCH:
                assert found.f1 >= FLOOR, (seed, feature, found)


@pytest.mark.slow
@pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "untagged"])
def test_a_browsers_print_is_read_with_its_tags_and_without(tmp_path: Path, tagged: bool) -> None:
    program = browser()
    if program is None:
        pytest.skip("there is no Chromium here")
    file = tmp_path / "printed.pdf"
    truth = printed(program, file, 0, tagged=tagged)
    found = compared(read_file(file), truth)
    for feature in ("headings", "furniture", "paragraphs", "list items", "quotes", "captions"):
        assert found[feature].f1 >= 0.95, (feature, found[feature])
    assert found["table cells"].f1 >= 0.9
    assert found["page labels"].f1 == 1.0


def test_a_reading_that_misses_things_scores_lower() -> None:
    assert Agreement(9, 1, 1).f1 == pytest.approx(0.9)
    assert Agreement(0, 0, 4).f1 == 0.0
    assert Agreement(0, 0, 0).f1 == 1.0
