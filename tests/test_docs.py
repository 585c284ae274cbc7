"""The documentation says what the program does: its commands, settings, links and pictures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from assistant.settings import WegwijsSettings
from wegwijs import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
IN_PROSE = ("data", "corpus", "engine", "ollama_url", "ollama_model", "embed_model", "admin_token")


def commands() -> set[str]:
    return set(get_command(app).commands)  # type: ignore[attr-defined]


def test_the_readme_names_every_command_and_no_other() -> None:
    named = set(re.findall(r"wegwijs ([a-z]+)", README))
    assert commands() <= named
    assert named - commands() == set()


@pytest.mark.parametrize("name", IN_PROSE)
def test_settings_that_others_rely_on_are_in_the_readme(name: str) -> None:
    assert name in WegwijsSettings.model_fields
    assert f"WEGWIJS_{name.upper()}" in README


def test_every_setting_is_described() -> None:
    for name, field in WegwijsSettings.model_fields.items():
        assert field.description, name


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_and_pictures_are_there(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)\)", path.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:", target):
            assert (path.parent / target).exists(), target


def test_decision_records_are_numbered_once() -> None:
    numbers = [path.name[:4] for path in (ROOT / "docs" / "decisions").glob("*.md")]
    assert len(numbers) == len(set(numbers))
    assert all(number.isdigit() for number in numbers)


def test_no_index_address_stands_in_a_lock_file() -> None:
    for path in (ROOT / "requirements").iterdir():
        assert "://" not in path.read_text(encoding="utf-8"), path.name
