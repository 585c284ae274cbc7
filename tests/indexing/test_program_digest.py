from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from indexing.program_digest import MAKES_AN_INDEX, ROOT, files_digest, program_digest

# Where the making of an index begins.
BEGINS = ("corpus/reading/*.py", "indexing/building.py", "indexing/splitting.py")
# Imported there, and of no weight for what an index holds: settings are in the manifest themselves,
# the layout of the files has a version, the rest is for questions or tells errors.
OF_NO_WEIGHT = {
    "corpus/errors.py",
    "indexing/errors.py",
    "indexing/generations.py",
    "indexing/index.py",
    "indexing/keyword_index.py",
    "indexing/manifest.py",
    "indexing/passage_store.py",
    "indexing/protocols.py",
    "indexing/querying.py",
    "indexing/settings.py",
    "indexing/vector_index.py",
}


def below(*patterns: str) -> set[str]:
    return {
        file.relative_to(ROOT).as_posix() for pattern in patterns for file in ROOT.glob(pattern)
    }


def imported(file: str) -> Iterator[str]:
    """The project's files that a file imports."""
    for node in ast.walk(ast.parse((ROOT / file).read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in (node.module, *(f"{node.module}.{one.name}" for one in node.names)):
                path = f"{name.replace('.', '/')}.py"
                if (ROOT / path).exists():
                    yield path


def test_whatever_making_an_index_imports_is_in_the_digest() -> None:
    covered = below(*MAKES_AN_INDEX)
    todo, seen = list(below(*BEGINS)), set[str]()
    while todo:
        file = todo.pop()
        if file not in seen and file not in OF_NO_WEIGHT:
            seen.add(file)
            todo += imported(file)
    assert len(seen) > 40
    assert seen <= covered, sorted(seen - covered)


def test_every_pattern_names_something() -> None:
    assert [pattern for pattern in MAKES_AN_INDEX if not below(pattern)] == []


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A small program of files that make an index and one that does not."""
    for name in ("corpus/reading/pdf.py", "indexing/stop_words/nl.txt", "indexing/retriever.py"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("one\n")
    return tmp_path


@pytest.mark.parametrize("name", ["corpus/reading/pdf.py", "indexing/stop_words/nl.txt"])
def test_another_line_of_code_or_of_a_word_list_is_another_program(
    program: Path, name: str
) -> None:
    before = files_digest(program)
    (program / name).write_text("one\ntwo\n")
    assert files_digest(program) != before


def test_a_file_that_is_taken_away_or_renamed_is_another_program(program: Path) -> None:
    before = files_digest(program)
    (program / "corpus/reading/pdf.py").rename(program / "corpus/reading/html.py")
    renamed = files_digest(program)
    (program / "corpus/reading/html.py").unlink()
    assert len({before, renamed, files_digest(program)}) == 3


def test_what_only_answers_questions_is_no_other_program(program: Path) -> None:
    before = files_digest(program)
    (program / "indexing/retriever.py").write_text("two\n")
    assert files_digest(program) == before


def test_another_version_of_a_library_that_reads_files_is_another_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = program_digest.__wrapped__()
    monkeypatch.setattr(
        "indexing.program_digest.version",
        lambda name: "0.0.1" if name == "pypdf" else version(name),
    )
    assert program_digest.__wrapped__() != before


def test_the_program_itself_has_one_digest() -> None:
    assert len(program_digest()) == 32
