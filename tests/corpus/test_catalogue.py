"""The catalogue and what is gathered with it."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue, gather
from corpus.document import Status
from corpus.errors import CatalogueError
from corpus.settings import CorpusSettings

ENTRY = """documents:
- id: a-report
  title: A report
  publisher: An office
  kind: report
  language: nl
  date: 2024-05
  url: https://example.org/report.pdf
  validity: {status: in-force, valid_until: 2025}
"""


def settings(*folders: Path, fiches: bool = False, downloads: Path | None = None) -> CorpusSettings:
    return CorpusSettings(
        folders=folders, with_fiches=fiches, downloads=downloads or Path("no-such-folder")
    )


def catalogue(folder: Path, text: str = ENTRY) -> Path:
    file = folder / "catalogue.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_shipped_catalogue_is_valid_and_consistent() -> None:
    shipped = Catalogue.load()
    assert shipped.check() == ()
    for entry in shipped.entries.values():
        assert entry.publisher, entry.id
        assert entry.language, entry.id
        assert entry.url is None or entry.url.isascii(), entry.id
        if entry.url:
            assert entry.terms, entry.id


def test_the_published_documents_are_described() -> None:
    entries = Catalogue.load().entries
    titles = {
        "feitendossier-4-horizon-2035": "Horizon 2035",
        "econopolis-audiovisueel-2010": "Audiovisuele",
        "cultuur-na-corona-2021": "Cultuur na corona",
        "ingredienten-muziekexport-2023": "muziek",
        "cvn-creatieve-industrie-2014": "Creatieve Industrie",
    }
    for identifier, words in titles.items():
        assert words in entries[identifier].title
    old = entries["econopolis-audiovisueel-2010"].validity.as_validity()
    assert old.status_on(date(2026, 1, 1)) is Status.HISTORICAL


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  publisher:", "  editor:", "a-report: the key 'editor' is not known"),
        ("kind: report", "kind: leaflet", "a-report: kind"),
        ("id: a-report", "id: A Report", "id"),
        ("2024-05", "may 2024", "a-report: date"),
        ("https://", "ftp://", "a-report: url"),
        ("valid_until: 2025", "valid_until: 2025, valid_from: 2026", "valid_from"),
        ("documents:", "papers:", "'papers' is not known"),
        ("documents:", "documents:\n- {id: a-report, title: Same}", "twice"),
        ("documents:", "documents: [", "YAML"),
    ],
)
def test_mistakes_name_file_id_and_key(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in ENTRY
    with pytest.raises(CatalogueError) as caught:
        Catalogue.load(catalogue(tmp_path, ENTRY.replace(old, new, 1)))
    assert "catalogue.yaml" in str(caught.value)
    assert said in str(caught.value)


def test_a_reference_to_nothing_and_a_double_address_are_found(tmp_path: Path) -> None:
    text = ENTRY + "- {id: b, title: B, url: https://example.org/report.pdf, referred_by: [c]}\n"
    problems = Catalogue.load(catalogue(tmp_path, text)).check()
    assert [p.split(":")[0] for p in problems] == ["b", "b"]


def test_metadata_comes_from_the_catalogue_in_the_folder(tmp_path: Path) -> None:
    catalogue(tmp_path)
    (tmp_path / "a-report.txt").write_text("text")
    (tmp_path / "Other File_2.txt").write_text("other")
    by_id = {s.id: s for s in gather(settings(tmp_path)).sources}
    assert by_id["a-report"].title == "A report"
    assert by_id["a-report"].validity.status_on(date(2026, 1, 1)) is Status.ENDED
    assert by_id["a-report"].digest == hashlib.sha256(b"text").hexdigest()
    assert by_id["other-file-2"].title == "Other File_2"


@pytest.mark.parametrize("key", ["file: scan-0001.txt", "file: scan-0001", "sha256"])
def test_a_file_is_recognised_by_name_or_checksum(tmp_path: Path, key: str) -> None:
    if key == "sha256":
        key = f"sha256: {hashlib.sha256(b'text').hexdigest()}"
    catalogue(tmp_path, f"{ENTRY}  {key}\n")
    (tmp_path / "scan-0001.txt").write_text("text")
    assert [s.id for s in gather(settings(tmp_path)).sources] == ["a-report"]


def test_ids_are_unique_and_equal_files_count_once(tmp_path: Path) -> None:
    for folder, text in (("a", "one"), ("b", "two"), ("c", "one")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "note.txt").write_text(text)
    gathered = gather(settings(tmp_path))
    assert [s.id for s in gathered.sources] == ["note", "note-2"]
    assert len(gathered.problems) == 1
    assert "same content" in gathered.problems[0]


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(b"0")
    (tmp_path / "~$lock.docx").write_bytes(b"0")
    (tmp_path / ".hidden.txt").write_text("x")
    (tmp_path / "half.pdf.part").write_text("x")
    (tmp_path / "bad.md").write_text("---\nid: x-nl\npair: x\nkind: country\n---\n")
    (tmp_path / "good.txt").write_text("x")
    gathered = gather(settings(tmp_path, tmp_path / "absent"))
    assert [s.id for s in gathered.sources] == ["good"]
    assert [Path(p.split(":")[0]).name for p in gathered.problems] == [
        "bad.md",
        "film.mp4",
        "absent",
    ]


def test_a_folder_given_twice_or_inside_another_counts_once(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "a.txt").write_text("x")
    gathered = gather(settings(tmp_path, inner, inner / "a.txt"))
    assert [s.id for s in gathered.sources] == ["a"]
    assert not [problem for problem in gathered.problems if "same content" in problem]


def test_an_empty_folder_is_a_problem_and_not_an_error(tmp_path: Path) -> None:
    gathered = gather(settings(tmp_path))
    assert gathered.sources == ()
    assert "holds no document" in gathered.problems[0]


def test_an_invalid_catalogue_in_a_folder_does_not_stop_the_rest(tmp_path: Path) -> None:
    catalogue(tmp_path, "documents: {")
    (tmp_path / "a.txt").write_text("x")
    gathered = gather(settings(tmp_path))
    assert [s.id for s in gathered.sources] == ["a"]
    assert "YAML" in gathered.problems[0]


def test_the_fiches_are_gathered_with_their_front_matter(tmp_path: Path) -> None:
    gathered = gather(settings(fiches=True))
    assert gathered.problems == ()
    by_id = {s.id: s for s in gathered.sources}
    germany = by_id["country-de-nl"]
    assert (germany.pair, germany.kind, germany.language) == ("country-de", "country", "nl")
    assert "de" in germany.topics
    assert gather(settings(fiches=False)).sources == ()


def test_downloads_take_part(tmp_path: Path) -> None:
    (tmp_path / "feitendossier-4-horizon-2035.txt").write_text("x")
    (tmp_path / "receipts.json").write_text("{}")
    gathered = gather(settings(downloads=tmp_path))
    assert [s.publisher for s in gathered.sources] == ["Kenniscentrum Cultuuronderzoek"]
    assert gathered.problems == ()
