"""The guide names everything there is."""

from __future__ import annotations

import re
from pathlib import Path

from typer.main import get_command
from typer.testing import CliRunner

from evals.command_line import app
from evals.measures import MEASURES
from evals.suite import KINDS, item_as_json, load_suite, suite_of
from evals.validating import counts
from tests.evals.conftest import make_item

ROOT = Path(__file__).parent.parent.parent
GUIDE = (ROOT / "docs" / "evaluation.md").read_text("utf-8")


def test_every_command_is_in_the_guide():
    for name in get_command(app).commands:
        assert f"`eval {name}" in GUIDE, name


def test_every_measure_and_kind_is_in_the_guide():
    for name in (*(measure.name for measure in MEASURES), *KINDS):
        assert f"`{name}`" in GUIDE, name


def test_every_key_of_an_item_is_in_the_guide():
    full = make_item(
        persona="staff", history=(), sections=("x",), evidence="x", must=True, notices=("ended",),
        attribution=("x",), group="x",
    )  # fmt: skip
    for key in (*item_as_json(full), "history"):
        assert f"| `{key}` |" in GUIDE, key


def test_the_guides_own_trial_ends_as_it_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WEGWIJS_ENGINE", "extractive")
    (tmp_path / "mydocs").mkdir()
    for kind, name in (("markdown", "Travel Grants 2024.md"), ("yaml", "known.questions.yaml")):
        block = re.search(rf"```{kind}\n(.*?)```", GUIDE, re.DOTALL)
        assert block
        text = re.sub(r"(?m)^   ", "", block[1])
        (tmp_path / "mydocs" / name).write_text(text, encoding="utf-8")
    commands = re.findall(r"(?m)^ {7}wegwijs eval (.*known.questions.yaml.*--data.*)$", GUIDE)
    assert [command.split()[0] for command in commands] == ["validate", "run", "run"]
    for command in commands[:2]:
        result = CliRunner().invoke(app, command.split())
        assert result.exit_code == 0, result.output
    told = re.search(r"(?m)^ {7}(\d questions: .*)$", GUIDE)
    assert told
    assert told[1] in result.output.splitlines()


def test_the_counts_in_the_guide_are_those_of_the_suites():
    items = [
        item
        for name in ("fiches-development", "fiches-test")
        for item in load_suite(ROOT / "evals" / "suites" / name).items
    ]
    both = counts(suite_of(items))["kind"]
    refused = sum(not item.answerable for item in items)
    told = (
        f"hold {len(items)} questions",
        f"{refused} to be refused",
        f"{both['false-premise']} false premises",
        f"{both['follow-up']} follow-ups",
        f"{both['injection']} injections",
        f"{both['multi-document']} over several documents",
    )
    for phrase in told:
        assert phrase in GUIDE, phrase
