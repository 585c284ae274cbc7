"""Runs: kept as they go, resumed, compared, judged and written out."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import pytest

from evals.comparing import compare
from evals.errors import RunError
from evals.exporting import write_csv, write_junit
from evals.gating import gate
from evals.reporting import write_report
from evals.run_folder import read_run
from evals.running import run_suite
from evals.suite import suite_of
from tests.evals.conftest import REFUSAL, ScriptedTarget, make_item, make_result


def test_a_crash_is_a_record_and_no_score(suite, target, tmp_path):
    run = run_suite(suite, target, tmp_path / "run")
    assert run.summary.crashed == ("crash",)
    assert run.summary.overall["correct"].n == 3
    assert run.summary.overall["correct"].mean == pytest.approx(2 / 3)
    lines = [json.loads(x) for x in (tmp_path / "run/results.jsonl").read_text().splitlines()]
    assert [x["id"] for x in lines] == ["right", "wrong", "absent", "crash"]
    assert lines[3]["error"] == "RuntimeError: out of luck"
    for key in ("answer", "status", "refused", "citations", "lang", "engine", "latency_ms"):
        assert key in lines[0]


def test_two_runs_give_the_same_scores(suite, target, tmp_path):
    a = run_suite(suite, target, tmp_path / "a", workers=3)
    b = run_suite(suite, target, tmp_path / "b")
    assert a.summary == b.summary
    assert read_run(tmp_path / "a", suite).summary == a.summary


def test_an_interrupted_run_goes_on_where_it_stopped(suite, target, tmp_path):
    def interrupt(name):
        if name == "absent":
            raise KeyboardInterrupt

    target.before = interrupt
    with pytest.raises(KeyboardInterrupt):
        run_suite(suite, target, tmp_path / "run")
    target.before = lambda name: None
    target.asked.clear()
    run = run_suite(suite, target, tmp_path / "run")
    assert "right" not in target.asked
    assert {"absent", "crash"} <= set(target.asked)
    assert len(run.scored) == 4


def test_a_run_of_another_suite_is_not_mixed_in(suite, target, tmp_path):
    run_suite(suite, target, tmp_path / "run")
    other = replace(suite, digest="other")
    with pytest.raises(RunError, match="another suite digest"):
        run_suite(other, target, tmp_path / "run")
    run_suite(other, target, tmp_path / "run", resume=False)
    run_suite(suite, target, tmp_path / "run", resume=False)
    reworded = suite_of([replace(suite.items[0], question="Iets anders?"), *suite.items[1:]])
    assert read_run(tmp_path / "run", reworded).left_out == 1
    assert read_run(tmp_path / "run", reworded).scored[0].item.id == "wrong"
    with pytest.raises(RunError, match="no question in common"):
        read_run(tmp_path / "run", suite_of([make_item(id="new")]))


def test_comparison_names_what_changed(suite, target, tmp_path):
    a = run_suite(suite, target, tmp_path / "a")
    better = ScriptedTarget({**target.script, "wrong": make_result(), "absent": make_result()})
    b = run_suite(suite, better, tmp_path / "b")
    found = compare(a, b).as_json()
    assert found["better"] == ["wrong"]
    assert found["worse"] == ["absent"]
    assert found["differences"]["false_answer"]["mean"] == 1.0


def many(n):
    return tuple(make_item(id=f"q{i}") for i in range(n))


def test_the_gate_closes_on_a_significant_loss_and_stays_quiet_on_noise(suite, tmp_path):
    suite = replace(suite, items=many(40))
    good = {item.id: make_result() for item in suite.items}
    base = run_suite(suite, ScriptedTarget(good), tmp_path / "base")
    noise = ScriptedTarget({**good, "q1": make_result(answer="Iets anders. [1]")})
    assert gate(base, run_suite(suite, noise, tmp_path / "noise")).passed
    loss = ScriptedTarget({**good, **{f"q{i}": REFUSAL for i in range(15)}})
    verdict = gate(base, run_suite(suite, loss, tmp_path / "loss"))
    assert any("Strictly correct" in reason for reason in verdict.reasons)
    assert gate(base, base).passed


def test_the_gate_closes_on_a_question_that_must_be_right(suite, target, tmp_path):
    run = run_suite(suite, target, tmp_path / "run")
    reasons = gate(run, run).reasons
    assert any(reason.startswith("wrong: must be right") for reason in reasons)
    assert any(reason.startswith("crash: crashed") for reason in reasons)


def test_the_report_is_one_file_and_shows_text_as_text(suite, target, tmp_path):
    hostile = ScriptedTarget(
        {**target.script, "right": make_result(answer="<script>alert(1)</script>")}
    )
    run = run_suite(suite, hostile, tmp_path / "run")
    before = run_suite(suite, target, tmp_path / "before")
    write_report(run, tmp_path / "report.html", compare(before, run))
    page = (tmp_path / "report.html").read_text()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "http://" not in page
    assert "https://" not in page
    assert "Ongeveer de helft" in page
    assert 'data-outcome="crashed"' in page


def test_junit_and_csv_hold_every_question(suite, target, tmp_path):
    run = run_suite(suite, target, tmp_path / "run")
    write_junit(run, tmp_path / "junit.xml")
    root = ElementTree.parse(tmp_path / "junit.xml").getroot()
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("4", "1", "1")
    write_csv(run, tmp_path / "scores.csv")
    with (tmp_path / "scores.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert [row["correct"] for row in rows] == ["1.0", "0.0", "1.0", ""]
