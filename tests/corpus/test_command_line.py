"""``wegwijs corpus …`` as somebody types it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from corpus.command_line import app
from tests.corpus.misbehaving_server import Site, good, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.fixture(autouse=True)
def _somewhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result


def test_adding_listing_showing_and_removing(tmp_path: Path) -> None:
    (tmp_path / "nota.txt").write_text("text")
    added = run("add", "nota.txt", "--title", "Een nota", "--date", "2024")
    assert "added" in added.output
    assert "wegwijs index" in added.output
    listed = json.loads(run("list", "--json").output)["documents"]
    (nota,) = [row for row in listed if row["id"] == "nota"]
    assert (nota["title"], nota["date"], nota["here"]) == ("Een nota", "2024", True)
    assert "Een nota" in run("show", "nota").output
    assert json.loads(run("show", "nota", "--json").output)["publisher"] == ""
    assert "wegwijs index" in run("remove", "nota").output
    run("show", "nota", code=1)


def test_the_next_step_names_the_data_folder(tmp_path: Path) -> None:
    (tmp_path / "nota.txt").write_text("text")
    added = run("add", "nota.txt", "--data", "my data")
    removed = run("remove", "nota", "--data", "my data")
    assert "`wegwijs index --data 'my data'`" in added.output
    assert "`wegwijs index --data 'my data'`" in removed.output


def test_of_a_folder_the_good_are_added_and_the_bad_named(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "good.txt").write_text("text")
    for name in ("empty.pdf", "empty.txt"):
        (tmp_path / "mine" / name).write_bytes(b"")
    added = run("add", "mine", code=1)
    assert "wegwijs index" in added.output
    assert "empty.pdf" in added.output
    assert "empty.txt" in added.output
    (tmp_path / "mine" / "good.txt").unlink()
    assert "wegwijs index" not in run("add", "mine", code=1).output


def test_a_document_that_cannot_be_removed_is_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "nota.txt").write_text("text")
    run("add", "nota.txt")

    def refused(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refused)
        assert "Permission denied" in run("remove", "nota", code=1).output
    assert "sound" in run("verify").output


def test_the_list_shows_what_an_added_document_calls_itself(tmp_path: Path) -> None:
    (tmp_path / "v2-final.md").write_text("# Working abroad\n\nA guide for musicians on tour.\n")
    run("add", "v2-final.md")
    listed = json.loads(run("list", "--json").output)["documents"]
    assert {row["id"]: row["title"] for row in listed}["v2-final"] == "Working abroad"


def test_the_list_marks_what_is_only_known() -> None:
    listed = json.loads(run("list", "--json").output)
    by_id = {row["id"]: row for row in listed["documents"]}
    assert by_id["country-de-nl"]["here"] is True
    assert by_id["econopolis-audiovisueel-2010"]["here"] is False
    assert listed["problems"] == []
    assert "(econopolis-audiovisueel-2010)" in run("list", "--catalogue").output
    assert "(econopolis" not in run("list").output


def test_a_fiche_is_shown_with_its_sources() -> None:
    shown = run("show", "country-de-en").output
    assert "Tax" in shown
    assert "de-05: " in shown
    assert "https://" in shown


def test_fetching_from_an_address(site: Site, tmp_path: Path) -> None:
    site.replies["/plan.pdf"] = good()
    run("add", site.url("/plan.pdf"), "--id", "plan", "--data", "elsewhere")
    assert (tmp_path / "elsewhere" / "documents" / "plan.pdf").exists()
    assert "is here already" in run("fetch", "plan", "--data", "elsewhere").output
    (tmp_path / "elsewhere" / "documents" / "plan.pdf").write_bytes(b"x")
    assert "1 sound" not in run("verify", "--data", "elsewhere", code=1).output
    reports = json.loads(run("fetch", "plan", "--data", "elsewhere", "--json").output)["reports"]
    assert [report["outcome"] for report in reports] == ["fetched"]
    run("verify", "--data", "elsewhere")


def test_no_network_is_a_message_and_exit_code_1() -> None:
    result = run("add", "http://127.0.0.1:9/plan.pdf", code=1)
    assert "no connection" in result.output
    assert "corpus add FILE" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "nothing-such"), "no document has the id"),
        (("remove", "nothing-such"), "was not fetched or added"),
        (("fetch", "nothing-such"), "not in the catalogue"),
        (("add", "nothing-such.pdf"), "no such file"),
    ],
)
def test_mistakes_are_one_line_and_exit_code_1(arguments: tuple[str, ...], said: str) -> None:
    assert said in run(*arguments, code=1).output


def test_wrong_usage_is_exit_code_2(tmp_path: Path) -> None:
    run("fetch", "--no-such-option", code=2)
    run("add", str(tmp_path), "--title", "Many", code=2)


def test_settings_come_from_options_environment_and_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two", "three"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(name)

    def found(*options: str) -> set[str]:
        listed = json.loads(run("list", "--json", *options).output)["documents"]
        return {row["id"] for row in listed if row["here"]} & {"one", "two", "three"}

    (tmp_path / "wegwijs.toml").write_text('corpus = ["one"]\n')
    assert found() == {"one"}
    monkeypatch.setenv("WEGWIJS_CORPUS", "one:two")
    assert found() == {"one", "two"}
    assert found("--corpus", "three") == {"three"}
    (tmp_path / "wegwijs.toml").write_text("corpus = [")
    assert "not valid TOML" in run("list", code=1).output


def test_asking_for_help_imports_next_to_nothing() -> None:
    program = (
        "import sys; from corpus.command_line import app;"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in "
        "('pydantic', 'httpx', 'yaml', 'corpus')))"
    )
    root = Path(__file__).parents[2]
    printed = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root
    )
    assert printed.stdout.strip() == "['corpus', 'corpus.command_line']"
