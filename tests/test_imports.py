"""Data flows one way, and imports point only back up that line."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

MAY_IMPORT = {
    "corpus": set(),
    "indexing": {"corpus"},
    "assistant": {"corpus", "indexing"},
    "web": {"corpus", "indexing", "assistant"},
    "evals": {"corpus", "indexing", "assistant"},
}

HOMES = {
    "pypdf": "corpus/reading/pdf",
    "pypdfium2": "corpus/reading/pdf",
    "chromadb": "indexing/vector_index",
    "tantivy": "indexing/keyword_index",
    "ollama": ("indexing/embedding", "assistant/generating", "assistant/ollama"),
    "fastapi": "web/",
    "starlette": "web/",
    "uvicorn": "web/",
}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module


def modules() -> list[Path]:
    return [path for folder in MAY_IMPORT for path in sorted((ROOT / folder).rglob("*.py"))]


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_only_back_up_the_line(path: Path) -> None:
    folder = path.relative_to(ROOT).parts[0]
    siblings = {name.split(".")[0] for name in imports(path)} & set(MAY_IMPORT)
    assert siblings <= MAY_IMPORT[folder] | {folder}


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_outside_libraries_have_one_home(path: Path) -> None:
    relative = path.relative_to(ROOT).as_posix()
    for name in {name.split(".")[0] for name in imports(path)} & set(HOMES):
        assert relative.startswith(HOMES[name]), f"{name} is imported in {relative}"


def test_every_folder_has_a_place_on_the_line() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages - {"tests", "benchmarks"} == set(MAY_IMPORT)
