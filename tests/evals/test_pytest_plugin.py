"""The plugin: an organisation's own questions, beside its documents, as tests."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.evals.conftest import DOCUMENTS, QUESTIONS

pytest_plugins = ["pytester"]


@pytest.fixture
def folder(pytester):
    """Documents and questions in one folder, as an organisation would keep them."""
    for name, text in DOCUMENTS.items():
        (pytester.path / name).write_text(text, encoding="utf-8")
    (pytester.path / "known.questions.yaml").write_text(QUESTIONS, encoding="utf-8")
    return pytester


def run(pytester, *words):
    return pytester.runpytest_inprocess("-p", "no:cacheprovider", "-p", "no:asyncio", *words)


def test_questions_with_right_answers_pass(folder):
    run(folder).assert_outcomes(passed=3)


def test_a_wrong_answer_says_what_was_asked_expected_and_given(folder):
    file = folder.path / "known.questions.yaml"
    file.write_text(QUESTIONS.replace('"45 euro"', '"46 euro"'), encoding="utf-8")
    result = run(folder)
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(
        ["question: Hoeveel kost een verloren sleutel?", "why: *lacks “46 euro”*", "answer: *45*"]
    )


def test_a_broken_file_names_file_item_and_key(folder):
    file = folder.path / "known.questions.yaml"
    file.write_text(QUESTIONS.replace("  lang: nl\n", ""), encoding="utf-8")
    result = run(folder)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*item sleutel: key 'lang' is missing*"])


def test_documents_may_stand_elsewhere(folder):
    elsewhere = folder.mkdir("elsewhere")
    for name in DOCUMENTS:
        (folder.path / name).rename(elsewhere / name)
    data = folder.path / "kept"
    options = ("--wegwijs-corpus", str(elsewhere), "--wegwijs-data", str(data))
    run(folder, *options).assert_outcomes(passed=3)
    assert (data / "index").is_dir()
    run(folder, *options, "-k", "sleutel").assert_outcomes(passed=1, deselected=2)


def test_unused_it_imports_nothing_of_the_program():
    code = (
        "import sys, evals.pytest_plugin\n"
        "ours = {'corpus', 'indexing', 'assistant', 'web', 'numpy', 'httpx', 'yaml', 'jinja2'}\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        "print(sorted(ours & loaded), sorted(n for n in sys.modules if n.startswith('evals.')))\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert found.strip() == "[] ['evals.pytest_plugin']"
