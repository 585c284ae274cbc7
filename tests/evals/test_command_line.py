"""The commands as an evaluator gives them, over two small documents of their own."""

from __future__ import annotations

import json
import shutil
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evals.command_line import app
from tests.evals.conftest import QUESTIONS


@pytest.fixture
def eval_(documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Gives a command in the folder with the documents; returns what it printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WEGWIJS_ENGINE", "extractive")
    monkeypatch.setenv("WEGWIJS_CORPUS", str(documents))

    def give(*words: str, code: int = 0) -> str:
        result = CliRunner().invoke(app, list(words))
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        return result.output

    return give


SUITE = ("--suite", "known.questions.yaml")
CORPUS = ("--without-fiches",)


def test_from_a_suite_to_a_gate(eval_, tmp_path):
    printed = eval_("run", *SUITE, *CORPUS, "--out", "first")
    assert "Strictly correct" in printed
    assert "100.0%" in printed
    run = tmp_path / "first"
    made = {path.name for path in run.iterdir()}
    assert made == {
        "results.jsonl", "scores.jsonl", "traces.jsonl", "summary.json", "settings.json",
        "suite.yaml", "report.html", "junit.xml", "scores.csv",
    }  # fmt: skip
    told = (run / "settings.json").read_text()
    assert str(tmp_path) not in told
    assert "admin_token" not in told
    eval_("baseline", "first", "kept")
    assert {path.name for path in (tmp_path / "kept").iterdir()} == {
        "results.jsonl", "scores.jsonl", "summary.json", "settings.json",
    }  # fmt: skip
    assert eval_("gate", "--baseline", "kept", "--run", "first") == ""
    assert "report.html" in eval_("report", "first")
    assert "100.0%" in eval_("score", "first", *CORPUS)


def test_what_changed_between_two_runs(eval_, tmp_path):
    eval_("run", *SUITE, *CORPUS, "--out", "first")
    harder = QUESTIONS.replace("- id: sleutel", "- must: true\n  id: sleutel")
    (tmp_path / "known.questions.yaml").write_text(harder)
    text = tmp_path / "documents" / "huisregels.md"
    text.write_text(text.read_text().replace("45 euro", "50 euro"))
    eval_("run", *SUITE, *CORPUS, "--out", "second")
    printed = eval_("compare", "first", "second")
    assert "worse  sleutel" in printed
    page = (tmp_path / "second" / "compared-with-first.html").read_text()
    assert "<del>" in page
    assert "<ins>" in page
    found = json.loads(eval_("compare", "first", "second", "--json"))
    assert found["worse"] == ["sleutel"]
    table = eval_("table", "first", "second")
    assert table.startswith("| 3 questions | first | second |")
    reasons = eval_("gate", "--baseline", "first", "--run", "second", code=1)
    assert "sleutel: must be right, and is not" in reasons


def test_a_run_is_not_mixed_with_one_of_other_documents(eval_, tmp_path):
    from evals.errors import RunError

    eval_("run", *SUITE, *CORPUS, "--out", "first")
    (tmp_path / "documents" / "new.md").write_text("# New\n\nSomething new about keys.\n")
    with pytest.raises(RunError, match="another corpus digest"):
        eval_("run", *SUITE, *CORPUS, "--out", "first")
    eval_("run", *SUITE, *CORPUS, "--out", "first", "--anew")


def test_a_file_where_a_folder_should_be_is_told(eval_, tmp_path):
    from evals.errors import RunError

    (tmp_path / "taken").write_text("a file")
    for out in ("taken", "taken/below"):
        with pytest.raises(RunError, match=r"The folder taken.* cannot be made .*another folder"):
            eval_("run", *SUITE, *CORPUS, "--out", out)
    eval_("run", *SUITE, *CORPUS, "--out", "first")
    with pytest.raises(RunError, match=r"The folder taken cannot be made \(a file stands there\)"):
        eval_("baseline", "first", "taken")
    assert (tmp_path / "taken").read_text() == "a file"


def test_results_of_another_product_are_scored(eval_, tmp_path):
    folder = tmp_path / "product"
    folder.mkdir()
    lines = [
        {"id": "covers", "answer": "Up to 70%.", "status": "ok", "refused": False,
         "citations": [{"n": 1, "document": "travel-grants", "page": 1,
                        "quote": "The grant covers up to 70 percent"}],
         "lang": "en", "engine": "x", "latency_ms": 5, "error": None},
        {"id": "sleutel", "answer": "", "status": "", "refused": False, "citations": [],
         "lang": "nl", "engine": "x", "latency_ms": 5, "error": "time-out"},
    ]  # fmt: skip
    (folder / "results.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    eval_("run", *SUITE, *CORPUS, "--out", "first")
    printed = eval_("score", "product", *SUITE, *CORPUS)
    assert "2 questions: 1 right, 1 crashed." in printed
    assert "Quotes verbatim" in printed
    printed = eval_("table", "first", "product")
    assert "| Strictly correct | 100.0%" in printed


def test_validate_and_power(eval_, tmp_path):
    assert "3 questions, 0 findings." in eval_("validate", *SUITE, *CORPUS)
    shutil.copy(tmp_path / "known.questions.yaml", tmp_path / "dev.yaml")
    printed = eval_("validate", *SUITE, *CORPUS, "--development", "dev.yaml", code=1)
    assert "near-copy of development question covers" in printed
    assert "300 questions show a change of 7.2% or more." in eval_("power", "300")
    assert "cannot be" in eval_("power", "300", "--changed", "0.03")


def test_one_target_at_a_time(eval_):
    words = ("run", *SUITE, "--out", "x")
    assert "not both" in eval_(*words, "--url", "http://a", "--openai-url", "http://b", code=2)
    assert "needs --model" in eval_(*words, "--openai-url", "http://b", code=2)


def test_people_mark_and_a_model_judges(eval_, tmp_path, scripted_model):
    eval_("run", *SUITE, "--without-fiches", "--out", "first")
    marked = CliRunner().invoke(app, ["mark", "first", "--reviewer", "AB"], input="right\n" * 3)
    assert marked.exit_code == 0, marked.output
    again = CliRunner().invoke(
        app, ["mark", "first", "--reviewer", "CD"], input="right\nfine\nwrong\nright\n"
    )
    assert "CD and AB: 2 of 3 alike, kappa 0.00" in again.output
    printed = eval_("judge", "first", "--model", "m", "--url", scripted_model, "--repeats", "2")
    assert "m calls 100.0% right; the same mark in all repetitions for 100%." in printed
    assert "Against AB: 3 of 3 alike, kappa –" in printed
    assert "Against CD: 2 of 3 alike, kappa 0.00" in printed
    assert "m called 100.0% of 3 answers right" in (tmp_path / "first/report.html").read_text()


def test_saved_answers_become_a_suite(eval_, tmp_path):
    saved = {"question": "Hoeveel sleutels krijg ik?", "lang": "nl", "text": "Twee.", "id": "a1"}
    (tmp_path / "answers.jsonl").write_text(json.dumps(saved))
    words = ["review", "answers.jsonl", "--reviews", "reviews.jsonl"]
    assert "1 candidates, 0 reviews." in eval_(*words)
    typed = "right\ntwee | 2\n-\nhuisregels\nnumber\n"
    told = CliRunner().invoke(app, [*words, "--reviewer", "AB", "--out", "use.yaml"], input=typed)
    assert told.exit_code == 0, told.output
    assert "1 questions, 0 findings." in eval_(
        "validate", "--suite", "use.yaml", "--without-fiches"
    )


class Model(BaseHTTPRequestHandler):
    """A model that finds everything right."""

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        text = json.dumps({"message": {"content": '{"mark": "right"}'}}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass


@pytest.fixture
def scripted_model():
    server = HTTPServer(("127.0.0.1", 0), Model)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()
