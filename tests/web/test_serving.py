"""Starting up, and what is said when that is not possible."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from assistant.settings import WegwijsSettings
from indexing.errors import DataNotWritable, IndexBusy, IndexMissing
from indexing.synchronise import FailedDocument, SyncReport
from tests.web.fake_assistant import FakeAssistant, FakeIndex
from web import serving
from web.__main__ import main
from web.errors import CannotServe


def test_a_port_in_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SystemExit) as stopped:
            serving.serve(WegwijsSettings(data=tmp_path / "data"), port=port)
    assert stopped.value.code == 1
    said = capsys.readouterr().err
    assert f"Port {port} is in use." in said
    assert f"--port {port + 1}" in said


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(CannotServe, match="cannot be written"):
        serving.check_writable(closed / "data")


def test_a_data_folder_that_is_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "data"
    file.write_text("not a folder")
    with pytest.raises(SystemExit) as stopped:
        serving.serve(WegwijsSettings(data=file), port=0)
    assert stopped.value.code == 1
    assert "--data" in capsys.readouterr().err


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host"])
def test_a_host_of_another_machine(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CannotServe):
        serving.listening_socket(host, 0)


def test_an_index_that_fails_is_a_notice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object, **__: object) -> SyncReport:
        raise IndexBusy("Another process is writing the index.")

    monkeypatch.setattr("indexing.command_line.index_with_progress", busy)
    notice = serving.bring_up_to_date(WegwijsSettings(data=tmp_path))
    assert notice is not None
    assert notice.key == "banner.index_failed"
    assert notice.values == {"reason": "Another process is writing the index"}


def test_documents_that_failed_are_a_notice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = SyncReport(failed=(FailedDocument("x", "broken"),))
    monkeypatch.setattr("indexing.command_line.index_with_progress", lambda *_, **__: report)
    notice = serving.bring_up_to_date(WegwijsSettings(data=tmp_path))
    assert notice is not None
    assert notice.values == {"count": 1}


def test_an_index_that_cannot_be_written_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> SyncReport:
        raise DataNotWritable("The disk is full.", hint="Make room.")

    monkeypatch.setattr("indexing.command_line.index_with_progress", full)
    with pytest.raises(CannotServe, match="disk is full"):
        serving.bring_up_to_date(WegwijsSettings(data=tmp_path))


def test_without_any_index_there_is_nothing_to_serve(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(_: WegwijsSettings) -> FakeAssistant:
        raise IndexMissing("Nothing was indexed yet.", hint="Run wegwijs index.")

    monkeypatch.setattr("assistant.assembly.assemble", missing)
    busy = serving.Notice("banner.index_failed", {"reason": "Another process is writing"})
    monkeypatch.setattr(serving, "bring_up_to_date", lambda _: busy)
    with pytest.raises(SystemExit) as stopped:
        serving.serve(WegwijsSettings(data=tmp_path), port=0)
    assert stopped.value.code == 1
    said = " ".join(capsys.readouterr().err.split())
    assert "Nothing was indexed yet. Another process is writing." in said
    assert "Run wegwijs index." in said


def test_an_empty_corpus_is_served_with_a_notice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[object] = []
    monkeypatch.setattr(serving, "bring_up_to_date", lambda _: None)
    monkeypatch.setattr(serving, "opened", lambda *_: FakeAssistant(FakeIndex({})))
    monkeypatch.setattr(serving, "run", lambda *arguments: served.extend(arguments))
    serving.serve(WegwijsSettings(data=tmp_path / "data"), port=0)
    assert served[-1] == serving.Notice("banner.empty", {})


def test_a_wrong_setting_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEGWIJS_ENGINE", "foo")
    monkeypatch.setattr("sys.argv", ["web"])
    with pytest.raises(SystemExit, match="WEGWIJS_ENGINE: engine cannot be 'foo'"):
        main()
