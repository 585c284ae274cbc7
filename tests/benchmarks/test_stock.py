"""A stock pipeline, asked the questions of a suite over made-up documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.stock import Retrieve, answer, by_keywords, main, nodes_of, read
from evals.rescoring import score_again
from evals.suite import Item, load_suite
from tests.made_documents.building import build

SUITE = """
- id: herons
  question: When may a heron be counted?
  lang: en
  kind: fact
  answerable: true
  documents: [rules-for-herons]
  pages: {rules-for-herons: [1]}
  nuggets: [{any_of: [at dawn], vital: true}]
- id: owls
  question: Which owl may be counted twice?
  lang: en
  kind: unanswerable
  answerable: false
  documents: []
  nuggets: []
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    build(folder)
    return folder


@pytest.fixture(scope="module")
def retrieve(made: Path) -> Retrieve:
    return by_keywords(nodes_of(list(read(made))))


def item(question: str) -> Item:
    return Item("q", question, "nl", "fact", True, (), ())


def test_each_page_is_read_by_itself_and_html_without_its_tags(made: Path) -> None:
    pages = [(one.metadata["file_name"], one.metadata["page_label"]) for one in read(made)]
    assert len(pages) == len(set(pages))
    assert any(name.endswith(".pdf") and page == "2" for name, page in pages)
    (web,) = (one.text for one in read(made) if one.metadata["file_name"].startswith("oproep-resi"))
    assert "</" not in web


def test_the_answer_is_the_passage_that_fits_best_with_its_page(retrieve: Retrieve) -> None:
    result = answer(item("Wat staat er in het reglement van de ateliers?"), retrieve)
    (cited,) = result.citations
    assert cited.document == "reglement-ateliers-lindervoort"
    assert cited.page >= 1
    assert result.answer == f"{cited.quote} [1]"
    assert result.retrieved is not None
    assert result.retrieved[0].document == cited.document
    assert len(result.retrieved) > 1


def test_the_results_are_scored_as_those_of_any_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    documents, suite, run = (tmp_path / name for name in ("documents", "suite.yaml", "run"))
    documents.mkdir()
    (documents / "Rules for herons.md").write_text("A heron is counted at dawn.", "utf-8")
    (documents / "Reed.txt").write_text("Reed is cut in winter, by hand.", "utf-8")
    (documents / "picture.png").write_bytes(b"no text")
    suite.write_text(SUITE, encoding="utf-8")
    given = ["stock", "--corpus", str(documents), "--suite", str(suite), "--out", str(run)]
    monkeypatch.setattr("sys.argv", given)
    main()
    assert "2 questions over 2 passages" in capsys.readouterr().out
    herons, owls = score_again(run, load_suite(suite)).scored
    assert herons.scores["correct"] == herons.scores["page_recall"] == 1.0
    assert (owls.scores["correct"], owls.scores["false_answer"]) == (0.0, 1.0)
