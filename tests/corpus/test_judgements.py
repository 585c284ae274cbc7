"""Judgements of advisers: what is a valid one, and where a mistake stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import CatalogueError
from corpus.judgements import load_judgements

ONE = """
- ask: who pays our ferry, and does the dog need papers
  lang: en
  parts:
  - {asked: pays our ferry, answers: ["funding-tip: A TIP helps"]}
  - {asked: does the dog need papers, gap: 'true'}
  contact: [organisation-kunstenpunt]
  fine: ["practice-insurance: Insure"]
  rest: ["practice-a1: To be posted"]
"""


def loaded(folder: Path, text: str) -> None:
    (folder / "a-1.yaml").write_text(text, "utf-8")
    load_judgements(folder)


def test_a_judgement_is_read(tmp_path: Path) -> None:
    (tmp_path / "a-1.yaml").write_text(ONE, "utf-8")
    (one,) = load_judgements(tmp_path)["a-1"]
    assert [part.gap for part in one.parts] == [False, True]
    assert list(one.statements) == [
        "funding-tip: A TIP helps",
        "practice-insurance: Insure",
        "practice-a1: To be posted",
    ]


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("gap: 'true'", "gap: 'false'", "no gap"),
        ("practice-insurance: Insure", "funding-tip: A TIP helps", "answers and is fine"),
        ("practice-a1: To be posted", "to be posted", "rest"),
        ("lang: en", "lang: fr", "lang"),
        ("contact", "whom", "whom"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, wrong: str, right: str, message: str) -> None:
    with pytest.raises(CatalogueError, match=message) as told:
        loaded(tmp_path, ONE.replace(wrong, right))
    assert "a-1.yaml" in str(told.value)


def test_a_question_stands_there_once(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="twice"):
        loaded(tmp_path, ONE + ONE)


def test_what_is_measured_on_was_not_learnt_from() -> None:
    learnt = {one.ask for every in load_judgements().values() for one in every}
    measured = load_judgements(Path("evals/judgements"))
    assert len(measured) > 1
    assert not learnt & {one.ask for every in measured.values() for one in every}
