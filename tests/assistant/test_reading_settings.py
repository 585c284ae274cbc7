"""Wrong settings are told in a sentence: where they stand, what is wrong, what would do."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.errors import BadSettings
from assistant.reading_settings import read_settings
from wegwijs import app


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file of settings is looked for."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WEGWIJS_ENGINE", raising=False)
    return tmp_path / "wegwijs.toml"


def told(**given: object) -> str:
    with pytest.raises(BadSettings) as raised:
        read_settings(given)
    assert "pydantic" not in str(raised.value)
    return str(raised.value)


def test_a_file_that_is_no_toml(file: Path) -> None:
    file.write_text("data = [")
    assert told().startswith(f"{file} is not valid TOML (")
    file.write_bytes(b"data = '\xff'")
    assert told().startswith(f"{file} is not valid TOML (")


def test_a_file_that_cannot_be_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert told().startswith(f"{file} cannot be read (Permission denied).")


def test_a_key_that_does_not_exist(file: Path) -> None:
    file.write_text("bogus = 3")
    assert f"{file}: there is no setting 'bogus'. There are: data, corpus" in told()
    file.write_text("ollama_modle = 'x'")
    assert "Did you mean 'ollama_model'?" in told()
    file.write_text("[limits]\nbogus = 3")
    assert f"{file}: there is no setting 'limits.bogus'. There are: max_bytes" in told()
    file.write_text("[limits]\nmax_byte = 3")
    assert "Did you mean 'limits.max_bytes'?" in told()


def test_a_value_that_is_not_possible(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = "It must be 'auto', 'extractive', 'ollama' or 'openai'."
    file.write_text("engine = 'foo'")
    assert told() == f"{file}: engine cannot be 'foo'. {wanted}"
    monkeypatch.setenv("WEGWIJS_ENGINE", "bar")
    assert told() == f"WEGWIJS_ENGINE: engine cannot be 'bar'. {wanted}"
    assert told(engine="baz") == f"--engine: engine cannot be 'baz'. {wanted}"


def test_a_group_that_is_no_json(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEGWIJS_LIMITS", "{")
    assert "limits" in told()


def test_a_secret_is_not_repeated(file: Path) -> None:
    file.write_text("admin_token = 12345")
    assert "12345" not in told()


def test_good_settings_are_read(file: Path) -> None:
    file.write_text("data = 'there'")
    assert read_settings({}).data == Path("there")
    assert read_settings({"data": Path("here")}).data == Path("here")


@pytest.mark.usefixtures("file")
def test_a_folder_of_documents_that_does_not_exist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, absent = tmp_path / "here", tmp_path / "absent"
    here.mkdir()
    assert read_settings({"corpus": (here,)}).corpus == (here,)
    assert told(corpus=(here, absent)).startswith(f"--corpus: {absent} does not exist.")
    assert read_settings({"corpus": (absent,)}, absent_folders=True).corpus == (absent,)
    monkeypatch.setenv("WEGWIJS_CORPUS", str(absent))
    assert told().startswith(f"WEGWIJS_CORPUS: {absent} does not exist.")


@pytest.mark.usefixtures("file")
@pytest.mark.parametrize(
    "words",
    [
        ("index",),
        ("ask", "Wat is een reisbeurs?"),
        ("search", "reisbeurs"),
        ("serve", "--port", "0"),
        ("eval", "run", "--out", "run"),
    ],
    ids=lambda words: words[0],
)
def test_no_command_goes_on_without_a_folder_that_was_named(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    result = CliRunner().invoke(app, [*words, "--corpus", str(tmp_path / "absent")])
    assert isinstance(result.exception, BadSettings)
    assert not (tmp_path / "data").exists()
