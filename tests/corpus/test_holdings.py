"""Fetching, adding, removing and verifying one's own documents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus import holdings as module
from corpus import receipts
from corpus.catalogue import Catalogue, gather
from corpus.details import details
from corpus.download import Downloader, DownloadLimits
from corpus.errors import CatalogueError, CorpusError
from corpus.holdings import Holdings
from corpus.outcomes import Outcome, Report
from corpus.settings import CorpusSettings
from tests.corpus.misbehaving_server import PDF, Site, good, serving, status


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.fixture
def settings(tmp_path: Path) -> CorpusSettings:
    return CorpusSettings(with_fiches=False, downloads=tmp_path / "data" / "documents")


@pytest.fixture
def holdings(settings: CorpusSettings) -> Holdings:
    return Holdings(settings, today=date(2026, 11, 22))


@pytest.fixture
def downloader() -> Iterator[Downloader]:
    limits = DownloadLimits(read_seconds=2.0, pause_seconds=0.0, attempts=1)
    with Downloader(limits, sleep=lambda seconds: None) as made:
        yield made


def catalogue(settings: CorpusSettings, *entries: str) -> None:
    settings.downloads.mkdir(parents=True, exist_ok=True)
    text = "documents:\n" + "".join(f"- {{{entry}}}\n" for entry in entries)
    (settings.downloads / "catalogue.yaml").write_text(text, encoding="utf-8")


def outcomes(reports: tuple[Report, ...]) -> list[tuple[str, str]]:
    return [(report.id, report.outcome.value) for report in reports]


def test_fetched_documents_are_gathered_with_their_metadata(
    site: Site, holdings: Holdings, settings: CorpusSettings, downloader: Downloader
) -> None:
    site.replies["/x.pdf"] = good()
    catalogue(settings, f"id: note, title: A note, publisher: Office, url: '{site.url('/x.pdf')}'")
    assert outcomes(holdings.fetch(["note"], downloader)) == [("note", "fetched")]
    (source,) = gather(settings).sources
    assert (source.id, source.title, source.file.name) == ("note", "A note", "note.pdf")
    receipt = receipts.load(settings.downloads)["note"]
    assert (receipt.received, receipt.sha256) == ("2026-11-22", source.digest)


def test_what_is_here_is_not_fetched_twice(
    site: Site, holdings: Holdings, settings: CorpusSettings, downloader: Downloader
) -> None:
    site.replies["/x"] = good(ETag='"1"')
    catalogue(settings, f"id: note, title: A note, url: '{site.url('/x')}'")
    holdings.fetch(["note"], downloader)
    assert outcomes(holdings.fetch(["note"], downloader)) == [("note", "skipped")]
    assert len(site.asked("/x")) == 1
    assert outcomes(holdings.fetch(["note"], downloader, refresh=True)) == [("note", "unchanged")]
    site.replies["/x"] = good(PDF + b"more", ETag='"2"')
    assert outcomes(holdings.fetch(["note"], downloader, refresh=True)) == [("note", "fetched")]
    (settings.downloads / "note.pdf").write_bytes(b"spoilt")
    assert outcomes(holdings.fetch(["note"], downloader)) == [("note", "fetched")]
    assert holdings.verify()[-1].outcome is Outcome.SOUND


def test_one_that_fails_does_not_stop_the_others(
    site: Site, holdings: Holdings, settings: CorpusSettings, downloader: Downloader
) -> None:
    site.replies["/b"] = good()
    site.replies["/d"] = status(500)
    catalogue(
        settings,
        f"id: a, title: A, url: '{site.url('/gone')}'",
        f"id: b, title: B, url: '{site.url('/b')}'",
        "id: c, title: C",
        f"id: d, title: D, url: '{site.url('/d')}'",
    )
    seen: list[Report] = []
    reports = holdings.fetch(["a", "b", "c", "d"], downloader, report=seen.append)
    assert tuple(seen) == reports
    assert outcomes(reports) == [
        ("a", "failed"),
        ("b", "fetched"),
        ("c", "failed"),
        ("d", "failed"),
    ]
    assert "no address" in reports[2].message
    assert all(
        report.message and (report.hint or report.outcome is Outcome.FETCHED)
        for report in reports[:1]
    )


def test_fetching_all_takes_what_can_be_fetched(
    site: Site,
    holdings: Holdings,
    settings: CorpusSettings,
    downloader: Downloader,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site.replies["/a"] = good()
    catalogue(
        settings,
        f"id: a, title: A, url: '{site.url('/a')}'",
        f"id: b, title: B, fetch: false, url: '{site.url('/b')}'",
        "id: c, title: C",
    )
    own = Catalogue.load(settings.downloads / "catalogue.yaml")
    monkeypatch.setattr(module.Holdings, "catalogue", lambda self: own)
    assert outcomes(holdings.fetch([], downloader)) == [("a", "fetched")]


def test_without_network_it_stops_early_and_says_so(
    holdings: Holdings, settings: CorpusSettings, downloader: Downloader
) -> None:
    entries = [f"id: d{n}, title: D, url: 'http://127.0.0.{n}:9/x'" for n in range(1, 9)]
    catalogue(settings, *entries)
    seen: list[Report] = []
    ids = [f"d{n}" for n in range(1, 9)]
    with pytest.raises(CorpusError, match="no network"):
        holdings.fetch(ids, downloader, report=seen.append)
    assert outcomes(tuple(seen)) == [("d1", "failed"), ("d2", "failed")]


def test_one_server_out_of_reach_does_not_stop_the_others(
    site: Site, holdings: Holdings, settings: CorpusSettings, downloader: Downloader
) -> None:
    site.replies["/x"] = good()
    out_of_reach = [f"id: d{n}, title: D, url: 'http://127.0.0.{n}:9/x'" for n in (1, 2, 3)]
    catalogue(settings, f"id: here, title: H, url: '{site.url('/x')}'", *out_of_reach)
    reports = holdings.fetch(["here", "d1", "d2", "d3"], downloader)
    assert [report.failed for report in reports] == [False, True, True, True]


def test_an_unknown_id_is_refused(holdings: Holdings, downloader: Downloader) -> None:
    with pytest.raises(CorpusError, match="not in the catalogue"):
        holdings.fetch(["nothing-such"], downloader)


def test_a_file_is_copied_and_described(
    tmp_path: Path, holdings: Holdings, settings: CorpusSettings
) -> None:
    file = tmp_path / "Café nota (2024).TXT"
    file.write_text("text")
    about = {"title": "Nota", "date": "2024-05", "language": "nl"}
    (report,) = holdings.add_files(file, about)
    assert (report.id, report.outcome) == ("cafe-nota-2024", Outcome.ADDED)
    (source,) = gather(settings).sources
    assert (source.id, source.title, source.date) == ("cafe-nota-2024", "Nota", "2024-05")
    assert source.file == settings.downloads / "cafe-nota-2024.txt"
    assert details("cafe-nota-2024", settings)["received"] == "2026-11-22"
    assert outcomes(holdings.add_files(file)) == [("cafe-nota-2024", "unchanged")]


def test_a_changed_file_replaces_and_a_namesake_does_not(
    tmp_path: Path, holdings: Holdings, settings: CorpusSettings
) -> None:
    file = tmp_path / "note.txt"
    file.write_text("one")
    holdings.add_files(file)
    file.write_text("two")
    (report,) = holdings.add_files(file)
    assert (report.id, report.message) == ("note", "replaces the one that was here")
    (tmp_path / "sub").mkdir()
    other = tmp_path / "sub" / "note.txt"
    other.write_text("three")
    assert outcomes(holdings.add_files(other)) == [("note-2", "added")]
    assert {s.id: s.file.read_text() for s in gather(settings).sources} == {
        "note": "two",
        "note-2": "three",
    }


def test_a_folder_is_added_file_by_file(
    tmp_path: Path, holdings: Holdings, settings: CorpusSettings
) -> None:
    folder = tmp_path / "mine"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text("a")
    (folder / "deep" / "b.md").write_text("b")
    (folder / "c.mp3").write_text("c")
    (folder / "d.txt").write_text("")
    assert [outcome for _, outcome in outcomes(holdings.add_files(folder))] == [
        "added",
        "failed",
        "added",
        "skipped",
    ]
    assert {s.id for s in gather(settings).sources} == {"a", "b"}


@pytest.mark.parametrize("kind", ["missing", "empty folder", "unreadable kind"])
def test_nothing_to_add_is_said(tmp_path: Path, holdings: Holdings, kind: str) -> None:
    path = tmp_path / "x.mp3"
    if kind == "empty folder":
        path = tmp_path / "empty"
        path.mkdir()
    if kind == "unreadable kind":
        path.write_text("x")
        (report,) = holdings.add_files(path)
        assert report.failed
        assert ".pdf" in report.message
        return
    with pytest.raises(CorpusError):
        holdings.add_files(path)


def test_what_cannot_be_read_is_refused_with_what_to_do(
    tmp_path: Path, holdings: Holdings, settings: CorpusSettings
) -> None:
    file = tmp_path / "bad.pdf"
    file.write_bytes(b"no")
    (report,) = holdings.add_files(file)
    assert report.failed
    assert report.message
    assert report.hint
    assert gather(settings).sources == ()
    assert list(settings.downloads.glob("bad*")) == []


def test_an_address_is_fetched_and_described(
    site: Site, holdings: Holdings, settings: CorpusSettings, downloader: Downloader
) -> None:
    site.replies["/docs/Plan%20A.pdf"] = good()
    report = holdings.add_address(site.url("/docs/Plan%20A.pdf"), downloader, {"title": "Plan A"})
    assert (report.id, report.outcome) == ("plan-20a-pdf", Outcome.ADDED)
    (source,) = gather(settings).sources
    assert (source.title, source.url) == ("Plan A", site.url("/docs/Plan%20A.pdf"))
    failed = holdings.add_address(site.url("/none"), downloader)
    assert failed.failed
    assert len(gather(settings).sources) == 1


def test_wrong_metadata_is_refused_before_anything_is_fetched(
    site: Site, holdings: Holdings, downloader: Downloader
) -> None:
    with pytest.raises(CatalogueError, match="date"):
        holdings.add_address(site.url("/a"), downloader, {"date": "yesterday"})
    assert site.requests == []


@pytest.mark.parametrize(
    "about",
    [
        {"id": "../../evil"},
        {"id": "x y"},
        {"date": "gisteren"},
        {"language": "dutch"},
        {"title": " "},
    ],
)
def test_wrong_metadata_is_refused_before_anything_is_written(
    tmp_path: Path, holdings: Holdings, about: dict[str, str]
) -> None:
    file = tmp_path / "memo.txt"
    file.write_text("text")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(CatalogueError) as raised:
        holdings.add_files(file, about)
    assert "pattern" not in str(raised.value)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_damaged_catalogue_is_told_before_anything_is_written(
    tmp_path: Path, holdings: Holdings, settings: CorpusSettings
) -> None:
    catalogue(settings, "id: A B, title: T")
    (tmp_path / "memo.txt").write_text("text")
    with pytest.raises(CatalogueError):
        holdings.add_files(tmp_path / "memo.txt", {"title": "Memo"})
    assert [file.name for file in settings.downloads.iterdir()] == ["catalogue.yaml"]


def test_adding_again_adds_what_is_newly_said(
    tmp_path: Path, holdings: Holdings, settings: CorpusSettings
) -> None:
    file = tmp_path / "memo.txt"
    file.write_text("text")
    holdings.add_files(file, {"title": "Memo", "language": "nl"})
    assert outcomes(holdings.add_files(file, {"date": "2024"})) == [("memo", "updated")]
    (source,) = gather(settings).sources
    assert (source.title, source.language, source.date) == ("Memo", "nl", "2024")
    assert outcomes(holdings.add_files(file, {"date": "2024"})) == [("memo", "unchanged")]
    (other,) = holdings.add_files(file, {"id": "other", "title": "Lost"})
    assert other.failed
    assert "corpus remove memo" in other.hint


def test_an_address_added_again_keeps_what_was_said(
    site: Site, holdings: Holdings, settings: CorpusSettings, downloader: Downloader
) -> None:
    site.replies["/a.pdf"] = good(ETag='"1"')
    holdings.add_address(site.url("/a.pdf"), downloader, {"title": "Plan", "language": "nl"})
    again = holdings.add_address(site.url("/a.pdf"), downloader, {"date": "2024"})
    assert again.outcome is Outcome.UPDATED
    (source,) = gather(settings).sources
    assert (source.title, source.language, source.date) == ("Plan", "nl", "2024")


def test_a_receipt_that_leads_out_of_the_folder_is_refused(
    tmp_path: Path, holdings: Holdings, settings: CorpusSettings
) -> None:
    (tmp_path / "a.txt").write_text("a")
    holdings.add_files(tmp_path / "a.txt")
    file = settings.downloads / "receipts.json"
    file.write_text(file.read_text().replace('"file": "a.txt"', '"file": "../../a.txt"'))
    with pytest.raises(CorpusError, match="no name of a file"):
        holdings.remove("a")
    assert (tmp_path / "a.txt").exists()


def test_removing_takes_file_receipt_and_description(
    tmp_path: Path, holdings: Holdings, settings: CorpusSettings
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(name)
        holdings.add_files(tmp_path / f"{name}.txt", {"title": name.upper()})
    assert holdings.remove("a").outcome is Outcome.REMOVED
    assert [s.title for s in gather(settings).sources] == ["B"]
    assert "a" not in Catalogue.load(settings.downloads / "catalogue.yaml").entries
    assert list(receipts.load(settings.downloads)) == ["b"]
    with pytest.raises(CorpusError, match="was not fetched or added"):
        holdings.remove("a")


def test_verifying_finds_what_changed_and_what_is_gone(
    tmp_path: Path, holdings: Holdings, settings: CorpusSettings
) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(name)
        holdings.add_files(tmp_path / f"{name}.txt")
    (settings.downloads / "a.txt").write_text("changed")
    (settings.downloads / "b.txt").unlink()
    found = {report.id: report for report in holdings.verify()}
    assert found["a"].failed
    assert "changed" in found["a"].message
    assert found["b"].failed
    assert "gone" in found["b"].message
    assert found["c"].outcome is Outcome.SOUND


def test_the_shipped_corpus_verifies(tmp_path: Path) -> None:
    reports = Holdings(CorpusSettings(downloads=tmp_path / "none")).verify()
    assert [report for report in reports if report.failed] == []
    assert len(reports) > 100


def test_damaged_receipts_are_said(holdings: Holdings, settings: CorpusSettings) -> None:
    settings.downloads.mkdir(parents=True)
    (settings.downloads / "receipts.json").write_text("[{")
    with pytest.raises(CorpusError, match="cannot be read"):
        holdings.verify()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    settings = CorpusSettings(with_fiches=False, downloads=tmp_path / "file" / "documents")
    (tmp_path / "a.txt").write_text("a")
    with pytest.raises(CorpusError, match="cannot be made"):
        Holdings(settings).add_files(tmp_path / "a.txt")


def test_details_of_a_fiche_lead_to_its_sources(settings: CorpusSettings) -> None:
    found = details("country-de-en", CorpusSettings(downloads=settings.downloads))
    statement = next(s for s in found["statements"] if s["facts"])
    fact = found["facts"][statement["facts"][0]]
    assert fact["source"]["publisher"]
    assert json.loads(json.dumps(found)) == found
    only_known = details("econopolis-audiovisueel-2010", settings)
    assert (only_known["here"], only_known["validity"]) == (False, "historical")
    with pytest.raises(CorpusError):
        details("nothing-such", settings)


@pytest.mark.parametrize(
    ("name", "expected"), [("Éen_nota", "een-nota"), ("a.b c", "a-b-c"), ("日本", "document")]
)
def test_identifiers_are_plain(name: str, expected: str) -> None:
    assert receipts.identifier(name) == expected
