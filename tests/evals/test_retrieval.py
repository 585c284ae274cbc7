from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.errors import SuiteError
from evals.retrieval import evaluate, read_set

ITEMS = {
    "d1": ("Archiefwet artikel 1", "In deze wet wordt verstaan onder zorgdrager degene die zorgt."),
    "d2": ("Archiefwet artikel 2", "De zorgdrager bewaart de archiefbescheiden in goede staat."),
    "d3": ("", "De subsidie voor muziekexport bedraagt 70,6 procent van de kosten."),
    "d4": ("", "Een dansgezelschap reist met steun naar het buitenland."),
}
QUESTIONS = {
    "q1": "Hoeveel subsidie is er voor muziekexport?",
    "q2": "artikel 2 van de Archiefwet",
    "q3": "zonder label",
}
LABELS = [("q1", "d3", "1"), ("q2", "d2", "1")]


def write(folder: Path, *, nested: bool = False) -> Path:
    (folder / "qrels").mkdir(parents=True)
    (folder / "corpus.jsonl").write_text(
        "\n".join(
            json.dumps({"_id": key, "title": title, "text": text, "more": 1})
            for key, (title, text) in ITEMS.items()
        ),
        encoding="utf-8",
    )
    (folder / "queries.jsonl").write_text(
        "\n".join(json.dumps({"_id": key, "text": text}) for key, text in QUESTIONS.items()),
        encoding="utf-8",
    )
    labels = folder / "qrels" / "test.tsv" if nested else folder / "qrels.tsv"
    rows = [("query-id", "corpus-id", "score"), *LABELS]
    labels.write_text("\n".join("\t".join(row) for row in rows), encoding="utf-8")
    return folder


@pytest.mark.parametrize("nested", [False, True])
def test_a_set_is_indexed_asked_and_scored(tmp_path: Path, nested: bool) -> None:
    scores = evaluate(write(tmp_path / "set", nested=nested), tmp_path / "out")
    assert scores.measures == {"ndcg@10": 1.0, "recall@5": 1.0, "recall@10": 1.0, "mrr@10": 1.0}
    assert (scores.questions, scores.items) == (2, 4)
    assert scores.documents_per_second > 0
    assert scores.queries_per_second > 0
    run = (tmp_path / "out" / "run.trec").read_text("utf-8").splitlines()
    assert run[0].split()[:4] == ["q1", "Q0", "d3", "1"]
    assert json.loads((tmp_path / "out" / "scores.json").read_text("utf-8"))["questions"] == 2


@pytest.mark.parametrize(
    ("name", "content", "named"),
    [
        ("corpus.jsonl", '{"_id": "d1"}', "corpus.jsonl, line 1: text"),
        ("queries.jsonl", '{"text": "x"}', "queries.jsonl, line 1: _id"),
        ("queries.jsonl", "geen json", "queries.jsonl"),
        ("qrels.tsv", "query-id\tcorpus-id\nq1\td1", "qrels.tsv, line 2: score"),
        ("qrels.tsv", "query-id\tcorpus-id\tscore\nq1\td1\thoog", "qrels.tsv, line 2: score"),
    ],
)
def test_a_malformed_set_is_refused_with_file_line_and_key(
    tmp_path: Path, name: str, content: str, named: str
) -> None:
    folder = write(tmp_path / "set")
    (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(SuiteError, match=named):
        read_set(folder)


def test_a_set_without_labels_is_refused(tmp_path: Path) -> None:
    folder = write(tmp_path / "set")
    (folder / "qrels.tsv").unlink()
    with pytest.raises(SuiteError, match="qrels"):
        read_set(folder)
