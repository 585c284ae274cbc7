from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from filelock import FileLock

from corpus.document import Document, Source
from corpus.errors import MalformedDocument
from corpus.settings import ReadingLimits
from indexing import generations, manifest, synchronise
from indexing.errors import DataNotWritable, IndexBusy, IndexCorrupt, IndexMismatch, IndexMissing
from indexing.index import Index
from indexing.manifest import FORMAT_VERSION
from indexing.settings import IndexingSettings
from tests.indexing.factories import P, Shelf, document


def filled(shelf: Shelf) -> Shelf:
    shelf.put(
        document("dans", [(P, "De subsidie voor dans bedraagt 70,6 procent.")], title="Dans"),
        document("muziek", [(P, "Muziekexport krijgt steun.")], title="Muziek"),
    )
    return shelf


def found(settings: IndexingSettings, question: str) -> list[str]:
    with Index.open(settings) as index:
        return [hit.passage.document for hit in index.retriever.retrieve(question, lang="nl").hits]


def test_a_first_run_creates_and_a_second_reads_nothing(
    settings: IndexingSettings, shelf: Shelf
) -> None:
    first = filled(shelf).index(settings)
    assert first.created == ("dans", "muziek")
    assert first.passages == 2
    shelf.reads.clear()
    second = shelf.index(settings)
    assert (second.skipped, second.changed) == (("dans", "muziek"), False)
    assert shelf.reads == []
    assert len(list((settings.folder / "generations").iterdir())) == 1


def test_an_unchanged_corpus_needs_neither_chroma_nor_llama_index(
    settings: IndexingSettings, shelf: Shelf
) -> None:
    filled(shelf).index(settings)
    probe = (
        "import sys; from pathlib import Path; from indexing.settings import IndexingSettings;"
        "from indexing.index import Index;"
        f"index = Index.open(IndexingSettings(folder=Path({str(settings.folder)!r}),"
        "vectors=False)); index.retriever.retrieve('dans', lang='nl');"
        "print([name for name in ('chromadb', 'llama_index', 'ollama') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True)
    assert result.stdout.strip() == "[]", result.stderr


def test_changes_are_created_updated_and_deleted(settings: IndexingSettings, shelf: Shelf) -> None:
    filled(shelf).index(settings)
    shelf.put(
        document("dans", [(P, "Over circus gaat het nu.")], title="Circus"),
        document("film", [(P, "Nieuw is de film.")], title="Film"),
    )
    del shelf.documents["muziek"]
    report = shelf.index(settings)
    assert (report.created, report.updated, report.deleted) == (("film",), ("dans",), ("muziek",))
    assert found(settings, "circus") == ["dans"]
    assert found(settings, "film") == ["film"]
    assert found(settings, "muziekexport") == []


def test_changed_metadata_is_a_change(settings: IndexingSettings, shelf: Shelf) -> None:
    filled(shelf).index(settings)
    shelf.put(
        document("dans", [(P, "De subsidie voor dans bedraagt 70,6 procent.")], title="Ballet")
    )
    assert shelf.index(settings).updated == ("dans",)
    assert found(settings, "ballet") == ["dans"]


def test_updating_gives_the_same_index_as_building_anew(
    settings: IndexingSettings, shelf: Shelf, tmp_path: Path
) -> None:
    filled(shelf).index(settings)
    shelf.put(document("film", [(P, "Steun voor film en dans.")], title="Film"))
    del shelf.documents["muziek"]
    shelf.index(settings)
    anew = settings.model_copy(update={"folder": tmp_path / "anew"})
    shelf.index(anew)
    with Index.open(settings) as one, Index.open(anew) as other:
        for question in ("steun voor dans", "film", "subsidie", "muziek"):
            hits = one.retriever.retrieve(question, lang="nl").hits
            others = other.retriever.retrieve(question, lang="nl").hits
            assert [hit.passage for hit in hits] == [hit.passage for hit in others]
            assert [hit.score for hit in hits] == pytest.approx([hit.score for hit in others])
        assert one.manifest.corpus_digest == other.manifest.corpus_digest


def test_one_bad_document_does_not_stop_the_others_and_is_not_tried_again(
    settings: IndexingSettings, shelf: Shelf
) -> None:
    filled(shelf).broken.add("dans")
    report = shelf.index(settings)
    assert report.created == ("muziek",)
    assert [(one.id, one.hint) for one in report.failed] == [("dans", "Save it again.")]
    shelf.reads.clear()
    again = shelf.index(settings)
    assert [one.id for one in again.failed] == ["dans"]
    assert shelf.reads == []


def test_a_failure_of_the_reader_itself_is_tried_again(
    settings: IndexingSettings, shelf: Shelf
) -> None:
    def break_down(source: Source, limits: ReadingLimits) -> Document:
        shelf.reads.append(source.id)
        raise MalformedDocument("The reader broke down.", retryable=True)

    for _ in range(2):
        shelf.put(document("dans", [(P, "De subsidie.")]))
        report = shelf.index(settings, read=break_down)
        assert [one.id for one in report.failed] == ["dans"]
    assert shelf.reads == ["dans", "dans"]
    assert len(list((settings.folder / "generations").iterdir())) == 1
    assert shelf.index(settings).created == ("dans",)
    assert shelf.index(settings).failed == ()


def test_a_document_that_can_no_longer_be_read_leaves_the_index(
    settings: IndexingSettings, shelf: Shelf
) -> None:
    filled(shelf).index(settings)
    shelf.put(document("dans", [(P, "Anders.")]))
    shelf.broken.add("dans")
    assert shelf.index(settings).deleted == ("dans",)
    assert found(settings, "procent dans") == []
    assert shelf.index(settings).changed is False


def test_an_empty_corpus_makes_an_empty_index(settings: IndexingSettings, shelf: Shelf) -> None:
    assert shelf.index(settings).passages == 0
    assert found(settings, "iets") == []


def counted(settings: IndexingSettings) -> dict[str, int]:
    """In how many passages some terms stand."""
    with Index.open(settings) as index:
        terms = ("cultur", "beleid", "cultuurbeleid", "verhal")
        return {term: index.frequency(term) for term in terms}


def test_an_index_brought_up_to_date_counts_and_splits_like_one_built_from_nothing(
    settings: IndexingSettings, shelf: Shelf, tmp_path: Path
) -> None:
    many = [(P, f"Verhaal van {one}stad en {one}dorp, met {one}huis.") for one in "abcdefghijkl"]
    shelf.put(
        document("lang", many, title="Lang"),
        document("plan", [(P, "Het cultuurbeleid is nieuw.")], title="Plan"),
    )
    shelf.index(settings)
    # The parts of the compound become known.
    for name in ("een", "twee"):
        shelf.put(document(name, [(P, "Beleid voor cultuur.")], title=name))
    shelf.index(settings)
    fresh = settings.model_copy(update={"folder": tmp_path / "fresh"})
    shelf.index(fresh)
    assert counted(settings) == counted(fresh)
    assert counted(fresh)["beleid"] == 3


def test_a_run_that_was_stopped_loses_nothing_and_the_next_goes_on(
    settings: IndexingSettings, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(synchronise, "_WORTH_KEEPING_SECONDS", 0.0)
    filled(shelf).index(settings)
    shelf.put(document("film", [(P, "Film.")]), document("zang", [(P, "Zang.")]))

    def stop_at_second(source: Source, limits: ReadingLimits) -> Document:
        if source.id == "zang":
            raise KeyboardInterrupt
        return shelf.read(source, limits)

    with pytest.raises(KeyboardInterrupt):
        shelf.index(settings, read=stop_at_second)
    assert found(settings, "dans") == ["dans"]
    shelf.reads.clear()
    report = shelf.index(settings)
    assert report.created == ("film", "zang")
    assert shelf.reads == ["zang"]


def test_what_another_program_read_before_it_was_stopped_is_read_again(
    settings: IndexingSettings, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(synchronise, "_WORTH_KEEPING_SECONDS", 0.0)

    def stop_at_second(source: Source, limits: ReadingLimits) -> Document:
        if source.id == "muziek":
            raise KeyboardInterrupt
        return shelf.read(source, limits)

    with pytest.raises(KeyboardInterrupt):
        filled(shelf).index(settings, read=stop_at_second)
    for module in (manifest, synchronise):
        monkeypatch.setattr(module, "program_digest", lambda: "another")
    shelf.reads.clear()
    shelf.index(settings)
    assert shelf.reads == ["dans", "muziek"]


KILLED = """
import os, signal, sys
from pathlib import Path
from indexing import {module}
from indexing.settings import IndexingSettings
from tests.indexing.factories import P, Shelf, document

kept = {module}.{name}
def killed(*args, **kwargs):
    {before}
    os.kill(os.getpid(), signal.SIGKILL)
{module}.{name} = killed
shelf = Shelf()
shelf.put(document("dans", [(P, "De subsidie.")], title="Dans"), document("nieuw", [(P, "Nieuw.")]))
shelf.index(IndexingSettings(folder=Path(sys.argv[1]), vectors=False))
"""


@pytest.mark.parametrize(
    ("module", "name", "before"),
    [
        ("building", "split", ""),
        ("building", "write_words", ""),
        ("building", "write_words", "kept(*args, **kwargs)"),
        ("synchronise", "generations.make_current", ""),
        ("synchronise", "generations.make_current", "kept(*args, **kwargs)"),
    ],
)
def test_being_killed_at_any_moment_leaves_a_whole_index(
    settings: IndexingSettings, shelf: Shelf, module: str, name: str, before: str
) -> None:
    filled(shelf).index(settings)
    script = KILLED.format(module=module, name=name, before=before or "pass")
    result = subprocess.run(
        [sys.executable, "-c", script, str(settings.folder)], capture_output=True, text=True
    )
    assert result.returncode == -signal.SIGKILL, result.stderr
    assert "dans" in found(settings, "dans")
    report = shelf.index(settings)
    assert report.passages == 2
    assert found(settings, "muziekexport") == ["muziek"]
    left = list((settings.folder / "generations").iterdir())
    assert all((path / "manifest.json").exists() for path in left)


def test_only_one_process_writes(settings: IndexingSettings, shelf: Shelf) -> None:
    filled(shelf).index(settings)
    with FileLock(settings.folder / "writer.lock"), pytest.raises(IndexBusy):
        shelf.index(settings)


def test_a_reader_keeps_its_generation_until_it_refreshes(
    settings: IndexingSettings, shelf: Shelf
) -> None:
    filled(shelf).index(settings)
    with Index.open(settings) as index:
        for turn in range(4):
            shelf.put(document(f"film{turn}", [(P, "Film.")], title="Film"))
            shelf.index(settings)
            assert index.passage_count == 2
            assert index.retriever.retrieve("muziekexport", lang="nl").hits
            assert index.document("muziek").source.title == "Muziek"
        assert index.refresh()
        assert index.passage_count == 6
        assert not index.refresh()


def test_no_index_is_said_to_be_missing(settings: IndexingSettings) -> None:
    with pytest.raises(IndexMissing):
        Index.open(settings)


@pytest.mark.parametrize("damaged", ["manifest.json", "passages.sqlite", "keyword/meta.json"])
def test_a_damaged_index_is_refused_with_the_remedy_and_mended_by_the_next_run(
    settings: IndexingSettings, shelf: Shelf, damaged: str
) -> None:
    filled(shelf).index(settings)
    file = generations.current(settings.folder) / damaged
    file.unlink()
    file.write_bytes(b"not what it was")
    with pytest.raises(IndexCorrupt) as caught:
        Index.open(settings)
    assert "--rebuild" in caught.value.hint
    shelf.index(settings)
    assert found(settings, "muziekexport") == ["muziek"]


def test_other_settings_are_refused_and_the_next_run_builds_anew(
    settings: IndexingSettings, shelf: Shelf
) -> None:
    filled(shelf).index(settings)
    other = settings.model_copy(update={"max_passage_characters": 500})
    with pytest.raises(IndexMismatch, match="max_passage_characters"):
        Index.open(other)
    assert shelf.index(other).created == ("dans", "muziek")
    assert found(other, "muziekexport") == ["muziek"]


def rewritten(settings: IndexingSettings, old: str, new: str) -> None:
    """Makes the manifest say something else."""
    file = generations.current(settings.folder) / "manifest.json"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_an_index_of_another_layout_is_told_from_a_damaged_one(
    settings: IndexingSettings, shelf: Shelf
) -> None:
    filled(shelf).index(settings)
    rewritten(settings, f'"format": {FORMAT_VERSION}', '"format": 0')
    with pytest.raises(IndexMismatch, match="layout 0"):
        Index.open(settings)


def test_an_index_that_another_program_made_is_built_anew(
    settings: IndexingSettings, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(shelf).index(settings)
    assert shelf.index(settings).created == ()
    monkeypatch.setattr(manifest, "program_digest", lambda: "another")
    with pytest.raises(IndexMismatch, match="program"):
        Index.open(settings)
    assert shelf.index(settings).created == ("dans", "muziek")
    assert shelf.index(settings).skipped == ("dans", "muziek")


def test_a_folder_that_cannot_be_made_is_said_so(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    settings = IndexingSettings(folder=tmp_path / "file" / "index", vectors=False)
    with pytest.raises(DataNotWritable):
        filled(shelf).index(settings)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_rights_is_said_so(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    settings = IndexingSettings(folder=tmp_path / "closed" / "index", vectors=False)
    with pytest.raises(DataNotWritable):
        filled(shelf).index(settings)


def test_an_index_that_may_only_be_read_is_read(
    settings: IndexingSettings, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(shelf).index(settings)
    before = found(settings, "subsidie dans")
    assert before
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    generation = generations.current(settings.folder)
    # Rights do not bind every user; where a folder stands nobody can make the lock file.
    for part in (generations.KEYWORD, generations.WORDS):
        lock = generation / part / ".tantivy-meta.lock"
        lock.unlink(missing_ok=True)
        lock.mkdir()
    assert found(settings, "subsidie dans") == before
    with Index.open(settings) as index:
        assert index.passage_count
        assert list(scratch.iterdir())
    assert not list(scratch.iterdir())


def test_progress_is_told(settings: IndexingSettings, shelf: Shelf) -> None:
    steps: list[str] = []
    filled(shelf).index(settings, progress=lambda one: steps.append(one.step))
    assert list(dict.fromkeys(steps)) == ["reading", "analysing"]


def test_with_vectors_both_stores_hold_the_same(settings: IndexingSettings, shelf: Shelf) -> None:
    both = settings.model_copy(update={"vectors": True})
    filled(shelf).index(both)
    shelf.put(document("film", [(P, "Steun voor film.")], title="Film"))
    del shelf.documents["muziek"]
    shelf.index(both)
    weighted = both.retrieval.model_copy(update={"vector_weight": 0.5})
    with Index.open(both.model_copy(update={"retrieval": weighted})) as index:
        hits = index.retriever.retrieve("film", lang="nl").hits
        assert {hit.passage.document for hit in hits} == {"dans", "film"}
        assert "vector" in {feature.name for feature in hits[0].features}


FULL = """
import resource, sys
from pathlib import Path
from indexing.errors import DataNotWritable
from indexing.settings import IndexingSettings
from tests.indexing.factories import P, Shelf, document

shelf = Shelf()
shelf.put(*(document(f"d{n}", [(P, f"Zin {n} over iets. " * 200)]) for n in range(30)))
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
try:
    shelf.index(IndexingSettings(folder=Path(sys.argv[1]), vectors=False))
except DataNotWritable as error:
    print("DataNotWritable")
"""


def test_a_disk_that_is_full_is_said_so_and_leaves_the_index_as_it_was(
    settings: IndexingSettings, shelf: Shelf
) -> None:
    filled(shelf).index(settings)
    result = subprocess.run(
        [sys.executable, "-c", FULL, str(settings.folder)], capture_output=True, text=True
    )
    assert result.stdout.strip() == "DataNotWritable", result.stderr
    assert found(settings, "muziekexport") == ["muziek"]
    assert len(list((settings.folder / "generations").iterdir())) == 1
