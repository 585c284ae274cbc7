"""What is advised works on the data that is in use, not on the usual folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assembly import assemble
from assistant.command_options import over_same_data
from assistant.doctor import examine
from assistant.settings import WegwijsSettings
from indexing.errors import IndexMissing


@pytest.fixture(autouse=True)
def _usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("WEGWIJS_DATA", "WEGWIJS_CORPUS"):
        monkeypatch.delenv(name, raising=False)


OTHER = {"data": Path("my data"), "corpus": (Path("a"), Path("b")), "with_fiches": False}


@pytest.mark.parametrize(
    ("advice", "whole"),
    [
        (
            "Build it anew: wegwijs index --rebuild",
            "Build it anew: wegwijs index --rebuild --data 'my data' --corpus a --corpus b "
            "--without-fiches",
        ),
        (
            "Bring it up to date (wegwijs index), or set it back.",
            "Bring it up to date (wegwijs index --data 'my data' --corpus a --corpus b "
            "--without-fiches), or set it back.",
        ),
        ("Run `wegwijs corpus add`.", "Run `wegwijs corpus add --data 'my data'`."),
        ("Run `wegwijs index --data x`.", "Run `wegwijs index --data x`."),
        ("Wait and try again.", "Wait and try again."),
    ],
)
def test_a_command_names_the_data(advice: str, whole: str) -> None:
    assert over_same_data(advice, WegwijsSettings(**OTHER)) == whole
    assert over_same_data(advice, WegwijsSettings()) == advice


def test_a_missing_index_is_made_over_the_same_data() -> None:
    with pytest.raises(IndexMissing, match=r"wegwijs index --data 'my data' --corpus a"):
        assemble(WegwijsSettings(**OTHER))


def test_the_doctor_names_the_data() -> None:
    found = examine(WegwijsSettings(**{**OTHER, "corpus": ()}))
    remedies = {finding.part: finding.remedy for finding in found}
    assert "wegwijs index --data 'my data' --without-fiches" in remedies["Index"]
    assert "wegwijs corpus add --data 'my data'" in remedies["Documents"]
