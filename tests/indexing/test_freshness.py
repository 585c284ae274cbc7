"""Whether an index still says what the documents say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus import listing
from corpus.listing import list_files
from corpus.settings import CorpusSettings
from indexing.freshness import Staleness, staleness
from indexing.settings import IndexingSettings
from indexing.synchronise import synchronise
from wegwijs import app


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    mine = tmp_path / "mine"
    mine.mkdir()
    for name in ("a", "b", "c"):
        (mine / f"{name}.txt").write_text(f"The grant for {name} is 450 euro.")
    return mine


def corpus(tmp_path: Path, *folders: Path, with_fiches: bool = False) -> CorpusSettings:
    downloads = tmp_path / "data" / "documents"
    return CorpusSettings(folders=folders, with_fiches=with_fiches, downloads=downloads)


def index(tmp_path: Path, given: CorpusSettings) -> None:
    synchronise(IndexingSettings(folder=tmp_path / "data" / "index", vectors=False), given)


def found(tmp_path: Path, given: CorpusSettings) -> Staleness:
    return staleness(tmp_path / "data" / "index", given)


def names(paths: tuple[str, ...]) -> list[str]:
    return [Path(path).name for path in paths]


def test_what_differs_is_found_and_a_run_mends_it(tmp_path: Path, folder: Path) -> None:
    given = corpus(tmp_path, folder)
    index(tmp_path, given)
    assert not found(tmp_path, given)
    (folder / "new.txt").write_text("new")
    (folder / "picture.jpg").write_bytes(b"no document")
    (folder / "a.txt").write_text("The grant for a is 900 euro!")
    os.utime(folder / "b.txt", ns=(1, 1))
    (folder / "c.txt").unlink()
    stale = found(tmp_path, given)
    assert names(stale.new) == ["new.txt"]
    assert names(stale.changed) == ["a.txt", "b.txt"]
    assert names(stale.gone) == ["c.txt"]
    assert "1 new" in str(stale)
    index(tmp_path, given)
    assert not found(tmp_path, given)


def test_a_run_that_changes_nothing_takes_note_of_new_times(tmp_path: Path, folder: Path) -> None:
    given = corpus(tmp_path, folder)
    index(tmp_path, given)
    os.utime(folder / "b.txt", ns=(1, 1))
    index(tmp_path, given)
    assert not found(tmp_path, given)


@pytest.fixture
def fiches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shipped = tmp_path / "fiches"
    shipped.mkdir()
    (shipped / "grant.md").write_text("# Grant\n\nThe grant is 450 euro.\n")
    monkeypatch.setattr(listing, "FICHES", shipped)
    return shipped


def test_fiches_that_only_have_a_new_time_have_not_changed(tmp_path: Path, fiches: Path) -> None:
    given = corpus(tmp_path, with_fiches=True)
    seen = list_files(given)
    os.utime(fiches / "grant.md", ns=(1, 1))
    assert list_files(given) == seen
    (fiches / "grant.md").write_text("# Grant\n\nThe grant is 900 euro.\n")
    assert list_files(given) != seen


def test_a_folder_that_was_never_indexed_is_found(tmp_path: Path, folder: Path) -> None:
    other = tmp_path / "other folder"
    other.mkdir()
    (other / "d.txt").write_text("d")
    index(tmp_path, corpus(tmp_path, folder))
    assert not found(tmp_path, corpus(tmp_path))
    stale = found(tmp_path, corpus(tmp_path, other))
    assert names(stale.new) == ["d.txt"]
    # What the index holds already is named too: a run leaves out what it is not given.
    assert stale.command(Path("data")) == (
        f"wegwijs index --data data --corpus {folder} --corpus '{other}' --without-fiches"
    )


def test_added_and_removed_documents_are_found(tmp_path: Path) -> None:
    given = corpus(tmp_path)
    given.downloads.mkdir(parents=True)
    (given.downloads / "memo.txt").write_text("memo")
    index(tmp_path, given)
    assert not found(tmp_path, given)
    (given.downloads / "catalogue.yaml").write_text("documents: [{id: memo, title: Memo}]")
    (given.downloads / "memo.txt").unlink()
    stale = found(tmp_path, given)
    assert (stale.new, stale.gone) == (("documents/catalogue.yaml",), ("documents/memo.txt",))


def test_fiches_are_compared_where_the_index_holds_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fiches = tmp_path / "fiches"
    fiches.mkdir()
    (fiches / "notes.txt").write_text("text")
    monkeypatch.setattr("corpus.listing.FICHES", fiches)
    monkeypatch.setattr("corpus.catalogue.FICHES", fiches)
    index(tmp_path, corpus(tmp_path))
    assert not found(tmp_path, corpus(tmp_path, with_fiches=True))
    index(tmp_path, corpus(tmp_path, with_fiches=True))
    assert "holds the shipped fiches" in str(found(tmp_path, corpus(tmp_path)))
    (fiches / "notes.txt").write_text("other text")
    assert found(tmp_path, corpus(tmp_path, with_fiches=True)).changed == ("fiches/notes.txt",)


def test_who_asks_is_told_what_to_run(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WEGWIJS_ENGINE", "extractive")

    def told(*words: str) -> str:
        done = CliRunner().invoke(app, [*words, "--corpus", "mine", "--data", "my data"])
        assert done.exit_code == 0, done.output
        return done.stderr

    assert "not up to date" not in told("search", "grant", "--without-fiches")
    assert "not up to date" not in told("search", "grant", "--without-fiches")
    (folder / "new.txt").write_text("The travel grant is 700 euro.")
    said = told("search", "grant", "--without-fiches", "--json")
    assert "not up to date" in said
    assert f"wegwijs index --data 'my data' --corpus {folder} --without-fiches" in said


def test_a_folder_that_is_not_given_again_is_named(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    def told(*words: str) -> str:
        done = CliRunner().invoke(app, ["index", "--without-fiches", *words])
        assert done.exit_code == 0, done.output
        return done.stderr

    assert "Taken out" not in told("--corpus", "mine")
    assert "Taken out" not in told("--corpus", str(tmp_path))
    assert "Taken out" not in told("--corpus", "mine", "--corpus", str(tmp_path))
    assert f"Taken out of the index: {folder}. To keep it, give --corpus {folder}" in told()
    assert "Taken out" not in told()
